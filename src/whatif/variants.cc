// Variants of one case analysed.
#include "whatif/variants.h"

#include <atomic>
#include <mutex>
#include <unordered_map>

#include "engine/parallel.h"
#include "model/bind.h"

namespace entente {
namespace {

/// The premises as bytes, for telling equal ones; statements number at most 4,096 a party. Which of them are
/// strong decides nothing that is asked of variants.
std::string key(const Premises& premises) {
  std::string bytes;
  const auto put = [&](std::uint32_t n) { bytes.append(reinterpret_cast<const char*>(&n), sizeof n); };
  for (const std::vector<Premises::Statement>& party : premises.parties) {
    for (const Premises::Statement& s : party)
      put(s.number << 5 | static_cast<std::uint32_t>(s.weight) << 3 | (s.equal ? 4U : 0U) |
          (s.reversed ? 2U : 0U) | (s.demand ? 1U : 0U));
    put(UINT32_MAX);
  }
  for (const Premises::Ranking& ranking : premises.rankings) {
    for (const std::vector<std::uint32_t>& alike : ranking) {
      for (const std::uint32_t c : alike) put(c);
      put(UINT32_MAX - 1);
    }
    put(UINT32_MAX);
  }
  for (const Premises::Course& c : premises.options)
    bytes += static_cast<char>((c.moves ? 1 + static_cast<int>(*c.moves) : 0) * 2 + (c.any_time ? 1 : 0));
  for (const Premises::Ways& w : premises.ways) {
    bytes += w.unlisted ? '1' : '0';
    for (const bool closed : w.closed) bytes += closed ? '1' : '0';
  }
  for (const bool kept : premises.rules) bytes += kept ? '1' : '0';
  return bytes;
}

/// The case as bound, at its places; its model as it is looked at.
Binding bound(const casefile::Case& written, const Model& model) {
  Diagnostics unheard;
  Binding binding = bind(written, unheard);
  binding.model = model;
  return binding;
}

}  // namespace

Variants::Variants(const casefile::Case& written, const Case& plain, std::uint64_t most_at_once)
    : written_(written),
      plain_(plain),
      most_at_once_(most_at_once),
      shared_(bound(written, plain.model), plain.states.stop()),
      assumptions_(entente::assumptions(plain.model)),
      changes_(entente::changes(plain.model, assumptions_)),
      premises_(premises(plain.model)) {
  plain_.analysis.let_go();
  leave_out_many();
  for (std::size_t c = 0; c < plain_.found.size(); ++c) conclusion_[plain_.found[c].id] = c;
}

// What becomes of each conclusion in each variant is kept, so that they must not be hundreds of thousands.
void Variants::leave_out_many() {
  constexpr std::size_t most_equilibria = 4096;
  std::size_t equilibria = 0;
  const auto one_too_many = [&](const Conclusion& c) {
    return c.kind == Conclusion::Kind::equilibrium && ++equilibria > most_equilibria;
  };
  left_out_ = std::erase_if(plain_.found, one_too_many);
}

std::string Variants::visit(const Premises& premises, const std::function<void(const Case&)>& see) const {
  const Variant variant = shared_.variant(premises);
  if (variant.found) see(*variant.found);
  return variant.fault;
}

VariantOutcome Variants::outcome(const Premises& premises) const {
  VariantOutcome o{.known = true};
  o.fault = visit(premises, [&](const Case& c) { o.stands = stands(Analysed(c).found); });
  return o;
}

std::vector<bool> Variants::stands(const std::vector<Conclusion>& found) const {
  std::vector<bool> all(plain_.found.size(), false);
  for (const Conclusion& c : found)
    if (const auto it = conclusion_.find(c.id); it != conclusion_.end())
      all[it->second] = plain_.found[it->second].value == c.value;
  return all;
}

std::vector<VariantOutcome> Variants::outcomes(const std::vector<Premises>& each, const Watch& watch) const {
  std::unordered_map<std::string, std::size_t> first;
  std::vector<std::size_t> own, of(each.size());
  for (std::size_t k = 0; k < each.size(); ++k) {
    const auto [at, is_new] = first.try_emplace(key(each[k]), own.size());
    if (is_new) own.push_back(k);
    of[k] = at->second;
  }
  std::vector<VariantOutcome> once(own.size());
  for_each(own.size(), watch, [&](std::size_t k) { once[k] = outcome(each[own[k]]); });
  std::vector<VariantOutcome> all;
  all.reserve(each.size());
  for (const std::size_t k : of) all.push_back(once[k]);
  return all;
}

namespace {

/// What one variant does in parallel itself must not begin another while it waits.
bool done_before_the_end(const Stop& stop, const std::function<void()>& work) {
  try {
    stop.look();
    isolated(work);
    return true;
  } catch (const Stopped&) {
    return false;
  }
}

}  // namespace

bool Variants::for_each(std::size_t count, const Watch& watch,
                        const std::function<void(std::size_t)>& work) const {
  std::atomic<bool> stopped = false;
  std::mutex telling;
  std::size_t done = 0;
  const auto round = [&](std::size_t k) {
    if (stopped || !done_before_the_end(watch.stop, [&] { work(k); })) {
      stopped = true;
      return;
    }
    const std::lock_guard lock(telling);
    ++done;
    if (watch.progress) watch.progress(done, count);
  };
  if (plain_.analysis.states().size() * model().parties.size() <= most_at_once_)
    in_parallel(count, round);
  else
    for (std::size_t k = 0; k < count; ++k) round(k);
  return !stopped;
}

}  // namespace entente

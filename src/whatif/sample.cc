// Variants by lot.
#include "whatif/sample.h"

#include <algorithm>
#include <cmath>

#include "text/sha256.h"
#include "whatif/philox.h"

namespace entente {
namespace {

constexpr std::uint64_t drawn_at_once = 1 << 15;  // variants held in memory together

PhiloxKey key(std::uint64_t seed) {
  return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)};
}

/// Numbers of one variant: `block` counts four at a time, `use` tells apart what they are for.
Counter numbers(std::uint64_t seed, std::uint64_t k, std::uint32_t block, std::uint32_t use) {
  return philox({static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(k >> 32), block, use}, key(seed));
}

std::array<std::uint64_t, 2> mark(std::uint64_t seed, std::uint64_t k) {
  const Counter c = numbers(seed, k, 0, 1);
  return {c[0] | std::uint64_t{c[1]} << 32, c[2] | std::uint64_t{c[3]} << 32};
}

/// The table, with the number of assumptions under each row; rows without any are left out.
std::vector<Sums::Row> table(const Variants& variants, const Chances& chances) {
  std::vector<Sums::Row> rows;
  for (const Chance& row : chances.rows()) {
    Sums::Row counted{name(row), decimal_of(row.millionths), 0};
    for (std::size_t a = 0; a < variants.assumptions().size(); ++a)
      if (&chances.of(variants.assumptions()[a].firmness) == &row &&
          !failing(variants.model(), variants.assumptions(), a).empty())
        ++counted.assumptions;
    if (counted.assumptions > 0) rows.push_back(counted);
  }
  return rows;
}

std::string fingerprint(const std::string& of, const std::vector<Sums::Row>& rows) {
  std::string all = of;
  for (const Sums::Row& row : rows) all += "\n" + row.name + " " + row.chance;
  return sha256(all);
}

void count(Sums& sums, std::uint64_t k, const VariantOutcome& o) {
  if (!o.known) return;
  if (!o.fault.empty()) {
    ++sums.faults[o.fault];
    return;
  }
  ++sums.analysed;
  const std::array<std::uint64_t, 2> own = mark(sums.lot.seed, k);
  for (std::size_t c = 0; c < o.stands.size(); ++c) {
    if (!o.stands[c]) continue;
    ++sums.conclusions[c].stands;
    for (std::size_t w = 0; w < 2; ++w) sums.conclusions[c].mark.at(w) += own.at(w);
  }
}

void add(Sums& sum, const Sums& part) {
  sum.analysed += part.analysed;
  for (const auto& [fault, n] : part.faults) sum.faults[fault] += n;
  for (std::size_t c = 0; c < sum.conclusions.size(); ++c) {
    sum.conclusions[c].stands += part.conclusions[c].stands;
    for (std::size_t w = 0; w < 2; ++w) sum.conclusions[c].mark.at(w) += part.conclusions[c].mark.at(w);
  }
}

bool belong_together(const Sums& a, const Sums& b) {
  return a.fingerprint == b.fingerprint && a.replies == b.replies && a.lot.seed == b.lot.seed &&
         a.lot.variants == b.lot.variants && a.lot.parts == b.lot.parts &&
         a.conclusions.size() == b.conclusions.size();
}

}  // namespace

std::uint64_t Lot::first() const {
  return static_cast<std::uint64_t>(Count{variants} * (part - 1) / parts);
}
std::uint64_t Lot::end() const {
  return static_cast<std::uint64_t>(Count{variants} * part / parts);
}

std::uint64_t Sums::counted() const {
  std::uint64_t all = analysed;
  for (const auto& [fault, n] : faults) all += n;
  return all;
}

std::vector<Change> drawn(const Variants& variants, const Chances& chances, std::uint64_t seed,
                          std::uint64_t k) {
  std::vector<Change> all;
  Counter four{};
  for (std::size_t a = 0; a < variants.assumptions().size(); ++a) {
    if (a % 4 == 0) four = numbers(seed, k, static_cast<std::uint32_t>(a / 4), 0);
    const std::uint64_t chance = chances.of(variants.assumptions()[a].firmness).millionths;
    const std::uint64_t lot = std::uint64_t{four.at(a % 4)} * 1000000;
    if (lot >= chance << 32) continue;
    if (variants.assumptions()[a].kind == Assumption::Kind::order && 2 * lot < chance << 32) {
      all.push_back({Change::Kind::swap, a, 0});  // in one half, else both are liked alike
      continue;
    }
    for (const Change& c : failing(variants.model(), variants.assumptions(), a)) all.push_back(c);
  }
  return all;
}

Sums sample(const Variants& variants, const Chances& chances, const Lot& lot,
            const std::string& fingerprint_of, const Say& say, const Watch& watch) {
  Sums sums{.title = variants.model().title,
            .replies = variants.model().replies,
            .lot = lot,
            .table = table(variants, chances)};
  sums.fingerprint = fingerprint(fingerprint_of, sums.table);
  for (const Conclusion& c : variants.plain().found)
    sums.conclusions.push_back({.id = c.id,
                                .sentence = say(variants.plain(), c),
                                .of_weight = c.kind != Conclusion::Kind::equilibrium});
  for (std::uint64_t from = lot.first(); from < lot.end(); from += drawn_at_once) {
    const std::uint64_t end = std::min(from + drawn_at_once, lot.end());
    std::vector<Premises> each;
    for (std::uint64_t k = from; k < end; ++k)
      each.push_back(variants.premises_of(drawn(variants, chances, lot.seed, k)));
    const Watch part{watch.stop, [&](std::size_t done, std::size_t of) {
                       if (watch.progress)
                         watch.progress(from - lot.first() + done * (end - from) / of,
                                        lot.end() - lot.first());
                     }};
    const std::vector<VariantOutcome> outcomes = variants.outcomes(each, part);
    for (std::uint64_t k = from; k < end; ++k) count(sums, k, outcomes[k - from]);
    if (watch.stop.ended()) break;
  }
  return sums;
}

std::string merge(std::vector<Sums>& parts) {
  std::sort(parts.begin(), parts.end(), [](const Sums& a, const Sums& b) { return a.lot.part < b.lot.part; });
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const Lot& lot = parts[k].lot;
    if (!belong_together(parts[0], parts[k]))
      return "these parts do not belong together: the case, the chances, the seed, the number of variants or "
             "the "
             "number of parts differ";
    if (k > 0 && lot.part == parts[k - 1].lot.part)
      return "part " + std::to_string(lot.part) + " is there twice";
    if (parts[k].counted() != lot.end() - lot.first())
      return "part " + std::to_string(lot.part) + " is not complete";
  }
  for (std::uint32_t i = 1; i <= parts[0].lot.parts; ++i)
    if (i > parts.size() || parts[i - 1].lot.part != i) return "part " + std::to_string(i) + " is missing";
  for (std::size_t k = 1; k < parts.size(); ++k) add(parts[0], parts[k]);
  parts.resize(1);
  parts[0].lot.part = parts[0].lot.parts = 1;
  return {};
}

std::vector<std::vector<std::size_t>> together(const Sums& sums) {
  std::vector<std::vector<std::size_t>> sets;
  std::map<std::array<std::uint64_t, 3>, std::size_t> of;
  for (std::size_t c = 0; c < sums.conclusions.size(); ++c) {
    const Sums::OfConclusion& one = sums.conclusions[c];
    const auto [at, is_new] = of.try_emplace({one.stands, one.mark[0], one.mark[1]}, sets.size());
    if (is_new) sets.emplace_back();
    sets[at->second].push_back(c);
  }
  std::erase_if(sets, [](const std::vector<std::size_t>& set) { return set.size() < 2; });
  return sets;
}

Interval wilson(std::uint64_t stands, std::uint64_t of) {
  if (of == 0) return {};
  constexpr double z = 1.959963984540054;
  const auto n = static_cast<double>(of);
  const double share = static_cast<double>(stands) / n;
  const double middle = share + z * z / (2 * n);
  const double half = z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  const double whole = 1 + z * z / n;
  return {stands == 0 ? 0 : (middle - half) / whole, stands == of ? 1 : (middle + half) / whole};
}

}  // namespace entente

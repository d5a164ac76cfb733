// What the variants of one case have in common.
#include "whatif/shared_variants.h"

#include <algorithm>
#include <utility>

#include "engine/explicit/fitting.h"
#include "model/each_grounds.h"
#include "path/blocks.h"

namespace entente {

struct SharedVariants::Laid {
  std::shared_ptr<const Ranks> ranks;
  Blocks blocks;
};

namespace {

/// Numbers of states kept, in floors, in ranks and in blocks: half a gigabyte of ranks.
constexpr std::uint64_t most_shared = std::uint64_t{1} << 27;

/// Of a limit of memory a quarter is for what is shared.
std::uint64_t room(const Stop& stop) {
  constexpr std::uint64_t share = 4;
  return std::min(most_shared, stop.bytes().value_or(UINT64_MAX) / (share * sizeof(Rank)));
}

/// What no conclusion depends on taken out, so that a variant costs less.
void strip(Model& model) {
  model.sources.clear();
  model.evidence.clear();
  model.events.clear();
  each_grounds(model, [](Grounds& g) { g = {}; });
}

std::string first_fault(const CaseReading& reading) {
  if (reading.too_many) return "too-many-states";
  for (const Diagnostic& d : reading.diagnostics.sorted())
    if (d.severity == Severity::error) return d.code;
  return "no-case";
}

}  // namespace

SharedVariants::SharedVariants(Binding plain, Stop stop)
    : plain_(std::move(plain)), stop_(std::move(stop)), room_(room(stop_)) {
  strip(plain_.model);
  // Without a rule there may be states of no id, or of two: no fault of a variant.
  plain_.state_known.assign(plain_.model.named_states.size(), false);
}

Variant SharedVariants::variant(const Premises& premises) const {
  const std::shared_ptr<const Floor> floor = this->floor(premises);
  if (!floor->fault.empty()) return {{}, floor->fault};
  Case found{with(plain_.model, premises), floor->states, floor->status_quo};
  for (std::size_t i = 0; i < premises.parties.size(); ++i)
    found.common.ranks.push_back(ranks(premises, floor->states, i));
  for (std::size_t i = 0; i < premises.parties.size(); ++i)
    found.common.blocks.push_back(blocks(premises, found, i));
  if (fitting_representation(found.model, found.states) == Representation::dense)
    found.common.frame = frame(premises, found);
  found.common.ranks_without = [this, premises, floor](PartyId i, const std::vector<std::size_t>& left_out) {
    return ranks_without(premises, floor->states, index(i), left_out);
  };
  return {std::move(found), {}};
}

std::shared_ptr<const SharedVariants::Floor> SharedVariants::floor(const Premises& premises) const {
  return once(floors_, premises.rules, [&] {
    Binding changed = plain_;
    changed.model = with(plain_.model, premises);
    changed.places.rules.clear();
    for (std::size_t r = 0; r < premises.rules.size(); ++r)
      if (premises.rules[r]) changed.places.rules.push_back(plain_.places.rules[r]);
    CaseReading reading = read_case(std::move(changed), Budget{.stop = stop_});
    return reading.found ? Floor{{}, std::move(reading.found->states), reading.found->status_quo}
                         : Floor{first_fault(reading)};
  });
}

std::shared_ptr<const DenseFrame> SharedVariants::frame(const Premises& premises, const Case& variant) const {
  return once(frames_, Courses{premises.rules, premises.options, premises.ways},
              [&] { return DenseFrame(variant.model, variant.states); });
}

std::shared_ptr<const Ranks> SharedVariants::ranks(const Premises& premises, const States& states,
                                                   std::size_t party) const {
  return once(ranks_, Preferences{premises.rules, party, premises.parties[party], premises.rankings[party]},
              [&] {
                const Model model = with(plain_.model, premises);
                return entente::ranks(model, static_cast<PartyId>(party), states, model.day());
              });
}

/// Without a preference a party ranks as in the variant in which it is dropped.
std::shared_ptr<const Ranks> SharedVariants::ranks_without(Premises premises, const States& states,
                                                           std::size_t party,
                                                           const std::vector<std::size_t>& left_out) const {
  for (std::size_t n = premises.parties[party].size(); n-- > 0;)
    if (std::find(left_out.begin(), left_out.end(), n) != left_out.end()) premises.drop(party, n);
  return ranks(premises, states, party);
}

std::shared_ptr<const Blocks> SharedVariants::blocks(const Premises& premises, const Case& variant,
                                                     std::size_t party) const {
  std::vector<Premises::Course> courses;
  for (const OptionId o : variant.model.parties[party].options) courses.push_back(premises.options[index(o)]);
  const Preferences preferences{premises.rules, party, premises.parties[party], premises.rankings[party]};
  const auto laid = once(laid_, Grounds{preferences, std::move(courses), premises.ways[party]}, [&] {
    const std::shared_ptr<const Ranks>& ranks = variant.common.ranks[party];
    return Laid{ranks, Blocks(variant.model, variant.states, static_cast<PartyId>(party), *ranks)};
  });
  return {laid, &laid->blocks};
}

namespace {

/// What a state takes in a party's blocks is about that much more than in its ranks.
constexpr std::size_t of_blocks = sizeof(Member) / sizeof(Rank) + 1;

std::size_t states_in(const Ranks& ranks) {
  return ranks.size();
}
std::size_t states_in(const DenseFrame& frame) {
  return 64 * frame.space.feasible.size();
}
template <class Kept>
std::size_t states_in(const Kept& kept) {
  if constexpr (requires { kept.blocks; })
    return of_blocks * kept.ranks->size();
  else
    return kept.states.size();
}

/// What it takes to remember that something was asked for once, as numbers of states.
constexpr std::uint64_t of_a_key = 128;

}  // namespace

// Made outside the lock, perhaps by two at once, who make the same. What is asked for once only, as most of a
// variant of two changes is, is not kept.
template <class Key, class Thing, class Make>
std::shared_ptr<const Thing> SharedVariants::once(std::map<Key, std::shared_ptr<const Thing>>& made,
                                                  const Key& key, const Make& make) const {
  {
    const std::lock_guard lock(reading_);
    if (const auto it = made.find(key); it != made.end() && it->second != nullptr) return it->second;
  }
  auto thing = std::make_shared<const Thing>(make());
  const std::lock_guard lock(reading_);
  const auto at = made.find(key);
  if (at == made.end()) {
    if (room_ >= of_a_key && made.try_emplace(key, nullptr).second) room_ -= of_a_key;
  } else if (const std::size_t states = states_in(*thing); at->second == nullptr && states <= room_) {
    at->second = thing;
    room_ -= states;
  }
  return thing;
}

}  // namespace entente

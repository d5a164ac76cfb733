// The conclusions of an analysis.
#include "whatif/conclusions.h"

#include <algorithm>
#include <array>

#include "view/holding.h"

namespace entente {
namespace {

constexpr std::uint32_t near = 2;  // concessions to an equilibrium that is a conclusion of its own

class Gatherer {
 public:
  explicit Gatherer(const Analysis& analysis) : a_(analysis), model_(analysis.model()) {}

  std::vector<Conclusion> all() {
    stabilities();
    if (model_.agreement) settlements();
    outlook();
    equilibria();
    return std::move(found_);
  }

 private:
  using Kind = Conclusion::Kind;

  void stabilities() {
    static_cast<void>(a_.ahead(Concept::seq));  // makes its verdicts along the way, which are used here
    std::vector<std::array<bool, concepts.size()>> of_mover;
    for (MoverId i : model_.mover_ids())
      of_mover.push_back(stable_under([&](Concept c) { return a_.stable_now(i, c); }));
    for (Concept c : concepts)
      for (MoverId i : model_.mover_ids())
        found_.push_back({Kind::stability, "stability/" + std::string(id(c)) + "/" + model_.id(i),
                          of_mover[index(i)].at(slot(c)), i, c});
  }

  void settlements() {
    const Settlement& s = a_.settlement();
    found_.push_back({Kind::zone, "zone", !s.zone.empty()});
    if (s.zone.empty()) found_.push_back({Kind::gap, "gap", waivers()});
    if (s.agreement.empty()) return;
    const std::optional<Holding> first = first_holding(a_);
    const StateSet best = entente::recommended(s, first ? &*first : nullptr);
    const bool holds = first && !first->holds.empty();
    about(Kind::recommended, "recommended", best);
    about(Kind::division, "division", best, divisions(best));
    about(Kind::holding, "holding", best, holds);
    about(Kind::concessions, "concessions", s.agreement, fewest(s.agreement));
  }

  void outlook() {
    const Outlook& o = a_.ahead(Concept::seq);
    about(Kind::heading, "heading", o.heading);
    about(Kind::resting, "resting", o.resting);
  }

  void equilibria() {
    Lookout lookout(a_.states().stop());
    StateSet single = a_.verdicts(Concept::seq).equilibria;
    for (const NamedState& named : model_.named_states) class_that_lasts(named, single);
    single.for_each([&](StateId state) {
      lookout();
      if (concessions()[state] > near) return;
      found_.push_back({.kind = Kind::equilibrium,
                        .id = "equilibrium/" + form(state),
                        .value = std::optional(concessions()[state]),
                        .state = state});
    });
  }

  /// Situations of one id that are all equilibria are one conclusion, and are taken out of the others.
  void class_that_lasts(const NamedState& named, StateSet& single) {
    StateSet all = where(model_.conditions, named.at, a_.states());
    if (all.count() < 2 || !(all - single).empty()) return;
    single -= all;
    std::uint32_t fewest = UINT32_MAX;
    all.for_each([&](StateId s) { fewest = std::min(fewest, concessions()[s]); });
    if (fewest <= near) about(Kind::equilibrium, "equilibrium/" + named.id, all, std::optional(fewest));
  }

  /// To the equilibria that are near, and to the nearest settlement.
  const std::vector<std::uint32_t>& concessions() {
    if (!concessions_) {
      const StateSet none(a_.states().size());
      concessions_ = a_.concessions(
          {a_.verdicts(Concept::seq).equilibria, near, model_.agreement ? a_.settlement().agreement : none});
    }
    return *concessions_;
  }

  void about(Kind kind, std::string id, const StateSet& states, Conclusion::Value value) {
    found_.push_back({kind, std::move(id), std::move(value), {}, {}, states});
  }
  void about(Kind kind, std::string id, const StateSet& states) {
    std::string value;
    states.for_each([&](StateId s) { value += (value.empty() ? "" : "; ") + form(s); });
    about(kind, std::move(id), states, std::move(value));
  }

  /// "japan.sign=yes,russia.sign=no"
  std::string form(StateId s) const {
    std::string text;
    for (std::size_t k = 0; k < model_.options.size(); ++k) {
      const auto o = static_cast<OptionId>(k);
      text +=
          (text.empty() ? "" : ",") + model_.reference(o) + "=" + model_[o].values[a_.states().value(s, o)];
    }
    return text;
  }

  std::string waivers() const {
    std::vector<std::string> ways;
    for (const Opening& o : a_.settlement().gap) {
      std::string way;
      for (const Waiver& w : o.waive) way += (way.empty() ? "" : " and ") + waiver(w);
      ways.push_back(way);
    }
    std::sort(ways.begin(), ways.end());
    std::string text;
    for (const std::string& way : ways) text += (text.empty() ? "" : "; ") + way;
    return text;
  }

  std::string waiver(const Waiver& w) const {
    const Party& party = model_[w.party];
    return party.id + ": " + (w.demand ? party.preferences[*w.demand].text : "below the status quo");
  }

  std::string divisions(const StateSet& states) const {
    std::string text;
    for (const Division& d : a_.settlement().divisions)
      if (!(d.states & states).empty()) text += (text.empty() ? "" : "; ") + division(d);
    return text;
  }

  std::string division(const Division& d) const {
    std::string text;
    for (std::size_t k = 0; k < d.holders.size(); ++k)
      text += (text.empty() ? "" : ",") + model_.stakes[k].id + "=" +
              (d.holders[k] ? model_[*d.holders[k]].id : "-");
    for (const auto& [o, v] : d.settled)
      text += (text.empty() ? "" : ",") + model_.reference(o) + "=" + model_[o].values[v];
    return text;
  }

  std::optional<std::uint32_t> fewest(const StateSet& settlements) {
    std::uint32_t least = unreachable;
    settlements.for_each([&](StateId s) { least = std::min(least, concessions()[s]); });
    return least == unreachable ? std::nullopt : std::optional(least);
  }

  const Analysis& a_;
  const Model& model_;
  std::optional<std::vector<std::uint32_t>> concessions_;
  std::vector<Conclusion> found_;
};

std::string yes_or_no(Conclusion::Kind kind, bool yes) {
  switch (kind) {
    case Conclusion::Kind::stability: return yes ? "stable" : "unstable";
    case Conclusion::Kind::zone: return yes ? "open" : "empty";
    default: return yes ? "holds" : "does not hold";
  }
}

}  // namespace

std::string value_text(Conclusion::Kind kind, const Conclusion::Value& value) {
  if (const bool* yes = std::get_if<bool>(&value)) return yes_or_no(kind, *yes);
  if (const auto* fewest = std::get_if<std::optional<std::uint32_t>>(&value))
    return *fewest ? std::to_string(**fewest) : "no path";
  return std::get<std::string>(value);
}

std::size_t place_for_readers(std::string_view id) {
  constexpr std::array<std::string_view, 10> order = {"recommended", "division",    "zone",    "gap",
                                                      "holding",     "concessions", "resting", "heading",
                                                      "stability",   "equilibrium"};
  const std::string_view kind = id.substr(0, id.find('/'));
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), kind) - order.begin());
}

ConclusionsById conclusions_by_id(const std::vector<Conclusion>& all) {
  ConclusionsById found;
  for (const Conclusion& c : all) found.emplace(c.id, &c);
  return found;
}

std::vector<Conclusion> conclusions(const Analysis& analysis) {
  return Gatherer(analysis).all();
}

}  // namespace entente

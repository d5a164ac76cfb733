// A case as a conflict of GMCR+: options that are taken or not, what is infeasible as patterns of them, and
// what each party wants as such patterns or as its ranking of the states.
#include "brief/exported_conflict.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "brief/binary_options.h"
#include "brief/json.h"
#include "exchange/gmcr.h"
#include "states/rank.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr std::size_t most_binary_options = 64;
constexpr std::size_t most_ranked = std::size_t{1} << 16;  // states; import reads no more
constexpr std::uint64_t most_combinations = std::uint64_t{1} << 20;

/// What GMCR+ calls a direction of change that an option's `moves` are; nothing where they are none.
std::optional<std::string> direction(const Option& option) {
  const auto values = static_cast<Value>(option.values.size());
  const auto is = [&](Moves::Kind kind) {
    const Moves whole{.kind = kind};
    for (Value from = 0; from < values; ++from)
      for (Value to = 0; to < values; ++to)
        if (from != to && whole.allow(from, to) != option.moves.allow(from, to)) return false;
    return true;
  };
  if (is(Moves::Kind::free)) return "both";
  if (is(Moves::Kind::forward)) return "fwd";
  if (is(Moves::Kind::backward)) return "back";
  if (is(Moves::Kind::fixed)) return "none";
  return std::nullopt;
}

/// A condition: all of its options together, or one of several such.
Json condition(const std::vector<TakenTogether>& any) {
  Json members = Json::array();
  for (const TakenTogether& one : any) {
    Json pattern = Json::array();
    for (const auto& [option, taken] : one) pattern.push_back(Json::array({option, taken ? "Y" : "N"}));
    members.push_back(std::move(pattern));
  }
  if (members.size() == 1) return members.front();
  return {{"compound", true}, {"members", std::move(members)}};
}

/// A set of states as few patterns; nothing where it takes too many.
std::optional<std::vector<Pattern>> patterns_of(const Model& model, const States& states,
                                                const StateSet& set) {
  std::vector<Pattern> found = patterns(model, states, set);
  StateSet covered(states.size());
  for (const Pattern& pattern : found) covered |= pattern.covers;
  return covered == set ? std::optional(std::move(found)) : std::nullopt;
}

class Conflict {
 public:
  explicit Conflict(const Case& of)
      : of_(of), model_(of.model), options_(of.model), by_rankings_(written_by_rankings(of.model)) {}

  std::variant<std::string, TooMuch> written() {
    Json json = {{"decisionMakers", Json::array()}, {"options", written_options()}};
    json["infeasibles"] = infeasible();
    if (by_rankings_) number_states();
    for (const PartyId i : model_.party_ids()) {
      if (too_much_) break;
      json["decisionMakers"].push_back(party(i));
    }
    json["useManualPreferenceRanking"] = by_rankings_;
    json["program"] = "Entente";
    if (too_much_) return *too_much_;
    std::string all = text(json);
    if (all.size() <= gmcr::largest_file) return all;
    return TooMuch{"the file would have more than " + grouped(gmcr::largest_file) + " bytes"};
  }

 private:
  Json written_options() const {
    Json all = Json::array();
    for (std::size_t o = 0; o < model_.options.size(); ++o) {
      const OptionId option{static_cast<std::uint32_t>(o)};
      for (std::size_t n = options_.first(option); n < options_.end(option); ++n)
        all.push_back(
            {{"name", options_.name(option, n)}, {"permittedDirection", *direction(model_[option])}});
    }
    return all;
  }

  /// Of each rule what those before it leave and it does not.
  Json infeasible() {
    Json all = Json::array();
    for (const TakenTogether& one : options_.impossible()) all.push_back(condition({one}));
    Model before = model_;
    before.rules.clear();
    for (const Rule& rule : model_.rules) {
      const auto left = feasible_states(before, {.states = most_combinations, .stop = of_.states.stop()});
      const States* const states = std::get_if<States>(&left);
      if (states == nullptr)
        return give_up("its courses have more than " + grouped(most_combinations) +
                           " combinations, too many to tell which a rule rules out",
                       all);
      const StateSet broken = StateSet(states->size(), true) - where(model_.conditions, rule.holds, *states);
      const auto found = patterns_of(before, *states, broken);
      if (!found) return give_up(too_many_patterns("a rule"), all);
      for (const TakenTogether& one : options_.taken(*found)) all.push_back(condition({one}));
      before.rules.push_back(rule);
    }
    return all;
  }

  Json party(PartyId i) {
    Json own = Json::array();
    for (const OptionId option : model_[i].options)
      for (std::size_t n = options_.first(option); n < options_.end(option); ++n) own.push_back(n);
    Json json = {{"name", plain(model_[i].name)}, {"options", std::move(own)}};
    json["preferences"] = by_rankings_ ? Json::array() : statements(i);
    if (by_rankings_) json["preferenceRanking"] = ranking(i);
    return json;
  }

  /// Those in force that tell states apart.
  Json statements(PartyId i) {
    Json all = Json::array();
    for (const EqualStatements& alone : model_[i].by_importance(model_.day())) {
      const ConditionId wish = model_[i].preferences[alone.front()].statement;
      const StateSet set = where(model_.conditions, wish, of_.states);
      if (set.empty() || set.count() == of_.states.size()) continue;
      const auto found = patterns_of(model_, of_.states, set);
      if (!found) return give_up(too_many_patterns("a statement"), all);
      all.push_back(condition(options_.taken(*found)));
    }
    return all;
  }

  /// GMCR+ counts states from 1, the first option being the least significant.
  void number_states() {
    if (of_.states.size() > most_ranked) {
      too_much_ =
          TooMuch{"its parties rank " + grouped(of_.states.size()) +
                  " states directly, and a ranking is written of " + grouped(most_ranked) + " at most"};
      return;
    }
    std::vector<std::pair<std::uint64_t, StateId>> order;
    for (StateId s = 0; s < of_.states.size(); ++s) order.emplace_back(options_.code(of_.states, s), s);
    std::sort(order.begin(), order.end());
    number_.resize(order.size());
    for (std::size_t n = 0; n < order.size(); ++n) number_[order[n].second] = n + 1;
  }

  /// Best first; those that are liked equally stand in a list.
  Json ranking(PartyId i) const {
    const Ranks own = ranks(model_, i, of_.states, model_.day());
    std::vector<std::vector<std::size_t>> best_first(classes(own));
    for (StateId s = 0; s < own.size(); ++s) best_first[best_first.size() - 1 - own[s]].push_back(number_[s]);
    Json all = Json::array();
    for (std::vector<std::size_t>& alike : best_first) {
      std::sort(alike.begin(), alike.end());
      all.push_back(alike.size() == 1 ? Json(alike.front()) : Json(alike));
    }
    return all;
  }

  static std::string too_many_patterns(const std::string& what) {
    return what + " takes more than " + grouped(most_patterns) +
           " patterns of options that are taken or not, and no more are written";
  }

  Json give_up(std::string why, Json so_far) {
    too_much_ = TooMuch{std::move(why)};
    return so_far;
  }

  const Case& of_;
  const Model& model_;
  BinaryOptions options_;
  bool by_rankings_;
  std::vector<std::size_t> number_;  // of each state
  std::optional<TooMuch> too_much_;
};

}  // namespace

std::optional<std::string> no_conflict(const Case& of) {
  const Model& model = of.model;
  if (!model.groups.empty()) return "the case has joint acts, and in GMCR+ each decision maker acts alone";
  for (const Party& party : model.parties)
    if (!party.moves.empty())
      return fmt::format("the party '{}' lists its moves, and GMCR+ knows them by its options alone",
                         party.id);
  for (std::size_t o = 0; o < model.options.size(); ++o) {
    const Option& option = model.options[o];
    if (option.when || !option.moves.guarded.empty() || !direction(option))
      return fmt::format(
          "the option '{}' may be changed under conditions, or between some of its courses alone, and in "
          "GMCR+ "
          "an option may be changed both ways, one way or not at all",
          model.reference(static_cast<OptionId>(o)));
  }
  const std::size_t binary = BinaryOptions(model).size();
  if (binary <= most_binary_options) return std::nullopt;
  return fmt::format("it takes {} options that are taken or not, and {} are the most", binary,
                     most_binary_options);
}

bool written_by_rankings(const Model& model) {
  return std::any_of(model.parties.begin(), model.parties.end(), [&](const Party& party) {
    const std::vector<EqualStatements> all = party.by_importance(model.day());
    return party.weighted || !party.ranking.empty() ||
           std::any_of(all.begin(), all.end(), [](const EqualStatements& e) { return e.size() > 1; });
  });
}

std::variant<std::string, TooMuch> conflict_gmcr(const Case& of) {
  return Conflict(of).written();
}

}  // namespace entente

// Warnings of what the feasible situations of a case show.
#include "warnings/meanings.h"

#include <fmt/format.h>

#include <algorithm>

#include "formula/formula.h"
#include "model/teller.h"
#include "states/residual.h"

namespace entente {
namespace {

constexpr std::uint64_t most_work = 1'000'000;  // parts of formulas looked at for all rules together

/// Whether some values of the options meet a formula, whatever the rules are; nothing where that would be
/// more work.
class Search {
 public:
  Search(const Model& model, Residuals& residuals) : model_(model), residuals_(residuals) {}

  std::optional<bool> met(Residual formula) const {
    if (formula == always || formula == never) return formula == always;
    if (residuals_.work() > most_work) return std::nullopt;
    const OptionId option = residuals_.next(formula);
    bool sure = true;
    for (std::size_t v = 0; v < model_[option].values.size(); ++v) {
      const std::optional<bool> below = met(residuals_.progress(formula, option, static_cast<Value>(v)));
      if (below.value_or(false)) return true;
      sure = sure && below.has_value();
    }
    return sure ? std::optional(false) : std::nullopt;
  }

 private:
  const Model& model_;
  Residuals& residuals_;
};

class SituationWarnings {
 public:
  SituationWarnings(const casefile::Case& written, const Model& model, const MetBy& met, const MadeBy& made,
                    Diagnostics& diagnostics)
      : written_(written), model_(model), made_(made), teller_(diagnostics) {
    std::vector<ConditionId> asked;
    if (model.agreement) asked.push_back(model.agreement->when);
    for (const Party& party : model.parties)
      for (const Preference& one : party.preferences) asked.push_back(one.statement);
    for (const Option& option : model.options)
      for (const GuardedChange& one : option.moves.guarded) asked.push_back(one.when);
    for (const Party& party : model.parties)
      for (const ListedMove& one : party.moves) asked.insert(asked.end(), {one.from, one.to});
    met_ = met(asked);
  }

  void tell() {
    std::size_t k = 0;
    if (model_.agreement) agreement(met_[k++]);
    for (const casefile::Party& party : written_.parties)
      for (const casefile::Preference& one : party.preferences) statement(one, met_[k++]);
    for (const Option& option : model_.options)
      for (const GuardedChange& one : option.moves.guarded) change(option, one, met_[k++]);
    for (std::size_t p = 0; p < model_.parties.size(); ++p)
      for (std::size_t n = 0; n < model_.parties[p].moves.size(); ++n, k += 2)
        listed_move(p, n, met_[k], met_[k + 1]);
    rules();
    if (model_.agreement && written_.agreement->needs && met_.front() != Met::never) joint_acts();
  }

 private:
  void warn(const char* code, Place at, const std::string& message, const std::string& help) {
    teller_.warning(code, at, message, help);
  }

  void agreement(std::optional<Met> met) {
    const auto& when = written_.agreement->when;
    if (!when) return;
    if (met == Met::never)
      warn("never-met", when->at, "no situation counts as a settlement: none meets 'when'",
           "mend 'when', or the rules that leave none");
    const bool meant = read_formula(when->value).formula.kind == Formula::Kind::truth;
    if (met == Met::always && !meant)
      warn("always-met", when->at, "every situation counts as a settlement: all of them meet 'when'",
           "mend 'when', or write \"true\"");
  }

  void statement(const casefile::Preference& one, std::optional<Met> met) {
    if (!one.statement || !met || met == Met::sometimes || one.of_ranking) return;
    const bool demand = one.demand && one.demand->value;
    const std::string kind = demand ? "demand" : "wish";
    if (met == Met::never)
      warn("never-met", one.statement->at, "no situation meets this " + kind,
           demand ? "its party would accept no settlement" : "it tells no situation from another");
    else
      warn("always-met", one.statement->at, "every situation meets this " + kind,
           "it tells no situation from another");
  }

  /// A change that no situation opens, at the condition that was written first for it.
  void change(const Option& option, const GuardedChange& change, std::optional<Met> met) {
    if (met != Met::never) return;
    const casefile::Option& written =
        casefile::option_of(written_, static_cast<std::size_t>(&option - model_.options.data()));
    if (!written.moves) return;
    for (const casefile::Change& one : written.moves->changes)
      if (one.when && one.from.value == option.values[change.from] &&
          one.to.value == option.values[change.to])
        return warn("never-met", one.when->at, "no situation meets the 'when' of this change",
                    "mend it, or take the change out");
  }

  void listed_move(std::size_t party, std::size_t number, std::optional<Met> from, std::optional<Met> to) {
    const casefile::Move& written = written_.parties[party].moves[number];
    if (from == Met::never && written.from)
      warn("never-met", written.from->at, "no situation meets this 'from'", "mend it, or take the move out");
    if (to == Met::never && written.to)
      warn("never-met", written.to->at, "no situation meets this 'to'", "mend it, or take the move out");
    if (from == Met::never || to == Met::never) return;
    if (made_(static_cast<PartyId>(party), number) == false)
      warn("lists-no-move", written.at,
           fmt::format("'{}' has no move from a situation that meets 'from' to one that meets 'to'",
                       model_.parties[party].id),
           "its own options alone can change, as their 'moves' and 'when' allow");
  }

  /// Of joint acts without which there is no settlement, those of a party whose consent it does not need.
  void joint_acts() {
    Residuals residuals(model_);
    const Search search(model_, residuals);
    std::vector<ConditionId> settled = {model_.agreement->when};
    for (const Rule& rule : model_.rules) settled.push_back(rule.holds);
    const Residual settlement = residuals.all_of(settled);
    const std::vector<PartyId> consenting = model_.consenting();
    for (const Group& group : model_.groups)
      for (const OptionId o : group.options)
        if (search.met(residuals.progress(settlement, o, model_[o].status_quo)) == false)
          for (const PartyId i : group.members)
            if (std::find(consenting.begin(), consenting.end(), i) == consenting.end())
              warn("joint-not-needed", written_.agreement->needs->at,
                   fmt::format(
                       "every settlement takes {}, which '{}' is a party to; its consent is not needed",
                       model_.reference(o), model_[i].id),
                   "add it to 'needs', since nobody else can act in its place; or mend 'when'");
  }

  /// A rule forbids nothing where no combination of values that the others leave breaks it; of rules that say
  /// the same the first is not told.
  void rules() {
    Residuals residuals(model_);
    const Search search(model_, residuals);
    std::vector<Residual> all;
    for (const Rule& rule : model_.rules) all.push_back(residuals.all_of({rule.holds}));
    for (std::size_t r = all.size(); r-- > 0;) {
      std::vector<Residual> broken = all;
      broken[r] ^= 1U;
      const bool alone = search.met(broken[r]) == false;
      if (!alone && search.met(residuals.conjunction(broken)) != false) continue;
      all[r] = always;
      warn("forbids-nothing", casefile::place_of(written_.rules[r]),
           alone ? "this rule forbids nothing" : "this rule forbids nothing that the other rules leave",
           "mend it, or take it out");
    }
  }

  const casefile::Case& written_;
  const Model& model_;
  const MadeBy& made_;
  Teller teller_;
  std::vector<std::optional<Met>> met_;
};

}  // namespace

void warn_of_situations(const casefile::Case& written, const Model& model, const MetBy& met,
                        const MadeBy& made, Diagnostics& diagnostics) {
  SituationWarnings(written, model, met, made, diagnostics).tell();
}

}  // namespace entente

// The whole in five lines: whether it moves, why, what would open a settlement, who then gets what, and the
// weakest of what is cited for it.
#include <algorithm>

#include "brief/brief_sections.h"
#include "states/rank.h"
#include "view/state_ids.h"
#include "view/story.h"
#include "words/change_words.h"
#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/path_words.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::size_t few = 2;           // steps of a road, ways to open a settlement
constexpr std::size_t most_changes = 4;  // of parties, in a settlement
constexpr std::size_t few_settlements = 256;

/// "Abe goes to Sochi, then Putin goes to Tokyo"
std::string in_turn(const std::vector<std::string>& steps) {
  std::string text;
  for (const std::string& step : steps) text += (text.empty() ? "" : ", then ") + step;
  return text;
}

class Short {
 public:
  explicit Short(const Telling& t) : t_(t), view_(t.view), voice_(t.voice), rest_(t.view.rest()) {}

  Briefly told() {
    add(briefly_.moving, moving());
    add(briefly_.reason, reason());
    add(briefly_.opening, opening());
    add(briefly_.then, then());
    std::string least;
    add(least, weakest());
    return std::move(briefly_);
  }

 private:
  void add(std::string& line, std::string text) {
    if (text.empty()) return;
    line = sentence(capitalised(std::move(text)));
    briefly_.lines.push_back(line);
  }

  /// Whether it moves or rests.
  std::string moving() {
    const OutlookSeen& outlook = view_.outlook(Concept::seq);
    if (!outlook.heading_decided) return "whether the present lasts was not decided";
    if (outlook.heading->count() == 1) return "the present lasts";
    if (rest_ == nullptr || !rest_->rests)
      return "the present does not last" +
             std::string(rest_ == nullptr ? "" : ", and it comes to rest nowhere: one gain follows another");
    std::vector<std::string> steps;
    for (const WordStep& step : rest_->road) {
      use(step);
      if (steps.size() < few) steps.push_back(t_.move(step));
    }
    const std::size_t left = rest_->road.size() - steps.size();
    return "the present does not last: " + in_turn(steps) +
           (left > 0 ? ", and after " + counted(left, "further step") + " it rests" : ", and there it rests");
  }

  /// Why it rests there.
  std::string reason() {
    if (rest_ == nullptr || !rest_->rests) return {};
    for (const std::vector<DepartureSeen>& own : rest_->departures)
      for (const DepartureSeen& d : own)
        if (d.simplest && d.answer && !d.answer->empty()) return feared(d);
    return nobody_gains(view_.model(), *rest_);
  }

  std::string feared(const DepartureSeen& d) {
    std::vector<std::string> answers;
    for (const WordStep& a : *d.answer) {
      use(a);
      answers.push_back(voice_.would(voice_.changes(a.mover, view_.layout(), a.from, a.to), "would then "));
    }
    return (rest_->road.empty() ? "" : "there ") + would_rather(t_, d.move) + "; what stops it is that " +
           listed(answers);
  }

  /// What would open a settlement, or what the one costs that all accept.
  std::string opening() {
    if (!view_.model().agreement) return no_agreement_words();
    settlement_ = view_.settlement();
    if (settlement_ == nullptr) return "which settlements there are was not decided";
    if (settlement_->agreement->empty()) return "no situation that is possible is a settlement";
    for (const PartyId i : settlement_->consenting)
      for (const std::size_t k : demands_in_force(view_.model(), i))
        used_.push_back({Assumption::Kind::demand, i, k});
    if (settlement_->zone->empty()) return ways_to_open();
    const Count n = counted_once(view_, settlement_->zone);
    return counted(n, "settlement") + (n == 1 ? " is" : " are") + " accepted by " + all_words(voice_) + "; " +
           way_there();
  }

  std::string ways_to_open() {
    std::vector<std::string> ways;
    const std::vector<OpeningSeen>& gap = settlement_->gap;
    for (std::size_t k = 0; k < std::min(few, gap.size()); ++k)
      ways.push_back(waivers_words(voice_, gap[k].waive));
    if (gap.size() > few || settlement_->gap_cut) ways.emplace_back("some other party gives way");
    return "no settlement is accepted by " + all_words(voice_) + "; one opens where " +
           listed(ways, "or where") + together();
  }

  /// Who would each gain by a settlement made together, counted from where it rests.
  std::string together() {
    const CoalitionsSeen* found = view_.coalitions();
    if (found == nullptr) return {};
    for (const GainSeen& gain : (found->rest ? *found->rest : found->now).gains)
      if (!gain.alone && settlement_->agreement->contains(gain.to))
        return "; but " + std::string(found->rest ? "where it rests " : "") + voice_.names(gain.coalition) +
               " would each gain by one, if they make it together";
    return {};
  }

  std::string way_there() {
    const Set target = view_.recommended_first();
    const WayFound found = view_.way({.to = target, .deadline = view_.model().deadline()});
    const std::string which = target_words(t_, 0);
    if (!found.decided) return "whether a way leads to " + which + " was not decided";
    if (!found.way) return "no way leads to " + which;
    return "the way to " + which + " takes " + concessions_words(voice_, *found.way);
  }

  /// Who then gets what.
  std::string then() {
    if (settlement_ == nullptr || settlement_->agreement->empty()) return {};
    const Set best = view_.recommended_first();
    if (!best || best->empty()) return {};
    const bool staked = !view_.model().stakes.empty();
    const std::string what = staked ? shared_holdings(view_, voice_, best) : otherwise(*best);
    if (what.empty() && staked) return {};
    const bool first_way = settlement_->zone->empty() && settlement_->gap.size() > 1;
    const std::string told = what.empty() ? nothing_shared_words(*best, view_.status_quo())
                             : first_way  ? "in the first case " + what
                                          : "in the recommended one " + what;
    return told + worse(*best) + breaking(*best);
  }

  std::string breaking(const Situations& best) {
    const std::optional<HoldingSeen> held = view_.holding(std::size_t{0});
    if (!held || !held->holds->empty()) return {};
    return best.count() == 1 ? "; it would not last" : "; none of them would last";
  }

  /// Whose consent it takes and who is worse off than today all the same, by all that it wishes.
  std::string worse(const Situations& best) const {
    const std::vector<Word> looked_at = best.first(few_settlements);
    std::vector<PartyId> in_all, in_some;
    for (const PartyId i : settlement_->consenting) {
      const auto below = std::count_if(looked_at.begin(), looked_at.end(), [&](Word then) {
        return compare(view_.model(), i, view_.layout(), then, view_.status_quo(), view_.model().day()) < 0;
      });
      if (below > 0) (Count(below) == best.count() ? in_all : in_some).push_back(i);
    }
    return worse_off(in_all, "then worse off than today") +
           worse_off(in_some, "worse off than today in some of them");
  }

  std::string worse_off(const std::vector<PartyId>& some, const std::string& how) const {
    if (some.empty()) return {};
    const bool one = some.size() == 1;
    return "; by all that " + (one ? voice_.verb(some[0], "it wishes, ", "they wish, ") : "they wish, ") +
           voice_.names(some) + (one ? voice_.verb(some[0], " is ", " are ") : " are ") + how;
  }

  std::string otherwise(const Situations& best) const {
    std::vector<std::string> all = shared_changes(voice_, view_.layout(), view_.status_quo(), best);
    if (all.size() > most_changes + 1) {
      const std::size_t more = all.size() - most_changes;
      all.resize(most_changes);
      all.push_back(in_words(more) + " other parties do otherwise than today");
    }
    return listed(all);
  }

  /// The weakest of the assumptions that the conclusions hang on, where the changes were made; else of those
  /// whose statements the lines above follow from: the first of equals.
  std::string weakest() {
    const std::vector<Assumption> all = assumptions(view_.model());
    const std::vector<bool> carries = carrying(all.size());
    const Assumption* least = nullptr;
    for (std::size_t k = 0; k < all.size(); ++k)
      if ((t_.rests != nullptr ? carries[k] : used(all[k])) &&
          (least == nullptr || all[k].firmness < least->firmness))
        least = &all[k];
    if (least == nullptr) return {};
    briefly_.weakest = least->id;
    const bool demand = least->kind == Assumption::Kind::demand;
    return std::string(t_.rests != nullptr ? "least certain of what conclusions hang on: "
                                           : "least certain here: ") +
           (demand ? demanded(voice_, *least->party, view_.model()[*least->party].preferences[least->number])
                   : assumption_words(voice_, *least)) +
           " " + cited(view_.model(), least->grounds, Citing::numbers);
  }

  /// Which assumptions carry what the brief concludes.
  std::vector<bool> carrying(std::size_t assumptions) const {
    std::vector<bool> all(assumptions, false);
    if (t_.rests == nullptr) return all;
    const std::vector<Conclusion>& found = t_.rests->variants.plain().found;
    for (std::size_t c = 0; c < found.size(); ++c)
      if (found[c].kind != Conclusion::Kind::stability && found[c].kind != Conclusion::Kind::equilibrium)
        for (const std::size_t a : t_.rests->robustness.carriers[c]) all[a] = true;
    return all;
  }

  bool used(const Assumption& a) const {
    return a.party && std::any_of(used_.begin(), used_.end(), [&](const Used& u) {
             return u.kind == a.kind && u.party == *a.party && u.number == a.number;
           });
  }

  struct Used {
    Assumption::Kind kind;
    PartyId party;
    std::size_t number;
  };

  /// Notes what makes a party take a step.
  void use(const WordStep& step) {
    for (const PartyId i : view_.model().members(step.mover))
      for (const std::size_t n : decisive(view_.model(), view_.layout(), i, step.from, step.to))
        used_.push_back({Assumption::Kind::statement, i, n});
  }

  const Telling& t_;
  const View& view_;
  const Voice& voice_;
  const RestSeen* rest_;  // null where it was not found out
  const SettlementSeen* settlement_ = nullptr;
  std::vector<Used> used_;
  Briefly briefly_;
};

}  // namespace

Briefly briefly(const Telling& t) {
  return Short(t).told();
}

}  // namespace entente

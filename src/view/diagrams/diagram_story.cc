// One state of a case in diagrams and one mover: its improvements there, and the others' answers.
#include "view/diagrams/diagram_story.h"

#include <algorithm>

#include "engine/symbolic/tally.h"
#include "view/story.h"

namespace entente {
namespace {

constexpr std::size_t most_told = 64;       // of all improvements
constexpr std::size_t few_open = 64;        // improvements looked at for the simplest one
constexpr std::uint64_t few_tried = 2'000;  // words, for each of them

bool nobody_answers(Concept c) {
  return std::all_of(concepts.begin(), concepts.end(), [&](Concept other) { return implies(c, other); });
}

Cone::View seen_by(Concept c) {
  return {answer_steps(c), row(c).symmetric};
}

/// Those that are told: none where the budget ran out.
std::vector<Word> chosen(const Departing& departing, const StorySeen& story, bool in_full) {
  if (in_full && departing.count() <= most_told) return departing.simplest(most_told, true);
  if (story.verdict == Verdict::stable) return departing.simplest(told_of_one);
  if (story.verdict == Verdict::undecided) return {};
  const auto open = departing.undeterred();
  return open && *open ? std::vector<Word>{**open} : std::vector<Word>();
}

/// Where it is known that something deters it, the search for what does may be given up.
Departing::Answered what_becomes(DiagramWork& work, const StorySeen& story, MoverId mover, Word improvement,
                                 bool in_full) {
  if (story.verdict == Verdict::unstable && !in_full) return {false};
  auto by = work.within(
      0.1, [&] { return Departing(work.engine(), story.seen, mover, story.at).answered(improvement); });
  Departing::Answered known = by ? *std::move(by) : Departing::Answered();
  if (story.verdict == Verdict::stable) known.deterred = true;
  return known;
}

}  // namespace

Departing::Departing(const Symbolic& engine, Concept c, MoverId mover, Word at)
    : engine_(engine), concept_(c), mover_(mover), at_(at), cone_(engine, mover, at, seen_by(c)) {}

/// Improvements that not even moves at the others' own cost deter: improvements of theirs do so less.
Diagram Departing::undeterred_by_moves() const {
  if (nobody_answers(concept_) || cone_.improvements().empty()) return cone_.improvements();
  std::vector<PartyId> others = engine_.members(mover_);
  const PartyId last = others.back();
  others.pop_back();
  Diagram better = engine_.all();  // where all others gain (stability/concepts.h)
  for (const PartyId i : others) better &= less(engine_.rank_at(i, at_), engine_.rank(i));
  const RankBits worth = others.empty() ? engine_.rank(last) : engine_.within(engine_.rank(last), better);
  const RankBits sanction = engine_.worst_reach(
      mover_, last, row(concept_).symmetric ? engine_.best_move(mover_, worth) : worth, Steps::plain);
  return cone_.improvements() & less(engine_.rank_at(last, at_), sanction);
}

std::optional<bool> Departing::stable() const {
  if (!undeterred_by_moves().empty()) return false;
  return answer_steps(concept_) == Steps::improving ? cone_.verdict().stable : std::optional(true);
}

std::optional<std::optional<Word>> Departing::undeterred() const {
  const Diagram surely = undeterred_by_moves();
  if (answer_steps(concept_) != Steps::improving) return simplest_of(surely);
  const Cone quick(engine_, mover_, at_, seen_by(concept_), few_tried);
  if (const std::optional<Diagram> open = quick.undeterred(few_open)) return simplest_of(*open);
  if (!surely.empty()) return simplest_of(surely);
  const Cone::Verdict verdict = cone_.verdict();
  return verdict.stable ? std::optional(verdict.undeterred) : std::nullopt;
}

/// That with the fewest changes, then the lowest.
std::optional<Word> Departing::simplest_of(const Diagram& improvements) const {
  const Encoding& encoding = engine_.encoding();
  std::vector<Diagram> changing = {improvements};  // so many options
  for (const OptionId o : encoding.model().options_of(mover_)) {
    const Diagram same = encoding.has(o, encoding.layout().value(at_, o));
    changing.emplace_back();
    for (std::size_t n = changing.size(); n-- > 0;)
      changing[n] = (changing[n] & same) | (n == 0 ? Diagram() : changing[n - 1] - same);
  }
  const auto fewest =
      std::find_if(changing.begin(), changing.end(), [](const Diagram& d) { return !d.empty(); });
  return fewest == changing.end() ? std::nullopt : entente::first(encoding.diagrams(), *fewest);
}

/// An improvement and those of which it is a part that is as good.
Diagram Departing::no_better_beyond(Word improvement) const {
  const Encoding& encoding = engine_.encoding();
  Diagram beyond = engine_.all();
  for (const PartyId i : engine_.members(mover_))
    beyond &= at_most(engine_.rank(i), engine_.rank_at(i, improvement));
  for (const OptionId o : encoding.model().options_of(mover_)) {
    const Value value = encoding.layout().value(improvement, o);
    if (value != encoding.layout().value(at_, o)) beyond &= encoding.has(o, value);
  }
  return beyond;
}

std::vector<Word> Departing::simplest(std::size_t most, bool all) const {
  std::vector<Word> order;
  Diagram others = cone_.improvements();
  const auto take = [&](Diagram left, bool lean) {
    while (order.size() < most) {
      const std::optional<Word> next = simplest_of(left);
      if (!next) return;
      order.push_back(*next);
      const Diagram it = only(engine_.encoding().diagrams(), *next);
      others -= it;
      left -= lean ? no_better_beyond(*next) : it;
    }
  };
  take(others, true);
  if (all) take(others, false);
  return order;
}

Departing::Answered Departing::answered(Word improvement) const {
  if (nobody_answers(concept_)) return {false};
  const Cone::Search found = cone_.answer(improvement);
  if (std::holds_alternative<std::monostate>(found)) return {false};
  const auto* answer = std::get_if<std::vector<ConeStep>>(&found);
  if (answer == nullptr) return {};
  Answered by{true};
  for (const ConeStep& step : *answer) {
    by.answer.push_back({step.mover, improvement, step.to});
    improvement = step.to;
  }
  return by;
}

std::optional<StorySeen> diagram_story(DiagramWork& work, DiagramStability& stability, StorySeen asked,
                                       bool in_full) {
  if (asked.who.movers.size() != 1) return std::nullopt;
  const MoverId i = asked.who.movers.front();
  asked.verdict = stability.verdict(asked.seen, i, asked.at);
  const auto told = work.within(0.2, [&] {
    const Departing departing(work.engine(), asked.seen, i, asked.at);
    return std::pair(departing.count(), chosen(departing, asked, in_full));
  });
  if (!told) return std::nullopt;
  asked.improvements = told->first;
  for (const Word to : told->second) {
    const Departing::Answered by = what_becomes(work, asked, i, to, in_full);
    if (by.deterred) asked.told.push_back({to, {{i, asked.at, to}}, *by.deterred, by.answer});
  }
  return asked;
}

std::pair<std::vector<DepartureSeen>, std::optional<Count>> diagram_departures(DiagramWork& work, MoverId i,
                                                                               Word at, bool rests) {
  const auto found = work.within(0.2, [&] {
    const Departing departing(work.engine(), Concept::seq, i, at);
    return std::pair(departing.count(), departing.simplest(1));
  });
  if (!found) return {{}, std::nullopt};
  if (found->second.empty()) return {{}, found->first};
  const Word to = found->second.front();
  const StorySeen asked{actor(work.model(), i), Concept::seq, at,
                        rests ? Verdict::stable : Verdict::undecided};
  const Departing::Answered by = what_becomes(work, asked, i, to, true);
  if (!by.deterred) return {{}, found->first};
  return {{{{i, at, to}, *by.deterred ? std::optional(by.answer) : std::nullopt}}, found->first - 1};
}

}  // namespace entente

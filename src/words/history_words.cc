// The past in words: the score and the moves behind it.
#include "words/history_words.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "words/concept_words.h"
#include "words/english.h"

namespace entente {
namespace {

/// One party's part in one event.
struct PastMove {
  std::size_t event = 0;
  Doing doing;
};

std::vector<PastMove> moves(const History& history) {
  std::vector<PastMove> all;
  for (std::size_t k = 0; k < history.events.size(); ++k)
    for (const Doing& doing : history.events[k].doings) all.push_back({k, doing});
  return all;
}

std::vector<PartyId> movers(const std::vector<PastMove>& moves) {
  std::vector<PartyId> all;
  for (const PastMove& move : moves) all.push_back(move.doing.party);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string share(std::uint64_t of, std::uint64_t all) {
  if (of == 0) return "none was a gain";
  if (of == all) return "all " + in_words(of) + " were gains";
  return in_words(of) + (of == 1 ? " was a gain" : " were gains");
}

/// "; without the two statements that are dated, eight"
std::string undated(const PastScore& score) {
  if (score.dated == 0) return {};
  const std::string statements =
      score.dated == 1
          ? "the one wish that is dated, and may be written to fit the past"
          : "the " + in_words(score.dated) + " wishes that are dated, and may be written to fit the past";
  return "; without " + statements + ", " + none_or(score.undated) + (score.undated <= 1 ? " was" : " were");
}

std::string score_words(const Voice& voice, const std::vector<PastMove>& moves, const History& history) {
  const PastScore& score = history.score;
  const std::string since = long_date(voice.model().events[moves.front().event].date);
  const std::string by = voice.names(movers(moves));
  if (score.moves == 1)
    return "The one move, by " + by + ", " + since + ", was " + (score.expected == 1 ? "a" : "no") +
           " gain for the mover" + undated(score) + ".";
  const bool together = std::any_of(history.events.begin(), history.events.end(),
                                    [](const PastEvent& past) { return past.doings.size() > 1; });
  return "Of " + counted(score.moves, "move") + " by " + by + " since " + since +
         (together ? ", each counted once for each party that made it, " : " ") +
         share(score.expected, score.moves) + " for the mover" + undated(score) + ".";
}

/// Of a joint act for whom it was so, where that is not all who acted: ", for the state".
std::string for_whom(const Voice& voice, const History& history, const PastMove& move,
                     const std::function<bool(const Doing&)>& which) {
  if (!voice.model().is_group(move.doing.mover)) return {};
  std::vector<PartyId> those;
  for (const Doing& doing : history.events[move.event].doings)
    if (which(doing)) those.push_back(doing.party);
  return those.size() == history.events[move.event].doings.size() ? "" : ", for " + voice.names(those);
}

/// Some of the moves, each with its date; those of one event and mover once.
template <class Which>
std::string listing(const Voice& voice, const Layout& layout, const History& history,
                    const std::vector<PastMove>& moves, std::size_t most, Which which) {
  std::vector<std::string> all;
  std::set<std::pair<std::size_t, MoverId>> told;
  for (const PastMove& move : moves)
    if (which(move.doing) && told.emplace(move.event, move.doing.mover).second)
      all.push_back(doing_words(voice, layout, history, move.event, move.doing.mover) +
                    for_whom(voice, history, move, which) + " (" +
                    long_date(voice.model().events[move.event].date) + ")");
  if (all.size() > most) {
    const std::size_t more = all.size() - most;
    all.resize(most);
    all.push_back(in_words(more) + " more, which 'entente history' lists");
  }
  return listed(all);
}

}  // namespace

std::vector<std::string> past_fits(const Voice& voice, const Layout& layout, const History& history,
                                   std::size_t most) {
  const std::vector<PastMove> all = moves(history);
  if (all.empty()) return {};
  std::vector<std::string> lines = {score_words(voice, all, history)};
  const auto add = [&](const std::string& head, auto which) {
    const std::string list = listing(voice, layout, history, all, most, which);
    if (!list.empty()) lines.push_back(head + list + ".");
  };
  add("Conceded without need, as the model sees it: ",
      [](const Doing& d) { return d.kind == StepKind::concession; });
  add("All the same to the mover: ", [](const Doing& d) { return d.kind == StepKind::neutral; });
  add("Explained only by wishes that count for a time: ",
      [](const Doing& d) { return d.kind == StepKind::improvement && d.undated != StepKind::improvement; });
  return lines;
}

std::string doing_words(const Voice& voice, const Layout& layout, const History& history, std::size_t event,
                        MoverId mover) {
  const PastEvent& past = history.events[event];
  const std::vector<Course> own = voice.changes(mover, layout, past.before, past.after);
  if (!own.empty()) return voice.clause(own);
  std::string told = plain(voice.model().events[event].what);
  while (told.ends_with('.')) told.pop_back();
  return "\"" + told + "\", for " + voice.name(mover);
}

std::string kind_words(const Voice& voice, MoverId mover, StepKind kind) {
  switch (kind) {
    case StepKind::improvement: return voice.name(mover) + " " + voice.verb(mover, "gains", "gain");
    case StepKind::concession: return voice.name(mover) + " " + voice.verb(mover, "concedes", "concede");
    case StepKind::neutral: return "all the same to " + voice.name(mover);
  }
  return {};
}

std::string kinds_words(const Voice& voice, MoverId mover, const StepKinds& kinds) {
  const std::vector<PartyId> members = voice.model().members(mover);
  std::vector<std::string> all;
  for (const StepKind kind : {StepKind::improvement, StepKind::concession, StepKind::neutral}) {
    std::vector<PartyId> those;
    for (std::size_t m = 0; m < members.size(); ++m)
      if (kinds.members[m] == kind) those.push_back(members[m]);
    if (those.size() == members.size()) return kind_words(voice, mover, kind);
    if (those.empty()) continue;
    const std::string names = voice.names(those);
    if (kind == StepKind::neutral)
      all.push_back("to " + names + " it is all the same");
    else if (those.size() == 1)
      all.push_back(kind_words(voice, those.front(), kind));
    else
      all.push_back(names + (kind == StepKind::concession ? " concede" : " gain"));
  }
  return listed(all);
}

std::string stability_words(const Voice& voice, const History& history, const Doing& doing) {
  if (!doing.stable && history.ended) return "whether the situation before was stable was not decided";
  if (!doing.stable)
    return "the situation before breaks a rule, so that it was not asked whether it was stable";
  std::vector<std::string> yes;
  std::vector<std::string> no;
  for (const Concept c : concepts)
    (doing.stable->at(static_cast<std::size_t>(c)) ? yes : no).push_back(short_name(c));
  const std::string before = "the situation before was ";
  if (yes.empty()) return before + "stable for " + voice.name(doing.mover) + " under no concept";
  if (no.empty()) return before + "stable for " + voice.name(doing.mover) + " under every concept";
  return before + "stable for " + voice.name(doing.mover) + " under " + listed(yes) + ", not under " +
         listed(no, "or");
}

}  // namespace entente

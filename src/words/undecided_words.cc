// What was not found out, in words.
#include "words/undecided_words.h"

#include "words/english.h"

namespace entente {

std::string tally_words(const Tally& tally) {
  if (tally.decided()) return grouped(tally.least);
  return grouped(tally.least) + " to " + grouped(tally.most);
}

std::string verdicts_words(const View& view, const Voice& voice, Concept c, Word at) {
  const std::pair<Verdict, const char*> kinds[] = {{Verdict::stable, "stable for "},
                                                   {Verdict::unstable, "not stable for "},
                                                   {Verdict::undecided, "not decided for "}};
  std::string text;
  for (const auto& [kind, words] : kinds) {
    std::vector<PartyId> parties;
    for (const PartyId i : view.model().party_ids())
      if (view.verdict(c, i, at) == kind) parties.push_back(i);
    if (!parties.empty()) text += (text.empty() ? "" : ", ") + (words + voice.names(parties));
  }
  return text;
}

std::string undecided_words(const View& view) {
  switch (view.undecided()) {
    case Undecided::nothing: return {};
    case Undecided::for_want_of_budget:
      return "The budget was spent: not everything was decided (--budget).\n";
    case Undecided::since_asked_to_stop: return "Stopped as asked: not everything was decided.\n";
  }
  return {};
}

}  // namespace entente

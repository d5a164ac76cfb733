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
    std::vector<std::string> names;
    if (!parties.empty()) names.push_back(voice.names(parties));
    for (const MoverId i : view.model().mover_ids())
      if (view.model().is_group(i) && view.verdict(c, i, at) == kind)
        names.push_back(voice.name(i) + " together");
    if (!names.empty()) text += (text.empty() ? "" : ", ") + (words + listed(names, "and for"));
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

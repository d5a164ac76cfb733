// Linked disputes and the wishes over several of them, in words.
#include "words/dispute_words.h"

#include <algorithm>

#include "model/wording.h"
#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/settle_words.h"

namespace entente {

LinkWish wish_of(const Linkage& l, std::size_t link) {
  const casefile::Link& written = l.linked->linking.links[link];
  const Model& model = l.whole->model();
  const auto same = [&](const casefile::Link& other) {
    return text_of(other.party) == text_of(written.party) &&
           text_of(other.statement) == text_of(written.statement);
  };
  const auto& links = l.linked->linking.links;
  auto before = std::count_if(links.begin(), links.begin() + static_cast<std::ptrdiff_t>(link), same);
  for (const PartyId i : model.party_ids())
    for (const Preference& p : model[i].preferences)
      if (model[i].id == text_of(written.party) && p.text == folded(text_of(written.statement)) &&
          before-- == 0)
        return {i, &p};
  return {};
}

std::string wish_over_disputes(const Linkage& l, const Voice& voice, std::size_t link, bool grounds) {
  const LinkWish found = wish_of(l, link);
  const casefile::Link& written = l.linked->linking.links[link];
  if (found.wish == nullptr) return "A wish of " + text_of(written.party);
  std::string text = voice.name(found.party) +
                     (found.wish->demand ? voice.verb(found.party, " insists", " insist")
                                         : voice.verb(found.party, " wants", " want")) +
                     ": " + demanded(voice, found.party, *found.wish);
  if (grounds) text += " " + cited(l.whole->model(), found.wish->grounds);
  if (written.instead_of) text += ", in the stead of its wish \"" + plain(written.instead_of->value) + "\"";
  return capitalised(text);
}

std::string dispute_title(const Linkage& l, std::size_t dispute) {
  return "\"" + plain(l.parts[dispute].alone->model().title) + "\"";
}

std::vector<PartyId> shared_parties(const Linkage& l) {
  std::vector<PartyId> all;
  for (const PartyId i : l.whole->model().party_ids()) {
    const auto in =
        std::count_if(l.parts.begin(), l.parts.end(), [&](const PartAlone& part) { return part.has(i); });
    if (in > 1) all.push_back(i);
  }
  return all;
}

}  // namespace entente

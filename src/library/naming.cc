// Parties and states named on the command line.
#include "library/naming.h"

#include "text/nearest.h"
#include "words/english.h"

namespace entente {

std::optional<PartyId> named_party(Asked& asked, const char* flag, std::string_view word) {
  std::vector<std::string> ids;
  for (PartyId i : asked.model().party_ids()) {
    ids.push_back(asked.model()[i].id);
    if (asked.model()[i].id == word || plain(asked.model()[i].name) == word) return i;
  }
  const std::optional<std::string> near = nearest(word, ids);
  refuse(asked, std::string(flag) + ": error: no party is called '" + plain(word) + "'; " +
                    (near ? "did you mean '" + *near + "'?" : "the parties are " + listed(ids)));
  return std::nullopt;
}

}  // namespace entente

// A case being asked, looked at as far as it goes.
#include "library/viewing.h"

#include <algorithm>

#include "library/ending.h"
#include "words/english.h"

namespace entente {

Answer finish(Asked& asked, const View& view, bool written) {
  if (!view.whole()) asked.answer.status = over_budget;
  return finish(asked, written);
}

Answer out_of_reach(Asked& asked, const char* what) {
  asked.answer.status = over_budget;
  asked.answer.err += std::string("the situations are too many to list, and ") + what + " lists them.\n";
  return asked.answer;
}

Set where(Asked& asked, const View& view, const char* flag, const std::optional<std::string>& text,
          const std::optional<ConditionId>& condition) {
  if (!condition) return view.all();
  Set set = view.where(*condition);
  if (!set) {
    asked.answer.status = over_budget;
    asked.answer.err += std::string(flag) + ": where '" + plain(*text) + "' holds was not decided.\n";
  } else if (set->empty()) {
    refuse(asked, std::string(flag) + ": error: '" + plain(*text) + "' holds in no possible situation");
    return nullptr;
  }
  return set;
}

std::optional<Word> numbered_state(Asked& asked, const View& view, std::uint64_t number) {
  const std::optional<Word> word = view.numbered(number);
  if (!word)
    refuse(asked, "--state: error: there is no situation " + grouped(number) +
                      "; they are numbered from 1 to " + grouped(view.situations()));
  return word;
}

}  // namespace entente

// Which files a case includes, for a program that reads them.
#include "casefile/read.h"
#include "entente/links.h"
#include "links/disputes.h"

namespace entente {

std::vector<std::string> included_files(const Input& input) {
  if (input.content.find("include") == std::string::npos) return {};
  Diagnostics unheard;
  return included_files(casefile::read(Text(input.name, input.content), unheard));
}

}  // namespace entente

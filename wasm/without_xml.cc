// The engine in a page reads no XML, so no files of GENIUS.
#include "exchange/genius.h"

namespace entente::genius {

bool is_genius(std::string_view) {
  return false;
}

std::variant<exchange::MadeCase, exchange::Refused> case_of(const std::vector<exchange::GivenFile>& files,
                                                            std::string_view) {
  return exchange::Refused{
      files.empty() ? std::string() : files.front().name, 0, 0,
      "files of GENIUS are not read in a page; make a case of them with 'entente import'"};
}

}  // namespace entente::genius

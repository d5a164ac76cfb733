// The engine in a page has no exact fractions, so no negotiations of GeniusWeb and NegoLog.
#include "exchange/geniusweb.h"
#include "exchange/negolog.h"

namespace entente {
namespace {

std::variant<exchange::MadeCase, exchange::Refused> no_negotiation(
    const std::vector<exchange::GivenFile>& files) {
  return exchange::Refused{
      files.empty() ? std::string() : files.front().name, 0, 0,
      "negotiations in JSON are not read in a page; make a case of them with 'entente import'"};
}

}  // namespace

namespace geniusweb {

bool is_geniusweb(std::string_view) {
  return false;
}

std::variant<exchange::MadeCase, exchange::Refused> case_of(const std::vector<exchange::GivenFile>& files,
                                                            std::string_view) {
  return no_negotiation(files);
}

}  // namespace geniusweb

namespace negolog {

bool is_negolog(std::string_view) {
  return false;
}

std::variant<exchange::MadeCase, exchange::Refused> case_of(const std::vector<exchange::GivenFile>& files,
                                                            std::string_view) {
  return no_negotiation(files);
}

}  // namespace negolog

}  // namespace entente

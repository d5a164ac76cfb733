// Negotiations of GENIUS, GeniusWeb and NegoLog made a case, with the profiles of their parties.
#include "library/import_negotiation.h"

#include "exchange/genius.h"
#include "exchange/geniusweb.h"
#include "exchange/negolog.h"

namespace entente {
namespace {

using MadeOrRefused = std::variant<exchange::MadeCase, exchange::Refused>;

Made made_by(MadeOrRefused (*case_of)(const std::vector<exchange::GivenFile>&, std::string_view),
             const std::vector<Input>& files) {
  std::vector<exchange::GivenFile> given;
  for (const Input& file : files) given.push_back({file.name, file.content});
  MadeOrRefused made = case_of(given, /*title=*/"");
  if (const auto* why = std::get_if<exchange::Refused>(&made)) return refusal(*why);
  return std::get<exchange::MadeCase>(std::move(made));
}

}  // namespace

Made made_of_genius(const std::vector<Input>& files, const ImportRequest&, const Look&) {
  return made_by(genius::case_of, files);
}

Made made_of_geniusweb(const std::vector<Input>& files, const ImportRequest&, const Look&) {
  return made_by(geniusweb::case_of, files);
}

Made made_of_negolog(const std::vector<Input>& files, const ImportRequest&, const Look&) {
  return made_by(negolog::case_of, files);
}

}  // namespace entente

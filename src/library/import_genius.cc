// A negotiation domain of GENIUS made a case, with the profiles of its parties.
#include "library/import_genius.h"

#include "exchange/genius.h"

namespace entente {

Made made_of_genius(const std::vector<Input>& files, const ImportRequest&, const Look&) {
  std::vector<exchange::GivenFile> given;
  for (const Input& file : files) given.push_back({file.name, file.content});
  auto made = genius::case_of(given, /*title=*/"");
  if (const auto* why = std::get_if<exchange::Refused>(&made)) return refusal(*why);
  return std::get<exchange::MadeCase>(std::move(made));
}

}  // namespace entente

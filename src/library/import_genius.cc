// A negotiation domain of GENIUS made a case, with the profiles of its parties.
#include "library/import_genius.h"

#include <fmt/format.h>

#include "exchange/genius.h"
#include "library/opened.h"

namespace entente {
namespace {

Answer refusal(const exchange::Refused& why) {
  const std::string place = why.line == 0 ? "" : fmt::format(":{}:{}", why.line, why.column);
  return {faulty, fmt::format("{}{}: error: {}\n", why.file, place, one_line(why.message))};
}

}  // namespace

Made made_of_genius(const std::vector<Input>& files, const ImportRequest&, const Look&) {
  std::vector<exchange::GivenFile> given;
  for (const Input& file : files) given.push_back({file.name, file.content});
  auto made = genius::case_of(given, /*title=*/"");
  if (const auto* why = std::get_if<exchange::Refused>(&made)) return refusal(*why);
  return std::get<exchange::MadeCase>(std::move(made));
}

}  // namespace entente

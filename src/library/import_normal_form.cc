// A game in normal form made a case.
#include "library/import_normal_form.h"

#include "exchange/normal_form.h"

namespace entente {

Made made_of_normal_form(const std::vector<Input>& files, const ImportRequest&, const Look&) {
  auto made = exchange::case_of_normal_form({files.front().name, files.front().content});
  if (const auto* why = std::get_if<exchange::Refused>(&made)) return refusal(*why);
  return std::get<exchange::MadeCase>(std::move(made));
}

}  // namespace entente

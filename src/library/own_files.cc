// Which files this program wrote, of this version or an earlier one, told by how they begin.
#include <algorithm>

#include "brief/proof_lines.h"
#include "entente/entente.h"
#include "page/document.h"

namespace entente {
namespace {

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

/// The text behind what it begins with; nothing where it begins otherwise.
std::optional<std::string_view> behind(std::string_view text, std::string_view beginning) {
  return begins(text, beginning) ? std::optional(text.substr(beginning.size())) : std::nullopt;
}

bool is_page(std::string_view text) {
  return begins(text, "<!doctype html>\n") && claims(text).has_value();
}

/// A drawing of another program names other fonts, or more in its first line.
bool is_picture(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  return begins(line, R"(<svg xmlns="http://www.w3.org/2000/svg" )") &&
         line.find(R"( font-family="Helvetica, Arial, )") != std::string_view::npos &&
         line.ends_with(R"(sans-serif" font-size="12">)");
}

/// A blank where there are blanks and line ends, so that it is the same at every width; no colours.
std::string unset(std::string_view text) {
  std::string words;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (text[k] == '\x1b')
      k = std::min(text.find('m', k), text.size());
    else if (text[k] != '\n' && text[k] != ' ')
      words += text[k];
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  return words;
}

/// Behind the number that a text begins with, digits in groups of three or not; nothing where there is none.
std::optional<std::string_view> behind_number(std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789,");
  return end == 0 || end == std::string_view::npos ? std::nullopt : std::optional(text.substr(end));
}

/// A heading in capitals, "...: 10,000 VARIANTS, SEED 1", and how samples begin, now or once.
bool is_sample_for_people(std::string_view text) {
  const std::string words = unset(text);
  constexpr std::string_view middle = " VARIANTS, SEED ";
  const std::size_t counted = words.find(middle);
  if (counted == std::string::npos) return false;
  const std::string_view heading = std::string_view(words).substr(0, counted);
  if (heading.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos) return false;
  const auto rest = behind_number(std::string_view(words).substr(counted + middle.size()));
  return rest && (begins(*rest, " In how many variants each conclusion is still drawn, ") ||
                  begins(*rest, " In each variant every assumption fails independently: ") ||
                  begins(*rest, " This is part "));
}

bool is_sample(std::string_view text) {
  const auto inside = behind(text, "{\n \"");
  if (!inside) return is_sample_for_people(text);
  return begins(*inside, "entente-sample\": ") ||
         begins(*inside, "note\": \"shares of the model's variants, not forecasts\"");
}

bool is_certificate(std::string_view text) {
  const auto schema = behind(text, "{\"proof\":\"");
  return schema && begins(*schema, proof_schema.substr(0, proof_schema.find('/') + 1));
}

bool is_witness(std::string_view text) {
  return begins(text, "# A witness made by entente robust. ");
}

/// Lines of cases, as `batch` writes them.
bool is_batch(std::string_view text) {
  return begins(text, "{\"batch\":\"");
}

}  // namespace

bool is_own_file(std::string_view beginning) {
  return is_page(beginning) || is_picture(beginning) || is_sample(beginning) || is_certificate(beginning) ||
         is_witness(beginning) || is_batch(beginning);
}

}  // namespace entente

// The library of cases: listed with a line each, or one of them printed.
#include "library/shelf.h"

#include <algorithm>
#include <sstream>

#include "brief/sheet.h"
#include "casefile/template.h"
#include "entente/cases.h"
#include "entente/entente.h"
#include "library/opened.h"
#include "text/text.h"

namespace entente {

std::string one_line(const ShelfCase& of) {
  const std::string_view first = of.text.substr(0, of.text.find('\n'));
  const std::size_t dash = first.find(" - ");
  return std::string(dash == std::string_view::npos ? "" : first.substr(dash + 3));
}

namespace {

std::vector<std::string> names(const std::vector<ShelfCase>& of) {
  std::vector<std::string> all;
  for (const ShelfCase& c : of) all.emplace_back(c.name);
  return all;
}

/// Empty where none has the name.
std::string_view text_of(std::string_view name, const std::vector<ShelfCase>& of) {
  for (const ShelfCase& c : of)
    if (c.name == name) return c.text;
  return {};
}

bool has(std::string_view text, std::string_view word) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [&](char a, char b) { return small(a) == small(b); }) != text.end();
}

}  // namespace

std::vector<std::string> case_names() {
  return names(shelf());
}
std::vector<std::string> template_names() {
  return names(templates());
}

std::string_view new_case(std::string_view from) {
  return from.empty() ? casefile::new_case() : text_of(from, templates());
}

std::vector<ShelfCase> shelf_with(std::string_view words) {
  std::vector<ShelfCase> found = shelf();
  std::istringstream split{std::string(words)};
  for (std::string word; split >> word;)
    std::erase_if(found, [&](const ShelfCase& c) { return !has(c.name, word) && !has(c.text, word); });
  return found;
}

Answer list_cases(const Look& look, const Sink& out, std::string_view search) try {
  const std::vector<ShelfCase> found = shelf_with(search);
  if (found.empty())
    return {faulty, "no case of the library has '" + one_line(std::string(search)) +
                        "'; 'entente cases' lists them\n"};
  Sheet sheet(face(look));
  Table table;
  for (const ShelfCase& c : found) table.rows.push_back({std::string(c.name), one_line(c)});
  sheet.rows(table, 0);
  if (search.empty())
    sheet.paragraph("--game N, from 1 to " + std::to_string(strict_games) +
                    ", prints one of the strict games of two parties with two courses each.");
  return {out(sheet.text()) ? answered : faulty, {}};
} catch (...) {
  return thrown();
}

Answer print_case(std::string_view name, const Sink& out) try {
  if (const std::string_view text = text_of(name, shelf()); !text.empty())
    return {out(text) ? answered : faulty, {}};
  const std::optional<std::string> near = nearest(name, case_names());
  return {faulty, "the library has no case '" + std::string(name) + "'" +
                      (near ? "; did you mean '" + *near + "'?" : "; 'entente cases' lists them") + "\n"};
} catch (...) {
  return thrown();
}

}  // namespace entente

// The library of cases: listed with a line each, or one of them printed.
#include "library/shelf.h"

#include <algorithm>

#include "brief/sheet.h"
#include "casefile/template.h"
#include "entente/cases.h"
#include "entente/entente.h"
#include "library/opened.h"
#include "text/text.h"

namespace entente {

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

/// A heading a group, the names below one another in all of them.
void tell_by_group(const std::vector<LibraryCase>& cases, Sheet& sheet) {
  std::size_t widest = 0;
  for (const LibraryCase& c : cases) widest = std::max(widest, c.name.size());
  for (auto c = cases.begin(); c != cases.end();) {
    sheet.heading(c->group);
    Table table;
    for (const std::string& group = c->group; c != cases.end() && c->group == group; ++c)
      table.rows.push_back({padded(c->name, static_cast<unsigned>(widest)), c->line});
    sheet.rows(table, 0);
  }
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

Answer list_cases(const Look& look, const Sink& out, std::string_view search) try {
  const std::vector<LibraryCase> found = library_cases(search);
  if (found.empty())
    return {faulty, "no case of the library has '" + one_line(search) + "'; 'entente cases' lists them\n"};
  Sheet sheet(face(look));
  tell_by_group(found, sheet);
  if (search.empty()) {
    sheet.gap();
    sheet.paragraph("--game N, from 1 to " + std::to_string(strict_games) +
                    ", prints one of the strict games of two parties with two courses each.");
  }
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

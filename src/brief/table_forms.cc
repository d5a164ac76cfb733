// Textbook tables in the forms in which they are used: on a terminal, in a spreadsheet, in a text, on a
// slide.
#include "brief/table_forms.h"

#include <algorithm>
#include <array>

#include "text/html.h"

namespace entente {
namespace {

using Row = std::vector<std::string>;

/// Each of some characters replaced by a text.
struct Replaced {
  char character;
  std::string_view by;
};
template <std::size_t N>
std::string replaced(std::string_view text, const std::array<Replaced, N>& rules) {
  std::string out;
  for (const char c : text) {
    const auto rule =
        std::find_if(rules.begin(), rules.end(), [&](const Replaced& r) { return r.character == c; });
    if (rule == rules.end())
      out += c;
    else
      out += rule->by;
  }
  return out;
}

constexpr std::array<Replaced, 1> in_csv = {{{'"', "\"\""}}};
constexpr std::array<Replaced, 5> in_markdown = {
    {{'\\', "\\\\"}, {'<', "&lt;"}, {'|', "\\|"}, {'*', "\\*"}, {'_', "\\_"}}};
constexpr std::array<Replaced, 10> in_latex = {{{'\\', "\\textbackslash{}"},
                                                {'{', "\\{"},
                                                {'}', "\\}"},
                                                {'&', "\\&"},
                                                {'%', "\\%"},
                                                {'$', "\\$"},
                                                {'#', "\\#"},
                                                {'_', "\\_"},
                                                {'~', "\\textasciitilde{}"},
                                                {'^', "\\textasciicircum{}"}}};

/// f(cell) of each, with something between.
template <class F>
std::string joined(const Row& row, std::string_view between, F f) {
  std::string out;
  for (std::size_t k = 0; k < row.size(); ++k) out.append(k == 0 ? "" : between).append(f(row[k]));
  return out;
}

/// The columns from `begin` to `end` behind the labels.
Table part(const TextbookTable& of, std::size_t begin, std::size_t end) {
  Table part;
  for (const Row& row : of.table.rows) {
    Row& cells = part.rows.emplace_back(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(of.labels));
    cells.insert(cells.end(), row.begin() + static_cast<std::ptrdiff_t>(begin),
                 row.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return part;
}

/// What the last column of texts has at least, which is wrapped.
constexpr unsigned narrowest_text = 40;

/// As many columns as fit beside the labels, and one at least. `needed`: the width of each.
std::size_t fitting(const TextbookTable& of, const std::vector<unsigned>& needed, std::size_t begin,
                    unsigned width) {
  constexpr unsigned between = 2;
  unsigned used = 0;
  for (std::size_t k = 0; k < of.labels; ++k) used += needed[k] + between;
  std::size_t end = begin;
  while (end < needed.size()) {
    const bool is_wrapped = of.texts && end + 1 == needed.size();
    used += (is_wrapped ? std::min(needed[end], narrowest_text) : needed[end]) + between;
    if (used > width + between && end > begin) break;
    ++end;
  }
  return end;
}

std::string as_text(const std::vector<TextbookTable>& tables, const Face& face) {
  Sheet sheet(face);
  for (const TextbookTable& one : tables) {
    sheet.gap();
    sheet.paragraph(one.caption + ":");
    const std::vector<unsigned> needed = widths(one.table);
    for (std::size_t begin = one.labels, end = 0; begin < needed.size(); begin = end) {
      end = fitting(one, needed, begin, face.width);
      sheet.gap();
      sheet.table(part(one, begin, end), 0);
    }
    sheet.gap();
    sheet.paragraph(one.notes);
  }
  return sheet.text();
}

std::string csv_cell(const std::string& cell) {
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  return "\"" + replaced(cell, in_csv) + "\"";
}

std::string as_csv(const TextbookTable& one) {
  std::string out;
  for (const Row& row : one.table.rows) out += joined(row, ",", csv_cell) + "\n";
  return out;
}

std::string as_markdown(const TextbookTable& one) {
  const auto cell = [](const std::string& text) { return replaced(text, in_markdown); };
  std::string out = "**" + cell(one.caption) + "**\n\n";
  for (std::size_t r = 0; r < one.table.rows.size(); ++r) {
    out += "| " + joined(one.table.rows[r], " | ", cell) + " |\n";
    if (r != 0) continue;
    out += "|";
    for (std::size_t k = 0; k < one.table.rows[0].size(); ++k)
      out += one.texts || k < one.labels ? " --- |" : " :-: |";
    out += "\n";
  }
  return out + (one.notes.empty() ? "" : "\n" + cell(one.notes) + "\n");
}

std::string as_latex(const TextbookTable& one) {
  const auto cell = [](const std::string& text) { return replaced(text, in_latex); };
  std::string out =
      "\\begin{table}[ht]\n\\centering\n\\caption{" + cell(one.caption) + "}\n\\begin{tabular}{";
  out += std::string(one.labels, 'l') + "|" +
         std::string(one.table.rows[0].size() - one.labels, one.texts ? 'l' : 'c') + "}\n\\hline\n";
  for (std::size_t r = 0; r < one.table.rows.size(); ++r)
    out += joined(one.table.rows[r], " & ", cell) + (r == 0 ? " \\\\\n\\hline\n" : " \\\\\n");
  out += "\\hline\n\\end{tabular}\n";
  if (!one.notes.empty()) out += "\n\\smallskip\n{\\footnotesize " + cell(one.notes) + "}\n";
  return out + "\\end{table}\n";
}

std::string as_html(const TextbookTable& one) {
  std::string out = "<table>\n<caption>" + escaped(one.caption) + "</caption>\n";
  for (std::size_t r = 0; r < one.table.rows.size(); ++r) {
    out += r == 0 ? "<thead><tr>" : "<tr>";
    for (std::size_t k = 0; k < one.table.rows[r].size(); ++k) {
      const bool head = r == 0 || k < one.labels;
      const std::string tag = head ? "th" : "td";
      const std::string scope = !head ? "" : r == 0 ? " scope=\"col\"" : " scope=\"row\"";
      out += "<" + tag + scope + ">" + escaped(one.table.rows[r][k]) + "</" + tag + ">";
    }
    out += r == 0 ? "</tr></thead>\n<tbody>\n" : "</tr>\n";
  }
  out += "</tbody>\n</table>\n";
  return out + (one.notes.empty() ? "" : "<p>" + escaped(one.notes) + "</p>\n");
}

struct FormRow {
  std::string_view id;
  std::string (*one)(const TextbookTable&);  // null: the sheet for people
};
constexpr std::array<FormRow, 5> forms = {
    {{"text", nullptr}, {"csv", as_csv}, {"markdown", as_markdown}, {"latex", as_latex}, {"html", as_html}}};

}  // namespace

const std::vector<std::string_view>& table_forms() {
  static const std::vector<std::string_view> all = [] {
    std::vector<std::string_view> ids;
    for (const FormRow& form : forms) ids.push_back(form.id);
    return ids;
  }();
  return all;
}

std::string tables_as(std::string_view form, const std::vector<TextbookTable>& tables, const Face& face) {
  const auto row = std::find_if(forms.begin(), forms.end(), [&](const FormRow& f) { return f.id == form; });
  if (row == forms.end() || row->one == nullptr) return as_text(tables, face);
  std::string out;
  for (const TextbookTable& one : tables) out += (out.empty() ? "" : "\n") + row->one(one);
  return out;
}

Json tables_json(const std::vector<TextbookTable>& tables) {
  Json all = Json::array();
  for (const TextbookTable& one : tables) {
    const std::vector<Row>& rows = one.table.rows;
    all.push_back({{"table", one.id},
                   {"caption", one.caption},
                   {"head", rows.front()},
                   {"rows", std::vector<Row>(rows.begin() + 1, rows.end())},
                   {"notes", one.notes}});
  }
  return all;
}

}  // namespace entente

// What a case calls the rows of a table of states: by their ids where they have some, else by their options.
#include "exchange/row_words.h"

#include <fmt/format.h>

#include <utility>

namespace entente::exchange {
namespace {

constexpr std::size_t longest_line = 100;

std::string course_words(const StateTable& table, std::size_t o, std::uint32_t course) {
  const TableOption& option = table.options[o];
  const std::string reference = table.parties[option.party].id + "." + option.id;
  if (option.yes_or_no) return (course == 1 ? "" : "not ") + reference;
  return reference + " = " + option.values[course];
}

}  // namespace

std::string courses_words(const StateTable& table, const std::vector<std::size_t>& options,
                          const Courses& courses) {
  std::string all;
  for (const std::size_t o : options)
    if (courses[o]) all += (all.empty() ? "" : " and ") + course_words(table, o, *courses[o]);
  return all.empty() ? "true" : all;
}

std::string courses_words(const StateTable& table, const TableRow& row) {
  std::vector<std::size_t> all;
  for (const TableParty& party : table.parties)
    all.insert(all.end(), party.options.begin(), party.options.end());
  return courses_words(table, all, row.courses);
}

std::string row_words(const StateTable& table, const TableRow& row) {
  return row.id.empty() ? courses_words(table, row) : row.id;
}

std::string either(const std::vector<std::string>& words) {
  std::string whole = fmt::format("\"{}\"", fmt::join(words, " or "));
  if (whole.size() <= longest_line || words.size() < 2) return whole;
  std::string lines, line = "  " + words.front();
  for (std::size_t k = 1; k < words.size(); ++k) {
    const bool formula = words[k].find(' ') != std::string::npos;
    if (formula || line.size() + words[k].size() > longest_line) lines += std::exchange(line, " ") + "\n";
    line += " or " + words[k];
  }
  return "\"\"\"\n" + lines + line + "\"\"\"";
}

}  // namespace entente::exchange

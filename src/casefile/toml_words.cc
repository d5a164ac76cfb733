// The library's descriptions are "Error while parsing SCOPE: REASON"; the commonest get words of their own.
#include "casefile/toml_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "casefile/statement.h"
#include "casefile/toml.h"
#include "text/unicode.h"

namespace entente::casefile {

namespace {

constexpr unsigned longest = 200;

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

void replace(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
}

/// The first words in single quotes, with the quotes.
std::string_view in_quotes(std::string_view reason) {
  const std::size_t begin = reason.find('\'');
  const std::size_t end = reason.rfind('\'');
  return begin == end ? std::string_view("this") : reason.substr(begin, end - begin + 1);
}

std::string_view article(std::string_view noun) {
  return std::string_view("aeiou").find(noun.front()) == std::string_view::npos ? "a" : "an";
}

Wording unclosed(std::string_view scope) {
  if (has(scope, "string")) return {"this string is never closed", "write its closing quotes", true};
  if (has(scope, "array")) return {"this list is never closed", "write ']' behind its last value", true};
  if (has(scope, "inline table"))
    return {"this table is never closed", "write '}' behind its last value", true};
  return {fmt::format("the file ends within {} {}", article(scope), scope), "", true};
}

std::string readable(std::string_view scope, std::string_view reason) {
  std::string words(one_line(reason, longest));
  replace(words, "saw '\\n'", "not the end of the line");
  replace(words, "saw '\\r'", "not the end of the line");
  replace(words, "saw comma", "not a comma");
  replace(words, "saw closing '}' (dangling comma)", "not '}' behind a comma");
  replace(words, "saw ", "not ");
  replace(words, " are explicitly prohibited", " may not stand here");
  return has(scope, "root table") ? words : fmt::format("in {} {}: {}", article(scope), scope, words);
}

/// The rest of the line from behind its '=' or bracket, without a comment: what stands for a value.
std::string_view value_around(std::string_view content, std::uint32_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : content.find_last_of("=[,\n", at - 1);
  std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(content.find_first_of(",]}#\r\n", begin), content.size());
  while (begin < end && content[begin] == ' ') ++begin;
  while (end > begin && content[end - 1] == ' ') --end;
  return content.substr(begin, end - begin);
}

/// The key whose value stands there, at the beginning of its line.
std::string_view of_key(std::string_view content, std::uint32_t at) {
  const std::size_t begin = content.find_first_not_of(" \t", line_begin(content, at));
  if (begin == std::string_view::npos) return {};
  return content.substr(begin, content.find_first_of(" \t=", begin) - begin);
}

/// The runs of digits of a text that has besides them only one kind of '-', '.' or '/'; else none.
std::vector<std::string> date_parts(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      parts.back() += c;
    else if (c == '-' || c == '.' || c == '/')
      parts.emplace_back();
    else
      return {};
  }
  return parts;
}

std::string two_digits(const std::string& digits) {
  return digits.size() == 1 ? "0" + digits : digits;
}

/// "write 2027-03-31", or that there is no such day.
std::string written_date(const std::string& year, const std::string& month, const std::string& day,
                         std::string_view before) {
  constexpr int longest_months[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int m = std::stoi(month), d = std::stoi(day);
  if (m < 1 || m > 12 || d < 1 || d > longest_months[m - 1])
    return "there is no such day; write year-month-day, as in 2027-03-31";
  return fmt::format("{}{}-{}-{}", before, year, two_digits(month), two_digits(day));
}

/// How a date in another order or without its quotes is written here; empty where it is none.
std::string meant_date(std::string_view text) {
  const std::vector<std::string> parts = date_parts(text);
  const auto is = [&](std::size_t k, std::size_t least, std::size_t most) {
    return parts[k].size() >= least && parts[k].size() <= most;
  };
  if (parts.size() == 2 && is(0, 4, 4) && is(1, 1, 2))
    return fmt::format("write a month in quotes: \"{}-{}\"", parts[0], two_digits(parts[1]));
  if (parts.size() == 2 && is(0, 1, 2) && is(1, 4, 4))
    return fmt::format("write a month in quotes: \"{}-{}\"", parts[1], two_digits(parts[0]));
  if (parts.size() != 3) return {};
  if (is(0, 4, 4) && is(1, 1, 2) && is(2, 1, 2)) return written_date(parts[0], parts[1], parts[2], "write ");
  if (!is(0, 1, 2) || !is(1, 1, 2) || !is(2, 4, 4)) return {};
  const int first = std::stoi(parts[0]), second = std::stoi(parts[1]);
  if (second > 12)
    return written_date(parts[2], parts[0], parts[1], "write the year first, then the month: ");
  std::string help = written_date(parts[2], parts[1], parts[0], "write the year first, then the month: ");
  if (first <= 12 && first != second && help.starts_with("write")) help += ", where the day stands first";
  return help;
}

/// Whether the line has the quotation marks of a word processor.
bool has_curly_quotes(std::string_view content, std::uint32_t at) {
  const std::size_t begin = line_begin(content, at);
  const std::string_view line = content.substr(begin, content.find('\n', begin) - begin);
  for (const std::string_view quote : {"“", "”", "„", "‘", "’", "«", "»"})
    if (has(line, quote)) return true;
  return false;
}

}  // namespace

Wording worded(std::string_view description, std::string_view content, std::uint32_t at) {
  constexpr std::string_view opening = "Error while parsing ";
  if (!description.starts_with(opening)) return {std::string(description), ""};
  description.remove_prefix(opening.size());
  const std::size_t colon = description.find(": ");
  if (colon == std::string_view::npos || colon == 0) return {std::string(description), ""};
  const std::string_view scope = description.substr(0, colon);
  const std::string_view reason = description.substr(colon + 2);

  if (std::string date = meant_date(value_around(content, at)); !date.empty())
    return {"this date is not written as one", std::move(date)};
  const bool line_ends = at >= content.size() || content[at] == '\n' || content[at] == '\r';
  if (has(scope, "string") && has(reason, "control characters") && line_ends) {
    return {"this string is not closed before its line ends",
            has_curly_quotes(content, at)
                ? "write straight quotes, \", before it and behind it, not those of a word processor"
                : "write its closing quote; text of several lines stands in three quotes"};
  }
  if (has(reason, "end-of-file")) return unclosed(scope);
  if (has(reason, "determine value type")) {
    return {"this is no value", has_curly_quotes(content, at)
                                    ? "write straight quotes, \", not those of a word processor"
                                    : "write text in quotes; true, false, numbers and dates without"};
  }
  if (has(reason, "maximum nested value depth"))
    return {fmt::format("lists and tables may stand {} deep in one another at most", TOML_MAX_NESTED_VALUES),
            ""};
  if (has(scope, "floating-point") && has(reason, "could not be interpreted")) {
    const std::string_view number = value_around(content, at);
    if (of_key(content, at) == "weight")
      return {fmt::format("'{}' cannot be a weight", one_line(number, longest)),
              "a weight is a decimal below 1.7e308; make all weights of the party smaller", false,
              "bad-weight"};
    return {fmt::format("'{}' is beyond the numbers that can be read", one_line(number, longest)),
            "a number is below 10^308"};
  }
  if (has(reason, "cannot redefine"))
    return {fmt::format("{} stands here a second time", in_quotes(reason)), "", true};
  return {readable(scope, reason), ""};
}

}  // namespace entente::casefile

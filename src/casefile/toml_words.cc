// The library's descriptions are "Error while parsing SCOPE: REASON"; the commonest get words of their own.
#include "casefile/toml_words.h"

#include <fmt/format.h>

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

}  // namespace

Wording worded(std::string_view description, std::string_view content, std::uint32_t at) {
  constexpr std::string_view opening = "Error while parsing ";
  if (!description.starts_with(opening)) return {std::string(description), ""};
  description.remove_prefix(opening.size());
  const std::size_t colon = description.find(": ");
  if (colon == std::string_view::npos || colon == 0) return {std::string(description), ""};
  const std::string_view scope = description.substr(0, colon);
  const std::string_view reason = description.substr(colon + 2);

  const bool line_ends = at >= content.size() || content[at] == '\n' || content[at] == '\r';
  if (has(scope, "string") && has(reason, "control characters") && line_ends) {
    return {"this string is not closed before its line ends",
            "write its closing quote; text of several lines stands in three quotes"};
  }
  if (has(reason, "end-of-file")) return unclosed(scope);
  if (has(reason, "determine value type")) {
    return {"this is no value", "write text in quotes; true, false, numbers and dates without"};
  }
  if (has(reason, "maximum nested value depth"))
    return {fmt::format("lists and tables may stand {} deep in one another at most", TOML_MAX_NESTED_VALUES),
            ""};
  if (has(reason, "cannot redefine"))
    return {fmt::format("{} stands here a second time", in_quotes(reason)), "", true};
  return {readable(scope, reason), ""};
}

}  // namespace entente::casefile

// Signs and words of other languages, and what they are here.
#include "formula/meant.h"

#include <fmt/format.h>

#include <algorithm>

#include "formula/formula.h"
#include "text/text.h"
#include "text/unicode.h"

namespace entente {
namespace {

constexpr unsigned longest = 60;  // columns of a part that is quoted

struct Foreign {
  std::string_view theirs;
  std::string_view ours;
};

/// The signs of other languages.
constexpr Foreign foreign[] = {
    {"==", "="},  {"&&", "and"},     {"&", "and"},      {"||", "or"},   {"|", "or"},  {"!", "not"},
    {"<>", "!="}, {"=>", "implies"}, {"->", "implies"}, {"<->", "iff"}, {"=<", "<="}, {"^", "xor"},
    {"≠", "!="},  {"≤", "<="},       {"≥", ">="},       {"¬", "not"},   {"∧", "and"}, {"∨", "or"},
    {"−", "-"},   {"–", "-"},        {"×", "*"},        {"·", "*"}};

/// The words that people write for signs.
constexpr Foreign words[] = {{"is", "="},    {"equals", "="},      {"are", "="},
                             {"but", "and"}, {"unless", "if not"}, {"then", "implies"}};

/// A number, and behind it a minus sign: 610-c.
bool subtracts(std::string_view found) {
  const std::size_t digits = std::min(found.find_first_not_of("0123456789"), found.size());
  return digits > 0 && found.substr(digits).starts_with('-');
}

bool is_then(const Lexed& word) {
  return same_but_for_capitals(word.text, "then");
}

/// A part of a formula without the blanks around it, on one line.
std::string part(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  return one_line(text.substr(begin, end - begin), longest);
}

}  // namespace

bool is_quote(std::string_view sign) {
  constexpr std::string_view quotes[] = {"'", "\"", "`", "‘", "’", "“", "”", "„", "‚", "«", "»", "´"};
  return std::find(std::begin(quotes), std::end(quotes), sign) != std::end(quotes);
}

std::string meant(std::string_view found) {
  for (const Foreign& one : foreign)
    if (found == one.theirs) return fmt::format("write '{}'", one.ours);
  if (subtracts(found)) return apart_from_minus;
  if (is_quote(found)) return "options, values and names stand without quotes in a formula";
  if (const auto word = same_word(found, reserved_words()); word && *word != found)
    return fmt::format("write '{}'", *word);
  return {};
}

std::string meant_joining(const Lexed& found, const Lexed& next) {
  std::string help = meant(found.text);
  if (!help.empty()) return help;
  if (found.is_negative()) return apart_from_minus;
  if (found.is("+") || found.is("-") || found.is("*"))
    return "options and whole numbers are added, as in party.option + 2 * other.option <= 10";
  if (found.is("not")) return "'not' stands before a condition, as in not party.option = value";
  if (found.kind != Lexed::Kind::word) return {};
  if (same_but_for_capitals(found.text, "is") && next.is("not")) return "write '!='";
  for (const Foreign& one : words)
    if (same_but_for_capitals(found.text, one.theirs)) return fmt::format("write '{}'", one.ours);
  const std::optional<std::string> near = nearest(found.text, reserved_words());
  return near ? fmt::format("did you mean '{}'?", *near) : "";
}

std::string meant_if(std::string_view text, std::uint32_t begin) {
  Lexer lexer(text.substr(begin));
  const Lexed opening = lexer.next();
  for (Lexed word = lexer.next(); word.kind != Lexed::Kind::end; word = lexer.next())
    if (is_then(word) || word.is(",")) {
      const auto end = static_cast<std::uint32_t>(text.size());
      const Lexed ends = word;  // the condition
      Lexer ahead = lexer;
      if (const Lexed next = ahead.next(); word.is(",") && is_then(next)) word = lexer.next();
      const std::string condition = part(text, begin + opening.at.end, begin + ends.at.begin);
      const std::string consequence = part(text, begin + word.at.end, end);
      if (!condition.empty() && !consequence.empty())
        return fmt::format("write {} if {}", consequence, condition);
    }
  return "the condition stands behind: consequence if condition";
}

}  // namespace entente

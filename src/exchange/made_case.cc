// What every case made of another program's files has: ids made of names, texts in quotes, a head with notes.
#include "exchange/made_case.h"

#include <fmt/format.h>
#include <utility>

#include "formula/formula.h"
#include "model/ids.h"
#include "model/whole_number.h"
#include "text/unicode.h"

namespace entente::exchange {
namespace {

constexpr std::size_t longest_id = 32;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// "Local Government" -> "local-government"; empty where no letter or digit is ASCII.
std::string slug(std::string_view name) {
  std::string id;
  bool gap = false;
  for (const char c : name) {
    if (!is_letter(c) && !is_digit(c)) {
      gap = !id.empty();
      continue;
    }
    if (id.size() >= longest_id) break;
    if (gap) id += '-';
    gap = false;
    id += lower(c);
  }
  return id;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool gap = false;
  for (CodePoint c; !text.empty(); text.remove_prefix(c.bytes)) {
    c = first_code_point(text);
    if (c.value <= U' ' || unprintable(c.value)) {
      gap = !line.empty();
      continue;
    }
    if (std::exchange(gap, false)) line += ' ';
    line += text.substr(0, c.bytes);
  }
  return line;
}

std::string toml_text(std::string_view text) {
  std::string all = "\"";
  for (const char c : one_line(text)) {
    if (c == '"' || c == '\\') all += '\\';
    all += c;
  }
  return all + "\"";
}

std::string unique_id(std::string_view name, const std::string& kind, std::size_t number,
                      std::set<std::string>& taken) {
  std::string id = slug(name);
  if (id.empty()) id = kind + "-" + std::to_string(number);
  if (!is_letter(id[0]) || reserved(id) || id == joint_owner) id = kind + "-" + id;
  std::string free = id;
  for (std::size_t n = 2; !taken.insert(free).second; ++n) free = id + "-" + std::to_string(n);
  return free;
}

std::string value_id(std::string_view text, std::size_t number, std::set<std::string>& taken) {
  constexpr std::size_t longest_number = 10;
  const std::string line = one_line(text);
  const bool plain = is_whole_number(line) && line.size() <= longest_number;
  return plain && taken.insert(line).second ? line : unique_id(line, "value", number, taken);
}

std::string title_of(const std::string& name, const std::string& otherwise) {
  const std::string file = name.substr(name.find_last_of('/') + 1);
  const std::string stem = file.substr(0, file.find_last_of('.'));
  return stem.empty() || stem.front() == '<' ? otherwise : stem;
}

std::string case_head(std::string_view what, const std::vector<std::string>& notes, std::string_view title) {
  std::string head = fmt::format("# {}, carried over.\n", what);
  for (const std::string& note : notes) head += fmt::format("# - {}\n", one_line(note));
  return head + fmt::format("\nformat = 1\ntitle = {}\n", toml_text(title));
}

}  // namespace entente::exchange

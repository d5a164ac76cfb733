// Ids made from names.
#include "casefile/gmcr_ids.h"

#include <set>
#include <utility>

#include "formula/formula.h"
#include "text/unicode.h"

namespace entente::gmcr {
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

std::string unique_id(std::string_view name, const std::string& kind, std::size_t number,
                      std::set<std::string>& taken) {
  std::string id = slug(name);
  if (id.empty()) id = kind + "-" + std::to_string(number);
  if (!is_letter(id[0]) || reserved(id)) id = kind + "-" + id;
  std::string free = id;
  for (std::size_t n = 2; !taken.insert(free).second; ++n) free = id + "-" + std::to_string(n);
  return free;
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

void give_ids(Conflict& conflict) {
  std::set<std::string> parties;
  for (std::size_t p = 0; p < conflict.parties.size(); ++p) {
    DecisionMaker& party = conflict.parties[p];
    party.id = unique_id(party.name, "party", p + 1, parties);
    std::set<std::string> options;
    for (const std::size_t o : party.options)
      conflict.options[o].id = unique_id(conflict.options[o].name, "option", o + 1, options);
  }
}

}  // namespace entente::gmcr

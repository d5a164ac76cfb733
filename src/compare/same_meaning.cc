// When parts of two cases as written mean the same.
#include "compare/same_meaning.h"

#include <algorithm>

#include "formula/formula.h"

namespace entente {

using namespace casefile;

namespace {

std::string folded(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// The formula as it would be written with the fewest parentheses; the text where it cannot be read.
std::string canonical(const std::string& text) {
  const FormulaReading reading = read_formula(text);
  return reading.faults.empty() ? written(reading.formula) : text;
}

bool same_entries(const std::vector<Entry>& a, const std::vector<Entry>& b) {
  const auto within = [](const std::vector<Entry>& some, const std::vector<Entry>& all) {
    return std::all_of(some.begin(), some.end(), [&](const Entry& e) {
      const Entry* other = entry(all, e.key.value);
      return other && same_formula(e.value, other->value);
    });
  };
  return within(a, b) && within(b, a);
}

}  // namespace

std::string string_of(const std::optional<String>& s) {
  return s ? s->value : std::string{};
}

std::vector<std::string> texts_of(const std::optional<Placed<Strings>>& all) {
  std::vector<std::string> texts;
  if (all)
    for (const String& s : all->value) texts.push_back(s.value);
  return texts;
}

std::string quoted(const String& formula) {
  return "\"" + folded(formula.value) + "\"";
}

bool same_formula(const String& a, const String& b) {
  return a.value == b.value || canonical(a.value) == canonical(b.value);
}

bool same_formula(const std::optional<String>& a, const std::optional<String>& b) {
  return a && b ? same_formula(*a, *b) : a.has_value() == b.has_value();
}

bool same_formulas(const std::optional<Placed<Strings>>& a, const std::optional<Placed<Strings>>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return std::equal(a->value.begin(), a->value.end(), b->value.begin(), b->value.end(),
                    [](const String& x, const String& y) { return same_formula(x, y); });
}

std::string status_quo_of(const Option& option) {
  if (option.status_quo) return option.status_quo->value;
  return option.values && !option.values->value.empty() ? option.values->value.front().value : "no";
}

std::string moves_of(const Option& option) {
  if (!option.moves) return "free";
  if (option.moves->word) return option.moves->word->value;
  std::vector<std::string> pairs;
  for (const auto& pair : option.moves->pairs)
    if (pair.value.size() == 2) pairs.push_back(pair.value[0].value + " to " + pair.value[1].value);
  std::sort(pairs.begin(), pairs.end());
  std::string text;
  for (const std::string& pair : pairs) text += (text.empty() ? "" : ", ") + pair;
  return text.empty() ? "fixed" : text;
}

std::string rule_text(const Rule& rule) {
  return rule.forbid    ? "forbid " + quoted(*rule.forbid)
         : rule.require ? "require " + quoted(*rule.require)
                        : "";
}

std::string agreement_text(const Agreement& agreement) {
  std::string text = agreement.when ? quoted(*agreement.when) : "";
  if (agreement.needs) {
    text += ", with the consent of";
    for (const std::string& id : texts_of(agreement.needs)) text += " '" + id + "'";
  }
  return text + (agreement.by ? ", by " + agreement.by->value : "");
}

bool same_meaning(const Rule& a, const Rule& b) {
  return same_formula(a.require, b.require) && same_formula(a.forbid, b.forbid);
}

bool same_meaning(const Stake& a, const Stake& b) {
  return string_of(a.holder) == string_of(b.holder) && same_entries(a.to, b.to);
}

bool same_meaning(const std::optional<Agreement>& a, const std::optional<Agreement>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  std::vector<std::string> needs_a = texts_of(a->needs);
  std::vector<std::string> needs_b = texts_of(b->needs);
  std::sort(needs_a.begin(), needs_a.end());
  std::sort(needs_b.begin(), needs_b.end());
  return same_formula(a->when, b->when) && needs_a == needs_b &&
         a->needs.has_value() == b->needs.has_value() && string_of(a->by) == string_of(b->by);
}

const Entry* entry(const std::vector<Entry>& all, const std::string& key) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const Entry& e) { return e.key.value == key; });
  return it == all.end() ? nullptr : &*it;
}

void set_entry(std::vector<Entry>& all, const Entry& entry) {
  erase_entry(all, entry.key.value);
  all.push_back(entry);
}

void erase_entry(std::vector<Entry>& all, const std::string& key) {
  std::erase_if(all, [&](const Entry& e) { return e.key.value == key; });
}

}  // namespace entente

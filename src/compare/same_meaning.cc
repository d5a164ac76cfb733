// Values brought into one form before they are written as TOML.
#include "compare/same_meaning.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "casefile/write.h"
#include "formula/formula.h"

namespace entente {

using namespace casefile;

namespace {

bool of_formulas(const Key& key) {
  return key.type == Type::formula || key.type == Type::formulas || key.type == Type::named_formulas;
}

bool in_any_order(const Key& key) {
  return key.type == Type::identifiers || key.type == Type::one_or_more;
}

void simplify(const Key& key, String& s) {
  if (of_formulas(key)) s.value = formula_meaning(s);
}

void simplify(const Key& key, Strings& all) {
  for (String& s : all) simplify(key, s);
  if (in_any_order(key))
    std::sort(all.begin(), all.end(), [](const String& a, const String& b) { return a.value < b.value; });
}

/// A change in braces without a condition is a pair.
void simplify(std::vector<Change>& changes) {
  for (Change& change : changes) {
    if (change.when) change.when->value = formula_meaning(*change.when);
    change.in_braces = change.when.has_value();
  }
  const auto told = [](const Change& change) {
    return std::tuple(change.from.value, change.to.value, text_of(change.when));
  };
  std::sort(changes.begin(), changes.end(),
            [&](const Change& a, const Change& b) { return told(a) < told(b); });
}

/// The key's default where nothing is written.
std::string or_default(const Key& key, std::string text) {
  if (text.empty()) text = key.otherwise;
  return text;
}

}  // namespace

std::string formula_meaning(const String& formula) {
  const FormulaReading reading = read_formula(formula.value);
  return reading.faults.empty() ? written(reading.formula) : formula.value;
}

std::string meaning(const Key& key, std::optional<String> s) {
  if (s) simplify(key, *s);
  return or_default(key, value(key, s));
}

std::string meaning(const Key& key, Strings all) {
  simplify(key, all);
  return or_default(key, value(key, all));
}

std::string meaning(const Key& key, std::optional<Placed<Strings>> all) {
  if (all) simplify(key, all->value);
  return or_default(key, value(key, all));
}

std::string meaning(const Key& key, const std::optional<Placed<bool>>& yes) {
  return or_default(key, value(key, yes));
}

std::string meaning(const Key& key, const std::optional<Placed<std::int64_t>>& number) {
  return or_default(key, value(key, number));
}

std::string meaning(const Key& key, std::optional<Moves> moves) {
  if (moves && !moves->word && moves->changes.empty()) moves->word = String{.value = "fixed"};
  if (moves) simplify(moves->changes);
  return or_default(key, value(key, moves));
}

std::string meaning(const Key& key, std::vector<Entry> entries) {
  for (Entry& e : entries) simplify(key, e.value);
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.key.value < b.key.value; });
  return or_default(key, value(key, entries));
}

std::string status_quo_of(const Option& option) {
  if (option.status_quo) return option.status_quo->value;
  return option.values && !option.values->value.empty() ? option.values->value.front().value : "no";
}

}  // namespace entente

// Formulas bound: each operator becomes one node of a condition, each comparison the values that meet it.
#include "model/formula_binder.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "model/wording.h"

namespace entente {
namespace {

using Kind = Formula::Kind;
using Sign = Formula::Sign;

/// Gathers the names of a formula from left to right, keeping the depth of parentheses and of `not`.
class NameUses {
 public:
  explicit NameUses(std::string_view text) : text_(text) {}

  void gather(const Formula& whole) {
    for (std::vector<Inside> rest = {{&whole, 0}}; !rest.empty();) {
      const auto [formula, negations] = rest.back();
      rest.pop_back();
      if (formula->kind == Kind::name) note(*formula, negations);
      const unsigned inside = negations + (formula->kind == Kind::negation ? 1 : 0);
      for (auto part = formula->of.rbegin(); part != formula->of.rend(); ++part)
        rest.push_back({&*part, inside});
    }
  }

  std::vector<NameUse> found;

 private:
  /// A part, and how many times `not` stands around it.
  struct Inside {
    const Formula* formula;
    unsigned negations;
  };

  void note(const Formula& name, unsigned negations) {
    found.push_back({text_.substr(name.word.at.begin, name.word.text.size()), name.word.at,
                     parentheses(name.at.begin) + negations});
  }

  unsigned parentheses(std::uint32_t offset) {
    for (; seen_ < offset; ++seen_) {
      if (text_[seen_] == '(') ++open_;
      if (text_[seen_] == ')') --open_;
    }
    return open_;
  }

  std::string_view text_;
  std::uint32_t seen_ = 0;
  unsigned open_ = 0;
};

/// A formula whose operands are bound one after another.
struct Waiting {
  const Formula* formula;
  std::vector<ConditionId> bound;  // those that have no faults
  std::size_t looked_at = 0;

  const Formula* next() { return looked_at < formula->of.size() ? &formula->of[looked_at++] : nullptr; }
};

/// The node that a joining operator or a count makes of its operands.
Condition node(const Formula& formula, std::vector<ConditionId> of) {
  using To = Condition::Kind;
  const auto all = static_cast<std::uint32_t>(of.size());
  const auto count =
      static_cast<std::uint32_t>(std::min<std::uint64_t>(formula.count, all + std::uint64_t{1}));
  switch (formula.kind) {
    case Kind::conjunction: return {.kind = To::conjunction, .of = std::move(of)};
    case Kind::disjunction: return {.kind = To::disjunction, .of = std::move(of)};
    case Kind::condition:  // a if b if c: c implies (b implies a)
      std::reverse(of.begin(), of.end());
      return {.kind = To::implication, .of = std::move(of)};
    case Kind::implication: return {.kind = To::implication, .of = std::move(of)};
    case Kind::at_least: return {.kind = To::count, .low = count, .high = all, .of = std::move(of)};
    case Kind::at_most: return {.kind = To::count, .low = 0, .high = count, .of = std::move(of)};
    case Kind::exactly: return {.kind = To::count, .low = count, .high = count, .of = std::move(of)};
    default: return {.kind = To::parity, .of = std::move(of)};
  }
}

/// The values of an option of so many that a comparison with one of them allows, from the first to the last.
std::pair<Value, Value> range(Sign sign, Value value, Value values) {
  switch (sign) {
    case Sign::less: return {0, value};
    case Sign::at_most: return {0, value + 1};
    case Sign::greater: return {value + 1, values};
    case Sign::at_least: return {value, values};
    default: return {value, value + 1};
  }
}

}  // namespace

std::vector<NameUse> name_uses(const WrittenFormula& written) {
  NameUses uses(written.text->value);
  uses.gather(written.formula);
  return std::move(uses.found);
}

WrittenFormula FormulaBinder::read(const casefile::String& text) {
  FormulaReading reading = read_formula(text.value);
  for (FormulaFault& fault : reading.faults)
    teller_.fault(std::move(fault.code), text.place(fault.at), std::move(fault.message),
                  std::move(fault.help));
  return {&text, std::move(reading.formula), reading.depth, reading.faults.empty()};
}

FormulaBinder::Bound FormulaBinder::bind(const WrittenFormula& written) {
  if (!written.whole) return std::nullopt;
  text_ = written.text;
  const Bound condition = bound(written.formula);
  if (nests_too_deep(written)) return std::nullopt;
  return condition;
}

bool FormulaBinder::nests_too_deep(const WrittenFormula& written) {
  for (const NameUse& use : name_uses(written)) {
    const Definition* name = words_.names.find(use.name);
    if (name == nullptr || name->number >= depths.size()) continue;
    if (use.depth + 1 + depths[name->number] <= deepest_formula) continue;
    teller_.fault(
        "too-deep", place(use.at),
        fmt::format("with the names within '{}' this nests deeper than {}", use.name, deepest_formula));
    return true;
  }
  return false;
}

FormulaBinder::Bound FormulaBinder::bound(const Formula& formula) {
  std::vector<Waiting> open = {{&formula, {}}};
  while (true) {
    if (const Formula* part = open.back().next()) {
      open.push_back({part, {}});
      continue;
    }
    Waiting done = std::move(open.back());
    open.pop_back();
    const Bound condition = made(*done.formula, std::move(done.bound));
    if (open.empty()) return condition;
    if (condition) open.back().bound.push_back(*condition);
  }
}

FormulaBinder::Bound FormulaBinder::made(const Formula& formula, std::vector<ConditionId> of) {
  switch (formula.kind) {
    case Kind::truth: return conditions_.constant(formula.value);
    case Kind::name: return named(formula);
    case Kind::option: return option_alone(formula);
    case Kind::comparison: return comparison(formula);
    default: return joined(formula, std::move(of));
  }
}

FormulaBinder::Bound FormulaBinder::named(const Formula& formula) {
  if (const Definition* name = words_.names.find(formula.word.text)) return words_.conditions[name->number];
  tell_unknown_name(formula.word);
  return std::nullopt;
}

FormulaBinder::Bound FormulaBinder::joined(const Formula& formula, std::vector<ConditionId> of) {
  if (of.size() < formula.of.size()) return std::nullopt;
  if (formula.kind == Kind::negation) return conditions_.negation(of[0]);
  const bool even = of.size() % 2 == 0;
  const ConditionId whole = conditions_.add(node(formula, std::move(of)));
  // a iff b is not (a xor b), a iff b iff c is a xor b xor c, and so on
  return formula.kind == Kind::equivalence && even ? conditions_.negation(whole) : whole;
}

FormulaBinder::Bound FormulaBinder::option_alone(const Formula& formula) {
  const std::optional<OptionId> id = option(formula);
  if (!id || words_.option[index(*id)].hole) return std::nullopt;
  const OptionWords& own = words_.option[index(*id)];
  if (own.values.ids().size() == 2) return listed(*id, {1});
  teller_.fault("bare-option", place(formula.at),
                fmt::format("option '{}' has {} values and is no condition by itself", own.name,
                            own.values.ids().size()),
                fmt::format("compare it, as in '{} = {}'", own.name, own.values.ids().back()),
                note_at(own.at, fmt::format("'{}' is defined here, with values {}", own.name,
                                            quoted_list(own.values.ids()))));
  return std::nullopt;
}

FormulaBinder::Bound FormulaBinder::comparison(const Formula& formula) {
  const std::optional<OptionId> id = option(formula);
  if (!id || words_.option[index(*id)].hole) return std::nullopt;
  return choice(*id, formula);
}

FormulaBinder::Bound FormulaBinder::choice(OptionId option, const Formula& formula) {
  std::vector<Value> values;
  for (const Token& token : formula.values)
    if (const std::optional<Value> known = value(option, token.text, place(token.at)))
      values.push_back(*known);
  if (values.size() < formula.values.size()) return std::nullopt;
  if (formula.sign != Sign::in) return compared(option, formula.sign, values[0]);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return listed(option, std::move(values));
}

FormulaBinder::Bound FormulaBinder::compared(OptionId option, Sign sign, Value value) {
  const auto known = compared_.find({option, sign, value});
  if (known != compared_.end()) return known->second;
  const auto all = static_cast<Value>(words_.option[index(option)].values.ids().size());
  const auto [begin, end] = range(sign, value, all);
  std::vector<Value> values(end - begin);
  std::iota(values.begin(), values.end(), begin);
  if (sign == Sign::unequal) {
    values.resize(all);
    std::iota(values.begin(), values.end(), Value{0});
    values.erase(values.begin() + value);
  }
  const Bound condition = listed(option, std::move(values));
  if (condition) compared_.emplace(std::tuple(option, sign, value), *condition);
  return condition;
}

FormulaBinder::Bound FormulaBinder::listed(OptionId option, std::vector<Value> values) {
  if (values.size() > values_left_) {
    teller_.fault("too-many-values", text_->at,
                  "the comparisons of this case list more values than can be kept");
    return std::nullopt;
  }
  values_left_ -= values.size();
  return conditions_.add({.kind = Condition::Kind::choice, .option = option, .values = std::move(values)});
}

}  // namespace entente

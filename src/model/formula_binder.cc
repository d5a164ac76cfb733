// Formulas bound: each operator becomes one node of a condition, each comparison the values that meet it.
#include "model/formula_binder.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "formula/meant.h"
#include "model/sum_binder.h"
#include "model/vocabulary.h"
#include "model/whole_number.h"
#include "model/wording.h"

namespace entente {
namespace {

using Kind = Formula::Kind;
using Sign = Formula::Sign;

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
  whole_ = &written.formula;
  const Bound condition = bound(written.formula);
  if (nests_too_deep(written)) return std::nullopt;
  return condition;
}

bool FormulaBinder::nests_too_deep(const WrittenFormula& written) {
  for (const NameUse& use : name_uses(written.text->value, written.formula)) {
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
    case Kind::sum: return sum(formula);
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
  const Definition* const of_dispute = words_.names.find(formula.word.text + "." + formula.option.text);
  if (of_dispute != nullptr) return words_.conditions[of_dispute->number];
  const std::optional<OptionId> id = option(formula);
  if (!id || words_.option[index(*id)].hole) return std::nullopt;
  const OptionWords& own = words_.option[index(*id)];
  if (own.values.ids().size() == 2) return listed(*id, {1});
  teller_.fault("bare-option", place(formula.at),
                fmt::format("option '{}' has {} values and is no condition by itself", own.name,
                            own.values.ids().size()),
                fmt::format("compare it, as in '{} = {}'", own.name, own.values.ids().back()),
                defined_here(own));
  return std::nullopt;
}

FormulaBinder::Bound FormulaBinder::comparison(const Formula& formula) {
  const std::optional<OptionId> id = option(formula);
  if (!id || words_.option[index(*id)].hole) return std::nullopt;
  return choice(*id, formula);
}

namespace {

bool meets(Sign sign, std::strong_ordering order) {
  switch (sign) {
    case Sign::less: return std::is_lt(order);
    case Sign::at_most: return std::is_lteq(order);
    case Sign::greater: return std::is_gt(order);
    default: return std::is_gteq(order);
  }
}

}  // namespace

/// The values that are less, or more, than a number, whatever their order; nothing where it is none, which is
/// told.
FormulaBinder::Bound FormulaBinder::compared_as_number(OptionId option, const Formula& formula) {
  const Token& number = formula.values[0];
  const OptionWords& own = words_.option[index(option)];
  if (!is_whole_number(number.text)) {
    teller_.fault("unknown-value", place(number.at),
                  fmt::format("'{}' has whole numbers for values, and is compared with one, not with '{}'",
                              own.name, number.text));
    return std::nullopt;
  }
  const std::vector<std::string>& all = own.values.ids();
  std::vector<Value> values;
  for (std::size_t v = 0; v < all.size(); ++v)
    if (meets(formula.sign, compared_as_numbers(all[v], number.text)))
      values.push_back(static_cast<Value>(v));
  return listed(option, std::move(values));
}

FormulaBinder::Bound FormulaBinder::choice(OptionId option, const Formula& formula) {
  if (goes_by_order(formula.sign) && are_numbers(words_.option[index(option)].values.ids()))
    return compared_as_number(option, formula);
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

FormulaBinder::Bound FormulaBinder::sum(const Formula& formula) {
  const auto find = [this](const Formula& named) { return option(named); };
  const auto place_of = [this](Place within) { return place(within); };
  std::optional<Condition> sum = SumBinder(words_, conditions_, teller_, find, place_of).bind(formula);
  if (!sum) return std::nullopt;
  return sum->kind == Condition::Kind::choice ? listed(sum->option, std::move(sum->values))
                                              : conditions_.add(std::move(*sum));
}

// The words of a formula looked up, and what is said of those that are not known.

std::optional<OptionId> FormulaBinder::option(const Formula& formula) {
  const Known* options = words_.options_of(formula.word.text);
  if (options == nullptr) {
    tell_unknown_party(formula);
    return std::nullopt;
  }
  const Definition* own = options->find(formula.option.text);
  if (own == nullptr) {
    tell_unknown_option(formula, *options);
    return std::nullopt;
  }
  return static_cast<OptionId>(own->number);
}

std::optional<OptionId> FormulaBinder::option(const casefile::String& reference) {
  const FormulaReading reading = read_formula(reference.value);
  text_ = &reference;
  if (reading.faults.empty() && reading.formula.kind == Formula::Kind::option) return option(reading.formula);
  const std::string owner = owner_of(reference.value);
  teller_.fault(
      "unknown-option", reference.at, fmt::format("'{}' names no option", reference.value),
      owner.empty() ? "write party.option" : fmt::format("did you mean '{}.{}'?", owner, reference.value));
  return std::nullopt;
}

std::optional<OptionId> FormulaBinder::option_quietly(std::string_view reference) const {
  const FormulaReading reading = read_formula(reference);
  const Known* options = words_.options_of(reading.formula.word.text);
  if (!reading.faults.empty() || options == nullptr) return std::nullopt;
  const Definition* own = options->find(reading.formula.option.text);
  return own == nullptr ? std::nullopt : std::optional(static_cast<OptionId>(own->number));
}

std::optional<Value> FormulaBinder::value(OptionId option, const casefile::String& value) {
  return this->value(option, value.value, value.at);
}

std::optional<Value> FormulaBinder::value(OptionId option, std::string_view value, Place at) {
  const OptionWords& own = words_.option[index(option)];
  if (own.hole) return std::nullopt;
  if (const Definition* known = own.values.find(value)) return static_cast<Value>(known->number);
  const std::string values = quoted_list(own.values.ids());
  std::string help = teller_.did_you_mean(value, own.values.ids());
  const bool truth = same_but_for_capitals(value, "true");
  if (help.empty() && (truth || same_but_for_capitals(value, "false")))
    if (const char* const word = truth ? "yes" : "no"; own.values.find(word) != nullptr)
      help = fmt::format("write '{}'", word);
  if (help.empty() && own.at == Place{}) help = fmt::format("its values are {}", values);
  teller_.fault("unknown-value", at, fmt::format("option '{}' has no value '{}'", own.name, value),
                std::move(help), defined_here(own));
  return std::nullopt;
}

std::string FormulaBinder::owner_of(std::string_view option) const {
  if (words_.parties.ids().size() > most_parties) return {};
  if (words_.joints.find(option) != nullptr) return std::string(joint_owner);
  for (const std::string& party : words_.parties.ids())
    if (words_.options[words_.parties.find(party)->number].find(option) != nullptr) return party;
  return {};
}

std::string FormulaBinder::as_further_value(const Token& name) const {
  const Formula* last = nullptr;
  each_part(*whole_, [&](const Formula& one) {
    if (one.kind != Kind::comparison || one.at.end > name.at.begin) return;
    if (last == nullptr || last->at.begin < one.at.begin) last = &one;
  });
  if (last == nullptr || (last->sign != Sign::equal && last->sign != Sign::in)) return {};
  const std::optional<OptionId> option = option_quietly(last->word.text + "." + last->option.text);
  if (!option || words_.option[index(*option)].values.find(name.text) == nullptr) return {};
  std::vector<std::string> values;
  for (const Token& value : last->values) values.push_back(value.text);
  values.push_back(name.text);
  return fmt::format("write {}.{} in {{{}}}", last->word.text, last->option.text, fmt::join(values, ", "));
}

void FormulaBinder::tell_unknown_name(const Token& name) {
  if (!words_.names.complete() || teller_.may_be_lost(name.text)) return;
  std::string help = as_further_value(name);
  if (help.empty()) help = teller_.did_you_mean(name.text, words_.names.ids());
  const Definition* party = words_.parties.find(name.text);
  if (party != nullptr && !words_.options[party->number].ids().empty())
    help = fmt::format("a party is no condition; name one of its options, as '{}.{}'", name.text,
                       words_.options[party->number].ids()[0]);
  const std::string owner = owner_of(name.text);
  if (party == nullptr && !owner.empty()) help = fmt::format("did you mean '{}.{}'?", owner, name.text);
  if (help.empty()) help = teller_.did_you_mean(name.text, reserved_words());
  teller_.fault("unknown-name", place(name.at), fmt::format("there is no name '{}'", name.text),
                std::move(help));
}

void FormulaBinder::tell_unknown_party_of_dispute(const Formula& formula) {
  const std::string& owner = formula.word.text;
  const std::size_t point = owner.find('.');
  std::vector<std::string> owners;
  for (const auto& [id, options] : words_.included) owners.push_back(id);
  std::string help = teller_.did_you_mean(owner, owners, {});
  if (help.empty() && owner.find('-', point) != std::string::npos) help = apart_from_minus;
  if (help.empty() && owners.empty()) help = "an option is party.option; this case links no others";
  teller_.fault("unknown-party", place(formula.word.at),
                fmt::format("there is no dispute '{}' with a party '{}' that has options",
                            owner.substr(0, point), owner.substr(point + 1)),
                std::move(help));
}

/// Of a linked dispute the word behind the point is a name; whether the word before it is one, and then it is
/// told.
bool FormulaBinder::told_unknown_name_of_dispute(const Formula& formula) {
  const std::string before = formula.word.text + ".";
  const auto of_dispute = [&](const std::string& id) { return id.starts_with(before); };
  std::vector<std::string> names;
  for (const std::string& id : words_.names.ids())
    if (of_dispute(id)) names.push_back(id);
  const bool dispute = std::any_of(words_.included.begin(), words_.included.end(),
                                   [&](const auto& one) { return of_dispute(one.first); });
  if (names.empty() && !dispute) return false;
  teller_.fault("unknown-name", place({formula.word.at.begin, formula.option.at.end}),
                fmt::format("the dispute '{}' has no name '{}'", formula.word.text, formula.option.text),
                teller_.did_you_mean(before + formula.option.text, names));
  return true;
}

void FormulaBinder::tell_unknown_party(const Formula& formula) {
  if (!words_.parties.complete() || teller_.may_be_lost(formula.word.text)) return;
  if (formula.word.text.find('.') != std::string::npos) return tell_unknown_party_of_dispute(formula);
  if (told_unknown_name_of_dispute(formula)) return;
  std::string party = teller_.near(formula.word.text, words_.parties.ids());
  for (std::size_t i = 0; party.empty() && i < words_.party_names.size(); ++i)
    if (same_but_for_capitals(words_.party_names[i], formula.word.text) && i < words_.parties.ids().size())
      party = words_.parties.ids()[i];
  std::string help;
  if (!party.empty()) {
    const Known& options = words_.options[words_.parties.find(party)->number];
    const std::string option = teller_.near(formula.option.text, options.ids());
    help = fmt::format("did you mean '{}{}{}'?", party, option.empty() ? "" : ".", option);
  }
  teller_.fault("unknown-party", place(formula.word.at),
                fmt::format("there is no party '{}'", formula.word.text), std::move(help));
}

namespace {

/// "catch - 5" of "catch-5", where there is an option "catch"; else empty.
std::string as_difference(const std::string& option, const Known& options) {
  for (std::size_t dash = option.find('-'); dash != std::string::npos; dash = option.find('-', dash + 1))
    if (options.find(option.substr(0, dash)) != nullptr)
      return option.substr(0, dash) + " - " + option.substr(dash + 1);
  return {};
}

}  // namespace

void FormulaBinder::tell_unknown_option(const Formula& formula, const Known& options) {
  if (!options.complete() || teller_.may_be_lost(formula.option.text)) return;
  const std::string& id = formula.word.text;
  std::string help = teller_.did_you_mean(formula.option.text, options.ids(), id + ".");
  const std::string owner = owner_of(formula.option.text);
  if (help.empty() && !owner.empty()) help = fmt::format("did you mean '{}.{}'?", owner, formula.option.text);
  if (const std::string less = as_difference(formula.option.text, options); !less.empty())
    help = fmt::format("write {}.{}, with white space around the minus sign", id, less);
  const std::string list =
      options.ids().empty() ? "no options" : fmt::format("options {}", quoted_list(options.ids()));
  const bool joint = id == joint_owner;
  const Definition* const party = words_.parties.find(id);  // none of a linked dispute's
  const Place at = party == nullptr ? Place{} : party->at;
  if (joint && help.empty())
    help = options.ids().empty()
               ? "what several parties can only do together is a [[joint]]"
               : fmt::format("the joint {} {}", options.ids().size() == 1 ? "option is" : "options are",
                             quoted_list(options.ids()));
  if (help.empty() && at == Place{}) help = fmt::format("'{}' has {}", id, list);
  teller_.fault("unknown-option", place({formula.word.at.begin, formula.option.at.end}),
                joint ? fmt::format("there is no joint option '{}'", formula.option.text)
                      : fmt::format("party '{}' has no option '{}'", id, formula.option.text),
                std::move(help), note_at(at, fmt::format("'{}' is defined here, with {}", id, list)));
}

}  // namespace entente

// Sums bound: numbers and options added, and compared as numbers.
#include "model/sum_binder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/whole_number.h"

namespace entente {
namespace {

using Sign = Formula::Sign;

Condition::Sign sign_of(Sign sign) {
  using To = Condition::Sign;
  switch (sign) {
    case Sign::unequal: return To::unequal;
    case Sign::less: return To::less;
    case Sign::greater: return To::greater;
    case Sign::at_most: return To::at_most;
    case Sign::at_least: return To::at_least;
    default: return To::equal;
  }
}

bool is_option_alone(const std::vector<Summand>& side) {
  return side.size() == 1 && side[0].is_option() && side[0].number.text.empty();
}

}  // namespace

std::optional<Condition> SumBinder::bind(const Formula& sum) {
  sum_ = &sum;
  std::optional<std::vector<Addend>> left = side(sum.left);
  std::optional<std::vector<Addend>> right = side(sum.right);
  if (!left || !right) return std::nullopt;
  return simplest({.kind = Condition::Kind::sum,
                   .sign = sign_of(sum.sign),
                   .left = std::move(*left),
                   .right = std::move(*right)});
}

/// The options of one side as they are written, and behind them the sum of its numbers.
std::optional<std::vector<Addend>> SumBinder::side(const std::vector<Summand>& summands) {
  std::vector<Addend> options;
  Addend number;
  bool whole = true;
  for (const Summand& summand : summands) {
    const std::optional<Addend> one = addend(summand);
    whole = whole && one;
    if (one && one->option) options.push_back(*one);
    if (one && !one->option) number.times += one->times;
  }
  if (!whole) return std::nullopt;
  if (number.times != 0 || options.empty()) options.push_back(number);
  return options;
}

std::optional<Addend> SumBinder::addend(const Summand& summand) {
  const std::int64_t sign = summand.minus ? -1 : 1;
  if (!summand.is_option()) {
    const auto read = number(summand.number, largest_number, "a number of a sum is at most 1,000,000,000");
    return read ? std::optional(Addend{{}, sign * *read}) : std::nullopt;
  }
  Formula named;
  named.word = summand.party;
  named.option = summand.option;
  const std::optional<OptionId> id = find_(named);
  std::optional<std::int64_t> times = 1;
  if (!summand.number.text.empty())
    times = number(summand.number, most_times, "an option is taken 1,000,000 times at most");
  if (!id || words_.option[index(*id)].hole || !counts(summand, *id) || !times) return std::nullopt;
  return Addend{id, sign * *times};
}

std::optional<std::int64_t> SumBinder::number(const Token& token, std::int64_t most, const char* too_large) {
  const std::optional<std::int64_t> read = worth(token.text, most);
  if (!read) teller_.fault("number-too-large", place_(token.at), too_large, "count in larger units");
  return read;
}

/// Whether all values of an option are numbers that may be added; what is wrong is told.
bool SumBinder::counts(const Summand& summand, OptionId option) {
  if (conditions_.has_numbers(option)) return true;
  const OptionWords& own = words_.option[index(option)];
  if (!are_numbers(own.values.ids())) return tell_no_number(summand, own), false;
  std::vector<std::int64_t> numbers;
  for (const std::string& value : own.values.ids()) {
    const std::optional<std::int64_t> number = worth(value, largest_number);
    if (!number) {
      teller_.fault("number-too-large", place_(summand.at),
                    fmt::format("a number of a sum is at most 1,000,000,000, and '{}' has the value '{}'",
                                own.name, value),
                    "count in larger units", defined_here(own));
      return false;
    }
    numbers.push_back(*number);
  }
  conditions_.set_numbers(option, std::move(numbers));
  return true;
}

Condition SumBinder::simplest(Condition sum) const {
  Balance balance = conditions_.balance(sum);
  std::erase_if(balance.terms, [&](const Addend& term) {
    const Numbers& numbers = conditions_.numbers(*term.option);
    const bool same = numbers.least == numbers.greatest;
    if (same) balance.fixed += term.times * numbers.least;
    return same;
  });
  if (balance.terms.size() > 1) return sum;
  if (balance.terms.empty())
    return {.kind = Condition::Kind::constant, .low = stands(sum.sign, balance.fixed) ? 1U : 0U};
  const auto [option, times] = balance.terms[0];
  const std::vector<std::int64_t>& numbers = conditions_.numbers(*option).of;
  Condition choice{.kind = Condition::Kind::choice, .option = *option};
  for (std::size_t v = 0; v < numbers.size(); ++v)
    if (stands(sum.sign, balance.fixed + times * numbers[v])) choice.values.push_back(static_cast<Value>(v));
  return choice;
}

void SumBinder::tell_no_number(const Summand& summand, const OptionWords& own) {
  const std::vector<std::string>& values = own.values.ids();
  const std::string& value = *std::find_if_not(values.begin(), values.end(), is_whole_number);
  teller_.fault("not-a-number", place_(summand.at),
                fmt::format("'{}' is taken as a number here, but has the value '{}'", own.name, value),
                is_option_alone(sum_->left) && is_option_alone(sum_->right)
                    ? help_of_two()
                    : "add options alone whose values are all whole numbers",
                defined_here(own));
}

/// What was meant where two options are compared.
std::string SumBinder::help_of_two() const {
  const Summand& a = sum_->left[0];
  const Summand& b = sum_->right[0];
  const auto has_two = [&](const Summand& one) {
    return std::any_of(words_.option.begin(), words_.option.end(), [&](const OptionWords& option) {
      return option.name == one.party.text + "." + one.option.text && option.values.ids().size() == 2;
    });
  };
  const bool by_equality = sum_->sign == Sign::equal || sum_->sign == Sign::unequal;
  if (by_equality && has_two(a) && has_two(b))
    return fmt::format("of two options of two values: {}.{} {} {}.{}", a.party.text, a.option.text,
                       sum_->sign == Sign::equal ? "iff" : "xor", b.party.text, b.option.text);
  return "name the values that are meant: party.option = value and party.option = value";
}

}  // namespace entente

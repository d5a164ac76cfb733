// From a sum as it is written to a condition: its options looked up, its numbers read, faults told.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "formula/formula.h"
#include "model/teller.h"
#include "model/vocabulary.h"

namespace entente {

class SumBinder {
 public:
  /// The option that a formula of `word` and `option` names, or nothing where that is told.
  using Find = std::function<std::optional<OptionId>(const Formula&)>;
  /// Where a place in the formula is in the file.
  using Put = std::function<Place(Place)>;

  SumBinder(const Vocabulary& words, Conditions& conditions, Teller& teller, Find find, Put place)
      : words_(words),
        conditions_(conditions),
        teller_(teller),
        find_(std::move(find)),
        place_(std::move(place)) {}

  /// The simplest condition that means the same: of one option that decides the values, of none whether it
  /// holds. Nothing where there are faults, or where it speaks of what has some.
  std::optional<Condition> bind(const Formula& sum);

 private:
  std::optional<std::vector<Addend>> side(const std::vector<Summand>& summands);
  std::optional<Addend> addend(const Summand& summand);
  std::optional<std::int64_t> number(const Token& token, std::int64_t most, const char* too_large);
  bool counts(const Summand& summand, OptionId option);
  Condition simplest(Condition sum) const;
  void tell_no_number(const Summand& summand, const OptionWords& own);
  std::string help_of_two() const;

  const Vocabulary& words_;
  Conditions& conditions_;
  Teller& teller_;
  Find find_;
  Put place_;
  const Formula* sum_ = nullptr;  // that is bound
};

}  // namespace entente

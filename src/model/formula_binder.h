// From a formula's text to a condition on options: read, names and options looked up, faults told.
#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "casefile/casefile.h"
#include "formula/formula.h"
#include "model/limits.h"
#include "model/teller.h"
#include "model/vocabulary.h"

namespace entente {

/// A formula that was read, and where it was written.
struct WrittenFormula {
  const casefile::String* text = nullptr;
  Formula formula;
  unsigned depth = 0;
  bool whole = false;  // no fault of syntax
};

class FormulaBinder {
 public:
  /// Both must outlive it; `words` may still grow.
  FormulaBinder(const Vocabulary& words, Conditions& conditions, Teller& teller)
      : words_(words), conditions_(conditions), teller_(teller) {}

  /// The tree; faults of syntax are told.
  WrittenFormula read(const casefile::String& text);
  /// The condition; nothing where the formula has faults, which are told, or speaks of what has faults.
  std::optional<ConditionId> bind(const WrittenFormula& written);
  std::optional<ConditionId> bind(const casefile::String& text) { return bind(read(text)); }

  /// The option that "party.option" names, and a value of an option; nothing where it is told or a hole.
  std::optional<OptionId> option(const casefile::String& reference);
  std::optional<Value> value(OptionId option, const casefile::String& value);
  /// The option that "party.option" names; nothing is told where there is none.
  std::optional<OptionId> option_quietly(std::string_view reference) const;

  /// How deep each name nests, for the depth of names within names.
  std::vector<unsigned> depths;

 private:
  using Bound = std::optional<ConditionId>;

  bool nests_too_deep(const WrittenFormula& written);
  Bound bound(const Formula& formula);
  Bound made(const Formula& formula, std::vector<ConditionId> of);
  Bound named(const Formula& formula);
  Bound joined(const Formula& formula, std::vector<ConditionId> of);
  Bound option_alone(const Formula& formula);
  Bound comparison(const Formula& formula);
  Bound choice(OptionId option, const Formula& formula);
  Bound compared_as_number(OptionId option, const Formula& formula);
  Bound compared(OptionId option, Formula::Sign sign, Value value);
  Bound sum(const Formula& formula);
  Bound listed(OptionId option, std::vector<Value> values);
  std::optional<OptionId> option(const Formula& formula);
  std::optional<Value> value(OptionId option, std::string_view value, Place at);

  /// Who has an option of this id: a party, or the word for joint ones; or nobody.
  std::string owner_of(std::string_view option) const;
  /// "write party.option in {a, b}" of a name that is a value of the option compared before it; else empty.
  std::string as_further_value(const Token& name) const;
  void tell_unknown_name(const Token& name);
  void tell_unknown_party(const Formula& formula);
  void tell_unknown_party_of_dispute(const Formula& formula);
  bool told_unknown_name_of_dispute(const Formula& formula);
  void tell_unknown_option(const Formula& formula, const Known& options);
  Place place(Place within) const { return text_->place(within); }

  const Vocabulary& words_;
  Conditions& conditions_;
  Teller& teller_;
  const casefile::String* text_ = nullptr;  // the formula being bound
  const Formula* whole_ = nullptr;          // the same, read
  std::map<std::tuple<OptionId, Formula::Sign, Value>, ConditionId> compared_;
  std::size_t values_left_ = std::size_t{1} << 24;  // of all comparisons together: what memory can bear
};

}  // namespace entente

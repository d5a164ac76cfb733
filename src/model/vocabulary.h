// What names a formula may use, which things of a case have which, and the names that a formula uses.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formula/formula.h"
#include "model/model.h"
#include "text/diagnostic.h"
#include "text/text.h"

namespace entente {

/// What an id stands for, counted from 0, and where it is defined.
struct Definition {
  std::size_t number = 0;
  Place at;
};

class Known {
 public:
  /// Takes up an id; false where it is taken.
  bool add(std::string_view id, Definition definition);
  /// An id of this kind could not be read, so that an unknown id may well be it and is not told.
  void lose_one() { complete_ = false; }

  bool complete() const { return complete_; }
  /// Null where no such id is defined. Valid until the next add.
  const Definition* find(std::string_view id) const;
  /// In the order of their definition.
  const std::vector<std::string>& ids() const { return ids_; }

 private:
  std::map<std::string, Definition, std::less<>> definitions_;
  std::vector<std::string> ids_;
  bool complete_ = true;
};

/// An identifier, or a whole number in digits, with a minus or none.
bool is_value(std::string_view text);

/// One option as formulas see it. A hole is an option whose values have faults: formulas about it are holes.
struct OptionWords {
  std::string name;  // "north.share"
  Known values;
  Place at;  // its values, else its id
  bool hole = false;
};

/// "'north.share' is defined here, with values '0' and '50'"
std::vector<Note> defined_here(const OptionWords& option);

struct Vocabulary {
  Known parties;                                       // numbered as PartyId
  std::vector<std::string> party_names;                // what readers call each, or its id
  std::vector<Known> options;                          // of each party, numbered as OptionId
  Known joints;                                        // the joint options, likewise
  std::map<std::string, Known, std::less<>> included;  // of linked disputes, by owner: "treaty.japan"
  std::vector<OptionWords> option;                     // each option
  Known names;                                         // of conditions, then of states, as `conditions`
  std::vector<std::optional<ConditionId>> conditions;  // of each name; nothing where it has faults

  /// The options that formulas call by a party's id, or by the word for joint ones; null where it is neither.
  const Known* options_of(std::string_view owner) const;
};

/// The vocabulary of a model without faults.
Vocabulary vocabulary(const Model& model);

/// A name that a formula uses, where in its text, and how deep.
struct NameUse {
  std::string name;  // of a linked dispute behind what that is included as
  Place at;
  unsigned depth = 0;
};

/// In the order of the formula's text, each as often as it is used; an option alone may be such a name, too,
/// since only the case tells "dispute.name" from "party.option".
std::vector<NameUse> name_uses(std::string_view text, const Formula& formula);

}  // namespace entente

// The ids of one kind that a case defines: parties, sources, the options of one party, the values of one
// option.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

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

/// A letter, then letters, digits, `_` or `-`, all of them ASCII.
bool is_identifier(std::string_view text);
/// An identifier, or a whole number in digits.
bool is_value(std::string_view text);

}  // namespace entente

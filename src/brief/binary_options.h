// Options of any number of courses as options that are taken or not: for programs that know no others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/model.h"
#include "states/patterns.h"

namespace entente {

/// Which of such options, by number, are taken and which are not, all of them together.
using TakenTogether = std::vector<std::pair<std::size_t, bool>>;

/// One for each course but the first: it is taken at that course and at those behind it. So whoever moves
/// forward takes options, and whoever moves back leaves them. The model must outlive it.
class BinaryOptions {
 public:
  explicit BinaryOptions(const Model& model);

  std::size_t size() const { return first_.back(); }
  /// Those of an option: from this number to the first one of the next option.
  std::size_t first(OptionId option) const { return first_[index(option)]; }
  std::size_t end(OptionId option) const { return first_[index(option) + 1]; }
  /// What a reader calls one of them.
  std::string name(OptionId option, std::size_t number) const;
  /// A state as a bit for each of them that is taken, the first one the least; there are no more than 64.
  std::uint64_t code(const States& states, StateId s) const;
  /// What stands for no state: a course taken without the one before it.
  std::vector<TakenTogether> impossible() const;
  /// The states of patterns.
  std::vector<TakenTogether> taken(const std::vector<Pattern>& patterns) const;

 private:
  std::vector<TakenTogether> taken(const Pattern& pattern) const;

  const Model& model_;
  std::vector<std::size_t> first_ = {0};  // of each option, and how many there are
};

}  // namespace entente

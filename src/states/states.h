// The feasible states of a case: enumerated with pruning, kept as ascending words.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/model.h"
#include "states/index.h"
#include "states/set.h"
#include "states/stop.h"
#include "states/word.h"

namespace entente {

/// The feasible states, ascending by word, and the way from a word to its state.
class States {
 public:
  States() = default;
  States(Layout layout, std::vector<Word> ascending);

  std::size_t size() const { return words_.size(); }
  Word operator[](StateId s) const {
    assert(s < words_.size());
    return words_[s];
  }
  const std::vector<Word>& words() const { return words_; }
  const Layout& layout() const { return layout_; }
  Value value(StateId s, OptionId option) const { return layout_.value(words_[s], option); }
  /// The state of a word; nothing where it is infeasible.
  std::optional<StateId> find(Word word) const { return index_.find(words_, word); }

  /// When work over these states is to end; without one it never is.
  const Stop& stop() const { return stop_; }
  void end_at(const Stop& stop) { stop_ = stop; }

 private:
  Layout layout_;
  std::vector<Word> words_;
  Index index_;
  Stop stop_;
};

/// What enumeration, and all work over the states found, may use. `states`: the most feasible states.
struct Budget {
  std::uint64_t states = std::uint64_t{1} << 24;
  Stop stop = {};
};

/// A number of states; 2^64 and a little more is possible.
__extension__ typedef unsigned __int128 Count;
/// "18446744073709551616": the standard library writes none this large.
std::string decimal_digits(Count count);

/// There are more feasible states than the budget allows. `count` is a lower bound where it is not exact.
struct TooMany {
  Count count = 0;
  bool exact = true;
  std::uint64_t budget = 0;
};

/// All states in which every rule holds, possibly none; they keep the budget's stop.
std::variant<States, TooMany> feasible_states(const Model& model, Budget budget = {});

/// Where conditions hold, 64 states at a time, shared parts evaluated once.
StateSet where(const Conditions& conditions, ConditionId condition, const States& states);
std::vector<StateSet> where(const Conditions& conditions, const std::vector<ConditionId>& roots,
                            const States& states);
/// Whether a condition holds in one state.
bool holds(const Conditions& conditions, ConditionId condition, const Layout& layout, Word word);

}  // namespace entente

// How many ways there are to give the options values so that a formula holds, and which.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "states/residual.h"
#include "states/states.h"

namespace entente {

/// Counts first, so that enumeration never enters a dead end and is not begun in vain.
class Completions {
 public:
  /// All of a model's rules; `work` bounds time and memory.
  Completions(const Model& model, const Layout& layout, std::uint64_t work, const Stop& stop = {});

  /// The number of feasible states; where the work ran out a lower bound.
  Count count();
  bool gave_up() const { return gave_up_; }
  /// All feasible states, ascending. Only after a count that did not give up.
  std::vector<Word> words();

 private:
  using Options = Residuals::Options;

  // A formula taken apart: into parts that share no option, and into what is left for each value of one.
  struct Apart {
    std::vector<Residual> groups;
    OptionId option{};
    std::vector<Residual> values;  // none until asked for
  };
  // What must still hold, in a list that grows at its front.
  struct Pending {
    Residual formula = always;
    const Pending* next = nullptr;
  };

  const Apart& groups(std::uint32_t node);
  const Apart& values(std::uint32_t node);
  std::vector<Residual> independent(Residual formula);
  Count count(Residual formula);
  Count count_node(std::uint32_t node);
  Count product(const Apart& apart);
  Count sum(std::uint32_t node);
  Options freed(Residual formula, OptionId option, Residual left) const;
  Count combinations(Options options) const;
  void enumerate(const Pending* pending, Word word, Options open);
  void split(const Pending& first, Word word, Options open);
  void emit(Word word, Options open);

  const Model& model_;
  const Layout& layout_;
  std::uint64_t work_;
  Stop stop_;
  Lookout lookout_{stop_};
  bool gave_up_ = false;
  Residuals residuals_;
  Residual rules_ = always;
  std::unordered_map<std::uint32_t, Apart> apart_;
  std::unordered_map<std::uint32_t, Count> counts_;
  std::vector<Word> words_;
};

}  // namespace entente

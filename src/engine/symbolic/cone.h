// One state and one mover, looked at closely without the sets of all states: its improvements there, and how
// the others answer each.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "engine/symbolic/levels.h"
#include "engine/symbolic/symbolic.h"

namespace entente {

class Cone {
 public:
  /// How answers are seen: by any moves or improvements only, and whether the mover may move once more after
  /// them (SMR, SSEQ).
  struct View {
    Steps steps = Steps::improving;
    bool symmetric = false;
  };

  /// The engine must outlive it. `most`: the words, or steps, that one search looks at before it gives up.
  Cone(const Symbolic& engine, MoverId mover, Word at, View view, std::uint64_t most = 1'000'000);
  Cone(const Cone&) = delete;  // levels_ refers to it
  Cone& operator=(const Cone&) = delete;

  /// The states that all members strictly prefer and that it can move to: where it has none it is stable
  /// under Nash.
  const Diagram& improvements() const { return improvements_; }

  /// The others' shortest answer after which some member is no better off than at the state; it may have no
  /// step where the improvement is its own answer. Nothing where no answer is.
  using GaveUp = entente::GaveUp;
  using Search = WaySearch;
  Search answer(Word improvement) const;

  /// Stable where every improvement has an answer; else the first found that has none. Undecided where a
  /// search gave up.
  struct Verdict {
    std::optional<bool> stable;
    std::optional<Word> undeterred;
  };
  Verdict verdict() const;
  /// The improvements that have no answer. Nothing where a search gave up, or where more than so many
  /// improvements would have to be searched from.
  std::optional<Diagram> undeterred(std::size_t most) const;

 private:
  Diagram steps_from(MoverId mover, Word word) const;
  Diagram answered_soon() const;
  Search searched_forward(Word improvement, std::uint64_t most) const;
  Search searched_by_levels(Word improvement) const;
  Search any_answer(Word improvement) const;
  Diagram fixed(Word word, Word mask) const;
  Diagram above(MoverId mover, Word word) const;

  Replies replies() const;

  const Symbolic& engine_;
  std::vector<MoverId> group_;
  bool any_turns_ = true;  // it makes no difference who moved before
  View view_;
  std::uint64_t most_;
  Diagram improvements_;
  Diagram goals_;  // where some member is no better off
  mutable std::optional<Levels> levels_;
};

}  // namespace entente

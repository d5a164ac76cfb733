// The ground made ready for many questions: each party's blocks, and the moves without a concession, found
// when a state is first left and kept.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "path/blocks.h"
#include "path/joint_moves.h"
#include "path/path.h"
#include "path/whole_moves.h"

namespace entente {

class Terrain {
 public:
  /// `shared`: each party's blocks, where others have them too. `most_looked_up`: of how many states, at
  /// most, the moves without a concession are kept.
  explicit Terrain(const Ground& ground, SharedBlocks shared = {},
                   std::size_t most_looked_up = std::size_t{1} << 16);

  const Ground& ground() const { return ground_; }
  const States& states() const { return ground_.states; }
  std::size_t parties() const { return blocks_.size(); }
  const Blocks& blocks(std::size_t party) const { return *blocks_[party]; }

  /// The moves of groups.
  const JointMoves& joint() const { return joint_; }

  /// The states that some party or group can go to from s without a concession; good until the next call.
  std::span<const StateId> without_concession(StateId s);
  /// Visits the states that one party can go to from s without a concession; nothing is kept.
  template <class Visit>
  void each_without_concession(std::size_t party, StateId s, const Visit& visit) {
    whole_.each(
        blocks(party), states(), s, Floor::as_good, [](StateId) { return true; }, visit);
  }
  /// Visits each move without a concession that some mover has from some states; where there are very many
  /// states, party by party: what is known of one party's blocks is then read as it lies in memory, and
  /// nothing is kept.
  template <class Visit>
  void each_without_concession(std::span<const StateId> some, const Visit& visit) {
    Lookout lookout(states().stop(), 64);
    if (states().size() <= most_looked_up_) {
      for (const StateId s : some) {
        lookout();
        for (const StateId t : without_concession(s)) visit(s, t);
      }
      return;
    }
    for (std::size_t i = 0; i < parties(); ++i)
      for (const StateId s : some) {
        lookout();
        each_without_concession(i, s, [&](StateId t) { visit(s, t); });
      }
    if (joint_.empty()) return;
    for (const StateId s : some) {
      lookout();
      joint_.each_without_concession(s, [&](StateId t) { visit(s, t); });
    }
  }
  /// Visits the improvements that are taken at s, by mover: those that nothing deters and of which no part is
  /// so too and better for it (method.md, "The outlook").
  template <class Visit>
  void each_taken(WholeMoves& whole, const Deterrents& deterrents, StateId s, const Visit& visit) const {
    for (std::size_t i = 0; i < parties(); ++i) {
      const Rank now = ground_.ranks[i][s];
      const auto undeterred = [&](StateId t) { return deterrents.sanctions[i][t] > now; };
      whole.each(blocks(i), states(), s, Floor::better, undeterred, [&](StateId t) { visit(MoverId(i), t); });
    }
    joint_.each_taken(s, deterrents.undeterred, visit);
  }
  /// Who makes the move from s to t.
  MoverId mover(StateId s, StateId t) const;
  /// Whether a mover can make it.
  bool allow(MoverId mover, StateId s, StateId t) const;
  /// What the move is for its mover.
  StepKinds kinds(StateId s, StateId t);

 private:
  struct Kept {
    std::uint32_t begin = 0;
    std::uint32_t size = unknown;
    static constexpr std::uint32_t unknown = UINT32_MAX;
  };

  void find(StateId s);

  Ground ground_;
  std::size_t most_looked_up_;
  SharedBlocks blocks_;
  JointMoves joint_;
  WholeMoves whole_;
  std::vector<Kept> kept_;        // of each state
  std::vector<StateId> reached_;  // what is kept, one state's after another's
  std::vector<StateId> found_;
};

}  // namespace entente

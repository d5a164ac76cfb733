// The fewest concessions from one state to every other. A layer is what one number of concessions reaches;
// within it moves without a concession are followed in any order, and a block in which no
// unmet state could follow is not looked into, which spares most of the work.
#include "path/fewest.h"

#include <cassert>

#include "path/unmet.h"

namespace entente {
namespace {

class Layers {
 public:
  Layers(Terrain& terrain, StateId start)
      : terrain_(terrain),
        states_(terrain.states()),
        unmet_(terrain, StateSet(states_.size())),
        found_(states_.size(), unreachable) {
    meet(start, 0);
  }

  std::vector<std::uint32_t> all() {
    for (std::uint32_t concessions = 0; !layer_.empty(); ++concessions) {
      follow(concessions);
      concede(concessions + 1);
    }
    return std::move(found_);
  }

 private:
  void meet(StateId s, std::uint32_t concessions) {
    assert(found_[s] == unreachable);
    found_[s] = concessions;
    unmet_.meet(s);
    layer_.push_back(s);
  }

  void follow(std::uint32_t concessions) {
    Lookout lookout(states_.stop(), 64);
    for (std::size_t k = 0; k < layer_.size(); ++k) {
      lookout();
      const StateId s = layer_[k];
      for (std::size_t i = 0; i < terrain_.parties(); ++i)
        if (may_go_on(i, s))
          terrain_.each_without_concession(i, s, [&](StateId t) {
            if (unmet_.contains(t)) meet(t, concessions);
          });
    }
  }

  /// Whether some unmet state of the block could be gone to without a concession, as far as ranks tell.
  bool may_go_on(std::size_t party, StateId s) {
    const Blocks& blocks = terrain_.blocks(party);
    const Rank now = blocks.rank(s);
    bool may = false;
    unmet_.each(party, blocks.block_of(s), [&](StateId t) { may = may || blocks.rank(t) >= now; });
    if (!may) return false;
    const Word frozen = blocks.frozen(s);
    may = false;
    unmet_.each(party, blocks.block_of(s), [&](StateId t) {
      may = may || (blocks.rank(t) >= now && blocks.allow(states_[s], states_[t], frozen));
    });
    return may;
  }

  void concede(std::uint32_t concessions) {
    const std::vector<StateId> left = std::move(layer_);
    layer_.clear();
    Lookout lookout(states_.stop(), 64);
    for (const StateId s : left) {
      lookout();
      for (std::size_t i = 0; i < terrain_.parties(); ++i) {
        const Blocks& blocks = terrain_.blocks(i);
        const Word frozen = blocks.frozen(s);
        unmet_.each(i, blocks.block_of(s), [&](StateId t) {
          if (blocks.allow(states_[s], states_[t], frozen)) meet(t, concessions);
        });
      }
    }
  }

  Terrain& terrain_;
  const States& states_;
  Unmet unmet_;
  std::vector<std::uint32_t> found_;
  std::vector<StateId> layer_;
};

}  // namespace

std::vector<std::uint32_t> fewest_concessions(Terrain& terrain, StateId start) {
  return Layers(terrain, start).all();
}

}  // namespace entente

// The fewest concessions from one state to every other. A layer is what one number of concessions reaches;
// within it moves without a concession are followed in any order, and a block in which every state is met
// already is not looked into again, which spares most of the work.
#include "path/fewest.h"

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
    found_[s] = concessions;
    unmet_.meet(s);
    layer_.push_back(s);
  }

  void follow(std::uint32_t concessions) {
    for (std::size_t k = 0; k < layer_.size(); ++k) {
      const StateId s = layer_[k];
      for (std::size_t i = 0; i < terrain_.parties(); ++i)
        if (unmet_.any(i, terrain_.blocks(i).block_of(s)))
          terrain_.each_without_concession(i, s, [&](StateId t) {
            if (unmet_.contains(t)) meet(t, concessions);
          });
    }
  }

  void concede(std::uint32_t concessions) {
    const std::vector<StateId> left = std::move(layer_);
    layer_.clear();
    for (const StateId s : left)
      for (std::size_t i = 0; i < terrain_.parties(); ++i) {
        const Blocks& blocks = terrain_.blocks(i);
        const Word frozen = blocks.frozen(s);
        unmet_.each(i, blocks.block_of(s), [&](StateId t) {
          if (blocks.allow(states_[s], states_[t], frozen)) meet(t, concessions);
        });
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

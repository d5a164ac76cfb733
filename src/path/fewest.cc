// The fewest concessions from one state to every other. A layer is what one number of concessions reaches;
// within it moves without a concession are followed in any order, and a block in which no
// unmet state could follow is not looked into, which spares most of the work. It ends where what is asked is
// known.
#include "path/fewest.h"

#include <bit>
#include <cassert>
#include <map>

#include "path/unmet.h"

namespace entente {
namespace {

class Layers {
 public:
  Layers(Terrain& terrain, StateId start, const Near& asked)
      : terrain_(terrain),
        states_(terrain.states()),
        asked_(asked),
        unmet_(terrain, StateSet(states_.size())),
        found_(states_.size(), unreachable),
        each_left_(asked.each.count()),
        nearest_left_(!asked.nearest.empty()) {
    meet(start, 0);
  }

  std::vector<std::uint32_t> all() {
    for (std::uint32_t concessions = 0; !layer_.empty() || !jointly_.empty(); ++concessions) {
      take_up(concessions);
      follow(concessions);
      if (concessions >= asked_.within) each_left_ = 0;
      if (known()) break;
      concede(concessions + 1);
    }
    return std::move(found_);
  }

 private:
  void meet(StateId s, std::uint32_t concessions) {
    assert(found_[s] == unreachable);
    found_[s] = concessions;
    if (each_left_ > 0 && asked_.each.contains(s)) --each_left_;
    nearest_left_ = nearest_left_ && !asked_.nearest.contains(s);
    unmet_.meet(s);
    layer_.push_back(s);
  }

  /// Whether nothing that is asked is left to be found out.
  bool known() const { return each_left_ == 0 && !nearest_left_; }

  /// Party by party, so that what is known of one party's blocks is read together, and the last party first:
  /// the states that differ in its options lie nearest to one another.
  void follow(std::uint32_t concessions) {
    std::vector<std::size_t> followed(terrain_.parties() + 1, 0);  // of the layer, by each, and jointly
    for (bool more = true; more && !known();) {
      more = false;
      for (std::size_t i = terrain_.parties(); i-- > 0;) more = follow(i, followed[i], concessions) || more;
      if (!terrain_.joint().empty()) more = follow_jointly(followed.back(), concessions) || more;
    }
  }

  /// Whether there was a state of the layer whose joint moves had not been followed yet; those by which
  /// members concede are kept for later layers.
  bool follow_jointly(std::size_t& followed, std::uint32_t concessions) {
    const bool more = followed < layer_.size();
    Lookout lookout(states_.stop(), 64);
    for (; followed < layer_.size() && !known(); ++followed) {
      lookout();
      terrain_.joint().each(layer_[followed], [&](StateId t, std::uint32_t members) {
        if (!unmet_.contains(t)) return;
        if (members == 0) return meet(t, concessions);
        jointly_[concessions + members].push_back(t);
      });
    }
    return more;
  }

  /// What joint moves lead to by so many concessions.
  void take_up(std::uint32_t concessions) {
    const auto offered = jointly_.find(concessions);
    if (offered == jointly_.end()) return;
    for (const StateId t : offered->second)
      if (unmet_.contains(t)) meet(t, concessions);
    jointly_.erase(offered);
  }

  /// Whether there was a state of the layer that the party had not followed yet.
  bool follow(std::size_t party, std::size_t& followed, std::uint32_t concessions) {
    const bool more = followed < layer_.size();
    Lookout lookout(states_.stop(), 64);
    for (; followed < layer_.size() && !known(); ++followed) {
      lookout();
      const StateId s = layer_[followed];
      if (!may_go_on(party, s)) continue;
      if (terrain_.blocks(party).grid().laid_out() && to_few(party, s)) {
        for (const StateId t : few_) meet(t, concessions);
        continue;
      }
      terrain_.each_without_concession(party, s, [&](StateId t) {
        if (unmet_.contains(t)) meet(t, concessions);
      });
    }
    return more;
  }

  /// Whether some unmet state of the block could be gone to without a concession, as far as ranks tell.
  bool may_go_on(std::size_t party, StateId s) {
    const Blocks& blocks = terrain_.blocks(party);
    const Blocks::Start start = blocks.start(states_, s);
    return unmet_.any(party, blocks.block_of(s), blocks.rank(s),
                      [&](const Member& t) { return blocks.allow(start, t.state, t.word); });
  }

  /// On a grid: finds the unmet states that the party can go to without a concession, one by one; false where
  /// a sweep finds them sooner.
  bool to_few(std::size_t party, StateId s) {
    const Blocks& blocks = terrain_.blocks(party);
    const Grid& grid = blocks.grid();
    const std::uint32_t block = blocks.block_of(s);
    const Blocks::Start start = blocks.start(states_, s);
    std::uint64_t looks = 0;
    few_.clear();
    return !unmet_.any(party, block, blocks.rank(s), [&](const Member& t) {
      if (!blocks.allow(start, t.state, t.word)) return false;
      looks += std::uint64_t{1} << std::popcount(blocks.changed(states_[s], t.word));
      if (looks > grid.cells()) return true;
      if (grid.whole(block, grid.cell(states_[s]), grid.cell(t.word))) few_.push_back(t.state);
      return false;
    });
  }

  void concede(std::uint32_t concessions) {
    const std::vector<StateId> left = std::move(layer_);
    layer_.clear();
    Lookout lookout(states_.stop(), 64);
    for (std::size_t i = terrain_.parties(); i-- > 0 && !known();) {
      const Blocks& blocks = terrain_.blocks(i);
      for (const StateId s : left) {
        lookout();
        const Blocks::Start start = blocks.start(states_, s);
        unmet_.each(i, blocks.block_of(s), [&](StateId t) {
          if (blocks.allow(start, t, states_[t])) meet(t, concessions);
        });
      }
    }
  }

  Terrain& terrain_;
  const States& states_;
  const Near& asked_;
  Unmet unmet_;
  std::vector<std::uint32_t> found_;
  std::uint64_t each_left_;  // how many of `asked_.each` are to be met
  bool nearest_left_;        // whether one of `asked_.nearest` is
  std::vector<StateId> layer_;
  std::map<std::uint32_t, std::vector<StateId>> jointly_;  // by concessions: what joint moves lead to then
  std::vector<StateId> few_;
};

}  // namespace

std::vector<std::uint32_t> fewest_concessions(Terrain& terrain, StateId start) {
  const StateSet all(terrain.states().size(), true), none(terrain.states().size());
  return fewest_concessions(terrain, start, {all, UINT32_MAX, none});
}

std::vector<std::uint32_t> fewest_concessions(Terrain& terrain, StateId start, const Near& asked) {
  return Layers(terrain, start, asked).all();
}

}  // namespace entente

// Simultaneous sanctioning: at each state every choice of improvements, or every state that could be made of
// one, whichever are fewer.
#include "stability/simultaneous.h"

#include <algorithm>

namespace entente {
namespace {

/// The improvements at one state, and which of them meet others that spoil them.
class Meeting {
 public:
  Meeting(const Game& game, const States& states, StateId at)
      : game_(game), states_(states), at_(at), taken_(game.ranks.size()) {
    for (std::size_t i = 0; i < game.ranks.size(); ++i) {
      std::vector<StateId> own = game.moves[i].from(at);
      std::erase_if(own, [&](StateId t) { return game.ranks[i][t] <= game.ranks[i][at]; });
      spoilt_.emplace_back(own.size(), false);
      improvements_.push_back(std::move(own));
    }
  }

  /// For each party, whether every improvement could be spoilt.
  std::vector<bool> stable() {
    if (choices() <= states_.size())
      choose(0, states_[at_]);
    else
      for (StateId t = 0; t < states_.size(); ++t)
        if (made_of_improvements(t)) look_at(t);
    std::vector<bool> all;
    for (const std::vector<bool>& spoilt : spoilt_)
      all.push_back(std::all_of(spoilt.begin(), spoilt.end(), [](bool is) { return is; }));
    return all;
  }

 private:
  Word mask(std::size_t i) const { return states_.layout().mask(static_cast<PartyId>(i)); }

  /// How many there are, none included; more than there are states count as one more.
  std::size_t choices() const {
    std::size_t all = 1;
    for (const std::vector<StateId>& own : improvements_)
      all = std::min(all * (own.size() + 1), states_.size() + 1);
    return all;
  }

  /// Each choice of the parties from the i-th on.
  void choose(std::size_t i, Word word) {
    if (i == improvements_.size()) {
      if (const std::optional<StateId> t = states_.find(word)) look_at(*t);
      return;
    }
    taken_[i].reset();
    choose(i + 1, word);
    for (std::size_t k = 0; k < improvements_[i].size(); ++k) {
      taken_[i] = k;
      choose(i + 1, (word & ~mask(i)) | (states_[improvements_[i][k]] & mask(i)));
    }
    taken_[i].reset();
  }

  /// Whether a state has of each party what is there or what an improvement of it makes, and notes which.
  bool made_of_improvements(StateId t) {
    Word rest = states_[t] ^ states_[at_];
    for (std::size_t i = 0; i < improvements_.size(); ++i) {
      taken_[i].reset();
      const Word own = (states_[at_] & ~mask(i)) | (states_[t] & mask(i));
      rest &= ~mask(i);
      if (own == states_[at_]) continue;
      const std::optional<StateId> to = states_.find(own);
      const auto k = to ? std::lower_bound(improvements_[i].begin(), improvements_[i].end(), *to)
                        : improvements_[i].end();
      if (k == improvements_[i].end() || *k != *to) return false;
      taken_[i] = static_cast<std::size_t>(k - improvements_[i].begin());
    }
    return rest == 0;
  }

  /// A state that the improvements taken make together; one alone is no worse than what it improves.
  void look_at(StateId t) {
    for (std::size_t i = 0; i < taken_.size(); ++i)
      if (taken_[i] && game_.ranks[i][t] <= game_.ranks[i][at_]) spoilt_[i][*taken_[i]] = true;
  }

  const Game& game_;
  const States& states_;
  StateId at_;
  std::vector<std::vector<StateId>> improvements_;  // by party
  std::vector<std::vector<bool>> spoilt_;           // likewise
  std::vector<std::optional<std::size_t>> taken_;   // which improvement of each party
};

}  // namespace

std::vector<StateSet> simultaneously_stable(const Game& game, const States& states) {
  std::vector<StateSet> all(game.ranks.size(), StateSet(states.size()));
  for (StateId s = 0; s < states.size(); ++s) {
    game.look();
    const std::vector<bool> stable = Meeting(game, states, s).stable();
    for (std::size_t i = 0; i < all.size(); ++i)
      if (stable[i]) all[i].insert(s);
  }
  return all;
}

}  // namespace entente

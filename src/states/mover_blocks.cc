// States grouped by mover.
#include "states/mover_blocks.h"

#include <algorithm>
#include <bit>

#include "states/index.h"

namespace entente {
namespace {

// A word without the mover's own bits: those of a party stand together, those of a group may not, so that
// they are taken out a run at a time, and what is above each moves down.
class Others {
 public:
  explicit Others(Word own) {
    while (own != 0) {
      const auto low = static_cast<unsigned>(std::countr_zero(own));
      const auto length = static_cast<unsigned>(std::countr_one(own >> low));
      runs_.push_back({(Word{1} << low) - 1, length});
      own = length < 64 ? own >> length & ~runs_.back().below : 0;
    }
  }

  Word operator()(Word word) const {
    for (const Run& run : runs_)
      word = ((run.length < 64 ? word >> run.length : 0) & ~run.below) | (word & run.below);
    return word;
  }

 private:
  struct Run {
    Word below = 0;  // the bits under it, once the runs before it are out
    unsigned length = 0;
  };

  std::vector<Run> runs_;
};

// Each word once, ascending. In a small space they are ticked off, in a large one sorted.
std::vector<Word> each_once(std::vector<Word> words, unsigned bits) {
  if (bits >= 40 || (std::uint64_t{1} << bits) > 64 * words.size() + 65536) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }
  StateSet occurs(std::size_t{1} << bits);
  for (const Word word : words) occurs.blocks()[word / 64] |= std::uint64_t{1} << (word % 64);
  words.clear();
  for (std::size_t w = 0; w < occurs.blocks().size(); ++w)
    for (std::uint64_t rest = occurs.blocks()[w]; rest != 0; rest &= rest - 1)
      words.push_back(w * 64 + static_cast<unsigned>(std::countr_zero(rest)));
  return words;
}

}  // namespace

MoverBlocks::MoverBlocks(const States& states, MoverId mover) : of(states.size()) {
  const Word own = states.layout().mask(mover);
  const unsigned bits = states.layout().bits() - static_cast<unsigned>(std::popcount(own));
  const Others others(own);
  std::vector<Word> words;
  words.reserve(states.size());
  for (const Word word : states.words()) words.push_back(others(word));
  states.stop().look();
  words = each_once(std::move(words), bits);
  states.stop().look();
  const Index index(words, bits);
  Lookout lookout(states.stop());
  for (std::size_t s = 0; s < states.size(); ++s) {
    lookout();
    of[s] = *index.find(words, others(states[static_cast<StateId>(s)]));
  }
  count = static_cast<std::uint32_t>(words.size());
}

}  // namespace entente

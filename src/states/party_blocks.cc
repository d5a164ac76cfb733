// States grouped by party.
#include "states/party_blocks.h"

#include <algorithm>
#include <bit>

#include "states/index.h"

namespace entente {
namespace {

// A word without the party's own bits, which stand together: what is above them moves down.
class Others {
 public:
  explicit Others(Word own)
      : low_(own == 0 ? ~Word{0} : (Word{1} << std::countr_zero(own)) - 1),
        own_bits_(static_cast<unsigned>(std::popcount(own))) {}

  Word operator()(Word word) const {
    if (own_bits_ == 0) return word;
    const Word high = own_bits_ < 64 ? (word >> own_bits_) & ~low_ : 0;
    return high | (word & low_);
  }

 private:
  Word low_;
  unsigned own_bits_;
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

PartyBlocks::PartyBlocks(const States& states, PartyId party) : of(states.size()) {
  const Word own = states.layout().mask(party);
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

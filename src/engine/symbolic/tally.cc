// Counting and listing the words of a diagram.
#include "engine/symbolic/tally.h"

#include <array>
#include <unordered_map>

namespace entente {
namespace {

/// Counts node by node; a node that is met again is not counted again.
class Tally {
 public:
  explicit Tally(unsigned bits) : bits_(bits) {}

  /// The words over the bits from `place` down.
  Count from(unsigned place, int node) {
    if (node == 0) return 0;
    if (node == 1) return Count{1} << (bits_ - place);
    const Diagrams::Node at = Diagrams::node(node);
    return below(node, at) << (at.place - place);
  }

 private:
  Count below(int node, const Diagrams::Node& at) {
    const auto found = counts_.find(node);
    if (found != counts_.end()) return found->second;
    const Count count = from(at.place + 1, at.low) + from(at.place + 1, at.high);
    counts_.emplace(node, count);
    return count;
  }

  unsigned bits_;
  std::unordered_map<int, Count> counts_;
};

// Places of the order turned into a word, and back.
class Listing {
 public:
  Listing(const Diagrams& diagrams, std::size_t most) : diagrams_(diagrams), most_(most) {}

  // The words below a prefix of which the bits from `bit` down are open.
  void list(const Diagram& set, unsigned bit, Word prefix) {
    if (set.empty() || words_.size() == most_ || diagrams_.spent()) return;
    if (bit == 0) {
      words_.push_back(prefix);
      return;
    }
    const Diagram one = diagrams_.bit(bit - 1);
    list(cofactor(set, !one), bit - 1, prefix);
    if (words_.size() < most_) list(cofactor(set, one), bit - 1, prefix | (Word{1} << (bit - 1)));
  }

  std::vector<Word> words() && { return std::move(words_); }

 private:
  const Diagrams& diagrams_;
  std::size_t most_;
  std::vector<Word> words_;
};

}  // namespace

Count count(const Diagrams& diagrams, const Diagram& set) {
  return Tally(diagrams.bits()).from(0, set.node());
}

bool contains(const Diagrams& diagrams, const Diagram& set, Word word) {
  int node = set.node();
  while (node > 1) {
    const Diagrams::Node at = Diagrams::node(node);
    node = ((word >> diagrams.order()[at.place]) & 1) != 0 ? at.high : at.low;
  }
  return node == 1;
}

std::vector<Word> first(const Diagrams& diagrams, const Diagram& set, std::size_t most) {
  Listing listing(diagrams, most);
  listing.list(set, diagrams.bits(), 0);
  return std::move(listing).words();
}

std::optional<Word> first(const Diagrams& diagrams, const Diagram& set) {
  const std::vector<Word> words = first(diagrams, set, 1);
  return words.empty() ? std::nullopt : std::optional(words[0]);
}

Diagram only(const Diagrams& diagrams, Word word) {
  Diagram all = diagrams.all();
  for (const unsigned b : diagrams.order())
    all &= ((word >> b) & 1) != 0 ? diagrams.bit(b) : !diagrams.bit(b);
  return all;
}

StateSet listed(const Diagrams& diagrams, const Diagram& set, const States& states) {
  StateSet list(states.size());
  for (StateId s = 0; s < states.size(); ++s)
    if (contains(diagrams, set, states[s])) list.insert(s);
  return list;
}

}  // namespace entente

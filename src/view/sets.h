// Numbers of situations as bounds, and sets of them, wherever they are kept: a situation is a word, so that
// it is told alike whether situations are listed or not.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "stability/concepts.h"
#include "states/states.h"

namespace entente {

/// A number of states, or the bounds between which it lies.
struct Tally {
  Count least = 0;
  Count most = 0;
  bool decided() const { return least == most; }
};

enum class Verdict : std::uint8_t { unstable, stable, undecided };

/// One that is not stable for somebody is no equilibrium, whatever it is for the others.
inline Verdict together(const std::vector<Verdict>& all) {
  Verdict both = Verdict::stable;
  for (const Verdict one : all) {
    if (one == Verdict::unstable) return one;
    if (one == Verdict::undecided) both = one;
  }
  return both;
}

/// Some states in option form: for each option the values that occur, and whether it does not matter.
struct ShownPattern {
  std::vector<std::vector<Value>> values;
  std::vector<bool> free;
  Count states = 0;
};

struct ShownPatterns {
  std::vector<ShownPattern> few;
  std::optional<std::size_t> all = {};  // how many there are, where that is known
  bool overlapping = false;             // whether some situations are in more than one
};

/// Situations of a case, wherever they are kept.
class Situations {
 public:
  virtual ~Situations() = default;
  virtual Count count() const = 0;
  virtual bool contains(Word word) const = 0;
  /// The first so many, ascending.
  virtual std::vector<Word> first(std::size_t most) const = 0;
  /// At most so many patterns of them; nothing where there was no time to find them.
  virtual std::optional<ShownPatterns> patterns(std::size_t most) const = 0;

  bool empty() const { return count() == 0; }
};
/// Null where it is not known which they are.
using Set = std::shared_ptr<const Situations>;

}  // namespace entente

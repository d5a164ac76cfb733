// A state is one 64-bit word: the bits of its options' values, the first option of the file the most
// significant, so that states in the order of their words are in lexicographic order of values.
#pragma once

#include <cassert>
#include <cstdint>
#include <vector>

#include "model/model.h"

namespace entente {

using Word = std::uint64_t;

/// Where one option stands in a word: an option of v values takes the bits that count to v - 1.
struct Field {
  unsigned shift = 0;
  unsigned bits = 0;
  Word mask = 0;  // in place
};

/// The layout of a case's words.
class Layout {
 public:
  Layout() = default;
  explicit Layout(const Model& model);

  unsigned bits() const { return bits_; }
  const Field& field(OptionId option) const { return fields_[index(option)]; }
  std::size_t options() const { return fields_.size(); }
  /// All bits of a mover's options; 0 for one without any.
  Word mask(MoverId mover) const { return masks_[index(mover)]; }

  /// Whether a mover's bits stand together, as a party's do.
  bool in_a_row(MoverId mover) const {
    const Word own = mask(mover);
    const Word raised = own + (own & (~own + 1));  // 0 or one bit where they do
    return (raised & (raised - 1)) == 0;
  }

  Value value(Word word, OptionId option) const {
    const Field& f = fields_[index(option)];
    return static_cast<Value>((word & f.mask) >> f.shift);
  }
  Word with(Word word, OptionId option, Value value) const {
    const Field& f = fields_[index(option)];
    assert(((static_cast<Word>(value) << f.shift) & ~f.mask) == 0);
    return (word & ~f.mask) | (static_cast<Word>(value) << f.shift);
  }
  Word word(const std::vector<Value>& values) const;

 private:
  unsigned bits_ = 0;
  std::vector<Field> fields_;
  std::vector<Word> masks_;
};

/// The status quo, and the state before the first event.
Word status_quo(const Model& model, const Layout& layout);

}  // namespace entente

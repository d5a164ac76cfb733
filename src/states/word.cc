// The layout of a case's words, and the words that the case itself names.
#include "states/word.h"

#include <bit>
#include <cassert>

namespace entente {

Layout::Layout(const Model& model) : fields_(model.options.size()), masks_(model.movers()) {
  for (std::size_t o = model.options.size(); o-- > 0;) {
    const Option& option = model.options[o];
    assert(!option.values.empty());
    Field& field = fields_[o];
    field.bits = static_cast<unsigned>(std::bit_width(option.values.size() - 1));
    field.shift = bits_;
    field.mask = field.bits == 0 ? 0 : (~Word{0} >> (64 - field.bits)) << field.shift;
    bits_ += field.bits;
    masks_[index(option.mover)] |= field.mask;
  }
  assert(bits_ <= 64);
}

Word Layout::word(const std::vector<Value>& values) const {
  assert(values.size() == fields_.size());
  Word word = 0;
  for (std::size_t o = 0; o < values.size(); ++o) word |= static_cast<Word>(values[o]) << fields_[o].shift;
  return word;
}

Word status_quo(const Model& model, const Layout& layout) {
  std::vector<Value> values;
  for (const Option& option : model.options) values.push_back(option.status_quo);
  return layout.word(values);
}

}  // namespace entente

// All words of so many bits: where conditions hold among them.
#include "states/combinations.h"

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t run = Evaluation::width / 64;

std::size_t blocks_of(unsigned bits) {
  return std::size_t{1} << (bits - 6);
}

// Words whose fields hold a number that is no value, or that have bits past the layout's, are taken out.
class Combinations {
 public:
  Combinations(const Model& model, const Layout& layout) : used_(layout.bits()) {
    for (std::size_t o = 0; o < model.options.size(); ++o) {
      const Field& field = layout.field(OptionId(static_cast<std::uint32_t>(o)));
      if (model.options[o].values.size() != std::size_t{1} << field.bits)
        partial_.push_back({field, model.options[o].values.size()});
    }
  }

  // Of the 64 words from 64 * block on.
  std::uint64_t operator()(std::size_t block) const {
    std::uint64_t fit = 0;
    if (partial_.empty() && used_ >= 6) return block >> (used_ - 6) == 0 ? ~std::uint64_t{0} : 0;
    for (std::uint64_t k = 0; k < 64; ++k) fit |= std::uint64_t{fits(block * 64 + k) ? 1U : 0U} << k;
    return fit;
  }

 private:
  struct Partial {
    Field field;
    std::size_t values = 0;
  };

  bool fits(Word word) const {
    return word >> used_ == 0 && std::all_of(partial_.begin(), partial_.end(), [&](const Partial& p) {
             return (word & p.field.mask) >> p.field.shift < p.values;
           });
  }

  unsigned used_;
  std::vector<Partial> partial_;
};

}  // namespace

Truth where_among_all(const Conditions& conditions, ConditionId condition, const Layout& layout,
                      unsigned bits, const Stop& stop) {
  Truth truth(blocks_of(bits));
  Evaluation evaluation(conditions, {condition}, layout);
  Lookout lookout(stop, 64);
  for (std::size_t block = 0; block < truth.size(); block += run) {
    lookout();
    evaluation.from(block * 64);
    for (std::size_t b = 0; b < run && block + b < truth.size(); ++b)
      truth[block + b] = evaluation.root(0).of[b];
  }
  return truth;
}

Truth feasible_among_all(const Model& model, const Layout& layout, unsigned bits, const Stop& stop) {
  const Combinations fitting(model, layout);
  std::vector<ConditionId> rules;
  for (const Rule& rule : model.rules) rules.push_back(rule.holds);
  Evaluation evaluation(model.conditions, rules, layout);
  Truth truth(blocks_of(bits));
  Lookout lookout(stop, 64);
  for (std::size_t block = 0; block < truth.size(); block += run) {
    lookout();
    evaluation.from(block * 64);
    for (std::size_t b = 0; b < run && block + b < truth.size(); ++b) {
      std::uint64_t& here = truth[block + b] = fitting(block + b);
      for (std::size_t k = 0; k < rules.size(); ++k) here &= evaluation.root(k).of[b];
    }
  }
  return truth;
}

}  // namespace entente

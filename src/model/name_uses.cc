// Names found by one walk over a formula's tree, their depths by one over its text.
#include "model/name_uses.h"

#include <utility>

namespace entente {
namespace {

/// Gathers the names of a formula from left to right, keeping the depth of parentheses and of `not`.
class NameUses {
 public:
  explicit NameUses(std::string_view text) : text_(text) {}

  void gather(const Formula& whole) {
    for (std::vector<Inside> rest = {{&whole, 0}}; !rest.empty();) {
      const auto [formula, negations] = rest.back();
      rest.pop_back();
      if (formula->kind == Formula::Kind::name) note(*formula, negations);
      const unsigned inside = negations + (formula->kind == Formula::Kind::negation ? 1 : 0);
      for (auto part = formula->of.rbegin(); part != formula->of.rend(); ++part)
        rest.push_back({&*part, inside});
    }
  }

  std::vector<NameUse> found;

 private:
  /// A part, and how many times `not` stands around it.
  struct Inside {
    const Formula* formula;
    unsigned negations;
  };

  void note(const Formula& name, unsigned negations) {
    found.push_back({text_.substr(name.word.at.begin, name.word.text.size()), name.word.at,
                     parentheses(name.at.begin) + negations});
  }

  unsigned parentheses(std::uint32_t offset) {
    for (; seen_ < offset; ++seen_) {
      if (text_[seen_] == '(') ++open_;
      if (text_[seen_] == ')') --open_;
    }
    return open_;
  }

  std::string_view text_;
  std::uint32_t seen_ = 0;
  unsigned open_ = 0;
};

}  // namespace

std::vector<NameUse> name_uses(std::string_view text, const Formula& formula) {
  NameUses uses(text);
  uses.gather(formula);
  return std::move(uses.found);
}

}  // namespace entente

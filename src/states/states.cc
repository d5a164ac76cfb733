// The feasible states: the way from a word to its state, and where conditions hold.
#include "states/states.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <span>
#include <utility>

#include "states/combinations.h"
#include "states/completions.h"
#include "states/evaluation.h"

namespace entente {
States::States(Layout layout, std::vector<Word> ascending)
    : layout_(std::move(layout)), words_(std::move(ascending)), index_(words_, layout_.bits()) {
  assert(std::adjacent_find(words_.begin(), words_.end(), std::greater_equal<>()) == words_.end());
}

std::vector<StateSet> where(const Conditions& conditions, const std::vector<ConditionId>& roots,
                            const States& states) {
  std::vector<StateSet> sets(roots.size(), StateSet(states.size()));
  Evaluation evaluation(conditions, roots, states.layout());
  const std::span<const Word> words(states.words());
  Lookout lookout(states.stop(), 64);
  for (std::size_t from = 0; from < words.size(); from += Evaluation::width) {
    lookout();
    evaluation(words.subspan(from, std::min(Evaluation::width, words.size() - from)));
    for (std::size_t k = 0; k < roots.size(); ++k) {
      std::vector<std::uint64_t>& blocks = sets[k].blocks();
      const std::size_t first = from / 64;
      std::copy_n(evaluation.root(k).of.begin(), std::min<std::size_t>(8, blocks.size() - first),
                  blocks.begin() + static_cast<std::ptrdiff_t>(first));
    }
  }
  const StateSet all(states.size(), true);
  for (StateSet& set : sets) set &= all;
  return sets;
}

StateSet where(const Conditions& conditions, ConditionId condition, const States& states) {
  return std::move(where(conditions, std::vector<ConditionId>{condition}, states)[0]);
}

bool holds(const Conditions& conditions, ConditionId condition, const Layout& layout, Word word) {
  Evaluation evaluation(conditions, {condition}, layout);
  evaluation(std::span<const Word>(&word, 1));
  return (evaluation.root(0).of[0] & 1) != 0;
}

namespace {

// So many states have numbers.
constexpr std::uint64_t most_states = std::uint64_t{1} << 31;

Count combinations(const Model& model) {
  Count count = 1;
  for (const Option& option : model.options) count *= option.values.size();
  return count;
}

// All combinations of values in ascending order, so many at a time.
class Odometer {
 public:
  Odometer(const Model& model, const Layout& layout) {
    for (std::size_t o = model.options.size(); o-- > 0;)
      wheels_.push_back({layout.field(OptionId(o)), model.options[o].values.size() - 1});
  }

  std::span<const Word> next() {
    std::size_t filled = 0;
    for (; filled < words_.size() && !done_; ++filled, turn()) words_[filled] = word_;
    return std::span<const Word>(words_).first(filled);
  }

 private:
  struct Wheel {
    Field field;
    std::uint64_t last = 0;
  };

  void turn() {
    for (const Wheel& wheel : wheels_) {
      if ((word_ & wheel.field.mask) >> wheel.field.shift != wheel.last) {
        word_ += Word{1} << wheel.field.shift;
        return;
      }
      word_ &= ~wheel.field.mask;
    }
    done_ = true;
  }

  std::vector<Wheel> wheels_;
  Word word_ = 0;
  bool done_ = false;
  std::array<Word, Evaluation::width> words_{};
};

std::vector<Word> listed(const Truth& truth, std::size_t count) {
  std::vector<Word> words;
  words.reserve(count);
  for (std::size_t b = 0; b < truth.size(); ++b)
    for (std::uint64_t rest = truth[b]; rest != 0; rest &= rest - 1)
      words.push_back(b * 64 + static_cast<unsigned>(std::countr_zero(rest)));
  return words;
}

// Word after word, whether or not it is a combination of values: words in a row need not be written down.
std::variant<States, TooMany> swept_in_a_row(const Model& model, const Layout& layout, const Budget& budget) {
  const Truth feasible = feasible_among_all(model, layout, std::max(6U, layout.bits()), budget.stop);
  std::uint64_t count = 0;
  for (const std::uint64_t block : feasible) count += static_cast<unsigned>(std::popcount(block));
  if (count > budget.states) return TooMany{count, true, budget.states};
  return States(layout, listed(feasible, count));
}

bool mostly_combinations(const Model& model, const Layout& layout) {
  return layout.bits() <= 30 && Count{1} << layout.bits() <= 4 * combinations(model);
}

std::variant<States, TooMany> swept(const Model& model, const Layout& layout, Evaluation& rules,
                                    const Budget& budget) {
  if (mostly_combinations(model, layout)) return swept_in_a_row(model, layout, budget);
  std::vector<Word> words;
  words.reserve(static_cast<std::size_t>(std::min<Count>(combinations(model), budget.states)));
  Count count = 0;
  Odometer odometer(model, layout);
  Lookout lookout(budget.stop, 64);
  for (auto chunk = odometer.next(); !chunk.empty(); chunk = odometer.next()) {
    lookout();
    if (!model.rules.empty()) rules(chunk);
    for (std::size_t b = 0; b * 64 < chunk.size(); ++b) {
      std::uint64_t open = ~std::uint64_t{0} >> (64 - std::min<std::size_t>(64, chunk.size() - b * 64));
      for (std::size_t k = 0; k < model.rules.size(); ++k) open &= rules.root(k).of[b];
      count += static_cast<unsigned>(std::popcount(open));
      if (count > budget.states) continue;
      for (; open != 0; open &= open - 1)
        words.push_back(chunk[b * 64 + static_cast<unsigned>(std::countr_zero(open))]);
    }
  }
  if (count > budget.states) return TooMany{count, true, budget.states};
  return States(layout, std::move(words));
}

// About how long a sweep takes, in nanoseconds.
Count sweep_time(const Model& model, const Evaluation& rules) {
  return combinations(model) * (1200 + 6 * rules.size()) / Evaluation::width;
}

constexpr std::uint64_t quick_sweep = 300'000'000;
constexpr std::uint64_t longest_sweep = 4'000'000'000;
// Parts of formulas looked at: some seconds and hundreds of megabytes.
constexpr std::uint64_t most_work = std::uint64_t{1} << 26;
constexpr std::uint64_t bytes_a_part = 8;

// A quarter of the memory that there is; what does not fit is left to diagrams.
std::uint64_t work_within(const Stop& stop) {
  return std::min(most_work, stop.bytes().value_or(UINT64_MAX) / (4 * bytes_a_part));
}

std::variant<States, TooMany> found(const Model& model, Budget budget) {
  const Layout layout(model);
  budget.states = std::min(budget.states, most_states);
  const Count all = combinations(model);
  if (model.rules.empty() && all > budget.states) return TooMany{all, true, budget.states};
  std::vector<ConditionId> conditions;
  for (const Rule& rule : model.rules) conditions.push_back(rule.holds);
  Evaluation rules(model.conditions, conditions, layout);
  const Count sweep = sweep_time(model, rules);
  if (sweep <= quick_sweep) return swept(model, layout, rules, budget);
  Completions completions(model, layout, work_within(budget.stop), budget.stop);
  const Count count = completions.count();
  if (!completions.gave_up() && count <= budget.states) return States(layout, completions.words());
  if (completions.gave_up() && sweep <= longest_sweep) return swept(model, layout, rules, budget);
  return TooMany{count, !completions.gave_up(), budget.states};
}

}  // namespace

std::variant<States, TooMany> feasible_states(const Model& model, Budget budget) {
  const Stop stop = budget.stop;
  std::variant<States, TooMany> all = found(model, std::move(budget));
  if (auto* states = std::get_if<States>(&all)) states->end_at(stop);
  return all;
}

std::string decimal_digits(Count count) {
  std::string digits;
  do digits += static_cast<char>('0' + static_cast<int>(count % 10));
  while ((count /= 10) != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace entente

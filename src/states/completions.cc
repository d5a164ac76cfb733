// Counting and enumerating feasible states.
//
// The rules, as one conjunction, are progressed option by option: giving an option a value leaves a smaller
// formula. Formulas that look alike are counted once, parts that share no option are counted apart and
// multiplied, and a negation is all combinations less the formula's. Fits rules over few options each,
// chains, counts and sums over many; does not fit dense random parities or hard puzzles, on which the work
// runs out. (The idea of #SAT with component caching: Sang, Bacchus, Beame, Kautz and Pitassi, 2004.)
#include "states/completions.h"

#include <algorithm>
#include <bit>

namespace entente {
namespace {

template <class F>
void each_option(Residuals::Options options, F f) {
  for (; options != 0; options &= options - 1)
    f(OptionId{static_cast<std::uint32_t>(std::countr_zero(options))});
}

Residuals::Options only(OptionId option) {
  return Residuals::Options{1} << index(option);
}

std::vector<ConditionId> rules(const Model& model) {
  std::vector<ConditionId> all;
  for (const Rule& rule : model.rules) all.push_back(rule.holds);
  return all;
}

}  // namespace

Completions::Completions(const Model& model, const Layout& layout, std::uint64_t work, const Stop& stop)
    : model_(model),
      layout_(layout),
      work_(work),
      stop_(stop),
      residuals_(model),
      rules_(residuals_.all_of(rules(model))) {}

Count Completions::combinations(Options options) const {
  Count product = 1;
  each_option(options, [&](OptionId o) { product *= model_[o].values.size(); });
  return product;
}

Count Completions::count() {
  Options all = 0;
  for (std::uint32_t o = 0; o < model_.options.size(); ++o) all |= only(OptionId{o});
  return count(rules_) * combinations(all & ~residuals_.support(rules_));
}

// Over the options that the formula looks at.
Count Completions::count(Residual formula) {
  if (formula <= never) return formula == always ? 1 : 0;
  const Count positive = count_node(formula >> 1);
  if ((formula & 1) == 0) return positive;
  return gave_up_ ? 0 : combinations(residuals_.support(formula)) - positive;
}

Count Completions::count_node(std::uint32_t node) {
  if (const auto known = counts_.find(node); known != counts_.end()) return known->second;
  if (residuals_.work() > work_) gave_up_ = true;
  if (gave_up_) return 0;
  const Apart& apart = groups(node);
  const Count total = apart.groups.size() > 1 ? product(apart) : sum(node);
  if (!gave_up_) counts_.emplace(node, total);
  return total;
}

Count Completions::product(const Apart& apart) {
  Count total = 1;
  for (const Residual group : apart.groups) total *= total == 0 ? 0 : count(group);
  return gave_up_ ? 0 : total;
}

// Where the work runs out a lower bound.
Count Completions::sum(std::uint32_t node) {
  const Apart& apart = values(node);
  Count total = 0;
  for (const Residual left : apart.values)
    total += count(left) * combinations(freed(node << 1, apart.option, left));
  return total;
}

// The options that a formula looks at, but no longer when one of them has a value.
Completions::Options Completions::freed(Residual formula, OptionId option, Residual left) const {
  return residuals_.support(formula) & ~only(option) & ~residuals_.support(left);
}

const Completions::Apart& Completions::groups(std::uint32_t node) {
  Apart& apart = apart_[node];
  if (apart.groups.empty()) apart.groups = independent(node << 1);
  return apart;
}

const Completions::Apart& Completions::values(std::uint32_t node) {
  Apart& apart = apart_[node];
  if (!apart.values.empty()) return apart;
  apart.option = residuals_.next(node << 1);
  for (Value v = 0; v < model_[apart.option].values.size(); ++v) {
    stop_.look();
    apart.values.push_back(residuals_.progress(node << 1, apart.option, v));
    if (residuals_.work() <= work_) continue;
    gave_up_ = true;
    break;
  }
  return apart;
}

// The conjuncts in groups that share no option.
std::vector<Residual> Completions::independent(Residual formula) {
  struct Group {
    Options options = 0;
    std::vector<Residual> of;
  };
  std::vector<Group> groups;
  for (const Residual part : residuals_.conjuncts(formula)) {
    Group joined{residuals_.support(part), {part}};
    std::erase_if(groups, [&](const Group& group) {
      if ((group.options & joined.options) == 0) return false;
      joined.options |= group.options;
      joined.of.insert(joined.of.end(), group.of.begin(), group.of.end());
      return true;
    });
    groups.push_back(std::move(joined));
  }
  std::vector<Residual> found;
  for (Group& group : groups) found.push_back(residuals_.conjunction(std::move(group.of)));
  return found;
}

std::vector<Word> Completions::words() {
  const Count states = count();
  words_.reserve(static_cast<std::size_t>(states));
  work_ = ~std::uint64_t{0};
  Options all = 0;
  for (std::uint32_t o = 0; o < model_.options.size(); ++o) all |= only(OptionId{o});
  const Pending first{rules_, nullptr};
  if (states > 0) enumerate(&first, 0, all & ~residuals_.support(rules_));
  if (!std::is_sorted(words_.begin(), words_.end())) std::sort(words_.begin(), words_.end());
  return std::move(words_);
}

// Gives values to what is pending looks at; `open` are the options that may have any.
void Completions::enumerate(const Pending* pending, Word word, Options open) {
  while (pending != nullptr && pending->formula == always) pending = pending->next;
  if (pending == nullptr) return emit(word, open);
  const Options support = residuals_.support(pending->formula);
  if (count(pending->formula) == combinations(support)) return enumerate(pending->next, word, open | support);
  split(*pending, word, open);
}

void Completions::split(const Pending& first, Word word, Options open) {
  const std::uint32_t node = first.formula >> 1;
  const Residual turned = first.formula & 1;
  const std::vector<Residual>& apart = groups(node).groups;
  if (turned == 0 && apart.size() > 1) {
    std::vector<Pending> list;
    list.reserve(apart.size());
    for (const Residual group : apart) list.push_back({group, list.empty() ? first.next : &list.back()});
    return enumerate(&list.back(), word, open);
  }
  const Apart& valued = values(node);
  for (Value v = 0; v < valued.values.size(); ++v) {
    const Residual left = valued.values[v] ^ turned;
    if (count(left) == 0) continue;
    const Pending next{left, first.next};
    enumerate(&next, layout_.with(word, valued.option, v), open | freed(first.formula, valued.option, left));
  }
}

void Completions::emit(Word word, Options open) {
  if (open == 0) {
    lookout_();
    words_.push_back(word);
    return;
  }
  const OptionId option{static_cast<std::uint32_t>(63 - std::countl_zero(open))};
  for (Value v = 0; v < model_[option].values.size(); ++v)
    emit(layout_.with(word, option, v), open & ~only(option));
}

}  // namespace entente

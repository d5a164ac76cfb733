// Formulas as they are left once some options have a value.
#include "states/residual.h"

#include <algorithm>
#include <array>
#include <bit>

namespace entente {
namespace {

// A conjunction within a conjunction is dissolved in it up to this size, so that shared ones stay shared.
constexpr std::size_t dissolved = 64;
// The work that a new formula counts for, on top of its parts: it takes memory.
constexpr std::uint64_t work_of_new = 32;

}  // namespace

Residual Residuals::all_of(const std::vector<ConditionId>& conditions) {
  const std::vector<ConditionId> used = model_->conditions.parts(conditions);
  std::vector<Residual> converted_parts;
  const auto of = [&](ConditionId id) {
    return converted_parts[static_cast<std::size_t>(std::lower_bound(used.begin(), used.end(), id) -
                                                    used.begin())];
  };
  std::vector<Residual> parts;
  for (const ConditionId id : used) {
    const Condition& condition = model_->conditions[id];
    parts.clear();
    for (const ConditionId part : condition.of) parts.push_back(of(part));
    converted_parts.push_back(converted(condition, parts));
  }
  parts.clear();
  for (const ConditionId id : conditions)
    for (const Residual part : conjuncts(of(id))) parts.push_back(part);
  return conjunction(std::move(parts));
}

Residual Residuals::converted(const Condition& condition, const std::vector<Residual>& parts) {
  using Written = Condition::Kind;
  switch (condition.kind) {
    case Written::constant: return condition.low != 0 ? always : never;
    case Written::choice: return choice(condition.option, condition.values);
    case Written::negation: return parts[0] ^ 1;
    case Written::conjunction: return conjunction(parts);
    case Written::disjunction: return disjunction(parts);
    case Written::implication: {
      std::vector<Residual> any = parts;
      for (std::size_t k = 0; k + 1 < any.size(); ++k) any[k] ^= 1;
      return disjunction(std::move(any));
    }
    case Written::parity: return parity(parts);
    case Written::count: return count(condition.low, condition.high, parts);
    case Written::sum: return sum(condition);
  }
  return never;
}

// A choice that allows the first value is the negation of one that does not.
Residual Residuals::choice(OptionId option, const std::vector<Value>& values) {
  const std::size_t of = (*model_)[option].values.size();
  if (values.empty()) return never;
  if (values.size() >= of) return always;
  std::vector<Value> chosen = values;
  const bool negated = values[0] == 0;
  if (negated) {
    chosen.clear();
    for (Value v = 0; v < of; ++v)
      if (!std::binary_search(values.begin(), values.end(), v)) chosen.push_back(v);
  }
  const auto o = static_cast<std::uint32_t>(option);
  return interned({.kind = Kind::choice, .option = o, .support = Options{1} << o}, chosen) ^
         (negated ? 1 : 0);
}

Residual Residuals::conjunction(std::vector<Residual> parts) {
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const Residual part = parts[k];
    if (part == never) return never;
    const Node& node = nodes_[part >> 1];
    if ((part & 1) != 0 || node.kind != Kind::conjunction || node.end - node.begin > dissolved) continue;
    for (const Residual inner : this->parts(node)) parts.push_back(inner);
    parts[k] = always;
  }
  work_ += parts.size();
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  if (!parts.empty() && parts[0] == always) parts.erase(parts.begin());
  for (std::size_t k = 1; k < parts.size(); ++k)
    if (parts[k] == (parts[k - 1] ^ 1)) return never;
  if (parts.empty()) return always;
  return parts.size() == 1 ? parts[0] : interned({.kind = Kind::conjunction}, parts);
}

Residual Residuals::disjunction(std::vector<Residual> parts) {
  for (Residual& part : parts) part ^= 1;
  return conjunction(std::move(parts)) ^ 1;
}

// Negations are drawn out, and two of the same are none.
Residual Residuals::parity(const std::vector<Residual>& parts) {
  std::vector<Residual> odd;
  Residual turned = 1;  // of nothing: false
  for (const Residual part : parts) {
    if (part == always) turned ^= 1;
    if (part <= never) continue;
    turned ^= part & 1;
    odd.push_back(part & ~Residual{1});
  }
  std::sort(odd.begin(), odd.end());
  std::vector<Residual> once;
  for (const Residual part : odd)
    if (!once.empty() && once.back() == part)
      once.pop_back();
    else
      once.push_back(part);
  if (once.empty()) return turned;
  return (once.size() == 1 ? once[0] : interned({.kind = Kind::parity}, once)) ^ turned ^ 1;
}

Residual Residuals::count(std::uint64_t low, std::uint64_t high, const std::vector<Residual>& parts) {
  std::vector<Residual> open;
  for (const Residual part : parts) {
    if (part > never) open.push_back(part);
    if (part != always) continue;
    if (high == 0) return never;
    low -= low > 0 ? 1 : 0;
    --high;
  }
  const std::uint64_t n = open.size();
  high = std::min(high, n);
  if (low > high) return never;
  if (low == 0 && high == n) return always;
  if (low == n) return conjunction(std::move(open));
  if (low == 1 && high == n) return disjunction(std::move(open));
  if (high == 0) return disjunction(std::move(open)) ^ 1;
  if (low == 0 && high == n - 1) return conjunction(std::move(open)) ^ 1;
  std::sort(open.begin(), open.end());
  return interned(
      {.kind = Kind::count, .low = static_cast<std::uint32_t>(low), .high = static_cast<std::uint32_t>(high)},
      open);
}

// By whether the left is more than the right by nothing or less.
Residual Residuals::sum(const Condition& condition) {
  const Balance balance = model_->conditions.balance(condition);
  Options options = 0;
  for (const Addend& term : balance.terms) options |= Options{1} << index(*term.option);
  const auto of = static_cast<std::uint32_t>(sums_.size());
  sums_.push_back(balance.terms);
  const auto at_most = [&](std::int64_t more) { return at_most_nothing(of, options, balance.fixed - more); };
  using Sign = Condition::Sign;
  switch (condition.sign) {
    case Sign::at_most: return at_most(0);
    case Sign::less: return at_most(-1);
    case Sign::greater: return at_most(0) ^ 1;
    case Sign::at_least: return at_most(-1) ^ 1;
    default: break;
  }
  return conjunction({at_most(0), at_most(-1) ^ 1}) ^ (condition.sign == Sign::unequal ? 1 : 0);
}

// What these options of a sum add to what is added already.
Residual Residuals::at_most_nothing(std::uint32_t sum, Options options, std::int64_t fixed) {
  std::int64_t least = fixed, most = fixed;
  for (const Addend& term : sums_[sum]) {
    if (((options >> index(*term.option)) & 1) == 0) continue;
    least += numbers(term).least_of(term.times);
    most += numbers(term).most_of(term.times);
  }
  work_ += sums_[sum].size();
  if (most <= 0) return always;
  if (least > 0) return never;
  const auto added = static_cast<std::uint64_t>(fixed);
  const std::array<std::uint32_t, 4> parts = {
      static_cast<std::uint32_t>(options), static_cast<std::uint32_t>(options >> 32),
      static_cast<std::uint32_t>(added), static_cast<std::uint32_t>(added >> 32)};
  return interned({.kind = Kind::sum, .option = sum, .support = options}, parts);
}

Residual Residuals::added(const Node& sum, OptionId option, Value value) {
  const std::uint64_t fixed = pool_[sum.begin + 2] | std::uint64_t{pool_[sum.begin + 3]} << 32;
  const std::vector<Addend>& terms = sums_[sum.option];
  const auto term =
      std::find_if(terms.begin(), terms.end(), [&](const Addend& t) { return t.option == option; });
  return at_most_nothing(sum.option, sum.support & ~(Options{1} << index(option)),
                         static_cast<std::int64_t>(fixed) + term->times * numbers(*term).of[value]);
}

// The option that decides most: between the least and the most that it adds.
OptionId Residuals::widest(const Node& sum) const {
  OptionId found{};
  std::int64_t widest = -1;
  for (const Addend& term : sums_[sum.option]) {
    const std::int64_t width = numbers(term).most_of(term.times) - numbers(term).least_of(term.times);
    if (((sum.support >> index(*term.option)) & 1) == 0 || width <= widest) continue;
    widest = width;
    found = *term.option;
  }
  return found;
}

Residual Residuals::progress(Residual formula, OptionId option, Value value) {
  ++asked_;
  return progressed(formula, option, value);
}

Residual Residuals::progressed(Residual formula, OptionId option, Value value) {
  const std::uint32_t id = formula >> 1;
  const Residual turned = formula & 1;
  ++work_;
  if (((nodes_[id].support >> index(option)) & 1) == 0) return formula;
  if (nodes_[id].asked == asked_) return nodes_[id].result ^ turned;
  const Node node = nodes_[id];
  const Residual result = node.kind == Kind::choice ? met(node, value)
                          : node.kind == Kind::sum  ? added(node, option, value)
                                                    : joined(node, progressed_parts(node, option, value));
  nodes_[id].asked = asked_;
  nodes_[id].result = result;
  return result ^ turned;
}

Residual Residuals::met(const Node& choice, Value value) const {
  const auto values = parts(choice);
  return std::binary_search(values.begin(), values.end(), value) ? always : never;
}

std::vector<Residual> Residuals::progressed_parts(const Node& node, OptionId option, Value value) {
  std::vector<Residual> left;
  for (std::uint32_t k = node.begin; k < node.end; ++k) {
    left.push_back(progressed(pool_[k], option, value));
    if (node.kind == Kind::conjunction && left.back() == never) return {never};
  }
  return left;
}

// The parts joined as those of this node are.
Residual Residuals::joined(const Node& node, std::vector<Residual> parts) {
  if (node.kind == Kind::parity) return parity(parts);
  if (node.kind == Kind::count) return count(node.low, node.high, parts);
  return conjunction(std::move(parts));
}

std::vector<Residual> Residuals::conjuncts(Residual formula) const {
  const Node& node = nodes_[formula >> 1];
  if ((formula & 1) != 0 || node.kind != Kind::conjunction) return {formula};
  const auto all = parts(node);
  return {all.begin(), all.end()};
}

OptionId Residuals::next(Residual formula) const {
  const Node& node = nodes_[formula >> 1];
  if (node.kind == Kind::choice) return OptionId{node.option};
  if (node.kind == Kind::sum) return widest(node);
  std::array<std::uint32_t, 64> lookers{};
  for (const Residual part : parts(node)) {
    const Options options = support(part);
    if (node.kind == Kind::conjunction && std::has_single_bit(options))
      return OptionId{static_cast<std::uint32_t>(std::countr_zero(options))};
    for (Options rest = options; rest != 0; rest &= rest - 1)
      ++lookers[static_cast<unsigned>(std::countr_zero(rest))];
  }
  const auto most = std::max_element(lookers.begin(), lookers.end());
  return OptionId{static_cast<std::uint32_t>(most - lookers.begin())};
}

std::uint64_t Residuals::hash(const Node& node, std::span<const std::uint32_t> parts) const {
  const auto mixed = [](std::uint64_t seed, std::uint64_t term) {
    seed = (seed ^ term) * 0x9e3779b97f4a7c15U;
    return seed ^ (seed >> 29);
  };
  std::uint64_t seed = static_cast<std::uint64_t>(node.kind);
  for (const std::uint64_t term : {node.low, node.high, node.option}) seed = mixed(seed, term);
  for (const std::uint32_t part : parts) seed = mixed(seed, part);
  return seed;
}

Residual Residuals::interned(Node node, std::span<const std::uint32_t> of) {
  if (2 * nodes_.size() >= table_.size()) grow();
  work_ += of.size();
  std::size_t at = hash(node, of) & (table_.size() - 1);
  for (; table_[at] != 0; at = (at + 1) & (table_.size() - 1)) {
    const Node& other = nodes_[table_[at]];
    const bool alike = other.kind == node.kind && other.low == node.low && other.high == node.high &&
                       other.option == node.option;
    if (alike && std::equal(of.begin(), of.end(), parts(other).begin(), parts(other).end()))
      return table_[at] << 1;
  }
  table_[at] = static_cast<std::uint32_t>(nodes_.size());
  node.begin = static_cast<std::uint32_t>(pool_.size());
  pool_.insert(pool_.end(), of.begin(), of.end());
  node.end = static_cast<std::uint32_t>(pool_.size());
  if (node.kind != Kind::choice && node.kind != Kind::sum)
    for (const Residual part : of) node.support |= support(part);
  nodes_.push_back(node);
  work_ += work_of_new;
  return table_[at] << 1;
}

void Residuals::grow() {
  std::vector<std::uint32_t> wider(std::max<std::size_t>(1024, 2 * table_.size()), 0);
  for (std::uint32_t id = 1; id < nodes_.size(); ++id) {
    std::size_t at = hash(nodes_[id], parts(nodes_[id])) & (wider.size() - 1);
    while (wider[at] != 0) at = (at + 1) & (wider.size() - 1);
    wider[at] = id;
  }
  table_ = std::move(wider);
}

}  // namespace entente

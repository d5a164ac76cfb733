// A model over the bits of decision diagrams: conditions from their parts, each once.
#include "engine/symbolic/encoded_model.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <random>
#include <utility>

namespace entente {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;
using Order = std::vector<std::size_t>;

Order places(const Order& order) {
  Order place(order.size());
  for (std::size_t p = 0; p < order.size(); ++p) place[order[p]] = p;
  return place;
}

std::uint64_t span(const Order& order, const Groups& groups) {
  const Order place = places(order);
  std::uint64_t total = 0;
  for (const auto& group : groups) {
    const auto [low, high] =
        std::minmax_element(group.begin(), group.end(), [&](auto a, auto b) { return place[a] < place[b]; });
    if (low != group.end()) total += place[*high] - place[*low];
  }
  return total;
}

Order stepped(const Order& order, const Groups& groups) {
  const Order place = places(order);
  std::vector<double> sum(order.size(), 0);
  std::vector<double> count(order.size(), 0);
  for (const auto& group : groups) {
    double centre = 0;
    for (const std::size_t v : group) centre += static_cast<double>(place[v]);
    for (const std::size_t v : group) {
      sum[v] += centre / static_cast<double>(group.size());
      count[v] += 1;
    }
  }
  const auto to = [&](std::size_t v) {
    return count[v] > 0 ? sum[v] / count[v] : static_cast<double>(place[v]);
  };
  Order next = order;
  std::stable_sort(next.begin(), next.end(), [&](std::size_t a, std::size_t b) { return to(a) < to(b); });
  return next;
}

std::pair<std::uint64_t, Order> settled(Order order, const Groups& groups) {
  std::uint64_t least = span(order, groups);
  Order best = order;
  for (int since = 0; since < 10; ++since) {
    order = stepped(order, groups);
    const std::uint64_t now = span(order, groups);
    if (now < least) {
      since = 0;
      least = now;
      best = order;
    }
  }
  return {least, best};
}

}  // namespace

std::vector<std::size_t> force(std::size_t size, const Groups& groups) {
  constexpr int starts = 50;
  std::mt19937_64 random(1);
  Order order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  auto best = settled(order, groups);
  for (int k = 1; k < starts; ++k) {
    for (std::size_t n = size; n > 1; --n) std::swap(order[n - 1], order[random() % n]);
    best = std::min(best, settled(order, groups));
  }
  return best.second;
}

namespace {

// The conditions that diagrams will be made of.
std::vector<ConditionId> statements(const Model& model) {
  std::vector<ConditionId> all;
  for (const Party& party : model.parties) {
    for (const Preference& preference : party.preferences) all.push_back(preference.statement);
    for (const RankClass& c : party.ranking) all.push_back(c.condition);
    for (const ListedMove& one : party.moves) all.insert(all.end(), {one.from, one.to});
  }
  for (const Rule& rule : model.rules) all.push_back(rule.holds);
  for (const Option& option : model.options) {
    if (option.when) all.push_back(*option.when);
    for (const GuardedChange& one : option.moves.guarded) all.push_back(one.when);
  }
  if (model.agreement) all.push_back(model.agreement->when);
  return all;
}

}  // namespace

std::vector<unsigned> bit_order(const Model& model, const Layout& layout) {
  std::vector<std::vector<std::size_t>> groups;
  for (const ConditionId statement : statements(model)) {
    std::vector<std::size_t>& group = groups.emplace_back();
    for (const OptionId option : model.conditions.options(statement)) group.push_back(index(option));
  }
  std::vector<unsigned> bits;
  for (const std::size_t option : force(model.options.size(), groups)) {
    const Field& field = layout.field(OptionId(static_cast<std::uint32_t>(option)));
    for (unsigned b = field.bits; b-- > 0;) bits.push_back(field.shift + b);
  }
  return bits;
}

Encoding::Encoding(const Model& model, Diagrams& diagrams)
    : model_(model), layout_(model), diagrams_(diagrams), conditions_(model.conditions.size()) {}

Diagram Encoding::where(ConditionId condition) const {
  for (const ConditionId part : model_.conditions.parts({condition})) {
    std::optional<Diagram>& kept = conditions_[index(part)];
    if (kept) continue;
    Diagram diagram = made(model_.conditions[part]);
    if (diagrams_.spent()) return {};
    kept = std::move(diagram);
  }
  return *conditions_[index(condition)];
}

Diagram Encoding::made(const Condition& c) const {
  const auto part = [&](ConditionId id) { return *conditions_[index(id)]; };
  Diagram whole;
  switch (c.kind) {
    case Condition::Kind::constant: return c.low != 0 ? diagrams_.all() : diagrams_.none();
    case Condition::Kind::choice:
      for (const Value value : c.values) whole |= has(c.option, value);
      return whole;
    case Condition::Kind::negation: return !part(c.of[0]);
    case Condition::Kind::conjunction:
      whole = diagrams_.all();
      for (const ConditionId id : c.of) whole &= part(id);
      return whole;
    case Condition::Kind::disjunction:
      for (const ConditionId id : c.of) whole |= part(id);
      return whole;
    case Condition::Kind::implication:
      whole = part(c.of.back());
      for (std::size_t k = c.of.size() - 1; k-- > 0;) whole |= !part(c.of[k]);
      return whole;
    case Condition::Kind::parity:
      for (const ConditionId id : c.of) whole = whole ^ part(id);
      return whole;
    case Condition::Kind::count: return of_count(c);
    case Condition::Kind::sum: return of_sum(c);
  }
  return whole;
}

// exactly[n]: n of the parts seen so far hold; more than `high` need not be told apart.
Diagram Encoding::of_count(const Condition& c) const {
  std::vector<Diagram> exactly(std::min<std::size_t>(c.high, c.of.size()) + 1);
  exactly[0] = diagrams_.all();
  for (const ConditionId id : c.of) {
    const Diagram& part = *conditions_[index(id)];
    for (std::size_t n = exactly.size(); n-- > 0;)
      exactly[n] = if_then_else(part, n == 0 ? diagrams_.none() : exactly[n - 1], exactly[n]);
  }
  Diagram whole;
  for (std::size_t n = c.low; n < exactly.size(); ++n) whole |= exactly[n];
  return whole;
}

namespace {

// Where what options add to a number is at most nothing. Option by option from the top of the diagrams down;
// what is added already is told apart only where that decides: an interval of it leads to one diagram, which
// is found again by the interval (Abio, Nieuwenhuis, Oliveras, Rodriguez-Carbonell and Mayer-Eichberger,
// 2012).
class AtMostNothing {
 public:
  AtMostNothing(const Encoding& encoding, std::vector<Addend> terms)
      : of_(encoding), terms_(std::move(terms)) {
    const std::vector<unsigned>& order = of_.diagrams().order();
    const auto place = [&](const Addend& term) {
      const Field& field = of_.layout().field(*term.option);
      return std::find_if(order.begin(), order.end(),
                          [&](unsigned bit) { return bit >= field.shift && bit < field.shift + field.bits; });
    };
    std::sort(terms_.begin(), terms_.end(),
              [&](const Addend& a, const Addend& b) { return place(a) < place(b); });
    rest_.resize(terms_.size() + 1);
    for (std::size_t k = terms_.size(); k-- > 0;)
      rest_[k] = {rest_[k + 1].least + numbers(k).least_of(terms_[k].times),
                  rest_[k + 1].most + numbers(k).most_of(terms_[k].times)};
    known_.resize(terms_.size());
  }

  Diagram where(std::int64_t fixed) { return from(0, fixed).diagram; }

 private:
  // What is added already, from `low` to `high`, leads to one diagram.
  struct Found {
    Diagram diagram;
    std::int64_t low = -furthest;
    std::int64_t high = furthest;
  };
  struct Rest {
    std::int64_t least = 0;
    std::int64_t most = 0;
  };
  static constexpr std::int64_t furthest = std::int64_t{1} << 62;  // more than any sum is

  Found from(std::size_t k, std::int64_t added) {
    const Diagrams& diagrams = of_.diagrams();
    if (added + rest_[k].most <= 0) return {diagrams.all(), -furthest, -rest_[k].most};
    if (added + rest_[k].least > 0) return {diagrams.none(), 1 - rest_[k].least, furthest};
    if (diagrams.spent()) return {};
    const auto at = known_[k].lower_bound(added);
    if (at != known_[k].end() && at->second.low <= added) return at->second;
    Found whole;
    const std::vector<std::int64_t>& of = numbers(k).of;
    for (std::size_t v = 0; v < of.size(); ++v) {
      const std::int64_t adds = terms_[k].times * of[v];
      const Found one = from(k + 1, added + adds);
      whole.diagram |= of_.has(*terms_[k].option, static_cast<Value>(v)) & one.diagram;
      if (one.low != -furthest) whole.low = std::max(whole.low, one.low - adds);
      if (one.high != furthest) whole.high = std::min(whole.high, one.high - adds);
    }
    if (!diagrams.spent()) known_[k].emplace(whole.high, whole);
    return whole;
  }

  const Numbers& numbers(std::size_t k) const { return of_.model().conditions.numbers(*terms_[k].option); }

  const Encoding& of_;
  std::vector<Addend> terms_;
  std::vector<Rest> rest_;
  std::vector<std::map<std::int64_t, Found>> known_;  // by the end of the interval
};

}  // namespace

Diagram Encoding::of_sum(const Condition& c) const {
  const Balance balance = model_.conditions.balance(c);
  AtMostNothing sum(*this, balance.terms);
  const auto at_most = [&](std::int64_t more) { return sum.where(balance.fixed - more); };
  using Sign = Condition::Sign;
  switch (c.sign) {
    case Sign::at_most: return at_most(0);
    case Sign::less: return at_most(-1);
    case Sign::greater: return !at_most(0);
    case Sign::at_least: return !at_most(-1);
    case Sign::equal: return at_most(0) - at_most(-1);
    case Sign::unequal: return !(at_most(0) - at_most(-1));
  }
  return diagrams_.none();
}

Diagram Encoding::has(OptionId option, Value value, unsigned copy) const {
  const Field& field = layout_.field(option);
  Diagram code = diagrams_.all();
  for (unsigned b = 0; b < field.bits; ++b) {
    const Diagram bit = diagrams_.bit(field.shift + b, copy);
    code &= ((value >> b) & 1) != 0 ? bit : !bit;
  }
  return code;
}

Diagram Encoding::feasible() const {
  if (feasible_) return *feasible_;
  Diagram diagram = made_feasible();
  if (!diagrams_.spent()) feasible_ = diagram;
  return diagram;
}

Diagram Encoding::made_feasible() const {
  Diagram all = diagrams_.all();
  for (std::uint32_t o = 0; o < model_.options.size(); ++o) {
    const std::size_t values = model_.options[o].values.size();
    if (values == std::size_t{1} << layout_.field(OptionId(o)).bits) continue;
    Diagram coded;
    for (Value value = 0; value < values; ++value) coded |= has(OptionId(o), value);
    all &= coded;
  }
  for (const Rule& rule : model_.rules) all &= where(rule.holds);
  return all;
}

// Of equal statements the bits are of how many hold.
RankBits Encoding::counted(const Party& party, const std::vector<EqualStatements>& by_importance) const {
  RankBits ranks;
  for (const EqualStatements& equal : by_importance) {
    std::vector<Diagram> statements;
    for (const std::size_t n : equal) statements.push_back(where(party.preferences[n].statement));
    const std::vector<Decimal> alike(equal.size(), unit_weight);
    const RankBits bits = equal.size() == 1 ? RankBits{false, statements} : weighed(statements, alike);
    ranks.bits.insert(ranks.bits.end(), bits.bits.begin(), bits.bits.end());
  }
  return ranks;
}

RankBits Encoding::ranks(PartyId party, const std::vector<std::size_t>& left_out) const {
  const Party& p = model_[party];
  std::vector<Diagram> classes;
  for (const RankClass& c : p.ranking) classes.push_back(where(c.condition));
  if (!p.ranking.empty()) return ranked(classes, diagrams_.all());
  const std::vector<EqualStatements> by_importance = p.by_importance(model_.day(), left_out);
  if (!p.weighted) return counted(p, by_importance);
  std::vector<Diagram> statements;
  std::vector<Decimal> weights;
  for (const EqualStatements& alone : by_importance) {
    statements.push_back(where(p.preferences[alone.front()].statement));
    weights.push_back(p.preferences[alone.front()].weight);
  }
  return weighed(statements, weights);
}

RankBits Encoding::strong_ranks(PartyId party) const {
  return counted(model_[party], model_[party].strong(model_.day()));
}

}  // namespace entente

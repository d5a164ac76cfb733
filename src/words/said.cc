// A condition taken apart for words.
#include "words/said.h"

#include <algorithm>
#include <span>

#include "words/english.h"
#include "words/sum_words.h"

namespace entente {
namespace {

constexpr std::size_t most_parts = 128;
constexpr int deepest_part = 12;

Said constant(bool truth) {
  return {truth ? Said::Kind::always : Said::Kind::never};
}

class Apart {
 public:
  explicit Apart(const Voice& voice) : voice_(voice), model_(voice.model()) {}

  Said of(ConditionId id, bool truth, int depth = 0) {
    const Condition* c = &model_.conditions[id];
    for (;; truth = !truth, c = &model_.conditions[id]) {
      if (const NamedCondition* name = labelled(id)) return called(*name, truth);
      if (c->kind != Condition::Kind::negation) break;
      id = c->of[0];
    }
    if (depth > deepest_part || ++parts_ > most_parts) {
      too_much_ = true;
      return constant(true);
    }
    switch (c->kind) {
      case Condition::Kind::constant: return constant((c->low != 0) == truth);
      case Condition::Kind::choice: return choice(*c, truth);
      case Condition::Kind::negation: break;
      case Condition::Kind::conjunction:
        return joined(c->of, truth, truth ? Said::Kind::all : Said::Kind::any, depth);
      case Condition::Kind::disjunction:
        return joined(c->of, truth, truth ? Said::Kind::any : Said::Kind::all, depth);
      case Condition::Kind::implication: return truth ? implied(*c, depth) : refused(*c, depth);
      case Condition::Kind::parity: return parity(*c, truth, depth);
      case Condition::Kind::count: return counted(*c, truth, depth);
      case Condition::Kind::sum: return sum(*c, truth);
    }
    return constant(true);
  }

  bool too_much() const { return too_much_; }

 private:
  /// The name of a condition that the case has words of its own for; null where there is none.
  const NamedCondition* labelled(ConditionId id) const {
    const auto it = std::find_if(model_.names.begin(), model_.names.end(), [&](const NamedCondition& n) {
      return n.condition == id && !n.label.empty();
    });
    return it == model_.names.end() ? nullptr : &*it;
  }

  static Said called(const NamedCondition& name, bool truth) {
    const std::string label = plain(name.label);
    return {Said::Kind::does, {}, {}, {truth ? label : "\"" + label + "\" does not hold"}};
  }

  Said choice(const Condition& c, bool truth) const {
    const Option& option = model_[c.option];
    std::vector<Value> values;
    for (Value v = 0; v < option.values.size(); ++v)
      if (std::binary_search(c.values.begin(), c.values.end(), v) == truth) values.push_back(v);
    if (values.empty() || values.size() == option.values.size()) return constant(!values.empty());
    return {Said::Kind::does, {}, option.mover, voice_.does_one_of(c.option, values)};
  }

  Said sum(const Condition& c, bool truth) {
    parts_ += c.left.size() + c.right.size();
    too_much_ = too_much_ || parts_ > most_parts;
    if (const std::optional<bool> always = settled(model_.conditions, c)) return constant(*always == truth);
    return {Said::Kind::does, {}, {}, {sum_in_words(voice_, c, truth)}};
  }

  /// A list of what is not settled, each part once; without what a list of its kind takes for granted; alone,
  /// its one part.
  static Said list(Said::Kind kind, std::vector<Said> parts) {
    const Said::Kind granted = kind == Said::Kind::all ? Said::Kind::always : Said::Kind::never;
    Said whole{kind};
    for (Said& part : parts) {
      if (part.settled() && part.kind != granted) return part;
      if (part.kind == kind)
        for (Said& one : part.of) add(whole.of, std::move(one));
      else if (!part.settled())
        add(whole.of, std::move(part));
    }
    if (whole.of.empty()) return {granted};
    return whole.of.size() == 1 ? Said(std::move(whole.of.front())) : whole;
  }

  /// Once, however often it stands there.
  static void add(std::vector<Said>& parts, Said part) {
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(std::move(part));
  }

  std::vector<Said> each(std::span<const ConditionId> ids, bool truth, int depth) {
    std::vector<Said> parts;
    for (const ConditionId id : ids) parts.push_back(of(id, truth, depth + 1));
    return parts;
  }

  Said joined(std::span<const ConditionId> ids, bool truth, Said::Kind kind, int depth) {
    return list(kind, each(ids, truth, depth));
  }

  /// The last holds where all the others do.
  Said implied(const Condition& c, int depth) {
    const auto premises = std::span(c.of).first(c.of.size() - 1);
    Said where = list(Said::Kind::all, each(premises, true, depth));
    Said then = of(c.of.back(), true, depth + 1);
    if (where.kind == Said::Kind::never || then.kind == Said::Kind::always) return constant(true);
    if (where.kind == Said::Kind::always) return then;
    if (then.kind == Said::Kind::never) return joined(premises, false, Said::Kind::any, depth);
    return {Said::Kind::where, {std::move(where), std::move(then)}};
  }

  Said refused(const Condition& c, int depth) {
    std::vector<Said> parts = each(std::span(c.of).first(c.of.size() - 1), true, depth);
    parts.push_back(of(c.of.back(), false, depth + 1));
    return list(Said::Kind::all, std::move(parts));
  }

  /// An odd number of the parts hold, or an even one; of two that are left, one or both or neither.
  Said parity(const Condition& c, bool odd, int depth) {
    std::vector<Said> open;
    std::vector<ConditionId> ids;
    for (const ConditionId id : c.of) {
      Said part = of(id, true, depth + 1);
      if (part.kind == Said::Kind::always) odd = !odd;
      if (part.settled()) continue;
      open.push_back(std::move(part));
      ids.push_back(id);
    }
    if (open.empty()) return constant(!odd);
    if (open.size() == 1) return of(ids.front(), odd, depth + 1);
    if (open.size() == 2 && !odd) return {Said::Kind::exactly, std::move(open)};
    if (!odd) open.front() = of(ids.front(), false, depth + 1);
    return {Said::Kind::odd, std::move(open)};
  }

  /// How many of the parts hold; those that always do are taken off the number.
  Said counted(const Condition& c, bool truth, int depth) {
    std::vector<Said> open;
    std::size_t always = 0;
    for (Said& part : each(c.of, true, depth)) {
      if (part.kind == Said::Kind::always) ++always;
      if (!part.settled()) open.push_back(std::move(part));
    }
    const std::size_t low = c.low - std::min<std::size_t>(c.low, always);
    if (always > c.high) return constant(!truth);
    const std::size_t high = std::min<std::size_t>(c.high - always, open.size());
    if (truth) return between(low, high, std::move(open), c, depth);
    std::vector<Said> outside;
    if (low > 0) outside.push_back(between(0, low - 1, open, c, depth));
    outside.push_back(between(high + 1, open.size(), open, c, depth));
    return list(Said::Kind::any, std::move(outside));
  }

  Said between(std::size_t low, std::size_t high, std::vector<Said> open, const Condition& c, int depth) {
    if (low > high || low > open.size()) return constant(false);
    high = std::min(high, open.size());
    if (low == 0 && high == open.size()) return constant(true);
    if (low == open.size()) return list(Said::Kind::all, std::move(open));
    if (low == 1 && high == open.size()) return list(Said::Kind::any, std::move(open));
    if (high == 0) return none(c, depth);
    return {Said::Kind::count, std::move(open), {}, {}, low, high};
  }

  Said none(const Condition& c, int depth) {
    std::vector<Said> parts;
    for (const ConditionId id : c.of)
      if (Said part = of(id, false, depth + 1); part.kind != Said::Kind::never)
        parts.push_back(std::move(part));
    return list(Said::Kind::all, std::move(parts));
  }

  const Voice& voice_;
  const Model& model_;
  std::size_t parts_ = 0;
  bool too_much_ = false;
};

}  // namespace

std::optional<Said> said(const Voice& voice, ConditionId condition, bool truth) {
  Apart apart(voice);
  Said whole = apart.of(condition, truth);
  return apart.too_much() ? std::nullopt : std::optional(std::move(whole));
}

}  // namespace entente

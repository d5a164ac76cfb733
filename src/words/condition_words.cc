// A condition in words.
#include "words/condition_words.h"

#include <algorithm>
#include <span>

#include "words/english.h"

namespace entente {
namespace {

constexpr std::size_t longest = 240;  // bytes; a sentence that a reader can still hold
constexpr int deepest = 4;

/// A condition as a clause. Whose clause it is and what is said of them are kept apart, for neighbours to
/// share a name.
struct Clause {
  enum class Kind : std::uint8_t { wordless, words, always, never };  // wordless: words do not help

  Kind kind = Kind::wordless;
  std::optional<PartyId> speaker = {};
  std::string predicate = {};  // without a speaker the whole clause

  bool settled() const { return kind == Kind::always || kind == Kind::never; }
};

Clause constant(bool truth) {
  return {truth ? Clause::Kind::always : Clause::Kind::never};
}

Clause said(std::string words) {
  return {Clause::Kind::words, std::nullopt, std::move(words)};
}

/// The parts of a condition: the clauses of those that hold here and not there, and how many others.
struct Parts {
  std::vector<Clause> open;
  std::size_t wordless = 0;
  std::size_t always = 0;
  std::size_t never = 0;
  ConditionId last{};  // of those that are not settled

  std::size_t unsettled() const { return open.size() + wordless; }
};

class Wording {
 public:
  explicit Wording(const Voice& voice) : voice_(voice), model_(voice.model()) {}

  Clause clause(ConditionId id, bool truth, int depth) const {
    const Condition* c = &model_.conditions[id];
    for (; c->kind == Condition::Kind::negation; truth = !truth) c = &model_.conditions[c->of[0]];
    if (depth > deepest) return {};
    switch (c->kind) {
      case Condition::Kind::constant: return constant((c->low != 0) == truth);
      case Condition::Kind::choice: return choice(*c, truth);
      case Condition::Kind::negation: return {};
      case Condition::Kind::conjunction: return joined(*c, truth, truth, depth);
      case Condition::Kind::disjunction: return joined(*c, truth, !truth, depth);
      case Condition::Kind::implication: return truth ? implied(*c, depth) : refused(*c, depth);
      case Condition::Kind::parity: return either(*c, truth, depth);
      case Condition::Kind::count: return several(*c, truth, depth);
    }
    return {};
  }

  std::string text(const Clause& clause) const {
    return clause.speaker ? voice_.name(*clause.speaker) + " " + clause.predicate : clause.predicate;
  }

 private:
  Clause choice(const Condition& c, bool truth) const {
    const Option& option = model_[c.option];
    std::vector<std::string> all;
    for (Value v = 0; v < option.values.size(); ++v)
      if (std::binary_search(c.values.begin(), c.values.end(), v) == truth)
        all.push_back(voice_.does(Course{c.option, v}));
    if (all.empty() || all.size() == option.values.size()) return constant(!all.empty());
    return {Clause::Kind::words, option.party, listed(all, "or")};
  }

  Parts parts(std::span<const ConditionId> of, bool truth, int depth) const {
    Parts found;
    for (const ConditionId id : of) {
      Clause part = clause(id, truth, depth + 1);
      if (!part.settled()) found.last = id;
      switch (part.kind) {
        case Clause::Kind::wordless: ++found.wordless; break;
        case Clause::Kind::always: ++found.always; break;
        case Clause::Kind::never: ++found.never; break;
        case Clause::Kind::words: found.open.push_back(std::move(part)); break;
      }
    }
    return found;
  }

  /// The parts with "and" (all of them) or "or".
  Clause joined(const Condition& c, bool truth, bool all, int depth) const {
    Parts p = parts(c.of, truth, depth);
    if ((all ? p.never : p.always) > 0) return constant(!all);
    if (p.unsettled() == 0) return constant(all);
    if (p.wordless > 0) return {};
    return p.open.size() == 1 ? std::move(p.open.front()) : said(sharing_names(p.open, all ? "and" : "or"));
  }

  /// A list in which neighbours of one party share its name.
  std::string sharing_names(const std::vector<Clause>& clauses, std::string_view joiner) const {
    std::vector<std::string> items;
    std::optional<PartyId> before;
    for (const Clause& one : clauses) {
      items.push_back(one.speaker && one.speaker == before ? one.predicate : text(one));
      before = one.speaker;
    }
    return listed(items, joiner);
  }

  std::string each(const std::vector<Clause>& clauses) const {
    std::vector<std::string> items;
    for (const Clause& one : clauses) items.push_back(text(one));
    return listed(items);
  }

  /// "Japan signs only where it asks for all four islands".
  Clause implied(const Condition& c, int depth) const {
    const Parts premises = parts(std::span(c.of).first(c.of.size() - 1), true, depth);
    Clause then = clause(c.of.back(), true, depth + 1);
    if (premises.never > 0 || then.kind == Clause::Kind::always) return constant(true);
    if (premises.unsettled() == 0) return then;
    if (premises.wordless > 0 || then.kind == Clause::Kind::wordless) return {};
    if (then.kind == Clause::Kind::never) return said("it is never so that " + each(premises.open));
    const std::optional<PartyId> who = premises.open.front().speaker;
    const bool same = who && who == then.speaker;
    return said(each(premises.open) + " only where " +
                (same ? voice_.verb(*who, "it ", "they ") + then.predicate : text(then)));
  }

  /// What an implication of one premise rules out.
  Clause refused(const Condition& c, int depth) const {
    if (c.of.size() > 2) return {};
    Clause premise = clause(c.of.front(), true, depth + 1);
    Clause otherwise = clause(c.of.back(), false, depth + 1);
    if (premise.kind == Clause::Kind::never || otherwise.kind == Clause::Kind::never) return constant(false);
    if (premise.kind == Clause::Kind::always) return otherwise;
    if (otherwise.kind == Clause::Kind::always) return premise;
    if (premise.kind == Clause::Kind::wordless || otherwise.kind == Clause::Kind::wordless) return {};
    return said(text(premise) + " and yet " + text(otherwise));
  }

  Clause either(const Condition& c, bool truth, int depth) const {
    if (c.of.size() != 2) return {};
    const Clause a = clause(c.of[0], true, depth + 1);
    const Clause b = clause(c.of[1], true, depth + 1);
    if (a.settled()) return clause(c.of[1], truth != (a.kind == Clause::Kind::always), depth + 1);
    if (b.settled()) return clause(c.of[0], truth != (b.kind == Clause::Kind::always), depth + 1);
    if (a.kind == Clause::Kind::wordless || b.kind == Clause::Kind::wordless) return {};
    return said(truth ? "either " + text(a) + " or " + text(b) + ", not both"
                      : text(a) + " exactly where " + text(b));
  }

  /// How many of the parts hold; those that always do are taken off the number.
  Clause several(const Condition& c, bool truth, int depth) const {
    const Parts p = parts(c.of, true, depth);
    const std::size_t all = p.unsettled();
    const std::size_t low = c.low - std::min<std::size_t>(c.low, p.always);
    if (p.always > c.high || low > all) return constant(!truth);
    const std::size_t high = c.high - p.always;
    if (low == 0 && high >= all) return constant(truth);
    if (all == 1) return clause(p.last, truth == (low == 1), depth + 1);
    if (!truth || p.wordless > 0) return {};
    const std::string number = how_many(low, high, all);
    return number.empty() ? Clause{} : said(number + " of these: " + each(p.open));
  }

  static std::string how_many(std::size_t low, std::size_t high, std::size_t all) {
    if (high == 0) return "none";
    if (low == high) return "exactly " + in_words(low);
    if (high >= all) return "at least " + in_words(low);
    return low == 0 ? "at most " + in_words(high) : std::string{};
  }

  static std::string in_words(std::uint64_t n) { return entente::in_words(n); }

  const Voice& voice_;
  const Model& model_;
};

}  // namespace

std::string in_words(const Voice& voice, ConditionId condition, const std::string& as_written) {
  const Wording wording(voice);
  const Clause clause = wording.clause(condition, true, 0);
  if (clause.settled()) return clause.kind == Clause::Kind::always ? "always" : "never";
  const std::string words = wording.text(clause);
  return words.empty() || words.size() > longest ? "\"" + plain(as_written) + "\"" : words;
}

std::optional<bool> settled(const Voice& voice, ConditionId condition) {
  const Clause clause = Wording(voice).clause(condition, true, 0);
  return clause.settled() ? std::optional(clause.kind == Clause::Kind::always) : std::nullopt;
}

std::string demanded(const Voice& voice, const Preference& preference) {
  if (preference.confidential && voice.model().redacted) return "a wish that is withheld";
  return in_words(voice, preference.statement, preference.text);
}

}  // namespace entente

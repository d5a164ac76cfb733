// A condition in words.
#include "report/condition_words.h"

#include <algorithm>

#include "report/english.h"

namespace entente {
namespace {

constexpr std::size_t longest = 240;  // bytes; a sentence that a reader can still hold
constexpr int deepest = 4;

class Wording {
 public:
  explicit Wording(const Voice& voice) : voice_(voice), model_(voice.model()) {}

  /// Empty where words do not help.
  std::string clause(ConditionId id, bool truth, int depth) const {
    if (depth > deepest) return {};
    const Condition& c = model_.conditions[id];
    switch (c.kind) {
      case Condition::Kind::constant: return (c.low != 0) == truth ? "anything" : "nothing";
      case Condition::Kind::choice: return choice(c, truth);
      case Condition::Kind::negation: return clause(c.of[0], !truth, depth);
      case Condition::Kind::conjunction: return joined(c, truth, truth, depth);
      case Condition::Kind::disjunction: return joined(c, truth, !truth, depth);
      case Condition::Kind::implication: return truth ? implied(c, depth) : refused(c, depth);
      case Condition::Kind::parity: return c.of.size() == 2 ? either(c, truth, depth) : std::string{};
      case Condition::Kind::count: return truth ? several(c, depth) : std::string{};
    }
    return {};
  }

 private:
  std::string choice(const Condition& c, bool truth) const {
    const Option& option = model_[c.option];
    std::vector<std::string> all;
    for (Value v = 0; v < option.values.size(); ++v)
      if (std::binary_search(c.values.begin(), c.values.end(), v) == truth)
        all.push_back(voice_.does(Course{c.option, v}));
    if (all.empty()) return "nothing";
    return voice_.name(option.party) + " " + listed(all, "or");
  }

  /// The parts with "and" (all of them) or "or"; neighbours of one party share its name.
  std::string joined(const Condition& c, bool truth, bool all, int depth) const {
    std::vector<std::string> parts;
    for (ConditionId part : c.of) {
      parts.push_back(clause(part, truth, depth + 1));
      if (parts.back().empty()) return {};
    }
    return share_names(c, std::move(parts), all);
  }

  std::string share_names(const Condition& c, std::vector<std::string> parts, bool all) const {
    for (std::size_t k = 1; k < parts.size(); ++k) {
      const std::optional<PartyId> before = speaker(c.of[k - 1]);
      if (before && before == speaker(c.of[k])) parts[k] = parts[k].substr(voice_.name(*before).size() + 1);
    }
    return listed(parts, all ? "and" : "or");
  }

  /// The party that a simple clause begins with.
  std::optional<PartyId> speaker(ConditionId id) const {
    const Condition* c = &model_.conditions[id];
    while (c->kind == Condition::Kind::negation) c = &model_.conditions[c->of[0]];
    if (c->kind != Condition::Kind::choice) return std::nullopt;
    return model_[c->option].party;
  }

  /// "Japan signs only where it asks for all four islands".
  std::string implied(const Condition& c, int depth) const {
    std::vector<std::string> premises;
    for (std::size_t k = 0; k + 1 < c.of.size(); ++k) premises.push_back(clause(c.of[k], true, depth + 1));
    std::string then = clause(c.of.back(), true, depth + 1);
    if (then.empty() || std::find(premises.begin(), premises.end(), "") != premises.end()) return {};
    const std::optional<PartyId> who = speaker(c.of[0]);
    if (who && who == speaker(c.of.back()))
      then = voice_.verb(*who, "it", "they") + then.substr(voice_.name(*who).size());
    return listed(premises) + " only where " + then;
  }

  std::string refused(const Condition& c, int depth) const {
    const std::string premise = clause(c.of[0], true, depth + 1);
    const std::string then = clause(c.of.back(), false, depth + 1);
    return c.of.size() > 2 || premise.empty() || then.empty() ? std::string{} : premise + " and yet " + then;
  }

  std::string either(const Condition& c, bool truth, int depth) const {
    const std::string a = clause(c.of[0], true, depth + 1);
    const std::string b = clause(c.of[1], true, depth + 1);
    if (a.empty() || b.empty()) return {};
    return truth ? "either " + a + " or " + b + ", not both" : a + " exactly where " + b;
  }

  std::string several(const Condition& c, int depth) const {
    std::vector<std::string> parts;
    for (ConditionId part : c.of) {
      parts.push_back(clause(part, true, depth + 1));
      if (parts.back().empty()) return {};
    }
    const std::string number = c.low == c.high         ? "exactly " + in_words(c.low)
                               : c.high >= c.of.size() ? "at least " + in_words(c.low)
                               : c.low == 0            ? "at most " + in_words(c.high)
                                                       : std::string{};
    return number.empty() ? number : number + " of these: " + listed(parts);
  }

  static std::string in_words(std::uint64_t n) { return entente::in_words(n); }

  const Voice& voice_;
  const Model& model_;
};

}  // namespace

std::string in_words(const Voice& voice, ConditionId condition, const std::string& as_written) {
  std::string words = Wording(voice).clause(condition, true, 0);
  return words.empty() || words.size() > longest ? "\"" + plain(as_written) + "\"" : words;
}

std::string demanded(const Voice& voice, const Preference& preference) {
  if (preference.confidential && voice.model().redacted) return "a wish that is withheld";
  return in_words(voice, preference.statement, preference.text);
}

}  // namespace entente

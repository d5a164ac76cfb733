// What names a formula may use, which things of a case have which, and the names that a formula uses.
#include "model/vocabulary.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "formula/lexer.h"
#include "model/teller.h"
#include "model/whole_number.h"
#include "model/wording.h"

namespace entente {
bool Known::add(std::string_view id, Definition definition) {
  if (!definitions_.emplace(id, definition).second) return false;
  ids_.emplace_back(id);
  return true;
}

const Definition* Known::find(std::string_view id) const {
  const auto found = definitions_.find(id);
  return found == definitions_.end() ? nullptr : &found->second;
}

std::vector<Note> defined_here(const OptionWords& option) {
  return note_at(option.at, fmt::format("'{}' is defined here, with values {}", option.name,
                                        quoted_list(option.values.ids())));
}

bool is_value(std::string_view text) {
  return is_identifier(text) || is_whole_number(text);
}

const Known* Vocabulary::options_of(std::string_view owner) const {
  if (owner == joint_owner) return &joints;
  if (const auto found = included.find(owner); found != included.end()) return &found->second;
  const Definition* party = parties.find(owner);
  return party == nullptr ? nullptr : &options[party->number];
}

Vocabulary vocabulary(const Model& model) {
  Vocabulary words;
  words.options.resize(model.parties.size());
  for (std::size_t i = 0; i < model.parties.size(); ++i) {
    words.parties.add(model.parties[i].id, {i, {}});
    words.party_names.push_back(model.parties[i].name);
  }
  for (std::size_t i = 0; i < model.options.size(); ++i) {
    const Option& option = model.options[i];
    Known& all = !option.owner.empty()          ? words.included[option.owner]
                 : model.is_group(option.mover) ? words.joints
                                                : words.options[index(option.mover)];
    all.add(option.id, {i, {}});
    OptionWords& own = words.option.emplace_back();
    own.name = model.reference(static_cast<OptionId>(i));
    for (std::size_t v = 0; v < option.values.size(); ++v) own.values.add(option.values[v], {v, {}});
  }
  for (std::size_t i = 0; i < model.names.size(); ++i) {
    words.names.add(model.names[i].name, {i, {}});
    words.conditions.emplace_back(model.names[i].condition);
  }
  for (const NamedState& state : model.named_states) {
    words.names.add(state.id, {words.conditions.size(), {}});
    words.conditions.emplace_back(state.at);
  }
  return words;
}

namespace {

/// Gathers the names of a formula from left to right, keeping the depth of parentheses and of `not`.
class NameUses {
 public:
  explicit NameUses(std::string_view text) : text_(text) {}

  void gather(const Formula& whole) {
    for (std::vector<Inside> rest = {{&whole, 0}}; !rest.empty();) {
      const auto [formula, negations] = rest.back();
      rest.pop_back();
      if (formula->kind == Formula::Kind::name) note(*formula, formula->word.text, negations);
      if (formula->kind == Formula::Kind::option)
        note(*formula, formula->word.text + "." + formula->option.text, negations);
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

  void note(const Formula& part, std::string name, unsigned negations) {
    found.push_back({std::move(name), part.at, parentheses(part.at.begin) + negations});
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

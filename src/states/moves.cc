// Legal changes: the unilateral moves of a party, and the parts of a move.
#include "states/moves.h"

#include <bit>

namespace entente {

PartyMoves::PartyMoves(const Model& model, const States& states, PartyId party)
    : model_(&model), states_(&states), party_(party) {
  for (const OptionId o : model[party].options)
    guards_.push_back(model[o].when ? where(model.conditions, *model[o].when, states) : StateSet());
}

bool PartyMoves::allow(StateId s, StateId t) const {
  const Layout& layout = states_->layout();
  const Word a = (*states_)[s];
  const Word b = (*states_)[t];
  if (s == t || ((a ^ b) & ~layout.mask(party_)) != 0) return false;
  const std::vector<OptionId>& own = (*model_)[party_].options;
  for (std::size_t k = 0; k < own.size(); ++k) {
    const Value from = layout.value(a, own[k]);
    const Value to = layout.value(b, own[k]);
    if (from == to) continue;
    if ((*model_)[own[k]].when && !guards_[k].contains(s)) return false;
    if (!(*model_)[own[k]].moves.allow(from, to)) return false;
  }
  return true;
}

namespace {

// Walks the words that give each field one of its values, in ascending order.
template <class F>
void each_word(Word word, const std::vector<std::pair<Field, std::vector<Value>>>& courses, std::size_t k,
               const F& f) {
  if (k == courses.size()) return f(word);
  const auto& [field, values] = courses[k];
  for (const Value v : values)
    each_word((word & ~field.mask) | (static_cast<Word>(v) << field.shift), courses, k + 1, f);
}

}  // namespace

std::vector<StateId> PartyMoves::from(StateId s) const {
  const Layout& layout = states_->layout();
  const std::vector<OptionId>& own = (*model_)[party_].options;
  std::vector<std::pair<Field, std::vector<Value>>> courses;
  for (std::size_t k = 0; k < own.size(); ++k) {
    const Option& option = (*model_)[own[k]];
    const Value now = states_->value(s, own[k]);
    const bool open = !option.when || guards_[k].contains(s);
    std::vector<Value> values;
    for (Value v = 0; v < option.values.size(); ++v)
      if (v == now || (open && option.moves.allow(now, v))) values.push_back(v);
    courses.emplace_back(layout.field(own[k]), std::move(values));
  }
  std::vector<StateId> reached;
  each_word((*states_)[s], courses, 0, [&](Word word) {
    if (const auto t = states_->find(word); t && *t != s) reached.push_back(*t);
  });
  return reached;
}

std::vector<StateId> PartyMoves::parts(StateId s, StateId t) const {
  const Layout& layout = states_->layout();
  std::vector<std::pair<Field, std::vector<Value>>> courses;
  for (const OptionId o : changes(s, t)) {
    std::vector<Value> values = {states_->value(s, o), states_->value(t, o)};
    if (values[0] > values[1]) std::swap(values[0], values[1]);
    courses.emplace_back(layout.field(o), std::move(values));
  }
  std::vector<StateId> parts;
  each_word((*states_)[s], courses, 0, [&](Word word) {
    if (const auto u = states_->find(word); u && *u != s && *u != t) parts.push_back(*u);
  });
  return parts;
}

std::vector<OptionId> PartyMoves::changes(StateId s, StateId t) const {
  std::vector<OptionId> changed;
  for (const OptionId o : (*model_)[party_].options)
    if (states_->value(s, o) != states_->value(t, o)) changed.push_back(o);
  return changed;
}

std::vector<PartyMoves> party_moves(const Model& model, const States& states) {
  std::vector<PartyMoves> moves;
  for (const PartyId party : model.party_ids()) moves.emplace_back(model, states, party);
  return moves;
}

}  // namespace entente

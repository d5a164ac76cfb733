// What several pictures need: states by number and as clauses, and which settlements are recommended.
#include "pictures/drawers.h"

#include "view/state_ids.h"
#include "words/situation.h"

namespace entente {

std::string can_last_words() {
  return "Shaded: it can last, as nobody gains by leaving or the others' answer would take the gain away.";
}

std::string number_words(StateId state) {
  return std::to_string(number(state));
}

std::string short_name(const Pictured& of, StateId state) {
  constexpr std::size_t short_enough = 14;
  const States& states = of.analysis.states();
  const NamedState* const named = named_state(of.model(), states.layout(), states[state]);
  return named != nullptr && named->id.size() <= short_enough ? named->id : number_words(state);
}

StateSet recommended_settlements(const Pictured& of) {
  return recommended(of.analysis.settlement(),
                     of.brief.holding.empty() ? nullptr : &of.brief.holding.front());
}

std::string otherwise(const Pictured& of, StateId state) {
  const States& states = of.analysis.states();
  const std::string words =
      otherwise_words(of.voice, states.layout(), states[of.analysis.status_quo()], states[state]);
  return words.empty() ? "as today" : words;
}

std::string moved(const Pictured& of, MoverId mover, StateId from, StateId to) {
  const States& states = of.analysis.states();
  return move_words(of.voice, states.layout(), {mover, states[from], states[to]});
}

}  // namespace entente

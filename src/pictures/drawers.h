// One drawer a picture, and what they share.
#pragma once

#include "pictures/pictures.h"
#include "pictures/svg.h"

namespace entente {

Picture draw_graph(const Pictured& of);
Picture draw_settlements(const Pictured& of);
Picture draw_ladder(const Pictured& of, PartyId party);
Picture draw_staircase(const Pictured& of);
Picture draw_stakes(const Pictured& of);
Picture draw_gap(const Pictured& of);
Picture draw_timeline(const Pictured& of);

/// "12", as people and data-state count.
std::string number_words(StateId state);
/// The recommended settlements: those that hold where some do.
StateSet recommended_settlements(const Pictured& of);
/// What is otherwise in a situation than today, as clauses: "Japan goes to Sochi; Russia signs".
std::string otherwise(const Pictured& of, StateId state);

/// Between the middles of two marks.
inline constexpr double from_mark_to_mark = 13;
/// The mark of a party, in its colour; of a group, one a member, rightwards from the first.
void mark(Svg& svg, const Model& model, MoverId mover, double x, double y);

/// "Japan goes to Sochi".
std::string moved(const Pictured& of, MoverId mover, StateId from, StateId to);

}  // namespace entente

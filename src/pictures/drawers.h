// One drawer a picture, and what they share.
#pragma once

#include "pictures/drawn.h"
#include "pictures/pictures.h"

namespace entente {

Drawing draw_graph(const Pictured& of);
Drawing draw_integrated(const Pictured& of);
Drawing draw_settlements(const Pictured& of);
Drawing draw_ladder(const Pictured& of, PartyId party);
Drawing draw_staircase(const Pictured& of);
Drawing draw_stakes(const Pictured& of);
Drawing draw_gap(const Pictured& of);
Drawing draw_timeline(const Pictured& of);
Drawing draw_links(const Pictured& of);

/// As the case has it; else one of eight that the colour-blind tell apart (Okabe and Ito 2008), by its order.
std::string_view colour_of(const Model& model, PartyId party);
/// What a shaded situation is.
std::string can_last_words();
/// "12", as people and data-state count.
std::string number_words(StateId state);
/// What a situation is called in a picture: its id where that is short, else its number.
std::string short_name(const Pictured& of, StateId state);
/// The recommended settlements: those that hold where some do.
StateSet recommended_settlements(const Pictured& of);
/// What is otherwise in a situation than today, as clauses: "Japan goes to Sochi; Russia signs".
std::string otherwise(const Pictured& of, StateId state);

/// Between the middles of two marks.
inline constexpr double from_mark_to_mark = 15;
/// The mark of a party, in its colour; of a group, one a member, rightwards from the first.
void mark(Svg& svg, const Model& model, MoverId mover, double x, double y);

/// "Japan goes to Sochi".
std::string moved(const Pictured& of, MoverId mover, StateId from, StateId to);

}  // namespace entente

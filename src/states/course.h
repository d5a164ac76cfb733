// The course of the history: the states that `start` and the events lead through.
#pragma once

#include <string>
#include <vector>

#include "states/states.h"

namespace entente {

/// The state before the first event.
Word before_history(const Model& model, const Layout& layout);

/// A state with the settings of an event.
Word after(const Event& event, const Layout& layout, Word before);

/// The state before the first event, then that after each.
std::vector<Word> course(const Model& model, const Layout& layout);

/// The options in which two states differ, ascending.
std::vector<OptionId> differences(const Model& model, const Layout& layout, Word a, Word b);

/// "north.sign = no, south.talks = yes": some options of a state, as a fault names them.
std::string settings(const Model& model, const Layout& layout, Word word,
                     const std::vector<OptionId>& options);

}  // namespace entente

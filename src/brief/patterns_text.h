// A set of states as patterns in option form: a row a party.
#pragma once

#include <string>
#include <vector>

#include "brief/sheet.h"
#include "view/view.h"
#include "words/voice.h"

namespace entente {

/// The values that each option takes in some states.
using OptionValues = std::vector<std::vector<Value>>;

/// A pattern in option form: a row a party, its courses parted by bars, a dash where each occurs.
Table pattern_table(const Voice& voice, const OptionValues& values);
/// Whether that table has a dash.
bool has_dash(const Model& model, const OptionValues& values);

/// How many patterns are shown where not all are asked for.
inline constexpr std::size_t shown_patterns = 8;

/// How patterns are shown: at most so many, and where the others are to be had (" (--long shows all)").
struct Showing {
  std::size_t most = SIZE_MAX;
  std::string elsewhere = {};
  unsigned indent = 2;
};

/// Writes a set of situations: those that the case names one by one, a class once, the others as patterns.
void show_patterns(Sheet& sheet, const View& view, const Voice& voice, const Set& set, const Showing& how);

}  // namespace entente

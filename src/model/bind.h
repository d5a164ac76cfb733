// From the case as written to the game as meant: names resolved, formulas bound, faults told.
#pragma once

#include <optional>
#include <vector>

#include "casefile/casefile.h"
#include "model/model.h"
#include "text/diagnostic.h"

namespace entente {

/// Where the parts of a model stand in the file, for the faults that only the states show.
struct Places {
  std::vector<Place> states;                     // the formula of each state with an id, else its head
  std::vector<Place> rules;                      // the formula of each rule
  std::vector<Place> status_quo;                 // of each option: its `status_quo`, else its head
  std::vector<std::optional<Place>> rankings;    // of each party with a ranking
  std::vector<std::vector<Place>> to;            // of each stake, each formula of `to`
  std::vector<Place> sources;                    // of each source: its `id`, else its head
  std::vector<Place> evidence;                   // of each piece of evidence: its head
  std::vector<std::vector<Place>> terms;         // of each piece of evidence, its terms
  std::vector<std::optional<Place>> quotes;      // of each piece of evidence: its `quote`
  std::vector<std::optional<Place>> hashes;      // of each piece of evidence: its `hash`
  std::vector<std::optional<Place>> paragraphs;  // of each piece of evidence: its `at`
  std::vector<Place> start;                      // of each option: its `start`, else its head
  std::vector<Place> when;                       // of each option: its `when`, else its head
  std::vector<Place> moves;                      // of each option: its `moves`, else its head
  std::vector<std::vector<Place>> listed;        // of each party: the head of each [[party.move]]
  std::vector<std::vector<Place>> sets;          // of each event, one place a setting: its value
};

/// What was bound. With faults the model has holes; `states_known` says whether options and rules are whole,
/// so that the feasible states, and what hangs on them alone, can be looked at all the same.
struct Binding {
  Model model;
  Places places;
  bool states_known = true;
  bool status_quo_known = true;     // every option's
  std::vector<bool> state_known;    // one a state with an id
  std::vector<bool> ranking_known;  // one a party
  std::vector<bool> stake_known;    // one a stake
  std::vector<bool> source_known;   // one a piece of evidence
};

/// Binds a case as read; tells every fault that its text shows, but none that only follows from another.
Binding bind(const casefile::Case& written, Diagnostics& diagnostics);

/// A formula given on the command line, bound to a model. Faults stand in `text`, which is the formula alone.
std::optional<ConditionId> bind_formula(const Text& text, Model& model, Diagnostics& diagnostics);

}  // namespace entente

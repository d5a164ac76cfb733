// Random cases small enough to be listed and looked at in diagrams, with a question about each.
#pragma once

#include <vector>

#include "oracle/random_model.h"
#include "view/analysis.h"
#include "view/diagrams/diagram_view.h"

namespace entente {

/// A random case, its states listed.
Case random_case_to_list(std::uint64_t seed, const oracle::Shape& shape = {});

std::unique_ptr<DiagramView> in_diagrams(const Model& model);

std::vector<Word> words(const States& states, const StateSet& set);
/// All of a set; none where it is not known.
std::vector<Word> words(const Set& set);

/// Conditions that hold where a way may begin and where it is to end.
struct CaseWithQuestion {
  Case listed;
  ConditionId from{};
  ConditionId to{};
};
CaseWithQuestion random_question(std::uint64_t seed);

}  // namespace entente

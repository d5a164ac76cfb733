// What a stake is called within a sentence.
#pragma once

#include <string>

#include "model/model.h"

namespace entente {

/// The name of a stake; its first letter small where that begins a common noun: where its first word is an
/// article or the like, one of those that stakes are often called by, or stands small elsewhere in the words
/// of the case. What may be a proper name keeps its capital.
std::string stake_in_a_sentence(const Model& model, const Stake& stake);

}  // namespace entente

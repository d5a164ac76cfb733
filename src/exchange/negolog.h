// A negotiation of NegoLog as a case: profiles in JSON, whose issues are the domain.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "exchange/given_file.h"
#include "exchange/made_case.h"

namespace entente::negolog {

/// Whether a content is a profile of NegoLog, however damaged it may be further on.
bool is_negolog(std::string_view content);

/// The case of two profiles or more, each a party, in the order given; or why there is none.
std::variant<exchange::MadeCase, exchange::Refused> case_of(const std::vector<exchange::GivenFile>& files,
                                                            std::string_view title);

}  // namespace entente::negolog

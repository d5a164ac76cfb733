// A negotiation domain of GENIUS, with its profiles, as a case: XML that its editor saves.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "exchange/given_file.h"
#include "exchange/made_case.h"

namespace entente::genius {

/// Whether a content is a domain or a profile of GENIUS, however damaged it may be further on.
bool is_genius(std::string_view content);

/// The case of one domain and two profiles or more, each a party, in the order given; or why there is none.
/// An empty title is the name of the domain's file.
std::variant<exchange::MadeCase, exchange::Refused> case_of(const std::vector<exchange::GivenFile>& files,
                                                            std::string_view title);

}  // namespace entente::genius

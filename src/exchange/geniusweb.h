// A negotiation of GeniusWeb as a case: profiles in JSON, with or without the file of their domain.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "exchange/given_file.h"
#include "exchange/made_case.h"

namespace entente::geniusweb {

/// Whether a content is a domain or a profile of GeniusWeb, however damaged it may be further on.
bool is_geniusweb(std::string_view content);

/// The case of two profiles or more, each a party, in the order given, and of one file of their domain at
/// most; or why there is none. An empty title is the name of the domain.
std::variant<exchange::MadeCase, exchange::Refused> case_of(const std::vector<exchange::GivenFile>& files,
                                                            std::string_view title);

}  // namespace entente::geniusweb

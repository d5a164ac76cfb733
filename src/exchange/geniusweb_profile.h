// What stands in a file of GeniusWeb: the issues of a domain, or what they are worth to one party.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "exchange/json_reader.h"
#include "exchange/left_out.h"
#include "exchange/negotiation.h"

namespace entente::geniusweb {

/// The key by which a file of a domain is told, and that of a profile which is a sum over issues.
inline constexpr const char* domain_key = "issuesValues";
inline constexpr const char* profile_key = "LinearAdditiveUtilitySpace";

/// The issues of a domain, with their values; what is wrong with it is told to the reader.
std::vector<exchange::Issue> read_issues(const exchange::JsonValue& domain, exchange::JsonReader& reader);

/// The domain that stands in a profile.
const exchange::JsonValue& domain_of(const exchange::JsonValue& profile, exchange::JsonReader& reader);

/// The profile of a party, held against the issues; its name is that of the profile, or of its file, and no
/// other party's.
exchange::Negotiator read_profile(const std::vector<exchange::Issue>& issues, exchange::JsonReader& reader,
                                  exchange::LeftOut& left_out, std::set<std::string>& names);

}  // namespace entente::geniusweb

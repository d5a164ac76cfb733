// A profile of GENIUS: what each value of each issue of a domain is worth to one party.
#pragma once

#include <string>

#include "exchange/genius_domain.h"
#include "exchange/negotiation.h"

namespace entente::genius {

/// Reads a profile of the domain, by the root of its file; what is wrong with it is told to the reader.
exchange::Negotiator read_profile(const exchange::XmlElement& root, const Domain& domain,
                                  const std::string& party, exchange::ElementReader& reader,
                                  exchange::LeftOut& left_out);

}  // namespace entente::genius

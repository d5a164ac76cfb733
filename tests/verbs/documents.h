// What the documents say of the verbs, made from their table.
#pragma once

#include <string>

namespace entente {

/// The section VERBS of docs/entente.1, in mdoc, up to the next section.
std::string manual_of_verbs();

/// The schemas of requests in docs/openapi.json: "Request", which is one of those behind it, and for each
/// verb its own; lines that end in a comma.
std::string schemas_of_requests();

}  // namespace entente

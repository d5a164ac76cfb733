// Cases that link others: what they include of the folder, and several files made at once.
#pragma once

#include <string>
#include <vector>

#include "server/router.h"

namespace entente::server {

/// The files of the folder that a case includes, names and texts by turns; one that cannot be read is told as
/// missing where it is included.
std::vector<std::string> files_included(Desk& desk, const std::string& text);

/// POST /api/files: a case and what it includes, all of them or none.
void add_linked_case_routes(Router& router);

}  // namespace entente::server

// /api/files, /api/import, /api/changes and /api/revisions.
#pragma once

#include <string>

#include "server/router.h"

namespace entente::server {

void add_case_routes(Router& router);

/// What listeners are told of a case that changed; without etag it is gone. By "here" or "outside".
std::string file_event(const std::string& name, const std::string& etag, const char* by);

}  // namespace entente::server

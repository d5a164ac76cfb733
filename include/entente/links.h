// Linked disputes (docs/links.md): which files a case includes, and what the disputes do to one another.
#pragma once

#include <string>
#include <vector>

#include "entente/answer.h"

namespace entente {

/// The names of the files that a case includes ([[include]]), each once: all stand in its own folder, and a
/// program that can read them puts them into the input before it asks.
std::vector<std::string> included_files(const Input& input);

/// What linked disputes do to one another: each alone, together without the links and with them; what each
/// link does, what is traded between disputes, what the links take away and add. No CSV.
struct LinksRequest {
  Form form = Form::text;
  Watching watching = {};
};

Answer links(const Input& input, const LinksRequest& request, const Look& look, const Sink& out);

}  // namespace entente

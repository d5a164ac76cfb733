// Tables of events of ACLED: CSV with a head, days in several forms, kinds in words.
#pragma once

#include <optional>
#include <string_view>

#include "exchange/event_rows.h"
#include "exchange/given_file.h"

namespace entente::acled {

/// Whether a content begins with the head of a table of ACLED.
bool begins_as_acled(std::string_view content);

/// Reads all rows, in time that grows as the content does; or tells why it has none.
std::optional<exchange::Refused> read_rows(const std::string& name, std::string_view content,
                                           exchange::EventSink& sink);

const exchange::EventWords& words();

}  // namespace entente::acled

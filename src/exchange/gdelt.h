// Tables of events of GDELT: rows without a head, their cells parted by tabs, kinds by the codes of CAMEO.
#pragma once

#include <string_view>

#include "exchange/event_rows.h"

namespace entente::gdelt {

/// Whether a content begins with a row of GDELT.
bool begins_as_gdelt(std::string_view content);

/// Reads all rows, in time that grows as the content does.
void read_rows(std::string_view content, exchange::EventSink& sink);

const exchange::EventWords& words();

}  // namespace entente::gdelt

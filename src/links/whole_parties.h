// Which party of which case is which of the whole.
#pragma once

#include <vector>

#include "links/disputes.h"
#include "links/qualified.h"

namespace entente {

/// What a party of a dispute is in the whole.
std::string whole_party(const Linked& linked, std::size_t dispute, const std::string& id);

/// Puts each dispute's parties into its ids of the whole (those of `ids` behind the linking file's): by their
/// own id, or as [include.same] says; what is wrong with that is told.
void name_parties(const Linked& linked, std::vector<WholeIds>& ids, Diagnostics& diagnostics);

}  // namespace entente

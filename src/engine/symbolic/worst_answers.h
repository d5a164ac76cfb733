// What the parties other than one can bring about, as decision diagrams: the worst for it, by any moves or by
// improvements.
#pragma once

#include <vector>

#include "engine/symbolic/relations.h"

namespace entente {

/// The parties other than i that move at all.
std::vector<PartyId> answering(const Relations& relations, PartyId i);

/// min of v over {s} and what the group's replies reach from s.
RankBits worst_by_moves(const Encoding& encoding, const Relations& relations,
                        const std::vector<PartyId>& group, const RankBits& v);

/// The same where every step is an improvement of its mover, rounded up to the next value of party i's rank
/// that a state of `open` has, or to all bits 1 where there is none.
RankBits worst_by_improvements(const Encoding& encoding, const Relations& relations, PartyId i,
                               const std::vector<PartyId>& group, const RankBits& v, const Diagram& open);

}  // namespace entente

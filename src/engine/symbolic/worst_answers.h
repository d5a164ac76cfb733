// What the others of a mover can bring about, as decision diagrams: the worst for it, by any moves or by
// improvements.
#pragma once

#include <vector>

#include "engine/symbolic/relations.h"

namespace entente {

/// The movers without a member of a mover's that move at all.
std::vector<MoverId> answering(const Encoding& encoding, const Relations& relations, MoverId mover);

/// min of v over {s} and what the group's replies reach from s.
RankBits worst_by_moves(const Encoding& encoding, const Relations& relations,
                        const std::vector<MoverId>& group, const RankBits& v);

/// The same where every step is an improvement of its mover, rounded up to the next value of party i's rank
/// that a state of `open` has, or to all bits 1 where there is none.
RankBits worst_by_improvements(const Encoding& encoding, const Relations& relations, PartyId i,
                               const std::vector<MoverId>& group, const RankBits& v, const Diagram& open);

}  // namespace entente

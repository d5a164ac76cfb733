// Linked disputes and the wishes over several of them, in words.
#pragma once

#include <string>
#include <vector>

#include "compare/linkage.h"
#include "words/voice.h"

namespace entente {

/// A wish of the whole that a link says, and whose it is; null where it is not in the whole.
struct LinkWish {
  PartyId party{};
  const Preference* wish = nullptr;
};
/// Links that say the same are told apart by their order.
LinkWish wish_of(const Linkage& linkage, std::size_t link);

/// "Russia wants: Putin goes to Tokyo only if ..."; `grounds`: with the evidence behind it.
std::string wish_over_disputes(const Linkage& linkage, const Voice& voice, std::size_t link, bool grounds);

/// A dispute's title in quotes.
std::string dispute_title(const Linkage& linkage, std::size_t dispute);

/// The parties of the whole that are in more than one dispute.
std::vector<PartyId> shared_parties(const Linkage& linkage);

}  // namespace entente

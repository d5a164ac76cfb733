// Which actors of a table of events are which parties of a case: a table that the analyst writes.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"
#include "text/text.h"

namespace entente::exchange {

/// What an actor is called in a row, the most particular first; empty where it has no such name.
using ActorNames = std::array<std::string_view, 3>;

struct ActorParty {
  std::string id;
  std::string name;
  std::vector<std::string> actors;  // as the table has them
};

class ActorTable {
 public:
  /// The parties in the order in which they first appear. What is wrong with the table is told, all at once.
  ActorTable(const Text& text, Diagnostics& diagnostics);

  const std::vector<ActorParty>& parties() const { return parties_; }

  /// The party of an actor, by the first of its names that the table has, capitals apart; nothing where it
  /// has none of them. The table remembers which actors have been found.
  std::optional<std::size_t> party_of(const ActorNames& names);
  /// The actors that were never found, as the table has them, in its order.
  std::vector<std::string> never_found() const;

 private:
  struct Actor {
    std::size_t party = 0;
    std::size_t number = 0;  // in the table
    std::string name;
    bool found = false;
  };

  friend class ActorReader;
  std::vector<ActorParty> parties_;
  std::map<std::string, Actor, std::less<>> actors_;  // in small letters
};

}  // namespace entente::exchange

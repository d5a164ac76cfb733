// The tables in which the field's books write a conflict down: options and states, preference vectors, the
// tableau, moves and improvements, and what each rule removes (Fraser and Hipel, 1984; Fang, Hipel and
// Kilgour, 1993).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "brief/sheet.h"
#include "view/listed.h"

namespace entente {

/// A table with what it is, and what its signs mean. Its first row is its head; of its columns the first
/// `labels` say what stands in a row.
struct TextbookTable {
  std::string id;       // one of textbook_tables()
  std::string caption;  // without a full stop
  Table table;
  std::size_t labels = 1;
  bool texts = false;      // whether cells are texts that begin at the left, not signs in the middle
  std::string notes = {};  // sentences, or empty
};

/// "options", "vectors", "tableau", "moves", "improvements", "removed".
const std::vector<std::string_view>& textbook_tables();
/// Whether a table is of some states; else it is of the rules.
inline bool has_states(std::string_view id) {
  return id != "removed";
}

/// Which states: some, and in whose order; in the order of their numbers where nobody's is asked for.
struct TextbookAsked {
  Set states = nullptr;  // needed where the table has states
  std::optional<PartyId> by_rank = {};
  /// For each party where it is stable by simultaneous sanctioning; the tableau tells it where it is there.
  const std::vector<StateSet>* sim = nullptr;
};

/// More states than that are no table.
inline constexpr std::uint64_t most_in_a_table = 1024;
/// Of words of more bits the combinations that rules remove are not counted.
inline constexpr unsigned most_removed_bits = 26;

/// One of textbook_tables(). Nothing where the combinations are too many to count what rules remove. Throws
/// Stopped where the work is ended.
std::optional<TextbookTable> textbook_table(const ListedView& view, std::string_view id,
                                            const TextbookAsked& asked);

}  // namespace entente

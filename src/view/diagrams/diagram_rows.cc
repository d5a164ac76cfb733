// Single states of a case in diagrams: their numbers, their places among a party's classes, and their rows.
#include "view/diagrams/diagram_rows.h"

#include <algorithm>

#include "engine/symbolic/rank_bits.h"

namespace entente {
namespace {

constexpr std::size_t most_classes = std::size_t{1} << 17;
constexpr std::size_t rows_at_once = 1'024;

}  // namespace

// The states before a word: for each bit that it has, those that agree with it above and lack that bit.
Count DiagramRows::number(Word word) const {
  const Diagrams& diagrams = work_.diagrams();
  Diagram agreeing = work_.engine().all();
  Count before = 0;
  for (unsigned bit = work_.layout().bits(); bit-- > 0;) {
    const bool has = ((word >> bit) & 1) != 0;
    if (has) before += entente::count(diagrams, agreeing - diagrams.bit(bit));
    agreeing = has ? agreeing & diagrams.bit(bit) : agreeing - diagrams.bit(bit);
  }
  return before + 1;
}

// The other way round: a bit is there where those without it are too few.
std::optional<Word> DiagramRows::numbered(Count number) const {
  if (number == 0 || number > work_.engine().count(work_.engine().all())) return std::nullopt;
  const Diagrams& diagrams = work_.diagrams();
  Diagram agreeing = work_.engine().all();
  Word word = 0;
  for (unsigned bit = work_.layout().bits(); bit-- > 0;) {
    const Diagram without = agreeing - diagrams.bit(bit);
    const Count before = entente::count(diagrams, without);
    if (number <= before) {
      agreeing = without;
      continue;
    }
    number -= before;
    word |= Word{1} << bit;
    agreeing &= diagrams.bit(bit);
  }
  return word;
}

const std::optional<DiagramRows::Classes>& DiagramRows::classes(PartyId i) {
  const auto [at, fresh] = classes_.try_emplace(index(i));
  if (fresh)
    at->second =
        work_
            .within(0.2,
                    [&] { return rank_classes(work_.engine().rank(i), work_.engine().all(), most_classes); })
            .value_or(std::nullopt);
  return at->second;
}

std::optional<std::size_t> DiagramRows::place(PartyId i, Word word) {
  const std::optional<Classes>& all = classes(i);
  if (!all) return std::nullopt;
  return better_classes(work_.diagrams(), *all, work_.engine().rank(i), word) + 1;
}

std::optional<std::size_t> DiagramRows::places(PartyId i) {
  const std::optional<Classes>& all = classes(i);
  return all ? std::optional(all->size()) : std::nullopt;
}

RowSeen DiagramRows::row(Word word) {
  RowSeen row{.number = number(word), .word = word, .places = {}, .stable = {}, .stable_for_all = {}};
  for (const PartyId i : work_.model().party_ids()) row.places.push_back(place(i, word));
  for (const Concept c : concepts) {
    std::vector<Verdict>& stable = row.stable.at(slot(c));
    for (const MoverId i : work_.model().mover_ids()) stable.push_back(stability_.by_sets(c, i, word));
    row.stable_for_all.at(slot(c)) = together(stable);
  }
  return row;
}

Diagram DiagramRows::beyond(Word word) const {
  const Diagrams& diagrams = work_.diagrams();
  Diagram above;
  for (unsigned bit = 0; bit < work_.layout().bits(); ++bit)
    above = ((word >> bit) & 1) != 0 ? above & diagrams.bit(bit) : above | diagrams.bit(bit);
  return above;
}

bool DiagramRows::each(const Diagram& states, std::size_t most,
                       const std::function<bool(const RowSeen&)>& take) {
  Diagram left = states;
  while (most > 0) {
    const std::vector<Word> some = first(work_.diagrams(), left, std::min(most, rows_at_once));
    for (const Word word : some) {
      if (work_.ended()) return true;
      if (!take(row(word))) return false;
    }
    most -= some.size();
    if (some.size() < rows_at_once) return true;
    left &= beyond(some.back());
  }
  return true;
}

}  // namespace entente

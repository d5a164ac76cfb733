// The numbers of a large case's states, and their places among a party's classes: by counting in diagrams.
#include "engine/symbolic/rank_classes.h"
#include "view/large_parts.h"

namespace entente {
namespace {

constexpr std::size_t most_classes = std::size_t{1} << 17;

}  // namespace

// The states before a word: for each bit that it has, those that agree with it above and lack that bit.
Count LargeAnalysis::number(Word word) const {
  const Diagrams& diagrams = parts_->diagrams();
  Diagram agreeing = parts_->engine().all();
  Count before = 0;
  for (unsigned bit = layout().bits(); bit-- > 0;) {
    const bool has = ((word >> bit) & 1) != 0;
    if (has) before += entente::count(diagrams, agreeing - diagrams.bit(bit));
    agreeing = has ? agreeing & diagrams.bit(bit) : agreeing - diagrams.bit(bit);
  }
  return before + 1;
}

// The other way round: a bit is there where those without it are too few.
std::optional<Word> LargeAnalysis::numbered(Count number) const {
  if (number == 0 || number > situations()) return std::nullopt;
  const Diagrams& diagrams = parts_->diagrams();
  Diagram agreeing = parts_->engine().all();
  Word word = 0;
  for (unsigned bit = layout().bits(); bit-- > 0;) {
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

std::optional<std::size_t> LargeAnalysis::place(PartyId i, Word word) const {
  const auto [at, fresh] = parts_->classes.try_emplace(index(i));
  if (fresh)
    at->second =
        parts_
            ->within(
                0.2,
                [&] { return rank_classes(parts_->engine().rank(i), parts_->engine().all(), most_classes); })
            .value_or(std::nullopt);
  if (!at->second) return std::nullopt;
  return better_classes(parts_->diagrams(), *at->second, parts_->engine().rank(i), word) + 1;
}

}  // namespace entente

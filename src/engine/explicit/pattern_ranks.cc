// The ranks of all combinations for one party.
#include "engine/explicit/pattern_ranks.h"

#include <algorithm>
#include <array>
#include <bit>

#include "engine/explicit/kernels.h"
#include "engine/parallel.h"

namespace entente {
namespace {

constexpr Word none = ~Word{0};
constexpr std::size_t run = Evaluation::width / 64;

std::vector<ConditionId> conditions_of(const Party& party, std::optional<Date> day) {
  std::vector<ConditionId> all;
  for (const RankClass& c : party.ranking) all.push_back(c.condition);
  if (!party.ranking.empty()) return all;
  for (const Preference& p : party.preferences)
    if (p.in_force(day)) all.push_back(p.statement);
  return all;
}

using Patterns = Line<std::uint16_t>;

// The patterns of the 64 states of one block of an evaluation, statement k in bit k.
void read_block(const Evaluation& evaluation, std::size_t statements, std::size_t block, Patterns& patterns) {
  std::array<std::uint64_t, PatternRanks::most_statements> truths;
  for (std::size_t k = 0; k < statements; ++k) truths.at(k) = evaluation.root(k).of[block];
  read_patterns(std::span(truths).first(statements), patterns);
}

}  // namespace

bool PatternRanks::fits(const Model& model, PartyId party, std::optional<Date> day, std::size_t states) {
  const std::size_t statements = conditions_of(model[party], day).size();
  return statements <= most_statements && std::size_t{1} << statements <= states;
}

PatternRanks::PatternRanks(const Model& model, PartyId party, const Layout& layout, const DenseSpace& space,
                           std::optional<Date> day)
    : conditions_(model.conditions),
      layout_(layout),
      space_(space),
      statements_(conditions_of(model[party], day)),
      ranks_(std::size_t{1} << statements_.size(), 0) {
  struct Seen {
    Word word;
    std::size_t pattern;
  };
  std::vector<Seen> seen;
  const std::vector<Word> first = one_of_each();
  for (std::size_t p = 0; p < first.size(); ++p)
    if (first[p] != none) seen.push_back({first[p], p});
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return a.word < b.word; });
  std::vector<Word> words;
  for (const Seen& s : seen) words.push_back(s.word);
  const Ranks found = ranks(model, party, States(layout, std::move(words)), day);
  for (std::size_t k = 0; k < seen.size(); ++k) ranks_[seen[k].pattern] = found[k];
  classes_ = entente::classes(found);
}

// The first state of each pattern.
std::vector<Word> PatternRanks::one_of_each() const {
  constexpr std::size_t parts = 16;
  const std::size_t blocks = space_.feasible.size();
  const std::size_t size = (blocks / parts + run) / run * run;
  std::array<std::vector<Word>, parts> found;
  in_parallel(parts, [&](std::size_t k) {
    found.at(k) = one_of_each(std::min(blocks, k * size), std::min(blocks, (k + 1) * size));
  });
  for (const std::vector<Word>& part : found)
    for (std::size_t p = 0; p < part.size(); ++p) found[0][p] = std::min(found[0][p], part[p]);
  return std::move(found[0]);
}

std::vector<Word> PatternRanks::one_of_each(std::size_t begin, std::size_t end) const {
  std::vector<std::uint32_t> last(ranks_.size(), 0);
  std::vector<Word> first(ranks_.size(), none);
  for_patterns(begin, end, [&](std::size_t block, const Patterns& patterns) {
    const auto base = static_cast<std::uint32_t>(block * 64 + 1);
    for (std::uint64_t rest = space_.feasible[block]; rest != 0; rest &= rest - 1) {
      const auto s = static_cast<unsigned>(std::countr_zero(rest));
      last[patterns.of[s]] = base + s;
    }
  });
  for (std::size_t p = 0; p < last.size(); ++p)
    if (last[p] != 0) first[p] = last[p] - 1;
  return first;
}

template <class F>
void PatternRanks::for_patterns(std::size_t begin, std::size_t end, F f) const {
  Evaluation evaluation(conditions_, statements_, layout_);
  Patterns patterns;
  Lookout lookout(space_.stop, 64);
  for (std::size_t from = begin / run * run; from < end; from += run) {
    lookout();
    evaluation.from(from * 64);
    for (std::size_t b = 0; b < run && from + b < end; ++b) {
      if (from + b < begin || space_.feasible[from + b] == 0) continue;
      read_block(evaluation, statements_.size(), b, patterns);
      f(from + b, patterns);
    }
  }
}

template <class T>
void PatternRanks::fill(Line<T>* lines, std::size_t begin, std::size_t end) const {
  for (std::size_t n = begin; n < end; ++n)
    if (space_.feasible[n] == 0) lines[n].of.fill(top<T>);
  for_patterns(begin, end, [&](std::size_t block, const Patterns& patterns) {
    Line<T>& line = lines[block];
    for (std::size_t s = 0; s < line_states; ++s) line.of[s] = static_cast<T>(ranks_[patterns.of[s]]);
    if (~space_.feasible[block] != 0) kernels<T>().fill_others(line, space_.feasible[block], top<T>);
  });
}

Rank RankSource::largest() const {
  if (patterns) return std::max(patterns->classes(), Rank{1}) - 1;
  return listed.empty() ? 0 : *std::max_element(listed.begin(), listed.end());
}

template void PatternRanks::fill(Line<std::uint8_t>*, std::size_t, std::size_t) const;
template void PatternRanks::fill(Line<std::uint16_t>*, std::size_t, std::size_t) const;
template void PatternRanks::fill(Line<std::uint32_t>*, std::size_t, std::size_t) const;

}  // namespace entente

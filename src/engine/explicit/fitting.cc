// The representation that fits a game.
#include "engine/explicit/fitting.h"
#include "engine/parallel.h"

#include <algorithm>
#include <bit>
#include <type_traits>

namespace entente {
namespace {

constexpr unsigned most_bits = 26;
// Members of a group are numbered in a byte.
constexpr std::size_t most_movers = 200;
// Of one mover's block: all pairs are looked at where moves are free, and listed where they are not.
constexpr std::uint64_t most_rows = 1024;
constexpr std::uint64_t most_listed = std::uint64_t{1} << 18;

// Measured on one EPYC core, in nanoseconds: a state in a pass, a pair of one, a state settled.
constexpr double pass_of_state = 0.4;
constexpr double pair_of_state = 0.01;
constexpr double settled_state = 200;
constexpr double passes = 4;

double rows(const Layout& layout, MoverId mover) {
  return static_cast<double>(std::uint64_t{1} << std::popcount(layout.mask(mover)));
}

bool possible(const Model& model, const Layout& layout) {
  if (model.replies != Replies::legal || model.movers() > most_movers || layout.bits() > most_bits ||
      DenseSpace::bits_for(model, layout) > most_bits)
    return false;
  const std::vector<MoverId> movers = model.mover_ids();
  return std::all_of(movers.begin(), movers.end(), [&](MoverId i) {
    return model.by_options(i) && layout.in_a_row(i) && rows(layout, i) <= most_rows &&
           (model.unrestricted(i) || DenseMoves::pairs(model, i) <= most_listed);
  });
}

double pass_time(const Model& model, const Layout& layout) {
  double of_state = 0;
  for (const MoverId i : model.mover_ids())
    of_state +=
        pass_of_state + pair_of_state * static_cast<double>(DenseMoves::pairs(model, i)) / rows(layout, i);
  return of_state * static_cast<double>(std::uint64_t{1} << DenseSpace::bits_for(model, layout));
}

std::vector<Ranks> all_ranks(const Model& model, const States& states, std::optional<Date> day) {
  std::vector<Ranks> all(model.parties.size());
  in_parallel(all.size(),
              [&](std::size_t i) { all[i] = ranks(model, static_cast<PartyId>(i), states, day); });
  return all;
}

}  // namespace

Representation fitting_representation(const Model& model, const States& states) {
  if (!possible(model, states.layout())) return Representation::packed;
  const double dense = passes * pass_time(model, states.layout());
  const double packed = settled_state * static_cast<double>(states.size() * model.movers());
  return dense < packed ? Representation::dense : Representation::packed;
}

namespace {

std::vector<RankSource> sources_of(const std::vector<Ranks>& ranks) {
  std::vector<RankSource> sources;
  for (const Ranks& r : ranks) sources.push_back({.patterns = {}, .kept = {}, .listed = r});
  return sources;
}

std::vector<RankSource> sources_on(const Model& model, const States& states, const DenseSpace& space,
                                   std::optional<Date> day) {
  std::vector<RankSource> sources(model.parties.size());
  in_parallel(sources.size(), [&](std::size_t i) {
    const auto party = static_cast<PartyId>(i);
    RankSource& source = sources[i];
    if (PatternRanks::fits(model, party, day, states.size())) {
      source.patterns.emplace(model, party, states.layout(), space, day);
    } else {
      source.kept = ranks(model, party, states, day);
      source.listed = source.kept;
    }
  });
  return sources;
}

Rank largest(const std::vector<RankSource>& sources) {
  Rank found = 0;
  for (const RankSource& source : sources) found = std::max(found, source.largest());
  return found;
}

template <class Any>
Any dense_of_width(const States& states, const std::shared_ptr<const DenseFrame>& frame,
                   const std::vector<RankSource>& sources) {
  const Rank most = largest(sources);
  if (most <= top<std::uint8_t>) return std::make_unique<const Dense<std::uint8_t>>(states, frame, sources);
  if (most <= top<std::uint16_t>) return std::make_unique<const Dense<std::uint16_t>>(states, frame, sources);
  return std::make_unique<const Dense<std::uint32_t>>(states, frame, sources);
}

}  // namespace

FittingEngine::FittingEngine(const Model& model, const States& states, const std::vector<Ranks>& ranks,
                             std::shared_ptr<const DenseFrame> frame)
    : frame_(std::move(frame)), states_(states.size()), bits_(states.layout().bits()) {
  if (fitting_representation(model, states) == Representation::packed) {
    engine_ = std::make_unique<const Explicit>(model, states, ranks);
    return;
  }
  if (!frame_) frame_ = std::make_shared<const DenseFrame>(model, states);
  engine_ = dense_of_width<Any>(states, frame_, sources_of(ranks));
}

FittingEngine::FittingEngine(const Model& model, const States& states, std::optional<Date> day,
                             std::shared_ptr<const DenseFrame> frame)
    : frame_(std::move(frame)), states_(states.size()), bits_(states.layout().bits()) {
  if (fitting_representation(model, states) == Representation::packed) {
    ranks_ = std::make_unique<const std::vector<Ranks>>(all_ranks(model, states, day));
    engine_ = std::make_unique<const Explicit>(model, states, *ranks_);
    return;
  }
  if (!frame_) frame_ = std::make_shared<const DenseFrame>(model, states);
  engine_ = dense_of_width<Any>(states, frame_, sources_on(model, states, frame_->space, day));
}

EngineStats FittingEngine::stats() const {
  EngineStats stats{.states = states_};
  if (bits_ < 64) stats.combinations = std::uint64_t{1} << bits_;
  visit([&](const auto& engine) {
    using E = std::decay_t<decltype(engine)>;
    if constexpr (!std::is_same_v<E, Explicit>) {
      stats.representation = Representation::dense;
      stats.rank_bits = E::rank_bits;
      stats.sweeps = engine.sweeps();
    }
  });
  return stats;
}

}  // namespace entente

// The representation that fits a game: packed or dense, and of what width; chosen once, asked through
// `visit`.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "engine/explicit/dense.h"
#include "engine/explicit/explicit.h"

namespace entente {

enum class Representation : std::uint8_t { packed, dense };

/// What an engine works on and has done, for `--stats`.
struct EngineStats {
  Representation representation = Representation::packed;
  std::uint64_t combinations = 0;  // of the words' bits; 0 for 2^64
  std::uint64_t states = 0;        // of them are feasible
  unsigned rank_bits = 32;
  std::uint64_t sweeps = 0;  // through the others, all questions together; the packed engine takes none
};

/// Which of them is estimated to be the faster one, within 2^26 combinations.
Representation fitting_representation(const Model& model, const States& states);

/// The explicit engine in the representation that fits. Model, states and ranks must outlive it.
class FittingEngine {
 public:
  /// With the preferences of a day. `frame`: a dense engine's of the same states and moves, where there is
  /// one.
  FittingEngine(const Model& model, const States& states, std::optional<Date> day,
                std::shared_ptr<const DenseFrame> frame = nullptr);
  /// With these ranks, one a party; `frame` likewise.
  FittingEngine(const Model& model, const States& states, const std::vector<Ranks>& ranks,
                std::shared_ptr<const DenseFrame> frame = nullptr);

  /// f(engine), which must give the same type for each engine.
  template <class F>
  auto visit(F f) const {
    return std::visit([&](const auto& engine) { return f(*engine); }, engine_);
  }

  EngineStats stats() const;
  /// Null where the engine is packed.
  const std::shared_ptr<const DenseFrame>& frame() const { return frame_; }

 private:
  template <class E>
  using One = std::unique_ptr<const E>;
  using Any = std::variant<One<Explicit>, One<Dense<std::uint8_t>>, One<Dense<std::uint16_t>>,
                           One<Dense<std::uint32_t>>>;

  std::shared_ptr<const DenseFrame> frame_;
  std::unique_ptr<const std::vector<Ranks>> ranks_;  // of the packed engine, where it was not given any
  std::uint64_t states_;
  unsigned bits_;
  Any engine_;
};

}  // namespace entente

// The certificate of the stability verdicts at the states that a brief is about: for each verdict what a
// reader needs to check it by the definitions alone (docs/proof.md).
#pragma once

#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "stability/answer.h"
#include "view/analysis.h"

namespace entente {

/// What a state is in the brief.
enum class Role : std::uint8_t { status_quo, settlement, equilibrium };

struct ProvenPlace {
  StateId state = 0;
  Role role = Role::status_quo;
};

/// The others' reply from a state that takes a mover's gain away; it serves every departure of its to
/// that state for which it ends badly enough.
struct ProvenAnswer {
  MoverId against;
  StateId from = 0;
  std::vector<AnswerStep> steps;
};

/// A state that the others have brought about, and those of them who may not move next: the last mover; where
/// each moves at most once, all who have moved; where one move is all, everybody. Nobody is barred where it
/// starts, nor where any sequence is a reply and everybody's moves are transitive, so that it does not
/// matter.
struct Visit {
  StateId state = 0;
  std::vector<MoverId> barred;  // ascending
  bool operator==(const Visit&) const = default;
  bool operator<(const Visit& o) const { return std::tie(state, barred) < std::tie(o.state, o.barred); }
};

/// States that the others' moves (or improvements) do not lead out of, and where the mover has a better way
/// on, its best.
struct ClosedSet {
  MoverId against;
  bool improving = false;
  std::vector<Visit> visits;                         // ascending
  std::vector<std::pair<StateId, StateId>> escapes;  // ascending; none unless the concept is symmetric
};

/// A state's verdict for a mover under some concepts, with what proves it: of a stable state an answer for
/// every improvement, of an unstable one an improvement and, but for Nash, a closed set with nothing in it
/// that takes the gain away. Numbers count from 0.
struct ProvenVerdict {
  StateId state = 0;
  MoverId mover;
  std::vector<Concept> concepts;
  bool stable = false;
  std::vector<std::size_t> answers;
  std::optional<StateId> move;
  std::optional<std::size_t> set;
};

struct Proof {
  std::vector<ProvenPlace> places;
  std::vector<ProvenAnswer> answers;
  std::vector<ClosedSet> sets;
  std::vector<ProvenVerdict> verdicts;
};

/// What a certificate may take: states visited for it, those written in it among them.
inline constexpr std::uint64_t largest_proof = std::uint64_t{1} << 22;

/// The status quo, every settlement of the zone and every place of rest under SEQ, for every mover under
/// every concept; nothing where it would take more than `budget`.
std::optional<Proof> proof(const Analysis& analysis, std::uint64_t budget = largest_proof);

}  // namespace entente

// The conclusions of an analysis: each has an identity and a value, so that two analyses can be compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "view/analysis.h"

namespace entente {

struct Conclusion {
  enum class Kind : std::uint8_t {
    stability,    // whether the status quo is stable for `party` under `concept_seen`
    zone,         // whether some settlement is accepted by all
    gap,          // the minimal sets of waivers
    recommended,  // the recommended settlements, among those that hold where some do
    division,     // who then has which stake
    holding,      // whether what is recommended holds under SEQ
    concessions,  // the fewest on a path to a settlement
    heading,      // the situations on the way
    resting,      // of them the places of rest
    equilibrium,  // one within two concessions, under SEQ
  };

  /// Of stability, zone and holding: whether it is so. Of concessions and an equilibrium: how many, nothing
  /// where no path is. Else what it is, in ids of the case, never in numbers of states.
  using Value = std::variant<bool, std::optional<std::uint32_t>, std::string>;

  Kind kind = Kind::zone;
  std::string id;  // the same in every analysis of the case, or of one like it: "stability/seq/japan"
  Value value;     // equal where the analyses agree
  std::optional<MoverId> mover = {};  // of stability
  std::optional<Concept> concept_seen = {};
  std::optional<StateSet> states = {};  // what it is about, but for a single equilibrium
  std::optional<StateId> state = {};    // of which there may be hundreds of thousands

  bool is_so() const { return std::get<bool>(value); }
  std::optional<std::uint32_t> fewest() const { return std::get<std::optional<std::uint32_t>>(value); }
};

/// A value as programs have it: "stable", "no path", "2".
std::string value_text(Conclusion::Kind kind, const Conclusion::Value& value);

/// The place of a conclusion, by its id, in the order in which readers want to know: what is recommended
/// first, the verdicts of single concepts and situations last.
std::size_t place_for_readers(std::string_view id);

/// All conclusions of the brief, in its order; nothing else of the brief is made for them.
std::vector<Conclusion> conclusions(const Analysis& analysis);

/// Conclusions by their ids; there may be hundreds of thousands. They must outlive it.
using ConclusionsById = std::unordered_map<std::string_view, const Conclusion*>;
ConclusionsById conclusions_by_id(const std::vector<Conclusion>& all);

/// A case analysed, with its conclusions.
struct Analysed {
  explicit Analysed(const Case& of) : analysis(of), found(conclusions(analysis)) {}
  Analysis analysis;
  std::vector<Conclusion> found;
};

}  // namespace entente

// A conflict as the program GMCR+ saves it (JSON). What it has beyond a case, or lacks for one, is said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace entente::gmcr {

/// Options by number, each taken or not: all of them together.
using Pattern = std::vector<std::pair<std::size_t, bool>>;
/// One of several patterns; none of them is false.
using AnyOf = std::vector<Pattern>;

struct Option {
  std::string name;
  std::string id;     // unique in its party
  std::string moves;  // a word of a case
};

struct DecisionMaker {
  std::string name;
  std::string id;
  std::vector<std::size_t> options;
  std::vector<AnyOf> preferences;                   // most important first
  std::vector<std::vector<std::uint64_t>> ranking;  // numbers of states from 1, best first
};

struct Conflict {
  std::vector<DecisionMaker> parties;
  std::vector<Option> options;
  std::vector<AnyOf> infeasible;
  std::vector<std::string> notes;  // what could not be carried over, one sentence each
};

/// The largest file read, in bytes.
inline constexpr std::size_t largest_file = std::size_t{4} << 20;

/// Whether a content has the outer keys of a conflict, however damaged it may be further on.
bool is_conflict(std::string_view content);
/// Whether a text begins as JSON does, and not as a case.
bool begins_as_conflict(std::string_view content);

/// Reads the JSON; what makes it no conflict at all is given as a sentence instead.
std::variant<Conflict, std::string> read(std::string_view json);

/// The options as GMCR+ counts them, party after party: the first is the least significant of a state's
/// number.
std::vector<std::size_t> counted_options(const Conflict& conflict);

}  // namespace entente::gmcr

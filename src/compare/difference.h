// What changed between two cases, which conclusions changed, and which single edit, or which two, changed
// each.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compare/edits.h"
#include "view/holding.h"
#include "whatif/conclusions.h"

namespace entente {

/// A conclusion that one analysis has and the other has not, or has with another value.
struct ChangedConclusion {
  std::optional<Conclusion> before;
  std::optional<Conclusion> after;
  std::vector<std::size_t> alone;                               // the edits that change it so when made alone
  std::optional<std::pair<std::size_t, std::size_t>> together;  // else the first two that do
};

/// How many situations, settlements and their like there are in both cases, where that is another number.
struct ChangedNumber {
  enum class Of : std::uint8_t { situations, lasting, settlements, accepted, accepted_by_all, holding };

  Of of = Of::situations;
  std::string party = {};  // by its id: whose accepted settlements
  std::uint64_t before = 0;
  std::uint64_t after = 0;
};

struct Difference {
  std::vector<Edit> edits;
  std::vector<std::string> words;  // what else differs, on which no conclusion hangs
  std::vector<bool> possible;      // whether an edit, made alone, leaves a case without faults
  std::vector<ChangedConclusion> changed;
  std::vector<ChangedNumber> numbers = {};
  bool ended = false;  // before every edit was tried alone, and those left unexplained two by two
};

/// How many of each there are, by what is counted and of whom. `held`: of the settlement recommended first.
using CountsOfCase = std::map<std::pair<ChangedNumber::Of, std::string>, std::uint64_t>;
CountsOfCase counts(const Analysis& analysis, const std::optional<Holding>& held);
/// Those that both have, and that differ.
std::vector<ChangedNumber> changed_numbers(const CountsOfCase& before, const CountsOfCase& after);
/// What two analyses conclude otherwise.
std::vector<ChangedConclusion> changed_conclusions(const std::vector<Conclusion>& before,
                                                   const std::vector<Conclusion>& after);

/// The two cases as written and analysed; edits are made one at a time to `before`, and the case is put back
/// to the day `as_of`, where one is given, and replies are read as they were in the two. Where work over the
/// new case's states is ended (Stop), which edit changed what is known as far as it was tried.
Difference difference(const casefile::Case& before, const Analysed& old_analysis, const casefile::Case& after,
                      const Analysed& new_analysis, const std::optional<std::string>& as_of = std::nullopt);

}  // namespace entente

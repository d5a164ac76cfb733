// What each conclusion rests on, and the fewest changes that overturn it: every single change made and the
// case analysed again, then every two (method.md, "What rests on what"). Stability is not monotone in the
// statements, so nothing is inferred from a change to another.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "whatif/variants.h"

namespace entente {

/// A conclusion of the case that is another in a variant.
struct Flip {
  std::size_t conclusion = 0;
  std::optional<Conclusion::Value> value = {};  // there; nothing where the variant has no such conclusion
  std::string sentence = {};                    // as `say` puts it
};

/// What becomes of the conclusions under some changes.
struct Effect {
  std::vector<Change> changes = {};
  bool known = false;
  std::string fault = {};  // a fault's code: the changed case is none
  std::vector<Flip> flips = {};
};

/// The smallest sets of changes that overturn one conclusion: indices of changes, ascending; the
/// weakest-founded first, which is the set whose firmest assumption is weakest.
struct Overturning {
  std::size_t size = 0;  // 0: none was found
  std::vector<std::vector<std::size_t>> sets = {};
};

struct Robustness {
  std::vector<Effect> singles;                     // one a change
  std::vector<Effect> evidence;                    // one a piece of evidence: all that rest on it alone fail
  std::vector<std::vector<std::size_t>> carriers;  // of each conclusion, the assumptions that carry it
  std::vector<std::optional<Firmness>> firmness;   // of each conclusion; nothing where none carries it
  std::vector<Overturning> overturning;            // of each conclusion
  std::size_t searched = 0;                        // up to which size every set was tried
  std::size_t asked = 0;                           // up to which size they were to be
  std::vector<std::size_t> tried, invalid;  // by size: the sets tried, and those that were no valid case
};

/// How many of the single changes were tried before work was ended.
std::size_t tried_alone(const Robustness& robustness);

using Say = std::function<std::string(const Analysed&, const Conclusion&)>;

/// The single changes and the pieces of evidence.
Robustness single_changes(const Variants& variants, const Say& say, const Watch& watch);
/// Adds the breaking points with up to `most` changes; of one conclusion alone, if that is given: those of
/// others are not looked for beyond it.
void find_overturning(const Variants& variants, Robustness& robustness, std::size_t most, const Watch& watch,
                      std::optional<std::size_t> only = {});

/// The weakest firmness among some assumptions; nothing for none.
std::optional<Firmness> weakest(const std::vector<Assumption>& all, const std::vector<std::size_t>& some);
/// Which of two sets of changes is founded more weakly: its firmest assumption, then the next; then order.
bool weaker(const Variants& variants, const std::vector<std::size_t>& a, const std::vector<std::size_t>& b);
/// The evidence for some assumptions, each once, ascending.
std::vector<EvidenceId> evidence_below(const std::vector<Assumption>& all,
                                       const std::vector<std::size_t>& some);

}  // namespace entente

// The changes that can be made to what a case assumes, one assumption at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "casefile/casefile.h"
#include "whatif/assumptions.h"
#include "whatif/premises.h"

namespace entente {
struct Change {
  enum class Kind : std::uint8_t {
    drop,      // a statement
    swap,      // statements with the next less important ones in force, or a class with the next lower one
    merge,     // a class of a ranking with the next lower one: both are liked alike
    reverse,   // a statement: its opposite is wanted
    lighter,   // a weight, by a fifth
    heavier,   // likewise
    waive,     // a demand
    permit,    // what a rule forbids: the rule dropped
    lift,      // the restriction on an option's moves
    any_time,  // an option's `when` lifted
    forward,   // a restriction put on: later values only
    backward,  // earlier values only
    fix,       // no change at all
    close,     // a listed move: it can no longer be made
    unlist,    // a party's list of moves: it goes wherever its options let it
  };

  Kind kind = Kind::drop;
  std::size_t assumption = 0;  // among the case's
  std::size_t next = 0;        // of a swap, the number of the other statement, the first of equal ones

  /// Whether what this changes counts as resting on the assumption: without it, or with a neighbouring
  /// priority. Its opposite, or a restriction that the case does not have, is more than that.
  bool takes_away() const;
};

/// "drop", "swap" and so on.
std::string word(Change::Kind kind);
/// "drop japan/statement/3".
std::string id(const Change& change, const std::vector<Assumption>& assumptions);

/// Every single change, by assumption.
std::vector<Change> changes(const Model& model, const std::vector<Assumption>& assumptions);
/// The one by which an assumption fails whole: dropped, waived, lifted or closed; nothing where the case
/// assumes no restriction.
std::vector<Change> failing(const Model& model, const std::vector<Assumption>& assumptions,
                            std::size_t assumption);

/// The premises with changes made: what they do to a statement itself first, then the orders, then what goes.
Premises with(const Premises& premises, std::vector<Change> changes,
              const std::vector<Assumption>& assumptions);

/// The case so changed; as it was written where a change is not one of its own, which `wrong` then says.
struct ChangedCase {
  casefile::Case written;
  Premises premises = {};
  std::string wrong = {};
};

/// Makes the changes, each once, to what the case assumes on the day `as_of` if that is a date, else on its
/// own. A case with faults is left as it is: they are told when it is read.
ChangedCase make_changes(casefile::Case written, const std::vector<std::string>& ids,
                         const std::optional<std::string>& as_of);

}  // namespace entente

// What a case assumes: each preference statement, demand, rule and restriction on moves, with an
// identity, its evidence and how firm that makes it (method.md, "What rests on what").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/grounds.h"
#include "model/model.h"

namespace entente {
/// No evidence, then inferred, reported, stated; within one basis by the source's grade, reliability before
/// credibility. Evidence whose basis the case does not give counts as inferred, a source without a grade as
/// below every grade.
struct Firmness {
  Basis basis = Basis::none;
  std::string grade = {};  // "B2", or empty
  bool doubted = false;    // there is evidence against it: then it is inferred at most

  bool operator<(const Firmness& other) const;
  bool operator==(const Firmness& other) const { return !(*this < other) && !(other < *this); }
};

Firmness firmness(const Model& model, const Grounds& grounds);

struct Assumption {
  enum class Kind : std::uint8_t {
    statement,  // that a party wants something, and how much
    order,      // that it likes one class of a direct ranking better than the next
    demand,     // that it signs nothing without it
    rule,       // that something is not possible, or is required
    moves,      // which changes of an option its party can make
    when,       // from where it can make them
    way,        // from where to where a party that lists its moves can go
  };

  Kind kind = Kind::statement;
  std::optional<PartyId> party;  // whose it is; nothing for a rule or a joint option
  std::optional<MoverId> mover;  // the same, and whose joint option it is about
  std::size_t number = 0;  // of the statement, class or way among its party's, of the rule, of the option in
                           // the model
  std::string id;          // "japan/statement/3", "japan/demand/1", "japan/ranking/2", "rule/2",
                           // "japan.visit/moves", "japan/move/1"
  Grounds grounds;
  Firmness firmness;
};

/// All that count at the case's date, in the order of the file: statements and demands, options, listed
/// moves, rules that are no definitions.
std::vector<Assumption> assumptions(const Model& model);

/// Whether the case assumes it: an option that may change freely assumes nothing.
bool is_made(const Model& model, const Assumption& assumption);

/// Whether an assumption has this piece of evidence and no other for it.
bool rests_on_alone(const Assumption& assumption, EvidenceId evidence);

}  // namespace entente

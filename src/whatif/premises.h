// A variant of a case in short: which statements count in which order, which rules and which moves there are.
// Equal premises are equal variants, however they were come by.
#pragma once

#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

#include "casefile/casefile.h"
#include "model/model.h"

namespace entente {

/// How a weight is changed: as written, or by a fifth.
enum class Scale : std::uint8_t { as_written, lighter, heavier };

struct Premises {
  struct Statement {
    std::uint32_t number = 0;  // in the case as written
    bool reversed = false;
    bool demand = false;
    Scale weight = Scale::as_written;
    bool equal = false;   // as important as the one before it
    bool strong = false;  // as written, where none that is not stands before it
    bool operator==(const Statement&) const = default;
    bool operator<(const Statement& o) const {
      return std::tie(number, reversed, demand, weight, equal, strong) <
             std::tie(o.number, o.reversed, o.demand, o.weight, o.equal, o.strong);
    }
  };
  struct Course {
    std::optional<Moves::Kind> moves = {};  // nothing: as written
    bool any_time = false;                  // its `when` lifted
    bool operator==(const Course&) const = default;
    bool operator<(const Course& o) const {
      return std::tie(moves, any_time) < std::tie(o.moves, o.any_time);
    }
  };

  /// The moves that a party lists. Where all are closed it makes none.
  struct Ways {
    std::vector<bool> closed = {};  // one a table
    bool unlisted = false;          // its options alone say what its moves are
    bool operator==(const Ways&) const = default;
    bool operator<(const Ways& o) const {
      return std::tie(closed, unlisted) < std::tie(o.closed, o.unlisted);
    }
  };

  /// The classes of a direct ranking, best first, by their numbers in the case as written; those that are
  /// liked alike together, ascending.
  using Ranking = std::vector<std::vector<std::uint32_t>>;

  std::vector<std::vector<Statement>> parties;  // each party's statements, the most important first
  std::vector<Course> options;                  // of the model, in its order
  std::vector<bool> rules;                      // which are kept
  std::vector<Ranking> rankings;                // each party's; empty where it has none
  std::vector<Ways> ways;                       // each party's

  bool operator==(const Premises&) const = default;
  bool operator<(const Premises& o) const {
    return std::tie(parties, options, rules, rankings, ways) <
           std::tie(o.parties, o.options, o.rules, o.rankings, o.ways);
  }

  /// Where a statement stands in its party's order; nothing where it is dropped.
  std::optional<std::size_t> find(PartyId party, std::size_t number) const;
  /// Drops the statement at a place; those that were as important as it still are so among themselves.
  void drop(std::size_t party, std::size_t place);
};

/// The tests of a ranking so changed, best first, from the written ones: a state belongs to the first class
/// whose test it met as written, which is said where that stands lower now. `written`: one a class.
std::vector<std::string> tests(const std::vector<std::string>& written, const Premises::Ranking& now);
std::vector<std::string> tests(const casefile::Strings& written, const Premises::Ranking& now);

/// The case as it is written.
Premises premises(const Model& model);

/// The case as written with the changes of premises made.
casefile::Case with(const casefile::Case& written, const Premises& premises);

/// The model with the changes of premises made: what binding the case so changed gives.
Model with(const Model& plain, const Premises& premises);

/// A weight made a fifth lighter or heavier, exactly: "0.5" is "0.40" or "0.60". As it is where it is no
/// number.
std::string scaled(const std::string& weight, Scale by);
Decimal scaled(const Decimal& weight, Scale by);

}  // namespace entente

// Random disputes as texts: each alone, and all written out as one case by hand; for tests.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace entente::links_test {

/// One dispute: its parties by their ids. In formulas an option stands between marks, "<a.x>".
struct DrawnOption {
  std::string id;
  unsigned values = 2;
  std::string moves, when;  // empty where there are none
};
struct DrawnWish {
  std::string id, statement;
  bool demand = false;
  bool equal = false;
};
struct DrawnParty {
  std::string id;
  std::vector<DrawnOption> options;
  std::vector<DrawnWish> wishes;     // or
  std::vector<std::string> ranking;  // best first
  std::vector<unsigned> weights;     // one a wish, or empty
};
struct DrawnDispute {
  std::string as;
  std::vector<DrawnParty> parties;
  bool joint = false;           // an act "both" of the first two parties
  std::string rule, agreement;  // empty where there are none
  std::vector<std::string> needs;
};

struct DrawnShape {
  bool conditions = true;  // `when`
  bool joints = true;
  bool agreements = false;  // always one, with demands
  bool weighted = false;    // every party
  bool rankings = true;     // some
};

DrawnDispute drawn_dispute(std::mt19937_64& random, const std::string& as,
                           const std::vector<std::string>& parties, const DrawnShape& shape);

/// The file of a dispute.
std::string file_of(const DrawnDispute& dispute);

/// A wish over several disputes, put before all others of its party, or behind them.
struct DrawnLink {
  std::string party, statement;
  bool first = true;
};
/// A formula over options of two disputes.
std::string drawn_link_formula(std::mt19937_64& random, const DrawnDispute& a, const DrawnDispute& b);

/// The case that links disputes, each in the file AS.toml.
std::string linking_text(const std::vector<DrawnDispute>& disputes, const std::vector<DrawnLink>& links,
                         const std::string& agreement, const std::vector<std::string>& needs);
/// The same written out as one case: options are called "AS-option", a party's lists stand one above the
/// other.
std::string product(const std::vector<DrawnDispute>& disputes, const std::vector<DrawnLink>& links,
                    const std::string& agreement, const std::vector<std::string>& needs);

}  // namespace entente::links_test

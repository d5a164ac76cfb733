// What each party of the whole wants: its lists of several cases in one, with the links at their places.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "links/disputes.h"

namespace entente {

/// What a party wants in one case: its statements in the words of the whole, or its ranking.
struct WishList {
  std::string of;  // what the case is included as; `here` for the linking file
  casefile::Party party = {};
};

/// Makes one party's wishes out of its lists and of the links.
class WholeWishes {
 public:
  WholeWishes(const casefile::Case& linking, Diagnostics& diagnostics)
      : linking_(linking), diagnostics_(diagnostics) {}

  /// Puts them into a party of the whole: a ranking where that is all it has.
  void put(std::vector<WishList> lists, casefile::Party& whole);
  /// Links and [[wishes]] of parties that there are not.
  void tell_unknown(const std::vector<casefile::Party>& parties);

 private:
  using Wishes = std::vector<casefile::Preference>;

  const casefile::Wishes* said_of(const std::string& party) const;
  bool has_links(const std::string& party) const;
  std::vector<WishList> in_order(std::vector<WishList> lists, const casefile::Wishes& said);
  void check_disputes(const std::vector<WishList>& lists, const casefile::Wishes& said);
  void multiply(const casefile::Wishes& said, const std::string& dispute, Wishes& wishes);
  void multiply(const casefile::String& factor, casefile::String& weight);
  static void mark_leading(Wishes& all);
  bool check_weights(const std::vector<WishList>& lists);
  void put_link(const casefile::Link& link, bool weighted, Wishes& all);
  bool replace(const casefile::Link& link, Wishes& all);
  void insert(const casefile::Link& link, Wishes& all);
  std::optional<std::size_t> place_of(const casefile::String& id, std::string_view name, const Wishes& all);
  void fault(std::string code, Place at, std::string message, std::string help = {});

  const casefile::Case& linking_;
  Diagnostics& diagnostics_;
  std::size_t at_first_ = 0;                   // links put first so far, of the party at hand
  std::map<std::string, std::size_t> behind_;  // likewise, behind each id
};

}  // namespace entente

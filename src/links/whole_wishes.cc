// Lists one above the other, or one sum; then the links, in the order of the file.
#include "links/whole_wishes.h"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

#include "links/qualified.h"
#include "text/decimal.h"

namespace entente {
namespace {

using casefile::Preference;

bool is_weighted(const std::vector<Preference>& all) {
  return !all.empty() && all[0].weight.has_value();
}

/// A ranking r1, r2, ... as the statements r1, r1 or r2, ...
std::vector<Preference> statements_of(const casefile::Party& party) {
  std::vector<Preference> all;
  std::vector<casefile::String> classes;
  for (const casefile::String& formula : party.ranking->value) {
    classes.push_back(formula);
    Preference& one = all.emplace_back();
    one.at = formula.at;
    one.statement = classes.size() == 1 ? formula : strung(classes, "(", ") or (", ")");
    one.grounds = party.ranking_grounds;
    one.of_ranking = true;
  }
  return all;
}

std::string id_of(const Preference& one) {
  return casefile::text_of(one.id);
}

}  // namespace

void WholeWishes::fault(std::string code, Place at, std::string message, std::string help) {
  diagnostics_.report({Severity::error, std::move(code), at, std::move(message), std::move(help), {}});
}

const casefile::Wishes* WholeWishes::said_of(const std::string& party) const {
  for (const casefile::Wishes& one : linking_.wishes)
    if (casefile::text_of(one.party) == party) return &one;
  return nullptr;
}

bool WholeWishes::has_links(const std::string& party) const {
  return std::any_of(linking_.links.begin(), linking_.links.end(),
                     [&](const casefile::Link& link) { return casefile::text_of(link.party) == party; });
}

void WholeWishes::put(std::vector<WishList> lists, casefile::Party& whole) {
  const std::string id = casefile::text_of(whole.id);
  const casefile::Wishes* const said = said_of(id);
  if (lists.size() == 1 && lists[0].party.ranking && !has_links(id) && said == nullptr) {
    whole.ranking = lists[0].party.ranking;
    whole.ranking_grounds = lists[0].party.ranking_grounds;
    whole.preferences = lists[0].party.preferences;  // beside a ranking they are a fault, which is told
    return;
  }
  for (WishList& list : lists)
    if (list.party.ranking) list.party.preferences = statements_of(list.party);
  if (said != nullptr) check_disputes(lists, *said);
  if (!check_weights(lists)) return;
  if (said != nullptr) lists = in_order(std::move(lists), *said);
  for (WishList& list : lists) {
    Wishes& own = list.party.preferences;
    if (said != nullptr) multiply(*said, list.of, own);
    whole.preferences.insert(whole.preferences.end(), own.begin(), own.end());
  }
  at_first_ = 0;
  behind_.clear();
  const bool weighted = is_weighted(whole.preferences);
  for (const casefile::Link& link : linking_.links)
    if (casefile::text_of(link.party) == id) put_link(link, weighted, whole.preferences);
  mark_leading(whole.preferences);
}

/// What breaks a strong statement is strongly worse as long as all statements before it are strong, too: in
/// the whole that ends where a list has one that is not, or a link stands before it that is not.
void WholeWishes::mark_leading(Wishes& all) {
  const auto is_strong = [](const Preference& one) { return one.strong && one.strong->value; };
  const auto first = std::find_if_not(all.begin(), all.end(), is_strong);
  for (auto one = first; one != all.end(); ++one) one->strong.reset();
}

void WholeWishes::tell_unknown(const std::vector<casefile::Party>& parties) {
  std::vector<std::string> ids;
  for (const casefile::Party& party : parties) ids.push_back(casefile::text_of(party.id));
  const auto tell = [&](const std::optional<casefile::String>& party) {
    if (!party || std::find(ids.begin(), ids.end(), party->value) != ids.end()) return;
    const std::optional<std::string> near = nearest(party->value, ids);
    fault("unknown-party", party->at, fmt::format("there is no party '{}'", party->value),
          near ? fmt::format("did you mean '{}'?", *near) : "");
  };
  for (const casefile::Link& link : linking_.links) tell(link.party);
  for (const casefile::Wishes& one : linking_.wishes) tell(one.party);
  for (auto one = linking_.wishes.begin(); one != linking_.wishes.end(); ++one)
    if (one->party && said_of(one->party->value) != &*one)
      fault("duplicate-id", one->party->at,
            fmt::format("the wishes of '{}' are ordered already", one->party->value),
            "write one [[wishes]] a party");
}

void WholeWishes::check_disputes(const std::vector<WishList>& lists, const casefile::Wishes& said) {
  if (said.order && !said.weights.empty())
    fault("order-and-weights", said.order->at, "wishes count by 'order' or by 'weights', not by both",
          "take one of them out");
  std::vector<std::string> known;
  for (const WishList& list : lists) known.push_back(list.of);
  std::vector<std::string> met;
  const auto look_at = [&](const casefile::String& dispute) {
    if (std::find(met.begin(), met.end(), dispute.value) != met.end())
      fault("duplicate-id", dispute.at, fmt::format("'{}' stands here twice", dispute.value));
    met.push_back(dispute.value);
    if (std::find(known.begin(), known.end(), dispute.value) != known.end()) return;
    fault("unknown-include", dispute.at,
          fmt::format("party '{}' has no wishes in a dispute '{}'", casefile::text_of(said.party),
                      dispute.value),
          known.empty() ? "" : fmt::format("it has wishes in {}", fmt::join(known, ", ")));
  };
  if (said.order)
    for (const casefile::String& dispute : said.order->value) look_at(dispute);
  for (const casefile::Entry& entry : said.weights) look_at(entry.key);
  if (said.order && met.size() < known.size())
    fault("missing-key", said.order->at, "'order' leaves out a dispute in which the party has wishes",
          fmt::format("it has wishes in {}", fmt::join(known, ", ")));
}

std::vector<WishList> WholeWishes::in_order(std::vector<WishList> lists, const casefile::Wishes& said) {
  if (!said.order) return lists;
  const casefile::Strings& order = said.order->value;
  const auto rank = [&](const WishList& list) {
    return std::find_if(order.begin(), order.end(),
                        [&](const casefile::String& one) { return one.value == list.of; });
  };
  std::stable_sort(lists.begin(), lists.end(),
                   [&](const WishList& a, const WishList& b) { return rank(a) < rank(b); });
  return lists;
}

/// The weights of a dispute times what they count.
void WholeWishes::multiply(const casefile::Wishes& said, const std::string& dispute, Wishes& wishes) {
  for (const casefile::Entry& entry : said.weights)
    if (entry.key.value == dispute)
      for (Preference& one : wishes)
        if (one.weight) multiply(entry.value, *one.weight);
}

void WholeWishes::multiply(const casefile::String& factor, casefile::String& weight) {
  const std::optional<Decimal> own = decimal(weight.value);
  const std::optional<Decimal> by = decimal(factor.value);
  const std::optional<Decimal> both = own && by ? times(*own, *by) : std::nullopt;
  if (!both)
    return fault("bad-weight", factor.at,
                 fmt::format("'{}' times a weight of the dispute is no weight", factor.value),
                 "a weight is a finite decimal with at most 1000 digits on either side of the point");
  weight = {written(*both), weight.at,
            std::vector<std::uint32_t>(written(*both).size() + 1, weight.at.begin)};
}

/// Weights in all of a party's lists, or in none; and where the linking file says what they count, in all.
bool WholeWishes::check_weights(const std::vector<WishList>& lists) {
  const WishList* first = nullptr;
  for (const WishList& list : lists) {
    const Wishes& own = list.party.preferences;
    if (own.empty()) continue;
    const std::string id = casefile::text_of(list.party.id);
    const bool weighted = is_weighted(own);
    if (const casefile::Wishes* const said = said_of(id); said && !said->weights.empty() && !weighted) {
      fault("mixed-weights", said->weights[0].key.at,
            fmt::format("the wishes of '{}' in '{}' have no weights", id, list.of),
            "say their 'order' instead");
      return false;
    }
    if (first == nullptr) first = &list;
    if (is_weighted(first->party.preferences) == weighted) continue;
    fault("mixed-weights", own[0].at,
          fmt::format("the wishes of '{}' have {} in '{}', and {} in '{}'", id,
                      weighted ? "weights" : "no weights", list.of, weighted ? "none" : "weights", first->of),
          "give a party weights in all cases that are linked, or in none");
    return false;
  }
  return true;
}

void WholeWishes::put_link(const casefile::Link& link, bool weighted, Wishes& all) {
  if (weighted && link.rank)
    return fault("link-place", link.rank->at, "the wishes of this party have weights, and so no places",
                 "write 'weight' instead");
  if (weighted && !link.weight)
    return fault("missing-key", link.at, "the wishes of this party have weights; this one needs one, too",
                 "write 'weight'");
  if (link.instead_of && link.rank)
    return fault("link-place", link.rank->at, "what stands in another's stead has that one's place",
                 "take 'place' or 'instead_of' out");
  if (link.instead_of) {
    replace(link, all);
  } else if (weighted) {
    all.push_back(link);
  } else if (!link.rank) {
    fault("missing-key", link.at, "[[link]] needs the key 'place'",
          "write \"first\", \"last\", or \"before\" or \"after\" and the id of a statement");
  } else {
    insert(link, all);
  }
}

bool WholeWishes::replace(const casefile::Link& link, Wishes& all) {
  const std::optional<std::size_t> at = place_of(*link.instead_of, link.instead_of->value, all);
  if (!at) return false;
  const bool equal = link.equal && link.equal->value;
  const bool was = all[*at].equal && all[*at].equal->value;
  if (equal != was)
    fault("link-place", link.instead_of->at,
          was ? "what it stands for is as important as the statement before it"
              : "what it stands for is not as important as the statement before it",
          was ? "write equal = true" : "take 'equal' out");
  all[*at] = link;
  return true;
}

/// The place of a statement by its id in the whole: "treaty.visit", or one of the linking file's own.
std::optional<std::size_t> WholeWishes::place_of(const casefile::String& where, std::string_view name,
                                                 const Wishes& all) {
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Preference& one) { return !name.empty() && id_of(one) == name; });
  if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
  std::vector<std::string> ids;
  for (const Preference& one : all)
    if (!id_of(one).empty()) ids.push_back(id_of(one));
  const std::optional<std::string> near = nearest(name, ids);
  fault("unknown-statement", where.at, fmt::format("the party has no statement with the id '{}'", name),
        near          ? fmt::format("did you mean '{}'?", *near)
        : ids.empty() ? "give the statement that is meant an 'id'"
                      : fmt::format("its ids are {}", fmt::join(ids, ", ")));
  return std::nullopt;
}

void WholeWishes::insert(const casefile::Link& link, Wishes& all) {
  const std::string& where = link.rank->value;
  const bool before = where.starts_with("before ");
  const bool after = where.starts_with("after ");
  std::optional<std::size_t> at;
  if (where == "first") {
    at = at_first_++;
  } else if (where == "last") {
    at = all.size();
  } else if (before || after) {
    const std::string name = where.substr(where.find(' ') + 1);
    at = place_of(*link.rank, name, all);
    if (at && after) *at += 1 + behind_[name]++;
  } else {
    fault("link-place", link.rank->at, fmt::format("'{}' is no place", where),
          "write \"first\", \"last\", or \"before\" or \"after\" and the id of a statement");
  }
  if (!at) return;
  const bool equal = *at < all.size() && all[*at].equal && all[*at].equal->value;
  if (equal)
    return fault("link-place", link.rank->at, "this place is among statements that are equally important",
                 "put it before the first or after the last of them");
  all.insert(all.begin() + static_cast<std::ptrdiff_t>(*at), link);
}

}  // namespace entente

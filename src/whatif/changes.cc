// The changes that can be made to what a case assumes.
#include "whatif/changes.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "model/bind.h"
#include "text/text.h"
#include "text/unicode.h"

namespace entente {
namespace {

using Kind = Change::Kind;

/// The first of the less important statements that come next in force; nothing where there are none. Equal
/// statements change places together, which is a change of the first of them alone.
std::optional<std::size_t> next_in_force(const Model& model, PartyId party, std::size_t number) {
  const std::vector<EqualStatements> all = model[party].by_importance(model.day());
  const auto it =
      std::find_if(all.begin(), all.end(), [&](const EqualStatements& equal) { return equal[0] == number; });
  if (it == all.end() || it + 1 == all.end()) return std::nullopt;
  return (it + 1)->front();
}

class Listing {
 public:
  Listing(const Model& model, const std::vector<Assumption>& assumptions)
      : model_(model), assumptions_(assumptions) {}

  std::vector<Change> all() {
    for (at_ = 0; at_ < assumptions_.size(); ++at_) of_one(assumptions_[at_]);
    return std::move(all_);
  }

 private:
  void of_one(const Assumption& a) {
    switch (a.kind) {
      case Assumption::Kind::statement: return statement(a);
      case Assumption::Kind::order: return add(Kind::swap), add(Kind::merge);
      case Assumption::Kind::demand: return add(Kind::waive);
      case Assumption::Kind::rule: return add(Kind::permit);
      case Assumption::Kind::when: return add(Kind::any_time);
      case Assumption::Kind::moves: return moves(model_.options[a.number].moves.kind);
      case Assumption::Kind::way: return way(a);
    }
  }

  void statement(const Assumption& a) {
    add(Kind::drop);
    if (model_[*a.party].weighted) {
      add(Kind::lighter);
      add(Kind::heavier);
    } else if (const auto next = next_in_force(model_, *a.party, a.number)) {
      all_.push_back({Kind::swap, at_, *next});
    }
    add(Kind::reverse);
  }

  void moves(Moves::Kind now) {
    if (now != Moves::Kind::free) add(Kind::lift);
    if (now == Moves::Kind::free) add(Kind::forward);
    if (now == Moves::Kind::free) add(Kind::backward);
    if (now != Moves::Kind::fixed) add(Kind::fix);
  }

  /// The list as a whole is a matter of its first entry.
  void way(const Assumption& a) {
    add(Kind::close);
    if (a.number == 0) add(Kind::unlist);
  }

  void add(Kind kind) { all_.push_back({kind, at_, 0}); }

  const Model& model_;
  const std::vector<Assumption>& assumptions_;
  std::size_t at_ = 0;
  std::vector<Change> all_;
};

/// In which order changes of premises are made.
int turn(Kind kind) {
  return kind == Kind::drop || kind == Kind::merge ? 2 : kind == Kind::swap ? 1 : 0;
}

using Statements = std::vector<Premises::Statement>;

/// From the first to behind the last of the statements that are as important as the one at a place.
std::pair<Statements::iterator, Statements::iterator> equals(Statements& own, std::size_t place) {
  const auto at = own.begin() + static_cast<std::ptrdiff_t>(place);
  auto first = at;
  while (first->equal) --first;
  return {first, std::find_if(at + 1, own.end(), [](const Premises::Statement& s) { return !s.equal; })};
}

/// Statements of two places, each with those that are as important, in each other's place.
void swap(Statements& own, std::optional<std::size_t> a, std::optional<std::size_t> b) {
  if (!a || !b) return;
  const auto [first, behind_first] = equals(own, std::min(*a, *b));
  const auto [second, behind_second] = equals(own, std::max(*a, *b));
  if (first == second) return;
  Statements now(second, behind_second);
  now.insert(now.end(), behind_first, second);
  now.insert(now.end(), first, behind_first);
  std::move(now.begin(), now.end(), first);
  // Strong are the most important ones only.
  const auto weak = std::find_if(own.begin(), own.end(), [](const auto& s) { return !s.strong; });
  std::for_each(weak, own.end(), [](Premises::Statement& s) { s.strong = false; });
}

void change_statement(Premises& premises, const Change& change, const Assumption& a) {
  Statements& own = premises.parties[index(*a.party)];
  const std::optional<std::size_t> at = premises.find(*a.party, a.number);
  if (!at) return;
  switch (change.kind) {
    case Kind::drop: premises.drop(index(*a.party), *at); break;
    case Kind::swap: swap(own, at, premises.find(*a.party, change.next)); break;
    case Kind::reverse: own[*at].reversed = true; break;
    case Kind::lighter: own[*at].weight = Scale::lighter; break;
    case Kind::heavier: own[*at].weight = Scale::heavier; break;
    case Kind::waive: own[*at].demand = false; break;
    default: break;
  }
}

/// Classes by their numbers in the case: where two are liked alike already, nothing is left to change.
void change_ranking(Premises::Ranking& ranking, Kind kind, std::size_t upper) {
  const auto holding = [&](std::size_t c) {
    return std::find_if(ranking.begin(), ranking.end(), [&](const std::vector<std::uint32_t>& alike) {
      return std::find(alike.begin(), alike.end(), c) != alike.end();
    });
  };
  const auto a = holding(upper), b = holding(upper + 1);
  if (a == b) return;
  if (kind == Kind::swap) return a->swap(*b);
  a->insert(a->end(), b->begin(), b->end());
  std::sort(a->begin(), a->end());
  ranking.erase(b);
}

void make(Premises& premises, const Change& change, const Assumption& a) {
  if (a.kind == Assumption::Kind::order)
    return change_ranking(premises.rankings[index(*a.party)], change.kind, a.number);
  switch (change.kind) {
    case Kind::permit: premises.rules[a.number] = false; break;
    case Kind::any_time: premises.options[a.number].any_time = true; break;
    case Kind::lift: premises.options[a.number].moves = Moves::Kind::free; break;
    case Kind::forward: premises.options[a.number].moves = Moves::Kind::forward; break;
    case Kind::backward: premises.options[a.number].moves = Moves::Kind::backward; break;
    case Kind::fix: premises.options[a.number].moves = Moves::Kind::fixed; break;
    case Kind::close: premises.ways[index(*a.party)].closed[a.number] = true; break;
    case Kind::unlist: premises.ways[index(*a.party)].unlisted = true; break;
    default: change_statement(premises, change, a);
  }
}

}  // namespace

bool Change::takes_away() const {
  return kind != Kind::reverse && kind != Kind::forward && kind != Kind::backward && kind != Kind::fix;
}

std::string word(Change::Kind kind) {
  constexpr std::array<const char*, 15> words = {"drop",    "swap",     "merge",  "reverse", "lighter",
                                                 "heavier", "waive",    "permit", "lift",    "any_time",
                                                 "forward", "backward", "fix",    "close",   "unlist"};
  return words.at(static_cast<std::size_t>(kind));
}

std::string id(const Change& change, const std::vector<Assumption>& assumptions) {
  return word(change.kind) + " " + assumptions[change.assumption].id;
}

std::vector<Change> changes(const Model& model, const std::vector<Assumption>& assumptions) {
  return Listing(model, assumptions).all();
}

std::vector<Change> failing(const Model& model, const std::vector<Assumption>& assumptions,
                            std::size_t assumption) {
  const Assumption& a = assumptions[assumption];
  switch (a.kind) {
    case Assumption::Kind::statement: return {{Kind::drop, assumption, 0}};
    case Assumption::Kind::order: return {{Kind::merge, assumption, 0}};
    case Assumption::Kind::demand: return {{Kind::waive, assumption, 0}};
    case Assumption::Kind::rule: return {{Kind::permit, assumption, 0}};
    case Assumption::Kind::when: return {{Kind::any_time, assumption, 0}};
    case Assumption::Kind::way: return {{Kind::close, assumption, 0}};
    case Assumption::Kind::moves: break;
  }
  if (model.options[a.number].moves.kind == Moves::Kind::free) return {};
  return {{Kind::lift, assumption, 0}};
}

Premises with(const Premises& premises, std::vector<Change> changes,
              const std::vector<Assumption>& assumptions) {
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& a, const Change& b) { return turn(a.kind) < turn(b.kind); });
  Premises changed = premises;
  for (const Change& c : changes) make(changed, c, assumptions[c.assumption]);
  return changed;
}

namespace {

constexpr unsigned longest_shown = 80;

/// The model on the day that is asked about; nothing where the case has faults.
std::optional<Model> model_on(const casefile::Case& written, const std::optional<std::string>& as_of) {
  Diagnostics unheard;
  Binding binding = bind(written, unheard);
  if (unheard.faulty()) return std::nullopt;
  const std::optional<DateSpan> day = as_of ? date_span(*as_of) : std::nullopt;
  if (day && binding.model.date) binding.model.date = *day;
  return std::move(binding.model);
}

std::string unknown(const std::string& id, const std::map<std::string, Change>& known) {
  std::vector<std::string> ids;
  for (const auto& [one, change] : known) ids.push_back(one);
  const std::optional<std::string> near = nearest(id, ids);
  return "the case has no change '" + one_line(id, longest_shown) + "'" +
         (near ? "; did you mean '" + *near + "'?" : "; the answer to 'changes' has all of them");
}

}  // namespace

ChangedCase make_changes(casefile::Case written, const std::vector<std::string>& ids,
                         const std::optional<std::string>& as_of) {
  const std::optional<Model> model = model_on(written, as_of);
  if (!model) return {std::move(written)};
  const std::vector<Assumption> all = assumptions(*model);
  std::map<std::string, Change> known;
  for (const Change& c : changes(*model, all)) known.emplace(id(c, all), c);
  std::vector<Change> made;
  std::set<std::string> once;
  for (const std::string& id : ids) {
    const auto found = known.find(id);
    if (found == known.end()) return {std::move(written), {}, unknown(id, known)};
    if (once.insert(id).second) made.push_back(found->second);
  }
  Premises now = with(premises(*model), std::move(made), all);
  casefile::Case done = with(written, now);
  return {std::move(done), std::move(now)};
}

}  // namespace entente

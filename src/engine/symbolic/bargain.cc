// Who accepts what, from one pass over each party's statements; the gap and the frontier, each found one
// point at a time, what a point settles being taken out before the next.
#include "engine/symbolic/bargain.h"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

/// One party's view of the agreement states.
class View {
 public:
  View(const Symbolic& engine, PartyId party)
      : engine_(engine),
        encoding_(engine.encoding()),
        party_(encoding_.model()[party]),
        now_(status_quo(encoding_.model(), encoding_.layout())) {
    for (const EqualStatements& equal : party_.by_importance(encoding_.model().day())) {
      Group& group = by_importance_.emplace_back();
      for (const std::size_t p : equal) {
        group.statements.push_back(&party_.preferences[p]);
        group.holds.push_back(encoding_.where(party_.preferences[p].statement));
      }
    }
  }

  /// Where the party likes a state less than the status quo, the demands that the state breaks left out of
  /// the comparison.
  Diagram below(PartyId i) const {
    if (!party_.ranking.empty()) return below_by_rank(engine_.rank(i));
    return party_.weighted ? below_by_weight() : below_by_statements();
  }

 private:
  /// Equal statements, and where each holds.
  struct Group {
    std::vector<const Preference*> statements;
    std::vector<Diagram> holds;
  };
  struct Sums {
    RankBits there, now;
  };

  bool now(const Diagram& set) const { return contains(encoding_.diagrams(), set, now_); }

  Diagram below_by_rank(const RankBits& rank) const {
    RankBits of_now;
    for (const Diagram& bit : rank.bits) of_now.bits.push_back(now(bit) ? !Diagram() : Diagram());
    return less(rank, of_now);
  }

  // From the least important statements up. A broken demand does not count; one that holds can only be
  // better.
  Diagram below_by_statements() const {
    Diagram below;
    for (auto group = by_importance_.rbegin(); group != by_importance_.rend(); ++group) {
      if (group->holds.size() > 1) {
        const auto [there, now] = sums(*group);
        below = less(there, now) | (below - less(now, there));
      } else if (const Diagram& holds = group->holds[0]; !now(holds)) {
        below -= holds;
      } else if (!group->statements[0]->demand) {
        below |= !holds;
      }
    }
    return below;
  }

  Diagram below_by_weight() const {
    Group all;
    for (const Group& group : by_importance_) {
      all.statements.insert(all.statements.end(), group.statements.begin(), group.statements.end());
      all.holds.insert(all.holds.end(), group.holds.begin(), group.holds.end());
    }
    const auto [there, now] = sums(all);
    return less(there, now);
  }

  // Of the weights, or of ones, of the statements that hold in each state, and of those that hold now. A
  // demand that the state breaks adds to neither.
  Sums sums(const Group& group) const {
    std::vector<Decimal> weights;
    std::vector<Diagram> then;
    for (std::size_t k = 0; k < group.holds.size(); ++k) {
      weights.push_back(party_.weighted ? group.statements[k]->weight : unit_weight);
      const Diagram counted = group.statements[k]->demand ? group.holds[k] : !Diagram();
      then.push_back(now(group.holds[k]) ? counted : Diagram());
    }
    return {summed(group.holds, weights), summed(then, weights)};
  }

  const Symbolic& engine_;
  const Encoding& encoding_;
  const Party& party_;
  Word now_;
  std::vector<Group> by_importance_;
};

void take(Bargain& bargain, Waiver concession, const Diagram& states) {
  if (states.empty()) return;
  bargain.waivers.push_back(concession);
  bargain.takes.push_back(states);
}

/// Adds what a party takes; gives what it accepts.
Diagram accepted(Bargain& bargain, const Symbolic& engine, PartyId i) {
  const Encoding& encoding = engine.encoding();
  const std::vector<Preference>& preferences = encoding.model()[i].preferences;
  Diagram accepted = bargain.agreement;
  for (std::size_t n = 0; n < preferences.size(); ++n) {
    if (!preferences[n].demand || !preferences[n].in_force(encoding.model().day())) continue;
    const Diagram breaking = bargain.agreement - encoding.where(preferences[n].to_sign());
    take(bargain, {i, n}, breaking);
    accepted -= breaking;
  }
  const Diagram below = bargain.agreement & View(engine, i).below(i);
  take(bargain, {i, std::nullopt}, below);
  return accepted - below;
}

Diagram smallest_first(const Diagrams& diagrams, std::vector<Diagram> sets) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  for (std::size_t k = 0; k < sets.size(); ++k) order.emplace_back(diagrams.size(sets[k]), k);
  std::sort(order.begin(), order.end());
  Diagram all = diagrams.all();
  for (const auto& [size, k] : order) all &= sets[k];
  return all;
}

// Drops one concession after another unless no state is left that takes none of those dropped; what is left
// of the states takes the others, all of them.
OpeningSet least(const Bargain& bargain, Diagram left) {
  OpeningSet way;
  for (std::size_t w = 0; w < bargain.takes.size(); ++w) {
    Diagram without = left - bargain.takes[w];
    if (without.empty())
      way.waive.push_back(bargain.waivers[w]);
    else
      left = std::move(without);
  }
  way.opens = std::move(left);
  return way;
}

/// The states that take no less than a way does.
Diagram no_less(const Bargain& bargain, const OpeningSet& way, Diagram among) {
  for (std::size_t w = 0; w < bargain.takes.size(); ++w)
    if (std::find(way.waive.begin(), way.waive.end(), bargain.waivers[w]) != way.waive.end())
      among &= bargain.takes[w];
  return among;
}

}  // namespace

Bargain bargain(const Symbolic& engine) {
  const Model& model = engine.encoding().model();
  Bargain bargain;
  if (model.agreement) bargain.agreement = engine.all() & engine.encoding().where(model.agreement->when);
  bargain.consenting = model.consenting();
  std::vector<std::size_t> in_file_order(bargain.consenting.size());
  for (std::size_t k = 0; k < in_file_order.size(); ++k) in_file_order[k] = k;
  std::sort(in_file_order.begin(), in_file_order.end(),
            [&](std::size_t a, std::size_t b) { return bargain.consenting[a] < bargain.consenting[b]; });
  bargain.accepts.resize(bargain.consenting.size());
  for (const std::size_t k : in_file_order)
    bargain.accepts[k] = accepted(bargain, engine, bargain.consenting[k]);
  bargain.zone = bargain.agreement & smallest_first(engine.encoding().diagrams(), bargain.accepts);
  return bargain;
}

// A way is the takes of some state, minimal. Once found, all states that take no less are set aside: a state
// that is left takes none of the ways found so far in full, so that the least that it leads to is new.
Gap gap(const Bargain& bargain, const Diagrams& diagrams, std::size_t most) {
  Gap gap;
  const auto place = [&](const Waiver& c) {
    return std::find(bargain.waivers.begin(), bargain.waivers.end(), c);
  };
  for (Diagram left = bargain.agreement; !left.empty() && !diagrams.spent();) {
    gap.cut = gap.ways.size() == most;
    if (gap.cut) break;
    gap.ways.push_back(least(bargain, left));
    left -= no_less(bargain, gap.ways.back(), left);
  }
  std::sort(gap.ways.begin(), gap.ways.end(), [&](const OpeningSet& a, const OpeningSet& b) {
    if (a.waive.size() != b.waive.size()) return a.waive.size() < b.waive.size();
    return std::lexicographical_compare(a.waive.begin(), a.waive.end(), b.waive.begin(), b.waive.end(),
                                        [&](auto& c, auto& d) { return place(c) < place(d); });
  });
  return gap;
}

// The best for the first party, of those the best for the second, and so on, is efficient; what is no better
// for anyone than an efficient state is not, or is as good as it for all.
Frontier frontier(const Symbolic& engine, const Bargain& bargain, std::uint64_t most) {
  Frontier frontier;
  const Diagrams& diagrams = engine.encoding().diagrams();
  for (Diagram left = bargain.agreement; !left.empty() && !diagrams.spent();) {
    frontier.cut = frontier.points.size() == most;
    if (frontier.cut) break;
    Diagram best = left;
    Diagram no_better = left;
    for (const PartyId i : bargain.consenting) {
      RankBits value;
      for (const Diagram& bit : engine.rank(i).bits) {
        const Diagram with = best & bit;
        value.bits.push_back(with.empty() ? with : diagrams.all());
        if (!with.empty()) best = with;
      }
      no_better &= at_most(engine.rank(i), value);
    }
    frontier.efficient |= best;
    frontier.points.push_back(best);
    left -= no_better;
  }
  return frontier;
}

}  // namespace entente

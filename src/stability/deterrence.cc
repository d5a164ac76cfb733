// One state and one actor, looked at closely.
#include "stability/deterrence.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace entente {
namespace {

/// Whether u makes some of the changes from s to t and no other.
bool is_part(const Model& model, const States& states, StateId s, StateId t, StateId u) {
  const Word from = states[s];
  const Word to = states[t];
  for (std::size_t k = 0; k < model.options.size(); ++k) {
    const Word mask = states.layout().field(static_cast<OptionId>(k)).mask;
    if (((states[u] ^ from) & mask) != 0 && ((states[u] ^ to) & mask) != 0) return false;
  }
  return true;
}

}  // namespace

Deterrence::Deterrence(const Game& game, const Actor& actor, StateId at, Concept seen, std::uint64_t most)
    : game_(game),
      actor_(actor),
      ranks_(ranks_of(actor.members, game.ranks)),
      at_(at),
      seen_(seen),
      most_(most),
      own_(game, actor.movers, Steps::plain, Replies::legal, most),
      others_(game, game.model.movers_without(actor.members), answer_steps(seen), game.model.replies, most),
      escapes_(game, actor.movers, Steps::plain, Replies::legal, most) {
  assert(!actor.members.empty() && game.moves.size() == game.model.movers());
  std::vector<std::pair<StateId, GroupWalk::Node>> found;
  own_.search(at, [&](GroupWalk::Node node) {
    if (better(own_.state(node))) found.emplace_back(own_.state(node), node);
    return false;
  });
  // A state that several members can move into last is met more than once, nearest first.
  std::stable_sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.first < b.first; });
  found.erase(std::unique(found.begin(), found.end(), [](auto& a, auto& b) { return a.first == b.first; }),
              found.end());
  const auto changes = [&](StateId s) {
    std::size_t n = 0;
    for (MoverId m : actor_.movers) n += game_.moves[index(m)].changes(at_, s).size();
    return n;
  };
  std::vector<std::pair<std::size_t, std::size_t>> order;
  for (std::size_t k = 0; k < found.size(); ++k) order.emplace_back(changes(found[k].first), k);
  std::sort(order.begin(), order.end());
  for (const auto& [n, k] : order) {
    improvements_.push_back(found[k].first);
    nodes_.push_back(found[k].second);
  }
}

std::vector<AnswerStep> Deterrence::way_to(StateId improvement) const {
  const auto it = std::find(improvements_.begin(), improvements_.end(), improvement);
  return own_.steps_to(nodes_[static_cast<std::size_t>(it - improvements_.begin())]);
}

std::vector<StateId> Deterrence::lean(const States& states, std::size_t most) const {
  const auto as_good = [&](StateId u, StateId t) {
    return std::all_of(ranks_.begin(), ranks_.end(), [&](const Ranks* r) { return (*r)[u] >= (*r)[t]; });
  };
  std::vector<StateId> lean;
  for (StateId t : improvements_) {
    if (lean.size() >= most) break;
    // A part that is not lean has a lean part that is as good.
    if (std::none_of(lean.begin(), lean.end(),
                     [&](StateId u) { return as_good(u, t) && is_part(game_.model, states, at_, t, u); }))
      lean.push_back(t);
  }
  return lean;
}

bool Deterrence::better(StateId s) const {
  return all_prefer(ranks_, s, at_);
}

bool Deterrence::deters(StateId s2) {
  if (better(s2)) return false;
  return !row(seen_).symmetric ||
         !escapes_.search(s2, [&](GroupWalk::Node n) { return better(escapes_.state(n)); });
}

std::optional<std::vector<AnswerStep>> Deterrence::answer(StateId improvement) {
  if (!has_answers(seen_)) return std::nullopt;
  const auto node = others_.search(improvement, [&](GroupWalk::Node n) { return deters(others_.state(n)); });
  return node ? std::optional(others_.steps_to(*node)) : std::nullopt;
}

std::optional<StateId> Deterrence::undeterred() {
  const auto it =
      std::find_if(improvements_.begin(), improvements_.end(), [&](StateId s) { return !answer(s); });
  return it == improvements_.end() ? std::nullopt : std::optional(*it);
}

std::pair<Rank, PartyId> Deterrence::least_gain(StateId s) const {
  std::pair<Rank, PartyId> least{UINT32_MAX, actor_.members.front()};
  for (PartyId i : actor_.members) {
    const Ranks& r = game_.ranks[index(i)];
    const Rank gain = r[s] > r[at_] ? r[s] - r[at_] : 0;
    if (gain < least.first) least = {gain, i};
  }
  return least;
}

Shortfall Deterrence::shortfall(StateId improvement) {
  Rank least = least_gain(improvement).first;
  assert(least > 0);  // of a joint improvement
  Shortfall best{false, {}, improvement, least_gain(improvement).second, {}};
  if (!has_answers(seen_)) return best;
  GroupWalk walk(game_, game_.model.movers_without(actor_.members), answer_steps(seen_), game_.model.replies,
                 most_);
  std::optional<GroupWalk::Node> end;
  walk.search(improvement, [&](GroupWalk::Node n) {
    best.answers = true;
    const Rank gain = least_gain(walk.state(n)).first;
    if (gain >= least) return false;
    least = gain;
    end = n;
    return least == 0;
  });
  if (!end) return best;
  best.steps = walk.steps_to(*end);
  best.end = walk.state(*end);
  best.nearest = least_gain(best.end).second;
  if (least > 0) return best;
  if (const auto escape = escapes_.search(best.end, [&](auto n) { return better(escapes_.state(n)); }))
    best.escape = escapes_.steps_to(*escape);
  return best;
}

bool Deterrence::gave_up() const {
  return own_.gave_up() || others_.gave_up() || escapes_.gave_up();
}

}  // namespace entente

// A variant of a case in short, and the case as written made such a variant.
#include "whatif/premises.h"

#include <algorithm>
#include <array>

#include "text/decimal.h"

namespace entente {
namespace {

casefile::String text(std::string value, Place at) {
  std::vector<std::uint32_t> origin(value.size() + 1, at.begin);
  return {std::move(value), at, std::move(origin)};
}

casefile::Preference statement(const casefile::Preference& written, const Premises::Statement& now) {
  casefile::Preference p = written;
  if (now.reversed && p.statement) p.statement = text("not (" + p.statement->value + ")", p.statement->at);
  if (p.demand) p.demand->value = now.demand;
  if (p.equal) p.equal->value = now.equal;
  if (p.strong) p.strong->value = now.strong;
  if (p.weight && now.weight != Scale::as_written) p.weight->value = scaled(p.weight->value, now.weight);
  return p;
}

Preference statement(const Preference& plain, const Premises::Statement& now, Conditions& conditions) {
  Preference p = plain;
  p.demand = now.demand;
  p.equal = now.equal;
  p.strong = now.strong;
  p.weight = scaled(plain.weight, now.weight);
  if (!now.reversed) return p;
  p.statement = conditions.negation(plain.statement);
  p.where_agreed = where_agreed(conditions, p.agreed, p.statement);
  p.text = "not (" + plain.text + ")";
  return p;
}

void change(casefile::Option& option, const Premises::Course& now) {
  constexpr std::array<const char*, 4> words = {"free", "forward", "backward", "fixed"};
  if (now.any_time) option.when.reset();
  if (!now.moves) return;
  const Place at = option.moves ? option.moves->at : option.at;
  option.moves = casefile::Moves{.word = text(words.at(static_cast<std::size_t>(*now.moves)), at), .at = at};
}

/// A list of moves without those that are closed; where all are the first stays, but `close`d so that it is
/// never met: a list of none would be no list.
template <class Move, class Close>
std::vector<Move> ways(const std::vector<Move>& all, const Premises::Ways& now, const Close& close) {
  std::vector<Move> left;
  if (now.unlisted) return left;
  for (std::size_t n = 0; n < all.size(); ++n)
    if (!now.closed[n]) left.push_back(all[n]);
  if (!left.empty() || all.empty()) return left;
  left.push_back(all.front());
  close(left.front());
  return left;
}

void change(casefile::Placed<casefile::Strings>& ranking, const Premises::Ranking& now) {
  casefile::Strings changed;
  const std::vector<std::string> all = tests(ranking.value, now);
  for (std::size_t p = 0; p < all.size(); ++p) {
    const casefile::String& written = ranking.value[now[p][0]];
    changed.push_back(all[p] == written.value ? written : text(all[p], ranking.at));
  }
  ranking.value = std::move(changed);
}

}  // namespace

std::optional<std::size_t> Premises::find(PartyId party, std::size_t number) const {
  const std::vector<Statement>& all = parties[index(party)];
  const auto it =
      std::find_if(all.begin(), all.end(), [&](const Statement& s) { return s.number == number; });
  return it == all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - all.begin()));
}

void Premises::drop(std::size_t party, std::size_t place) {
  std::vector<Statement>& all = parties[party];
  if (place + 1 < all.size() && all[place + 1].equal) all[place + 1].equal = all[place].equal;
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(place));
}

Premises premises(const Model& model) {
  Premises all{
      {}, std::vector<Premises::Course>(model.options.size()), std::vector<bool>(model.rules.size(), true)};
  for (const Party& party : model.parties) {
    std::vector<Premises::Statement>& own = all.parties.emplace_back();
    for (std::size_t n = 0; n < party.preferences.size(); ++n)
      own.push_back({static_cast<std::uint32_t>(n), false, party.preferences[n].demand, Scale::as_written,
                     party.preferences[n].equal, party.preferences[n].strong});
    Premises::Ranking& ranking = all.rankings.emplace_back();
    for (std::size_t n = 0; n < party.ranking.size(); ++n) ranking.push_back({static_cast<std::uint32_t>(n)});
    all.ways.push_back({std::vector<bool>(party.moves.size(), false)});
  }
  return all;
}

namespace {

/// The classes written before one that stand below it now.
std::vector<std::uint32_t> below(const Premises::Ranking& now, std::size_t place, std::uint32_t of) {
  std::vector<std::uint32_t> all;
  for (std::size_t p = place + 1; p < now.size(); ++p)
    for (const std::uint32_t c : now[p])
      if (c < of) all.push_back(c);
  std::sort(all.begin(), all.end());
  return all;
}

std::string in_parentheses(const std::string& formula) {
  return "(" + formula + ")";
}

std::vector<RankClass> ranking(const std::vector<RankClass>& plain, const Premises::Ranking& now,
                               Conditions& conditions) {
  std::vector<std::string> texts;
  for (const RankClass& c : plain) texts.push_back(c.text);
  texts = tests(texts, now);
  std::vector<RankClass> all;
  for (std::size_t p = 0; p < now.size(); ++p) {
    std::vector<ConditionId> any;
    for (const std::uint32_t c : now[p]) {
      std::vector<ConditionId> both = {plain[c].condition};
      for (const std::uint32_t b : below(now, p, c)) both.push_back(conditions.negation(plain[b].condition));
      any.push_back(both.size() == 1 ? both[0]
                                     : conditions.add({.kind = Condition::Kind::conjunction, .of = both}));
    }
    all.push_back(
        {any.size() == 1 ? any[0] : conditions.add({.kind = Condition::Kind::disjunction, .of = any}),
         texts[p]});
  }
  return all;
}

}  // namespace

std::vector<std::string> tests(const std::vector<std::string>& written, const Premises::Ranking& now) {
  std::vector<std::string> all;
  for (std::size_t p = 0; p < now.size(); ++p) {
    std::string text;
    for (const std::uint32_t c : now[p]) {
      const std::vector<std::uint32_t> others = below(now, p, c);
      std::string one = others.empty() && now[p].size() == 1 ? written[c] : in_parentheses(written[c]);
      for (const std::uint32_t b : others) one += " and not " + in_parentheses(written[b]);
      text +=
          (text.empty() ? "" : " or ") + (others.empty() || now[p].size() == 1 ? one : in_parentheses(one));
    }
    all.push_back(std::move(text));
  }
  return all;
}

std::vector<std::string> tests(const casefile::Strings& written, const Premises::Ranking& now) {
  std::vector<std::string> texts;
  for (const casefile::String& test : written) texts.push_back(test.value);
  return tests(texts, now);
}

casefile::Case with(const casefile::Case& written, const Premises& premises) {
  casefile::Case changed = written;
  std::size_t option = 0;
  for (std::size_t i = 0; i < changed.parties.size(); ++i) {
    casefile::Party& party = changed.parties[i];
    party.preferences.clear();
    for (const Premises::Statement& s : premises.parties[i])
      party.preferences.push_back(statement(written.parties[i].preferences[s.number], s));
    for (casefile::Option& o : party.options) change(o, premises.options[option++]);
    party.moves = ways(written.parties[i].moves, premises.ways[i], [](casefile::Move& first) {
      if (first.from) first.from = text("false", first.from->at);
    });
    if (party.ranking) change(*party.ranking, premises.rankings[i]);
  }
  for (casefile::Joint& joint : changed.joints) change(joint, premises.options[option++]);
  changed.rules.clear();
  for (std::size_t r = 0; r < written.rules.size(); ++r)
    if (premises.rules[r]) changed.rules.push_back(written.rules[r]);
  return changed;
}

Model with(const Model& plain, const Premises& premises) {
  Model changed = plain;
  for (std::size_t i = 0; i < changed.parties.size(); ++i) {
    std::vector<Preference>& own = changed.parties[i].preferences;
    own.clear();
    for (const Premises::Statement& s : premises.parties[i])
      own.push_back(statement(plain.parties[i].preferences[s.number], s, changed.conditions));
    changed.parties[i].ranking = ranking(plain.parties[i].ranking, premises.rankings[i], changed.conditions);
    changed.parties[i].moves = ways(plain.parties[i].moves, premises.ways[i], [&](ListedMove& first) {
      first.from = changed.conditions.constant(false);
      first.from_text = "false";
    });
    changed.parties[i].weighted = plain.parties[i].weighted && !own.empty();
  }
  for (std::size_t o = 0; o < changed.options.size(); ++o) {
    if (premises.options[o].any_time) changed.options[o].when.reset();
    if (premises.options[o].moves) changed.options[o].moves = {.kind = *premises.options[o].moves};
  }
  changed.rules.clear();
  for (std::size_t r = 0; r < plain.rules.size(); ++r)
    if (premises.rules[r]) changed.rules.push_back(plain.rules[r]);
  return changed;
}

std::string scaled(const std::string& weight, Scale by) {
  const std::optional<Decimal> number = decimal(weight);
  if (!number || by == Scale::as_written) return weight;
  return written(scaled(*number, by));
}

Decimal scaled(const Decimal& weight, Scale by) {
  if (by == Scale::as_written || weight.digits.empty()) return weight;
  return {weight.negative, product_of_digits(weight.digits, by == Scale::heavier ? "12" : "8"),
          weight.exponent - 1};
}

}  // namespace entente

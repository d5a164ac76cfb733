// Which settlements are liked alike by all, and what is said of them.
#include "pictures/spots.h"

#include <algorithm>

#include "view/state_ids.h"
#include "words/english.h"

namespace entente {

bool Spot::by_all() const {
  return std::find(accepted.begin(), accepted.end(), false) == accepted.end();
}
bool Spot::by_none() const {
  return std::find(accepted.begin(), accepted.end(), true) == accepted.end();
}

Spots::Spots(const Pictured& of)
    : of_(of), s_(of.analysis.settlement()), parties_(s_.consenting), best_(recommended_settlements(of)) {
  for (const PartyId i : parties_) scales_.push_back(scale(i));
  s_.agreement.for_each([&](StateId s) { gather(s); });
}

/// The ranks that occur among the settlements and today, ascending.
std::vector<Rank> Spots::scale(PartyId i) const {
  const Ranks& ranks = of_.analysis.ranks()[index(i)];
  std::vector<Rank> all = {ranks[of_.analysis.status_quo()]};
  s_.agreement.for_each([&](StateId s) { all.push_back(ranks[s]); });
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Spots::Place Spots::place(StateId s) const {
  Place at;
  for (std::size_t k = 0; k < parties_.size(); ++k) {
    const Rank rank = of_.analysis.ranks()[index(parties_[k])][s];
    at.push_back(static_cast<std::size_t>(std::lower_bound(scales_[k].begin(), scales_[k].end(), rank) -
                                          scales_[k].begin()));
  }
  return at;
}

void Spots::gather(StateId s) {
  Spot& spot = spots_[place(s)];
  spot.states.push_back(s);
  spot.recommended = spot.recommended || best_.contains(s);
  spot.frontier = spot.frontier || s_.efficient.contains(s);
  spot.accepted.resize(parties_.size());
  for (std::size_t k = 0; k < parties_.size(); ++k)
    spot.accepted[k] = spot.accepted[k] || s_.accepts[k].contains(s);
}

double Spots::height(std::size_t k, const Place& at) const {
  return static_cast<double>(at[k]) / std::max<double>(1, static_cast<double>(scales_[k].size()) - 1);
}

StateId Spots::state_of(const Spot& spot) const {
  const auto best =
      std::find_if(spot.states.begin(), spot.states.end(), [&](StateId s) { return best_.contains(s); });
  return best == spot.states.end() ? spot.states.front() : *best;
}

std::vector<const Spots::Place*> Spots::first(std::size_t most) const {
  std::vector<const Place*> all;
  for (const auto& [at, spot] : spots_) all.push_back(&at);
  const auto less = [&](const Place* at) {
    const Spot& spot = spots_.at(*at);
    return spot.recommended ? 0 : spot.by_all() ? 1 : spot.frontier ? 2 : 3;
  };
  std::stable_sort(all.begin(), all.end(), [&](const Place* a, const Place* b) { return less(a) < less(b); });
  all.resize(std::min(all.size(), most));
  return all;
}

std::string Spots::name(const Spot& spot) const {
  const States& states = of_.analysis.states();
  const StateId s = state_of(spot);
  const NamedState* const id = named_state(of_.model(), states.layout(), states[s]);
  if (id == nullptr) return short_name(of_, s);
  const StateSet elsewhere = (where(of_.model().conditions, id->at, states) & s_.agreement) - here(spot);
  return elsewhere.empty() ? short_name(of_, s) : number_words(s);
}

StateSet Spots::here(const Spot& spot) const {
  StateSet all(of_.analysis.states().size());
  for (const StateId s : spot.states) all.insert(s);
  return all;
}

Count Spots::count(const Spot& spot) const {
  return counted_once(of_.model(), of_.analysis.states(), here(spot));
}

std::string Spots::words(const Spot& spot) const {
  std::vector<std::string> who;
  for (std::size_t k = 0; k < parties_.size(); ++k)
    if (spot.accepted[k]) who.push_back(of_.voice.name(parties_[k]));
  return counted(count(spot), "settlement") + ", accepted by " + (who.empty() ? "none" : listed(who)) +
         (spot.recommended ? "; recommended" : "") +
         ". One of them, against today: " + otherwise(of_, state_of(spot));
}

std::string Spots::told(const Spot& spot) const {
  const Count others = count(spot) - 1;
  return name(spot) + ": " + otherwise(of_, state_of(spot)) + "." +
         (others == 0 ? "" : " In the same place: " + counted(others, "other settlement") + ".");
}

std::string Spots::told() const {
  const auto once = [&](const StateSet& states) {
    return counted_once(of_.model(), of_.analysis.states(), states);
  };
  return capitalised(counted(once(s_.agreement), "settlement")) + "; " + none_or(once(s_.zone)) +
         " accepted by all.";
}

double put_key(Svg& svg, const Spots& spots, const std::vector<const Spots::Place*>& named, double y,
               double width) {
  constexpr double margin = 20;
  constexpr double small = 11;
  constexpr std::size_t most_lines = 12;
  y += line_of(small);
  svg.text(margin, y,
           "Named above, by what is otherwise than today:", {Svg::Anchor::start, true, false, small});
  for (const Spots::Place* at : named) {
    y += line_of(small);
    const std::size_t lines = svg.paragraph(margin, y, spots.told(spots.all().at(*at)), width - 2 * margin,
                                            most_lines, {Svg::Anchor::start, false, false, small});
    y += line_of(small) * static_cast<double>(lines - 1);
  }
  return y + 6;
}

}  // namespace entente

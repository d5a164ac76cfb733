// What two or more parties could do together: at the status quo, where the dispute rests, and to a
// settlement.
#include <algorithm>

#include "brief/brief_sections.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::size_t most_gains = 2;  // told of one place
constexpr std::size_t most_ways = 4;   // to a settlement

/// "Ontario's ministry modifies its order and Uniroyal accepts it"
std::string done_together(const Telling& t, const GainSeen& gain, Word from) {
  return listed(changes_words(t.voice, t.view.layout(), from, gain.to));
}

/// The gains that take more than one party alone.
std::vector<GainSeen> shared(const GainsSeen& gains) {
  std::vector<GainSeen> all;
  for (const GainSeen& gain : gains.gains)
    if (!gain.alone) all.push_back(gain);
  return all;
}

/// "Japan and Russia, if Japan sends Abe to Sochi and Russia sends Putin to Tokyo"; at most so many.
std::string gains_words(const Telling& t, const GainsSeen& gains) {
  const std::vector<GainSeen> told = shared(gains);
  const std::size_t limit = t.in_full ? SIZE_MAX : most_gains;
  std::vector<std::string> all;
  for (std::size_t k = 0; k < std::min(limit, told.size()); ++k)
    all.push_back(t.voice.names(told[k].coalition) + ", if " + done_together(t, told[k], gains.at));
  if (told.size() > limit)
    all.push_back(counted(told.size() - limit, "other coalition") + ", which --long names");
  return listed(all);
}

bool leads_to_settlement(const Telling& t, const GainsSeen& gains) {
  const SettlementSeen* s = t.view.settlement();
  return s != nullptr && s->agreement->contains(shared(gains).front().to);
}

/// Why a gain for each of them together takes concessions step by step; empty where it takes none.
std::string bridge(const Telling& t, Word to) {
  const PriceSeen price = t.view.price(t.view.only(to));
  if (!price.decided || price.concessions.value_or(0) == 0) return {};
  return " Step by step, whoever takes the steps, the way there takes " +
         counted(*price.concessions, "concession") + " at least.";
}

/// What kind of settlement the first gain leads to, if to one.
std::string arrival(const Telling& t, const GainsSeen& gains) {
  const SettlementSeen* s = t.view.settlement();
  if (!leads_to_settlement(t, gains)) return {};
  const Word to = shared(gains).front().to;
  for (std::size_t way = 0; way < std::max<std::size_t>(s->gap.size(), 1); ++way)
    if (const auto h = t.view.holding(way); h && h->holds && h->holds->contains(to))
      return " That is a settlement, and it holds." + bridge(t, to);
  return " That is a settlement." + bridge(t, to);
}

void tell_place(const Telling& t, const GainsSeen& gains, const std::string& place) {
  if (shared(gains).empty() || !(t.in_full || leads_to_settlement(t, gains))) return;
  t.sheet.item("-", capitalised(place) + " these would each gain, and nobody else could take it back: " +
                        gains_words(t, gains) + "." + arrival(t, gains));
}

bool would_leave(const GainsSeen& gains) {
  return !shared(gains).empty();
}

/// Whether what is recommended of one way is among what a coalition could leave, where not all is.
std::string recommended_or_not(const Telling& t, std::size_t way) {
  const Set best = t.view.holding(way)->recommended;
  const std::vector<GainsSeen>& asked = t.view.coalitions()->settlements[way];
  const bool among = std::any_of(asked.begin(), asked.end(), [&](const GainsSeen& gains) {
    return would_leave(gains) && best && best->contains(gains.at);
  });
  return among ? ", the recommended among them," : ", not the recommended,";
}

/// Of the settlements of one way that hold, of which a coalition could leave some: which, and who.
std::string left_by_some(const Telling& t, std::size_t way) {
  const std::vector<GainsSeen>& asked = t.view.coalitions()->settlements[way];
  const GainsSeen& first = *std::find_if(asked.begin(), asked.end(), would_leave);
  const std::string by = " could be left, for a gain that lasts, by " + gains_words(t, first) + ".";
  if (asked.size() == 1) return capitalised(target_words(t, way)) + by;
  const auto n = static_cast<std::uint64_t>(std::count_if(asked.begin(), asked.end(), would_leave));
  const bool all = asked.size() == t.view.holding(way)->holds->count();
  const bool several = t.view.settlement()->gap.size() > 1;
  return "Of the " + counted(asked.size(), "settlement") + (all ? "" : " looked at") + " that hold" +
         (several ? " under " + std::to_string(way + 1) : "") + ", " +
         (n == asked.size() ? "each" : in_words(n) + recommended_or_not(t, way)) + by;
}

void tell_left(const Telling& t) {
  const std::vector<std::vector<GainsSeen>>& all = t.view.coalitions()->settlements;
  for (std::size_t k = 0; k < std::min(all.size(), t.most(most_ways)); ++k)
    if (std::any_of(all[k].begin(), all[k].end(), would_leave)) t.sheet.item("-", left_by_some(t, k));
}

/// Which settlements no coalition could gain by leaving.
std::vector<std::string> kept_to(const Telling& t) {
  const std::vector<std::vector<GainsSeen>>& all = t.view.coalitions()->settlements;
  const auto whole = [](const GainsSeen& gains) { return gains.complete; };
  std::vector<std::string> firm, firm_so_far, said;
  for (std::size_t k = 0; k < std::min(all.size(), t.most(most_ways)); ++k)
    if (!all[k].empty() && std::none_of(all[k].begin(), all[k].end(), would_leave))
      (std::all_of(all[k].begin(), all[k].end(), whole) ? firm : firm_so_far).push_back(target_words(t, k));
  if (firm.size() > 1 && !t.in_full)
    said.push_back(
        "No coalition has a gain that lasts from leaving the settlements recommended under these " +
        in_words(firm.size()) + " openings.");
  else if (!firm.empty())
    said.push_back("No coalition has a gain that lasts from leaving " + listed(firm, "or") + ".");
  if (!firm_so_far.empty())
    said.push_back("Of the coalitions that were looked at none has a gain that lasts from leaving " +
                   listed(firm_so_far, "or") + ".");
  return said;
}

bool anything(const CoalitionsSeen& facts) {
  const auto asked = [](const auto& some) { return !some.empty(); };
  return would_leave(facts.now) || (facts.rest && would_leave(*facts.rest)) ||
         std::any_of(facts.settlements.begin(), facts.settlements.end(), asked);
}

}  // namespace

void tell_coalitions(const Telling& t) {
  const CoalitionsSeen* found = t.view.coalitions();
  if (t.view.model().parties.size() < 2 || found == nullptr) return;
  const CoalitionsSeen& facts = *found;
  Sheet own{Face{}};
  const Telling items{t.view, t.voice, own, t.in_full, t.rests, t.linked};
  tell_place(items, facts.now, "at present");
  if (facts.rest) tell_place(items, *facts.rest, "where it rests");
  tell_left(items);
  if (own.blocks().empty() && !t.in_full) {
    for (const std::string& line : kept_to(t)) t.sheet.paragraph(line);
    return;
  }
  t.sheet.heading("What two or more could do together");
  if (!anything(facts))
    return t.sheet.paragraph(std::string("Nothing ") + (all_coalitions(facts) ? "" : "that was found ") +
                             "that would be a gain for each of them and that no answer takes back.");
  t.sheet.paragraph("Those who act together are taken to keep to what they agreed.");
  for (const Block& block : own.blocks()) t.sheet.item(block.mark, block.text);
  for (const std::string& line : kept_to(t)) t.sheet.item("-", line);
}

}  // namespace entente

// Situations in words.
#include "report/situation.h"

#include <algorithm>

#include "report/english.h"

namespace entente {
namespace {

std::string pattern_cell(const Voice& voice, const Pattern& pattern, OptionId option) {
  const std::size_t o = index(option);
  if (pattern.free[o]) return "-";
  std::vector<std::string> all;
  for (Value v : pattern.values[o]) all.push_back(voice.does(Course{option, v}));
  return listed(all, "or");
}

}  // namespace

std::string situation(const Voice& voice, const Layout& layout, Word word) {
  std::string text;
  for (PartyId i : voice.model().party_ids())
    if (const std::vector<Course> courses = voice.courses(i, layout, word); !courses.empty())
      text += (text.empty() ? "" : " ") + sentence(capitalised(voice.clause(courses)));
  return text;
}

Table pattern_table(const Voice& voice, const Pattern& pattern) {
  Table table{{{}}};
  table.rows.clear();
  for (PartyId i : voice.model().party_ids()) {
    std::string row;
    for (OptionId o : voice.model()[i].options) row += (row.empty() ? "" : " | ") + pattern_cell(voice, pattern, o);
    if (!row.empty()) table.rows.push_back({capitalised(voice.name(i)), row});
  }
  return table;
}

void show_patterns(Page& page, const Analysis& analysis, const Voice& voice, const StateSet& set, std::size_t most) {
  const std::vector<Pattern> all = patterns(analysis.model(), analysis.states(), set);
  for (std::size_t k = 0; k < std::min(most, all.size()); ++k) {
    if (all.size() > 1) {
      const std::string mark = std::to_string(k + 1) + ")";
      page.paragraph(mark + " " + counted(all[k].covers.count(), "situation"), 2);
    }
    page.rows(pattern_table(voice, all[k]), all.size() > 1 ? 5 : 2);
  }
  if (all.size() > most) page.paragraph("and " + counted(all.size() - most, "more pattern") + " (--long shows all).", 2);
}

std::string holdings(const Voice& voice, const std::vector<std::optional<PartyId>>& holders) {
  const std::vector<Stake>& stakes = voice.model().stakes;
  std::string text;
  const auto held = [&](std::optional<PartyId> by) {
    std::vector<std::string> things;
    for (std::size_t k = 0; k < stakes.size(); ++k)
      if (holders[k] == by) things.push_back(plain(stakes[k].name).empty() ? stakes[k].id : plain(stakes[k].name));
    return things;
  };
  const auto add = [&](const std::string& who, const std::vector<std::string>& things) {
    if (!things.empty()) text += (text.empty() ? "" : "; ") + who + " " + listed(things);
  };
  for (PartyId i : voice.model().party_ids())
    add(voice.name(i) + " " + voice.verb(i, "holds", "hold"), held(i));
  return text;  // what nobody has is not spoken of
}

std::string holdings(const Voice& voice, const Layout& layout, Word word) {
  std::vector<std::optional<PartyId>> holders;
  for (const Stake& stake : voice.model().stakes) holders.push_back(holder(voice.model(), stake, layout, word));
  return holdings(voice, holders);
}

std::string division_words(const Voice& voice, const Division& division) {
  if (!division.holders.empty()) return holdings(voice, division.holders);
  std::string text;
  for (PartyId i : voice.model().party_ids()) {
    std::vector<Course> courses;
    for (const Course& c : division.settled)
      if (voice.model()[c.first].party == i) courses.push_back(c);
    if (!courses.empty()) text += (text.empty() ? "" : "; ") + voice.clause(courses);
  }
  return text;
}

std::string move_words(const Analysis& analysis, const Voice& voice, PartyId party, StateId from, StateId to) {
  return voice.clause(voice.changes(party, analysis.states().layout(), analysis.states()[from], analysis.states()[to]));
}

}  // namespace entente

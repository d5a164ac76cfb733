// Situations in words.
#include "report/situation.h"

#include <algorithm>

#include "report/english.h"

namespace entente {
namespace {

/// A row of more options than this leaves out those that do not matter.
constexpr std::size_t most_with_dashes = 8;

/// Whether an option takes each of its values.
bool any(const Model& model, const OptionValues& values, OptionId option) {
  return values[index(option)].size() == model[option].values.size();
}

std::string pattern_cell(const Voice& voice, const OptionValues& values, OptionId option) {
  if (any(voice.model(), values, option)) return "-";
  std::vector<std::string> all;
  for (Value v : values[index(option)]) all.push_back(voice.does(Course{option, v}));
  return listed(all, "or");
}

/// The names of the stakes for which a test holds.
template <class Test>
std::vector<std::string> held(const Model& model, Test test) {
  std::vector<std::string> things;
  for (std::size_t k = 0; k < model.stakes.size(); ++k) {
    const std::string name = plain(model.stakes[k].name);
    if (test(k)) things.push_back(name.empty() ? model.stakes[k].id : name);
  }
  return things;
}

/// "; Japan holds Shikotan and the Habomais"; nothing where there are no things.
void add(std::string& text, const Voice& voice, PartyId who, std::pair<const char*, const char*> verb,
         const std::vector<std::string>& things) {
  if (things.empty()) return;
  text += (text.empty() ? "" : "; ") + voice.name(who) + " " + voice.verb(who, verb.first, verb.second) +
          " " + listed(things);
}

}  // namespace

Holders holders(const Model& model, const Layout& layout, Word word) {
  Holders all;
  for (const Stake& stake : model.stakes) all.push_back(holder(model, stake, layout, word));
  return all;
}

std::string situation(const Voice& voice, const Layout& layout, Word word) {
  std::string text;
  for (PartyId i : voice.model().party_ids())
    if (const std::vector<Course> courses = voice.courses(i, layout, word); !courses.empty())
      text += (text.empty() ? "" : " ") + sentence(capitalised(voice.clause(courses)));
  return text;
}

Table pattern_table(const Voice& voice, const OptionValues& values) {
  Table table{{{}}};
  table.rows.clear();
  for (PartyId i : voice.model().party_ids()) {
    const std::vector<OptionId>& own = voice.model()[i].options;
    const bool free =
        std::all_of(own.begin(), own.end(), [&](OptionId o) { return any(voice.model(), values, o); });
    std::string row;
    for (OptionId o : own)
      if (own.size() <= most_with_dashes || !any(voice.model(), values, o))
        row += (row.empty() ? "" : " | ") + pattern_cell(voice, values, o);
    if (!own.empty()) table.rows.push_back({capitalised(voice.name(i)), free ? "whatever it does" : row});
  }
  return table;
}

// A party is free in one option but not in all.
bool has_dash(const Model& model, const OptionValues& values) {
  return std::any_of(model.parties.begin(), model.parties.end(), [&](const Party& party) {
    const auto free = [&](OptionId o) { return any(model, values, o); };
    return party.options.size() <= most_with_dashes &&
           std::any_of(party.options.begin(), party.options.end(), free) &&
           !std::all_of(party.options.begin(), party.options.end(), free);
  });
}

void show_patterns(Page& page, const Analysis& analysis, const Voice& voice, const StateSet& set,
                   const Showing& how) {
  const std::vector<Pattern> all = patterns(analysis.model(), analysis.states(), set);
  bool dashes = false;
  for (std::size_t k = 0; k < std::min(how.most, all.size()); ++k) {
    if (all.size() > 1)
      page.paragraph(std::to_string(k + 1) + ") " + counted(all[k].covers.count(), "situation"), how.indent);
    page.rows(pattern_table(voice, all[k].values), how.indent + (all.size() > 1 ? 3 : 0));
    dashes = dashes || has_dash(voice.model(), all[k].values);
  }
  if (all.size() > how.most)
    page.paragraph("and " + counted(all.size() - how.most, "more pattern") + how.elsewhere + ".", how.indent);
  std::uint64_t covered = 0;
  for (const Pattern& pattern : all) covered += pattern.covers.count();
  if (covered > set.count()) page.paragraph("(Some situations are in more than one of these.)", how.indent);
  if (dashes) page.paragraph("(A dash: any of its courses.)", how.indent);
}

std::string holdings(const Voice& voice, const Layout& layout, Word word) {
  const Holders now = holders(voice.model(), layout, word);
  std::string text;
  for (PartyId i : voice.model().party_ids())
    add(text, voice, i, {"holds", "hold"}, held(voice.model(), [&](std::size_t k) { return now[k] == i; }));
  return text;  // what nobody has is not spoken of
}

std::string transfers(const Voice& voice, const Holders& now, const Holders& then) {
  std::string text;
  const Model& model = voice.model();
  for (PartyId i : model.party_ids()) {
    add(text, voice, i, {"gets", "get"},
        held(model, [&](std::size_t k) { return then[k] == i && now[k] != i; }));
    add(text, voice, i, {"keeps", "keep"},
        held(model, [&](std::size_t k) { return then[k] == i && now[k] == i; }));
    const auto lost = [&](std::size_t k) { return !then[k] && now[k] == i; };
    add(text, voice, i, {"gives up", "give up"}, held(model, lost));
  }
  return text.empty() ? "nobody gets anything" : text;
}

std::string division_words(const Analysis& analysis, const Voice& voice, const Division& division) {
  const Word now = analysis.states()[analysis.status_quo()];
  if (!division.holders.empty())
    return transfers(voice, holders(voice.model(), analysis.states().layout(), now), division.holders);
  std::string text;
  for (PartyId i : voice.model().party_ids()) {
    std::vector<Course> courses;
    for (const Course& c : division.settled)
      if (voice.model()[c.first].party == i) courses.push_back(c);
    if (!courses.empty()) text += (text.empty() ? "" : "; ") + voice.clause(courses);
  }
  return text;
}

std::string move_words(const Analysis& analysis, const Voice& voice, PartyId party, StateId from,
                       StateId to) {
  return voice.clause(
      voice.changes(party, analysis.states().layout(), analysis.states()[from], analysis.states()[to]));
}

}  // namespace entente

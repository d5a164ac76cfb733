// A set of states as patterns in option form.
#include "brief/patterns_text.h"

#include <algorithm>

#include "words/english.h"

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

}  // namespace

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

void show_patterns(Sheet& page, const Analysis& analysis, const Voice& voice, const StateSet& set,
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

}  // namespace entente

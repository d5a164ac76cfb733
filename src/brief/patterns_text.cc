// A set of states as patterns in option form.
#include "brief/patterns_text.h"

#include <algorithm>

#include "view/state_ids.h"
#include "words/english.h"
#include "words/situation.h"

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
  for (MoverId i : voice.model().mover_ids()) {
    const std::vector<OptionId>& own = voice.model().options_of(i);
    const bool free =
        std::all_of(own.begin(), own.end(), [&](OptionId o) { return any(voice.model(), values, o); });
    std::string row;
    for (OptionId o : own)
      if (own.size() <= most_with_dashes || !any(voice.model(), values, o))
        row += (row.empty() ? "" : " | ") + pattern_cell(voice, values, o);
    if (!own.empty())
      table.rows.push_back(
          {capitalised(voice.name(i)),
           free ? (voice.model().is_group(i) ? "whatever they do" : "whatever it does") : row});
  }
  return table;
}

// A mover is free in one option but not in all.
bool has_dash(const Model& model, const OptionValues& values) {
  const std::vector<MoverId> movers = model.mover_ids();
  return std::any_of(movers.begin(), movers.end(), [&](MoverId mover) {
    const std::vector<OptionId>& own = model.options_of(mover);
    const auto free = [&](OptionId o) { return any(model, values, o); };
    return own.size() <= most_with_dashes && std::any_of(own.begin(), own.end(), free) &&
           !std::all_of(own.begin(), own.end(), free);
  });
}

namespace {

void show_unnamed(Sheet& sheet, const Voice& voice, const Set& set, const Showing& how) {
  const std::optional<ShownPatterns> found = set ? set->patterns(how.most) : std::nullopt;
  if (!found) return sheet.paragraph("What they have in common was not found out.", how.indent);
  const std::vector<ShownPattern>& few = found->few;
  const std::size_t all = found->all.value_or(few.size());
  const bool more = all > few.size() || !found->all;
  bool dashes = false;
  for (std::size_t k = 0; k < few.size(); ++k) {
    if (all > 1 || more)
      sheet.paragraph(std::to_string(k + 1) + ") " + counted(few[k].states, "situation"), how.indent);
    sheet.rows(pattern_table(voice, few[k].values), how.indent + (all > 1 || more ? 3 : 0));
    dashes = dashes || has_dash(voice.model(), few[k].values);
  }
  if (more)
    sheet.paragraph("and " + (found->all ? counted(all - few.size(), "more pattern") : "more patterns") +
                        how.elsewhere + ".",
                    how.indent);
  if (found->overlapping) sheet.paragraph("(Some situations are in more than one of these.)", how.indent);
  if (dashes) sheet.paragraph("(A dash: any of its courses.)", how.indent);
}

/// `s9 "the plant is gone"`; of a class of which some situations are not meant, how many are.
std::string part_words(const NamedPart& part) {
  if (part.whole()) return id_words(*part.state);
  return in_words(part.here->count()) + " of the " + in_words(part.all) + " situations of " +
         id_words(*part.state);
}

/// Its courses too, where they are one pattern.
void show_part(Sheet& sheet, const Voice& voice, const NamedPart& part, const std::string& mark,
               unsigned indent) {
  sheet.paragraph(mark + part_words(part), indent);
  const std::optional<ShownPatterns> found = part.here->patterns(1);
  if (!found || found->all != 1U) return;
  sheet.rows(pattern_table(voice, found->few[0].values), indent + 3);
}

}  // namespace

void show_patterns(Sheet& sheet, const View& view, const Voice& voice, const Set& set, const Showing& how) {
  if (view.model().named_states.empty()) return show_unnamed(sheet, voice, set, how);
  const std::optional<AsNamed> named = as_named(view, set);
  if (!named || named->parts.empty()) return show_unnamed(sheet, voice, set, how);
  const std::size_t shown = std::min(how.most, named->parts.size());
  const bool alone = named->parts.size() == 1 && named->others->empty();
  for (std::size_t k = 0; k < shown; ++k)
    show_part(sheet, voice, named->parts[k], alone ? "" : std::to_string(k + 1) + ") ", how.indent);
  if (shown < named->parts.size())
    sheet.paragraph(
        "and " + counted(named->parts.size() - shown, "more state") + " with an id" + how.elsewhere + ".",
        how.indent);
  if (named->others->empty()) return;
  sheet.paragraph("Those without an id:", how.indent);
  show_unnamed(sheet, voice, named->others, how);
}

}  // namespace entente

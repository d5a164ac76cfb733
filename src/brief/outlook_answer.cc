// The outlook: where the dispute is heading, where it rests, and the order of the equilibria; for people, and
// as JSON.
#include <algorithm>

#include "brief/outlook_answer.h"

#include "brief/patterns_text.h"
#include "view/state_ids.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/situation.h"
#include "words/undecided_words.h"

namespace entente {
namespace {

constexpr std::size_t most_moves = 12;

struct OutlookTelling {
  const View& view;
  const Voice& voice;
  Sheet& sheet;
  const OutlookSeen& outlook;
  Concept seen;

  std::string number(Word word) const { return grouped(view.number(word)); }
  /// "5", or `5 (s5 "the deadlock")`.
  std::string numbered(Word word) const {
    const std::string id = id_words(view.model(), view.layout(), word);
    return number(word) + (id.empty() ? "" : " (" + id + ")");
  }
};

void tell_moves(const OutlookTelling& t) {
  if (!t.outlook.moves)
    return show_patterns(t.sheet, t.view, t.voice,
                         t.view.without(t.outlook.heading, t.view.only(t.view.status_quo())),
                         {shown_patterns});
  const std::vector<WordStep>& moves = *t.outlook.moves;
  for (std::size_t k = 0; k < std::min(moves.size(), most_moves); ++k)
    t.sheet.item("-", "from " + t.numbered(moves[k].from) + " to " + t.numbered(moves[k].to) + ": " +
                          sentence(move_words(t.voice, t.view.layout(), moves[k])));
  if (moves.size() > most_moves)
    t.sheet.item("-",
                 "and " + counted(moves.size() - most_moves, "other step") + " (--json has the situations).");
}

void tell_heading_of(const OutlookTelling& t) {
  t.sheet.heading("Heading");
  const Count others = counted_once(t.view, t.outlook.heading) - 1;
  const std::string present = "situation " + t.number(t.view.status_quo()) +
                              id_behind(t.view.model(), t.view.layout(), t.view.status_quo());
  if (t.outlook.heading->count() == 1)
    return t.sheet.paragraph(t.outlook.heading_decided
                                 ? "The present, " + present + ", lasts."
                                 : "Where the present, " + present + ", leads was not decided.");
  t.sheet.paragraph("From the present, " + present + ", improvements that nothing deters lead to " +
                    (t.outlook.heading_decided ? "" : "at least ") + counted(others, "other situation") +
                    ":");
  tell_moves(t);
}

void tell_resting(const OutlookTelling& t) {
  t.sheet.heading("Resting");
  if (!t.outlook.resting) return t.sheet.paragraph("Where it comes to rest was not decided.");
  if (t.outlook.resting->empty()) t.sheet.paragraph("It comes to rest nowhere on this way.");
  show_patterns(t.sheet, t.view, t.voice, t.outlook.resting, {shown_patterns});
}

/// How many equilibria no way leads to; those that are a class of a state are one.
std::optional<Count> unreachable_once(const OutlookTelling& t) {
  if (t.view.model().named_states.empty() || !t.outlook.unreachable) return t.outlook.unreachable;
  Set left = t.view.stable_for_all(t.seen);
  for (const ReachedSeen& reached : t.outlook.order) left = t.view.without(left, reached.equilibria);
  return left ? std::optional(counted_once(t.view, left)) : t.outlook.unreachable;
}

void tell_order(const OutlookTelling& t) {
  t.sheet.heading("All situations that nobody would leave, by the fewest concessions of a path there");
  for (const ReachedSeen& reached : t.outlook.order) {
    t.sheet.gap();
    t.sheet.paragraph("With " + counted(reached.concessions, "concession") + ": " +
                      counted(counted_once(t.view, reached.equilibria), "situation") + ".");
    show_patterns(t.sheet, t.view, t.voice, reached.equilibria, {shown_patterns});
  }
  if (!t.outlook.order_decided)
    return t.sheet.paragraph(t.outlook.order.empty() ? "Which there are was not decided."
                                                     : "Which others there are was not decided.");
  if (const std::optional<Count> unreachable = unreachable_once(t); unreachable.value_or(0) > 0)
    t.sheet.paragraph("No path leads to " + counted(*unreachable, "other stable situation") + ".");
}

/// [{"state", "concessions"}] by state; null where they are not all known.
Json equilibria_json(const View& view, const OutlookSeen& outlook) {
  constexpr std::size_t few = 1000;
  if (!outlook.order_decided) return nullptr;
  std::vector<std::pair<Word, std::uint32_t>> all;
  for (const ReachedSeen& reached : outlook.order) {
    if (view.states() == nullptr && reached.equilibria->count() > few) return nullptr;
    for (const Word word : reached.equilibria->first(SIZE_MAX)) all.emplace_back(word, reached.concessions);
  }
  std::sort(all.begin(), all.end());
  Json json = Json::array();
  for (const auto& [word, concessions] : all)
    json.push_back({{"state", number_json(view, word)}, {"concessions", concessions}});
  return json;
}

/// What only a view that lists no state has, or one whose work was ended.
void put_bounds(Json& json, const View& view, const OutlookSeen& outlook) {
  if (view.states() != nullptr && outlook.heading_decided && outlook.order_decided) return;
  Json order = Json::array();
  for (const ReachedSeen& reached : outlook.order) {
    Json one = {{"concessions", reached.concessions}, {"count", size_json(reached.equilibria)}};
    one["first"] = Json::array();
    for (const Word word : reached.equilibria->first(10)) one["first"].push_back(number_json(view, word));
    one["patterns"] = patterns_json(view, reached.equilibria);
    order.push_back(one);
  }
  json["order"] = order;
  json["heading_complete"] = outlook.heading_decided;
  json["order_complete"] = outlook.order_decided;
}

}  // namespace

std::string outlook_text(const View& view, const Face& face, Concept seen) {
  const Voice voice(view.model());
  Sheet sheet(face);
  const OutlookTelling t{view, voice, sheet, view.outlook(seen), seen};
  sheet.paragraph("Under " + full_name(seen) + " (a situation is stable where " + explained(seen) + "):");
  tell_heading_of(t);
  tell_resting(t);
  tell_order(t);
  return sheet.text() + undecided_words(view);
}

Json outlook_json(const View& view, Concept seen) {
  const OutlookSeen& outlook = view.outlook(seen);
  Json json = {{"concept", id(seen)}};
  put_set(json, "heading", view, outlook.heading);
  if (!outlook.heading_decided) json["heading"] = nullptr;
  put_set(json, "resting", view, outlook.resting);
  json["equilibria"] = equilibria_json(view, outlook);
  json["unreachable"] = outlook.unreachable ? count_json(*outlook.unreachable) : Json(nullptr);
  put_bounds(json, view, outlook);
  return json;
}

void tell_concepts(Sheet& sheet) {
  sheet.heading("The kinds of stability");
  sheet.paragraph(
      "A situation is stable for a party if nothing makes the party leave it; what could depends on how far "
      "it looks ahead:");
  for (const Concept c : concepts) sheet.item("-", both_names(c) + ": " + explained(c) + ".");
}

}  // namespace entente

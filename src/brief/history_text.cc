// The history: for people, and as JSON.
#include "brief/history_text.h"

#include <array>

#include "brief/case_json.h"
#include "view/state_ids.h"
#include "words/citation.h"
#include "words/english.h"
#include "words/history_words.h"
#include "words/situation.h"

namespace entente {
namespace {

struct Chronicle {
  const Analysis& analysis;
  const Voice& voice;
  const History& history;
  Sheet& sheet;
  Citing citing;

  const Model& model() const { return analysis.model(); }
  const Layout& layout() const { return analysis.states().layout(); }
};

std::string numbered(const Chronicle& c, Word word) {
  const std::optional<StateId> s = c.analysis.states().find(word);
  return s ? "situation " + grouped(number(*s)) + id_behind(c.model(), c.layout(), word)
           : "a situation that breaks a rule of the case";
}

/// "Japan keeps its sanctions; Russia offers no island. That is situation 81."
void tell_change(const Chronicle& c, const PastEvent& past) {
  if (past.before == past.after) return c.sheet.paragraph("Nobody's course in this case changes.", 5);
  std::string text;
  for (const MoverId i : c.model().mover_ids())
    if (const std::vector<Course> own = c.voice.changes(i, c.layout(), past.before, past.after); !own.empty())
      text += (text.empty() ? "" : "; ") + c.voice.clause(own);
  c.sheet.paragraph(sentence(capitalised(text)) + " That is " + numbered(c, past.after) + ".", 5);
}

void tell_doing(const Chronicle& c, const Doing& doing, bool joint) {
  std::string text = kind_words(c.voice, doing.party, doing.kind) +
                     (joint && doing.kind != StepKind::neutral ? " by what they did together" : "");
  if (doing.undated != doing.kind) {
    const char* kinds[] = {"a gain", "all the same", "a concession"};
    text += std::string(", by statements that hold for a time only; without them it is ") +
            kinds[static_cast<std::size_t>(doing.undated)];
  }
  c.sheet.paragraph(
      sentence(capitalised(text)) + " " +
          (joint && !c.model().is_group(doing.mover)
               ? "With nobody else moving, " + sentence(stability_words(c.voice, c.history, doing))
               : sentence(capitalised(stability_words(c.voice, c.history, doing)))),
      5);
}

void tell_event(const Chronicle& c, std::size_t k) {
  const Event& event = c.model().events[k];
  const PastEvent& past = c.history.events[k];
  const std::string mark = std::to_string(k + 1) + ".";
  c.sheet.item(mark, long_date(event.date) + ": " + sentence(plain(event.what)) + " " +
                         cited(c.model(), event.grounds, c.citing));
  tell_change(c, past);
  for (const Doing& doing : past.doings) tell_doing(c, doing, past.doings.size() > 1);
  if (past.doings.empty() && past.before != past.after) c.sheet.paragraph("It is told as nobody's doing.", 5);
}

void tell_surprises(const Chronicle& c) {
  bool headed = false;
  for (std::size_t k = 0; k < c.history.events.size(); ++k)
    for (const Doing& doing : c.history.events[k].doings) {
      if (doing.kind == StepKind::improvement) continue;
      if (!headed) c.sheet.heading("What the model would not have expected");
      headed = true;
      const Event& event = c.model().events[k];
      c.sheet.item("-", long_date(event.date) + ": " +
                            doing_words(c.voice, c.layout(), c.history, k, doing.mover) + " - " +
                            kind_words(c.voice, doing.party, doing.kind) + " " +
                            cited(c.model(), event.grounds, c.citing) + ".");
    }
}

}  // namespace

void tell_history(Sheet& sheet, const Analysis& analysis, const History& all, Citing citing) {
  const Voice voice(analysis.model());
  const Chronicle c{analysis, voice, all, sheet, citing};
  sheet.heading("Before the first event");
  sheet.paragraph(situation(voice, c.layout(), all.events[0].before));
  sheet.paragraph("That is " + numbered(c, all.events[0].before) + ".");
  sheet.heading("The events");
  for (std::size_t k = 0; k < all.events.size(); ++k) tell_event(c, k);
  tell_surprises(c);
  sheet.heading("How the past fits");
  const std::vector<std::string> lines = past_fits(voice, c.layout(), all, SIZE_MAX);
  for (const std::string& line : lines) sheet.paragraph(line);
  if (lines.empty()) sheet.paragraph("No event is a move: none that is a party's doing changes anything.");
}

std::string history_text(const Analysis& analysis, const History& history, const Face& face) {
  Sheet sheet(face);
  if (analysis.model().events.empty())
    sheet.paragraph("The case has no history: it lists no event up to its date.");
  else
    tell_history(sheet, analysis, history, Citing::full);
  return sheet.text();
}

namespace {

Json place_json(const Analysis& analysis, Word word) {
  const std::optional<StateId> s = analysis.states().find(word);
  return {{"state", s ? Json(number(*s)) : Json(nullptr)},
          {"options", state_json(analysis.model(), analysis.states().layout(), word)}};
}

Json doing_json(const Model& model, const Doing& doing) {
  Json stable = nullptr;
  if (doing.stable)
    for (const Concept c : concepts)
      stable[std::string(id(c))] = doing.stable->at(static_cast<std::size_t>(c));
  Json json = {{"party", model[doing.party].id}};
  if (model.is_group(doing.mover)) json.update(mover_json(model, doing.mover));
  json["kind"] = kind_id(doing.kind);
  json["kind_undated"] = kind_id(doing.undated);
  json["stable_before"] = stable;
  return json;
}

Json event_json(const Analysis& analysis, const Event& event, const PastEvent& past) {
  const Model& model = analysis.model();
  Json by = Json::array();
  for (const PartyId party : event.by) by.push_back(model[party].id);
  Json sets = Json::object();
  for (const auto& [o, value] : event.sets) sets[model.reference(o)] = model[o].values[value];
  Json json = {{"date", iso(event.date)}, {"what", event.what}, {"by", by}, {"sets", sets}};
  json["evidence"] = evidence_ids(model, event.grounds.evidence);
  json["doubted_by"] = evidence_ids(model, event.grounds.doubted_by);
  if (event.grounds.draft) json["draft"] = true;
  json.update(place_json(analysis, past.after));
  json["moves"] = Json::array();
  for (const Doing& doing : past.doings) json["moves"].push_back(doing_json(model, doing));
  return json;
}

/// The ids of the states of the history, by number.
Json ids_json(const Analysis& analysis, const History& all, Word start) {
  Json ids = Json::object();
  const auto put = [&](Word word) {
    const std::optional<StateId> s = analysis.states().find(word);
    const NamedState* const named = named_state(analysis.model(), analysis.states().layout(), word);
    if (s && named != nullptr) ids[std::to_string(number(*s))] = named->id;
  };
  put(start);
  for (const PastEvent& event : all.events) put(event.after);
  return ids;
}

}  // namespace

Json score_json(const PastScore& score) {
  return {{"moves", score.moves},
          {"expected", score.expected},
          {"expected_undated", score.undated},
          {"dated", score.dated}};
}

Json history_json(const Analysis& analysis, const History& all) {
  const Model& model = analysis.model();
  Json events = Json::array();
  for (std::size_t k = 0; k < all.events.size(); ++k)
    events.push_back(event_json(analysis, model.events[k], all.events[k]));
  const Word start = all.events.empty() ? analysis.states()[analysis.status_quo()] : all.events[0].before;
  Json json = {{"start", place_json(analysis, start)}, {"events", events}, {"score", score_json(all.score)}};
  if (!model.named_states.empty()) json["ids"] = ids_json(analysis, all, start);
  return json;
}

}  // namespace entente

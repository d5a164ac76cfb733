// The brief: its head and its sections in order; and all of it as JSON.
#include "brief/brief_text.h"

#include "brief/brief_sections.h"
#include "brief/case_json.h"
#include "brief/history_text.h"
#include "brief/outlook_answer.h"
#include "brief/path_answer.h"
#include "brief/patterns_text.h"
#include "brief/robust.h"
#include "brief/settle_answer.h"
#include "view/state_ids.h"
#include "words/english.h"
#include "words/undecided_words.h"

namespace entente {
std::string brief_title(const Model& model) {
  const std::string name = plain(model.title);
  const std::string date = model.date ? long_date(*model.date) : "";
  return date.empty() || name.find(date) != std::string::npos ? name : name + ", " + date;
}

std::string choices_words(const Voice& voice) {
  const Model& model = voice.model();
  const std::string parties = model.parties.size() > few_parties
                                  ? grouped(model.parties.size()) + " parties"
                                  : capitalised(voice.names(model.party_ids()));
  const bool one = model.parties.size() == 1 && voice.verb(PartyId{0}, "s", "") == "s";
  return parties + (one ? " has " : " have ") + counted(model.options.size(), "choice") + " to make";
}

namespace {

std::string size_of(const Telling& t) {
  const Count states = situations_once(t.view);
  return choices_words(t.voice) + "; " + counted(states, "situation") +
         (states == 1 ? " is possible" : " are possible") +
         (t.view.states() != nullptr
              ? "."
              : ", too many to look at one by one: they are looked at together, in decision diagrams.");
}

void tell_briefly(const Telling& t) {
  for (const std::string& line : briefly(t).lines) t.sheet.item("-", line, 0);
}

}  // namespace

void tell_standing(const Telling& t) {
  t.sheet.heading("Where it stands");
  const Word now = t.view.status_quo();
  const std::string held = t.view.model().stakes.empty()
                               ? ""
                               : " " + sentence(capitalised(holdings(t.voice, t.view.layout(), now)));
  if (t.view.model().parties.size() <= few_parties)
    return t.sheet.paragraph(situation(t.voice, t.view.layout(), now) + held);
  OptionValues values;
  for (std::size_t k = 0; k < t.view.model().options.size(); ++k)
    values.push_back({t.view.layout().value(now, static_cast<OptionId>(k))});
  t.sheet.rows(pattern_table(t.voice, values));
  t.sheet.paragraph(held);
}

std::string short_text(const View& view, const Face& face, const Rests* rests) {
  const Voice voice(view.model());
  Sheet sheet(face);
  sheet.heading(brief_title(view.model()));
  tell_briefly({view, voice, sheet, false, rests});
  return sheet.text() + undecided_words(view);
}

std::string brief_text(const View& view, const Face& face, bool in_full, const Rests* rests,
                       const std::string& closed) {
  const Voice voice(view.model());
  Sheet sheet(face);
  const Telling t{view, voice, sheet, in_full, rests, false, closed};
  sheet.heading(brief_title(view.model()));
  if (in_full) sheet.paragraph(plain(view.model().summary));
  sheet.paragraph(size_of(t));
  if (!in_full) sheet.paragraph(brackets_words(view.model()));
  sheet.gap();
  tell_briefly(t);
  tell_standing(t);
  tell_heading(t);
  tell_deterrence(t);
  tell_settlement(t);
  tell_way(t);
  tell_coalitions(t);
  tell_past(t);
  tell_evidence(t);
  tell_left_out(t);
  return sheet.text() + undecided_words(view);
}

namespace {

class Writer {
 public:
  explicit Writer(const View& view) : view_(view), model_(view.model()) {}

  // What is quick comes before what may spend the budget.
  Json all(const Rests* rests) {
    Json json = {{"schema", analysis_schema},
                 {"case", case_json(model_, count_json(view_.situations()))},
                 {"status_quo", place(view_.status_quo())}};
    json["short"] = in_short(rests && view_.whole() ? rests : nullptr);
    json["verdicts"] = verdicts();
    json["outlook"] = outlook();
    json["rest"] = rest();
    json["settlement"] = settle_json(view_);
    json["way"] = way();
    json["coalitions"] = coalitions();
    json["history"] = past();
    json["equilibria"] = equilibria();
    put_grounds(json, model_);
    json["rests_on"] =
        rests && view_.whole() ? resting_json(rests->variants, rests->robustness) : Json(nullptr);
    json["not_analysed"] = not_analysed(json);
    if (view_.states() == nullptr || !view_.whole())
      json["engine"] = view_.states() != nullptr ? "explicit" : "symbolic";
    return with_ids(std::move(json), view_);
  }

 private:
  Json in_short(const Rests* rests) const {
    const Voice voice(model_);
    Sheet sheet{Face{}};
    const Briefly told = briefly({view_, voice, sheet, false, rests});
    Json json = {{"lines", told.lines}};
    json["weakest"] = told.weakest.empty() ? Json(nullptr) : Json(told.weakest);
    return json;
  }

  Json party(PartyId i) const { return model_[i].id; }
  Json parties(const std::vector<PartyId>& some) const {
    Json all = Json::array();
    for (const PartyId i : some) all.push_back(party(i));
    return all;
  }

  /// A state with what holds in it.
  Json place(Word at) const {
    Json json = {{"state", number_json(view_, at)}, {"options", state_json(model_, view_.layout(), at)}};
    if (!model_.stakes.empty()) json["holders"] = holders_json(model_, view_.layout(), at);
    Json stable = Json::object();
    for (Concept c : concepts)
      for (MoverId i : model_.mover_ids())
        stable[std::string(id(c))][model_.id(i)] = verdict_json(view_.verdict(c, i, at));
    json["stable"] = stable;
    return json;
  }

  /// The number under `key`; where it is not known null, and its bounds under `bounds`, `key`.
  static void put_tally(Json& json, Json& bounds, const std::string& key, const Tally& tally) {
    json[key] = tally.decided() ? count_json(tally.least) : Json(nullptr);
    if (!tally.decided()) bounds[key] = {count_json(tally.least), count_json(tally.most)};
  }

  Json verdicts_of(Concept c) const {
    Json json = {{"stable", Json::object()}};
    Json stable = Json::object();
    Json bounds = Json::object();
    for (const MoverId i : model_.mover_ids())
      put_tally(json["stable"], stable, model_.id(i), view_.stable(c, i));
    if (!stable.empty()) bounds["stable"] = stable;
    put_tally(json, bounds, "equilibria", view_.equilibria(c));
    if (!bounds.empty()) json["bounds"] = bounds;
    return json;
  }

  /// How many states are stable: {concept: {"stable": {mover: n}, "equilibria": n}}.
  Json verdicts() const {
    Json json = Json::object();
    for (Concept c : concepts) json[std::string(id(c))] = verdicts_of(c);
    return json;
  }

  Json move(const WordStep& step) const {
    Json json = mover_json(model_, step.mover);
    json["from"] = number_json(view_, step.from);
    json["to"] = number_json(view_, step.to);
    return json;
  }
  Json moves(const std::vector<WordStep>& steps) const {
    Json all = Json::array();
    for (const WordStep& step : steps) all.push_back(move(step));
    return all;
  }

  Json outlook() const {
    Json json = outlook_json(view_, Concept::seq);
    const RestSeen* rest = view_.rest();
    json["road"] = rest != nullptr ? moves(rest->road) : Json(nullptr);
    json["resting_patterns"] = patterns_json(view_, view_.outlook(Concept::seq).resting);
    return json;
  }

  Json rest() const {
    const RestSeen* rest = view_.rest();
    if (rest == nullptr || !rest->rests) return nullptr;
    Json json = place(rest->at);
    json["departures"] = Json::array();
    for (const std::vector<DepartureSeen>& own : rest->departures)
      for (const DepartureSeen& d : own) json["departures"].push_back(departure(d));
    if (rest->warning)
      json["if_nobody_minds"] = {{"endings", numbers(view_, rest->warning->endings)},
                                 {"began", parties(rest->warning->began)},
                                 {"worse", parties(rest->warning->worse)}};
    return json;
  }

  Json departure(const DepartureSeen& d) const {
    Json json = move(d.move);
    json["answer"] = d.answer ? moves(*d.answer) : Json(nullptr);
    return json;
  }

  Json way() const {
    const SettlementSeen* s = view_.settlement();
    if (s != nullptr && s->agreement->empty()) return nullptr;
    const Set target = view_.recommended_first();
    const WayFound found =
        view_.way({.to = target || s == nullptr ? target : s->agreement, .deadline = model_.deadline()});
    Json json = Json::object();
    put_set(json, "target", view_, target);
    json["path"] = path_json(view_, found, {.deadline = model_.deadline()});
    if (found.way && found.way->schedule) json["latest_start"] = iso(found.way->schedule->latest);
    json["concessions_by_division"] = prices(s);
    return json;
  }

  /// The fewest concessions of a way to each division; null where no way leads there.
  Json prices(const SettlementSeen* s) const {
    if (s == nullptr || !s->divisions) return nullptr;
    Json costs = Json::array();
    for (const DivisionSeen& d : *s->divisions) {
      const PriceSeen price = view_.price(d.states);
      if (!price.decided) return nullptr;
      costs.push_back(price.concessions ? Json(*price.concessions) : Json(nullptr));
    }
    return costs;
  }

  Json past() const {
    if (model_.events.empty() || view_.states() == nullptr) return nullptr;
    return score_json(history(model_, *view_.states()).score);
  }

  Json equilibria() const {
    Json json = Json::object();
    for (Concept c : concepts) json[std::string(id(c))] = patterns_json(view_, view_.stable_for_all(c));
    return json;
  }

  Json coalitions() const {
    const CoalitionsSeen* found = view_.coalitions();
    if (found == nullptr) return nullptr;
    Json settlements = Json::array();
    for (const std::vector<GainsSeen>& of_way : found->settlements) {
      Json all = Json::array();
      for (const GainsSeen& gains : of_way) all.push_back(joint(gains));
      settlements.push_back(all);
    }
    Json json = {{"status_quo", joint(found->now)}};
    json["rest"] = found->rest ? joint(*found->rest) : Json(nullptr);
    json["settlements"] = settlements;
    return json;
  }

  Json joint(const GainsSeen& gains) const {
    Json all = Json::array();
    for (const GainSeen& gain : gains.gains)
      all.push_back({{"coalition", parties(gain.coalition)},
                     {"to", number_json(view_, gain.to)},
                     {"steps", moves(gain.steps)},
                     {"alone", gain.alone}});
    return {{"state", number_json(view_, gains.at)}, {"complete", gains.complete}, {"gains", all}};
  }

  /// What is null because it was not looked at.
  Json not_analysed(const Json& json) const {
    Json all = Json::array();
    const auto add = [&](const char* name, bool left_out) {
      if (left_out) all.push_back(name);
    };
    add("robustness", json["rests_on"].is_null());
    add("rest", view_.rest() == nullptr);
    add("road", json["outlook"]["road"].is_null());
    add("divisions", json["settlement"]["divisions"].is_null());
    add("coalitions", json["coalitions"].is_null());
    add("every_coalition", view_.coalitions() != nullptr && !all_coalitions(*view_.coalitions()));
    add("settlement", !model_.agreement);
    add("history", json["history"].is_null() && !model_.events.empty());
    return all;
  }

  const View& view_;
  const Model& model_;
};

}  // namespace

Json brief_json(const View& view, const Rests* rests) {
  return Writer(view).all(rests);
}

}  // namespace entente

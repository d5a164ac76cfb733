// The settlements: for people, and as JSON.
#include "brief/settle_answer.h"

#include <fmt/format.h>

#include "brief/patterns_text.h"
#include "view/state_ids.h"
#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/settle_words.h"
#include "words/undecided_words.h"

namespace entente {
namespace {

struct SettleTelling {
  const View& view;
  const Voice& voice;
  Sheet& sheet;
  const SettlementSeen& found;
};

Table accepted(const SettleTelling& t) {
  const Model& model = t.view.model();
  Table table{{{"party", "accepts", "conditions"}}, {1}};
  for (std::size_t k = 0; k < t.found.consenting.size(); ++k) {
    std::string conditions;
    for (std::size_t d : demands_in_force(model, t.found.consenting[k])) {
      const Preference& p = model[t.found.consenting[k]].preferences[d];
      conditions += (conditions.empty() ? "" : "; ") + demanded(t.voice, t.found.consenting[k], p) + " " +
                    cited(model, p.grounds);
    }
    table.rows.push_back({capitalised(t.voice.name(t.found.consenting[k])),
                          grouped(counted_once(t.view, t.found.accepts[k])),
                          conditions.empty() ? "to be no worse off than today"
                                             : conditions + "; and to be no worse off than today"});
  }
  return table;
}

void tell_recommended(const SettleTelling& t) {
  t.sheet.heading("Recommended");
  const std::optional<HoldingSeen> held = t.view.holding(std::size_t{0});
  t.sheet.paragraph(holding_words(t.view, t.voice, held, t.found.zone, t.found.recommended));
  const Set first = t.view.recommended_first();
  const Set& best = first ? first : t.found.recommended;
  t.sheet.paragraph("Among those that all accept" + (first ? among_words(*held, " and that ") : "") +
                    ", this asks for the smallest greatest sacrifice of a party:");
  show_patterns(t.sheet, t.view, t.voice, best, {shown_patterns});
  if (!t.view.model().stakes.empty())
    t.sheet.paragraph(sentence(capitalised(shared_holdings(t.view, t.voice, best))));
}

void tell_openings_in_full(const SettleTelling& t) {
  t.sheet.heading("The gap: the least that would have to give way");
  const std::vector<OpeningSeen>& gap = t.found.gap;
  for (std::size_t k = 0; k < gap.size(); ++k) {
    const std::optional<HoldingSeen> held = t.view.holding(k);
    const std::string holds = holding_words(t.view, t.voice, held, gap[k].opens, gap[k].recommended);
    t.sheet.item(std::to_string(k + 1) + ".",
                 opening_words(t.view, t.voice, gap[k], held) + (holds.empty() ? "" : " " + holds));
    show_patterns(t.sheet, t.view, t.voice, best_of(gap[k], held), {.most = 2, .indent = 5});
  }
  if (t.found.gap_cut) t.sheet.paragraph("And more.");
}

/// A reader follows no more of them.
constexpr std::size_t most_divisions_told = 64;

void tell_each_division(const SettleTelling& t) {
  if (!t.found.divisions) return;
  const Model& model = t.view.model();
  t.sheet.heading(model.stakes.empty() ? "What each kind of settlement takes" : "What each division takes");
  const Holders now = holders(model, t.view.layout(), t.view.status_quo());
  const std::vector<DivisionSeen>& all = *t.found.divisions;
  for (std::size_t k = 0; k < std::min(all.size(), most_divisions_told); ++k) {
    std::vector<std::string> ways;
    for (const OpeningSeen& o : all[k].openings) ways.push_back(waivers_words(t.voice, o.waive));
    t.sheet.item("-",
                 sentence(capitalised(division_words(t.voice, now, all[k])) + ": " + listed(ways, "or")));
  }
  if (all.size() > most_divisions_told)
    t.sheet.paragraph(grouped(all.size() - most_divisions_told) + " more are told with --json.", 2);
}

constexpr std::string_view name(Measure m) {
  return std::array{"Nash", "Kalai-Smorodinsky", "Egalitarian", "Utilitarian"}[slot(m)];
}

/// Why there are no cardinal solutions.
std::string no_cardinal_words(const View& view, const Voice& voice) {
  const std::vector<PartyId> without = without_weights(view.model());
  if (without.empty()) return "It was not found out which settlements are the best by weights.";
  return fmt::format(
      "The wishes of {} have no weights, so no settlement is told to be the best by Nash's measure or by "
      "others that add up what wishes weigh.",
      voice.names(without));
}

/// "of what each could gain at most, 62% for Japan and 64% for Russia".
std::string shares_words(const SettleTelling& t, const CardinalSeen& best) {
  std::vector<std::string> all;
  for (std::size_t k = 0; k < best.shares.size(); ++k) {
    const std::string& party = t.voice.name(t.found.consenting[k]);
    all.push_back(best.shares[k] ? fmt::format("{}% for {}", *best.shares[k], party)
                                 : fmt::format("nothing for {}, who could gain nothing", party));
  }
  return (best.alike ? "of what each could gain at most, "
                     : "in the first of these, of what each could gain at most, ") +
         listed(all);
}

/// Whether two sets are known to be one; they may be too large to be listed.
bool same(const View& view, const Set& a, const Set& b) {
  if (a->count() != b->count()) return false;
  const Set both = view.both(a, b);
  return both && both->count() == a->count();
}

/// The cardinal solutions, those that are the same together.
void tell_best_by_weights(const SettleTelling& t) {
  const auto* best = t.view.cardinal();
  const std::vector<PartyId> without = without_weights(t.view.model());
  if (best == nullptr && without.size() == t.found.consenting.size()) return;
  t.sheet.heading("The best by weights");
  if (best == nullptr) return t.sheet.paragraph(no_cardinal_words(t.view, t.voice));
  if ((*best)[0].states->empty())
    return t.sheet.paragraph(
        "In every settlement the weights of the wishes that hold come to less than today for some party "
        "whose consent it takes, so none is the best of those where they do not.");
  t.sheet.paragraph(
      "The weights of a party's wishes that hold, added up, are its score. These are the best of the "
      "settlements where no party whose consent it takes scores less than today, conditions aside.");
  std::array<bool, measures.size()> told{};
  for (const Measure m : measures) {
    if (told[slot(m)]) continue;
    std::vector<std::string> names;
    for (const Measure other : measures) {
      if (!same(t.view, (*best)[slot(other)].states, (*best)[slot(m)].states)) continue;
      told[slot(other)] = true;
      names.emplace_back(name(other));
    }
    t.sheet.item("-", sentence(listed(names) + ": " + shares_words(t, (*best)[slot(m)])));
    show_patterns(t.sheet, t.view, t.voice, (*best)[slot(m)].states, {.most = 2, .indent = 5});
  }
  t.sheet.paragraph(
      "Nash: the most parties gain and, of such settlements, the product of their gains is largest. "
      "Kalai-Smorodinsky: the least share of what a party could gain is largest. Egalitarian: the least gain "
      "is "
      "largest. Utilitarian: the sum of the scores is largest. The last two set weights of different parties "
      "against each other, which means something only where these are in one unit. Mixtures of settlements "
      "are not looked at.");
}

std::string sizes_words(const View& view, const SettlementSeen& s) {
  const Count n = counted_once(view, s.agreement);
  const Count zone = counted_once(view, s.zone);
  std::string text = capitalised(counted(n, "situation")) +
                     (n == 1 ? " is a settlement" : " are settlements") + (s.efficient ? "; " : ", and ") +
                     none_or(zone) + (zone <= 1 ? " is" : " are") + " accepted by all";
  if (s.efficient) {
    const Count efficient = counted_once(view, s.efficient);
    text += ", and " + none_or(efficient) + (efficient == 1 ? " is" : " are") +
            " such that, for those whose consent it takes, no other is better for one and worse for none";
  }
  return text + ".";
}

Json opening_json(const View& view, const OpeningSeen& opening) {
  Json json = {{"waive", waivers_json(view.model(), opening.waive)}, {"opens", size_json(opening.opens)}};
  put_set(json, "recommended", view, opening.recommended);
  return json;
}

/// The openings of the gap, and which of what they open holds.
Json gap_json(const View& view, const SettlementSeen& s) {
  Json all = Json::array();
  for (std::size_t k = 0; k < s.gap.size(); ++k) {
    const std::optional<HoldingSeen> held = view.holding(k);
    Json json = opening_json(view, s.gap[k]);
    json["resting"] = size_json(held ? held->rests : nullptr);
    json["holding"] = size_json(held ? held->holds : nullptr);
    put_set(json, "recommended_holding", view, held ? held->recommended : nullptr);
    all.push_back(json);
  }
  return all;
}

Json division_json(const View& view, const DivisionSeen& division) {
  const Model& model = view.model();
  Json parts = Json::object();
  for (std::size_t k = 0; k < division.holders.size(); ++k)
    parts[model.stakes[k].id] = division.holders[k] ? Json(model[*division.holders[k]].id) : Json(nullptr);
  for (const auto& [option, value] : division.settled)
    parts[model.reference(option)] = model[option].values[value];
  Json openings = Json::array();
  for (const OpeningSeen& opening : division.openings) openings.push_back(opening_json(view, opening));
  return {{division.holders.empty() ? "settled" : "holders", parts},
          {"states", size_json(division.states)},
          {"openings", openings}};
}

/// Who has what in the recommended settlements; null where they are too many.
Json recommended_holders(const View& view, const Set& recommended) {
  constexpr std::size_t few = 1000;
  if (!recommended || (view.states() == nullptr && recommended->count() > few)) return nullptr;
  Json all = Json::array();
  for (const Word word : recommended->first(SIZE_MAX))
    all.push_back(
        {{"state", number_json(view, word)}, {"holders", holders_json(view.model(), view.layout(), word)}});
  return all;
}

Json divisions_json(const View& view, const SettlementSeen& s) {
  if (!s.divisions) return nullptr;
  Json all = Json::array();
  for (const DivisionSeen& division : *s.divisions) all.push_back(division_json(view, division));
  return all;
}

/// The settlements of the zone that last and that rest, by concept, and the best of them.
void put_holding(Json& json, const View& view, const SettlementSeen& s) {
  Json holds = Json::object();
  Json rests = Json::object();
  for (const Concept c : concepts) {
    const std::string name(id(c));
    put_set(holds, name.c_str(), view, view.lasting_zone(c));
    put_set(rests, name.c_str(), view, view.both(s.zone, view.stable_for_all(c)));
  }
  json["holds"] = holds;
  json["rests"] = rests;
  const std::optional<HoldingSeen> held = s.zone->empty() ? std::nullopt : view.holding(std::size_t{0});
  put_set(json, "recommended_holding", view, held ? held->recommended : s.zone->empty() ? s.zone : nullptr);
}

/// The settlements that are the best by each measure, and what each party gains in the first of them.
void put_cardinal(Json& json, const View& view) {
  json["cardinal"] = nullptr;
  const auto* best = view.cardinal();
  if (best == nullptr) {
    json["no_cardinal"] = no_cardinal_words(view, Voice(view.model()));
    return;
  }
  Json all = Json::object();
  Json shares = Json::object();
  for (const Measure m : measures) {
    put_set(all, id(m).data(), view, (*best)[slot(m)].states);
    Json& one = shares[id(m)] = Json::object();
    for (std::size_t k = 0; k < (*best)[slot(m)].shares.size(); ++k) {
      const Share& share = (*best)[slot(m)].shares[k];
      one[view.model()[view.model().consenting()[k]].id] = share ? Json(*share) : Json(nullptr);
    }
  }
  json["cardinal"] = all;
  json["cardinal_shares"] = shares;
}

}  // namespace

std::string settle_text(const View& view, const Face& face) {
  const Voice voice(view.model());
  Sheet sheet(face);
  if (!view.model().agreement) {
    sheet.paragraph(sentence(capitalised(no_agreement_words())));
    return sheet.text();
  }
  const SettlementSeen* s = view.settlement();
  if (s == nullptr) {
    sheet.paragraph("Which settlements there are was not decided.");
    return sheet.text() + undecided_words(view);
  }
  sheet.paragraph(sizes_words(view, *s));
  if (s->agreement->empty()) return sheet.text();
  const SettleTelling t{view, voice, sheet, *s};
  sheet.gap();
  sheet.table(accepted(t), 0);
  s->zone->empty() ? tell_openings_in_full(t) : tell_recommended(t);
  tell_best_by_weights(t);
  tell_each_division(t);
  return sheet.text() + undecided_words(view);
}

Json settle_json(const View& view) {
  const SettlementSeen* s = view.settlement();
  if (s == nullptr)
    return {{"agreement", nullptr}, {"accepts", nullptr},     {"zone", nullptr},
            {"efficient", nullptr}, {"recommended", nullptr}, {"gap", nullptr},
            {"holds", nullptr},     {"rests", nullptr},       {"recommended_holding", nullptr},
            {"cardinal", nullptr},  {"stakes", nullptr},      {"divisions", nullptr}};
  Json accepts = Json::object();
  for (std::size_t k = 0; k < s->consenting.size(); ++k)
    accepts[view.model()[s->consenting[k]].id] = size_json(s->accepts[k]);
  Json json = {{"agreement", size_json(s->agreement)}, {"accepts", accepts}};
  put_set(json, "zone", view, s->zone);
  put_set(json, "efficient", view, s->efficient);
  put_set(json, "recommended", view, s->recommended);
  if (s->zone->empty()) {
    json["gap"] = gap_json(view, *s);
    if (view.states() == nullptr || s->gap_cut) json["gap_complete"] = !s->gap_cut;
  }
  put_holding(json, view, *s);
  put_cardinal(json, view);
  json["stakes"] = recommended_holders(view, s->recommended);
  json["divisions"] = divisions_json(view, *s);
  return json;
}

}  // namespace entente

// What linked disputes do to one another, for people and as JSON.
#include "brief/links_answer.h"

#include <fmt/format.h>
#include <algorithm>

#include "brief/difference_words.h"
#include "brief/patterns_text.h"
#include "model/wording.h"
#include "view/brief.h"
#include "view/listed.h"
#include "words/citation.h"
#include "words/conclusion_words.h"
#include "words/condition_words.h"
#include "words/dispute_words.h"
#include "words/english.h"
#include "words/settle_words.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr std::size_t most_conclusions = 4;
constexpr std::size_t most_patterns = 5;
constexpr std::size_t most_on_a_page = 2;

const StateSet& lasting(const CaseAlone& one) {
  return one.analysis().verdicts(Concept::seq).equilibria;
}

/// The settlements of the zone that hold; none without an agreement.
StateSet holding(const CaseAlone& one) {
  const bool zone = one.model().agreement && !one.analysis().zone().empty();
  return zone && one.held ? one.held->holds : StateSet(one.of.states.size());
}

/// The best settlements: of the zone, or of the first opening of the gap.
StateSet recommended_of(const CaseAlone& one) {
  if (!one.model().agreement) return StateSet(one.of.states.size());
  return recommended(one.analysis().settlement(), one.held ? &*one.held : nullptr);
}

class LinksTelling {
 public:
  LinksTelling(const Linkage& linkage, Face face, bool in_page)
      : l_(linkage),
        in_page_(in_page),
        sheet_(face),
        voice_(linkage.whole->model()),
        view_(linkage.whole->analysis()) {}

  Sheet told() {
    sheet_.heading("The disputes and the whole");
    tell_disputes();
    tell_sizes();
    tell_being_together();
    tell_links();
    tell_trades();
    tell_blocks();
    return std::move(sheet_);
  }

 private:
  std::string title(std::size_t dispute) const { return dispute_title(l_, dispute); }

  void tell_disputes() {
    std::vector<std::string> all;
    for (std::size_t d = 0; d < l_.parts.size(); ++d) all.push_back(title(d) + " (" + l_.parts[d].as + ")");
    const std::vector<PartyId> both = shared_parties(l_);
    std::string text = "This case links " + listed(all) + ". ";
    text += both.empty() ? "No party is in more than one of them."
                         : capitalised(voice_.names(both)) + (both.size() == 1 ? " is" : " are") + " in " +
                               (all.size() == 2 ? "both." : "more than one of them.");
    sheet_.paragraph(text);
  }

  static std::vector<std::string> row(std::string name, const CaseAlone& one) {
    const bool agreement = one.model().agreement.has_value();
    const auto of = [&](std::uint64_t n) { return agreement ? grouped(n) : std::string("-"); };
    return {std::move(name),
            grouped(one.of.states.size()),
            grouped(lasting(one).count()),
            of(agreement ? one.analysis().settlement().agreement.count() : 0),
            of(agreement ? one.analysis().zone().count() : 0),
            of(holding(one).count())};
  }

  void tell_sizes() {
    Table table{{{"", "situations", "could last", "settlements", "accepted by all", "of these hold"}},
                {1, 2, 3, 4, 5}};
    for (const PartAlone& part : l_.parts) table.rows.push_back(row(part.as + " alone", *part.alone));
    if (l_.unlinked) table.rows.push_back(row("together, without the links", *l_.unlinked));
    table.rows.push_back(row(l_.unlinked ? "together, with them" : "together", *l_.whole));
    sheet_.table(table);
    sheet_.paragraph(
        "A situation could last where nobody has a gain that the others would not answer so that it is none. "
        "A "
        "settlement holds where what still follows leaves it one that all accept.");
  }

  /// What being together does, whatever the links say.
  void tell_being_together() {
    sheet_.heading("What being together does");
    Count product = 1;
    bool zones = true;
    Count settlements = 1;
    for (const PartAlone& part : l_.parts) {
      product *= lasting(*part.alone).count();
      zones = zones && part.alone->model().agreement;
      if (zones) settlements *= part.alone->analysis().zone().count();
    }
    const Count now = lasting(l_.together()).count();
    sheet_.paragraph("What could last in each alone makes " + counted(product, "combination") + "; together" +
                     (l_.unlinked ? ", without the links, " : ", ") +
                     (now == product ? "it is as many situations that could last."
                                     : none_or(now) + " could last" +
                                           (now > product && !shared_parties(l_).empty()
                                                ? ": a party can be answered in another dispute, too."
                                                : ".")));
    if (!l_.together().model().agreement) return;
    const Count zone = l_.together().analysis().zone().count();
    if (!zones) return;
    sheet_.paragraph("What all accept in each alone makes " + counted(settlements, "combination") +
                     "; together" + (l_.unlinked ? ", without the links, " : ", ") + "all would accept " +
                     counted(zone, "settlement") + ".");
  }

  void tell_links() {
    sheet_.heading("What each link does");
    if (l_.effects.empty())
      return sheet_.paragraph("There is no link: nobody has a wish over several disputes.");
    for (const LinkEffect& effect : l_.effects) tell(effect);
  }

  void tell(const LinkEffect& effect) {
    const Difference& d = effect.difference;
    sheet_.item(std::to_string(effect.link + 1) + ".",
                sentence(wish_over_disputes(l_, voice_, effect.link, true)));
    if (d.changed.empty() && d.numbers.empty())
      return sheet_.paragraph(
          "This link does nothing: without it every conclusion is the same, and every number.", 5);
    if (!d.numbers.empty())
      sheet_.paragraph(sentence(numbers_words(d.numbers, l_.whole->model(), "without it")), 5);
    if (d.changed.empty()) return sheet_.paragraph("Without it every conclusion is the same.", 5);
    tell_conclusions(effect);
  }

  /// Those that readers want to know first; verdicts and single situations are counted.
  void tell_conclusions(const LinkEffect& effect) {
    std::vector<const ChangedConclusion*> told;
    for (const ChangedConclusion& c : effect.difference.changed) {
      const Conclusion::Kind kind = (c.after ? c.after : c.before)->kind;
      if (kind != Conclusion::Kind::stability && kind != Conclusion::Kind::equilibrium) told.push_back(&c);
    }
    std::stable_sort(told.begin(), told.end(), [](const ChangedConclusion* a, const ChangedConclusion* b) {
      return place_for_readers((a->after ? a->after : a->before)->id) <
             place_for_readers((b->after ? b->after : b->before)->id);
    });
    if (told.size() > most_conclusions) told.resize(most_conclusions);
    for (const ChangedConclusion* c : told) {
      const std::string before = c->before ? sentence_of(l_.without(effect).analysed, *c->before) : "";
      const std::string after = c->after ? sentence_of(l_.whole->analysed, *c->after) : "";
      if (before == after) {
        sheet_.paragraph(after + " Without the link that is said of other situations.", 5);
        continue;
      }
      if (!before.empty()) sheet_.paragraph("Without it: " + before, 5);
      if (!after.empty()) sheet_.paragraph("With it: " + after, 5);
    }
    const std::size_t more = effect.difference.changed.size() - told.size();
    if (more > 0)
      sheet_.paragraph((told.empty() ? capitalised(none_or(more)) : capitalised(none_or(more)) + " more") +
                           (more == 1 ? " conclusion is" : " conclusions are") + " other than without it" +
                           (in_page_    ? "."
                            : more == 1 ? "; --json has it."
                                        : "; --json has them."),
                       5);
  }

  void tell_trades() {
    if (!l_.whole->model().agreement) return;
    sheet_.heading("What is traded");
    if (l_.trades.empty())
      return sheet_.paragraph(
          l_.whole->analysis().zone().empty()
              ? "Nothing: there is no settlement of the whole that all accept."
              : "Nothing: what all accept in the whole, its parties accept in each dispute alone.");
    sheet_.paragraph(
        "In these settlements of the whole, which all accept, a dispute is settled as its parties would not "
        "settle it "
        "alone.");
    for (std::size_t k = 0; k < l_.trades.size(); ++k) tell(l_.trades[k], k + 1);
    if (l_.trades_left_out > 0)
      sheet_.paragraph(
          "There are " + in_words(l_.trades_left_out) + " more, which give more or the same in other ways.",
          2);
  }

  void tell(const Trade& trade, std::size_t number) {
    const PartAlone& part = l_.parts[trade.dispute];
    const Voice own(part.alone->model());
    sheet_.item(
        std::to_string(number) + ".",
        sentence("In " + title(trade.dispute) + " " + waivers_words(own, trade.gives)) + " " +
            gains_words(trade) + " " + capitalised(counted(trade.among.count(), "settlement")) +
            (trade.among.count() == 1 ? " is so; it" : " are so; the one to recommend") + " is state " +
            grouped(trade.best + Count{1}) + ", where " +
            fmt::format("{}", fmt::join(changes_words(voice_, layout(), view_.status_quo(), word(trade.best)),
                                        "; ")) +
            ".");
  }

  std::string gains_words(const Trade& trade) const {
    if (trade.gains.empty()) return "Who gives that gains in no other dispute.";
    std::vector<std::string> all;
    for (const auto& [party, dispute] : trade.gains)
      all.push_back(voice_.name(party) + " in " + title(dispute));
    return "Who gives that gains elsewhere: " + listed(all) + ".";
  }

  void tell_blocks() {
    if (!l_.unlinked) return;
    sheet_.heading("What the links take away, and what they add");
    tell_block("could last", "could last", lasting(*l_.unlinked), lasting(*l_.whole));
    if (l_.whole->model().agreement)
      tell_block("is a settlement that holds", "are settlements that hold", holding(*l_.unlinked),
                 holding(*l_.whole));
  }

  /// `one`, `many`: what is so of one situation, and of several.
  void tell_block(const char* one, const char* many, const StateSet& without, const StateSet& with) {
    const StateSet gone = without - with;
    const StateSet added = with - without;
    if (gone.empty() && added.empty())
      return sheet_.paragraph(std::string("The same situations ") + many +
                              " with the links and without them.");
    if (!gone.empty()) {
      sheet_.paragraph("Without the links " + counted(gone.count(), "situation") + " more " +
                       (gone.count() == 1 ? one : many) + ":");
      show_patterns(sheet_, view_, voice_, view_.set(gone), shown());
    }
    if (!added.empty()) {
      sheet_.paragraph(capitalised(counted(added.count(), "situation")) + " " +
                       (added.count() == 1 ? one : many) + " only with the links:");
      show_patterns(sheet_, view_, voice_, view_.set(added), shown());
    }
  }

  Showing shown() const {
    return in_page_ ? Showing{most_on_a_page, ""} : Showing{most_patterns, " (--json has all)"};
  }

  const Layout& layout() const { return l_.whole->of.states.layout(); }
  Word word(StateId s) const { return l_.whole->of.states[s]; }

  const Linkage& l_;
  bool in_page_;  // which knows of no command
  Sheet sheet_;
  Voice voice_;
  ListedView view_;
};

/// The number of a state in each dispute's own file.
Json parts_json(const Linkage& l, StateId s) {
  Json parts = Json::object();
  const States& whole = l.whole->of.states;
  for (const PartAlone& part : l.parts) parts[part.as] = part.state(whole.layout(), whole[s]) + 1;
  return parts;
}

Json state_of_whole(const Linkage& l, StateId s) {
  return {{"state", s + 1}, {"parts", parts_json(l, s)}};
}

Json states_json(const Linkage& l, const StateSet& states) {
  Json all = Json::array();
  states.for_each([&](StateId s) { all.push_back(state_of_whole(l, s)); });
  return all;
}

Json plain_states(const StateSet& states) {
  Json all = Json::array();
  states.for_each([&](StateId s) { all.push_back(s + 1); });
  return all;
}

/// What a case comes to; `state`: how its states are told.
Json summary_json(const CaseAlone& one, const std::function<Json(const StateSet&)>& told) {
  Json json = {{"states", one.of.states.size()}, {"lasting", lasting(one).count()}};
  const bool agreement = one.model().agreement.has_value();
  for (const char* key : {"settlements", "accepted_by_all", "holding", "gap", "recommended"})
    json[key] = nullptr;
  if (agreement) {
    const Settlement& s = one.analysis().settlement();
    json["settlements"] = s.agreement.count();
    json["accepted_by_all"] = s.zone.count();
    json["holding"] = holding(one).count();
    Json gap = Json::array();
    for (const Opening& opening : s.gap)
      gap.push_back({{"waive", waivers_json(one.model(), opening.waive)}, {"opens", opening.opens.count()}});
    json["gap"] = std::move(gap);
    json["recommended"] = told(recommended_of(one));
  }
  const Outlook& ahead = one.analysis().ahead(Concept::seq);
  const Rest where = rest(one.analysis());
  json["heading"] = ahead.heading.count();
  StateSet place(one.of.states.size());
  if (where.rests) place.insert(where.place);
  json["rests_at"] = where.rests ? told(place) : Json::array();
  return json;
}

Json effect_json(const Linkage& l, const LinkEffect& effect) {
  const casefile::Link& link = l.linked->linking.links[effect.link];
  Json json = {{"link", effect.link + 1},
               {"party", text_of(link.party)},
               {"statement", folded(text_of(link.statement))},
               {"instead_of", link.instead_of ? Json(link.instead_of->value) : Json(nullptr)}};
  json["nothing"] = effect.difference.changed.empty() && effect.difference.numbers.empty();
  json["numbers"] = numbers_json(effect.difference);
  json["changed"] = Json::array();
  for (const ChangedConclusion& c : effect.difference.changed)
    json["changed"].push_back({{"id", (c.after ? c.after : c.before)->id},
                               {"without", conclusion_json(l.without(effect).analysed, c.before)},
                               {"with", conclusion_json(l.whole->analysed, c.after)}});
  return json;
}

Json trade_json(const Linkage& l, const Trade& trade) {
  const PartAlone& part = l.parts[trade.dispute];
  Json gains = Json::array();
  for (const auto& [party, dispute] : trade.gains)
    gains.push_back({{"party", l.whole->model()[party].id}, {"dispute", l.parts[dispute].as}});
  return {{"dispute", part.as},
          {"gives", waivers_json(part.alone->model(), trade.gives)},
          {"gains", std::move(gains)},
          {"settlements", trade.among.count()},
          {"recommended", state_of_whole(l, trade.best)}};
}

Json block_json(const Linkage& l, const StateSet& without, const StateSet& with) {
  const ListedView view(l.whole->analysis());
  const StateSet gone = without - with;
  const StateSet added = with - without;
  const auto told = [&](const StateSet& states) {
    return Json{{"count", states.count()},
                {"patterns", patterns_json(view, view.set(states))},
                {"states", states_json(l, states)}};
  };
  return {{"taken_away", told(gone)}, {"added", told(added)}};
}

}  // namespace

std::string links_text(const Linkage& linkage, const Face& face) {
  return LinksTelling(linkage, face, false).told().text();
}

std::vector<Block> links_blocks(const Linkage& linkage) {
  return LinksTelling(linkage, Face{}, true).told().blocks();
}

Json links_json(const Linkage& l) {
  const auto of_whole = [&](const StateSet& states) { return states_json(l, states); };
  Json json = {{"disputes", Json::array()}};
  for (const PartAlone& part : l.parts) {
    Json one = {{"as", part.as}, {"title", part.alone->model().title}};
    Json parties = Json::object();
    for (std::size_t i = 0; i < part.parties.size(); ++i)
      parties[part.alone->model().parties[i].id] = l.whole->model()[part.parties[i]].id;
    one["parties"] = std::move(parties);
    one.update(summary_json(*part.alone, plain_states));
    json["disputes"].push_back(std::move(one));
  }
  json["without_links"] = l.unlinked ? summary_json(*l.unlinked, of_whole) : Json(nullptr);
  json["whole"] = summary_json(*l.whole, of_whole);
  json["links"] = Json::array();
  for (const LinkEffect& effect : l.effects) json["links"].push_back(effect_json(l, effect));
  json["trades"] = Json::array();
  for (const Trade& trade : l.trades) json["trades"].push_back(trade_json(l, trade));
  json["trades_left_out"] = l.trades_left_out;
  json["blocks"] = nullptr;
  if (l.unlinked)
    json["blocks"] = {{"lasting", block_json(l, lasting(*l.unlinked), lasting(*l.whole))},
                      {"holding", block_json(l, holding(*l.unlinked), holding(*l.whole))}};
  return json;
}

}  // namespace entente

// What each party wants, most important first, and what is possible: every assumption with its grounds and
// its switches.
#include <algorithm>

#include "page/blocks_html.h"
#include "page/part.h"
#include "page/sections.h"
#include "page/switch_button.h"
#include "words/change_words.h"
#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"

namespace entente {
namespace {

/// "twelve wishes, one of them a condition"
std::string number(const PageTelling& t, const std::vector<PartyId>& parties) {
  std::size_t wishes = 0, conditions = 0, orders = 0;
  for (const Assumption& a : t.assumptions) {
    if (!a.party || std::find(parties.begin(), parties.end(), *a.party) == parties.end()) continue;
    wishes += a.kind == Assumption::Kind::statement ? 1 : 0;
    conditions += a.kind == Assumption::Kind::demand ? 1 : 0;
    orders += a.kind == Assumption::Kind::order ? 1 : 0;
  }
  if (wishes == 0) return orders == 0 ? "no wishes that are told" : "an order of all situations";
  return (wishes == 1 ? "one wish" : in_words(wishes) + " wishes") +
         (conditions == 0   ? ""
          : conditions == 1 ? ", one of them a condition"
                            : ", " + in_words(conditions) + " of them conditions");
}

/// How many wishes and conditions there are.
std::string counts(const PageTelling& t) {
  const Model& model = t.plain.analysis.model();
  std::vector<std::string> all;
  if (model.parties.size() <= few_parties)
    for (const PartyId i : model.party_ids())
      all.push_back(t.plain_voice.name(i) + t.plain_voice.verb(i, " has ", " have ") + number(t, {i}));
  else
    all.push_back(t.plain_voice.names(model.party_ids()) + " have " + number(t, model.party_ids()));
  return sentence(capitalised(listed(all)));
}

class Ladders {
 public:
  Ladders(const PageTelling& t, Markup& out) : t_(t), out_(out) {}

  void tell() {
    out_.paragraph(
        "Each party's wishes, the most important first: of two situations a party prefers the one in which "
        "the "
        "first wish on which they differ is met. " +
        std::string(any_equal()
                        ? "Where wishes are said to be as important as the one before, it prefers the "
                          "one in which more of them are met. "
                        : "") +
        "A condition is a wish without which a party signs nothing.");
    out_.open("p", {{"class", "needs-script"}});
    out_.text(
        "Every assumption has switches. Press one to see what would change if things were otherwise; the bar "
        "at "
        "the bottom says what it changed, and undoes it.");
    out_.close();
    for (const PartyId i : model().party_ids()) party(i);
    possible();
  }

 private:
  const Model& model() const { return t_.plain.analysis.model(); }

  bool any_equal() const {
    const std::vector<Party>& all = model().parties;
    return std::any_of(all.begin(), all.end(), [](const Party& party) {
      return std::any_of(party.preferences.begin(), party.preferences.end(),
                         [](const Preference& p) { return p.equal; });
    });
  }

  void party(PartyId i) {
    fold("wishes-of", i);
    if (model()[i].preferences.empty()) {
      ranking(i);
    } else {
      put_picture(out_, t_, {"ladder", i});
      wishes(i);
    }
    out_.close();
  }

  void fold(const std::string& kind, PartyId i) {
    out_.open("details", {{"id", anchor(kind, model()[i].id)}, {"class", "part"}}).open("summary");
    out_.element("h3", "What " + t_.plain_voice.name(i) + " " + t_.plain_voice.verb(i, "wants", "want"),
                 {{"id", anchor("wishes", model()[i].id)}});
    out_.close();
  }

  /// Numbered as in the picture: by importance, those as important as another alike, those that are not in
  /// force not at all.
  void wishes(PartyId i) {
    std::vector<std::size_t> rung(model()[i].preferences.size(), 0);
    std::size_t rungs = 0;
    for (const EqualStatements& equal : model()[i].by_importance(model().day())) {
      ++rungs;
      for (const std::size_t n : equal) rung[n] = rungs;
    }
    out_.open("ol", {{"class", "ladder"}});
    for (std::size_t n = 0; n < rung.size(); ++n) wish(i, n, rung[n]);
    out_.close();
  }

  void ranking(PartyId i) {
    if (model()[i].ranking.empty()) {
      out_.paragraph("Nothing is said of it: it minds no situation more than another.");
      return;
    }
    out_.paragraph("It ranks the situations directly, best first:");
    out_.open("ol");
    for (std::size_t n = 0; n < model()[i].ranking.size(); ++n) ranked(i, n);
    out_.close();
    out_.open("p");
    grounds(model()[i].ranking_grounds);
    out_.close();
  }

  /// A class, with what can be otherwise between it and the next.
  void ranked(PartyId i, std::size_t n) {
    const RankClass& c = model()[i].ranking[n];
    const Assumption* order = find(Assumption::Kind::order, i, n);
    if (order == nullptr) return out_.element("li", in_words(t_.plain_voice, c.condition, c.text)), void();
    out_.open("li", {{"id", anchor("assumption", order->id)}});
    out_.prose(in_words(t_.plain_voice, c.condition, c.text) + " ");
    switches(*order, capitalised(t_.plain_voice.name(i)) + ", class " + std::to_string(n + 1));
    out_.close();
  }

  void wish(PartyId i, std::size_t n, std::size_t rung) {
    const Preference& p = model()[i].preferences[n];
    const Assumption* statement = find(Assumption::Kind::statement, i, n);
    if (!statement) {
      out_.open("li", {{"class", "quiet"}});
      out_.prose(capitalised(demanded(t_.plain_voice, i, p)) + " (not in force at the case's date)").close();
      return;
    }
    const Assumption* demand = find(Assumption::Kind::demand, i, n);
    out_.open("li", {{"id", anchor("assumption", statement->id)}, {"value", std::to_string(rung)}});
    told(i, p, demand != nullptr);
    switches(*statement, capitalised(t_.plain_voice.name(i)) + ", wish " + std::to_string(rung));
    if (demand) switches(*demand, capitalised(t_.plain_voice.name(i)) + ", the condition");
    out_.close();
  }

  void told(PartyId i, const Preference& p, bool demand) {
    if (demand) out_.element("strong", "Condition: ");
    if (p.equal) out_.text("(As important as the one before.) ");
    out_.prose(capitalised(demanded(t_.plain_voice, i, p)));
    const Analysis& a = t_.plain.analysis;
    const bool met = holds(model().conditions, p.statement, a.states().layout(), a.states()[a.status_quo()]);
    out_.text(met ? " (met today). " : " (not met today). ");
    grounds(p.grounds);
  }

  void grounds(const Grounds& g) {
    if (const std::string why = plain(g.why); !why.empty()) out_.prose(why + " ");
    out_.prose(cited(model(), g, Citing::linked));
  }

  /// Rules and restrictions on moves.
  void possible() {
    const auto other = [](const Assumption& a) {
      return a.kind == Assumption::Kind::rule || a.kind == Assumption::Kind::moves ||
             a.kind == Assumption::Kind::when || a.kind == Assumption::Kind::way;
    };
    if (std::none_of(t_.assumptions.begin(), t_.assumptions.end(), other)) return;
    out_.open("details", {{"id", "rules"}, {"class", "part"}}).open("summary");
    out_.element("h3", "What is possible, and what is not", {{"id", "possible"}}).close();
    out_.open("ul");
    for (const Assumption& a : t_.assumptions) {
      if (!other(a)) continue;
      out_.open("li", {{"id", anchor("assumption", a.id)}});
      out_.prose(assumption_words(t_.plain_voice, a) + ". ");
      grounds(a.grounds);
      switches(a, assumption_words(t_.plain_voice, a));
      out_.close();
    }
    out_.close().close();
  }

  void switches(const Assumption& a, const std::string& label) {
    if (model().redacted) return;
    const auto at = static_cast<std::size_t>(&a - t_.assumptions.data());
    out_.open("div", {{"class", "switches needs-script"},
                      {"role", "group"},
                      {"aria-label", label},
                      {"data-assumption", a.id}});
    for (const Change& c : t_.changes)
      if (c.assumption == at) put_switch(out_, t_, c);
    out_.close();
  }

  const Assumption* find(Assumption::Kind kind, PartyId party, std::size_t number) const {
    const auto it = std::find_if(t_.assumptions.begin(), t_.assumptions.end(), [&](const Assumption& a) {
      return a.kind == kind && a.party == party && a.number == number;
    });
    return it == t_.assumptions.end() ? nullptr : &*it;
  }

  const PageTelling& t_;
  Markup& out_;
};

}  // namespace

std::optional<Section> ladder_section(const PageTelling& t) {
  Part made{"wishes", "What each of them wants, and what is possible", counts(t)};
  made.shown = [&](Markup& out) { Ladders(t, out).tell(); };
  return part(t, made);
}

}  // namespace entente

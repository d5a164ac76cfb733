// What each party wants, most important first, and what is possible: every assumption with its grounds and
// its switches.
#include <algorithm>
#include <array>

#include "page/blocks_html.h"
#include "page/sections.h"
#include "words/change_words.h"
#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"

namespace entente {
namespace {

/// What a switch says, by kind of change.
std::string switch_words(Change::Kind kind) {
  constexpr std::array<const char*, 15> words = {"leave it out",
                                                 "less important than the next",
                                                 "liked as much as the next",
                                                 "the opposite",
                                                 "count a fifth less",
                                                 "count a fifth more",
                                                 "a wish, but no condition",
                                                 "leave it out",
                                                 "free to change it",
                                                 "change it at any time",
                                                 "no way back",
                                                 "only a way back",
                                                 "no change at all",
                                                 "closed",
                                                 "not only the listed moves"};
  return words.at(static_cast<std::size_t>(kind));
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
    out_.element("h3", "What " + t_.plain_voice.name(i) + " " + t_.plain_voice.verb(i, "wants", "want"),
                 {{"id", anchor("wishes", model()[i].id)}});
    if (model()[i].preferences.empty()) return ranking(i);
    put_picture(out_, t_, {"ladder", i});
    out_.open("ol", {{"class", "ladder"}});
    for (std::size_t n = 0; n < model()[i].preferences.size(); ++n) wish(i, n);
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

  void wish(PartyId i, std::size_t n) {
    const Preference& p = model()[i].preferences[n];
    const Assumption* statement = find(Assumption::Kind::statement, i, n);
    if (!statement) {
      out_.open("li", {{"class", "quiet"}});
      out_.prose(capitalised(demanded(t_.plain_voice, i, p)) + " (not in force at the case's date)").close();
      return;
    }
    const Assumption* demand = find(Assumption::Kind::demand, i, n);
    out_.open("li", {{"id", anchor("assumption", statement->id)}});
    told(i, p, demand != nullptr);
    switches(*statement, capitalised(t_.plain_voice.name(i)) + ", wish " + std::to_string(n + 1),
             demand != nullptr);
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
    out_.element("h3", "What is possible, and what is not", {{"id", "possible"}});
    out_.open("ul");
    for (const Assumption& a : t_.assumptions) {
      if (!other(a)) continue;
      out_.open("li", {{"id", anchor("assumption", a.id)}});
      out_.prose(assumption_words(t_.plain_voice, a) + ". ");
      grounds(a.grounds);
      switches(a, assumption_words(t_.plain_voice, a));
      out_.close();
    }
    out_.close();
  }

  /// Of a condition, `leave out` is more than to make it a mere wish.
  void switches(const Assumption& a, const std::string& label, bool condition = false) {
    if (model().redacted) return;
    const auto at = static_cast<std::size_t>(&a - t_.assumptions.data());
    out_.open("div", {{"class", "switches needs-script"},
                      {"role", "group"},
                      {"aria-label", label},
                      {"data-assumption", a.id}});
    for (const Change& c : t_.changes) {
      if (c.assumption != at) continue;
      const std::string name = id(c, t_.assumptions);
      const bool made = std::any_of(t_.made.begin(), t_.made.end(),
                                    [&](const Change& m) { return id(m, t_.assumptions) == name; });
      const bool aside = condition && c.kind == Change::Kind::drop;
      out_.element("button",
                   aside ? "set it aside altogether"
                   : c.kind == Change::Kind::swap && equal_to_others(model(), a)
                       ? "less important than the next, like what is as important"
                   : a.kind == Assumption::Kind::order && c.kind == Change::Kind::swap
                       ? "liked less than the next"
                       : switch_words(c.kind),
                   {{"type", "button"}, {"data-change", name}, {"aria-pressed", made ? "true" : "false"}});
    }
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
  return section("wishes", "What each of them wants, and what is possible",
                 [&](Markup& out) { Ladders(t, out).tell(); });
}

}  // namespace entente

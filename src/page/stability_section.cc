// The sections of a page about what is at stake and which situations are stable.
#include <algorithm>

#include "brief/history_text.h"
#include "page/blocks_html.h"
#include "page/part.h"
#include "page/sections.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/history_words.h"
#include "words/situation.h"

namespace entente {
namespace {

/// Who would leave which of the situations, by sequential stability: "Today" would be left by Japan.
std::string leaving_words(const PageTelling& t) {
  std::vector<std::string> left, kept;
  for (const Named& n : named_situations(t)) {
    std::vector<std::string> who;
    for (const MoverId i : t.model().mover_ids())
      if (!t.analysis().verdicts(Concept::seq).stable[index(i)].contains(n.state))
        who.push_back(t.voice.name(i));
    const std::string quoted = "\"" + capitalised(n.name) + "\"";
    who.empty() ? kept.push_back(quoted) : left.push_back(quoted + " would be left by " + listed(who));
  }
  const std::string nobody = kept.empty() ? "" : "nobody would leave " + listed(kept, "or");
  return "With the answers of the others in mind, " + listed(left) +
         (left.empty() || kept.empty() ? "" : "; ") + nobody + ".";
}

class Stability {
 public:
  Stability(const PageTelling& t, Markup& out) : t_(t), out_(out) {}

  void tell() {
    out_.paragraph(
        "A situation is stable for a party if it has no reason to leave it. What counts as a reason depends "
        "on "
        "how far the party looks ahead; there are five ways to look:");
    out_.open("dl");
    for (const Concept c : concepts) {
      out_.element("dt", both_names(c));
      out_.element("dd", "Stable where " + explained(c) + ".");
    }
    out_.close();
    if (!t_.model().groups.empty())
      out_.paragraph("Parties that act jointly leave a situation only where each of them has reason to.");
    for (const Named& n : named_situations(t_)) table(n);
  }

 private:
  void table(const Named& named) {
    const std::string number = std::to_string(std::uint64_t{named.state} + 1);
    out_.open_scroll("Stability");
    out_.open("table").element(
        "caption", capitalised(named.name) + " (situation " + grouped(std::uint64_t{named.state} + 1) +
                       id_behind(t_.model(), t_.view.layout(), t_.analysis().states()[named.state]) + ")");
    out_.open("thead").open("tr").element("th", "Who", {{"scope", "col"}});
    for (const Concept c : concepts) out_.element("th", short_name(c), {{"scope", "col"}});
    out_.close().close().open("tbody");
    for (const MoverId i : t_.model().mover_ids()) row(named.state, number, i);
    all_row(named.state);
    out_.close().close().close();
  }

  /// A group is no party that can be asked about: its cells tell the situation and the concept alone.
  void row(StateId s, const std::string& number, MoverId i) {
    const bool joint = t_.model().is_group(i);
    out_.open("tr").element("th", capitalised(t_.voice.name(i)), {{"scope", "row"}});
    for (const Concept c : concepts) {
      const bool stable = t_.analysis().verdicts(c).stable[index(i)].contains(s);
      Attributes about = {{"data-state", number}};
      if (!joint) about.emplace_back("data-party", t_.model().id(i));
      about.emplace_back("data-concept", std::string(id(c)));
      out_.element("td", !stable ? "would leave" : joint ? "stay" : "stays", about);
    }
    out_.close();
  }

  void all_row(StateId s) {
    out_.open("tr").element("th", "Stable for all", {{"scope", "row"}});
    for (const Concept c : concepts)
      out_.element("td", t_.analysis().verdicts(c).equilibria.contains(s) ? "yes" : "no");
    out_.close();
  }

  const PageTelling& t_;
  Markup& out_;
};

}  // namespace

std::optional<Section> stability_section(const PageTelling& t) {
  Part made{"stability", "Who would stay, and who would leave", leaving_words(t)};
  made.more = "Each situation, by how far one looks ahead";
  made.folded = [&](Markup& out) { Stability(t, out).tell(); };
  made.hangs = {Conclusion::Kind::stability};
  return part(t, made);
}

namespace {

std::string holder_words(const PageTelling& t, std::optional<PartyId> party) {
  return party ? capitalised(t.voice.name(*party)) : "nobody";
}

std::string stake_name(const Stake& stake) {
  const std::string name = plain(stake.name);
  return name.empty() ? stake.id : name;
}

void tell_stakes(const PageTelling& t, Markup& out) {
  const Model& model = t.model();
  const States& states = t.analysis().states();
  Table table{{{"What is in dispute"}}};
  const std::vector<Named> named = named_situations(t);
  for (const Named& n : named) table.rows[0].push_back(capitalised(n.name));
  table.rows[0].emplace_back("Who claims it");
  for (std::size_t k = 0; k < model.stakes.size(); ++k) {
    std::vector<std::string>& row = table.rows.emplace_back();
    row.push_back(stake_name(model.stakes[k]));
    for (const Named& n : named)
      row.push_back(holder_words(t, holder(model, model.stakes[k], states.layout(), states[n.state])));
    row.push_back(capitalised(t.voice.names(model.stakes[k].claimants)));
  }
  put_table(out, table, true, "Who holds what");
}

}  // namespace

std::optional<Section> stakes_section(const PageTelling& t) {
  if (t.model().stakes.empty()) return std::nullopt;
  const States& states = t.analysis().states();
  Part made{"stakes", "Who holds what, now and then",
            sentence(capitalised(holdings(t.voice, states.layout(), states[t.analysis().status_quo()])))};
  made.more = "Thing by thing, and who claims it";
  made.folded = [&](Markup& out) {
    put_picture(out, t, {"stakes"});
    tell_stakes(t, out);
  };
  return part(t, made);
}

std::optional<Section> history_section(const PageTelling& t) {
  if (t.model().events.empty()) return std::nullopt;
  History past = history(t.model(), t.analysis().states());
  add_stability(past, t.analysis());
  if (past.ended) t.analysis().states().stop().look();  // a page is whole, or there is none
  const std::vector<std::string> fits = past_fits(t.voice, t.analysis().states().layout(), past);
  Part made{"history", "How the past fits", fits.empty() ? "" : fits.front()};
  made.shown = [&](Markup& out) { put_picture(out, t, {"timeline"}); };
  made.more = "Each event, and what it was for who moved";
  made.folded = [&](Markup& out) {
    Sheet sheet{Face{}};
    tell_history(sheet, t.analysis(), past, Citing::linked);
    put_blocks(out, sheet.blocks(), "The history", true);
  };
  return part(t, made);
}

}  // namespace entente

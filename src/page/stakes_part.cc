// Who holds what, now and then; and the past, event by event.
#include <algorithm>

#include "brief/history_text.h"
#include "page/blocks_html.h"
#include "page/parts.h"
#include "page/pictures_html.h"
#include "words/english.h"
#include "words/history_words.h"
#include "words/situation.h"

namespace entente {
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

std::optional<Part> stakes_part(const PageTelling& t) {
  if (t.model().stakes.empty()) return std::nullopt;
  return part("stakes", "Who holds what, now and then", [&](Markup& out) {
    put_picture(out, t, {"stakes"});
    tell_stakes(t, out);
  });
}

std::optional<Part> history_part(const PageTelling& t) {
  if (t.model().events.empty()) return std::nullopt;
  return part("history", "How the past fits", [&](Markup& out) {
    put_picture(out, t, {"timeline"});
    Sheet page{Face{}};
    History past = history(t.model(), t.analysis().states());
    add_stability(past, t.analysis());
    if (past.ended) t.analysis().states().stop().look();  // a page is whole, or there is none
    tell_history(page, t.analysis(), past, Citing::linked);
    put_blocks(out, page.blocks(), "The history", true);
  });
}

}  // namespace entente

// The verb `states` where it is asked for tables as the field's books have them.
#include "entente/tables.h"

#include <algorithm>

#include "brief/table_forms.h"
#include "brief/textbook.h"
#include "library/opened.h"
#include "library/viewing.h"
#include "words/english.h"

namespace entente {
namespace {

/// Which states; null where that is not known, or where they are too many, which goes into the answer.
Set asked_states(Opened& opened, const View& view, const StatesRequest& request,
                 const std::optional<ConditionId>& where) {
  const Set chosen = chosen_states(opened, view, request, where);
  if (!opened) return nullptr;
  Set some = view.first(chosen, request.limit.value_or(SIZE_MAX));
  if (!some || some->count() <= most_in_a_table) return some;
  opened.answer.status = over_budget;
  opened.answer.err += grouped(some->count()) + " situations are asked for, and a table has " +
                       grouped(most_in_a_table) +
                       " at most; say how many with --limit, or which with --only and --where.\n";
  return nullptr;
}

Answer told_tables(Opened& opened, const ListedView& view, const TablesRequest& request,
                   const std::optional<ConditionId>& where, const std::optional<PartyId>& by_rank,
                   const Sink& out) {
  const std::vector<std::string> ids =
      request.tables.empty() ? std::vector<std::string>{"options"} : request.tables;
  TextbookAsked asked{.by_rank = by_rank};
  std::optional<std::vector<StateSet>> sim;
  if (request.of.sim) {
    sim = simultaneously_stable(view);
    if (!sim) return finish(opened, view, true);
    asked.sim = &*sim;
  }
  if (std::any_of(ids.begin(), ids.end(), has_states)) {
    asked.states = asked_states(opened, view, request.of, where);
    if (!asked.states) return opened ? finish(opened, view, true) : opened.answer;
  }
  std::vector<TextbookTable> tables;
  for (const std::string& id : ids) {
    const auto found = view.found([&] { return textbook_table(view, id, asked); });
    if (!found) return finish(opened, view, true);
    if (*found) {
      tables.push_back(**found);
      continue;
    }
    opened.answer.status = over_budget;
    opened.answer.err += "there are too many combinations of values to count what each rule removes.\n";
    return opened.answer;
  }
  if (request.of.form == Form::json) return finish(opened, view, out(text(tables_json(tables))));
  const std::string layout = request.of.form == Form::csv ? "csv" : request.layout.value_or("text");
  return finish(opened, view, out(tables_as(layout, tables, face(opened.look))));
}

std::vector<std::string> as_texts(const std::vector<std::string_view>& all) {
  return {all.begin(), all.end()};
}

}  // namespace

Answer state_tables(const Input& input, const TablesRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.size = Size::any, .rows = true});
  if (!opened) return opened.answer;
  if (opened.large()) return out_of_reach(opened, "a table");
  if (request.of.coalitions || request.of.coalition_size)
    refuse(opened, "error: a table is of single parties: --coalitions does not go with it");
  if (request.of.sim &&
      std::find(request.tables.begin(), request.tables.end(), "tableau") == request.tables.end())
    refuse(opened, "error: of the tables only --tableau tells what --sim is about");
  if (request.of.strong) refuse(opened, "error: a table does not tell what --strong is about");
  if (request.of.horizon) refuse(opened, "error: a table does not tell what --horizon is about");
  const std::optional<ConditionId> where =
      request.of.where ? formula(opened, "--where", *request.of.where) : std::nullopt;
  if (!opened) return opened.answer;
  const std::optional<PartyId> by_rank =
      request.by_rank ? named_party(opened, "--by-rank", *request.by_rank) : std::nullopt;
  if (!opened) return opened.answer;
  return with_view(opened, [&](const View&, const ListedView* listed) {
    if (listed == nullptr) return out_of_reach(opened, "a table");
    return told_tables(opened, *listed, request, where, by_rank, out);
  });
} catch (...) {
  return thrown(input.name);
}

std::vector<std::string> table_names() {
  return as_texts(textbook_tables());
}

std::vector<std::string> table_layouts() {
  return as_texts(table_forms());
}

}  // namespace entente

// A case written for another program, with what that could not carry over.
#include <algorithm>
#include <array>

#include "brief/export_losses.h"
#include "brief/exported_conflict.h"
#include "brief/exported_game.h"
#include "brief/exported_table.h"
#include "entente/exchange.h"
#include "library/ending.h"
#include "library/opened.h"
#include "words/english.h"

namespace entente {
namespace {

/// The answer ends: it would take more than is written.
void too_much(Opened& opened, const std::string& why) {
  opened.answer.status = over_budget;
  opened.answer.err += opened.input.name + ": " + why + ".\n";
}

/// Whether a case may be a file of a kind that has no transitions beside it; `why` not, where it may not.
bool may_be_written(Opened& opened, const ExportRequest& request, const std::optional<std::string>& why) {
  if (why) refuse(opened, opened.input.name + ": error: " + *why);
  if (request.transitions) refuse(opened, "error: --transitions goes with a table of states");
  return static_cast<bool>(opened);
}

/// The transitions where they are asked for; false where they are too many, which goes into the answer.
bool transitions_written(Opened& opened, const Case& of, const ExportRequest& request) {
  if (!request.transitions) return true;
  const std::string table = transitions_csv(of);
  if (!table.empty()) return request.transitions(table);
  too_much(opened, "the parties have more than " + grouped(most_exported_transitions) +
                       " moves, and no more are written");
  return false;
}

void say_what_is_lost(Opened& opened, WrittenAs as) {
  for (const std::string& lost : lost_in_export(*opened.reading.found, as))
    opened.answer.err += opened.input.name + ": note: " + lost + "\n";
}

Answer table_written(Opened& opened, const ExportRequest& request, const Sink& out) {
  const Case& of = *opened.reading.found;
  if (of.states.size() > most_exported_states) {
    too_much(opened, "the case has " + grouped(of.states.size()) + " states, and a table is written of " +
                         grouped(most_exported_states) + " at most");
    return opened.answer;
  }
  if (!transitions_written(opened, of, request)) return finish(opened, opened.answer.status == over_budget);
  say_what_is_lost(opened, request.transitions ? WrittenAs::table_with_moves : WrittenAs::table);
  return finish(opened, state_table_csv(of, out));
}

Answer game_written(Opened& opened, const ExportRequest& request, const Sink& out) {
  const Case& of = *opened.reading.found;
  if (!may_be_written(opened, request, no_game(of))) return opened.answer;
  say_what_is_lost(opened, WrittenAs::game);
  return finish(opened, out(game_nfg(of)));
}

Answer conflict_written(Opened& opened, const ExportRequest& request, const Sink& out) {
  const Case& of = *opened.reading.found;
  if (!may_be_written(opened, request, no_conflict(of))) return opened.answer;
  const auto written = conflict_gmcr(of);
  if (const TooMuch* much = std::get_if<TooMuch>(&written)) {
    too_much(opened, much->why);
    return opened.answer;
  }
  say_what_is_lost(opened, WrittenAs::conflict);
  return finish(opened, out(std::get<std::string>(written)));
}

/// The kinds of files that a case is written as.
struct ExportKind {
  std::string_view name;
  Answer (*write)(Opened& opened, const ExportRequest& request, const Sink& out) = nullptr;
};
constexpr std::array<ExportKind, 3> kinds = {
    {{"table", table_written}, {"nfg", game_written}, {"gmcr", conflict_written}}};

}  // namespace

Answer export_case(const Input& input, const ExportRequest& request, const Look& look, const Sink& out) try {
  const auto kind =
      std::find_if(kinds.begin(), kinds.end(), [&](const ExportKind& one) { return one.name == request.as; });
  if (kind == kinds.end())
    return {faulty, "export: error: there is no kind '" + one_line(request.as) + "'; there are " +
                        listed(export_kinds()) + "\n"};
  Opened opened = open_case(input, look);
  if (!opened) return opened.answer;
  refuse_where_linked(opened, "an export");
  if (!opened) return opened.answer;
  return unless_ended(opened, "the file was made; there is none",
                      [&] { return kind->write(opened, request, out); });
} catch (...) {
  return thrown(input.name);
}

std::vector<std::string> export_kinds() {
  std::vector<std::string> all;
  for (const ExportKind& kind : kinds) all.emplace_back(kind.name);
  return all;
}

}  // namespace entente

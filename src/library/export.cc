// A case written for another program, with what that could not carry over.
#include "brief/exported_table.h"
#include "entente/exchange.h"
#include "library/ending.h"
#include "library/opened.h"
#include "words/english.h"

namespace entente {
namespace {

/// The transitions where they are asked for; false where they are too many, which goes into the answer.
bool transitions_written(Opened& opened, const Case& of, const ExportRequest& request) {
  if (!request.transitions) return true;
  const std::string table = transitions_csv(of);
  if (!table.empty()) return request.transitions(table);
  opened.answer.status = over_budget;
  opened.answer.err += opened.input.name + ": the parties have more than " +
                       grouped(most_exported_transitions) + " moves, and no more are written.\n";
  return false;
}

Answer table_written(Opened& opened, const ExportRequest& request, const Sink& out) {
  const Case& of = *opened.reading.found;
  if (of.states.size() > most_exported_states) {
    opened.answer.status = over_budget;
    opened.answer.err += opened.input.name + ": the case has " + grouped(of.states.size()) +
                         " states, and a table is written of " + grouped(most_exported_states) +
                         " at most.\n";
    return opened.answer;
  }
  if (!transitions_written(opened, of, request)) return finish(opened, opened.answer.status == over_budget);
  for (const std::string& lost : lost_in_table(of, static_cast<bool>(request.transitions)))
    opened.answer.err += opened.input.name + ": note: " + lost + "\n";
  return finish(opened, state_table_csv(of, out));
}

}  // namespace

Answer export_case(const Input& input, const ExportRequest& request, const Look& look, const Sink& out) try {
  if (request.as != export_kinds().front())
    return {faulty, "export: error: there is no kind '" + one_line(request.as) + "'; there is " +
                        listed(export_kinds()) + "\n"};
  Opened opened = open_case(input, look);
  if (!opened) return opened.answer;
  return unless_ended(opened, "the table was made; there is none",
                      [&] { return table_written(opened, request, out); });
} catch (...) {
  return thrown(input.name);
}

std::vector<std::string> export_kinds() {
  return {"table"};
}

}  // namespace entente

// A table of states made a case, with the transitions between them where these are given.
#include "library/import_table.h"

#include <optional>

#include "exchange/table_case.h"
#include "library/opened.h"

namespace entente {
namespace {

std::optional<Answer> refused_table(const Diagnostics& diagnostics, const Text& text, const Look& look) {
  if (!diagnostics.faulty()) return std::nullopt;
  return Answer{faulty, printed(diagnostics, text, {.colour = look.colour_faults})};
}

}  // namespace

Made made_of_table(const std::vector<Input>& files, const ImportRequest& request, const Look& look) {
  const Input& input = files.front();
  Diagnostics diagnostics;
  const Text text(input.name, input.content);
  const exchange::StateTable table = exchange::read_state_table(text, diagnostics);
  if (auto wrong = refused_table(diagnostics, text, look)) return *std::move(wrong);
  const std::string title = exchange::title_of(input.name, "A table of states");
  if (!request.transitions) return exchange::case_of_table(table, nullptr, title);
  const Text listed(request.transitions->name, request.transitions->content);
  const std::vector<exchange::Transition> moves = exchange::read_transitions(listed, table, diagnostics);
  if (auto wrong = refused_table(diagnostics, listed, look)) return *std::move(wrong);
  return exchange::case_of_table(table, &moves, title);
}

}  // namespace entente

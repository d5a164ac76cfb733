// Faults put into words and handed to the sink.
#include "model/teller.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "text/text.h"

namespace entente {

std::vector<Note> note_at(Place at, std::string message) {
  if (at == Place{}) return {};
  return {{at, std::move(message)}};
}

void Teller::fault(std::string code, Place at, std::string message, std::string help,
                   std::vector<Note> notes) {
  diagnostics_.report(
      {Severity::error, std::move(code), at, std::move(message), std::move(help), std::move(notes)});
}

void Teller::warning(std::string code, Place at, std::string message, std::string help,
                     std::vector<Note> notes) {
  diagnostics_.report(
      {Severity::warning, std::move(code), at, std::move(message), std::move(help), std::move(notes)});
}

bool Teller::may_be_lost(std::string_view word) {
  if (lost_.empty()) return false;
  if (lost_.size() > bytes_to_search_) return true;
  bytes_to_search_ -= lost_.size();
  return lost_.find(word) != std::string_view::npos;
}

std::string Teller::near(std::string_view word, const std::vector<std::string>& ids) {
  if (ids.size() > words_to_compare_) return {};
  words_to_compare_ -= ids.size();
  return nearest(word, ids).value_or("");
}

std::string Teller::did_you_mean(std::string_view word, const std::vector<std::string>& ids,
                                 std::string_view before) {
  const std::string found = near(word, ids);
  return found.empty() ? "" : fmt::format("did you mean '{}{}'?", before, found);
}

}  // namespace entente

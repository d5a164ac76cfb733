// Ids taken up and looked up, dates and grounds: what every part of the binding needs.
#include "model/binder.h"

#include <fmt/format.h>

#include <algorithm>

#include "formula/lexer.h"

namespace entente {
namespace {

std::string_view article(std::string_view kind) {
  return kind.starts_with('o') ? "an" : "a";
}

}  // namespace

Binder::Binder(const casefile::Case& case_written, Diagnostics& diagnostics)
    : written(case_written),
      teller(diagnostics, case_written.lost),
      model(made.model),
      formulas(words, made.model.conditions, teller) {
  model.conditions.constant(true);
}

bool Binder::unsure(const casefile::Table& table, std::string_view key) {
  return table.hole(key) || teller.may_be_lost(key);
}

bool Binder::is_id(std::string_view text) const {
  const std::size_t point = written.disputes.empty() ? std::string_view::npos : text.find('.');
  if (point == std::string_view::npos) return is_identifier(text);
  return is_identifier(text.substr(0, point)) && is_identifier(text.substr(point + 1));
}

bool Binder::define(Known& known, std::string_view kind, const std::optional<casefile::String>& id,
                    std::size_t number) {
  if (id && is_id(id->value) && known.add(id->value, {number, id->at})) return true;
  known.lose_one();
  if (!id) return false;
  if (const Definition* first = known.find(id->value)) {
    teller.fault("duplicate-id", id->at,
                 fmt::format("there is already {} {} '{}'", article(kind), kind, id->value), {},
                 {{first->at, fmt::format("'{}' is first defined here", id->value)}});
  } else {
    teller.fault("bad-identifier", id->at,
                 fmt::format("'{}' cannot be the id of {} {}", id->value, article(kind), kind),
                 "an id is a letter, then letters, digits, '_' or '-'");
  }
  return false;
}

std::optional<std::size_t> Binder::look_up(const Known& known, std::string_view kind,
                                           const casefile::String& id) {
  if (const Definition* found = known.find(id.value)) return found->number;
  if (known.complete() && !teller.may_be_lost(id.value))
    teller.fault("unknown-" + std::string(kind), id.at, fmt::format("there is no {} '{}'", kind, id.value),
                 teller.did_you_mean(id.value, known.ids()));
  return std::nullopt;
}

std::optional<PartyId> Binder::party(const casefile::String& id) {
  const std::optional<std::size_t> number = look_up(words.parties, "party", id);
  if (!number) return std::nullopt;
  return static_cast<PartyId>(*number);
}

std::vector<PartyId> Binder::parties(const casefile::Strings& ids) {
  std::vector<PartyId> found;
  for (const casefile::String& id : ids) {
    const std::optional<PartyId> one = party(id);
    if (one && std::find(found.begin(), found.end(), *one) == found.end()) found.push_back(*one);
  }
  return found;
}

Known Binder::listed_once(const casefile::Strings& ids) {
  Known listed;
  for (const casefile::String& id : ids)
    if (!listed.add(id.value, {0, id.at}))
      teller.fault("duplicate-id", id.at, fmt::format("party '{}' is listed twice", id.value), {},
                   {{listed.find(id.value)->at, fmt::format("'{}' is first listed here", id.value)}});
  return listed;
}

std::vector<EvidenceId> Binder::evidence_of(const casefile::Strings& ids) {
  std::vector<EvidenceId> found;
  for (const casefile::String& id : ids) {
    const std::optional<std::size_t> one = look_up(evidence, "evidence", id);
    if (one) found.push_back(static_cast<EvidenceId>(*one));
  }
  std::vector<EvidenceId> sorted = found;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end()) return found;
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  return sorted;
}

Grounds Binder::grounds(const casefile::Grounds& written_grounds) {
  return {text_of(written_grounds.why), evidence_of(written_grounds.evidence),
          evidence_of(written_grounds.doubted_by), written_grounds.draft && written_grounds.draft->value};
}

std::optional<DateSpan> Binder::date(const std::optional<casefile::String>& written_date) {
  if (!written_date) return std::nullopt;
  const std::optional<DateSpan> span = date_span(written_date->value);
  if (!span)
    teller.fault("bad-date", written_date->at,
                 fmt::format("'{}' is not a date on the calendar", written_date->value),
                 "a date is 2015-11-02, \"2015-11\" or \"2015\"");
  return span;
}

std::optional<DateSpan> Binder::dated(const std::optional<casefile::String>& written_date,
                                      std::string_view key) {
  if (written_date && !written.date && !unsure(written, "date"))
    teller.fault("missing-date", written_date->at,
                 fmt::format("'{}' needs the date of the case, which has none", key),
                 "give the case a 'date' at its top");
  return date(written_date);
}

ConditionId or_hole(Model& model, std::optional<ConditionId> condition) {
  return condition ? *condition : model.conditions.constant(true);
}

}  // namespace entente

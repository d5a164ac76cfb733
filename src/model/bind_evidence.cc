// Sources and the evidence taken from them.
#include <fmt/format.h>

#include <limits>

#include "model/binder.h"

namespace entente {
namespace {

bool is_grade(std::string_view text) {
  return text.size() == 2 && text[0] >= 'A' && text[0] <= 'F' && text[1] >= '1' && text[1] <= '6';
}

std::string grade(Binder& binder, const std::optional<casefile::String>& written) {
  if (!written || is_grade(written->value)) return text_of(written);
  binder.teller.fault("bad-grade", written->at, fmt::format("'{}' is not a grade", written->value),
                      "a grade is one of A to F and one of 1 to 6, as B2");
  return {};
}

Basis basis(const std::optional<casefile::String>& written) {
  const std::string word = text_of(written);
  if (word == "stated") return Basis::stated;
  if (word == "reported") return Basis::reported;
  return word == "inferred" ? Basis::inferred : Basis::none;
}

void bind_source(Binder& binder, const casefile::Source& written) {
  Source source;
  source.id = text_of(written.id);
  source.title = text_of(written.title);
  source.publisher = text_of(written.publisher);
  source.date = binder.date(written.date);
  source.url = text_of(written.url);
  source.grade = grade(binder, written.grade);
  source.confidential = written.confidential && written.confidential->value;
  binder.made.places.sources.push_back(written.id ? written.id->at : written.at);
  binder.model.sources.push_back(std::move(source));
}

std::optional<std::uint32_t> paragraph(Binder& binder, const casefile::Evidence& written) {
  if (!written.at_paragraph) return std::nullopt;
  const std::int64_t number = written.at_paragraph->value;
  if (number >= 1 && number <= std::numeric_limits<std::uint32_t>::max())
    return static_cast<std::uint32_t>(number);
  binder.teller.fault("bad-paragraph", written.at_paragraph->at,
                      fmt::format("there is no paragraph {}", number), "paragraphs are counted from 1");
  return std::nullopt;
}

void add_places(Places& places, const casefile::Evidence& written) {
  places.evidence.push_back(written.at);
  places.paragraphs.push_back(written.at_paragraph ? std::optional(written.at_paragraph->at) : std::nullopt);
  std::vector<Place>& terms = places.terms.emplace_back();
  for (const casefile::String& term : written.terms) terms.push_back(term.at);
}

void bind_one(Binder& binder, const casefile::Evidence& written) {
  Evidence evidence;
  evidence.id = text_of(written.id);
  const auto source =
      written.source ? binder.look_up(binder.sources, "source", *written.source) : std::nullopt;
  evidence.source = static_cast<SourceId>(source.value_or(0));
  binder.made.source_known.push_back(source.has_value());
  evidence.claim = text_of(written.claim);
  evidence.at = paragraph(binder, written);
  for (const casefile::String& term : written.terms) evidence.terms.push_back(term.value);
  evidence.by = text_of(written.by);
  evidence.basis = basis(written.basis);
  evidence.confidential = written.confidential && written.confidential->value;
  add_places(binder.made.places, written);
  binder.model.evidence.push_back(std::move(evidence));
}

}  // namespace

void bind_evidence(Binder& binder) {
  for (const casefile::Source& source : binder.written.sources) bind_source(binder, source);
  for (const casefile::Evidence& evidence : binder.written.evidence) bind_one(binder, evidence);
}

}  // namespace entente

// Evidence as it is cited behind a sentence.
#include "words/citation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/each_grounds.h"
#include "words/english.h"

namespace entente {
namespace {

/// Pieces of evidence that are cited in one breath: same basis, same speaker, same source.
struct Citation {
  Basis basis = Basis::none;
  std::string by;
  SourceId source{};
  std::vector<std::pair<std::uint32_t, EvidenceId>> paragraphs;  // 0 where it has no paragraph

  bool same_breath(const Citation& o) const { return basis == o.basis && by == o.by && source == o.source; }
};

std::vector<Citation> citations(const Model& model, const std::vector<EvidenceId>& evidence, Citing how) {
  std::vector<Citation> all;
  for (EvidenceId e : evidence) {
    Citation c{model[e].basis, how == Citing::numbers ? "" : plain(model[e].by), model[e].source, {}};
    auto it = std::find_if(all.begin(), all.end(), [&](const Citation& o) { return o.same_breath(c); });
    if (it == all.end()) it = all.insert(all.end(), c);
    if (model[e].at || how == Citing::linked) it->paragraphs.emplace_back(model[e].at.value_or(0), e);
  }
  return all;
}

std::string source_name(const Source& source) {
  const std::string publisher = plain(source.publisher);
  return (publisher.empty() ? plain(source.title) : publisher) +
         (source.date ? " of " + long_date(*source.date) : "");
}

std::string worded(const Model& model, Citation c, Citing how) {
  std::string text = basis_word(c.basis) + (c.by.empty() ? "" : " by " + c.by);
  if (model.sources.size() > 1) text += ", " + source_name(model[c.source]);
  std::sort(c.paragraphs.begin(), c.paragraphs.end());
  std::vector<std::string> numbers;
  bool all_numbered = true;
  for (const auto& [p, e] : c.paragraphs) {
    const std::string number = p == 0 ? plain(model[e].id) : std::to_string(p);
    const std::string shown = how == Citing::linked ? linked(model[e], number) : number;
    all_numbered = all_numbered && p != 0;
    if (numbers.empty() || numbers.back() != shown) numbers.push_back(shown);
  }
  const char* word = how == Citing::numbers || !all_numbered ? ", "
                     : numbers.size() > 1                    ? ", paragraphs "
                                                             : ", paragraph ";
  if (!numbers.empty()) text += word + listed(numbers);
  return text;
}

std::string worded(const Model& model, const std::vector<EvidenceId>& evidence, Citing how) {
  std::string text;
  for (const Citation& c : citations(model, evidence, how))
    text += (text.empty() ? "" : "; ") + worded(model, c, how);
  return text;
}

}  // namespace

std::string cited(const Model& model, const Grounds& grounds, Citing how) {
  const std::string against = grounds.doubted_by.empty() ? ""
                              : how >= Citing::full
                                  ? "; against it: " + worded(model, grounds.doubted_by, how)
                                  : "; doubted";
  const std::string none = grounds.withheld ? "withheld" : "assumed";
  const std::string rest = grounds.withheld && !grounds.evidence.empty() ? "; more is withheld" : "";
  return "[" + (grounds.evidence.empty() ? none : worded(model, grounds.evidence, how)) + rest + against +
         (grounds.draft ? "; a draft" : "") + "]";
}

std::string linked(const Evidence& evidence, const std::string& words) {
  return link_begins + evidence.id + link_words + words + link_ends;
}

std::string brackets_words(const Model& model) {
  const auto numbered = [](const Evidence& e) { return e.at.has_value(); };
  const bool any = std::any_of(model.evidence.begin(), model.evidence.end(), numbered);
  const bool drafts = number_of_drafts(model) > 0;
  if (!any && !drafts) return {};
  std::string text = "In brackets: how it is known";
  if (any) text += ", and the paragraph; \"doubted\": evidence speaks against it, too";
  if (drafts) text += "; \"a draft\": proposed, and confirmed by nobody yet";
  return text + ".";
}

std::size_t number_of_drafts(const Model& model) {
  std::size_t drafts = 0;
  each_grounds(model, [&drafts](const Grounds& g) { drafts += g.draft ? 1 : 0; });
  return drafts;
}

Basis basis(const Model& model, const Grounds& grounds) {
  Basis best = Basis::none;
  for (EvidenceId e : grounds.evidence) best = std::max(best, model[e].basis);
  return best;
}

bool own_word_alone(const Model& model, const Grounds& grounds) {
  return !grounds.evidence.empty() &&
         std::all_of(grounds.evidence.begin(), grounds.evidence.end(),
                     [&](EvidenceId e) { return model[e].basis == Basis::stated; });
}

std::string basis_word(Basis basis) {
  constexpr std::array<const char*, 4> words = {"cited", "inferred", "reported", "stated"};
  return words.at(static_cast<std::size_t>(basis));
}

std::string described(const Source& source) {
  std::string text = plain(source.publisher);
  text += (text.empty() ? "\"" : ", \"") + plain(source.title) + "\"";
  if (source.date) text += ", " + long_date(*source.date);
  return text;
}

}  // namespace entente

// Each piece of evidence: its source's text, the cited paragraph in it, the terms in that.
#include "view/sources.h"

#include <fmt/format.h>

#include <array>
#include <map>

#include "model/wording.h"
#include "text/sha256.h"
#include "view/source_text.h"

namespace entente {
namespace {

/// With the quotes and dashes of a typewriter, without white space about dashes: those that printers, word
/// processors and web pages put differently.
std::string as_typed(std::string text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> others = {{
      {"\u2018", "'"},
      {"\u2019", "'"},
      {"\u201a", "'"},
      {"\u201c", "\""},
      {"\u201d", "\""},
      {"\u201e", "\""},
      {"\u00ab", "\""},
      {"\u00bb", "\""},
      {"\u2010", "-"},
      {"\u2011", "-"},
      {"\u2012", "-"},
      {"\u2013", "-"},
      {"\u2014", "-"},
      {"\u2212", "-"},
  }};
  const auto replace = [&text](std::string_view other, std::string_view typed) {
    for (std::size_t at = text.find(other); at != std::string::npos; at = text.find(other, at + typed.size()))
      text.replace(at, other.size(), typed);
  };
  for (const auto& [other, typed] : others) replace(other, typed);
  replace(" -", "-");
  replace("- ", "-");
  return text;
}

/// What its own file calls a source: of linked disputes the id of two may stand behind what each is included
/// as.
std::string id_in_its_file(const Source& source) {
  return source.id.substr(source.id.rfind('.') + 1);
}

class Verifier {
 public:
  Verifier(const Binding& binding, const std::string& folder, Diagnostics& diagnostics)
      : binding_(binding), folder_(folder), diagnostics_(diagnostics) {}

  Verification run() {
    Verification found;
    for (std::size_t i = 0; i < binding_.model.evidence.size(); ++i) {
      const Evidence& evidence = binding_.model.evidence[i];
      Verified& piece = found.pieces.emplace_back();
      if (!binding_.source_known[i] || (!evidence.at && evidence.terms.empty() && evidence.quote.empty()))
        continue;
      piece.placed = true;
      piece.stands = verified(i, piece);
      ++found.evidence;
      if (piece.stands) ++found.verified;
    }
    return found;
  }

 private:
  void tell(const char* code, Place at, std::string message, std::string help = {},
            std::vector<Note> notes = {}) {
    diagnostics_.report({Severity::error, code, at, std::move(message), std::move(help), std::move(notes)});
  }

  /// The text of a source, read once; a missing one is told once.
  const std::optional<SourceText>& text_of(SourceId id) {
    const auto [known, first] = texts_.try_emplace(id);
    if (!first) return known->second;
    const Source& source = binding_.model[id];
    known->second = source_text(folder_, id_in_its_file(source));
    if (!known->second)
      tell("source-missing", binding_.places.sources[index(id)],
           fmt::format("the text of source '{}' is not in '{}'", source.id, folder_),
           fmt::format("put it there as {}.txt", id_in_its_file(source)));
    else
      for (Paragraph& paragraph : known->second->paragraphs) {
        hashes_[id].push_back(sha256(paragraph.words));
        paragraph.words = as_typed(std::move(paragraph.words));
      }
    return known->second;
  }

  bool verified(std::size_t number, Verified& piece) {
    const Evidence& evidence = binding_.model.evidence[number];
    const std::optional<SourceText>& source = text_of(evidence.source);
    if (!source) return false;
    if (evidence.at && *evidence.at > source->paragraphs.size()) {
      tell_paragraph(number, *source);
      return false;
    }
    if (evidence.at) piece.hash = hashes_[evidence.source][*evidence.at - 1];
    bool all = true;
    for (std::size_t t = 0; t < evidence.terms.size(); ++t)
      if (!stands(evidence, evidence.terms[t], *source)) {
        tell_missing("source-terms", binding_.places.terms[number][t], number, evidence.terms[t], *source);
        all = false;
      }
    if (!evidence.quote.empty() && !stands(evidence, evidence.quote, *source)) {
      tell_missing("source-quote", *binding_.places.quotes[number], number, evidence.quote, *source);
      all = false;
    }
    piece.changed = evidence.at && !evidence.hash.empty() && evidence.hash != piece.hash;
    if (piece.changed) tell_changed(number, *source);
    return all && !piece.changed;
  }

  void tell_changed(std::size_t number, const SourceText& source) {
    const Evidence& evidence = binding_.model.evidence[number];
    diagnostics_.report(
        {Severity::error,
         "source-hash",
         *binding_.places.hashes[number],
         fmt::format("paragraph {} of source '{}' is not the one that was read when this was written",
                     *evidence.at, binding_.model[evidence.source].id),
         "read it again; where it still says so, take 'hash' out and let 'entente audit --stamp' write it",
         {{source.paragraphs[*evidence.at - 1].at, "the cited paragraph is here", source.text}}});
  }

  /// In which paragraph a term stands first, of those from one on and before another.
  static std::optional<std::size_t> found(const std::string& term, const SourceText& source, std::size_t from,
                                          std::size_t before) {
    const std::string sought = as_typed(folded(term));
    for (std::size_t p = from; p < before; ++p)
      if (source.paragraphs[p].words.find(sought) != std::string::npos) return p;
    return std::nullopt;
  }

  /// Whether a term stands in the cited paragraph, or anywhere where none is cited.
  static bool stands(const Evidence& evidence, const std::string& term, const SourceText& source) {
    const std::size_t from = evidence.at ? *evidence.at - 1 : 0;
    return found(term, source, from, evidence.at ? from + 1 : source.paragraphs.size()).has_value();
  }

  void tell_paragraph(std::size_t number, const SourceText& source) {
    const Evidence& evidence = binding_.model.evidence[number];
    const auto end = static_cast<std::uint32_t>(source.text->content().size());
    tell("source-paragraph", *binding_.places.paragraphs[number],
         fmt::format("source '{}' has {} paragraphs, and no paragraph {}", binding_.model[evidence.source].id,
                     source.paragraphs.size(), *evidence.at),
         {}, {{{end, end}, "the source's text ends here", source.text}});
  }

  void tell_missing(const char* code, Place at, std::size_t number, const std::string& words,
                    const SourceText& source) {
    const Evidence& evidence = binding_.model.evidence[number];
    const std::string where = evidence.at ? fmt::format("paragraph {}", *evidence.at) : "the text";
    std::vector<Note> notes;
    if (evidence.at)
      notes.push_back({source.paragraphs[*evidence.at - 1].at, "the cited paragraph is here", source.text});
    tell(code, at,
         fmt::format("'{}' does not stand in {} of source '{}'", words, where,
                     binding_.model[evidence.source].id),
         elsewhere(words, source), std::move(notes));
  }

  /// In which paragraph a term stands instead.
  static std::string elsewhere(const std::string& term, const SourceText& source) {
    const std::optional<std::size_t> at = found(term, source, 0, source.paragraphs.size());
    return at ? fmt::format("it stands in paragraph {}", *at + 1) : "";
  }

  const Binding& binding_;
  const std::string& folder_;
  Diagnostics& diagnostics_;
  std::map<SourceId, std::optional<SourceText>> texts_;
  std::map<SourceId, std::vector<std::string>> hashes_;  // of the paragraphs of each that is there
};

}  // namespace

Verification verify_sources(const Binding& binding, const std::string& folder, Diagnostics& diagnostics) {
  return Verifier(binding, folder, diagnostics).run();
}

}  // namespace entente

// Text as HTML: escaped, with the terms that are explained.
#include "page/markup.h"

#include <algorithm>

#include "text/html.h"
#include "text/unicode.h"
#include "words/citation.h"
#include "words/concept_words.h"

namespace entente {
namespace {

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// Where a word stands whole in a text.
std::size_t find_whole(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end]))) return at;
  }
  return std::string_view::npos;
}

std::vector<Term> made() {
  std::vector<Term> all = {
      {{"situation", "situations"},
       "One combination of what every party does; all that is possible is looked at."},
      {{"concession", "concessions"},
       "A step that leaves the one who takes it worse off than before, at least until others have moved."},
      {{"settlement", "settlements"}, "A situation that the case counts as an agreement."},
      {{"waiver", "sets aside its condition", "set aside their condition"},
       "A condition that a party gives up, or that it accepts less than it has today, so that a settlement "
       "becomes possible."},
      {{"holds once made", "hold once made"},
       "Once the settlement is made, whatever gains follow that no answer takes back, it stays a settlement "
       "that all accept."},
      {{"coalition", "coalitions"}, "Two or more parties that act together."},
      {{"firmness", "Firmness"},
       "How good the evidence is for the weakest assumption that a conclusion hangs on: stated by those "
       "concerned, reported by others, inferred by the analyst, or assumed without evidence."},
      {{"stable"},
       "A situation is stable for a party if it has no reason to leave it; what counts as a reason "
       "depends on how far the party looks ahead."},
      {{"doubted"}, "The case itself cites evidence against it; it counts as inferred at most."},
  };
  for (const Concept c : concepts)
    all.push_back({{row(c).name, row(c).symbol}, "Stable where " + explained(c) + "."});
  return all;
}

}  // namespace

const std::vector<Term>& terms() {
  static const std::vector<Term> all = made();
  return all;
}

std::optional<TermFound> first_term(std::string_view text, const std::vector<std::string_view>& explained) {
  std::optional<TermFound> best;
  for (const Term& term : terms()) {
    if (std::find(explained.begin(), explained.end(), term.words.front()) != explained.end()) continue;
    for (const std::string_view word : term.words) {
      const std::size_t at = find_whole(text, word);
      if (at == std::string_view::npos) continue;
      if (!best || at < best->at || (at == best->at && word.size() > best->length))
        best = TermFound{at, word.size(), &term};
    }
  }
  return best;
}

namespace {

/// Whether a letter is written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their like.
bool right_to_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

/// Whether a letter is written from left to right; digits and signs are neither.
bool left_to_right(char32_t c) {
  return !right_to_left(c) && (c >= 0x00C0 || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z')) &&
         !(c >= 0x2000 && c <= 0x2BFF);
}

/// The first run from one letter written from right to left to the last before one that is not: its bytes.
std::pair<std::size_t, std::size_t> first_run(std::string_view text) {
  std::size_t begin = text.size(), end = text.size();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = first_code_point(text.substr(at));
    if (right_to_left(point.value)) {
      if (begin == text.size()) begin = at;
      end = at + point.bytes;
    } else if (begin < text.size() && left_to_right(point.value)) {
      break;
    }
    at += point.bytes;
  }
  return {begin, end};
}

}  // namespace

std::string isolated(std::string_view text) {
  std::string out;
  while (true) {
    const auto [begin, end] = first_run(text);
    out += escaped(text.substr(0, begin));
    if (begin == text.size()) return out;
    out += "<bdi>" + escaped(text.substr(begin, end - begin)) + "</bdi>";
    text.remove_prefix(end);
  }
}

Markup& Markup::open(std::string_view tag, const Attributes& attributes) {
  out_.append("<").append(tag);
  for (const auto& [name, value] : attributes) {
    out_.append(" ").append(name);
    if (!value.empty() || name == "alt") out_.append("=\"").append(escaped(value)).append("\"");
  }
  out_ += ">";
  open_.emplace_back(tag);
  return *this;
}

Markup& Markup::close() {
  out_.append("</").append(open_.back()).append(">");
  if (open_.back() != "a" && open_.back() != "abbr" && open_.back() != "span" && open_.back() != "strong")
    out_ += "\n";
  open_.pop_back();
  return *this;
}

Markup& Markup::raw(std::string_view html) {
  out_ += html;
  return *this;
}

Markup& Markup::text(std::string_view words) {
  const bool of_text_alone = !open_.empty() && (open_.back() == "title" || open_.back() == "option");
  out_ += of_text_alone ? escaped(words) : isolated(words);
  return *this;
}

Markup& Markup::prose(std::string_view words) {
  while (!words.empty()) {
    const std::size_t begin = words.find(link_begins);
    words_with_terms(words.substr(0, begin));
    if (begin == std::string_view::npos) break;
    words.remove_prefix(begin + 1);
    const std::size_t middle = words.find(link_words);
    const std::size_t end = words.find(link_ends);
    element("a", words.substr(middle + 1, end - middle - 1),
            {{"href", "#" + anchor("evidence", words.substr(0, middle))}});
    words.remove_prefix(end + 1);
  }
  return *this;
}

void Markup::words_with_terms(std::string_view words) {
  while (const std::optional<TermFound> found = first_term(words, explained_)) {
    text(words.substr(0, found->at));
    element("abbr", words.substr(found->at, found->length),
            {{"class", "term"}, {"title", std::string(found->term->meaning)}, {"tabindex", "0"}});
    explained_.push_back(found->term->words.front());
    words.remove_prefix(found->at + found->length);
  }
  text(words);
}

Markup& Markup::element(std::string_view tag, std::string_view words, const Attributes& attributes) {
  return open(tag, attributes).text(words).close();
}

Markup& Markup::paragraph(std::string_view words) {
  return words.empty() ? *this : open("p").prose(words).close();
}

Markup& Markup::open_scroll(const std::string& label) {
  return open("div", {{"class", "scroll"}, {"role", "group"}, {"tabindex", "0"}, {"aria-label", label}});
}

std::string Markup::html() {
  while (!open_.empty()) close();
  return std::move(out_);
}

std::string anchor(std::string_view kind, std::string_view id) {
  std::string out = std::string(kind) + "-" + std::string(id);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '/' || c == '.' || c == ' '; }, '-');
  return out;
}

}  // namespace entente

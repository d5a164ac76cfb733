// HTML written piece by piece.
#include "page/markup.h"

#include <algorithm>

#include "page/terms.h"
#include "words/citation.h"

namespace entente {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (byte >= 0x20 && byte != 0x7f) out += c;
        if (c == '\n' || c == '\t') out += ' ';
    }
  }
  return out;
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
  out_ += escaped(words);
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

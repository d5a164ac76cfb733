// Text as HTML: escaped, with the terms that are explained.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

struct Term {
  std::vector<std::string_view> words;  // as they stand in a text, the first one the term's name
  std::string meaning;
};

const std::vector<Term>& terms();

struct TermFound {
  std::size_t at = 0;
  std::size_t length = 0;
  const Term* term = nullptr;
};

/// The first term in a text that is not among those explained already, as a whole word.
std::optional<TermFound> first_term(std::string_view text, const std::vector<std::string_view>& explained);

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// A text as HTML (text/html.h), what is written from right to left apart, so that it leaves the order of
/// what stands around it alone: `<bdi>`.
std::string isolated(std::string_view text);

class Markup {
 public:
  /// The element stays open until the matching close().
  Markup& open(std::string_view tag, const Attributes& attributes = {});
  Markup& close();
  /// `html` is the program's own and stands as it is.
  Markup& raw(std::string_view html);
  Markup& text(std::string_view words);
  /// A text with the links of `linked` (citation.h) and the terms of the field explained.
  Markup& prose(std::string_view words);
  Markup& element(std::string_view tag, std::string_view words, const Attributes& attributes = {});
  Markup& paragraph(std::string_view words);
  /// Opens a box for what may be wider than the page: it scrolls by itself, by the keyboard too.
  Markup& open_scroll(const std::string& label);

  /// All of it; whatever is still open is closed.
  std::string html();

 private:
  void words_with_terms(std::string_view words);

  std::string out_;
  std::vector<std::string> open_;
  std::vector<std::string_view> explained_;
};

/// "assumption-japan-statement-3": an id of the case as one of HTML's.
std::string anchor(std::string_view kind, std::string_view id);

}  // namespace entente

// Pieces of text, and the known word nearest to one that is not known.
#include "text/text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode.h"

namespace entente {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

std::string_view without_byte_order_mark(std::string_view text) {
  return text.starts_with(byte_order_mark) ? text.substr(byte_order_mark.size()) : text;
}

Text::Text(std::string name, std::string content)
    : content_(std::move(content)), first_size_(content_.size()), files_{{std::move(name), 0, 0}} {
  add_lines(0);
}

std::uint32_t Text::append(std::string name, std::string_view content) {
  content_ += '\n';
  const auto begin = static_cast<std::uint32_t>(content_.size());
  content_ += content;
  files_.push_back({std::move(name), begin, lines_.size()});
  add_lines(begin);
  return begin;
}

// The first line begins behind the byte order mark, which no editor shows.
void Text::add_lines(std::uint32_t begin) {
  const std::string_view added = std::string_view(content_).substr(begin);
  lines_.push_back(static_cast<std::uint32_t>(content_.size() - without_byte_order_mark(added).size()));
  for (std::size_t i = begin; i < content_.size(); ++i) {
    if (content_[i] == '\n') lines_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

const Text::File& Text::file(std::uint32_t offset) const {
  const auto after = std::upper_bound(files_.begin() + 1, files_.end(), offset,
                                      [](std::uint32_t at, const File& one) { return at < one.begin; });
  return *(after - 1);
}

std::string_view Text::at(Place place) const {
  const auto size = static_cast<std::uint32_t>(content_.size());
  const std::uint32_t end = std::min(place.end, size);
  const std::uint32_t begin = std::min(place.begin, end);
  return std::string_view(content_).substr(begin, end - begin);
}

// The last that begins at or before a byte; the first of its text where none does.
std::size_t Text::line_number(std::uint32_t offset) const {
  const auto first = lines_.begin() + static_cast<std::ptrdiff_t>(file(offset).first_line);
  const auto after = std::upper_bound(first, lines_.end(), offset);
  return static_cast<std::size_t>((after == first ? first : after - 1) - lines_.begin());
}

Position Text::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(content_.size()));
  const std::size_t line = line_number(offset);
  const auto begin = content_.begin() + std::min(lines_[line], offset);
  const auto points = std::count_if(begin, content_.begin() + offset, starts_code_point);
  return {static_cast<std::uint32_t>(line - file(offset).first_line + 1),
          static_cast<std::uint32_t>(points) + 1};
}

Place Text::line_of(std::uint32_t offset) const {
  const std::uint32_t begin =
      lines_[line_number(std::min(offset, static_cast<std::uint32_t>(content_.size())))];
  const std::string_view rest = std::string_view(content_).substr(begin);
  std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return {begin, begin + static_cast<std::uint32_t>(line.size())};
}

std::string_view Text::line(std::uint32_t number) const {
  const std::size_t first = line_begin(number);
  return first >= first_size_ && number > 1 ? std::string_view() : at(line_of(line_begin(number)));
}

std::uint32_t Text::line_begin(std::uint32_t number) const {
  if (number == 0) return lines_.front();
  return number <= lines_.size() ? lines_[number - 1] : static_cast<std::uint32_t>(content_.size());
}

namespace {

// No search for words longer than a name, nor through more words than a case has: it would only cost time.
constexpr std::size_t longest_word = 64;
constexpr std::size_t most_words = 1000;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

unsigned replacement(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) ? 1 : 2;
}

/// The half edits from a to b: row by row, the swap of neighbours looks two rows back.
unsigned distance(std::string_view a, std::string_view b) {
  std::array<std::array<unsigned, longest_word + 1>, 3> rows{};
  for (unsigned j = 0; j <= b.size(); ++j) rows[0][j] = 2 * j;
  for (unsigned i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    row[0] = 2 * i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 2, row[j - 1] + 2, above[j - 1] + replacement(a[i - 1], b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 2);
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

bool same_but_for_capitals(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::optional<std::string> same_word(std::string_view word, const std::vector<std::string>& known) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return std::string(word);
  const auto same = std::find_if(known.begin(), known.end(),
                                 [&](const std::string& one) { return same_but_for_capitals(one, word); });
  return same == known.end() ? std::nullopt : std::optional(*same);
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  if (word.size() > longest_word || known.size() > most_words) return std::nullopt;
  if (auto same = same_word(word, known)) return same;
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::size_t best = 2 * limit + 1;
  const std::string* found = nullptr;
  for (const std::string& candidate : known) {
    if (candidate.size() > longest_word || candidate.size() > word.size() + limit) continue;
    if (word.size() > candidate.size() + limit) continue;
    const unsigned edits = distance(word, candidate);
    if (edits >= best) continue;
    best = edits;
    found = &candidate;
  }
  return found ? std::optional(*found) : std::nullopt;
}

}  // namespace entente

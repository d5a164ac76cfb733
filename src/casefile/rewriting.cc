// Blocks of a case's text, found from line ends and the statements between them.
#include "casefile/rewriting.h"

#include <algorithm>

#include "casefile/statement.h"

namespace entente::casefile {
namespace {

/// The byte behind the end of the line that a byte stands in.
std::uint32_t next_line(std::string_view text, std::uint32_t at) {
  const std::size_t end = text.find('\n', at);
  return static_cast<std::uint32_t>(end == std::string_view::npos ? text.size() : end + 1);
}

/// The first byte of a line that is no white space, or '\n' for a blank one.
char first(std::string_view text, std::uint32_t line) {
  const std::size_t at = text.find_first_not_of(" \t\r", line);
  return at == std::string_view::npos ? '\n' : text[at];
}

bool blank_before(std::string_view text, std::uint32_t line) {
  return line == 0 || first(text, line_begin(text, line - 1)) == '\n';
}

/// The head of a block, which may have comments above it.
Statement head(std::string_view text, Place block) {
  return statement_at(text, block.begin);
}

}  // namespace

std::string edited(std::string_view text, Place place, std::vector<TextEdit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const TextEdit& a, const TextEdit& b) { return a.at.begin < b.at.begin; });
  std::string out;
  std::uint32_t done = place.begin;
  for (const TextEdit& edit : edits) {
    if (edit.at.begin < done || edit.at.end > place.end) continue;
    out.append(text.substr(done, edit.at.begin - done)).append(edit.instead);
    done = edit.at.end;
  }
  return out.append(text.substr(done, place.end - done));
}

std::optional<Place> block(std::string_view text, const Table& table) {
  const Statement head = statement_at(text, line_begin(text, table.at.begin));
  if (!head.head || head.at.begin != table.at.begin) return std::nullopt;
  Place whole = {line_begin(text, head.at.begin), head.at.end};
  while (whole.begin > 0 && first(text, line_begin(text, whole.begin - 1)) == '#')
    whole.begin = line_begin(text, whole.begin - 1);
  for (Statement next = statement_at(text, whole.end); next.at.begin < next.at.end && !next.head;
       next = statement_at(text, whole.end))
    whole.end = next.at.end;
  return whole;
}

TextEdit without_block(std::string_view text, Place block) {
  Place gone = {block.begin, next_line(text, block.end)};
  if (blank_before(text, gone.begin))
    while (gone.end < text.size() && first(text, gone.end) == '\n') gone.end = next_line(text, gone.end);
  return {gone, {}};
}

TextEdit without_key(std::string_view text, Place block, std::uint32_t value) {
  Statement key = head(text, block);
  while (key.at.end <= value) key = statement_at(text, key.at.end);
  return {{line_begin(text, key.at.begin), next_line(text, key.at.end)}, {}};
}

TextEdit with_key(std::string_view text, Place block, std::string_view line) {
  const Statement above = head(text, block);
  const Statement next = statement_at(text, above.at.end);
  const std::uint32_t begin = next.at.begin < block.end ? line_begin(text, next.at.begin) : 0;
  const std::string_view indent =
      next.at.begin < block.end ? text.substr(begin, next.at.begin - begin) : std::string_view();
  return {{above.at.end, above.at.end}, std::string("\n").append(indent).append(line)};
}

}  // namespace entente::casefile

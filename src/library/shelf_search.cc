// The library's cases with what each says of itself, and those among them that a search finds.
#include <algorithm>
#include <sstream>
#include <tuple>

#include "casefile/read.h"
#include "entente/cases.h"
#include "library/shelf.h"

namespace entente {
namespace {

/// The next line of a text, which is cut off it.
std::string_view next_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

/// What stands in a line behind a mark; empty where that is not there.
std::string said_behind(std::string_view line, std::string_view mark) {
  const std::size_t at = line.find(mark);
  return std::string(at == std::string_view::npos ? "" : line.substr(at + mark.size()));
}

LibraryCase listed_as(const ShelfCase& of) {
  std::string_view text = of.text;
  std::string line = said_behind(next_line(text), " - ");
  return {std::string(of.name), std::move(line), said_behind(next_line(text), "# Group: ")};
}

/// The lines of the first comment, without its marks.
std::string first_comment(std::string_view text) {
  std::string words;
  while (text.starts_with('#')) words.append(next_line(text).substr(1)).append("\n");
  return words;
}

void add(const std::optional<casefile::String>& said, std::string& words) {
  if (said) words.append(said->value).append("\n");
}

/// What a search looks at: the name, title, summary, first comment, parties, evidence and sources.
std::string searched_words(const ShelfCase& of) {
  Diagnostics faults;
  const Text text(std::string(of.name), std::string(of.text));
  const casefile::Case written = casefile::read(text, faults);
  std::string words = std::string(of.name) + "\n" + first_comment(of.text);
  add(written.title, words);
  add(written.summary, words);
  for (const casefile::Party& party : written.parties) {
    add(party.name ? party.name : party.id, words);
    for (const casefile::String& person : party.people) add(person, words);
  }
  for (const casefile::Source& source : written.sources)
    for (const auto* said : {&source.title, &source.publisher, &source.date, &source.url}) add(*said, words);
  for (const casefile::Evidence& piece : written.evidence) add(piece.claim, words);
  return words;
}

/// Letters that are not of ASCII are found as they are typed.
bool has_word(std::string_view text, std::string_view word) {
  const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [&](char a, char b) { return small(a) == small(b); }) != text.end();
}

bool is_found(const ShelfCase& of, const std::vector<std::string>& words) {
  if (words.empty()) return true;
  const std::string searched = searched_words(of);
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return has_word(searched, word); });
}

}  // namespace

std::vector<LibraryCase> library_cases(std::string_view search) {
  std::vector<std::string> words;
  std::istringstream split{std::string(search)};
  for (std::string word; split >> word;) words.push_back(std::move(word));
  std::vector<LibraryCase> found;
  for (const ShelfCase& of : shelf())
    if (is_found(of, words)) found.push_back(listed_as(of));
  std::stable_sort(found.begin(), found.end(), [](const LibraryCase& a, const LibraryCase& b) {
    return std::tie(a.group, a.name) < std::tie(b.group, b.name);
  });
  return found;
}

}  // namespace entente

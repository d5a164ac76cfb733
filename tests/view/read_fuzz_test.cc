// Valid cases broken at random: reading never crashes, and what it says stands where it says.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "view/case.h"

namespace entente {
namespace {

using Random = std::mt19937_64;

std::vector<std::string> seeds() {
  std::vector<std::filesystem::path> paths;
  for (const char* folder : {"/tests/faults", "/cases"})
    for (const auto& entry : std::filesystem::directory_iterator(std::string(ENTENTE_SOURCE_DIR) + folder))
      if (entry.path().extension() == ".toml") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> found;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    found.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return found;
}

std::size_t below(Random& random, std::size_t end) {
  return end == 0 ? 0 : static_cast<std::size_t>(random() % end);
}

/// A line of a text, its end included.
std::pair<std::size_t, std::size_t> random_line(const std::string& text, Random& random) {
  const std::size_t at = below(random, text.size() + 1);
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const std::size_t end = text.find('\n', at);
  return {begin, (end == std::string::npos ? text.size() : end + 1) - begin};
}

/// One small change: bytes, words of the format, or whole lines.
void mutate(std::string& text, const std::string& other, Random& random) {
  static const std::vector<std::string> words = {
      "\"",          "'",     "[[",      "]]",     "[",           "]",    "{",
      "}",           "=",     "\n",      ".",      ",",           "#",    "\"\"\"",
      "not ",        " and ", " or ",    " iff ",  "(",           ")",    "north",
      "south.talks", "x",     "-1",      "1e400",  "nan",         "true", "\\u",
      "\xff",        "\0",    "[names]", "format", "[[party]]\n", "0",    "999",
      "2016-02-30",  "id",    "values",  "[]",     "in {",        "deal", "[[party.option]]\n",
      "\xe2\x80\xa6"};
  const std::size_t at = below(random, text.size() + 1);
  switch (below(random, 6)) {
    case 0: text.insert(at, words[below(random, words.size())]); break;
    case 1: text.erase(at, 1 + below(random, 8)); break;
    case 2:
      if (at < text.size()) text[at] = static_cast<char>(below(random, 256));
      break;
    case 3: {
      const auto [begin, length] = random_line(text, random);
      text.erase(begin, length);
      break;
    }
    case 4: {
      const auto [begin, length] = random_line(other, random);
      text.insert(random_line(text, random).first, other, begin, length);
      break;
    }
    default: {
      const auto [begin, length] = random_line(text, random);
      text.insert(random_line(text, random).first, text.substr(begin, length));
    }
  }
}

void check(const std::string& content) {
  const CaseReading reading = read_case(Text("case.toml", content), {std::uint64_t{1} << 12});
  const std::string page = printed(reading.diagnostics, reading.text, {});
  EXPECT_EQ(page.empty(), reading.diagnostics.empty());
  EXPECT_EQ(reading.found.has_value(), !reading.diagnostics.faulty() && !reading.too_many);
  for (const Diagnostic& one : reading.diagnostics.sorted()) {
    EXPECT_LE(one.at.begin, one.at.end);
    EXPECT_LE(one.at.end, content.size());
    for (const Note& note : one.notes) EXPECT_LE(note.at.end, content.size());
  }
}

TEST(ReadFuzz, NeverCrashesAndAlwaysAnswers) {
  const char* more = std::getenv("ENTENTE_FUZZ");
  const int rounds = more != nullptr ? std::atoi(more) : 4000;
  const std::vector<std::string> texts = seeds();
  ASSERT_FALSE(texts.empty());
  for (int seed = 0; seed < rounds; ++seed) {
    Random random(static_cast<std::uint64_t>(seed));
    std::string text = texts[below(random, texts.size())];
    for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes)
      mutate(text, texts[below(random, texts.size())], random);
    check(text);
    ASSERT_FALSE(HasFailure()) << "seed " << seed << "\n" << text;
  }
}

}  // namespace
}  // namespace entente

// Headings are told in sentence case, with the names of the case as it writes them; only a terminal has them
// in capitals, of every alphabet.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "entente/entente.h"
#include "entente/report.h"

namespace entente {
namespace {

void rename_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// A case whose parties have names that are words, or parts of some.
Input with_names() {
  std::ifstream in(std::filesystem::path(ENTENTE_SOURCE_DIR) / "cases/northern-territories.toml");
  std::ostringstream all;
  all << in.rdbuf();
  std::string text = all.str();
  rename_all(text, "\nname   = \"Japan\"", "\nname   = \"IS\"");
  rename_all(text, "\nname = \"the United States\"", "\nname = \"US\"");
  rename_all(text, "title   = \"Japan-Russia peace treaty", "title   = \"Brücken über den Fluß");
  return {"names.toml", text};
}

template <class Verb>
std::string answer_of(const Verb& verb) {
  std::string out;
  verb([&](std::string_view piece) { return out += piece, true; });
  return out;
}

TEST(Headings, AreInCapitalsOfTheTerminal) {
  const std::string brief = answer_of([](const Sink& sink) { analyze(with_names(), {}, {}, sink); });
  EXPECT_EQ(brief.rfind("BRÜCKEN ÜBER DEN FLUSS", 0), 0U) << brief;
  EXPECT_NE(brief.find("\nWHY THERE IS NO SETTLEMENT\n"), std::string::npos) << brief;
}

TEST(Headings, AreInSentenceCaseOfThePage) {
  const std::string parts = answer_of([](const Sink& sink) { page(with_names(), {}, {}, sink); });
  EXPECT_NE(parts.find("Why there is no settlement"), std::string::npos);
  EXPECT_NE(parts.find("one concession, by IS<"), std::string::npos);
  EXPECT_EQ(parts.find("there IS no"), std::string::npos);
  EXPECT_EQ(parts.find("rUSsia"), std::string::npos);
}

TEST(Headings, AreInSentenceCaseOfPictures) {
  std::string drawn;
  const Sink svg = [&](std::string_view piece) { return drawn += piece, true; };
  answer_of([&](const Sink& sink) { robust(with_names(), {.changes = 1, .svg = svg}, {}, sink); });
  EXPECT_NE(drawn.find("Brücken über den Fluß"), std::string::npos);
  EXPECT_NE(drawn.find("What rests on what"), std::string::npos);
  EXPECT_EQ(drawn.find("WHAT RESTS"), std::string::npos);
}

}  // namespace
}  // namespace entente

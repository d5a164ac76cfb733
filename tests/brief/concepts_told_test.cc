// Every concept is explained in full wherever it is named, listed and looked at in part: no meaning leans on
// another that stands beside it in some other text.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "entente/entente.h"

namespace entente {
namespace {

using Question = std::function<Answer(const Input&, const std::string& of, const Sink&)>;

const std::vector<Question>& questions() {
  static const std::vector<Question> all = {
      [](auto& i, auto&, auto& s) { return analyze(i, {.in_full = true}, {}, s); },
      [](auto& i, auto& c, auto& s) { return states(i, {.only = c}, {}, s); },
      [](auto& i, auto& c, auto& s) { return outlook(i, {.under = c}, {}, s); },
      [](auto& i, auto& c, auto& s) { return why(i, {.under = c}, {}, s); },
      [](auto& i, auto&, auto& s) { return settle(i, {}, {}, s); },
      [](auto& i, auto&, auto& s) { return path(i, {}, {}, s); },
      [](auto& i, auto&, auto& s) { return history(i, {}, {}, s); },
      [](auto& i, auto&, auto& s) { return robust(i, {.changes = 1}, {}, s); },
  };
  return all;
}

/// On one line, whatever its width.
std::string told(const Question& question, const Input& input, const std::string& of) {
  std::string out;
  question(input, of, [&](std::string_view piece) { return out += piece, true; });
  std::string line;
  for (const char c : out)
    if (c != '\n' && (c != ' ' || !line.ends_with(' ')))
      line += c;
    else if (!line.ends_with(' '))
      line += ' ';
  return line;
}

std::string small_case() {
  std::ifstream in(std::filesystem::path(ENTENTE_SOURCE_DIR) / "cases/prisoners-dilemma.toml");
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

TEST(ConceptsTold, InFull) {
  Input listed{"prisoners-dilemma.toml", small_case()};
  Input in_part = listed;
  in_part.limits.states = 1;
  for (const Input* input : {&listed, &in_part})
    for (const std::string& of : concept_names())
      for (const Question& question : questions())
        EXPECT_EQ(told(question, *input, of).find("the same, and"), std::string::npos)
            << told(question, *input, of);
}

TEST(ConceptsTold, OfSymmetryOnly) {
  Input in_part{"prisoners-dilemma.toml", small_case()};
  in_part.limits.states = 1;
  const Question outlooks = questions()[2];
  const auto has_way_out = [&](const std::string& of) {
    return told(outlooks, in_part, of).find("and no way out is left afterwards") != std::string::npos;
  };
  EXPECT_TRUE(has_way_out("smr"));
  EXPECT_TRUE(has_way_out("sseq"));
  EXPECT_FALSE(has_way_out("gmr"));
  EXPECT_FALSE(has_way_out("seq"));
}

}  // namespace
}  // namespace entente

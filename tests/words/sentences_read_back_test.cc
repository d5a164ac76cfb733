// Conditions in words are read in one way only: each of many random ones, read back, holds where the
// condition does.
#include <gtest/gtest.h>

#include <random>

#include "entente/entente.h"
#include "model/bind.h"
#include "oracle/rounds.h"
#include "view/analysis.h"
#include "words/condition_words.h"
#include "words/sentence_reader.h"

namespace entente {
namespace {

constexpr const char* three_parties = R"(format = 1
title = "t"
[[party]]
id = "north"
name = "North"
[[party.option]]
id = "sign"
labels = ["does not sign", "signs"]
[[party.option]]
id = "sell"
values = ["none", "some", "much"]
labels = ["sells nothing", "sells some", "sells much"]
[[party]]
id = "villages"
name = "the villages"
[[party.option]]
id = "pay"
labels = ["keep their money and their word", "pay"]
[[party.option]]
id = "price"
name = "the price"
values = ["v1", "v2", "v3", "v4"]
[[party]]
id = "south"
name = "South"
[[party.option]]
id = "visit"
labels = ["stays at home", "visits or writes"]
)";

constexpr const char* numbers_of_parties = R"(format = 1
title = "t"
[[party]]
id = "north"
name = "North"
[[party.option]]
id = "sign"
labels = ["does not sign", "signs"]
[[party.option]]
id = "catch"
values = ["0", "5", "2000"]
[[party]]
id = "villages"
name = "the villages"
[[party.option]]
id = "catch"
values = ["-3", "0"]
labels = ["catch less", "catch nothing"]
[[party]]
id = "south"
name = "South"
[[party.option]]
id = "catch"
values = ["3", "7"]
[[party.option]]
id = "fee"
name = "Pay the fee"
values = ["1", "2"]
)";

std::vector<std::string> choices_and_sums() {
  std::vector<std::string> all = {"north.sign", "not north.sign", "villages.catch = 0", "north.catch >= 5"};
  const std::vector<std::string> sides = {"north.catch + villages.catch + south.catch",
                                          "north.catch",
                                          "villages.catch",
                                          "south.catch",
                                          "south.fee",
                                          "2 * north.catch - south.fee",
                                          "5 - 3 * south.catch",
                                          "-1 * villages.catch",
                                          "2001",
                                          "-3",
                                          "south.fee * 12 + north.catch - 1200",
                                          "-4 * south.catch - 2 * north.catch"};
  for (const std::string& left : sides)
    for (const std::string& right : sides)
      for (const std::string sign : {"=", "!=", "<", ">", "<=", ">="})
        if (left != right && (left.find('.') != std::string::npos || right.find('.') != std::string::npos))
          all.push_back(left + " + 0 " + sign + " " + right);
  return all;
}

class Formulas {
 public:
  Formulas(unsigned seed, std::vector<std::string> choices) : random_(seed), choices_(std::move(choices)) {}

  std::string formula(int depth) {
    if (depth == 0 || draw(4) == 0) return choice();
    const std::string a = formula(depth - 1), b = formula(depth - 1);
    switch (draw(10)) {
      case 0:
      case 1: return "(" + a + " and " + b + ")";
      case 2:
      case 3: return "(" + a + " or " + b + ")";
      case 4: return "(" + a + " implies " + b + ")";
      case 5: return "(" + a + " iff " + b + ")";
      case 6: return "(" + a + " xor " + b + ")";
      case 7: return "not " + a;
      case 8: return "(" + a + " and " + b + " and " + formula(depth - 1) + ")";
      default:
        return std::vector<std::string>{"at_least(", "at_most(", "exactly("}[draw(3)] +
               std::to_string(draw(4)) + ", " + a + ", " + b + ", " + formula(depth - 1) + ")";
    }
  }

 private:
  unsigned draw(unsigned below) { return static_cast<unsigned>(random_() % below); }
  std::string choice() { return choices_[draw(static_cast<unsigned>(choices_.size()))]; }

  std::mt19937 random_;
  std::vector<std::string> choices_;
};

Meaning meaning(const Model& model, const SentenceReader& reader, ConditionId id, const States& states) {
  Meaning holds_in(reader.combinations());
  for (std::size_t k = 0; k < holds_in.size(); ++k) {
    Word word = 0;
    for (std::size_t o = 0; o < model.options.size(); ++o)
      word = states.layout().with(word, static_cast<OptionId>(o), reader.value(k, o));
    holds_in[k] = holds(model.conditions, id, states.layout(), word);
  }
  return holds_in;
}

/// How many of so many random formulas could be read back.
std::size_t read_back(const char* text, const std::vector<std::string>& choices, int formulas_tried) {
  CaseReading reading = read_case(Text("case.toml", text), {});
  if (!reading.found) return 0;
  Model& model = reading.found->model;
  const Analysis analysis(*reading.found);
  const SentenceReader reader(model, {false, true, false});
  Formulas formulas(20161, choices);
  EXPECT_EQ("they", Voice(model).verb(PartyId{1}, "it", "they"));
  std::size_t read = 0;
  for (int k = 0; k < formulas_tried && !testing::Test::HasFailure(); ++k) {
    const std::string formula = formulas.formula(k % 4);
    Diagnostics faults;
    const auto id = bind_formula(Text("formula", formula), model, faults);
    if (!id) return ADD_FAILURE() << formula, 0;
    const Voice voice(model);
    const std::string words = in_words(voice, *id, formula);
    if (words.front() == '"') continue;
    const Meaning right = meaning(model, reader, *id, analysis.states());
    if (settled(voice, *id)) {
      EXPECT_EQ(Meaning(right.size(), words == "always"), right) << formula;
      continue;
    }
    EXPECT_EQ(std::set<Meaning>{right}, reader.read(words)) << formula << "\n" << words;
    ++read;
  }
  return read;
}

TEST(Sentences, ReadBackAreTheConditionAgain) {
  const std::vector<std::string> choices = {
      "north.sign",           "north.sell = some",    "north.sell >= some",         "north.sell != some",
      "villages.pay",         "villages.price >= v2", "villages.price in {v1, v3}", "villages.price = v4",
      "villages.price <= v3", "south.visit",          "not villages.pay",           "true"};
  EXPECT_GT(read_back(three_parties, choices, 10'000), 7'000U);
}

TEST(Sentences, SumsReadBackAreTheConditionAgain) {
  EXPECT_GT(read_back(numbers_of_parties, choices_and_sums(), 5'000), 2'000U);
}

}  // namespace
}  // namespace entente

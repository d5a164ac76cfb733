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

class Formulas {
 public:
  explicit Formulas(unsigned seed) : random_(seed) {}

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
  std::string choice() {
    static const std::vector<std::string> all = {
        "north.sign",           "north.sell = some",    "north.sell >= some",         "north.sell != some",
        "villages.pay",         "villages.price >= v2", "villages.price in {v1, v3}", "villages.price = v4",
        "villages.price <= v3", "south.visit",          "not villages.pay",           "true"};
    return all[draw(static_cast<unsigned>(all.size()))];
  }

  std::mt19937 random_;
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

TEST(Sentences, ReadBackAreTheConditionAgain) {
  CaseReading reading = read_case(Text("case.toml", three_parties), {});
  ASSERT_TRUE(reading.found);
  Model& model = reading.found->model;
  const Analysis analysis(*reading.found);
  const std::vector<bool> many = {false, true, false};
  const SentenceReader reader(model, many);
  Formulas formulas(20161);
  const Voice plural(model);
  ASSERT_EQ("they", plural.verb(PartyId{1}, "it", "they"));
  std::size_t read = 0;
  for (int k = 0; k < 10'000; ++k) {
    const std::string formula = formulas.formula(1 + k % 4);
    Diagnostics faults;
    const auto id = bind_formula(Text("formula", formula), model, faults);
    ASSERT_TRUE(id) << formula;
    const Voice voice(model);
    const std::string words = in_words(voice, *id, formula);
    if (words.front() == '"') continue;
    const Meaning right = meaning(model, reader, *id, analysis.states());
    if (settled(voice, *id)) {
      ASSERT_EQ(Meaning(right.size(), words == "always"), right) << formula;
      continue;
    }
    ASSERT_EQ(std::set<Meaning>{right}, reader.read(words)) << formula << "\n" << words;
    ++read;
  }
  EXPECT_GT(read, 8'000U);
}

}  // namespace
}  // namespace entente

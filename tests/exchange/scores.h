// The scores that a case made of a negotiation gives, held against what outcomes are worth by a formula.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "casefile/read.h"
#include "exchange/rational.h"
#include "model/bind.h"
#include "states/moves.h"
#include "states/rank.h"

namespace entente::exchange {

/// What an outcome is worth to a party, by the number of the value of each issue; nothing of it is a lack of
/// a deal.
using Worth = std::function<Rational(const std::vector<std::size_t>& values)>;

inline Rational of_hundred(int number) {
  Rational fraction(number, 100);
  fraction.canonicalize();
  return fraction;
}

/// -30 is "-0.30".
inline std::string hundredths(int number) {
  const std::string digits = std::to_string(std::abs(number) + 100);
  return (number < 0 ? "-" : "") + std::to_string(std::abs(number) / 100) + "." +
         digits.substr(digits.size() - 2);
}

inline Model bound(const std::string& text) {
  Diagnostics diagnostics;
  const Text file("made.toml", text);
  Binding binding = bind(casefile::read(file, diagnostics), diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << printed(diagnostics, file, {}) << text;
  return std::move(binding.model);
}

/// The sum of the weights of the statements that hold.
inline mpz_class score(const Model& model, PartyId party, const States& states, StateId s) {
  mpz_class sum = 0;
  for (const Preference& one : model[party].preferences) {
    EXPECT_GE(one.weight.exponent, 0);
    if (!where(model.conditions, one.statement, states).contains(s)) continue;
    const mpz_class weight(one.weight.digits +
                           std::string(static_cast<std::size_t>(one.weight.exponent), '0'));
    sum += one.weight.negative ? mpz_class(-weight) : weight;
  }
  return sum;
}

/// The unit that the head of the case tells.
inline mpz_class unit_of(const std::string& text) {
  const std::string before = "What is worth 1 there has the weight ";
  const std::size_t begin = text.find(before) + before.size();
  return mpz_class(text.substr(begin, text.find(' ', begin) - begin));
}

inline Rational worth_there(const Worth& worth, const States& states, StateId s, std::size_t issues) {
  std::vector<std::size_t> values;
  for (std::size_t i = 0; i < issues; ++i) {
    const Value value = states.value(s, static_cast<OptionId>(i));
    if (value == 0) return worth({});
    values.push_back(value - 1);
  }
  return worth(values);
}

/// Of every party in every state; and its ranks.
inline void expect_worths(const std::string& text, const std::vector<std::size_t>& values,
                          const std::vector<Worth>& parties) {
  const Model model = bound(text);
  const States states = std::get<States>(feasible_states(model));
  const mpz_class unit = unit_of(text);
  std::size_t outcomes = 1;
  for (const std::size_t count : values) outcomes *= count;
  ASSERT_EQ(states.size(), outcomes + 1);
  ASSERT_EQ(model.parties.size(), parties.size());
  for (std::size_t p = 0; p < parties.size(); ++p) {
    const PartyId party{static_cast<std::uint32_t>(p)};
    const Ranks seen = ranks(model, party, states, {});
    std::vector<Rational> worth;
    for (StateId s = 0; s < states.size(); ++s)
      worth.push_back(worth_there(parties[p], states, s, values.size()));
    for (StateId s = 0; s < states.size(); ++s) {
      EXPECT_EQ(score(model, party, states, s).get_str(), Rational(worth[s] * unit).get_str());
      EXPECT_EQ(seen[s] < seen[0], worth[s] < worth[0]);
      EXPECT_EQ(seen[s] == seen[states.size() - 1], worth[s] == worth[states.size() - 1]);
    }
  }
}

/// From no deal to every deal, all at once, and from a deal nowhere.
inline void expect_moves(const std::string& text) {
  const Model model = bound(text);
  const States states = std::get<States>(feasible_states(model));
  const MoverMoves together(model, states, MoverId(model.parties.size()));
  EXPECT_EQ(states.find(status_quo(model, states.layout())), StateId{0});
  EXPECT_EQ(together.from(0).size(), states.size() - 1);
  for (StateId s = 1; s < states.size(); ++s) EXPECT_TRUE(together.from(s).empty());
}

}  // namespace entente::exchange

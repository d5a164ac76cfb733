// Stakes within sentences: common nouns are small, what may be a proper name is not.
#include "words/stake_names.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

std::string told(const std::string& name, const std::string& claim = "") {
  Model model;
  model.stakes.push_back({.id = "thing", .name = name});
  model.evidence.push_back({.id = "e", .claim = claim});
  return stake_in_a_sentence(model, model.stakes[0]);
}

TEST(StakeNames, CommonNounsAreSmall) {
  EXPECT_EQ(told("The quiet of the night"), "the quiet of the night");
  EXPECT_EQ(told("Control of the catch"), "control of the catch");
  EXPECT_EQ(told("Fishing grounds", "Both need the fishing grounds."), "fishing grounds");
  EXPECT_EQ(told("talks on Etorofu"), "talks on Etorofu");
}

TEST(StakeNames, WhatMayBeAProperNameIsAsItIs) {
  EXPECT_EQ(told("Etorofu", "Russia holds Etorofu."), "Etorofu");
  EXPECT_EQ(told("Fishing grounds", "Unfishing grounds; overfishing, a fishingboat."), "Fishing grounds");
  EXPECT_EQ(told("NATO membership", "nato"), "NATO membership");
  EXPECT_EQ(told("Åland", "åland"), "Åland");
  EXPECT_EQ(told(""), "thing");
}

}  // namespace
}  // namespace entente

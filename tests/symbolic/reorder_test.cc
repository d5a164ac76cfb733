// Other orders of the bits: sets stay what they are, and what was cut short leaves no trace.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

#include "bench/large_model.h"
#include "engine/symbolic/symbolic.h"
#include "stability/concepts.h"

namespace entente {
namespace {

class Reorder : public testing::Test {
 protected:
  Reorder() {
    auto answer = SymbolicCase::open(model_);
    symbolic_ = std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
  }

  Diagrams& diagrams() { return symbolic_->diagrams(); }
  StateSet stable_for(std::uint32_t i, Concept c) {
    return listed(diagrams(), stable(symbolic_->engine(), PartyId(i), c), states_);
  }

  const Model model_ = bench::large_model({.options = 14, .parties = 4, .rules = true});
  const States states_ = std::get<States>(feasible_states(model_));
  std::unique_ptr<SymbolicCase> symbolic_;
};

TEST_F(Reorder, SetsStayWhatTheyAre) {
  const std::vector<unsigned> first = diagrams().order();
  const Diagram kept = stable(symbolic_->engine(), PartyId{0}, Concept::seq);
  const StateSet before = listed(diagrams(), kept, states_);
  const Count counted = count(diagrams(), kept);
  const std::vector<Word> words = entente::first(diagrams(), kept, 100);
  diagrams().reorder();
  EXPECT_NE(diagrams().order(), first);
  EXPECT_TRUE(std::is_permutation(first.begin(), first.end(), diagrams().order().begin()));
  EXPECT_EQ(listed(diagrams(), kept, states_), before);
  EXPECT_EQ(count(diagrams(), kept), counted);
  EXPECT_EQ(entente::first(diagrams(), kept, 100), words);
}

TEST_F(Reorder, VerdictsDoNotDependOnIt) {
  std::vector<StateSet> before;
  for (const Concept c : concepts)
    for (std::uint32_t i = 0; i < 4; ++i) before.push_back(stable_for(i, c));
  std::size_t n = 0;
  for (const Concept c : concepts)
    for (std::uint32_t i = 0; i < 4; ++i) {
      diagrams().reorder();
      EXPECT_EQ(stable_for(i, c), before[n++]) << id(c) << " for party " << i;
    }
}

TEST_F(Reorder, WhatWasCutShortLeavesTheFirstOrder) {
  const std::vector<unsigned> first = diagrams().order();
  const StateSet before = stable_for(1, Concept::seq);
  std::atomic<bool> cancel = false;
  const auto cut = diagrams().within({.time = std::nullopt, .cancel = &cancel}, [&] {
    const Diagram kept = stable(symbolic_->engine(), PartyId{0}, Concept::seq);
    diagrams().reorder();
    EXPECT_NE(diagrams().order(), first);
    cancel = true;
    return (kept & symbolic_->engine().all()).empty();
  });
  EXPECT_TRUE(std::holds_alternative<Spent>(cut));
  EXPECT_EQ(diagrams().order(), first);
  EXPECT_EQ(stable_for(1, Concept::seq), before);
  diagrams().reorder();
  EXPECT_NE(diagrams().order(), first);
  EXPECT_EQ(stable_for(1, Concept::seq), before);
}

// Large enough for the closure to look for orders by itself.
TEST(ReorderByItself, LargeClosures) {
  const Model model =
      bench::large_model({.options = 40, .parties = 6, .statements = 8, .rules = true, .seed = 2});
  auto answer = SymbolicCase::open(model);
  const auto symbolic = std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
  const std::vector<unsigned> first = symbolic->diagrams().order();
  const Symbolic& engine = symbolic->engine();
  const Diagram seq = stable(engine, PartyId{0}, Concept::seq);
  EXPECT_NE(symbolic->diagrams().order(), first);
  EXPECT_TRUE((seq - stable(engine, PartyId{0}, Concept::gmr)).empty());
  EXPECT_TRUE((stable(engine, PartyId{0}, Concept::nash) - seq).empty());
}

}  // namespace
}  // namespace entente

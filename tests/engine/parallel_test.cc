// Loops on all cores: what one round throws leaves the work of the others whole.
#include "engine/parallel.h"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>
#include <vector>

namespace entente {
namespace {

TEST(Parallel, RunsEveryRoundOnce) {
  std::vector<int> runs(1000, 0);
  in_parallel(runs.size(), [&](std::size_t k) { ++runs[k]; });
  EXPECT_EQ(std::vector<int>(1000, 1), runs);
  in_parallel(tbb::blocked_range<std::size_t>(0, runs.size(), 7), [&](const auto& part) {
    for (std::size_t k = part.begin(); k < part.end(); ++k) ++runs[k];
  });
  EXPECT_EQ(std::vector<int>(1000, 2), runs);
}

// With loops of oneTBB alone some of the inner loops return half done.
TEST(Parallel, ARoundThatThrowsCutsNoLoopInsideAnother) {
  for (int turn = 0; turn < 50; ++turn) {
    std::atomic<std::size_t> half_done = 0;
    const auto outer = [&](std::size_t k) {
      if (k % 4 == 3) throw std::runtime_error("this round fails");
      std::vector<std::size_t> squares(5000, 0);
      in_parallel(squares.size(), [&](std::size_t n) { squares[n] = n * n + 1; });
      if (std::find(squares.begin(), squares.end(), 0U) != squares.end()) ++half_done;
    };
    EXPECT_THROW(in_parallel(64, outer), std::runtime_error);
    EXPECT_EQ(0U, half_done);
  }
}

TEST(Parallel, ThrowsOneOfSeveral) {
  EXPECT_THROW(in_parallel(100, [](std::size_t) { throw 7; }), int);
}

}  // namespace
}  // namespace entente

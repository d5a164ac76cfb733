// Loops on all cores: what one round throws leaves the work of the others whole.
#include "engine/parallel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace entente {
namespace {

TEST(Parallel, RunsEveryRoundOnce) {
  std::vector<int> runs(1000, 0);
  in_parallel(runs.size(), [&](std::size_t k) { ++runs[k]; });
  EXPECT_EQ(std::vector<int>(1000, 1), runs);
  in_parallel(runs.size(), 7, [&](const Piece& part) {
    for (std::size_t k = part.begin(); k < part.end(); ++k) ++runs[k];
  });
  EXPECT_EQ(std::vector<int>(1000, 2), runs);
}

void sleep(int microseconds) {
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
}

// With loops of oneTBB alone inner loops return half done. The round that fails waits until another one is
// inside its own loop, or for a while, where there is one core.
TEST(Parallel, ARoundThatThrowsCutsNoLoopInsideAnother) {
  std::atomic<std::size_t> half_done = 0;
  for (int turn = 0; turn < 20; ++turn) {
    std::atomic<bool> inside = false;
    const auto outer = [&](std::size_t k) {
      for (int wait = 0; k % 8 == 7 && !inside && wait < 200; ++wait) sleep(50);
      if (k % 8 == 7) throw std::runtime_error("this round fails");
      std::vector<std::size_t> done(200, 0);
      in_parallel(done.size(), [&](std::size_t n) {
        inside = true;
        sleep(20);
        done[n] = 1;
      });
      if (std::find(done.begin(), done.end(), 0U) != done.end()) ++half_done;
    };
    EXPECT_THROW(in_parallel(16, outer), std::runtime_error);
  }
  EXPECT_EQ(0U, half_done);
}

TEST(Parallel, ThrowsOneOfSeveral) {
  EXPECT_THROW(in_parallel(100, [](std::size_t) { throw 7; }), int);
}

}  // namespace
}  // namespace entente

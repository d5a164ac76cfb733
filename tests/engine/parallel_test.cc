// Loops on all cores: every round is run once and has ended when the loop does, inside a round, too; and what
// one round throws leaves the work of the others whole. Run with oneTBB behind the loops, and with our own
// pool (tests/CMakeLists.txt).
#include "engine/parallel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace entente {
namespace {

TEST(Parallel, RunsEveryRoundOnce) {
  const std::size_t count = 200000;  // so many that two threads meet in taking one
  std::vector<int> runs(count, 0);
  in_parallel(count, [&](std::size_t k) { ++runs[k]; });
  EXPECT_EQ(std::vector<int>(count, 1), runs);
  in_parallel(count, 7, [&](const Piece& part) {
    ASSERT_LE(part.end(), count);
    for (std::size_t k = part.begin(); k < part.end(); ++k) ++runs[k];
  });
  EXPECT_EQ(std::vector<int>(count, 2), runs);
  in_parallel(0, [](std::size_t) { FAIL(); });
  in_parallel(0, 7, [](const Piece&) { FAIL(); });
}

void sleep(int microseconds) {
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
}

/// Waits for what others do; false where that took too long.
template <class Done>
bool wait_until(const Done& done) {
  for (int look = 0; look < 100000 && !done(); ++look) sleep(100);
  return done();
}

/// How many rounds of a loop of `count` slow ones have ended when it says that it has.
std::size_t rounds_ended(std::size_t count) {
  std::atomic<std::size_t> ended = 0;
  in_parallel(count, [&](std::size_t) {
    sleep(50);
    ++ended;
  });
  return ended;
}

TEST(Parallel, ALoopInsideARoundEndsWithAllItsRounds) {
  std::vector<std::size_t> ended(10, 0);
  in_parallel(ended.size(), [&](std::size_t k) {
    std::vector<std::size_t> inside(8, 0);
    in_parallel(inside.size(), 3, [&](const Piece& part) {
      for (std::size_t n = part.begin(); n < part.end(); ++n) inside[n] = rounds_ended(6);
    });
    ended[k] = static_cast<std::size_t>(std::count(inside.begin(), inside.end(), 6U));
  });
  EXPECT_EQ(std::vector<std::size_t>(10, 8), ended);
}

TEST(Parallel, ThreadsBeginLoopsAtTheSameTime) {
  std::vector<std::size_t> ended(3, 0);
  std::vector<std::thread> all;
  for (std::size_t& mine : ended) all.emplace_back([&mine] { mine = rounds_ended(200); });
  for (std::thread& one : all) one.join();
  EXPECT_EQ(std::vector<std::size_t>(3, 200), ended);
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
  EXPECT_THROW(in_parallel(100, 7, [](const Piece&) { throw 7; }), int);
  EXPECT_EQ(100U, rounds_ended(100));
}

// The round that catches goes on, and so do the others.
TEST(Parallel, WhatALoopInsideARoundThrowsIsThrownThere) {
  std::atomic<std::size_t> caught = 0;
  in_parallel(20, [&](std::size_t k) {
    try {
      in_parallel(10, [&](std::size_t n) {
        if (n == k % 10) throw k;
      });
    } catch (const std::size_t thrown) {
      if (thrown == k) ++caught;
    }
  });
  EXPECT_EQ(20U, caught);
}

TEST(Parallel, IsolatedWorkIsDoneAndThrows) {
  std::size_t ended = 0;
  isolated([&] { ended = rounds_ended(30); });
  EXPECT_EQ(30U, ended);
  EXPECT_THROW(isolated([] { throw 7; }), int);
}

struct Mine {
  std::thread::id made_by = std::this_thread::get_id();
  std::size_t used = 0;
};

/// Who asked for his own, and what he got each time.
using Got = std::map<std::thread::id, std::set<Mine*>>;

Got got_by_each(OfEachThread<Mine>& of, std::size_t rounds) {
  Got got;
  std::mutex adding;
  in_parallel(rounds, [&](std::size_t) {
    Mine& mine = of.local();
    ++mine.used;
    sleep(100);
    const std::lock_guard lock(adding);
    got[std::this_thread::get_id()].insert(&mine);
  });
  return got;
}

TEST(Parallel, EachThreadHasItsOwn) {
  std::atomic<std::size_t> made = 0;
  const auto make = [&] {
    ++made;
    return Mine();
  };
  std::vector<OfEachThread<Mine>> two;
  for (int k = 0; k < 2; ++k) two.emplace_back(make);
  std::size_t values = 0, uses = 0;
  std::set<Mine*> all;
  for (OfEachThread<Mine>& one : two)
    for (const auto& [thread, mine] : got_by_each(one, 100)) {
      EXPECT_EQ(1U, mine.size());
      EXPECT_EQ(thread, (*mine.begin())->made_by);
      all.insert(mine.begin(), mine.end());
      ++values;
      uses += (*mine.begin())->used;
    }
  EXPECT_EQ(values, all.size());
  EXPECT_EQ(values, made);
  EXPECT_EQ(200U, uses);
}

#ifdef ENTENTE_OWN_POOL  // which has four threads or more on any machine

TEST(OwnPool, FourRoundsRunAtTheSameTime) {
  std::atomic<std::size_t> here = 0, met = 0;
  in_parallel(4, [&](std::size_t) {
    ++here;
    if (wait_until([&] { return here == 4; })) ++met;
  });
  EXPECT_EQ(4U, met);
}

// One thread is in the round that waits, one began the loop inside the other round, two are idle.
TEST(OwnPool, IdleThreadsHelpALoopInsideARound) {
  std::atomic<std::size_t> here = 0, met = 0;
  std::atomic<bool> ended = false;
  const auto waits = [&] { EXPECT_TRUE(wait_until([&] { return ended.load(); })); };
  const auto begins_a_loop = [&] {
    in_parallel(3, [&](std::size_t) {
      ++here;
      if (wait_until([&] { return here == 3; })) ++met;
    });
    ended = true;
  };
  in_parallel(2, [&](std::size_t k) { k == 0 ? begins_a_loop() : waits(); });
  EXPECT_EQ(3U, met);
}

#endif

}  // namespace
}  // namespace entente

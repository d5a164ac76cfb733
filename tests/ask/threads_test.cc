// Several threads of one process that ask about cases too large to list: each gets its answer, after the
// other's, and waiting counts in its time.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "entente/entente.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

/// 2^40 states and few wishes: diagrams have it in no time.
Input large() {
  Input input{"large.toml", "format = 1\ntitle = \"Large\"\n"};
  for (int p = 0; p < 4; ++p) {
    input.content += "[[party]]\nid = \"p" + std::to_string(p) + "\"\n";
    for (int o = 0; o < 10; ++o) input.content += "[[party.option]]\nid = \"o" + std::to_string(o) + "\"\n";
    input.content += "[[party.preference]]\nstatement = \"p" + std::to_string((p + 1) % 4) + ".o1\"\n";
  }
  return input;
}

struct Told {
  Answer answer;
  std::string out;
};

Told asked(const Input& input) {
  Told told;
  told.answer = settle(input, {}, {}, [&](std::string_view text) { return told.out.append(text), true; });
  return told;
}

/// A thread that is in the middle of its answer, and so has the diagrams, until it is let go on.
class Holder {
 public:
  Holder() {
    thread_ = std::thread([this] {
      answer_ = analyze(large(), {}, {}, [this](std::string_view) {
        holds_.set_value();
        go_on_.get_future().wait();
        return true;
      });
    });
    holds_.get_future().wait();
  }
  Answer let_go() {
    go_on_.set_value();
    thread_.join();
    return answer_;
  }

 private:
  std::promise<void> holds_, go_on_;
  std::thread thread_;
  Answer answer_;
};

double seconds_since(Clock::time_point begun) {
  return std::chrono::duration<double>(Clock::now() - begun).count();
}

TEST(Threads, TheSecondWaitsForTheFirst) {
  const Told alone = asked(large());
  ASSERT_EQ(status::answered, alone.answer.status) << alone.answer.err;
  Holder first;
  std::future<Told> second = std::async(std::launch::async, [] { return asked(large()); });
  EXPECT_EQ(std::future_status::timeout, second.wait_for(std::chrono::milliseconds(300)));
  EXPECT_EQ(status::answered, first.let_go().status);
  const Told told = second.get();
  EXPECT_EQ(status::answered, told.answer.status) << told.answer.err;
  EXPECT_EQ(alone.out, told.out);
}

TEST(Threads, ManyAskAtOnce) {
  const Told alone = asked(large());
  std::vector<std::future<Told>> all;
  for (int k = 0; k < 6; ++k) all.push_back(std::async(std::launch::async, [] { return asked(large()); }));
  for (std::future<Told>& one : all) {
    const Told told = one.get();
    EXPECT_EQ(status::answered, told.answer.status) << told.answer.err;
    EXPECT_EQ(alone.out, told.out);
  }
}

TEST(Threads, WaitingCountsInTheTime) {
  Holder first;
  Input hurried = large();
  hurried.limits.seconds = 1;
  const auto begun = Clock::now();
  const Told told = asked(hurried);
  EXPECT_GE(seconds_since(begun), 0.9);
  EXPECT_LT(seconds_since(begun), 2.5);
  EXPECT_EQ(status::over_budget, told.answer.status);
  EXPECT_NE(std::string::npos, told.answer.err.find("waiting for another large case")) << told.answer.err;
  EXPECT_EQ(status::answered, first.let_go().status);
  EXPECT_EQ(status::answered, asked(hurried).answer.status);
}

TEST(Threads, CancellingEndsTheWait) {
  Holder first;
  std::atomic<bool> cancelled = false;
  Input input = large();
  input.limits.cancelled = &cancelled;
  std::future<Told> second = std::async(std::launch::async, [&] { return asked(input); });
  EXPECT_EQ(std::future_status::timeout, second.wait_for(std::chrono::milliseconds(200)));
  const auto begun = Clock::now();
  cancelled = true;
  const Told told = second.get();
  EXPECT_LT(seconds_since(begun), 0.5);
  EXPECT_EQ(status::over_budget, told.answer.status);
  EXPECT_EQ("stopped as asked before anything was known.\n", told.answer.err);
  first.let_go();
}

// What the header advises against does not hang, at least.
TEST(Threads, AQuestionWithinASinkEnds) {
  Told inside;
  const Answer outside =
      settle(large(), {}, {}, [&](std::string_view) { return inside = asked(large()), true; });
  EXPECT_EQ(status::answered, outside.status);
  EXPECT_EQ(status::over_budget, inside.answer.status);
}

// States that are listed are no bar to diagrams elsewhere, nor the other way round.
TEST(Threads, ListedCasesDoNotWait) {
  Holder first;
  const Input small{"small.toml",
                    "format = 1\ntitle = \"Small\"\n[[party]]\nid = \"a\"\n[[party.option]]\nid = \"x\"\n"};
  EXPECT_EQ(status::answered, asked(small).answer.status);
  first.let_go();
}

}  // namespace
}  // namespace entente

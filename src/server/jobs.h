// Work that is asked for: what waits, what runs, what is done; so much of it at once and no more.
#pragma once

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/refusal.h"
#include "server/threads.h"
#include "server/workers.h"

namespace entente::server {

/// Quick work is waited for and has runners of its own, so that long work never blocks it.
enum class Lane : std::size_t { quick, lasting };

struct JobState {
  enum class Is { waiting, running, done, failed } is = Is::waiting;
  std::uint64_t id = 0;
  bool lasting = false;
  std::string what;  // what the client called it
  std::uint64_t done = 0, total = 0;
  std::string stage;   // what is being worked on, in words
  double seconds = 0;  // that it has run
  std::optional<Refusal> wrong;
};

class Jobs {
 public:
  struct Most {
    unsigned at_once = 2;  // in each lane
    std::uint32_t seconds = 600;
    std::uint64_t memory = 0;
  };
  /// `told` is told of a job whenever it begins, goes on or ends; `missed`, where that failed.
  Jobs(const Workers& workers, Most most, std::function<void(const JobState&)> told,
       std::function<void()> missed);
  Jobs(const Jobs&) = delete;
  Jobs& operator=(const Jobs&) = delete;

  /// Takes as many of the threads as there may be work at once, until close(). They must end before this
  /// does.
  void serve(Threads& threads);
  /// Ends all work, and whoever waits for some.
  void close();
  Outcome<std::uint64_t> begin(Work work, Lane lane, const std::string& what);
  /// Waits so long for its end; stops to wait where `gone` is true. The answer is taken out with it.
  std::optional<Outcome<Work_done>> wait(std::uint64_t id, std::chrono::milliseconds time,
                                         const std::function<bool()>& gone);
  /// Makes quick work lasting; refused where no more of that may run, and then it is ended.
  std::optional<Refusal> let_last(std::uint64_t id);

  std::optional<JobState> state(std::uint64_t id) const;
  std::vector<JobState> all() const;
  /// What it came to, which stays.
  std::optional<Outcome<Work_done>> result(std::uint64_t id) const;
  /// Asks it to end soon with what is known by then; one that waits has ended with this.
  void stop(std::uint64_t id);
  /// Ends it, where it is not at its end, and forgets it.
  bool remove(std::uint64_t id);

 private:
  struct Job;
  using Shared = std::shared_ptr<Job>;

  /// What one thread does: one job after another, whatever is thrown.
  void serve();
  Shared next();
  Outcome<Work_done> done(const Shared& job);
  void go_on(const Shared& job, const std::function<void(Job&)>& change);
  void end(const Shared& job, Outcome<Work_done> result);
  void keep(Job& job, Outcome<Work_done> result);
  void tell(const Shared& job) const;
  void forget_old();
  JobState told(const Job& job) const;
  Shared find(std::uint64_t id) const;

  const Workers& workers_;
  Most most_;
  std::function<void(const JobState&)> tell_;
  std::function<void()> miss_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::uint64_t, Shared> jobs_;
  std::array<std::list<Shared>, 2> waiting_;
  std::array<std::size_t, 2> running_{};
  std::uint64_t last_ = 0;
  bool closed_ = false;
};

}  // namespace entente::server

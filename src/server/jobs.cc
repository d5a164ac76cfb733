// A thread listens to each piece of work that runs; the rest waits in two queues. There are as many threads
// as both lanes have places, so that whatever may run does.
#include "server/jobs.h"

#include <entente/serve.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace entente::server {
namespace {

using Clock = std::chrono::steady_clock;
using Is = JobState::Is;

constexpr std::size_t most_waiting = 64;                            // in each lane
constexpr std::size_t most_waiting_bytes = std::size_t{128} << 20;  // of questions
constexpr std::size_t most_kept = 64;
constexpr std::size_t most_kept_bytes = std::size_t{256} << 20;  // of answers
constexpr auto time_to_tell = std::chrono::seconds(2);           // that it has stopped, or was ended
constexpr auto kept_for = std::chrono::minutes(30);

Refusal busy() {
  return {503, "busy", "Too many analyses are waiting. Try again in a moment."};
}

Refusal refusal_of(const Work_done& work, std::uint32_t seconds) {
  switch (work.end) {
    case Work_done::End::too_long:
      return {422, "out_of_time",
              fmt::format("This took more than the {} seconds that one analysis may take here.", seconds)};
    case Work_done::End::no_memory:
      return {422, "out_of_memory", "This takes more memory than one analysis may take here."};
    case Work_done::End::too_large: return {422, "answer_too_large", "The answer is larger than 64 MB."};
    case Work_done::End::not_begun: return no_worker();
    case Work_done::End::whole:
    case Work_done::End::lost: break;
  }
  return {500, "analysis_failed", "The analysis ended without an answer."};
}

Refusal mistake() {
  return {
      500, "analysis_failed",
      "The server made a mistake with this analysis, or had no memory left for it. Try again in a moment."};
}

Refusal did_not_stop() {
  return {500, "analysis_failed",
          "This was asked to stop, did not within five seconds, and was ended without an answer."};
}

/// What is known of work that never began.
Work_done stopped_before(const Work& work) {
  const std::string why = "stopped as asked before it was begun";
  Work_done done{Work_done::End::whole, status::over_budget, {}, why + ".\n"};
  if (work.kind == Work::Kind::ask)
    done.answer = fmt::format(R"({{"out":null,"status":{},"err":"{}.\n"}})", done.status, why);
  return done;
}

}  // namespace

struct Jobs::Job {
  std::uint64_t id = 0;
  std::string what;
  Work work;
  std::size_t size = 0;
  Lane lane = Lane::quick;
  Is is = Is::waiting;
  std::uint64_t done = 0, total = 0;
  std::string stage = {};
  Clock::time_point begun = {}, ended = {};
  std::shared_ptr<Running> running = {};
  bool unwanted = false, stopped = false;
  Clock::time_point given_up = Clock::time_point::max();  // where it does not stop
  std::optional<Outcome<Work_done>> result = {};
  Outcome<Work_done> at_worst = mistake();  // made when there was memory for it
};

Jobs::Jobs(const Workers& workers, Most most, std::function<void(const JobState&)> told,
           std::function<void()> missed)
    : workers_(workers), most_(most), tell_(std::move(told)), miss_(std::move(missed)) {}

void Jobs::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  for (auto& queue : waiting_) queue.clear();
  for (const auto& [id, job] : jobs_) job->unwanted = true;
  changed_.notify_all();
}

void Jobs::serve(Threads& threads) {
  for (std::size_t k = 0; k < waiting_.size() * most_.at_once; ++k) threads.begin([this] { serve(); });
}

Outcome<std::uint64_t> Jobs::begin(Work work, Lane lane, const std::string& what) {
  const std::lock_guard lock(mutex_);
  forget_old();
  auto& queue = waiting_[static_cast<std::size_t>(lane)];
  std::size_t size = 0;
  for (const std::string& part : work.parts) size += part.size();
  std::size_t bytes = size;
  for (const Shared& job : queue) bytes += job->size;
  if (closed_ || queue.size() >= most_waiting || bytes > most_waiting_bytes) return busy();
  work.seconds = most_.seconds;
  work.memory = most_.memory;
  std::list<Shared> one{std::make_shared<Job>(
      Job{.id = ++last_, .what = what, .work = std::move(work), .size = size, .lane = lane})};
  jobs_[last_] = one.front();
  queue.splice(queue.end(), one);
  changed_.notify_all();
  return last_;
}

void Jobs::serve() {
  while (const Shared job = next()) {
    try {
      end(job, done(job));
    } catch (...) {
      end(job, std::move(job->at_worst));
    }
  }
}

/// The next one that may run, as soon as there is one; nothing once all is closed.
Jobs::Shared Jobs::next() {
  std::unique_lock lock(mutex_);
  for (; !closed_; changed_.wait(lock)) {
    for (std::size_t lane = 0; lane < waiting_.size(); ++lane) {
      if (running_[lane] >= most_.at_once || waiting_[lane].empty()) continue;
      Shared job = std::move(waiting_[lane].front());
      waiting_[lane].pop_front();
      ++running_[lane];
      job->is = Is::running;
      job->begun = Clock::now();
      return job;
    }
  }
  return nullptr;
}

Outcome<Work_done> Jobs::done(const Shared& job) {
  Outcome<Running> begun = workers_.begin(job->work);
  if (const Refusal* refusal = refused(begun)) return *refusal;
  const auto running = std::make_shared<Running>(std::move(std::get<Running>(begun)));
  go_on(job, [&](Job& now) {
    now.running = running;
    now.work.parts.clear();
    if (now.stopped) running->stop();
  });
  const Hearing hearing{[&](std::uint64_t done, std::uint64_t total) {
                          go_on(job, [&](Job& now) { now.done = done, now.total = total; });
                        },
                        [&](const std::string& stage) { go_on(job, [&](Job& now) { now.stage = stage; }); },
                        [&] {
                          const std::lock_guard lock(mutex_);
                          return job->unwanted || Clock::now() >= job->given_up;
                        }};
  Work_done work = running->wait(hearing, most_.seconds);
  if (work.end == Work_done::End::whole) return work;
  const std::lock_guard lock(mutex_);
  return job->stopped && work.end == Work_done::End::lost ? did_not_stop() : refusal_of(work, most_.seconds);
}

void Jobs::go_on(const Shared& job, const std::function<void(Job&)>& change) {
  {
    const std::lock_guard lock(mutex_);
    change(*job);
  }
  tell(job);
}

void Jobs::end(const Shared& job, Outcome<Work_done> result) {
  {
    const std::lock_guard lock(mutex_);
    --running_[static_cast<std::size_t>(job->lane)];
    keep(*job, std::move(result));
  }
  tell(job);
}

/// Called with the lock held.
void Jobs::keep(Job& job, Outcome<Work_done> result) {
  job.is = refused(result) ? Is::failed : Is::done;
  const Work_done* work = std::get_if<Work_done>(&result);
  if (work != nullptr && work->status != status::over_budget)
    job.done = job.total;  // the last steps may be skipped
  job.result = std::move(result);
  job.ended = Clock::now();
  job.running.reset();
  changed_.notify_all();
}

/// Nothing depends on it: where there is no memory for it, only that is told.
void Jobs::tell(const Shared& job) const {
  try {
    std::unique_lock lock(mutex_);
    const JobState now = told(*job);
    lock.unlock();
    tell_(now);
  } catch (const std::exception&) {
    miss_();
  }
}

std::optional<Outcome<Work_done>> Jobs::wait(std::uint64_t id, std::chrono::milliseconds time,
                                             const std::function<bool()>& gone) {
  const auto until = Clock::now() + time;
  std::unique_lock lock(mutex_);
  const Shared job = find(id);
  if (!job) return std::nullopt;
  while (!job->result && !closed_ && Clock::now() < until && !gone())
    changed_.wait_until(lock, std::min(until, Clock::now() + std::chrono::milliseconds(100)));
  if (!job->result) return std::nullopt;
  jobs_.erase(id);
  return std::move(job->result);
}

std::optional<Refusal> Jobs::let_last(std::uint64_t id) {
  {
    const std::lock_guard lock(mutex_);
    const Shared job = find(id);
    if (!job || job->is == Is::done || job->is == Is::failed) return std::nullopt;
    auto& here = waiting_[static_cast<std::size_t>(Lane::quick)];
    auto& there = waiting_[static_cast<std::size_t>(Lane::lasting)];
    if (job->is == Is::waiting && there.size() < most_waiting) {
      there.splice(there.end(), here, std::find(here.begin(), here.end(), job));
      job->lane = Lane::lasting;
      changed_.notify_all();
      return std::nullopt;
    }
    if (job->is == Is::running && running_[static_cast<std::size_t>(Lane::lasting)] < most_.at_once) {
      --running_[static_cast<std::size_t>(Lane::quick)];
      ++running_[static_cast<std::size_t>(Lane::lasting)];
      job->lane = Lane::lasting;
      changed_.notify_all();
      return std::nullopt;
    }
  }
  remove(id);
  return Refusal{
      503, "busy",
      "This takes long, and so much long work runs already that it was ended. Try again as a job."};
}

Jobs::Shared Jobs::find(std::uint64_t id) const {
  const auto found = jobs_.find(id);
  return found == jobs_.end() ? nullptr : found->second;
}

JobState Jobs::told(const Job& job) const {
  JobState state{.is = job.is,
                 .id = job.id,
                 .lasting = job.lane == Lane::lasting,
                 .what = job.what,
                 .done = job.done,
                 .total = job.total,
                 .stage = job.stage,
                 .wrong = std::nullopt};
  const auto until = job.result ? job.ended : Clock::now();
  if (job.is != Is::waiting) state.seconds = std::chrono::duration<double>(until - job.begun).count();
  if (job.result)
    if (const Refusal* refusal = refused(*job.result)) state.wrong = *refusal;
  return state;
}

std::optional<JobState> Jobs::state(std::uint64_t id) const {
  const std::lock_guard lock(mutex_);
  const Shared job = find(id);
  return job ? std::optional(told(*job)) : std::nullopt;
}

std::vector<JobState> Jobs::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<JobState> states;
  for (const auto& [id, job] : jobs_)
    if (job->lane == Lane::lasting) states.push_back(told(*job));
  return states;
}

std::optional<Outcome<Work_done>> Jobs::result(std::uint64_t id) const {
  const std::lock_guard lock(mutex_);
  const Shared job = find(id);
  return job ? job->result : std::nullopt;
}

void Jobs::stop(std::uint64_t id) {
  Shared job;
  {
    const std::lock_guard lock(mutex_);
    job = find(id);
    if (!job || job->result) return;
    if (!std::exchange(job->stopped, true)) job->given_up = Clock::now() + time_to_stop + time_to_tell;
    if (job->running) job->running->stop();
    if (job->is != Is::waiting) return;
    Work_done nothing = stopped_before(job->work);
    for (auto& queue : waiting_) queue.remove(job);
    job->begun = Clock::now();
    keep(*job, std::move(nothing));
  }
  tell(job);
}

bool Jobs::remove(std::uint64_t id) {
  const std::lock_guard lock(mutex_);
  const Shared job = find(id);
  if (!job) return false;
  job->unwanted = true;
  for (auto& queue : waiting_) queue.remove(job);
  jobs_.erase(id);
  return true;
}

/// Called with the lock held: answers that nobody fetches go, the oldest first.
void Jobs::forget_old() {
  std::size_t kept = 0, bytes = 0;
  for (auto job = jobs_.rbegin(); job != jobs_.rend();) {
    const Shared& one = job->second;
    const Work_done* work = one->result ? std::get_if<Work_done>(&*one->result) : nullptr;
    bytes += work == nullptr ? 0 : work->answer.size();
    const bool old = one->result &&
                     (++kept > most_kept || bytes > most_kept_bytes || Clock::now() - one->ended > kept_for);
    if (old)
      job = decltype(job)(jobs_.erase(std::next(job).base()));
    else
      ++job;
  }
}

}  // namespace entente::server

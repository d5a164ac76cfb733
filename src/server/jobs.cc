// A thread listens to each piece of work that runs; the rest waits in two queues.
#include "server/jobs.h"

#include <fmt/format.h>

#include <thread>

namespace entente::server {
namespace {

using Clock = std::chrono::steady_clock;
using Is = JobState::Is;

constexpr std::size_t most_waiting = 64;                            // in each lane
constexpr std::size_t most_waiting_bytes = std::size_t{128} << 20;  // of questions
constexpr std::size_t most_kept = 64;
constexpr std::size_t most_kept_bytes = std::size_t{256} << 20;  // of answers
constexpr int status_ended_early = 3;                            // as the program's exit status has it
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
    case Work_done::End::whole:
    case Work_done::End::lost: break;
  }
  return {500, "analysis_failed", "The analysis ended without an answer."};
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
  Clock::time_point begun = {}, ended = {};
  std::shared_ptr<Running> running = {};
  bool unwanted = false;
  std::optional<Outcome<Work_done>> result = {};
};

Jobs::Jobs(const Workers& workers, Most most, std::function<void(const JobState&)> told)
    : workers_(workers), most_(most), tell_(std::move(told)) {}

void Jobs::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  for (auto& queue : waiting_) queue.clear();
  for (const auto& [id, job] : jobs_) job->unwanted = true;
  changed_.notify_all();
}

Jobs::~Jobs() {
  close();
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return threads_ == 0; });
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
  auto job = std::make_shared<Job>(
      Job{.id = ++last_, .what = what, .work = std::move(work), .size = size, .lane = lane});
  jobs_[job->id] = job;
  queue.push_back(job);
  schedule();
  return job->id;
}

/// Called with the lock held.
void Jobs::schedule() {
  for (std::size_t lane = 0; lane < waiting_.size(); ++lane) {
    while (!closed_ && running_[lane] < most_.at_once && !waiting_[lane].empty()) {
      const Shared job = waiting_[lane].front();
      waiting_[lane].pop_front();
      ++running_[lane];
      ++threads_;
      job->is = Is::running;
      job->begun = Clock::now();
      std::thread([this, job] { run(job); }).detach();
    }
  }
}

void Jobs::run(const Shared& job) {
  Outcome<Running> begun = workers_.begin(job->work);
  if (const Refusal* refusal = refused(begun)) return end(job, *refusal);
  const auto running = std::make_shared<Running>(std::move(std::get<Running>(begun)));
  JobState now;
  {
    const std::lock_guard lock(mutex_);
    job->running = running;
    job->work.parts.clear();
    now = told(*job);
  }
  tell_(now);
  const auto progress = [&](std::uint64_t done, std::uint64_t total) {
    {
      const std::lock_guard lock(mutex_);
      job->done = done;
      job->total = total;
      now = told(*job);
    }
    tell_(now);
  };
  const auto unwanted = [&] {
    const std::lock_guard lock(mutex_);
    return job->unwanted;
  };
  Work_done work = running->wait(progress, unwanted, most_.seconds);
  if (work.end != Work_done::End::whole) return end(job, refusal_of(work, most_.seconds));
  end(job, std::move(work));
}

void Jobs::end(const Shared& job, Outcome<Work_done> result) {
  JobState now;
  {
    const std::lock_guard lock(mutex_);
    job->is = refused(result) ? Is::failed : Is::done;
    const Work_done* work = std::get_if<Work_done>(&result);
    if (work != nullptr && work->status != status_ended_early)
      job->done = job->total;  // the last steps may be skipped
    job->result = std::move(result);
    job->ended = Clock::now();
    job->running.reset();
    --running_[static_cast<std::size_t>(job->lane)];
    schedule();
    now = told(*job);
  }
  tell_(now);
  const std::lock_guard lock(mutex_);
  --threads_;
  changed_.notify_all();
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
      here.remove(job);
      there.push_back(job);
      job->lane = Lane::lasting;
      return std::nullopt;
    }
    if (job->is == Is::running && running_[static_cast<std::size_t>(Lane::lasting)] < most_.at_once) {
      --running_[static_cast<std::size_t>(Lane::quick)];
      ++running_[static_cast<std::size_t>(Lane::lasting)];
      job->lane = Lane::lasting;
      schedule();
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
  JobState state{job.is, job.id, job.lane == Lane::lasting, job.what, job.done, job.total, 0, std::nullopt};
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

bool Jobs::stop(std::uint64_t id) {
  const std::lock_guard lock(mutex_);
  const Shared job = find(id);
  if (job && job->running) job->running->stop();
  return job && job->running;
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

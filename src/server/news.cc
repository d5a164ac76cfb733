// A short memory of events and those who wait for the next; inotify; and what each case was when last looked
// at.
#include "server/news.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace entente::server {
namespace {

constexpr std::size_t remembered = 512;

constexpr int look_anyway = 2000;  // milliseconds; there are file systems that tell nothing
constexpr int settled = 30;        // an editor writes in several steps
constexpr std::uint32_t what =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ATTRIB;

}  // namespace

void Events::publish(const std::string& event, const std::string& data) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t number = last_ + 1;
  recent_.push_back({number, fmt::format("id: {}\nevent: {}\ndata: {}\n\n", number, event, data)});
  last_ = number;
  if (recent_.size() > remembered) recent_.pop_front();
  more_.notify_all();
}

void Events::miss() {
  const std::lock_guard lock(mutex_);
  ++last_;
  recent_.clear();
  more_.notify_all();
}

std::uint64_t Events::last() const {
  const std::lock_guard lock(mutex_);
  return last_;
}

std::optional<std::string> Events::after(std::uint64_t& seen, std::chrono::milliseconds wait) {
  std::unique_lock lock(mutex_);
  more_.wait_for(lock, wait, [&] { return closed_ || last_ != seen; });
  if (closed_) return std::nullopt;
  if (last_ == seen) return ": nothing new\n\n";
  const bool missed = seen > last_ || recent_.empty() || recent_.front().number > seen + 1;
  std::string text = missed ? fmt::format("id: {}\nevent: missed\ndata: {{}}\n\n", last_) : std::string();
  if (!missed)
    for (const Event& event : recent_)
      if (event.number > seen) text += event.text;
  seen = last_;
  return text;
}

void Events::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  more_.notify_all();
}

FolderWatch::FolderWatch(const Folder& folder) : watch_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  const std::string path = fmt::format("/proc/self/fd/{}", folder.number());
  if (watch_ && ::inotify_add_watch(watch_.number(), path.c_str(), what) < 0) watch_ = Descriptor();
}

void FolderWatch::run(int stop, const std::function<void()>& look) {
  std::array<char, 4096> unread;
  for (;;) {
    std::array<pollfd, 2> both{pollfd{stop, POLLIN, 0}, pollfd{watch_.number(), POLLIN, 0}};
    ::poll(both.data(), both.size(), look_anyway);
    if (both[0].revents != 0) return;
    if (both[1].revents != 0) ::poll(both.data(), 1, settled);
    while (watch_ && ::read(watch_.number(), unread.data(), unread.size()) > 0) continue;
    look();
  }
}

std::vector<Listed> LastSeen::list() {
  const std::lock_guard lock(mutex_);
  look();
  std::vector<Listed> all;
  for (const auto& [name, known] : known_) all.push_back({name, known.etag, known.stamp.size});
  return all;
}

std::vector<FileChange> LastSeen::news() {
  const std::lock_guard lock(mutex_);
  look();
  return std::exchange(news_, {});
}

void LastSeen::look() {
  const std::map<std::string, Stamp> now = folder_.cases();
  for (const auto& [name, stamp] : now) look_at(name, stamp);
  drop_those_gone(now);
}

bool LastSeen::is_expected(const std::string& name, const std::string& etag) const {
  const auto ours = expected_.find(name);
  return ours != expected_.end() && ours->second == etag;
}

/// Reads only what has another stamp.
void LastSeen::look_at(const std::string& name, const Stamp& stamp) {
  const auto known = known_.find(name);
  if (known != known_.end() && known->second.stamp == stamp) return;
  const Outcome<Kept> kept = folder_.read(name);
  const Refusal* refusal = refused(kept);
  if (refusal != nullptr && refusal->status == 404) return;
  const std::string etag = refusal == nullptr ? std::get<Kept>(kept).etag : std::string();
  if (!is_expected(name, etag) && (known == known_.end() || known->second.etag != etag))
    news_.push_back({name, etag});
  known_[name] = {stamp, etag};
}

void LastSeen::drop_those_gone(const std::map<std::string, Stamp>& now) {
  for (auto known = known_.begin(); known != known_.end();) {
    if (now.count(known->first) > 0) {
      ++known;
      continue;
    }
    if (!is_expected(known->first, {})) news_.push_back({known->first, std::nullopt});
    known = known_.erase(known);
  }
}

void LastSeen::expect(const std::string& name, const std::string& etag) {
  const std::lock_guard lock(mutex_);
  expected_[name] = etag;
}

/// Its stamp is left open, so that it is read once more: another program may have written in between.
void LastSeen::know(const std::string& name, const std::string& etag) {
  const std::lock_guard lock(mutex_);
  expected_.erase(name);
  if (etag.empty())
    known_.erase(name);
  else
    known_[name] = {{}, etag};
}

void LastSeen::unexpect(const std::string& name) {
  const std::lock_guard lock(mutex_);
  expected_.erase(name);
}

}  // namespace entente::server

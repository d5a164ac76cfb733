// The store looking back, and around: revisions, what a crash left, what other programs changed.
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "server/form.h"
#include "server/store.h"
#include "text/sha256.h"

namespace entente::server {
namespace {

constexpr const char* server_file = "server";
constexpr std::size_t longest_server = 100;

/// Whoever has just taken the folder may not have written yet who he is.
std::string other_server(const Folder& folder) {
  for (int k = 0; k < 20; ++k) {
    const std::string told = folder.read_own(server_file, longest_server).value_or("");
    const std::string process = form_value(told, "process"), port = form_value(told, "port");
    if (!port.empty()) return fmt::format(" (process {}, port {})", process, port);
    if (!process.empty() && k > 10) return fmt::format(" (process {})", process);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return {};
}

Refusal another(const Folder& folder) {
  const std::string server = "Another 'entente serve' works in this folder" + other_server(folder);
  return {503, "folder_in_use", server + ". End that one first, or go on there."};
}

bool is_there(int folder) {
  struct stat s {};
  return ::fstat(folder, &s) != 0 || s.st_nlink > 0;
}

}  // namespace

/// The system takes the lock back when the process ends, however it ends.
std::optional<Refusal> Store::take() {
  while (!lock_) {
    Outcome<Descriptor> found = folder_.own();
    if (const Refusal* refusal = refused(found)) return *refusal;
    Descriptor& own = std::get<Descriptor>(found);
    const bool locked = ::flock(own.number(), LOCK_EX | LOCK_NB) == 0;
    if (!locked && errno == EWOULDBLOCK) return another(folder_);
    if (!is_there(own.number())) continue;  // another server has just ended, and taken it away
    lock_ = std::move(own);
    folder_.drop_own(server_file);
    if (port_ != 0) tell_unlocked();
    folder_.close_to_others();
  }
  return std::nullopt;
}

void Store::tell(std::uint16_t port) {
  const std::lock_guard lock(saving_);
  port_ = port;
  if (lock_) tell_unlocked();
}

void Store::tell_unlocked() const {
  static_cast<void>(
      folder_.write_own(server_file, fmt::format("process={}&port={}", ::getpid(), port_), 0600));
}

// What is saved into a file without a name would be gone with this process.
void Store::let_go_of_what_is_gone() {
  const bool locked = !lock_ || is_there(lock_.number());
  if (locked && (!history_ || folder_.has(".entente/history.db"))) return;
  const std::lock_guard lock(reading_);
  reader_.reset();
  history_.reset();
  lock_ = Descriptor();
}

Store::~Store() {
  if (!lock_) return;
  folder_.drop_own(server_file);
  folder_.drop_own_if_empty();
}

std::optional<Refusal> Store::start() {
  const std::lock_guard lock(saving_);
  auto taken = take();  // where .entente cannot be made, nothing can be saved, and any may look
  if (taken && taken->code == "folder_in_use") return taken;
  {
    const std::lock_guard looking(looking_);
    look();
    news_.clear();
  }
  if (!folder_.has(".entente/history.db")) return std::nullopt;
  const Outcome<Revisions*> opened = history();
  if (const Refusal* refusal = refused(opened)) return *refusal;
  for (const std::string& part : folder_.beside()) recover(part);
  return std::nullopt;
}

/// A text that lies beside: where it is its file's last revision, and the file is still as it was before, the
/// save is ended; otherwise it was never acknowledged, or it is what the file was before.
void Store::recover(const std::string& part) {
  const Outcome<std::string> text = folder_.read_beside(part);
  if (const std::string* beside = std::get_if<std::string>(&text)) {
    const std::string etag = sha256(*beside);
    const auto files = history_->files();
    for (const std::string& file :
         refused(files) ? std::vector<std::string>() : std::get<std::vector<std::string>>(files)) {
      const auto two = history_->stood(file, 2);
      const auto* last = std::get_if<std::vector<Revision>>(&two);
      if (last == nullptr || last->empty() || last->front().etag != etag || last->front().how == "deleted")
        continue;
      const Outcome<Kept> now = read_unlocked(file);
      const Kept* current = std::get_if<Kept>(&now);
      if (current == nullptr && !folder_.has(file)) static_cast<void>(folder_.give_name(part, file));
      if (current != nullptr && last->size() > 1 && last->back().etag == current->etag)
        static_cast<void>(folder_.exchange(part, file));
    }
  }
  folder_.drop_own(part);
}

Outcome<std::vector<Revision>> Store::revisions(const std::string& file, std::optional<std::int64_t> before,
                                                std::size_t most) {
  const std::lock_guard lock(reading_);
  if (!reader_) return std::vector<Revision>();
  return reader_->list(file, before, most);
}

Outcome<Revision> Store::revision(std::int64_t id) {
  const std::lock_guard lock(reading_);
  if (!reader_) return Refusal{404, "no_such_revision", "Nothing has been saved here yet."};
  return reader_->one(id);
}

Outcome<std::string> Store::text(const std::string& etag) {
  const std::lock_guard lock(reading_);
  if (!reader_) return Refusal{404, "no_such_revision", "Nothing has been saved here yet."};
  return reader_->text(etag);
}

std::vector<std::string> Store::deleted() {
  std::vector<std::string> gone;
  const std::lock_guard lock(reading_);
  if (!reader_) return gone;
  const auto files = reader_->files();
  if (refused(files)) return gone;
  for (const std::string& file : std::get<std::vector<std::string>>(files))
    if (!folder_.stamp(file)) gone.push_back(file);
  return gone;
}

/// Reads only what has another stamp. Called with looking_ held.
void Store::look() {
  const std::map<std::string, Stamp> now = folder_.cases();
  for (const auto& [name, stamp] : now) {
    const auto known = known_.find(name);
    if (known != known_.end() && known->second.stamp == stamp) continue;
    const Outcome<Kept> kept = read_unlocked(name);
    const Refusal* refusal = refused(kept);
    if (refusal != nullptr && refusal->status == 404) continue;
    const std::string etag = refusal == nullptr ? std::get<Kept>(kept).etag : std::string();
    const auto ours = expected_.find(name);
    const bool expected = ours != expected_.end() && ours->second == etag;
    if (!expected && (known == known_.end() || known->second.etag != etag)) news_.push_back({name, etag});
    known_[name] = {stamp, etag};
  }
  for (auto known = known_.begin(); known != known_.end();) {
    if (now.count(known->first) > 0) {
      ++known;
      continue;
    }
    const auto ours = expected_.find(known->first);
    if (ours == expected_.end() || !ours->second.empty()) news_.push_back({known->first, std::nullopt});
    known = known_.erase(known);
  }
}

void Store::expect(const std::string& name, const std::string& etag) {
  const std::lock_guard lock(looking_);
  expected_[name] = etag;
}

/// Its stamp is left open, so that it is read once more: another program may have written in between.
void Store::know(const std::string& name, const std::string& etag) {
  const std::lock_guard lock(looking_);
  expected_.erase(name);
  if (etag.empty())
    known_.erase(name);
  else
    known_[name] = {{}, etag};
}

void Store::unexpect(const std::string& name) {
  const std::lock_guard lock(looking_);
  expected_.erase(name);
}

std::vector<FileChange> Store::refresh() {
  std::vector<FileChange> changes;
  {
    const std::lock_guard lock(looking_);
    look();
    changes.swap(news_);
  }
  const std::lock_guard lock(saving_);
  if (!history_) return changes;
  for (const FileChange& change : changes) {
    if (!change.etag || change.etag->empty()) continue;
    const Outcome<Kept> now = read_unlocked(change.name);
    // A text that cannot be kept is still in its file, and the next save asks about it.
    if (refused(now) || record(change.name, std::get<Kept>(now)) || history_->commit()) history_->rollback();
  }
  return changes;
}

}  // namespace entente::server

// Saving: the text goes beside and into the history, both on the disk, before it takes the file's place. And
// looking back: revisions, and what a crash left.
#include "server/store.h"

#include <entente/entente.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "server/request.h"
#include "server/secrets.h"
#include "text/sha256.h"

namespace entente::server {
namespace {

Refusal too_large() {
  return {413, "body_too_large", fmt::format("A case has at most {} bytes.", largest_input)};
}

/// Another one for each save.
std::string part_name() {
  return random_hex(8) + ".part";
}

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

Outcome<Revisions*> Store::history() {
  let_go_of_what_is_gone();
  if (history_) return &*history_;
  if (auto refusal = take()) return *refusal;
  Outcome<Revisions> opened = Revisions::open(folder_);
  if (const Refusal* refusal = refused(opened)) return *refusal;
  Outcome<Revisions> again = Revisions::open(folder_);
  if (const Refusal* refusal = refused(again)) return *refusal;
  const std::lock_guard lock(reading_);
  reader_.emplace(std::move(std::get<Revisions>(again)));
  history_.emplace(std::move(std::get<Revisions>(opened)));
  return &*history_;
}

std::optional<Refusal> Store::record(const std::string& name, const Kept& now) {
  const Outcome<Revisions*> opened = history();
  if (const Refusal* refusal = refused(opened)) return *refusal;
  Revisions& revisions = *std::get<Revisions*>(opened);
  const auto last = revisions.last(name);
  if (const Refusal* refusal = refused(last)) return *refusal;
  const auto& known = std::get<std::optional<Revision>>(last);
  if (known && known->etag == now.etag && known->how != "deleted")
    return known->damaged ? revisions.keep_text(now.text) : std::nullopt;
  const auto added = revisions.add(name, known ? "outside" : "found", now.text);
  const Refusal* refusal = refused(added);
  return refusal == nullptr ? std::nullopt : std::optional(*refusal);
}

void Store::forget(std::int64_t id) {
  if (history_) history_->forget(id);
}

Outcome<std::int64_t> Store::prepare(const std::string& name, std::string_view text, const char* how,
                                     const std::string& part) {
  const Outcome<Revisions*> opened = history();
  if (const Refusal* refusal = refused(opened)) return *refusal;
  Revisions& revisions = *std::get<Revisions*>(opened);
  Outcome<std::int64_t> added = revisions.add(name, how, text);
  std::optional<Refusal> wrong;
  if (const Refusal* refusal = refused(added)) wrong = *refusal;
  if (!wrong) wrong = folder_.write_beside(part, text);
  if (!wrong && (wrong = revisions.commit())) folder_.drop_own(part);
  if (!wrong) return added;
  revisions.rollback();
  return *wrong;
}

Saving Store::put(const std::string& name, std::string_view text, const std::optional<Kept>& now,
                  const char* how) {
  if (text.size() > largest_input) return too_large();
  if (now) {
    if (auto refusal = record(name, *now)) {
      if (history_) history_->rollback();
      return *refusal;
    }
  }
  const std::string part = part_name();
  const Outcome<std::int64_t> id = prepare(name, text, how, part);
  if (const Refusal* refusal = refused(id)) return *refusal;
  Saved saved{name, sha256(text), std::get<std::int64_t>(id)};
  seen_.expect(name, saved.etag);
  Saving done = now ? replace(part, saved, *now) : give(part, saved);
  if (std::holds_alternative<Saved>(done))
    seen_.know(name, saved.etag);
  else
    seen_.unexpect(name);
  return done;
}

Saving Store::give(const std::string& part, const Saved& saved) {
  const auto refusal = folder_.give_name(part, saved.name);
  if (!refusal) return saved;
  folder_.drop_own(part);
  forget(saved.revision);
  return *refusal;
}

/// Whoever wrote to the file since it was read finds it as he left it.
Saving Store::replace(const std::string& part, const Saved& saved, const Kept& now) {
  const Outcome<bool> exchanged = folder_.exchange(part, saved.name);
  if (const Refusal* refusal = refused(exchanged)) {
    folder_.drop_own(part);
    forget(saved.revision);
    return *refusal;
  }
  if (std::get<bool>(exchanged)) {
    const Outcome<std::string> before = folder_.read_beside(part);
    const std::string* text = std::get_if<std::string>(&before);
    if (text == nullptr || sha256(*text) != now.etag) {
      static_cast<void>(folder_.exchange(part, saved.name));
      folder_.drop_own(part);
      forget(saved.revision);
      Outcome<Kept> theirs = folder_.read(saved.name);
      return refused(theirs) ? Conflict{} : Conflict{std::move(std::get<Kept>(theirs))};
    }
    folder_.drop_own(part);
  }
  return saved;
}

Saving Store::save(const std::string& name, std::string_view text, const std::string& was, const char* how) {
  const std::lock_guard lock(saving_);
  Outcome<Kept> now = folder_.read(name);
  if (const Refusal* refusal = refused(now)) {
    if (refusal->status != 404) return *refusal;
    return Conflict{};
  }
  Kept& current = std::get<Kept>(now);
  if (current.etag != was) return Conflict{std::move(current)};
  if (current.text == text) return Saved{name, current.etag, 0};
  return put(name, text, current, how);
}

Saving Store::create(const std::string& name, std::string_view text, const char* how) {
  const std::lock_guard lock(saving_);
  if (auto refusal = wrong_name(name)) return *refusal;
  if (folder_.has(name)) return Refusal{409, "exists", fmt::format("There is a file '{}' already.", name)};
  return put(name, text, std::nullopt, how);
}

Outcome<std::vector<Saved>> Store::create_all(const std::vector<NewCase>& files, const char* how) {
  const std::lock_guard lock(saving_);
  if (auto refusal = cannot_make(files)) return *refusal;
  std::vector<Saved> all;
  for (const NewCase& file : files) {
    const Saving made = has_with(file) ? Saved{file.name, sha256(file.text), 0}
                                       : put(file.name, file.text, std::nullopt, how);
    if (const Refusal* refusal = std::get_if<Refusal>(&made)) {
      for (const Saved& one : all) take_back(one);
      return *refusal;
    }
    all.push_back(std::get<Saved>(made));
  }
  return all;
}

bool Store::has_with(const NewCase& file) const {
  const Outcome<Kept> there = folder_.read(file.name);
  return !refused(there) && std::get<Kept>(there).text == file.text;
}

std::optional<Refusal> Store::cannot_make(const std::vector<NewCase>& files) const {
  std::string taken;
  for (const NewCase& file : files) {
    if (auto refusal = wrong_name(file.name)) return refusal;
    if (folder_.has(file.name) && !has_with(file)) taken += (taken.empty() ? "'" : ", '") + file.name + "'";
  }
  if (taken.empty()) return std::nullopt;
  return Refusal{
      409, "exists",
      fmt::format("There is a file of this name already, with another text: {}. Nothing was written.",
                  taken)};
}

/// One that was just made; what another program wrote over it meanwhile stays.
void Store::take_back(const Saved& made) {
  const Outcome<Kept> now = folder_.read(made.name);
  if (made.revision == 0 || refused(now) || std::get<Kept>(now).etag != made.etag) return;
  seen_.expect(made.name, {});
  if (folder_.remove(made.name)) return seen_.unexpect(made.name);
  seen_.know(made.name, {});
  forget(made.revision);
}

Saving Store::keep(const std::string& name, std::string_view text) {
  const std::lock_guard lock(saving_);
  if (text.size() > largest_input) return too_large();
  const Outcome<std::int64_t> id = add_kept(name, text);
  const Refusal* refusal = refused(id);
  if (refusal == nullptr) return Saved{name, sha256(text), std::get<std::int64_t>(id)};
  if (history_) history_->rollback();
  return *refusal;
}

/// After what stands in the file, so that the history tells both in their order.
Outcome<std::int64_t> Store::add_kept(const std::string& name, std::string_view text) {
  const Outcome<Kept> now = folder_.read(name);
  const Refusal* unread = refused(now);
  if (unread != nullptr && unread->status != 404) return *unread;
  if (unread == nullptr)
    if (auto refusal = record(name, std::get<Kept>(now))) return *refusal;
  const Outcome<Revisions*> opened = history();
  if (const Refusal* refusal = refused(opened)) return *refusal;
  Revisions& revisions = *std::get<Revisions*>(opened);
  Outcome<std::int64_t> added = revisions.add(name, "kept", text);
  if (!refused(added))
    if (auto refusal = revisions.commit()) return *refusal;
  return added;
}

std::string Store::free_name(const std::string& name) {
  const std::string stem = name.substr(0, name.size() - std::string_view(".toml").size());
  std::string free = name;
  for (int k = 2; folder_.has(free); ++k) free = fmt::format("{}-{}.toml", stem, k);
  return free;
}

Saving Store::remove(const std::string& name, const std::string& was) {
  const std::lock_guard lock(saving_);
  Outcome<Kept> now = folder_.read(name);
  if (const Refusal* refusal = refused(now)) return *refusal;
  Kept& current = std::get<Kept>(now);
  if (current.etag != was) return Conflict{std::move(current)};
  std::optional<Refusal> wrong = record(name, current);
  std::int64_t id = 0;
  if (!wrong) {
    const auto added = history_->add(name, "deleted", current.text);
    if (const Refusal* refusal = refused(added))
      wrong = *refusal;
    else
      id = std::get<std::int64_t>(added);
  }
  if (!wrong) wrong = history_->commit();
  if (wrong) {
    if (history_) history_->rollback();
    return *wrong;
  }
  seen_.expect(name, {});
  if ((wrong = folder_.remove(name))) {
    forget(id);
    seen_.unexpect(name);
    return *wrong;
  }
  seen_.know(name, {});
  return Saved{name, {}, id};
}

Saving Store::restore(std::int64_t id, const std::optional<std::string>& was) {
  const Outcome<Revision> found = revision(id);
  if (const Refusal* refusal = refused(found)) return *refusal;
  const Revision& of = std::get<Revision>(found);
  const Outcome<std::string> old = text(of.etag);
  if (const Refusal* refusal = refused(old)) return *refusal;
  return was ? save(of.file, std::get<std::string>(old), *was, "restored")
             : create(of.file, std::get<std::string>(old), "restored");
}

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
  static_cast<void>(seen_.news());
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
      const Outcome<Kept> now = folder_.read(file);
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

std::vector<FileChange> Store::refresh() {
  std::vector<FileChange> changes = seen_.news();
  const std::lock_guard lock(saving_);
  if (!history_) return changes;
  for (const FileChange& change : changes) {
    if (!change.etag || change.etag->empty()) continue;
    const Outcome<Kept> now = folder_.read(change.name);
    // A text that cannot be kept is still in its file, and the next save asks about it.
    if (refused(now) || record(change.name, std::get<Kept>(now)) || history_->commit()) history_->rollback();
  }
  return changes;
}

}  // namespace entente::server

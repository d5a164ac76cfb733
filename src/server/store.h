// Cases saved, made, deleted and restored, each with its revision; nothing that another program wrote is
// lost.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/folder.h"
#include "server/news.h"
#include "server/refusal.h"
#include "server/revisions.h"

namespace entente::server {

/// What a change left behind: the revision it made, 0 where the text was the same already.
struct Saved {
  std::string name;
  std::string etag;
  std::int64_t revision = 0;
};

/// The file is not what the client last saw: what it is now, if it still is.
struct Conflict {
  std::optional<Kept> now;
};

/// A case to be made.
struct NewCase {
  std::string name;
  std::string text;
};

using Saving = std::variant<Saved, Conflict, Refusal>;

class Store {
 public:
  explicit Store(Folder folder) : folder_(std::move(folder)) {}

  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  /// Takes the folder, unless another server has it; opens the history where there is one, and ends what a
  /// crash left half done.
  std::optional<Refusal> start();
  /// Says in .entente/server that this process has the folder, and at which port.
  void tell(std::uint16_t port);

  std::vector<Listed> list() { return seen_.list(); }
  /// A file is replaced whole, so that it takes no lock.
  Outcome<Kept> read(const std::string& name) const { return folder_.read(name); }
  /// Saves over the text with the hash `was`.
  Saving save(const std::string& name, std::string_view text, const std::string& was, const char* how);
  Saving create(const std::string& name, std::string_view text, const char* how);
  /// Makes all of these or none, in their order, where no file of such a name has another text; one that has
  /// the same is left as it is.
  Outcome<std::vector<Saved>> create_all(const std::vector<NewCase>& files, const char* how);
  /// Keeps a text as a revision of a case whose file stays as it is.
  Saving keep(const std::string& name, std::string_view text);
  /// A name like this one that no file has.
  std::string free_name(const std::string& name);
  /// Deletes the file; its text stays in the history.
  Saving remove(const std::string& name, const std::string& was);
  /// Makes a revision's text that of its file again; `was` as in save, nothing where the file is gone.
  Saving restore(std::int64_t id, const std::optional<std::string>& was);

  Outcome<std::vector<Revision>> revisions(const std::string& file, std::optional<std::int64_t> before,
                                           std::size_t most);
  Outcome<Revision> revision(std::int64_t id);
  /// The text that had this hash once.
  Outcome<std::string> text(const std::string& etag);
  /// Files that have revisions and are gone.
  std::vector<std::string> deleted();

  /// What other programs changed since the last call; also kept as revisions where there is a history.
  std::vector<FileChange> refresh();
  const Folder& folder() const { return folder_; }

 private:
  /// Opened where it was not; called with saving_ held, as is all that writes.
  Outcome<Revisions*> history();
  std::optional<Refusal> take();
  /// Lets go of a history, and of a lock, that others took away from the folder.
  void let_go_of_what_is_gone();
  void tell_unlocked() const;
  void recover(const std::string& part);
  /// Records what is there, in case it is not known.
  std::optional<Refusal> record(const std::string& name, const Kept& now);
  Outcome<std::int64_t> prepare(const std::string& name, std::string_view text, const char* how,
                                const std::string& part);
  Outcome<std::int64_t> add_kept(const std::string& name, std::string_view text);
  Saving put(const std::string& name, std::string_view text, const std::optional<Kept>& now, const char* how);
  Saving give(const std::string& part, const Saved& saved);
  Saving replace(const std::string& part, const Saved& saved, const Kept& now);
  /// Why not all of these can be made; nothing where they can.
  std::optional<Refusal> cannot_make(const std::vector<NewCase>& files) const;
  bool has_with(const NewCase& file) const;
  void take_back(const Saved& made);
  void forget(std::int64_t id);

  Folder folder_;
  std::mutex saving_;  // saves come one after another; whoever only reads does not wait for a disk
  Descriptor lock_;
  std::uint16_t port_ = 0;
  std::optional<Revisions> history_;
  std::mutex reading_;
  std::optional<Revisions> reader_;  // another connection, which sees only what is committed
  LastSeen seen_{folder_};
};

}  // namespace entente::server

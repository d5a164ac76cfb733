// What happens: cases that others change, noticed; and all that changes, told to every page that listens.
#pragma once
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/folder.h"

namespace entente::server {
class Events {
 public:
  /// `data` is JSON in one line.
  void publish(const std::string& event, const std::string& data);
  /// One could not be published: whoever listens is told that he missed some.
  void miss();
  /// The number of the last one.
  std::uint64_t last() const;
  /// Those after number `seen`, as server-sent events, and `seen` moved on; waits so long for one and then
  /// gives a comment. Who has missed some is told "missed" and begins anew. Nothing once they are closed.
  std::optional<std::string> after(std::uint64_t& seen, std::chrono::milliseconds wait);
  void close();

 private:
  struct Event {
    std::uint64_t number;
    std::string text;
  };
  mutable std::mutex mutex_;
  std::condition_variable more_;
  std::deque<Event> recent_;
  std::uint64_t last_ = 0;
  bool closed_ = false;
};

/// Notices what other programs do to the cases: by inotify, and every two seconds by looking.
class FolderWatch {
 public:
  explicit FolderWatch(const Folder& folder);
  /// Calls `look`, which throws nothing, whenever something may have changed, until `stop` can be read.
  void run(int stop, const std::function<void()>& look);

 private:
  Descriptor watch_;
};

/// One case in the list; without etag where the file is too large to be a case.
struct Listed {
  std::string name;
  std::string etag;
  std::int64_t size = 0;
};

/// A case that is not what it was; without etag where it is gone.
struct FileChange {
  std::string name;
  std::optional<std::string> etag;
};

/// What each case was when it was last looked at, and which of them others have changed since.
class LastSeen {
 public:
  explicit LastSeen(const Folder& folder) : folder_(folder) {}

  /// All cases as they are now.
  std::vector<Listed> list();
  /// What other programs changed since the last call.
  std::vector<FileChange> news();
  /// A change of our own is no news: said before it is made, and after that, or where it was not made.
  /// Without etag the case is to go.
  void expect(const std::string& name, const std::string& etag);
  void know(const std::string& name, const std::string& etag);
  void unexpect(const std::string& name);

 private:
  struct Known {
    Stamp stamp;
    std::string etag;
  };

  /// Compares the folder with what is known of it, and remembers what is new. Both are called with the lock
  /// held.
  void look();
  void look_at(const std::string& name, const Stamp& stamp);
  void drop_those_gone(const std::map<std::string, Stamp>& now);
  bool is_expected(const std::string& name, const std::string& etag) const;

  const Folder& folder_;
  std::mutex mutex_;
  std::map<std::string, Known> known_;
  std::map<std::string, std::string> expected_;
  std::vector<FileChange> news_;
};

}  // namespace entente::server

// Notices what other programs do to the cases: by inotify, and every two seconds by looking.
#pragma once

#include <functional>

#include "server/folder.h"

namespace entente::server {

class FolderWatch {
 public:
  explicit FolderWatch(const Folder& folder);
  /// Calls `look`, which throws nothing, whenever something may have changed, until `stop` can be read.
  void run(int stop, const std::function<void()>& look);

 private:
  Descriptor watch_;
};

}  // namespace entente::server

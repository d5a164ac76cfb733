// Notices what other programs do to the cases: by inotify, and every two seconds by looking.
#pragma once

#include <functional>
#include <string>
#include <thread>

#include "server/folder.h"

namespace entente::server {

/// Calls `look` from a thread of its own whenever something may have changed, until `stop` can be read.
class FolderWatch {
 public:
  FolderWatch(const Folder& folder, int stop, std::function<void()> look);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

 private:
  void run(int stop);

  Descriptor watch_;
  std::function<void()> look_;
  std::thread thread_;
};

}  // namespace entente::server

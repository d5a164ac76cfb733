// inotify on the folder itself; what the events say does not matter, only that there were some.
#include "server/folder_watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <string>

namespace entente::server {
namespace {

constexpr int look_anyway = 2000;  // milliseconds; there are file systems that tell nothing
constexpr int settled = 30;        // an editor writes in several steps
constexpr std::uint32_t what =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ATTRIB;

}  // namespace

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

}  // namespace entente::server

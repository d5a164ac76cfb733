// How much memory the process takes, as the kernel counts it.
#include "states/memory.h"

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace entente {
namespace {

constexpr auto between_looks = std::chrono::milliseconds(1);

/// The beginning of a file of the kernel's; empty where it cannot be read.
std::string told_by(const char* file) {
  const int descriptor = ::open(file, O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return {};
  std::array<char, 4096> text;
  const auto got = ::read(descriptor, text.data(), text.size());
  ::close(descriptor);
  return got > 0 ? std::string(text.data(), static_cast<std::size_t>(got)) : std::string();
}

/// The first number of a text; nothing where there is none ("max").
std::optional<std::uint64_t> number(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  std::uint64_t value = 0;
  const auto [end, wrong] = std::from_chars(text.data() + begin, text.data() + text.size(), value);
  return wrong == std::errc() ? std::optional(value) : std::nullopt;
}

/// The number behind a word of a text.
std::optional<std::uint64_t> number_after(std::string_view word, std::string_view text) {
  const std::size_t at = text.find(word);
  return at == std::string_view::npos ? std::nullopt : number(text.substr(at + word.size()));
}

/// What a control group leaves. Files that are only kept in case they are read again give way.
std::optional<std::uint64_t> left_by(const std::string& folder, const char* most_file, const char* used_file,
                                     const char* kept_word) {
  const std::optional<std::uint64_t> most = number(told_by((folder + most_file).c_str()));
  const std::optional<std::uint64_t> used = number(told_by((folder + used_file).c_str()));
  if (!most || !used) return std::nullopt;
  const std::uint64_t kept = number_after(kept_word, told_by((folder + "/memory.stat").c_str())).value_or(0);
  return *most - std::min(*used - std::min(kept, *used), *most);
}

/// The path of the process's control group of version 2: the line "0::/path" of /proc/self/cgroup.
std::string group() {
  const std::string all = told_by("/proc/self/cgroup");
  const std::size_t at = all.find("0::");
  return at == std::string::npos ? "" : all.substr(at + 3, all.find('\n', at) - at - 3);
}

/// What the process's group, and each group that it is in, leaves.
std::optional<std::uint64_t> left_by_groups() {
  std::optional<std::uint64_t> least = left_by("/sys/fs/cgroup/memory", "/memory.limit_in_bytes",
                                               "/memory.usage_in_bytes", "\ntotal_inactive_file ");
  for (std::string path = group();; path.resize(path.rfind('/'))) {
    const std::string folder = "/sys/fs/cgroup" + path;
    if (const auto left = left_by(folder, "/memory.max", "/memory.current", "\ninactive_file "))
      least = std::min(least.value_or(*left), *left);
    if (path.rfind('/') == std::string::npos) return least;
  }
}

}  // namespace

std::optional<std::uint64_t> resident_bytes() {
  const std::string pages = told_by("/proc/self/statm");  // all, resident, ...
  const std::optional<std::uint64_t> resident = number_after(" ", pages);
  if (!resident) return std::nullopt;
  return *resident * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

std::optional<std::uint64_t> free_bytes() {
  constexpr std::uint64_t kilobyte = 1024;
  std::optional<std::uint64_t> least;
  if (const auto machine = number_after("MemAvailable:", told_by("/proc/meminfo")))
    least = *machine * kilobyte;
  if (const auto groups = left_by_groups()) least = std::min(least.value_or(*groups), *groups);
  return least;
}

/// What was let go but is still kept for later goes back to the system before more counts as taken.
bool MemoryLimit::over(std::uint64_t more) {
  if (resident_bytes().value_or(0) + more <= most_) return false;
  ::malloc_trim(0);
  return resident_bytes().value_or(0) + more > most_;
}

bool MemoryLimit::spent() {
  if (spent_.load(std::memory_order_relaxed)) return true;
  const Clock::time_point now = Clock::now();
  if (now.time_since_epoch().count() < next_look_.load(std::memory_order_relaxed)) return false;
  next_look_.store((now + between_looks).time_since_epoch().count(), std::memory_order_relaxed);
  if (over(0)) spent_.store(true, std::memory_order_relaxed);
  return spent_.load(std::memory_order_relaxed);
}

MemoryLimit::Claim::Claim(MemoryLimit* of, std::uint64_t bytes) : of_(of), bytes_(bytes) {
  if (of_ == nullptr) return;
  const std::uint64_t all = of_->claimed_.fetch_add(bytes_, std::memory_order_relaxed) + bytes_;
  if (of_->over(all)) of_->spent_.store(true, std::memory_order_relaxed);
}
MemoryLimit::Claim::Claim(Claim&& other) noexcept
    : of_(std::exchange(other.of_, nullptr)), bytes_(other.bytes_) {}
MemoryLimit::Claim::~Claim() {
  if (of_ != nullptr) of_->claimed_.fetch_sub(bytes_, std::memory_order_relaxed);
}

}  // namespace entente

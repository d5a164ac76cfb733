// Memory and time as Linux tells them; the bandwidth by copying.
#include "bench/machine.h"
#include "engine/parallel.h"

#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

namespace entente::bench {

// What was freed is given back first.
void reset_peak() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
}

double peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto of = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return of(usage.ru_utime) + of(usage.ru_stime);
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double memory_bandwidth() {
  static const double measured = [] {
    constexpr std::size_t words = std::size_t{1} << 25;  // 256 MB
    constexpr std::size_t piece = std::size_t{1} << 16;
    const std::vector<std::uint64_t> from(words, 1);
    std::vector<std::uint64_t> to(words);
    double best = 0;
    for (int attempt = 0; attempt < 30; ++attempt) {
      const double start = seconds();
      in_parallel(words / piece,
                  [&](std::size_t k) { std::copy_n(from.data() + k * piece, piece, to.data() + k * piece); });
      best = std::max(best, 2 * 8 * static_cast<double>(words) / (seconds() - start));
    }
    return best;
  }();
  return measured;
}

}  // namespace entente::bench

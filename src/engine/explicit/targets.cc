// Which instructions this processor has: the functions of Highway's library that its headers and our tests
// call.
//
// The library itself (libhwy 1.0.3 of Debian 12) measures the processor's clock each time that it is loaded,
// which is a fifth of what an answer about a small case takes; nothing here asks for the time.
#include <hwy/targets.h>

#if HWY_ARCH_X86_64
#include <cpuid.h>
#endif

namespace hwy {
namespace {

#if HWY_ARCH_X86_64
/// Numbers of half precision, which clang 14 has no name for.
bool has_f16c() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_F16C) != 0;
}
#endif

/// The targets of Highway whose instructions the processor and the system have, by the names in
/// hwy/ops/set_macros-inl.h; those of later processors than AVX3 count as AVX3.
std::int64_t found() {
#if HWY_ARCH_X86_64
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("ssse3")) return 0;
  std::int64_t targets = HWY_SSSE3;
  const bool sse4 = __builtin_cpu_supports("sse4.1") && __builtin_cpu_supports("sse4.2") &&
                    __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("aes");
  if (!sse4) return targets;
  targets |= HWY_SSE4;
  const bool avx2 = __builtin_cpu_supports("avx") && __builtin_cpu_supports("avx2") &&
                    __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
                    __builtin_cpu_supports("fma") && has_f16c();
  if (!avx2) return targets;
  targets |= HWY_AVX2;
  const bool avx3 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                    __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
  return avx3 ? targets | HWY_AVX3 : targets;
#else
  return 0;
#endif
}

std::int64_t for_tests = 0;  // set where nothing runs beside it

}  // namespace

std::int64_t SupportedTargets() {
  static const std::int64_t all = found() | HWY_STATIC_TARGET;
  return for_tests != 0 ? for_tests : all;
}

void SetSupportedTargetsForTest(std::int64_t targets) {
  for_tests = targets;
  GetChosenTarget().DeInit();
}

ChosenTarget& GetChosenTarget() {
  static ChosenTarget chosen;
  return chosen;
}

}  // namespace hwy

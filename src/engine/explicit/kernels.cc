// What is done to lines of 64 states: compiled once for each instruction set, chosen when the program runs
// (Google Highway).
#include "engine/explicit/kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "engine/explicit/kernels.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace entente::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <class T>
using Tag = hn::CappedTag<T, line_states>;

// Calls f(first lane) for each vector of a line.
template <class T, class F>
HWY_INLINE void each_vector(F f) {
  for (std::size_t k = 0; k < line_states; k += hn::Lanes(Tag<T>())) f(k);
}

template <class T>
HWY_INLINE auto load(const Line<T>& line, std::size_t k) {
  return hn::Load(Tag<T>(), line.of.data() + k);
}

template <class T, class V>
HWY_INLINE void store(V v, Line<T>& line, std::size_t k) {
  hn::Store(v, Tag<T>(), line.of.data() + k);
}

template <class T>
HWY_INLINE auto mask(std::uint64_t columns, std::size_t k) {
  const std::uint64_t here = columns >> k;
  std::uint8_t bytes[8];
  hwy::CopyBytes<8>(&here, bytes);
  return hn::LoadMaskBits(Tag<T>(), bytes);
}

struct Least {
  template <class V>
  HWY_INLINE V operator()(V a, V b) const {
    return hn::Min(a, b);
  }
};
struct Most {
  template <class V>
  HWY_INLINE V operator()(V a, V b) const {
    return hn::Max(a, b);
  }
};

// Four rows at a time share what is loaded of the goals.
template <class T>
void improve_freely(const Line<T>* v, const Line<T>* keys, std::size_t count,
                    std::span<const std::uint32_t> goals, Line<T>* least) {
  const auto none = hn::Set(Tag<T>(), top<T>);
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    std::size_t a = 0;
    for (; a + 4 <= count; a += 4) {
      auto m0 = none;
      auto m1 = none;
      auto m2 = none;
      auto m3 = none;
      const auto k0 = load(keys[a], k);
      const auto k1 = load(keys[a + 1], k);
      const auto k2 = load(keys[a + 2], k);
      const auto k3 = load(keys[a + 3], k);
      for (const std::uint32_t b : goals) {
        const auto key = load(keys[b], k);
        const auto value = load(v[b], k);
        m0 = hn::Min(m0, hn::IfThenElse(hn::Gt(key, k0), value, none));
        m1 = hn::Min(m1, hn::IfThenElse(hn::Gt(key, k1), value, none));
        m2 = hn::Min(m2, hn::IfThenElse(hn::Gt(key, k2), value, none));
        m3 = hn::Min(m3, hn::IfThenElse(hn::Gt(key, k3), value, none));
      }
      store(m0, least[a], k);
      store(m1, least[a + 1], k);
      store(m2, least[a + 2], k);
      store(m3, least[a + 3], k);
    }
    for (; a < count; ++a) {
      auto m = none;
      const auto own = load(keys[a], k);
      for (const std::uint32_t b : goals)
        m = hn::Min(m, hn::IfThenElse(hn::Gt(load(keys[b], k), own), load(v[b], k), none));
      store(m, least[a], k);
    }
  });
}

template <class T>
void improve(const Line<T>* v, const Line<T>* keys, std::size_t row, std::span<const MoveTo> goals,
             Line<T>& least) {
  const auto none = hn::Set(Tag<T>(), top<T>);
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    auto m = none;
    const auto own = load(keys[row], k);
    for (const MoveTo& b : goals) {
      const auto better = hn::And(hn::Gt(load(keys[b.row], k), own), mask<T>(b.columns, k));
      m = hn::Min(m, hn::IfThenElse(better, load(v[b.row], k), none));
    }
    store(m, least, k);
  });
}

template <class Op, class T>
void combine_goals(const Line<T>* v, std::span<const MoveTo> goals, Line<T>& line) {
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    auto m = load(line, k);
    for (const MoveTo& b : goals) m = hn::IfThenElse(mask<T>(b.columns, k), Op()(m, load(v[b.row], k)), m);
    store(m, line, k);
  });
}

template <class Op, class T>
void combine(Line<T>* to, const Line<T>* by, std::size_t lines, std::uint64_t columns) {
  const bool all = columns == ~std::uint64_t{0};
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    const auto here = mask<T>(columns, k);
    for (std::size_t n = 0; n < lines; ++n) {
      const auto old = load(to[n], k);
      const auto combined = Op()(old, load(by[n], k));
      store(all ? combined : hn::IfThenElse(here, combined, old), to[n], k);
    }
  });
}

template <class Op, class T>
void level(Line<T>* rows, std::size_t count) {
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    auto m = load(rows[0], k);
    for (std::size_t r = 1; r < count; ++r) m = Op()(m, load(rows[r], k));
    for (std::size_t r = 0; r < count; ++r) store(m, rows[r], k);
  });
}

template <class T>
void fill_others(Line<T>& line, std::uint64_t columns, T value) {
  const auto filled = hn::Set(Tag<T>(), value);
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    store(hn::IfThenElse(mask<T>(columns, k), load(line, k), filled), line, k);
  });
}

template <class T>
bool merge(Line<T>& to, const Line<T>& by) {
  bool same = true;
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    const auto old = load(to, k);
    const auto merged = hn::Min(old, load(by, k));
    if (hn::AllTrue(Tag<T>(), hn::Eq(old, merged))) return;
    same = false;
    store(merged, to, k);
  });
  return !same;
}

template <class T>
bool merge_from(TwoLeast<Line<T>*> to, const Line<T>& by, T mover) {
  bool same = true;
  const auto me = hn::Set(Tag<T>(), mover);
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    const auto found = load(by, k);
    const auto least = load(*to.least, k);
    const auto second = load(*to.second, k);
    const auto first = load(*to.first, k);
    const auto mine = hn::Eq(first, me);
    const auto new_least = hn::Min(least, found);
    const auto new_second = hn::IfThenElse(mine, second, hn::Min(second, hn::Max(least, found)));
    if (hn::AllTrue(Tag<T>(), hn::And(hn::Eq(least, new_least), hn::Eq(second, new_second)))) return;
    same = false;
    store(hn::IfThenElse(hn::Eq(least, new_least), first, me), *to.first, k);
    store(new_least, *to.least, k);
    store(new_second, *to.second, k);
  });
  return !same;
}

template <class T>
void of_others(TwoLeast<const Line<T>*> from, T mover, Line<T>& to) {
  const auto me = hn::Set(Tag<T>(), mover);
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    const auto mine = hn::Eq(load(*from.first, k), me);
    store(hn::IfThenElse(mine, load(*from.second, k), load(*from.least, k)), to, k);
  });
}

template <class T>
std::uint64_t at_most(const Line<T>& v, const Line<T>& w) {
  std::uint64_t bits = 0;
  const std::uint64_t one_vector = ~std::uint64_t{0} >> (64 - hn::Lanes(Tag<T>()));
  each_vector<T>([&](std::size_t k) HWY_ATTR {
    std::uint8_t bytes[8] = {};
    hn::StoreMaskBits(Tag<T>(), hn::Eq(hn::Min(load(v, k), load(w, k)), load(v, k)), bytes);
    std::uint64_t here = 0;
    hwy::CopyBytes<8>(bytes, &here);
    bits |= (here & one_vector) << k;
  });
  return bits;
}

template <class T>
const Kernels<T>* table() {
  static constexpr Kernels<T> all = {
      .improve_freely = improve_freely<T>,
      .improve = improve<T>,
      .lower_by = combine_goals<Least, T>,
      .raise_by = combine_goals<Most, T>,
      .lower = combine<Least, T>,
      .raise = combine<Most, T>,
      .level_down = level<Least, T>,
      .level_up = level<Most, T>,
      .fill_others = fill_others<T>,
      .merge = merge<T>,
      .merge_from = merge_from<T>,
      .of_others = of_others<T>,
      .at_most = at_most<T>,
  };
  return &all;
}

void patterns_of(std::span<const std::uint64_t> truths, Line<std::uint16_t>& patterns) {
  const Tag<std::uint16_t> d;
  each_vector<std::uint16_t>([&](std::size_t k) HWY_ATTR {
    auto pattern = hn::Zero(d);
    for (std::size_t t = 0; t < truths.size(); ++t) {
      const auto bit = hn::Set(d, static_cast<std::uint16_t>(1U << t));
      pattern = hn::Or(pattern, hn::IfThenElseZero(mask<std::uint16_t>(truths[t], k), bit));
    }
    store(pattern, patterns, k);
  });
}

#if HWY_TARGET == HWY_SCALAR
template <class G, std::size_t N>
void turn_square(const G* from, std::size_t from_stride, G* to, std::size_t to_stride) {
  for (std::size_t a = 0; a < N; ++a)
    for (std::size_t b = 0; b < N; ++b) to[b * to_stride + a] = from[a * from_stride + b];
}
#else
// N vectors of N granules: interleaving those half of them apart, log N times, turns the square.
template <class G, std::size_t N>
HWY_INLINE void turn_square(const G* from, std::size_t from_stride, G* to, std::size_t to_stride) {
  const hn::FixedTag<G, N> d;
  using V = hn::Vec<decltype(d)>;
  V a[N];
  V b[N];
  for (std::size_t k = 0; k < N; ++k) a[k] = hn::LoadU(d, from + k * from_stride);
  for (std::size_t step = N; step > 1; step /= 2) {
    for (std::size_t k = 0; k < N / 2; ++k) {
      b[2 * k] = hn::InterleaveLower(d, a[k], a[k + N / 2]);
      b[2 * k + 1] = hn::InterleaveUpper(d, a[k], a[k + N / 2]);
    }
    for (std::size_t k = 0; k < N; ++k) a[k] = b[k];
  }
  for (std::size_t k = 0; k < N; ++k) hn::StoreU(a[k], d, to + k * to_stride);
}
#endif

template <class G, std::size_t N>
void turn_all(const std::byte* from, std::byte* to, std::size_t outer, std::size_t inner) {
  if constexpr (N > 2)
    if (outer % N != 0 || inner % N != 0) return turn_all<G, N / 2>(from, to, outer, inner);
  const G* const in = reinterpret_cast<const G*>(from);
  G* const out = reinterpret_cast<G*>(to);
  for (std::size_t a = 0; a < outer; a += N)
    for (std::size_t b = 0; b < inner; b += N)
      turn_square<G, N>(in + a * inner + b, inner, out + b * outer + a, outer);
}

void turn_any(const std::byte* from, std::byte* to, std::size_t outer, std::size_t inner, std::size_t bytes) {
  switch (bytes) {
    case 1: return turn_all<std::uint8_t, 16>(from, to, outer, inner);
    case 2: return turn_all<std::uint16_t, 8>(from, to, outer, inner);
    case 4: return turn_all<std::uint32_t, 4>(from, to, outer, inner);
    default: return turn_all<std::uint64_t, 2>(from, to, outer, inner);
  }
}

const Kernels<std::uint8_t>* of_bytes() {
  return table<std::uint8_t>();
}
const Kernels<std::uint16_t>* of_words() {
  return table<std::uint16_t>();
}
const Kernels<std::uint32_t>* of_double_words() {
  return table<std::uint32_t>();
}

}  // namespace entente::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace entente {

HWY_EXPORT(turn_any);
HWY_EXPORT(patterns_of);
HWY_EXPORT(of_bytes);
HWY_EXPORT(of_words);
HWY_EXPORT(of_double_words);

void read_patterns(std::span<const std::uint64_t> truths, Line<std::uint16_t>& patterns) {
  HWY_DYNAMIC_DISPATCH(patterns_of)(truths, patterns);
}

void turn_granules(const std::byte* from, std::byte* to, std::size_t outer, std::size_t inner,
                   std::size_t bytes) {
  HWY_DYNAMIC_DISPATCH(turn_any)(from, to, outer, inner, bytes);
}

template <>
const Kernels<std::uint8_t>& kernels<std::uint8_t>() {
  return *HWY_DYNAMIC_DISPATCH(of_bytes)();
}
template <>
const Kernels<std::uint16_t>& kernels<std::uint16_t>() {
  return *HWY_DYNAMIC_DISPATCH(of_words)();
}
template <>
const Kernels<std::uint32_t>& kernels<std::uint32_t>() {
  return *HWY_DYNAMIC_DISPATCH(of_double_words)();
}

}  // namespace entente
#endif

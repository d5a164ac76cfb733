// FORCE (Aloul, Markov and Sakallah, 2003): each thing moves to the mean of the centres of its groups, all
// are put in that order, and so on while the groups' total span shrinks. Several starts; the best is kept.
#include "engine/symbolic/force.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>

namespace entente {
namespace {

using Groups = std::vector<std::vector<std::size_t>>;
using Order = std::vector<std::size_t>;

Order places(const Order& order) {
  Order place(order.size());
  for (std::size_t p = 0; p < order.size(); ++p) place[order[p]] = p;
  return place;
}

std::uint64_t span(const Order& order, const Groups& groups) {
  const Order place = places(order);
  std::uint64_t total = 0;
  for (const auto& group : groups) {
    const auto [low, high] =
        std::minmax_element(group.begin(), group.end(), [&](auto a, auto b) { return place[a] < place[b]; });
    if (low != group.end()) total += place[*high] - place[*low];
  }
  return total;
}

Order stepped(const Order& order, const Groups& groups) {
  const Order place = places(order);
  std::vector<double> sum(order.size(), 0);
  std::vector<double> count(order.size(), 0);
  for (const auto& group : groups) {
    double centre = 0;
    for (const std::size_t v : group) centre += static_cast<double>(place[v]);
    for (const std::size_t v : group) {
      sum[v] += centre / static_cast<double>(group.size());
      count[v] += 1;
    }
  }
  const auto to = [&](std::size_t v) {
    return count[v] > 0 ? sum[v] / count[v] : static_cast<double>(place[v]);
  };
  Order next = order;
  std::stable_sort(next.begin(), next.end(), [&](std::size_t a, std::size_t b) { return to(a) < to(b); });
  return next;
}

std::pair<std::uint64_t, Order> settled(Order order, const Groups& groups) {
  std::uint64_t least = span(order, groups);
  Order best = order;
  for (int since = 0; since < 10; ++since) {
    order = stepped(order, groups);
    const std::uint64_t now = span(order, groups);
    if (now < least) {
      since = 0;
      least = now;
      best = order;
    }
  }
  return {least, best};
}

}  // namespace

std::vector<std::size_t> force(std::size_t size, const Groups& groups) {
  constexpr int starts = 50;
  std::mt19937_64 random(1);
  Order order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  auto best = settled(order, groups);
  for (int k = 1; k < starts; ++k) {
    for (std::size_t n = size; n > 1; --n) std::swap(order[n - 1], order[random() % n]);
    best = std::min(best, settled(order, groups));
  }
  return best.second;
}

}  // namespace entente

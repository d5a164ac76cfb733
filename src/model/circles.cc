// Tarjan's strongly connected components with a stack of its own, so that long chains of names do no harm.
#include "model/circles.h"

#include <algorithm>
#include <limits>
#include <map>

namespace entente {
namespace {

constexpr std::size_t unvisited = std::numeric_limits<std::size_t>::max();

class Components {
 public:
  explicit Components(const NameGraph& graph)
      : graph_(graph), order_(graph.size(), unvisited), low_(graph.size(), 0), open_(graph.size(), false) {}

  std::vector<std::vector<std::size_t>> find() {
    for (std::size_t root = 0; root < graph_.size(); ++root)
      if (order_[root] == unvisited) visit(root);
    return std::move(groups_);
  }

 private:
  struct Step {
    std::size_t name;
    std::size_t next;  // of its uses
  };

  void visit(std::size_t root) {
    enter(root);
    while (!path_.empty()) {
      const std::size_t name = path_.back().name;
      if (path_.back().next == graph_[name].size()) {
        leave(name);
      } else {
        look_at(name, graph_[name][path_.back().next++]);
      }
    }
  }

  void enter(std::size_t name) {
    order_[name] = low_[name] = entered_++;
    open_[name] = true;
    waiting_.push_back(name);
    path_.push_back({name, 0});
  }

  void look_at(std::size_t name, std::size_t used) {
    if (order_[used] == unvisited) {
      enter(used);
    } else if (open_[used]) {
      low_[name] = std::min(low_[name], order_[used]);
    }
  }

  void leave(std::size_t name) {
    path_.pop_back();
    if (!path_.empty()) low_[path_.back().name] = std::min(low_[path_.back().name], low_[name]);
    if (low_[name] != order_[name]) return;
    const auto first = std::find(waiting_.rbegin(), waiting_.rend(), name).base() - 1;
    std::vector<std::size_t> group(first, waiting_.end());
    waiting_.erase(first, waiting_.end());
    for (const std::size_t member : group) open_[member] = false;
    std::sort(group.begin(), group.end());
    groups_.push_back(std::move(group));
  }

  const NameGraph& graph_;
  std::vector<std::size_t> order_;  // in which names were entered
  std::vector<std::size_t> low_;    // the earliest open name that each leads to
  std::vector<bool> open_;          // whether its group is not yet complete
  std::vector<std::size_t> waiting_;
  std::vector<Step> path_;
  std::size_t entered_ = 0;
  std::vector<std::vector<std::size_t>> groups_;
};

}  // namespace

std::vector<std::vector<std::size_t>> parts_first(const NameGraph& graph) {
  return Components(graph).find();
}

std::vector<std::size_t> circle_in(const NameGraph& graph, const std::vector<std::size_t>& group) {
  const std::size_t first = group[0];
  std::map<std::size_t, std::size_t> reached_from;
  std::vector<std::size_t> queue = {first};
  for (std::size_t i = 0; i < queue.size() && !reached_from.contains(first); ++i)
    for (const std::size_t used : graph[queue[i]])
      if (std::binary_search(group.begin(), group.end(), used) && reached_from.emplace(used, queue[i]).second)
        queue.push_back(used);
  if (!reached_from.contains(first)) return {};
  std::vector<std::size_t> circle;
  for (std::size_t name = reached_from[first]; name != first; name = reached_from[name])
    circle.push_back(name);
  circle.push_back(first);
  std::reverse(circle.begin(), circle.end());
  return circle;
}

}  // namespace entente

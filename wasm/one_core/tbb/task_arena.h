// Stands in for oneTBB where there is one core: work that must not begin other work begins none anyway.
#pragma once

namespace tbb::this_task_arena {

template <class Work>
auto isolate(const Work& work) {
  return work();
}

}  // namespace tbb::this_task_arena

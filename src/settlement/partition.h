// Some states split into classes, step by step, by what is asked of them.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

/// A partition of `size` things, all alike at first. Classes are numbered by their first member.
class Partition {
 public:
  explicit Partition(std::size_t size) : of_(size, 0), classes_(size == 0 ? 0 : 1) {}

  std::uint32_t operator[](std::size_t k) const { return of_[k]; }
  std::size_t size() const { return of_.size(); }
  std::uint32_t classes() const { return classes_; }

  /// Splits every class by key(k). Gives for each new class the old one and the key that its members share.
  template <class Key>
  std::vector<std::pair<std::uint32_t, std::uint32_t>> split(const Key& key) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> origin;
    std::unordered_map<std::uint64_t, std::uint32_t> ids;
    for (std::size_t k = 0; k < of_.size(); ++k) {
      const std::uint32_t asked = key(k);
      const auto [at, is_new] = ids.try_emplace((std::uint64_t{of_[k]} << 32) | asked, origin.size());
      if (is_new) origin.emplace_back(of_[k], asked);
      of_[k] = at->second;
    }
    classes_ = static_cast<std::uint32_t>(origin.size());
    return origin;
  }

  /// The members of each class, ascending.
  std::vector<std::vector<std::uint32_t>> members() const {
    std::vector<std::vector<std::uint32_t>> lists(classes_);
    for (std::size_t k = 0; k < of_.size(); ++k) lists[of_[k]].push_back(static_cast<std::uint32_t>(k));
    return lists;
  }

 private:
  std::vector<std::uint32_t> of_;
  std::uint32_t classes_;
};

}  // namespace entente

// Some states split into classes, step by step, by what is asked of them.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

/// The members of each class, ascending.
class Classes {
 public:
  Classes(const std::vector<std::uint32_t>& class_of, std::uint32_t classes);

  std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }
  std::span<const std::uint32_t> operator[](std::uint32_t c) const {
    return {members_.data() + begins_[c], members_.data() + begins_[c + 1]};
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> members_;
};

/// A partition of `size` things, all alike at first. Classes are numbered by their first member.
class Partition {
 public:
  explicit Partition(std::size_t size) : of_(size, 0), classes_(size == 0 ? 0 : 1) {}

  std::uint32_t operator[](std::size_t k) const { return of_[k]; }
  std::size_t size() const { return of_.size(); }
  std::uint32_t classes() const { return classes_; }
  Classes members() const { return Classes(of_, classes_); }

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

 private:
  std::vector<std::uint32_t> of_;
  std::uint32_t classes_;
};

/// A partition by marks that some things have: alike are those with the same marks.
template <class Mark>
class Marked {
 public:
  explicit Marked(std::size_t size) : partition_(size), of_(partition_.classes(), none) {}

  const Partition& partition() const { return partition_; }

  /// Gives a mark to the things for which has(k).
  template <class Has>
  void mark(const Mark& mark, const Has& has) {
    std::vector<std::uint32_t> now;
    for (const auto& [before, is_marked] :
         partition_.split([&](std::size_t k) { return has(k) ? 1U : 0U; })) {
      now.push_back(is_marked != 0 ? static_cast<std::uint32_t>(links_.size()) : of_[before]);
      if (is_marked != 0) links_.push_back({of_[before], count(of_[before]) + 1, mark});
    }
    of_ = std::move(now);
  }

  /// How many marks the members of a class have, and which, in the order in which they were given.
  std::uint32_t marks(std::uint32_t c) const { return count(of_[c]); }
  std::vector<Mark> operator[](std::uint32_t c) const {
    std::vector<Mark> marks(count(of_[c]));
    std::uint32_t link = of_[c];
    for (std::size_t k = marks.size(); k-- > 0; link = links_[link].before) marks[k] = links_[link].mark;
    return marks;
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  struct Link {  // a mark and those before it, which classes share: there can be a class for every state
    std::uint32_t before = none;
    std::uint32_t count = 0;
    Mark mark;
  };

  std::uint32_t count(std::uint32_t link) const { return link == none ? 0 : links_[link].count; }

  Partition partition_;
  std::vector<std::uint32_t> of_;  // of each class the last mark
  std::vector<Link> links_;
};

}  // namespace entente

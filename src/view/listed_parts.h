// What the files of the listed view share: its sets, and how it tells that the work was ended.
#pragma once

#include <memory>
#include <utility>

#include "states/stop.h"
#include "view/listed.h"

namespace entente {

class ListedSituations final : public Situations {
 public:
  /// The view must outlive it.
  ListedSituations(const ListedView& view, std::shared_ptr<const StateSet> states)
      : view_(view), states_(std::move(states)) {}

  const StateSet& states() const { return *states_; }
  Count count() const override { return states_->count(); }
  bool contains(Word word) const override;
  std::vector<Word> first(std::size_t most) const override;
  std::optional<ShownPatterns> patterns(std::size_t most) const override;

 private:
  const ListedView& view_;
  std::shared_ptr<const StateSet> states_;
};

/// The list of a set of a listed view.
inline const StateSet& listed(const Set& set) {
  return static_cast<const ListedSituations&>(*set).states();
}

template <class F>
auto ListedView::found(const F& find) const -> std::optional<std::invoke_result_t<F>> {
  if (ended_) return std::nullopt;
  try {
    return find();
  } catch (const Stopped&) {
    ended_ = true;
    return std::nullopt;
  }
}

}  // namespace entente

// What the variants of one case have in common, made once: the states that the kept rules leave, who can
// move among them, how a party ranks them by the statements that count, and its blocks in that order.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "engine/explicit/dense_moves.h"
#include "view/case.h"
#include "whatif/premises.h"

namespace entente {

/// A variant of a case, or the code of the fault for which it is none.
struct Variant {
  std::optional<Case> found;
  std::string fault;
};

/// For any number of threads. A variant is the same whatever was made before it.
class SharedVariants {
 public:
  /// The case as bound, with the status quo and the day that are asked about, and when work on it is to end.
  SharedVariants(Binding plain, Stop stop);

  Variant variant(const Premises& premises) const;

 private:
  using Rules = std::vector<bool>;
  using Preferences =
      std::tuple<Rules, std::size_t, std::vector<Premises::Statement>, Premises::Ranking>;  // of a party
  using Courses = std::tuple<Rules, std::vector<Premises::Course>, std::vector<Premises::Ways>>;
  using Grounds = std::tuple<Preferences, std::vector<Premises::Course>, Premises::Ways>;  // of a party
  struct Laid;  // a party's blocks, and the ranks that they are laid out by
  struct Floor {
    std::string fault = {};
    States states = {};
    StateId status_quo = 0;
  };

  std::shared_ptr<const Floor> floor(const Premises& premises) const;
  std::shared_ptr<const DenseFrame> frame(const Premises& premises, const Case& variant) const;
  std::shared_ptr<const Ranks> ranks(const Premises& premises, const States& states, std::size_t party) const;
  std::shared_ptr<const Ranks> ranks_without(Premises premises, const States& states, std::size_t party,
                                             const std::vector<std::size_t>& left_out) const;
  std::shared_ptr<const Blocks> blocks(const Premises& premises, const Case& variant,
                                       std::size_t party) const;
  template <class Key, class Thing, class Make>
  std::shared_ptr<const Thing> once(std::map<Key, std::shared_ptr<const Thing>>& made, const Key& key,
                                    const Make& make) const;

  Binding plain_;
  Stop stop_;  // of all work over any variant's states
  mutable std::mutex reading_;
  mutable std::uint64_t room_;  // states that may still be kept
  mutable std::map<Rules, std::shared_ptr<const Floor>> floors_;
  mutable std::map<Courses, std::shared_ptr<const DenseFrame>> frames_;
  mutable std::map<Preferences, std::shared_ptr<const Ranks>> ranks_;
  mutable std::map<Grounds, std::shared_ptr<const Laid>> laid_;
};

}  // namespace entente

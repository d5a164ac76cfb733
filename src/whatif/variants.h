// Variants of one case analysed: which of its conclusions stand in each. Many at once on all cores, each
// variant once however it was come by.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "whatif/changes.h"
#include "whatif/conclusions.h"
#include "whatif/shared_variants.h"

namespace entente {

/// How long work is watched: when it is to end, and who is told how far it is.
struct Watch {
  Stop stop = {};
  std::function<void(std::size_t done, std::size_t total)> progress = {};
};

/// What became of a variant. One that has a fault is no valid case, and none of its conclusions counts.
struct VariantOutcome {
  bool known = false;  // false where work ended before it was done
  std::string fault = {};
  std::vector<bool> stands = {};  // one a conclusion of the case; empty where there is a fault

  bool valid() const { return known && fault.empty(); }
};

class Variants {
 public:
  /// The case as written and as read, the latter perhaps put back to a day. Both must outlive it.
  /// `most_at_once`: variants of more ranks, one a state and party, are made one by one; each rank of one
  /// takes some 25 bytes.
  Variants(const casefile::Case& written, const Case& plain,
           std::uint64_t most_at_once = std::uint64_t{1} << 23);

  const casefile::Case& written() const { return written_; }
  const Model& model() const { return plain_.analysis.model(); }
  /// The case as it is; of its equilibria only the first so many are conclusions here.
  const Analysed& plain() const { return plain_; }
  /// How many equilibria were left out.
  std::size_t left_out() const { return left_out_; }
  const std::vector<Assumption>& assumptions() const { return assumptions_; }
  const std::vector<Change>& changes() const { return changes_; }
  Premises premises_of(const std::vector<Change>& changes) const {
    return with(premises_, changes, assumptions_);
  }

  /// The variant made, and shown to `see` unless it has a fault, whose code is given; "" for none.
  std::string visit(const Premises& premises, const std::function<void(const Case&)>& see) const;
  VariantOutcome outcome(const Premises& premises) const;
  /// One outcome for each, in their order.
  std::vector<VariantOutcome> outcomes(const std::vector<Premises>& each, const Watch& watch) const;
  /// Runs work(k) for each k below `count` on all cores, or one by one where a variant takes much memory, in
  /// no order, until work is to end; gives whether all were done. What is at work then is ended, too, by what
  /// it throws (states/stop.h).
  bool for_each(std::size_t count, const Watch& watch, const std::function<void(std::size_t)>& work) const;
  /// Of the case's conclusions, those that an analysis has with the same value.
  std::vector<bool> stands(const std::vector<Conclusion>& found) const;

 private:
  void leave_out_many();

  const casefile::Case& written_;
  Analysed plain_;
  std::uint64_t most_at_once_;
  std::size_t left_out_ = 0;
  SharedVariants shared_;
  std::vector<Assumption> assumptions_;
  std::vector<Change> changes_;
  Premises premises_;
  std::map<std::string, std::size_t> conclusion_;  // by id
};

}  // namespace entente

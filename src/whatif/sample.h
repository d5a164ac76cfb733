// Variants by lot: every assumption fails independently with the chance of its firmness, and each conclusion
// gets the share of variants in which it stands. The shares are about the assumptions of the model; they are
// no forecast (method.md, "What rests on what").
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "whatif/chances.h"
#include "whatif/robustness.h"

namespace entente {

/// What is sampled: variants `first` to `end` - 1 of so many. A variant depends on the seed and its number
/// only.
struct Lot {
  std::uint64_t seed = 1;
  std::uint64_t variants = 0;
  std::uint32_t part = 1;  // of `parts`, from 1
  std::uint32_t parts = 1;

  std::uint64_t first() const;
  std::uint64_t end() const;
};

/// What was counted; everything in it adds up over parts.
struct Sums {
  struct OfConclusion {
    std::string id = {};
    std::string sentence = {};
    bool of_weight = true;  // no equilibrium beside the way
    std::uint64_t stands = 0;
    /// The sum of a number drawn for each variant in which it stands: where two conclusions have the same
    /// sums they stand in the same variants (others would by a chance of 2^-128).
    std::array<std::uint64_t, 2> mark = {};
  };
  struct Row {  // of the table of chances
    std::string name = {};
    std::string chance = {};
    std::uint64_t assumptions = 0;
  };

  std::string title = {};
  std::string fingerprint = {};  // of the case, its date and the chances of its assumptions
  Replies replies = Replies::legal;
  Lot lot = {};
  std::vector<Row> table = {};
  std::uint64_t analysed = 0;                        // valid ones
  std::map<std::string, std::uint64_t> faults = {};  // by code: variants that are no valid case
  std::vector<OfConclusion> conclusions = {};

  std::uint64_t counted() const;  // analysed, or no valid case
};

/// Variant k: which assumptions fail in it.
std::vector<Change> drawn(const Variants& variants, const Chances& chances, std::uint64_t seed,
                          std::uint64_t k);

/// `fingerprint_of`: the text of the case and what else tells it from others. Counts fewer than asked where
/// it is cancelled.
Sums sample(const Variants& variants, const Chances& chances, const Lot& lot,
            const std::string& fingerprint_of, const Say& say, const Watch& watch);

/// Adds parts up. Gives what is wrong where they do not belong together, one is there twice or is missing;
/// else the first becomes the whole.
std::string merge(std::vector<Sums>& parts);

/// Conclusions that stand in the same variants: sets of two or more, by their first.
std::vector<std::vector<std::size_t>> together(const Sums& sums);

struct Interval {
  double low = 0;
  double high = 1;
};
/// Wilson's 95 % interval for the share of `stands` in `of`; 0 to 1 where `of` is 0.
Interval wilson(std::uint64_t stands, std::uint64_t of);

}  // namespace entente

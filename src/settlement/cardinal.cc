// Cardinal solutions: exact gains, and the best settlements by four measures of them.
#include "settlement/cardinal.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "states/evaluation.h"

namespace entente {
namespace {

/// What each consenting party gains against the status quo, as whole numbers of one unit for all.
class Gains {
 public:
  Gains(const Model& model, const Layout& layout, Word now)
      : parties_(model.consenting().size()),
        statements_(in_force(model)),
        evaluation_(model.conditions, conditions(statements_), layout) {
    std::vector<Decimal> changes;
    for (Statement& s : statements_) {
      s.now = holds(model.conditions, s.condition, layout, now);
      changes.push_back(s.now ? negative(s.weight) : s.weight);
    }
    changes_ = in_common_unit(changes);
    zero_ = Limbs(changes_.empty() ? 1 : changes_.front().size(), 0);
  }

  /// Finds the gains in at most Evaluation::width words.
  void find(std::span<const Word> words) {
    gains_.assign(words.size() * parties_, zero_);
    if (statements_.empty()) return;
    evaluation_(words);
    for (std::size_t k = 0; k < statements_.size(); ++k)
      for (std::size_t i = 0; i < words.size(); ++i) {
        const bool then = ((evaluation_.root(k).of[i / 64] >> (i % 64)) & 1) != 0;
        if (then != statements_[k].now) add_to(gains_[i * parties_ + statements_[k].party], changes_[k]);
      }
  }
  /// Those in the i-th word, one a party.
  std::span<const Limbs> of(std::size_t i) const { return std::span(gains_).subspan(i * parties_, parties_); }
  const Limbs& zero() const { return zero_; }

 private:
  /// A statement, the place of its party among those that consent, and whether it holds in the status quo.
  struct Statement {
    ConditionId condition{};
    std::size_t party = 0;
    Decimal weight;
    bool now = false;
  };

  static std::vector<Statement> in_force(const Model& model) {
    std::vector<Statement> all;
    const std::vector<PartyId> consenting = model.consenting();
    for (std::size_t i = 0; i < consenting.size(); ++i)
      for (const Preference& p : model[consenting[i]].preferences)
        if (p.in_force(model.day())) all.push_back({p.statement, i, p.weight});
    return all;
  }
  static std::vector<ConditionId> conditions(const std::vector<Statement>& statements) {
    std::vector<ConditionId> all;
    for (const Statement& s : statements) all.push_back(s.condition);
    return all;
  }
  static Decimal negative(Decimal weight) {
    weight.negative = !weight.negative && !weight.digits.empty();
    return weight;
  }

  std::size_t parties_;
  std::vector<Statement> statements_;
  Evaluation evaluation_;
  std::vector<Limbs> changes_;  // what each statement adds where its truth is another than now
  Limbs zero_;
  std::vector<Limbs> gains_;
};

/// Visits the words where nobody loses, with the gains there.
template <class Visit>
void each_possible(Gains& gains, const std::vector<Word>& words, const Stop& stop, const Visit& visit) {
  const auto lost = [&](const Limbs& gain) { return less(gain, gains.zero()); };
  for (std::size_t from = 0; from < words.size(); from += Evaluation::width) {
    stop.look();
    const std::size_t count = std::min(Evaluation::width, words.size() - from);
    gains.find(std::span(words).subspan(from, count));
    for (std::size_t i = 0; i < count; ++i)
      if (std::none_of(gains.of(i).begin(), gains.of(i).end(), lost)) visit(words[from + i], gains.of(i));
  }
}

/// What a measure is of a state: the first numbers that differ decide, the larger the better.
using Measured = std::vector<Limbs>;

bool less_measured(const Measured& a, const Measured& b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), less);
}

/// The least first.
Measured leximin(Measured numbers) {
  std::sort(numbers.begin(), numbers.end(), less);
  return numbers;
}

/// The measures of a state's gains; `most`: the largest gain of each party that is possible.
class Measures {
 public:
  explicit Measures(std::vector<Limbs> most, const Limbs& zero) : most_(std::move(most)), zero_(zero) {
    for (std::size_t p = 0; p < most_.size(); ++p) {
      Limbs& all = others_.emplace_back(Limbs{1});
      for (std::size_t q = 0; q < most_.size(); ++q)
        if (q != p && can_gain(q)) all = product(all, most_[q]);
    }
  }

  Measured of(Measure m, std::span<const Limbs> gains) const {
    switch (m) {
      case Measure::nash: return nash(gains);
      case Measure::kalai_smorodinsky: return kalai_smorodinsky(gains);
      case Measure::egalitarian: return leximin({gains.begin(), gains.end()});
      case Measure::utilitarian: return {sum(gains)};
    }
    return {};
  }
  /// Twice the share is nearest to an odd number of percent or above it: 2s - 1 <= 200 gain / most.
  Share share(std::size_t party, const Limbs& gain) const {
    if (!can_gain(party)) return std::nullopt;
    const Limbs gained = product(Limbs{200}, gain);
    unsigned share = 100;
    while (share > 0 && less(gained, product(Limbs{2 * share - 1}, most_[party]))) --share;
    return share;
  }

 private:
  bool can_gain(std::size_t party) const { return less(zero_, most_[party]); }

  /// The most parties that gain, then the largest product of their gains.
  Measured nash(std::span<const Limbs> gains) const {
    std::uint64_t gaining = 0;
    Limbs all = {1};
    for (const Limbs& gain : gains)
      if (less(zero_, gain)) ++gaining, all = product(all, gain);
    return {{gaining}, all};
  }
  /// Shares of the largest gain, brought to whole numbers: each times the largest gains of the others.
  Measured kalai_smorodinsky(std::span<const Limbs> gains) const {
    Measured shares;
    for (std::size_t p = 0; p < gains.size(); ++p)
      if (can_gain(p)) shares.push_back(product(gains[p], others_[p]));
    return leximin(std::move(shares));
  }
  Limbs sum(std::span<const Limbs> gains) const {
    Limbs all = zero_;
    for (const Limbs& gain : gains) add_to(all, gain);
    return all;
  }

  std::vector<Limbs> most_;
  Limbs zero_;
  std::vector<Limbs> others_;  // the product of the other parties' largest gains, one a party
};

/// The words of the largest measure so far, and the gains in the first of them.
struct Best {
  Measured measured;
  std::vector<Limbs> gains;
  CardinalBest found;

  void consider(Word word, std::span<const Limbs> here, Measured one) {
    if (!found.states.empty() && less_measured(one, measured)) return;
    if (found.states.empty() || less_measured(measured, one)) {
      found = {};
      measured = std::move(one);
      gains.assign(here.begin(), here.end());
    }
    found.states.push_back(word);
    found.alike = found.alike && std::equal(gains.begin(), gains.end(), here.begin(), here.end());
  }
};

std::vector<Limbs> largest(Gains& gains, std::size_t parties, const std::vector<Word>& words,
                           const Stop& stop) {
  std::vector<Limbs> most(parties, gains.zero());
  each_possible(gains, words, stop, [&](Word, std::span<const Limbs> found) {
    for (std::size_t p = 0; p < parties; ++p)
      if (less(most[p], found[p])) most[p] = found[p];
  });
  return most;
}

}  // namespace

std::vector<PartyId> without_weights(const Model& model) {
  std::vector<PartyId> all;
  for (const PartyId i : model.consenting())
    if (!model[i].ranking.empty() || (!model[i].weighted && !model[i].preferences.empty())) all.push_back(i);
  return all;
}

Cardinal cardinal(const Model& model, const Layout& layout, Word now, const std::vector<Word>& efficient,
                  const Stop& stop) {
  Gains gains(model, layout, now);
  const Measures measured(largest(gains, model.consenting().size(), efficient, stop), gains.zero());
  std::array<Best, measures.size()> best;
  each_possible(gains, efficient, stop, [&](Word word, std::span<const Limbs> found) {
    for (const Measure m : measures) best[slot(m)].consider(word, found, measured.of(m, found));
  });
  Cardinal all;
  for (const Measure m : measures) {
    const std::vector<Limbs>& of_first = best[slot(m)].gains;
    all[slot(m)] = std::move(best[slot(m)].found);
    for (std::size_t p = 0; p < of_first.size(); ++p)
      all[slot(m)].shares.push_back(measured.share(p, of_first[p]));
  }
  return all;
}

}  // namespace entente

// A case whose states are too many to list, looked at through decision diagrams within a budget.
#include "analysis/large.h"

#include <algorithm>
#include <chrono>
#include <map>

#include "analysis/large_questions.h"
#include "engine/symbolic/symbolic.h"
#include "engine/symbolic/tally.h"

namespace entente {
namespace {

using Clock = std::chrono::steady_clock;

std::size_t slot(Concept c) {
  return static_cast<std::size_t>(c);
}

/// Below every verdict of a concept lies Nash; above it, what the same answers deter if they need not help
/// anyone.
Concept upper_bound(Concept c) {
  return c == Concept::sseq ? Concept::smr : c == Concept::seq ? Concept::gmr : c;
}

}  // namespace

struct LargeAnalysis::Parts {
  const Model& model;
  WorkBudget budget;
  Clock::time_point end;
  std::unique_ptr<SymbolicCase> symbolic;
  std::map<std::pair<std::size_t, std::size_t>, std::optional<Diagram>> stable;  // by concept and party
  std::map<std::size_t, std::optional<Diagram>> equilibria;
  bool ran_out = false;

  const Symbolic& engine() const { return symbolic->engine(); }
  Diagrams& diagrams() const { return symbolic->diagrams(); }

  /// Runs one piece of work within a share of what is left of the time; nothing where that runs out.
  template <class F>
  auto within(double share, F work) -> std::optional<std::invoke_result_t<F>> {
    const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>((end - Clock::now()) * share);
    if (left.count() <= 0 || cancelled()) return ran_out = true, std::nullopt;
    auto done = diagrams().within({left, budget.cancelled}, work);
    if (auto* result = std::get_if<0>(&done)) return std::move(*result);
    return ran_out = true, std::nullopt;
  }

  bool cancelled() const { return budget.cancelled != nullptr && budget.cancelled->load(); }

  const std::optional<Diagram>& stable_set(Concept c, PartyId i) {
    if (helping(c)) settle_bounds();
    const auto [it, fresh] = stable.try_emplace({slot(c), index(i)});
    if (fresh)
      it->second =
          within(helping(c) ? share_of_helping() : 0.5, [&] { return entente::stable(engine(), i, c); });
    return it->second;
  }

  static bool helping(Concept c) { return c == Concept::seq || c == Concept::sseq; }

  /// What is quick comes before what may take all the time.
  void settle_bounds() {
    for (const Concept c : {Concept::nash, Concept::gmr, Concept::smr}) equilibrium_set(c);
  }

  /// The sets of answers that help their mover share most of the time that is left.
  double share_of_helping() {
    std::size_t left = 2 * model.parties.size() + 1;
    for (const auto& [key, set] : stable) left -= key.first >= slot(Concept::seq) ? 1 : 0;
    return 0.8 / static_cast<double>(std::max<std::size_t>(left, 1));
  }

  const std::optional<Diagram>& equilibrium_set(Concept c) {
    const auto [it, fresh] = equilibria.try_emplace(slot(c));
    if (!fresh) return it->second;
    std::vector<Diagram> all;
    for (const PartyId i : model.party_ids()) {
      const std::optional<Diagram>& one = stable_set(c, i);
      if (!one) return it->second;
      all.push_back(*one);
    }
    return it->second = within(0.5, [&] { return together(std::move(all)); });
  }

  /// The conjunction, the smallest diagrams first.
  Diagram together(std::vector<Diagram> all) const {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t k = 0; k < all.size(); ++k) order.emplace_back(diagrams().size(all[k]), k);
    std::sort(order.begin(), order.end());
    Diagram both = engine().all();
    for (const auto& [size, k] : order) both &= all[k];
    return both;
  }

  std::optional<Diagram> chosen(const Selection& selection) {
    Diagram set = engine().all();
    if (selection.only) {
      const std::optional<Diagram>& only = equilibrium_set(*selection.only);
      if (!only) return std::nullopt;
      set = *only;
    }
    if (!selection.where) return set;
    return within(0.5, [&] { return set & symbolic->encoding().where(*selection.where); });
  }
};

std::unique_ptr<LargeAnalysis> LargeAnalysis::open(const Model& model, const WorkBudget& budget) {
  const auto end = Clock::now() +
                   std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(budget.seconds));
  const std::uint64_t nodes = budget.nodes.value_or(Diagrams::nodes_for(budget.bytes));
  auto parts = std::make_unique<Parts>(Parts{model, budget, end, nullptr, {}, {}});
  auto opened = SymbolicCase::open(
      model, nodes,
      {std::chrono::duration_cast<std::chrono::nanoseconds>(end - Clock::now()), budget.cancelled});
  if (!opened || !std::holds_alternative<std::unique_ptr<SymbolicCase>>(*opened)) return nullptr;
  parts->symbolic = std::move(std::get<std::unique_ptr<SymbolicCase>>(*opened));
  return std::unique_ptr<LargeAnalysis>(new LargeAnalysis(std::move(parts)));
}

LargeAnalysis::LargeAnalysis(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LargeAnalysis::~LargeAnalysis() = default;

const Model& LargeAnalysis::model() const {
  return parts_->model;
}
const Layout& LargeAnalysis::layout() const {
  return parts_->symbolic->encoding().layout();
}
Word LargeAnalysis::status_quo() const {
  return entente::status_quo(model(), layout());
}
bool LargeAnalysis::cancelled() const {
  return parts_->cancelled();
}
bool LargeAnalysis::ran_out() const {
  return parts_->ran_out;
}

Count LargeAnalysis::situations() const {
  return parts_->engine().count(parts_->engine().all());
}

Tally LargeAnalysis::stable(Concept c, PartyId i) const {
  const auto counted = [&](Concept bound, Count otherwise) {
    const std::optional<Diagram>& set = parts_->stable_set(bound, i);
    return set ? parts_->engine().count(*set) : otherwise;
  };
  if (const std::optional<Diagram>& set = parts_->stable_set(c, i)) {
    const Count exact = parts_->engine().count(*set);
    return {exact, exact};
  }
  return {counted(Concept::nash, 0), counted(upper_bound(c), situations())};
}

Tally LargeAnalysis::equilibria(Concept c) const {
  if (const std::optional<Diagram>& set = parts_->equilibrium_set(c)) {
    const Count exact = parts_->engine().count(*set);
    return {exact, exact};
  }
  const std::optional<Diagram>& below = parts_->equilibrium_set(Concept::nash);
  const std::optional<Diagram>& above = parts_->equilibrium_set(upper_bound(c));
  return {below ? parts_->engine().count(*below) : 0, above ? parts_->engine().count(*above) : situations()};
}

// Nash and the bound above decide most; then the state alone is looked at, and the set of all only as the
// last resort.
Verdict LargeAnalysis::verdict(Concept c, PartyId i, Word at) const {
  const auto told = [](bool stable) { return stable ? Verdict::stable : Verdict::unstable; };
  const auto among = [&](Concept bound) -> std::optional<bool> {
    const std::optional<Diagram>& set = parts_->stable_set(bound, i);
    return set ? std::optional(contains(parts_->diagrams(), *set, at)) : std::nullopt;
  };
  if (among(Concept::nash) == true) return Verdict::stable;
  if (among(upper_bound(c)) == false) return Verdict::unstable;
  if (Parts::helping(c))
    if (const std::optional<Departed> found = departed(c, i, at)) return told(!found->undeterred);
  const std::optional<bool> exact = among(c);
  return exact ? told(*exact) : Verdict::undecided;
}

std::optional<LargeAnalysis::Departed> LargeAnalysis::departed(Concept c, PartyId i, Word at) const {
  return parts_->within(0.2, [&] { return departed_at(*parts_->symbolic, c, i, at); }).value_or(std::nullopt);
}

std::optional<std::vector<PatternOfMany>> LargeAnalysis::patterns(const Selection& selection,
                                                                  std::size_t most) const {
  const std::optional<Diagram> set = parts_->chosen(selection);
  if (!set) return std::nullopt;
  return parts_->within(0.3, [&] { return patterns_of(*parts_->symbolic, *set, most); });
}

std::optional<LargeSettlement> LargeAnalysis::settlement() const {
  return parts_->within(0.5, [&] { return settlement_of(*parts_->symbolic); });
}

std::optional<Count> LargeAnalysis::count(const Selection& selection) const {
  const std::optional<Diagram> set = parts_->chosen(selection);
  return set ? std::optional(parts_->engine().count(*set)) : std::nullopt;
}

std::optional<std::vector<Word>> LargeAnalysis::first(const Selection& selection, std::size_t most) const {
  const std::optional<Diagram> set = parts_->chosen(selection);
  return set ? std::optional(entente::first(parts_->diagrams(), *set, most)) : std::nullopt;
}

// The states before a word: for each bit that it has, those that agree with it above and lack that bit.
Count LargeAnalysis::number(Word word) const {
  const Diagrams& diagrams = parts_->diagrams();
  Diagram agreeing = parts_->engine().all();
  Count before = 0;
  for (unsigned bit = layout().bits(); bit-- > 0;) {
    const bool has = ((word >> bit) & 1) != 0;
    if (has) before += entente::count(diagrams, agreeing - diagrams.bit(bit));
    agreeing = has ? agreeing & diagrams.bit(bit) : agreeing - diagrams.bit(bit);
  }
  return before + 1;
}

std::optional<std::vector<WordStep>> LargeAnalysis::way(Word from, const Selection& to) const {
  const std::optional<Diagram> target = parts_->chosen(to);
  if (!target || target->empty()) return std::nullopt;
  return parts_->within(0.5, [&] { return fewest_moves(*parts_->symbolic, from, *target); })
      .value_or(std::nullopt);
}

}  // namespace entente

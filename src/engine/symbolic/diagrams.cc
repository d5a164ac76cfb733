// Decision diagrams: every call of BuDDy, each guarded.
//
// When BuDDy runs out of nodes it goes on with false in place of what it could not make, and remembers those
// falsehoods in its caches. Instead the hooks leave the operation at once, by longjmp from below its C frames
// to the guard around it (BuDDy itself does so to reorder): no wrong node is ever made. The hooks are met
// where the free nodes are used up, before anything is collected, when BuDDy's tables are whole.
#include "engine/symbolic/diagrams.h"

#include <bdd.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>
#include <map>
#include <new>
#include <numeric>
#include <stdexcept>
#include <string>
#include <tuple>

#include "engine/symbolic/turn.h"

#undef bdd_ithvar
#undef bdd_makeset
#undef bdd_init

namespace entente {
namespace {

Turn turn;
Diagrams* open_diagrams = nullptr;
std::jmp_buf escape;
bool inside = false;  // an operation, and so free to leave it
int misuse = 0;       // the fault of ours for which one was left

constexpr int fewest_nodes = 1 << 17;
// With half as many, and so half the caches, one conjunction at 60 options took ten times as long.
constexpr int first_nodes = 1 << 18;
constexpr int cache_share = 8;  // nodes an entry of each cache
constexpr int growth =
    1 << 21;  // nodes at a time, so that collections, where budgets are looked at, are many

}  // namespace

/// What the hooks do.
struct Guard {
  [[noreturn]] static void leave(Spent spent) {
    inside = false;
    open_diagrams->spent_ = spent;
    std::longjmp(escape, 1);
  }
  static void on_error(int code) {
    if (!inside) std::abort();  // below frames of C, with nowhere to go
    if (code == BDD_MEMORY) open_diagrams->broken_ = true;
    if (code != BDD_NODENUM && code != BDD_MEMORY) misuse = code;
    leave(Spent::nodes);
  }
  /// What an operation that was left gives.
  static int escaped() {
    if (const int code = std::exchange(misuse, 0); code != 0)
      throw std::logic_error(std::string("decision diagrams were misused: ") + bdd_errstring(code));
    return 0;
  }
  static void on_collection(int before, bddGbcStat*) {
    if (before == 0 || !inside) return;
    open_diagrams->look_at_budgets();
    if (open_diagrams->spent_) leave(*open_diagrams->spent_);
  }
  /// What an operation of BuDDy gives, or the empty set where a budget is spent.
  template <class Operation>
  static Diagram diagram(const Operation& operation) {
    // A node is referred to before anything else can collect it.
    return Diagram(node(operation));
  }

 private:
  template <class Operation>
  static int node(const Operation& operation) {
    open_diagrams->look_at_budgets();
    if (open_diagrams->spent_) return 0;
    if (setjmp(escape) != 0) return escaped();
    inside = true;
    const int node = operation();
    inside = false;
    return node;
  }
};

struct Diagrams::Tables {
  struct Free {
    void operator()(bddPair* pair) const { bdd_freepair(pair); }
  };
  std::map<std::tuple<Word, unsigned>, Diagram> cubes;
  std::map<std::tuple<Word, unsigned, unsigned>, std::unique_ptr<bddPair, Free>> renamings;
};

Diagram::Diagram(int node) : node_(node) {
  if (node_ > 1) bdd_addref(node_);
}
Diagram::Diagram(const Diagram& other) : Diagram(other.node_) {}
Diagram& Diagram::operator=(Diagram other) noexcept {
  std::swap(node_, other.node_);
  return *this;
}
Diagram::~Diagram() {
  if (node_ > 1) bdd_delref(node_);
}

Diagram Diagram::operator!() const {
  return Guard::diagram([&] { return bdd_not(node_); });
}
Diagram operator&(const Diagram& a, const Diagram& b) {
  return Guard::diagram([&] { return bdd_apply(a.node(), b.node(), bddop_and); });
}
Diagram operator|(const Diagram& a, const Diagram& b) {
  return Guard::diagram([&] { return bdd_apply(a.node(), b.node(), bddop_or); });
}
Diagram operator^(const Diagram& a, const Diagram& b) {
  return Guard::diagram([&] { return bdd_apply(a.node(), b.node(), bddop_xor); });
}
// BuDDy's own difference walks through both where these two stop at equal and at empty parts.
Diagram operator-(const Diagram& a, const Diagram& b) {
  return a ^ (a & b);
}
Diagram& Diagram::operator&=(const Diagram& other) {
  return *this = *this & other;
}
Diagram& Diagram::operator|=(const Diagram& other) {
  return *this = *this | other;
}
Diagram& Diagram::operator-=(const Diagram& other) {
  return *this = *this - other;
}
Diagram if_then_else(const Diagram& f, const Diagram& g, const Diagram& h) {
  return Guard::diagram([&] { return bdd_ite(f.node(), g.node(), h.node()); });
}
Diagram exists(const Diagram& f, const Diagram& cube) {
  return Guard::diagram([&] { return bdd_exist(f.node(), cube.node()); });
}
Diagram exists_both(const Diagram& f, const Diagram& g, const Diagram& cube) {
  return Guard::diagram([&] { return bdd_appex(f.node(), g.node(), bddop_and, cube.node()); });
}
Diagram cofactor(const Diagram& f, const Diagram& literals) {
  return Guard::diagram([&] { return bdd_restrict(f.node(), literals.node()); });
}
Diagram simplified(const Diagram& f, const Diagram& care) {
  if (care.empty()) return care;
  return Guard::diagram([&] { return bdd_simplify(f.node(), care.node()); });
}

std::unique_ptr<Diagrams> Diagrams::open(const std::vector<unsigned>& order, std::uint64_t nodes,
                                         const Allowance& limits) {
  const auto begun = std::chrono::steady_clock::now();
  const auto given_up = [&] {
    return (limits.cancel != nullptr && limits.cancel->load(std::memory_order_relaxed)) ||
           (limits.time && std::chrono::steady_clock::now() - begun >= *limits.time);
  };
  if (!turn.take(given_up)) return nullptr;
  try {
    return std::unique_ptr<Diagrams>(new Diagrams(order, nodes));
  } catch (...) {
    turn.give_back();
    throw;
  }
}

Diagrams::Diagrams(const std::vector<unsigned>& order, std::uint64_t nodes)
    : order_(order),
      numbered_(order),
      number_(order.size()),
      most_nodes_(std::clamp<std::uint64_t>(nodes, std::uint64_t{2} * fewest_nodes, 2'000'000'000)),
      tables_(std::make_unique<Tables>()) {
  open_diagrams = this;
  for (unsigned p = 0; p < order_.size(); ++p) number_[order_[p]] = p;
  const int first = static_cast<int>(std::min<std::uint64_t>(first_nodes, most_nodes_ / 2));
  bdd_error_hook(nullptr);  // its own would end the process
  if (bdd_init(first, first / cache_share) < 0) throw std::bad_alloc();
  bdd_error_hook(Guard::on_error);
  bdd_gbc_hook(Guard::on_collection);
  bdd_setcacheratio(cache_share);
  bdd_setmaxincrease(growth);
  bdd_setmaxnodenum(static_cast<int>(most_nodes_));
  bdd_setvarnum(static_cast<int>(std::max<std::size_t>(1, order_.size() * copies)));
  keep_copies_together();
}

Diagrams::~Diagrams() {
  tables_.reset();
  bdd_done();
  open_diagrams = nullptr;
  turn.give_back();
}

// A primed bit stands just below its own, in any order.
int Diagrams::variable(unsigned bit, unsigned copy) const {
  return static_cast<int>(number_[bit] * copies + copy);
}

std::uint64_t Diagrams::live_nodes() const {
  bdd_gbc();
  return static_cast<std::uint64_t>(bdd_getnodenum());
}

// BuDDy cannot leave a reordering halfway: it must not run out of nodes, or time, in one.
void Diagrams::reorder() {
  constexpr std::uint64_t spare = 8;  // sifting lets them grow by a fifth on the way
  if (spent_ || broken_ || live_nodes() > most_nodes_ / spare) return;
  bdd_reorder(BDD_REORDER_SIFT);
  read_order();
}

void Diagrams::order_as_at_first() {
  constexpr std::uint64_t spare = 64;
  constexpr std::uint64_t most_moved = 200'000;
  if (order_ == numbered_ || broken_ || live_nodes() > std::min(most_moved, most_nodes_ / spare)) return;
  std::vector<int> variables(order_.size() * copies);
  std::iota(variables.begin(), variables.end(), 0);
  bdd_clrvarblocks();
  bdd_setvarorder(variables.data());
  keep_copies_together();
  read_order();
}

// Only while the variables are in the order of their numbers: BuDDy takes blocks to lie so.
void Diagrams::keep_copies_together() {
  for (const unsigned bit : numbered_)
    bdd_intaddvarblock(variable(bit, 0), variable(bit, copies - 1), BDD_REORDER_FIXED);
}

void Diagrams::read_order() {
  for (unsigned p = 0; p < order_.size(); ++p)
    order_[p] = numbered_[static_cast<unsigned>(bdd_level2var(static_cast<int>(p * copies))) / copies];
}

Diagram Diagrams::bit(unsigned k, unsigned copy) const {
  return Guard::diagram([&] { return bdd_ithvar(variable(k, copy)); });
}

Diagram Diagrams::cube(Word mask, unsigned copy) const {
  Diagram& kept = tables_->cubes.try_emplace({mask, copy}, Diagram(1)).first->second;
  if (!kept.full()) return kept;
  Diagram cube = all();
  for (auto b = order_.rbegin(); b != order_.rend(); ++b)
    if (((mask >> *b) & 1) != 0) cube &= bit(*b, copy);
  if (!spent_) kept = cube;
  return cube;
}

Diagram Diagrams::moved(const Diagram& f, Word mask, unsigned from, unsigned to) const {
  auto& pair = tables_->renamings[{mask, from, to}];
  if (!pair) {
    pair.reset(bdd_newpair());
    for (const unsigned b : order_)
      if (((mask >> b) & 1) != 0) bdd_setpair(pair.get(), variable(b, from), variable(b, to));
  }
  return Guard::diagram([&] { return bdd_replace(f.node(), pair.get()); });
}

Diagrams::Node Diagrams::node(int n) {
  return {static_cast<unsigned>(bdd_var2level(bdd_var(n))) / copies, bdd_low(n), bdd_high(n)};
}

std::uint64_t Diagrams::size(const Diagram& f) const {
  return f.node() < 2 ? 1 : static_cast<std::uint64_t>(bdd_nodecount(f.node()));
}

std::uint64_t Diagrams::nodes_made() const {
  bddStat stats{};
  bdd_stats(&stats);
  return static_cast<std::uint64_t>(stats.produced);
}

void Diagrams::look_at_budgets() {
  if (spent_) return;
  if (broken_) spent_ = Spent::nodes;
  for (const std::atomic<bool>* cancel : cancels_)
    if (cancel->load(std::memory_order_relaxed)) spent_ = Spent::cancelled;
  if (until_ && std::chrono::steady_clock::now() >= *until_) spent_ = Spent::time;
}

Diagrams::Scope::Scope(Diagrams& of, const Allowance& limits)
    : of_(of), spent_(of.spent_), cancels_(of.cancels_), until_(of.until_) {
  if (limits.cancel != nullptr) of.cancels_.push_back(limits.cancel);
  if (!limits.time) return;
  const auto until = std::chrono::steady_clock::now() + *limits.time;
  of.until_ = of.until_ ? std::min(*of.until_, until) : until;
}

// What an inner computation ran out of, the one around it need not have run out of.
Diagrams::Scope::~Scope() {
  if (of_.spent_) of_.order_as_at_first();
  of_.spent_ = spent_;
  of_.cancels_ = cancels_;
  of_.until_ = until_;
}

}  // namespace entente

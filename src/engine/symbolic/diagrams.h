// Decision diagrams over the bits of a state's word: sets of words as values, and budgets that end cleanly.
//
// BuDDy keeps everything in global variables; `Diagrams` is their one owner, and nothing else of the project
// knows BuDDy. Bit k of a word is variable k here, wherever the order of the variables puts it. Each bit has
// two primed copies next to it, for the state that a move leads to.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "states/word.h"

namespace entente {

/// A set of words, or of pairs of words where primed bits occur; empty at first. Copying costs nothing. It
/// must not outlive the Diagrams that were open when it was made.
class Diagram {
 public:
  Diagram() = default;
  Diagram(const Diagram& other);
  Diagram(Diagram&& other) noexcept : node_(std::exchange(other.node_, 0)) {}
  Diagram& operator=(Diagram other) noexcept;
  ~Diagram();

  bool empty() const { return node_ == 0; }
  bool full() const { return node_ == 1; }
  /// Equal sets are one node.
  bool operator==(const Diagram& other) const { return node_ == other.node_; }
  int node() const { return node_; }

  Diagram operator!() const;
  Diagram& operator&=(const Diagram& other);
  Diagram& operator|=(const Diagram& other);
  Diagram& operator-=(const Diagram& other);

 private:
  friend class Diagrams;
  friend struct Guard;
  explicit Diagram(int node);

  int node_ = 0;
};

Diagram operator&(const Diagram& a, const Diagram& b);
Diagram operator|(const Diagram& a, const Diagram& b);
Diagram operator^(const Diagram& a, const Diagram& b);
Diagram operator-(const Diagram& a, const Diagram& b);
/// f ? g : h.
Diagram if_then_else(const Diagram& f, const Diagram& g, const Diagram& h);
/// Where some values of the cube's bits make f true; f and g.
Diagram exists(const Diagram& f, const Diagram& cube);
Diagram exists_both(const Diagram& f, const Diagram& g, const Diagram& cube);
/// f where a conjunction of bits or their negations holds, those bits gone.
Diagram cofactor(const Diagram& f, const Diagram& literals);
/// A diagram that agrees with f wherever `care` holds, and is often smaller.
Diagram simplified(const Diagram& f, const Diagram& care);

/// Which budget a computation ran out of.
enum class Spent : std::uint8_t { nodes, time, cancelled, waiting };  // waiting: the time, before its turn

/// What computations may use; nothing set: no limit.
struct Allowance {
  std::optional<std::chrono::nanoseconds> time;
  const std::atomic<bool>* cancel = nullptr;
};

/// The result of a computation, or the budget that it ran out of.
template <class T>
using Outcome = std::variant<T, Spent>;

/// The owner of BuDDy's global state. One at a time in a process, used by the thread that opened it.
class Diagrams {
 public:
  static constexpr std::uint64_t bytes_per_node = 44;  // with its share of the caches
  static constexpr std::uint64_t usual_nodes = 40'000'000;
  static constexpr unsigned copies = 3;  // of each bit: unprimed, primed, twice primed

  /// `order`: the bits from the top of the diagrams down, each once. Waits while another thread has others
  /// open. Nothing where the limits ended that, or this thread has others open itself.
  static std::unique_ptr<Diagrams> open(const std::vector<unsigned>& order, std::uint64_t nodes = usual_nodes,
                                        const Allowance& limits = {});
  Diagrams(const Diagrams&) = delete;
  Diagrams& operator=(const Diagrams&) = delete;
  ~Diagrams();

  static std::uint64_t nodes_for(std::uint64_t bytes) { return bytes / bytes_per_node; }
  unsigned bits() const { return static_cast<unsigned>(order_.size()); }
  /// The bits from the top down; `reorder` changes it.
  const std::vector<unsigned>& order() const { return order_; }
  /// Looks for an order of the bits in which all diagrams kept now are small (sifting: Rudell, 1993). The
  /// diagrams stay the sets that they are. Where memory is short nothing happens.
  void reorder();

  Diagram none() const { return {}; }
  Diagram all() const { return Diagram(1); }
  Diagram bit(unsigned k, unsigned copy = 0) const;
  /// The conjunction of the mask's bits, to quantify over.
  Diagram cube(Word mask, unsigned copy = 0) const;
  /// f with the mask's bits of one copy put in place of those of another, which f must not look at.
  Diagram moved(const Diagram& f, Word mask, unsigned from, unsigned to) const;

  /// A node of a diagram that is kept meanwhile, for walks: its bit's place in the order, and its children.
  struct Node {
    unsigned place = 0;
    int low = 0;
    int high = 0;
  };
  static Node node(int n);
  std::uint64_t size(const Diagram& f) const;
  /// How many nodes were made since these diagrams were opened, collected ones too: work, whatever the
  /// machine.
  std::uint64_t nodes_made() const;

  /// The budget that ran out, if one did. From then on every operation gives the empty set, until the
  /// `within` that set the budget ends; what was computed since must not be used.
  const std::optional<Spent>& spent() const { return spent_; }

  /// Runs a computation within limits, and within those of any computation around it. Whatever f keeps for
  /// later it must keep only where nothing is spent. Where it is cut short the order of the bits is the first
  /// one again, so that what follows does not depend on how far it came.
  template <class F>
  Outcome<std::invoke_result_t<F>> within(const Allowance& limits, F f) {
    const Scope scope(*this, limits);
    auto result = f();
    if (spent_) return *spent_;
    return result;
  }

 private:
  class Scope {
   public:
    Scope(Diagrams& of, const Allowance& limits);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Diagrams& of_;
    std::optional<Spent> spent_;
    std::vector<const std::atomic<bool>*> cancels_;
    std::optional<std::chrono::steady_clock::time_point> until_;
  };
  friend struct Guard;

  Diagrams(const std::vector<unsigned>& order, std::uint64_t nodes);
  int variable(unsigned bit, unsigned copy) const;
  void look_at_budgets();
  void order_as_at_first();
  std::uint64_t live_nodes() const;
  void keep_copies_together();
  void read_order();

  std::vector<unsigned> order_;
  std::vector<unsigned> numbered_;  // the order at first: BuDDy numbers the variables by it for good
  std::vector<unsigned> number_;    // of each bit in it
  std::uint64_t most_nodes_;
  std::optional<Spent> spent_;
  bool broken_ = false;  // memory itself ran out: BuDDy's tables cannot be used again
  std::vector<const std::atomic<bool>*> cancels_;
  std::optional<std::chrono::steady_clock::time_point> until_;
  struct Tables;
  std::unique_ptr<Tables> tables_;  // cubes and renamings made so far
};

}  // namespace entente

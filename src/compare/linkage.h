// Linked disputes compared: each alone, together without the links, and together; what each link does, what
// is traded, and what the links take away or add.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compare/difference.h"
#include "links/disputes.h"
#include "view/case.h"

namespace entente {

/// A case with what it comes to.
struct CaseAlone {
  explicit CaseAlone(Case one)
      : of(std::move(one)),
        analysed(of),
        held(first_holding(analysis())),
        counted(counts(analysis(), held)) {}
  Case of;
  Analysed analysed;
  std::optional<Holding> held;  // what of the settlements to recommend holds
  CountsOfCase counted;

  const Model& model() const { return of.model; }
  const Analysis& analysis() const { return analysed.analysis; }
};

/// A dispute alone, and where it is in the whole.
struct PartAlone {
  std::string as;
  std::unique_ptr<const CaseAlone> alone;
  std::vector<OptionId> options;  // of the whole, one an option of its own
  std::vector<PartyId> parties;   // of the whole, one a party of its own

  /// Whether a party of the whole is in it.
  bool has(PartyId party) const { return std::find(parties.begin(), parties.end(), party) != parties.end(); }
  /// A state of the whole as the dispute has it.
  Word word(const Layout& whole, Word at) const;
  StateId state(const Layout& whole, Word at) const;
};

/// Settlements of the whole, which all accept, in which parties of a dispute give what they would not give in
/// it alone.
struct Trade {
  std::size_t dispute = 0;
  Waivers gives;     // of the dispute's own parties
  StateSet among;    // the settlements
  StateId best = 0;  // by fallback bargaining, the first of these
  std::vector<std::pair<PartyId, std::size_t>> gains =
      {};  // there, of who gives: of the whole, and in which dispute
};

/// What one link does: the whole with it against the whole without it.
struct LinkEffect {
  std::size_t link = 0;                      // of the linking file
  std::unique_ptr<const CaseAlone> without;  // null where it is the whole without any
  Difference difference;
};

struct Linkage {
  const Linked* linked = nullptr;
  std::vector<PartAlone> parts;
  std::unique_ptr<const CaseAlone> unlinked;  // null where there are no links: then it is the whole
  std::unique_ptr<const CaseAlone> whole;
  std::vector<LinkEffect> effects;  // one a link
  std::vector<Trade> trades;        // minimal ones first
  std::size_t trades_left_out = 0;

  const CaseAlone& together() const { return unlinked ? *unlinked : *whole; }
  const CaseAlone& without(const LinkEffect& effect) const {
    return effect.without ? *effect.without : together();
  }
};

/// At most so many trades are told.
inline constexpr std::size_t most_trades = 20;

/// Compares them; `linked` has no faults and must outlive the result. Nothing where the situations of one are
/// too many to list. `whole`: the case as it was read.
std::optional<Linkage> linkage(const Linked& linked, Case whole, const Budget& budget, const Stages& stages);

}  // namespace entente

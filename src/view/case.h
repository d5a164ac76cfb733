// A case read whole: its text, its model and its feasible states, or what is wrong with it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "links/disputes.h"
#include "model/bind.h"
#include "model/model.h"
#include "states/rank.h"
#include "states/states.h"
#include "text/diagnostic.h"
#include "view/sources.h"

namespace entente {

class Blocks;
struct DenseFrame;

/// What is known of a case before it is analysed, since others have it too.
struct InCommon {
  /// One a party, or none.
  std::vector<std::shared_ptr<const Ranks>> ranks = {};
  /// Where a dense engine fits.
  std::shared_ptr<const DenseFrame> frame = {};
  /// One a party, of the ranks above, or none.
  std::vector<std::shared_ptr<const Blocks>> blocks = {};
  /// The ranks of a party with some of its preferences left out; or nothing.
  std::function<std::shared_ptr<const Ranks>(PartyId, const std::vector<std::size_t>&)> ranks_without = {};
};

struct Case {
  Model model;
  States states;
  StateId status_quo = 0;
  InCommon common = {};
};

/// What reading came to: a case; or faults; or more states than the budget allows.
struct CaseReading {
  Text text;
  casefile::Case written;   // as it was read from a text, and perhaps changed since
  Linked linked;            // of a case that includes others: the parts that `written` is the whole of
  Diagnostics diagnostics;  // warnings too
  std::optional<Case> found;
  std::optional<TooMany> too_many;
  std::optional<Binding> large;              // of a case that has too many states and no fault so far
  std::optional<Verification> verification;  // where the sources were given
  bool warned = true;                        // false where the work was ended before all warnings were known
};

/// What was read of a case, and its faults: a case that includes others is whole only where each of these has
/// no faults of its own.
struct ReadCase {
  casefile::Case written;
  Linked linked = {};
  bool whole = true;
};

/// Reads a case and what it includes; the texts of these are put behind its own.
ReadCase read_written(Text& text, const std::vector<IncludedFile>& files, const Budget& budget,
                      Diagnostics& told);

/// Reads a case. With `sources`, a folder, each piece of evidence is verified against DIR/<source id>.txt.
CaseReading read_case(Text text, Budget budget = {}, const std::optional<std::string>& sources = std::nullopt,
                      const std::vector<IncludedFile>& included = {});

/// The same of a case that was read from a text, with what was told then, and perhaps changed since.
CaseReading read_case(Text text, Diagnostics told, ReadCase read, Budget budget = {},
                      const std::optional<std::string>& sources = std::nullopt);
/// The same of a case as written already, which is not kept; places in its diagnostics mean nothing where it
/// was made, not read.
CaseReading read_case(const casefile::Case& written, Budget budget = {});
/// The same of a case that is bound already.
CaseReading read_case(Binding bound, Budget budget = {});
/// A case as written, made into one to analyse; nothing where it has faults or too many states.
std::optional<Case> case_of(const casefile::Case& written, Budget budget = {});

}  // namespace entente

// Entente's one public header: a case goes in as text, answers come out through a sink; nothing here prints,
// exits or throws for a fault of the user's.
//
// Any number of threads may ask. A question's sink is called by the thread that asks; what watches work
// (Watching, Limits::stages) by others, too. Cases whose states are too many to list, and those asked with
// Engines::symbolic, share one set of decision diagrams: a thread waits for its turn, which counts in its
// time (Limits::seconds) and ends where it is cancelled. So ask no such question from within a sink.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/answer.h"

namespace entente {

/// The brief; with `in_full` nothing is left out, with `in_short` it is its five lines. No CSV. `proof` takes
/// a certificate of its stability verdicts (docs/proof.md); not together with `as_of` or `changes`.
struct AnalyzeRequest {
  Form form = Form::text;
  bool in_full = false, in_short = false;
  Sink proof = {};
};

/// Only whether the case has faults; `sources` is a folder with the text of each source, to verify the
/// evidence against. In JSON the faults and warnings are the answer, too: with their places in bytes, for
/// editors. No CSV.
struct CheckRequest {
  Form form = Form::text;
  std::optional<std::string> sources = {};
  bool strict = false;  // warnings are faults
};

/// The feasible states: all of them, or those that are equilibria of a concept, or where a formula holds.
/// With `coalitions` their verdicts too, or those up to a size; where no size is given, of no more than
/// most_parties_in_coalitions parties. With `sim` simultaneous sanctioning, too; with `strong` what is
/// stable if only what is strongly worse deters; with `horizon` what is stable for two parties that look so
/// many moves ahead: a number up to most_horizon, or "all".
struct StatesRequest {
  Form form = Form::text;
  std::optional<std::string> only = {}, where = {};  // one of concept_names(); a formula
  std::optional<StateName> state = {};               // that one alone
  std::optional<std::size_t> limit = {};             // of those chosen, list so many
  bool coalitions = false, sim = false, strong = false;
  std::optional<unsigned> coalition_size = {};  // means `coalitions` too
  std::optional<std::string> horizon = {};
};
inline constexpr unsigned most_horizon = 1000;
inline constexpr unsigned most_parties_in_coalitions = 8;

/// Why a state is stable, or is not: for each party, or for one, or for a coalition. At the status quo unless
/// a number or a formula is given. No CSV.
struct WhyRequest {
  Form form = Form::text;
  std::optional<StateName> state = {};        // that state
  std::optional<std::string> at = {};         // a formula; the first state where it holds
  std::optional<std::string> party = {};      // an id
  std::optional<std::string> coalition = {};  // ids with commas between
  std::optional<std::string> under = {};      // one of concept_names(); sequential stability if none is
  bool in_full = false;                       // every improvement
};

/// The zone of agreement, or what it would take to open it. No CSV.
struct SettleRequest {
  Form form = Form::text;
};

/// Where the dispute is heading. No CSV.
struct OutlookRequest {
  Form form = Form::text;
  std::optional<std::string> under = {};  // one of concept_names(); sequential stability where none is given
};

/// The best path: `to` and `from` are formulas, `state` is the number, from 1, of the state to go to in place
/// of `to`, `by` is a date as in a case. No CSV.
struct PathRequest {
  Form form = Form::text;
  std::optional<std::string> to = {}, from = {}, by = {};
  std::optional<StateName> state = {};
  bool safe = false;
};

/// How the model fits the past: the state at each event and what the move was for its mover. No CSV.
struct HistoryRequest {
  Form form = Form::text;
};

/// What changed between two cases, which conclusions changed, and which edit changed each. No CSV.
struct DiffRequest {
  Form form = Form::text;
  bool in_full = false;  // every conclusion that changed, not what many have in common
};

/// What each conclusion rests on, and the fewest changes to the case that overturn it, up to so many. No CSV.
/// `witness` takes, for each conclusion that can be overturned, the name of a file and its text: the case so
/// changed. `about`: one conclusion or one assumption alone, by its id in the whole answer; about an
/// assumption no sets of changes are tried.
struct RobustRequest {
  Form form = Form::text;
  std::size_t changes = 1;  // up to 3
  std::optional<std::string> about = {};
  std::function<bool(const std::string& name, const std::string& text)> witness = {};
  Sink svg = {};  // takes a picture of it
  Watching watching = {};
};

/// The smallest sets of up to so many changes to the case after which some state where `to` holds is an
/// equilibrium, or without it some settlement that all accept; or with `state`, that state; or, with `state`
/// and `party`, of changes to what that party wants after which the state is stable for it. With `rankings`,
/// too: the sets of states that the party must like no better than that one for it to be stable. No CSV.
struct UnlockRequest {
  Form form = Form::text;
  std::optional<std::string> to = {};     // a formula
  std::optional<StateName> state = {};    // that state
  std::optional<std::string> party = {};  // an id; goes with `state`
  std::optional<std::string> under = {};  // one of concept_names(); sequential stability if none is
  std::size_t changes = 2;                // 1 or 2
  bool rankings = false;                  // goes with `party`
  Watching watching = {};
};

/// So many variants in which each assumption fails by lot, and the share in which each conclusion stands.
/// `chances`: a table in place of the program's own. Of several parts the answer is the sums of one, for
/// merge_samples. No CSV.
struct SampleRequest {
  Form form = Form::text;
  std::uint64_t variants = 10000;
  std::uint64_t seed = 1;
  std::uint32_t part = 1;  // of `parts`, from 1
  std::uint32_t parts = 1;
  std::optional<Input> chances = {};
  Watching watching = {};
};

/// One picture, as an SVG file. `picture` is one of picture_names(); `party` is whose ladder, the first
/// party's where none is given. No other form.
struct DrawRequest {
  std::string picture = "graph";
  std::optional<std::string> party = {};  // an id
};

/// Status as in diff(1): 0 where the conclusions are the same, 1 where they differ, 2 for faults.
Answer diff(const Input& before, const Input& after, const DiffRequest& request, const Look& look,
            const Sink& out);

/// Each verb of the program: one case, one question; the answer goes to the sink piece by piece.
Answer analyze(const Input& input, const AnalyzeRequest& request, const Look& look, const Sink& out);
Answer check(const Input& input, const CheckRequest& request, const Look& look, const Sink& out);
Answer states(const Input& input, const StatesRequest& request, const Look& look, const Sink& out);
Answer settle(const Input& input, const SettleRequest& request, const Look& look, const Sink& out);
Answer outlook(const Input& input, const OutlookRequest& request, const Look& look, const Sink& out);
Answer path(const Input& input, const PathRequest& request, const Look& look, const Sink& out);
Answer history(const Input& input, const HistoryRequest& request, const Look& look, const Sink& out);
Answer robust(const Input& input, const RobustRequest& request, const Look& look, const Sink& out);
Answer unlock(const Input& input, const UnlockRequest& request, const Look& look, const Sink& out);
Answer sample(const Input& input, const SampleRequest& request, const Look& look, const Sink& out);
Answer draw(const Input& input, const DrawRequest& request, const Look& look, const Sink& out);
Answer why(const Input& input, const WhyRequest& request, const Look& look, const Sink& out);

/// The parts of one sample added up; the answer is that of the whole, byte for byte.
Answer merge_samples(const std::vector<Input>& parts, Form form, const Look& look, const Sink& out);

/// What a fault's code means and what to do about it; an unknown code has status 1 and the nearest known one.
Answer explain(std::string_view code, const Look& look, const Sink& out);
/// The codes that `explain` knows, sorted.
std::vector<std::string> fault_codes();
/// The stability concepts by name, weakest demands on foresight first: nash, gmr, smr, seq, sseq.
std::vector<std::string> concept_names();
/// How replies can be read, the usual way first: legal, once, one (docs/method.md).
std::vector<std::string> reply_names();

/// The pictures that there are of a case: graph, ladder, settlements and others.
std::vector<std::string> picture_names();
/// The JSON Schema of a case file, for editors.
std::string schema();

/// Whether a file that begins so is one that this program wrote, of this version or an earlier one: a page, a
/// picture, a sample, a certificate, a witness or a batch. So many bytes of it are enough to tell.
bool is_own_file(std::string_view beginning);
inline constexpr std::size_t telling_beginning = std::size_t{1} << 18;

/// The known word that `word` was most likely meant to be; none where nothing is near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);
/// Reads what an analysis may spend, parts with commas between, each a number with its unit: s, min or h of
/// time, MB or GB of memory, nodes of decision diagrams (k and M count thousands and millions). What is wrong
/// is a sentence instead.
std::optional<std::string> read_budget(const std::string& text, Limits& limits);
std::string_view version();  // "1.2.3"

}  // namespace entente

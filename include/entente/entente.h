// Entente's one public header: a case goes in as text, answers come out through a sink; nothing here prints,
// exits or throws for a fault of the user's.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A case as a program read it: the name that messages call it by, and its bytes.
struct Input {
  std::string name;
  std::string content;
};

/// The largest case that is looked into, in bytes; of a larger one a program need not read more than one byte
/// past it.
inline constexpr std::size_t largest_input = std::size_t{4} << 20;

/// How answers for people look: whether the answer and the faults are coloured, and the columns there are.
struct Look {
  bool colour = false;
  bool colour_faults = false;
  unsigned width = 100;
};

/// For people, or for programs.
enum class Form { text, json, csv };

/// Takes the next piece of an answer; false where it could not be written, after which no more pieces come.
using Sink = std::function<bool(std::string_view)>;

/// How it went: the program's exit status (0 answered, 1 faults, 3 a budget spent) and what belongs on
/// standard error, ending in a line end or empty.
struct Answer {
  int status = 0;
  std::string err = {};
};

/// The brief; with `in_full` nothing is left out of it. No CSV.
struct AnalyzeRequest {
  Form form = Form::text;
  bool in_full = false;
};

/// Only whether the case has faults; `sources` is a folder with the text of each source, to verify the
/// evidence against.
struct CheckRequest {
  std::optional<std::string> sources = {};
};

/// The feasible states: all of them, or those that are equilibria of a concept, or where a formula holds.
struct StatesRequest {
  Form form = Form::text;
  std::optional<std::string> only = {};   // one of concept_names()
  std::optional<std::string> where = {};  // a formula
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

/// The best path: `to` and `from` are formulas, `by` is a date as in a case. No CSV.
struct PathRequest {
  Form form = Form::text;
  std::optional<std::string> to = {}, from = {}, by = {};
  bool safe = false;
};

/// Each verb of the program: one case, one question; the answer goes to the sink piece by piece.
Answer analyze(const Input& input, const AnalyzeRequest& request, const Look& look, const Sink& out);
Answer check(const Input& input, const CheckRequest& request, const Look& look, const Sink& out);
Answer states(const Input& input, const StatesRequest& request, const Look& look, const Sink& out);
Answer settle(const Input& input, const SettleRequest& request, const Look& look, const Sink& out);
Answer outlook(const Input& input, const OutlookRequest& request, const Look& look, const Sink& out);
Answer path(const Input& input, const PathRequest& request, const Look& look, const Sink& out);

/// What a fault's code means and what to do about it; an unknown code has status 1 and the nearest known one.
Answer explain(std::string_view code, const Look& look, const Sink& out);
/// The codes that `explain` knows, sorted.
std::vector<std::string> fault_codes();
/// The stability concepts by name, weakest demands on foresight first: nash, gmr, smr, seq, sseq.
std::vector<std::string> concept_names();

/// A small case, complete and without faults, to start from.
std::string_view new_case();
/// The JSON Schema of a case file, for editors.
std::string schema();

/// The known word that `word` was most likely meant to be; none where nothing is near.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);
/// The version, "1.2.3".
std::string_view version();

}  // namespace entente

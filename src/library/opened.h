// A case being asked: read, and refused with a reason where it cannot be answered.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "brief/replies_told.h"
#include "entente/entente.h"
#include "view/analysis.h"

namespace entente {
using namespace status;

/// What was read, and what to say where it cannot be answered.
struct Opened {
  CaseReading reading;
  Answer answer;
  const Look& look;
  const Input& input;
  std::chrono::steady_clock::time_point begun;
  Stop stop;  // when work on it is to end
  bool warnings_in_full = false;

  /// Whether it can be answered so far.
  explicit operator bool() const { return answer.status == answered; }
  const Model& model() const { return reading.found ? reading.found->model : reading.large->model; }
  Model& model() { return reading.found ? reading.found->model : reading.large->model; }
  /// Whether its states are too many to list, but not for diagrams.
  bool large() const { return !reading.found && reading.large.has_value(); }
};

/// Whether a verb can be asked about a case whose states are too many to list.
enum class Size { listed, any };

struct OpenedHow {
  Size size = Size::listed;
  bool rows = false;  // only a list of them is asked for, which takes less memory than what is told of them
  bool warnings_in_full = false;  // else how many there are, and how to see them
  std::optional<std::string> sources = {};
  Watching watching = {};
};

/// The text of a case and of what it includes, by which answers say what they were made of.
std::string whole_text(const Input& input);

Opened open_case(const Input& input, const Look& look, const OpenedHow& how = {});

/// What was read beside a case.
std::vector<IncludedFile> files_beside(const Input& input);

/// How many warnings there are, where nobody tells them in full.
void tell_warnings(Opened& opened);

/// A formula of the command line, given by `flag`; what is wrong with it goes into the answer.
std::optional<ConditionId> formula(Opened& opened, const char* flag, const std::string& text);
/// Where a path is to lead, in words.
std::string asked_words(const PathRequest& request);
/// The answer becomes a fault with this message.
void refuse(Opened& opened, const std::string& message);
/// The same where the case links others and `what`, "a witness", can be written of one file alone.
void refuse_where_linked(Opened& opened, const char* what);
/// An answer for people or in JSON, as text; how it reads replies is told with it where that is not usual.
std::string in_reading(const Opened& opened, const std::string& answer);
std::string in_reading(const Opened& opened, const Json& answer);
/// The answer, a fault where it could not be written.
Answer finish(const Opened& opened, bool written);

Face face(const Look& look);
/// Which engine gives the verdicts over listed states: the symbolic one only where it is asked for.
VerdictsBy verdicts_by(const Input& input);
/// The concept that was asked for, SEQ where none was.
Concept concept_or_seq(const std::optional<std::string>& under);

/// A party by its id or its name, in any case and with or without "the"; one that there is not goes into the
/// answer.
std::optional<PartyId> named_party(Opened& opened, const char* flag, std::string_view word);
/// What the case calls a state, by its id; null where it calls none so, which goes into the answer.
const NamedState* state_of_id(Opened& opened, const std::string& id);
/// "state 12", "state s9"; and with the other name, and the label, of the first of those so called: `state
/// 12, s9 "the plant is gone"`.
std::string words_of(const StateName& state);
std::string words_of(const StateName& state, const Model& model, const Layout& layout, Word first);

}  // namespace entente

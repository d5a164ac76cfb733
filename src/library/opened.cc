// A case being asked: read, and refused with a reason where it cannot be answered.
#include "library/opened.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <algorithm>

#include "engine/explicit/fitting.h"
#include "history/as_of.h"
#include "library/ending.h"
#include "model/bind.h"
#include "text/capitals.h"
#include "text/text.h"
#include "whatif/changes.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

std::string refusal(const TooMany& many) {
  return "the rules leave " + std::string(many.exact ? "" : "at least ") + grouped(many.count) +
         " situations; the budget is " + grouped(many.budget) +
         ". More rules, fewer options or fewer values bring it within reach.\n";
}

std::string engine_words(const Opened& opened) {
  if (opened.large()) return "symbolic engine, no state listed";
  const States& states = opened.reading.found->states;
  const std::string size = grouped(states.size()) + " states, ";
  if (opened.input.engine == Engines::symbolic) return "symbolic engine over " + size + "listed";
  const bool dense = fitting_representation(opened.reading.found->model, states) == Representation::dense;
  return "explicit engine over " + size + (dense ? "dense over all combinations" : "packed");
}

/// One line on what was done and what it took.
std::string stats(const Opened& opened) {
  Count combinations = 1;
  const Model& model = opened.reading.found ? opened.reading.found->model : opened.reading.large->model;
  for (const Option& option : model.options) combinations *= option.values.size();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - opened.begun;
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return fmt::format("{}: {}; {} combinations of values; {:.3f} s, {} MB at most\n", opened.input.name,
                     engine_words(opened), grouped(combinations), took.count(), used.ru_maxrss / 1024);
}

/// About what listed states take each, at least; and what all that is told of them takes, where diagrams
/// could tell it, too.
constexpr std::uint64_t bytes_a_state = 40;
constexpr std::uint64_t bytes_a_state_told = 250;

/// States are listed only where they fit into the memory that there is to spend.
Budget budget_of(const Limits& limits, const Stop& stop, const OpenedHow& how) {
  Budget budget{.stop = stop};
  if (limits.states) budget.states = std::min(budget.states, *limits.states);
  const std::uint64_t bytes = how.size == Size::any && !how.rows ? bytes_a_state_told : bytes_a_state;
  if (limits.bytes) budget.states = std::min(budget.states, stop.bytes().value_or(*limits.bytes) / bytes);
  return budget;
}

/// The case read with its changes made; one that it does not have is told instead.
CaseReading read(const Input& input, const OpenedHow& how, const Stop& stop, std::string& wrong) {
  Text text(input.name, input.content);
  const Budget budget = budget_of(input.limits, stop, how);
  const std::vector<IncludedFile> included = files_beside(input);
  if (input.changes.empty()) return read_case(std::move(text), budget, how.sources, included);
  Diagnostics told;
  ReadCase read = read_written(text, included, budget, told);
  // Of what could not be read as it stands, parts are missing that others name.
  if (!told.faulty()) {
    ChangedCase now = make_changes(std::move(read.written), input.changes, input.as_of);
    read.written = std::move(now.written);
    wrong = std::move(now.wrong);
  }
  return read_case(std::move(text), std::move(told), std::move(read), budget, how.sources);
}

/// How replies are read, where that was asked for.
void read_replies(Opened& opened, const std::string& answers) {
  const std::optional<Replies> replies = replies_of(answers);
  if (!replies)
    return refuse(opened, "--answers: error: '" + plain(answers) + "' is no reading; there are " +
                              listed(reply_names()));
  Model& model = opened.model();
  const std::vector<MoverId> all = model.mover_ids();
  const auto acting = [&](MoverId mover) { return !model.options_of(mover).empty(); };
  const auto movers = std::count_if(all.begin(), all.end(), acting);
  if (*replies == Replies::once && static_cast<std::size_t>(movers) > most_replying_once) {
    opened.answer.status = over_budget;
    opened.answer.err += "--answers once looks at every set of those who could answer: " +
                         grouped(static_cast<std::size_t>(movers)) +
                         (model.groups.empty() ? " parties" : " parties, and groups of them,") +
                         " are too many for that, " + grouped(most_replying_once) + " the most.\n";
  }
  model.replies = *replies;
}

}  // namespace

std::vector<IncludedFile> files_beside(const Input& input) {
  std::vector<IncludedFile> all;
  for (const FileBeside& file : input.beside) all.push_back({file.name, file.content, file.why});
  return all;
}

std::string whole_text(const Input& input) {
  std::string all = input.content;
  for (const FileBeside& file : input.beside)
    all += "\n# " + file.name + "\n" + file.content.value_or(std::string());
  return all;
}

Face face(const Look& look) {
  return {look.colour, look.width};
}

VerdictsBy verdicts_by(const Input& input) {
  return input.engine == Engines::symbolic ? VerdictsBy::diagrams : VerdictsBy::listing;
}

Opened open_case(const Input& input, const Look& look, const OpenedHow& how) {
  std::string unknown_change;
  Opened opened{{}, {}, look, input, std::chrono::steady_clock::now(), {}};
  opened.stop = stop_of(input.limits, opened.begun, how.watching);
  try {
    opened.reading = read(input, how, opened.stop, unknown_change);
  } catch (const Stopped&) {
    tell_ended(opened, "the situations were listed; nothing is known yet");
    return opened;
  }
  opened.warnings_in_full = how.warnings_in_full;
  if (input.answers && (opened.reading.found || opened.reading.large)) read_replies(opened, *input.answers);
  if (!opened) return opened;
  if (opened.reading.diagnostics.faulty()) {
    opened.answer.err =
        printed(opened.reading.diagnostics, opened.reading.text, {.colour = look.colour_faults});
    opened.answer.status = faulty;
  } else if (!unknown_change.empty()) {
    refuse(opened, "changes: error: " + unknown_change);
  } else if (opened.large() && how.size == Size::any && input.engine != Engines::listing && !input.as_of) {
    return opened;
  } else if (opened.reading.too_many) {
    opened.answer.status = over_budget;
    opened.answer.err += input.name + ": " + refusal(*opened.reading.too_many);
  } else if (input.as_of) {
    if (const std::optional<std::string> wrong = set_as_of(*opened.reading.found, *input.as_of))
      refuse(opened, "--as-of: error: " + *wrong);
  }
  if (opened) tell_warnings(opened);
  return opened;
}

void tell_warnings(Opened& opened) {
  const std::size_t count = opened.reading.diagnostics.sorted().size();
  if (count == 0 || opened.warnings_in_full) return;
  const std::string name = one_line(opened.input.name);
  opened.answer.err += name + ": " + counted(count, "warning") + "; 'entente check " + name +
                       (count == 1 ? "' shows it.\n" : "' shows them.\n");
}

std::optional<ConditionId> formula(Opened& opened, const char* flag, const std::string& text) {
  Diagnostics faults;
  const Text named(flag, text);
  const std::optional<ConditionId> id = bind_formula(named, opened.model(), faults);
  if (faults.faulty()) {
    opened.answer.status = faulty;
    opened.answer.err += printed(faults, named, {.colour = opened.look.colour_faults});
  }
  return id;
}

std::string asked_words(const PathRequest& request) {
  if (request.to) return "where \"" + plain(*request.to) + "\" holds";
  return request.state ? words_of(*request.state) : "";
}

void refuse(Opened& opened, const std::string& message) {
  opened.answer.status = faulty;
  opened.answer.err += one_line(message) + "\n";
}

void refuse_where_linked(Opened& opened, const char* what) {
  if (opened.reading.linked.links())
    refuse(opened, opened.input.name + ": error: this case links others, and " + what +
                       " is written of a case in one file; ask it of a case that is included");
}

std::string in_reading(const Opened& opened, const std::string& answer) {
  return with_replies(opened.model().replies, face(opened.look), answer);
}
std::string in_reading(const Opened& opened, const Json& answer) {
  return with_replies(opened.model().replies, answer);
}

Answer finish(const Opened& opened, bool written) {
  Answer answer{written ? opened.answer.status : faulty, opened.answer.err};
  if (opened.input.stats) answer.err += stats(opened);
  return answer;
}

namespace {

/// A name without its article, in capitals, so that it is the same however it is written.
std::string bare_name(std::string_view name) {
  const std::string all = capitals(plain(name));
  return all.starts_with("THE ") ? all.substr(4) : all;
}

/// The party whose id or name a word is as it stands, else in any case.
std::optional<PartyId> party_called(const Model& model, std::string_view word) {
  for (const PartyId i : model.party_ids())
    if (model[i].id == word || plain(model[i].name) == word) return i;
  for (const PartyId i : model.party_ids())
    if (same_but_for_capitals(model[i].id, word) || bare_name(model[i].name) == bare_name(word)) return i;
  return std::nullopt;
}

/// The id of the party whose id or name is nearest to a word.
std::optional<std::string> party_near(const Model& model, const std::vector<std::string>& ids,
                                      std::string_view word) {
  if (auto near = nearest(word, ids)) return near;
  std::vector<std::string> names;
  for (const PartyId i : model.party_ids()) names.push_back(bare_name(model[i].name));
  const std::optional<std::string> name = nearest(bare_name(word), names);
  if (!name) return std::nullopt;
  return ids[static_cast<std::size_t>(std::find(names.begin(), names.end(), *name) - names.begin())];
}

}  // namespace

std::optional<PartyId> named_party(Opened& opened, const char* flag, std::string_view word) {
  if (const std::optional<PartyId> found = party_called(opened.model(), word)) return found;
  std::vector<std::string> ids;
  for (const PartyId i : opened.model().party_ids()) ids.push_back(opened.model()[i].id);
  const std::optional<std::string> near = party_near(opened.model(), ids, word);
  refuse(opened, std::string(flag) + ": error: no party is called '" + plain(word) + "'; " +
                     (near ? "did you mean '" + *near + "'?" : "the parties are " + listed(ids)));
  return std::nullopt;
}

const NamedState* state_of_id(Opened& opened, const std::string& id) {
  const std::vector<NamedState>& all = opened.model().named_states;
  std::vector<std::string> ids;
  for (const NamedState& state : all) {
    if (state.id == id) return &state;
    ids.push_back(state.id);
  }
  const std::optional<std::string> near = nearest(id, ids);
  refuse(opened, "--state: error: no state is called '" + plain(id) + "'" +
                     (near          ? "; did you mean '" + *near + "'?"
                      : ids.empty() ? "; the case has no [[state]]"
                                    : "; the ids are " + listed(ids)));
  return nullptr;
}

std::string words_of(const StateName& state) {
  return "state " + (state.number == 0 ? plain(state.id) : grouped(state.number));
}

std::string words_of(const StateName& state, const Model& model, const Layout& layout, Word first) {
  return state.number == 0 ? "state " + id_words(model, layout, first)
                           : words_of(state) + id_behind(model, layout, first);
}

Concept concept_or_seq(const std::optional<std::string>& under) {
  return under ? concept_of(*under).value_or(Concept::seq) : Concept::seq;
}

}  // namespace entente

// What variants of a case come to, asked: single changes and sets, by lot, and what would unlock it.
#include <algorithm>

#include "brief/difference_words.h"
#include "brief/robust.h"
#include "brief/sample_answer.h"
#include "brief/unlock_answer.h"
#include "casefile/read.h"
#include "casefile/write.h"
#include "entente/entente.h"
#include "library/effort.h"
#include "library/ending.h"
#include "library/opened.h"
#include "library/unlock_rankings.h"
#include "pictures/robust_picture.h"
#include "text/unicode.h"
#include "view/holding.h"
#include "words/change_words.h"
#include "words/conclusion_words.h"
#include "words/english.h"
#include "words/voice.h"

namespace entente {
namespace {

/// Long work watched for a program.
Watch watch(const Opened& opened, const Watching& watching) {
  return {opened.stop, watching.progress};
}

constexpr unsigned longest_id = 80;  // shown of one that there is not

/// A conclusion's id as the name of a file.
std::string file_name(const std::string& id, std::size_t number) {
  std::string name = id.substr(0, id.find('/'));
  if (name == "stability") name = id;
  std::replace(name.begin(), name.end(), '/', '-');
  return (name == "equilibrium" ? name + "-" + std::to_string(number + 1) : name) + ".toml";
}

/// What a witness says of itself in its head.
std::string head(const Variants& variants, std::size_t conclusion, const std::vector<Change>& changes,
                 const Input& input) {
  const Voice voice(variants.model());
  std::string text = "A witness made by entente robust. The case as it stands says:\n  " +
                     conclusion_words(variants, conclusion) + "\nThat falls if all of this is so:\n";
  for (const Change& c : changes)
    text +=
        "  " + change_words(voice, variants.assumptions(), c) + "  [" + id(c, variants.assumptions()) + "]\n";
  if (input.as_of) text += "Seen --as-of " + *input.as_of + ".\n";
  if (input.answers) text += "Seen with --answers " + *input.answers + ".\n";
  return text + "'entente diff' of the case and this file shows it.\n";
}

bool write_witnesses(const Variants& variants, const Robustness& robustness, const About& about,
                     const RobustRequest& request, const Input& input) {
  for (std::size_t c = 0; c < robustness.overturning.size(); ++c) {
    const Overturning& b = robustness.overturning[c];
    if (b.size == 0 || (about.conclusion && c != *about.conclusion)) continue;
    std::vector<Change> changes;
    for (const std::size_t k : b.sets[0]) changes.push_back(variants.changes()[k]);
    const casefile::Case changed = with(variants.written(), variants.premises_of(changes));
    if (!request.witness(file_name(variants.plain().found[c].id, c),
                         casefile::write(changed, head(variants, c, changes, input))))
      return false;
  }
  return true;
}

/// The conclusion or assumption of that id; what it is not goes into the answer.
About about_what(Opened& opened, const Variants& variants, const std::string& id) {
  std::vector<std::string> known;
  const std::vector<Conclusion>& found = variants.plain().found;
  for (std::size_t c = 0; c < found.size(); ++c) {
    if (found[c].id == id) return {.conclusion = c};
    known.push_back(found[c].id);
  }
  for (std::size_t a = 0; a < variants.assumptions().size(); ++a) {
    if (variants.assumptions()[a].id == id) return {.assumption = a};
    known.push_back(variants.assumptions()[a].id);
  }
  const std::optional<std::string> near = nearest(id, known);
  refuse(opened, "--about: error: the case has no conclusion or assumption '" + one_line(id, longest_id) +
                     "'" +
                     (near ? "; did you mean '" + *near + "'?" : "; 'entente robust --json' has the ids"));
  return {};
}

/// How many variants that is at most; about one assumption alone no sets of changes are tried.
std::uint64_t variants_tried(const Model& model, const RobustRequest& request) {
  const std::uint64_t singles = single_variants(model);
  if (request.changes < 2) return singles;
  return singles + sets_of_changes(singles - model.evidence.size(), request.changes);
}

Answer rests_on(Opened& opened, const RobustRequest& request, const Sink& out) {
  const Variants variants(opened.reading.written, *opened.reading.found);
  const About about = request.about ? about_what(opened, variants, *request.about) : About{};
  if (!opened) return opened.answer;
  tell_left_out(opened, variants);
  Robustness found = single_changes(variants, sentence_of, watch(opened, request.watching));
  if (about.assumption)
    found.asked = 1;
  else
    find_overturning(variants, found, request.changes, watch(opened, request.watching), about.conclusion);
  bool told = out(request.form == Form::json
                      ? in_reading(opened, robust_json(variants, found, about))
                      : in_reading(opened, robust_text(variants, found, face(opened.look), about)));
  // A picture is whole, or there is none.
  if (told && request.svg && found.searched > 0)
    told = request.svg(robust_svg(variants, found, opened.input.changes.empty()));
  if (told && request.witness) told = write_witnesses(variants, found, about, request, opened.input);
  if (found.searched < found.asked)
    tell_ended(opened, "every change was tried; what is printed is what was done");
  return finish(opened, told);
}

}  // namespace

Answer robust(const Input& input, const RobustRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.watching = request.watching});
  if (!opened) return opened.answer;
  if (request.witness) refuse_where_linked(opened, "a witness");
  if (!opened) return opened.answer;
  warn_of_effort(opened, variants_tried(opened.model(), request));
  if (!opened) return opened.answer;
  return unless_ended(opened, "the case itself was analysed; nothing is known yet",
                      [&] { return rests_on(opened, request, out); });
} catch (...) {
  return thrown(input.name);
}

namespace {

std::string answer_text(const Sums& sums, Form form, const Look& look) {
  return form == Form::json ? with_replies(sums.replies, sample_json(sums))
                            : with_replies(sums.replies, face(look), sample_text(sums, face(look)));
}

/// The case, so that parts of one sample are told from those of another.
std::string identity(const Input& input) {
  std::string all = whole_text(input) + "\n" + input.as_of.value_or("");
  if (input.answers) all += "\nanswers " + *input.answers;
  for (const std::string& change : input.changes) all += "\n" + change;
  return all;
}

Answer sampled(Opened& opened, const SampleRequest& request, const Chances& chances, const Lot& lot,
               const Sink& out) {
  const Variants variants(opened.reading.written, *opened.reading.found);
  tell_left_out(opened, variants);
  const Sums sums =
      sample(variants, chances, lot, identity(opened.input), sentence_of, watch(opened, request.watching));
  const bool whole = sums.counted() == lot.end() - lot.first();
  if (!whole)
    tell_ended(opened, std::string("every variant was analysed; ") +
                           (lot.parts > 1 ? "half a part is none" : "what is printed is what was done"));
  if (lot.parts > 1) return finish(opened, !whole || out(written(sums)));  // half a part is none
  return finish(opened, out(answer_text(sums, request.form, opened.look)));
}

}  // namespace

Answer sample(const Input& input, const SampleRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.watching = request.watching});
  if (!opened) return opened.answer;
  Chances chances;
  if (request.chances)
    if (const std::string wrong = chances.read(request.chances->content); !wrong.empty())
      refuse(opened, request.chances->name + ": error: " + wrong);
  if (!opened) return opened.answer;
  const Lot lot{request.seed, request.variants, request.part, request.parts};
  warn_of_effort(opened, lot.end() - lot.first());
  if (!opened) return opened.answer;
  return unless_ended(opened, "the case itself was analysed; nothing is known yet",
                      [&] { return sampled(opened, request, chances, lot, out); });
} catch (...) {
  return thrown(input.name);
}

Answer merge_samples(const std::vector<Input>& parts, Form form, const Look& look, const Sink& out) try {
  std::vector<Sums> all;
  for (const Input& part : parts) {
    std::optional<Sums> sums = sums_of(part.content);
    if (!sums) return {faulty, part.name + ": error: this is no part of a sample, or not whole\n"};
    all.push_back(std::move(*sums));
  }
  if (all.empty()) return {faulty, "no part was given\n"};
  if (const std::string wrong = merge(all); !wrong.empty()) return {faulty, "error: " + wrong + "\n"};
  return {out(answer_text(all.front(), form, look)) ? answered : faulty, {}};
} catch (...) {
  return thrown();
}

namespace {

/// The goal, the changes that may be made for it, and how both are told.
struct Plan {
  std::function<StateSet(const Analysis&)> met;  // the states that meet it
  std::vector<std::size_t> among;
  UnlockAsked asked;
};

std::vector<std::size_t> every_change(const Variants& variants) {
  std::vector<std::size_t> all(variants.changes().size());
  for (std::size_t k = 0; k < all.size(); ++k) all[k] = k;
  return all;
}

/// The changes to what one party wants.
std::vector<std::size_t> wishes(const Variants& variants, PartyId party) {
  std::vector<std::size_t> all;
  for (std::size_t k = 0; k < variants.changes().size(); ++k) {
    const Assumption& a = variants.assumptions()[variants.changes()[k].assumption];
    if ((a.kind == Assumption::Kind::statement || a.kind == Assumption::Kind::order) && a.party == party)
      all.push_back(k);
  }
  return all;
}

/// The states of a variant where a formula of the command line holds; it was bound to the case before.
StateSet where_formula(const Analysis& analysis, const std::string& formula) {
  Model model = analysis.model();
  Diagnostics unheard;
  const std::optional<ConditionId> id = bind_formula(Text("--to", formula), model, unheard);
  return id ? where(model.conditions, *id, analysis.states()) : StateSet(analysis.states().size());
}

Plan to_formula(const Variants& variants, const UnlockRequest& request, Concept seen) {
  Plan plan{{}, every_change(variants), {}};
  plan.asked.whose = "what the case assumes";
  if (request.to) {
    plan.met = [to = *request.to, seen](const Analysis& a) {
      return where_formula(a, to) & a.verdicts(seen).equilibria;
    };
    plan.asked.goal = "a situation rests where " + plain(*request.to);
  } else {
    plan.met = [seen](const Analysis& a) { return lasting_zone(a, seen); };
    plan.asked.goal = "a settlement that all accept also holds";
  }
  return plan;
}

/// Where a settlement that holds exists already: that the dispute comes to rest in one.
Plan to_come_about(const Variants& variants, Concept seen) {
  Plan plan{{}, every_change(variants), {}};
  plan.asked.whose = "what the case assumes";
  plan.met = [seen](const Analysis& a) {
    const StateSet holds = lasting_zone(a, seen);
    return holds.empty() ? holds : holds & a.ahead(seen).resting;
  };
  plan.asked.goal = "the dispute comes to rest in such a settlement by itself";
  return plan;
}

/// The states of these words that are among some states.
StateSet states_among(const Analysis& analysis, const StateSet& some, const std::vector<Word>& words) {
  StateSet met(some.universe());
  for (const Word word : words) {
    const std::optional<StateId> s = analysis.states().find(word);
    if (s && some.contains(*s)) met.insert(*s);
  }
  return met;
}

std::string called(const Variants& variants, const std::vector<Word>& words, const StateName& state) {
  return words_of(state, variants.model(), variants.plain().analysis.states().layout(), words.front());
}

/// The state, or the situations of an id, are known by their words: a variant may number its states
/// otherwise, and may not have them.
Plan to_state(const Variants& variants, const std::vector<Word>& words, const StateName& state,
              Concept seen) {
  Plan plan{{}, every_change(variants), {}};
  plan.met = [words, seen](const Analysis& a) { return states_among(a, a.verdicts(seen).equilibria, words); };
  plan.asked.goal = called(variants, words, state) + " rests";
  plan.asked.whose = "what the case assumes";
  return plan;
}

Plan for_party(const Variants& variants, const std::vector<Word>& words, const StateName& state,
               PartyId party, Concept seen) {
  Plan plan{{}, wishes(variants, party), {}};
  const Voice voice(variants.model());
  plan.met = [words, party, seen](const Analysis& a) {
    return states_among(a, a.verdicts(seen).stable[index(party)], words);
  };
  plan.asked.goal = called(variants, words, state) + " is stable for " + voice.name(party);
  plan.asked.whose = "what " + voice.name(party) + " wants";
  return plan;
}

/// Where the case so changed could rest: the first of the states that meet the goal.
std::string then(const Analysed& analysed, const std::function<StateSet(const Analysis&)>& met) {
  const std::optional<StateId> first = met(analysed.analysis).first();
  if (!first) return {};
  StateSet one(analysed.analysis.states().size());
  one.insert(*first);
  return sentence_of(analysed, {.kind = Conclusion::Kind::resting, .states = one});
}

/// The situations that a state's number, or id, stands for; there are some.
std::vector<Word> words_called(const Analysis& analysis, const StateName& state) {
  if (state.number > 0) return {analysis.states()[static_cast<StateId>(state.number - 1)]};
  std::vector<Word> words;
  for (const NamedState& named : analysis.model().named_states)
    if (named.id == state.id)
      where(analysis.model().conditions, named.at, analysis.states()).for_each([&](StateId s) {
        words.push_back(analysis.states()[s]);
      });
  return words;
}

Plan plan(const Variants& variants, const UnlockRequest& request, std::optional<PartyId> party) {
  const Concept seen = concept_or_seq(request.under);
  if (!request.state) return to_formula(variants, request, seen);
  const std::vector<Word> words = words_called(variants.plain().analysis, *request.state);
  return party ? for_party(variants, words, *request.state, *party, seen)
               : to_state(variants, words, *request.state, seen);
}

struct Told {
  Json json;
  std::string text;
};

/// A settlement that holds is no end where nothing leads there: what would.
void go_on(Opened& opened, const Variants& variants, const UnlockRequest& request, Told& told) {
  Plan next = to_come_about(variants, concept_or_seq(request.under));
  next.asked.then = [&](const Analysed& analysed) { return then(analysed, next.met); };
  const Goal goal = [&](const Case& c) { return !next.met(Analysis(c)).empty(); };
  const Unlocking found =
      unlock(variants, next.among, goal, request.changes, watch(opened, request.watching));
  if (!found.whole()) tell_ended(opened, "every change was tried");
  told.json["to_come_about"] = unlock_json(variants, found);
  told.text += "\n" + unlock_text(variants, found, next.asked, face(opened.look));
}

Answer answer(Opened& opened, const Variants& variants, Plan plan, const UnlockRequest& request,
              const Sink& out) {
  const Goal goal = [&](const Case& c) { return !plan.met(Analysis(c)).empty(); };
  if (!request.state)
    plan.asked.then = [&](const Analysed& analysed) {
      const std::string text = then(analysed, plan.met);
      const std::string_view rests = "It rests";
      return request.to || !text.starts_with(rests) ? text : "It holds" + text.substr(rests.size());
    };
  const Unlocking found =
      unlock(variants, plan.among, goal, request.changes, watch(opened, request.watching));
  if (!found.whole()) tell_ended(opened, "every change was tried");
  Told told{unlock_json(variants, found), unlock_text(variants, found, plan.asked, face(opened.look))};
  if (found.already && !request.to && !request.state) go_on(opened, variants, request, told);
  return finish(opened, out(request.form == Form::json ? in_reading(opened, told.json)
                                                       : in_reading(opened, told.text)));
}

}  // namespace

Answer unlock(const Input& input, const UnlockRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.watching = request.watching});
  if (!opened) return opened.answer;
  if (request.rankings) return unlock_rankings(opened, request, out);
  if (request.to) static_cast<void>(formula(opened, "--to", *request.to));
  const std::optional<PartyId> party =
      request.party ? named_party(opened, "--party", *request.party) : std::nullopt;
  const States& states = opened.reading.found->states;
  if (request.state && request.state->number == 0)
    static_cast<void>(state_of_id(opened, request.state->id));
  else if (request.state && request.state->number > states.size())
    refuse(opened, "--state: error: there are only " + grouped(states.size()) + " states");
  if (!opened) return opened.answer;
  warn_of_effort(
      opened, sets_of_changes(changes(opened.model(), assumptions(opened.model())).size(), request.changes));
  if (!opened) return opened.answer;
  return unless_ended(opened, "the case itself was analysed; nothing is known yet", [&] {
    const Variants variants(opened.reading.written, *opened.reading.found);
    return answer(opened, variants, plan(variants, request, party), request, out);
  });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente

// What would have to change, asked.
#include <algorithm>

#include "brief/answers.h"
#include "brief/difference_words.h"
#include "brief/unlock_report.h"
#include "entente/entente.h"
#include "library/asking.h"
#include "library/effort.h"
#include "library/ending.h"
#include "library/watching.h"
#include "words/conclusion_words.h"
#include "words/english.h"
#include "words/voice.h"

namespace entente {
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
    if (a.kind == Assumption::Kind::statement && a.party == party) all.push_back(k);
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
    plan.asked.goal = "a situation lasts where " + plain(*request.to);
  } else {
    plan.met = [seen](const Analysis& a) { return a.settlement().zone & a.verdicts(seen).equilibria; };
    plan.asked.goal = "a settlement that all accept also holds";
  }
  return plan;
}

/// The state of a word, where it is one of some states.
StateSet state_among(const Analysis& analysis, const StateSet& some, Word word) {
  StateSet met(some.universe());
  const std::optional<StateId> s = analysis.states().find(word);
  if (s && some.contains(*s)) met.insert(*s);
  return met;
}

/// The state is known by its word: a variant may number its states otherwise, and may not have it.
Plan to_state(const Variants& variants, Word word, std::uint64_t number, Concept seen) {
  Plan plan{{}, every_change(variants), {}};
  plan.met = [word, seen](const Analysis& a) { return state_among(a, a.verdicts(seen).equilibria, word); };
  plan.asked.goal = "state " + grouped(number) + " lasts";
  plan.asked.whose = "what the case assumes";
  return plan;
}

Plan for_party(const Variants& variants, Word word, std::uint64_t number, PartyId party, Concept seen) {
  Plan plan{{}, wishes(variants, party), {}};
  const Voice voice(variants.model());
  plan.met = [word, party, seen](const Analysis& a) {
    return state_among(a, a.verdicts(seen).stable[index(party)], word);
  };
  plan.asked.goal = "state " + grouped(number) + " is stable for " + voice.name(party);
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

Plan plan(const Variants& variants, const UnlockRequest& request, std::optional<PartyId> party) {
  const Concept seen = request.under ? concept_of(*request.under).value_or(Concept::seq) : Concept::seq;
  if (!request.state) return to_formula(variants, request, seen);
  const Word word = variants.plain().analysis.states()[static_cast<StateId>(*request.state - 1)];
  return party ? for_party(variants, word, *request.state, *party, seen)
               : to_state(variants, word, *request.state, seen);
}

Answer answer(Asked& asked, const Variants& variants, Plan plan, const UnlockRequest& request,
              const Sink& out) {
  const Goal goal = [&](const Case& c) { return !plan.met(Analysis(c)).empty(); };
  if (!request.state) plan.asked.then = [&](const Analysed& analysed) { return then(analysed, plan.met); };
  const Unlocking found = unlock(variants, plan.among, goal, request.changes, watch(asked, request.watching));
  if (!found.whole()) tell_ended(asked, "every change was tried");
  return finish(asked,
                out(request.form == Form::json ? text(unlock_json(variants, found))
                                               : unlock_text(variants, found, plan.asked, face(asked.look))));
}

}  // namespace

Answer unlock(const Input& input, const UnlockRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.watching = request.watching});
  if (!asked) return asked.answer;
  if (request.to) static_cast<void>(formula(asked, "--to", *request.to));
  const std::optional<PartyId> party =
      request.party ? named_party(asked, "--party", *request.party) : std::nullopt;
  const States& states = asked.reading.found->states;
  if (request.state && *request.state > states.size())
    refuse(asked, "--state: error: there are only " + grouped(states.size()) + " states");
  if (!asked) return asked.answer;
  warn_of_effort(asked,
                 sets_of_changes(changes(asked.model(), assumptions(asked.model())).size(), request.changes));
  if (!asked) return asked.answer;
  return unless_ended(asked, "the case itself was analysed; nothing is known yet", [&] {
    const Variants variants(asked.reading.written, *asked.reading.found);
    return answer(asked, variants, plan(variants, request, party), request, out);
  });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente

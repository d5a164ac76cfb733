// Which rankings of one party make a state stable for it, asked.
#include "library/unlock_rankings.h"

#include "brief/inverse_answer.h"
#include "library/viewing.h"
#include "words/english.h"

namespace entente {
namespace {

/// The one situation that is asked about; what is not one goes into the answer.
std::optional<Word> situation_asked(Opened& opened, const View& view, const StateName& state) {
  const Set named = called(opened, view, state);
  if (!named) return std::nullopt;
  if (named->count() == 1) return named->first(1).front();
  refuse(opened, "--state: error: " + words_of(state) + " is " + counted(named->count(), "situation") +
                     "; --rankings is about one, by its number");
  return std::nullopt;
}

/// The states that a party likes no better than one, without that one.
StateList no_better_now(const Ranks& ranks, StateId at) {
  StateList all;
  for (StateId s = 0; s < ranks.size(); ++s)
    if (s != at && ranks[s] <= ranks[at]) all.push_back(s);
  return all;
}

Answer tell(Opened& opened, const ListedView& view, PartyId party, const UnlockRequest& request,
            const Sink& out) {
  const std::optional<Word> at = situation_asked(opened, view, *request.state);
  if (!at) return opened.answer;
  const Analysis& a = view.analysis();
  const StateId s = *a.states().find(*at);
  const Concept seen = concept_or_seq(request.under);
  const auto clauses = deterring(Game{a.model(), a.moves(), a.ranks()}, party, s, seen);
  if (!clauses) {
    opened.answer.status = over_budget;
    opened.answer.err +=
        opened.input.name + ": the others have too many answers for all of them to be looked at.\n";
    return finish(opened, true);
  }
  const InverseTold told{view,
                         party,
                         *at,
                         words_of(*request.state, a.model(), a.states().layout(), *at),
                         seen,
                         deterred(*clauses, no_better_now(a.ranks()[index(party)], s)),
                         clauses->size(),
                         no_better(*clauses, a.states().stop()),
                         strict_rankings(*clauses, s, a.states().size())};
  const bool json = request.form == Form::json;
  return finish(opened, out(json ? in_reading(opened, with_ids(inverse_json(told), view))
                                 : in_reading(opened, inverse_text(told, face(opened.look)))));
}

}  // namespace

Answer unlock_rankings(Opened& opened, const UnlockRequest& request, const Sink& out) {
  if (!request.state || !request.party)
    return refuse(opened, "--rankings: error: it goes with --state and --party"), opened.answer;
  const std::optional<PartyId> party = named_party(opened, "--party", *request.party);
  if (!party) return opened.answer;
  return with_view(opened, [&](const View&, const ListedView* listed) {
    return tell(opened, *listed, *party, request, out);
  });
}

}  // namespace entente

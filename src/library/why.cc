// Why a state is stable, or is not: what is asked, and of whom.
#include <algorithm>

#include "brief/why_answer.h"
#include "entente/entente.h"
#include "library/opened.h"
#include "library/viewing.h"
#include "words/english.h"

namespace entente {
namespace {

std::optional<Coalition> coalition(Opened& opened, std::string_view words) {
  Coalition members;
  while (true) {
    const std::size_t comma = words.find(',');
    std::string_view word = words.substr(0, comma);
    while (word.starts_with(' ')) word.remove_prefix(1);
    while (word.ends_with(' ')) word.remove_suffix(1);
    const std::optional<PartyId> member = named_party(opened, "--coalition", word);
    if (!member) return std::nullopt;
    members.push_back(*member);
    if (comma == std::string_view::npos) break;
    words.remove_prefix(comma + 1);
  }
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  return members;
}

/// Of whom the story is told: one party, one coalition, or each mover.
std::vector<Actor> subjects(Opened& opened, const WhyRequest& request) {
  std::vector<Actor> all;
  const Model& model = opened.model();
  if (request.coalition) {
    if (const auto members = coalition(opened, *request.coalition)) all.push_back(actor(model, *members));
  } else if (request.party) {
    if (const auto one = named_party(opened, "--party", *request.party)) all.push_back(actor(model, *one));
  } else {
    for (const MoverId i : model.mover_ids()) all.push_back(actor(model, i));
  }
  return all;
}

/// Where: the status quo, a state, or the first of those of an id or a formula; nothing where there is none.
std::optional<Word> place(Opened& opened, const View& view, const WhyRequest& request,
                          const std::optional<ConditionId>& at, Count& others) {
  if (!request.state && !at) return view.status_quo();
  const Set holding =
      request.state ? called(opened, view, *request.state) : where(opened, view, "--at", request.at, at);
  if (!holding) return std::nullopt;
  others = holding->count() - 1;
  return holding->first(1).front();
}

}  // namespace

Answer why(const Input& input, const WhyRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.size = Size::any});
  if (!opened) return opened.answer;
  if (opened.large() && request.coalition) return out_of_reach(opened, "--coalition");
  const std::optional<ConditionId> at = request.at ? formula(opened, "--at", *request.at) : std::nullopt;
  if (!opened) return opened.answer;
  return with_view(opened, [&](const View& view, const ListedView* listed) {
    WhyAsked told{.seen = concept_or_seq(request.under), .in_full = request.in_full};
    told.of_id = request.state.has_value();
    const std::optional<Word> spot = place(opened, view, request, at, told.others);
    const std::vector<Actor> whose = subjects(opened, request);
    if (!opened || !spot) return opened.answer;
    told.at = *spot;
    if (*spot == view.status_quo())
      told.closed = closing_words(view.model(), what_closes(view, listed, opened.reading));
    return finish(
        opened, view,
        out(request.form == Form::json ? in_reading(opened, with_ids(why_json(view, told, whose), view))
                                       : in_reading(opened, why_text(view, face(look), told, whose))));
  });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente

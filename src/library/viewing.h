// A case looked at for an answer, and what its conclusions rest on where that is quickly found.
#pragma once

#include <functional>
#include <memory>

#include "entente/entente.h"
#include "library/opened.h"
#include "stability/foresight.h"
#include "view/listed.h"
#include "whatif/robustness.h"

namespace entente {

/// The single changes made to a case, which must outlive it, as written and as read.
struct Resting {
  Resting(const casefile::Case& written, const Case& of, const Say& say = {}, const Watching& watching = {});
  Variants variants;
  Robustness robustness;
};

/// The rules and restrictions that close every way to a settlement: the smallest sets of changes after which
/// one leads there.
struct Closed {
  std::vector<Assumption> assumptions;
  std::vector<std::vector<Change>> sets;
};
/// Nothing where a way leads to a settlement that all accept, or, where there is none, to any; where
/// situations are not listed; and where it would take more than about half a second to find out.
std::optional<Closed> closed_by(const ListedView* listed, const CaseReading& reading);
/// The same; whether a way leads there is asked of the view first, which may know.
std::optional<Closed> what_closes(const View& view, const ListedView* listed, const CaseReading& reading);
/// In words; empty where there is nothing.
std::string closing_words(const Model& model, const std::optional<Closed>& closed);

/// Nothing where the single changes would take more than about half a second: judged by the number of states,
/// parties and changes, so that the same case always gets the same brief.
std::unique_ptr<const Resting> quick_resting(const casefile::Case& written, const Case& of);
/// Whether they would not.
bool resting_is_quick(const Case& of);

/// What is told of a view; `listed`: where its situations are, else null.
using TellView = std::function<Answer(const View& view, const ListedView* listed)>;

/// The one place that chooses. What the view could not find out, and work that is ended beside it, is exit
/// status 3; where nothing could be looked at the answer says why. An engine in a page has a function of its
/// own in its place.
Answer with_view(Opened& opened, const TellView& tell);

/// The answer with its status: a budget that was spent shows.
Answer finish(Opened& opened, const View& view, bool written);

/// Of what is only looked at where situations are listed.
Answer out_of_reach(Opened& opened, const char* what);

/// Where a formula given by `flag` holds, or every situation where none is given. Null where there is none,
/// or where that was not decided, which goes into the answer.
Set where(Opened& opened, const View& view, const char* flag, const std::optional<std::string>& text,
          const std::optional<ConditionId>& condition);
/// The state of a number, or those of an id; null where there is none, or where that was not decided, which
/// goes into the answer.
Set called(Opened& opened, const View& view, const StateName& state);
/// The states that are asked for, before any limit; `where`: the formula of the request as it was read. Null
/// where that was not decided, or where one named does not exist, which goes into the answer.
Set chosen_states(Opened& opened, const View& view, const StatesRequest& request,
                  const std::optional<ConditionId>& where);

/// For each party where it is stable by simultaneous sanctioning; nothing where the work was ended.
std::optional<std::vector<StateSet>> simultaneously_stable(const ListedView& view);
/// For both parties where it is stable for those who look so far ahead; nothing where the work was ended, or
/// where the case does not know it, which goes into the answer.
std::optional<std::vector<StateSet>> stable_by_foresight(Opened& opened, const ListedView& view,
                                                         const Horizon& horizon);

}  // namespace entente

// A case being asked, looked at as far as it goes: its situations listed, or in diagrams where they are too
// many.
#pragma once

#include <functional>

#include "library/asking.h"
#include "view/listed.h"

namespace entente {

/// What is told of a view; `listed`: where its situations are, else null.
using TellView = std::function<Answer(const View& view, const ListedView* listed)>;

/// The one place that chooses. What the view could not find out, and work that is ended beside it, is exit
/// status 3; where nothing could be looked at the answer says why. An engine in a page has a function of its
/// own in its place.
Answer with_view(Asked& asked, const TellView& tell);

/// The answer with its status: a budget that was spent shows.
Answer finish(Asked& asked, const View& view, bool written);

/// Of what is only looked at where situations are listed.
Answer out_of_reach(Asked& asked, const char* what);

/// Where a formula given by `flag` holds, or every situation where none is given. Null where there is none,
/// or where that was not decided, which goes into the answer.
Set where(Asked& asked, const View& view, const char* flag, const std::optional<std::string>& text,
          const std::optional<ConditionId>& condition);
/// The state of a number; nothing where there is none, which goes into the answer.
std::optional<Word> numbered_state(Asked& asked, const View& view, std::uint64_t number);

}  // namespace entente

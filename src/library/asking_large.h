// The verbs asked about a case that is looked at in part only: one whose states are too many to list, or one
// whose analysis was ended.
#pragma once

#include <optional>
#include <vector>

#include "library/asking.h"
#include "view/partial.h"

namespace entente {

/// Of a case whose states are too many to list.
Answer large_analyze(Asked& asked, const AnalyzeRequest& request, const Sink& out);
Answer large_check(Asked& asked, const CheckRequest& request, const Sink& out);
Answer large_states(Asked& asked, const StatesRequest& request, const Sink& out);
Answer large_settle(Asked& asked, const SettleRequest& request, const Sink& out);
Answer large_why(Asked& asked, const WhyRequest& request, const Sink& out);
/// `deadline`: where there is one.
Answer large_path(Asked& asked, const PathRequest& request, std::optional<Date> deadline, const Sink& out);
Answer large_outlook(Asked& asked, const OutlookRequest& request, const Sink& out);

/// A state that is asked about, and in how many others the formula holds that named it.
struct Spot {
  Word at = 0;
  Count others = 0;
};
struct WhyOf {
  Spot spot;
  std::vector<PartyId> parties;
};
struct WayOf {
  PartialAnalysis::WayAsked sought;
  std::optional<Date> deadline;
};

/// What is known; status 3 where something is not for want of time or memory.
Answer analyze_in_part(Asked& asked, const PartialAnalysis& analysis, const AnalyzeRequest& request,
                       const Sink& out);
Answer states_in_part(Asked& asked, const PartialAnalysis& analysis, const StatesRequest& request,
                      std::optional<ConditionId> where, const Sink& out);
Answer settle_in_part(Asked& asked, const PartialAnalysis& analysis, const SettleRequest& request,
                      const Sink& out);
Answer why_in_part(Asked& asked, const PartialAnalysis& analysis, const WhyRequest& request, const WhyOf& of,
                   const Sink& out);
Answer path_in_part(Asked& asked, const PartialAnalysis& analysis, const PathRequest& request,
                    const WayOf& of, const Sink& out);
Answer outlook_in_part(Asked& asked, const PartialAnalysis& analysis, const OutlookRequest& request,
                       const Sink& out);

}  // namespace entente

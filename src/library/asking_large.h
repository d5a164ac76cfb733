// The verbs asked about a case whose states are too many to list.
#pragma once

#include "library/asking.h"

namespace entente {

Answer large_analyze(Asked& asked, const AnalyzeRequest& request, const Sink& out);
Answer large_check(Asked& asked, const CheckRequest& request, const Sink& out);
Answer large_states(Asked& asked, const StatesRequest& request, const Sink& out);
Answer large_settle(Asked& asked, const SettleRequest& request, const Sink& out);
Answer large_why(Asked& asked, const WhyRequest& request, const Sink& out);
/// `deadline`: where there is one.
Answer large_path(Asked& asked, const PathRequest& request, std::optional<Date> deadline, const Sink& out);
Answer large_outlook(Asked& asked, const OutlookRequest& request, const Sink& out);

}  // namespace entente

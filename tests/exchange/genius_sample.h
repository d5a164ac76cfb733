// A small negotiation in the manner of GENIUS: a bicycle, its price and the weeks until it is delivered.
#pragma once

#include <string>
#include <vector>

#include "exchange/genius.h"
#include "exchange/made_or_refused.h"

namespace entente::genius {

inline const std::string sample_domain = R"(<negotiation_template>
<utility_space number_of_issues="2">
<objective index="0" name="root" type="objective">
<issue index="1" name="Price" type="discrete" etype="discrete" vtype="discrete">
<item index="1" value="low"/>
<item index="2" value="high"/>
</issue>
<issue index="2" name="Weeks" type="integer" etype="integer" vtype="integer">
<range lowerbound="1" upperbound="3"/>
</issue>
</objective>
</utility_space>
</negotiation_template>
)";

inline const std::string sample_buyer = R"(<utility_space>
<objective index="0" name="root" type="objective">
<issue index="2" name="Weeks" type="integer">
<evaluator ftype="linear" offset="1" slope="-0.5"/>
</issue>
<issue index="1" name="Price" type="discrete">
<item index="1" value="low" evaluation="3"/>
<item index="2" value="high" evaluation="1"/>
</issue>
<weight index="1" value="0.6"/>
<weight index="2" value="0.4"/>
</objective>
<discount_factor value="1.0"/>
<reservation value="0.25"/>
</utility_space>
)";

inline const std::string sample_seller = R"(<utility_space>
<objective index="0" name="root" type="objective">
<issue index="1" name="Price" type="discrete">
<item index="1" value="low" evaluation="0"/>
<item index="2" value="high" evaluation="7"/>
</issue>
<issue index="2" name="Weeks" type="integer">
<evaluator ftype="linear" offset="0" slope="0.75"/>
</issue>
<weight index="1" value="0.5"/>
<weight index="2" value="0.5"/>
</objective>
</utility_space>
)";

using exchange::with;

inline std::vector<exchange::GivenFile> sample(const std::string& domain = sample_domain,
                                               const std::string& buyer = sample_buyer,
                                               const std::string& seller = sample_seller) {
  return {{"bicycle.xml", domain}, {"home/Buyer.xml", buyer}, {"seller.xml", seller}};
}

inline exchange::MadeCase made(const std::vector<exchange::GivenFile>& files, const std::string& title = "") {
  return exchange::made_case(case_of(files, title));
}

inline std::string refused(const std::vector<exchange::GivenFile>& files) {
  return exchange::why_refused(case_of(files, ""));
}

}  // namespace entente::genius

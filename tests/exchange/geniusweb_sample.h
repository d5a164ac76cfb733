// A small negotiation in the manner of GeniusWeb: a bicycle and its price, and what is told of files of it.
#pragma once

#include <string>
#include <vector>

#include "exchange/geniusweb.h"

namespace entente::geniusweb {

inline const std::string sample_issues =
    R"({"Price":{"values":["low","high"]},"Bell":{"values":["no","yes"]}})";

inline const std::string sample_domain = "{\"name\":\"bicycle\",\n\"issuesValues\":" + sample_issues + "}\n";

inline const std::string sample_buyer = R"({"LinearAdditiveUtilitySpace":{
"issueUtilities":{
"Price":{"DiscreteValueSetUtilities":{"valueUtilities":{"low":1,"high":0.25}}},
"Bell":{"DiscreteValueSetUtilities":{"valueUtilities":{"yes":0.50,"no":0}}}},
"issueWeights":{"Price":0.6,"Bell":0.4},
"domain":{"name":"bicycle","issuesValues":)" +
                                        sample_issues + R"(},
"name":"buyer1",
"reservationBid":{"issuevalues":{"Price":"high"}}
}})";

inline const std::string sample_seller = R"({"LinearAdditiveUtilitySpace":{
"issueUtilities":{
"Bell":{"discreteutils":{"valueUtilities":{"no":1,"yes":0.2}}},
"Price":{"discreteutils":{"valueUtilities":{"high":1e0,"low":0}}}},
"issueWeights":{"Price":0.5,"Bell":0.5},
"domain":{"issuesValues":{"Bell":{"values":["yes","no"]},"Price":{"values":["low","high"]}}},
"reservationBid":null
}})";

inline std::vector<exchange::GivenFile> sample(const std::string& buyer = sample_buyer,
                                               const std::string& seller = sample_seller) {
  return {{"home/buyer.json", buyer}, {"seller.json", seller}};
}

}  // namespace entente::geniusweb

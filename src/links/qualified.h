// The words of an included case as the linking one says them: behind what it is included as.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "casefile/casefile.h"

namespace entente {

/// What ids of one case are in the whole: parties, sources and evidence.
struct WholeIds {
  std::map<std::string, std::string, std::less<>> parties = {}, sources = {}, evidence = {};
};

/// A string with a text put before it; what is put there stands where the string begins.
casefile::String with_prefix(const casefile::String& string, std::string_view prefix);
/// Strings with texts before, between and behind them.
casefile::String strung(const std::vector<casefile::String>& parts, std::string_view before,
                        std::string_view between, std::string_view behind);
/// A formula whose words are those of a dispute.
casefile::String qualified_formula(const casefile::String& formula, std::string_view as);

/// Every formula, setting, party and citation of an included case as the whole says it; ids of statements,
/// rules, stakes, names and states stand behind what it is included as, and options say whose they are.
casefile::Case qualified(casefile::Case written, const std::string& as, const WholeIds& ids);
/// The citations of the linking file itself.
void cite(casefile::Case& written, const WholeIds& ids);

}  // namespace entente

// The difference of two cases for people and as JSON.
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "compare/difference.h"

namespace entente {

/// A case as it was written and what it comes to.
struct CaseSeen {
  const casefile::Case& written;
  const Analysed& analysed;
};

/// "60 settlements (48 before); Russia would accept 20 (16 before)": of a case's numbers what they were;
/// `then` stands for "before". Empty where none changed.
std::string numbers_words(const std::vector<ChangedNumber>& numbers, const Model& model,
                          std::string_view then);

/// The edits in the words of the cases, then the conclusions that changed, the most important first; those
/// that are many of one kind are counted. Under 30 lines unless all are asked for.
std::string difference_text(const Difference& difference, const CaseSeen& before, const CaseSeen& after,
                            const Face& face, bool in_full);
/// {"value", "sentence"}, or null for none.
Json conclusion_json(const Analysed& of, const std::optional<Conclusion>& c);
/// The numbers that changed.
Json numbers_json(const Difference& difference);
/// The edits, and the conclusions and numbers that changed.
Json difference_json(const Difference& difference, const Analysed& before, const Analysed& after);

}  // namespace entente

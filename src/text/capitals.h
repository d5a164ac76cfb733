// Text in capitals.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// All of it in capitals, by the full mapping of Unicode, which is for no language in particular: "Brücken
/// über den Fluß" is "BRÜCKEN ÜBER DEN FLUSS". Bytes that are no UTF-8 stay.
std::string capitals(std::string_view text);

/// The first letter made a capital, where that is one letter, too.
std::string capitalised(std::string text);

}  // namespace entente

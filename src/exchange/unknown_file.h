// What a file is that no case can be made of, as far as its beginning tells.
#pragma once

#include <string>
#include <string_view>

namespace entente::exchange {

/// A text without the white space that it begins with.
std::string_view from_first_character(std::string_view content);

/// Whether a text is a case already.
bool begins_as_case(std::string_view content);

/// "the file is a PDF".
std::string what_it_is(std::string_view content);

}  // namespace entente::exchange

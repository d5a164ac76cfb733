// What a formula that breaks the rules was probably meant to be.
#pragma once

#include <string>
#include <string_view>

#include "formula/lexer.h"

namespace entente {

/// Of what reads as a number or a name, but was meant to be a difference: 610-c.gift, 5 -3.
inline constexpr const char* apart_from_minus = "white space stands on both sides of a minus sign";

/// Whether it is a quotation mark of any kind, straight or curly.
bool is_quote(std::string_view sign);

/// "write 'and'": what a sign of another language, a word in capitals or a quotation mark was meant to be;
/// empty where that is not known. A word in capitals is one only where nothing else could begin so.
std::string meant(std::string_view found);

/// The same for what stands behind a whole condition; `next` follows it.
std::string meant_joining(const Lexed& found, const Lexed& next);

/// What "if X then Y" is here, where `text` has one at `begin`: "write Y if X".
std::string meant_if(std::string_view text, std::uint32_t begin);

}  // namespace entente

// Keys and values as browsers write them: behind the ? of an address, and as the body of a form.
#pragma once

#include <string>
#include <string_view>

namespace entente::server {

/// The value of a key in "key=value&key=value", decoded: up to the next &, whatever is in it. Empty where the
/// key is not there, or has none; of a key that is there twice, the first.
std::string form_value(std::string_view form, std::string_view key);

}  // namespace entente::server

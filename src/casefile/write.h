// A case as written, written again: TOML of the same meaning, without the comments of the file it came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/casefile.h"
#include "casefile/keys.h"

namespace entente::casefile {

/// `comment`: lines for its head.
std::string write(const Case& written, std::string_view comment = {});

/// The value of a key as TOML, on one line; "" where there is none, so that nothing is to be written.
std::string value(const Key& key, const std::optional<String>& s);
std::string value(const Key& key, const Strings& all);
std::string value(const Key& key, const std::optional<Placed<Strings>>& all);
std::string value(const Key& key, const std::optional<Placed<bool>>& yes);
std::string value(const Key& key, const std::optional<Placed<std::int64_t>>& number);
std::string value(const Key& key, const std::optional<Moves>& moves);
std::string value(const Key& key, const std::vector<Entry>& entries);

}  // namespace entente::casefile

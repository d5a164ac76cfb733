// A case written as TOML: whole, or statements of it in place of others.
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

/// Bytes of the text and what stands there instead.
struct TextEdit {
  Place at;
  std::string instead;
};

/// What stands at a place once the edits within it are made; edits do not overlap, and their order is free.
std::string edited(std::string_view text, Place place, std::vector<TextEdit> edits);

/// A table under a head of its own: from the comments right above the head to the end of its last key, whole
/// lines without the last line's end. Nothing where the table is written in braces.
std::optional<Place> block(std::string_view text, const Table& table);

/// Takes a block out, and one of the blank lines that would then stand together.
TextEdit without_block(std::string_view text, Place block);
/// Takes out the lines of the key whose value begins at a byte of a block.
TextEdit without_key(std::string_view text, Place block, std::uint32_t value);
/// Puts a line with a key right behind the head of a block, indented as what follows it.
TextEdit with_key(std::string_view text, Place block, std::string_view line);
/// Puts a line with a key behind the last key of a block, indented as the first.
TextEdit with_last_key(std::string_view text, Place block, std::string_view line);

}  // namespace entente::casefile

// What every case made of another program's files has: ids made of names, texts in quotes, a head with notes.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

/// A case that was made, as TOML; `notes` are what could not be carried over, one sentence each, which stand
/// at its head, too.
struct MadeCase {
  std::string text;
  std::vector<std::string> notes;
};

/// A text on one line: white space folded, control characters gone.
std::string one_line(std::string_view text);

/// The same as a string of TOML.
std::string toml_text(std::string_view text);

/// An id made of a name, "Local Government" -> "local-government", that is not yet taken, and now is. Where
/// the name has no letter of ASCII it is the kind and the number, "party-2".
std::string unique_id(std::string_view name, const std::string& kind, std::size_t number,
                      std::set<std::string>& taken);

/// The same of a value, "value-2"; a whole number stays as it is.
std::string value_id(std::string_view text, std::size_t number, std::set<std::string>& taken);

/// The file's name without folder and ending; `otherwise` where it has none, as of standard input.
std::string title_of(const std::string& name, const std::string& otherwise);

/// How a case begins: what it is and what it could not take, as comments; its format and its title.
std::string case_head(std::string_view what, const std::vector<std::string>& notes, std::string_view title);

}  // namespace entente::exchange

// What a file is that no case can be made of, as far as its beginning tells.
#include "exchange/unknown_file.h"

#include <algorithm>

#include "text/unicode.h"

namespace entente::exchange {

std::string_view from_first_character(std::string_view content) {
  content.remove_prefix(std::min(content.find_first_not_of(" \t\r\n"), content.size()));
  return content;
}

bool begins_as_case(std::string_view content) {
  const std::string_view begin = from_first_character(content);
  const bool table = begin.starts_with("[[") && begin.size() > 2 && begin[2] >= 'a' && begin[2] <= 'z';
  return table || begin.starts_with("format") || content.find("\nformat") != std::string_view::npos;
}

std::string what_it_is(std::string_view content) {
  const std::string_view begin = from_first_character(content);
  if (begin.empty()) return "the file is empty";
  if (begin.starts_with("PK\3\4"))
    return "the file is a zip archive, as word processors and spreadsheets write";
  if (begin.starts_with("%PDF")) return "the file is a PDF";
  if (begin.starts_with("<")) return "the file is XML or HTML";
  if (content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF"))
    return "the file is text in UTF-16, which has to be saved as UTF-8";
  if (content.find('\0') != std::string_view::npos) return "the file is no text";
  if (first_invalid_byte(content)) return "the file is no text in UTF-8, as which it has to be saved";
  if (begins_as_case(content) || content.find("[[party]]") != std::string_view::npos)
    return "the file is a case already, which needs no import";
  return begin.starts_with("EFG ")
             ? "the file is an extensive game of Gambit, of which only games in normal form are read"
             : "the file is text of no kind that is known";
}

}  // namespace entente::exchange

// The attributes of a file's elements as what they should be; the first that is not is why the file is
// refused.
#include "exchange/element_reader.h"

#include <fmt/format.h>

#include "exchange/made_case.h"
#include "model/whole_number.h"
#include "text/unicode.h"

namespace entente::exchange {
namespace {

constexpr unsigned longest_shown_name = 60;
constexpr std::int64_t largest_whole_number = 999'999'999;

}  // namespace

void ElementReader::refuse(const XmlElement& at, std::string message) {
  if (!fault_) fault_ = Refused{file_, at.line, at.column, std::move(message)};
}

std::string ElementReader::text(const XmlElement& at, std::string_view attribute) {
  const std::string* const found = at.attribute(attribute);
  if (found == nullptr)
    refuse(at, fmt::format("this element '{}' has no '{}', which it needs", at.name, attribute));
  else if (one_line(*found).empty())
    refuse(at, fmt::format("the '{}' of this element '{}' is empty", attribute, at.name));
  return found == nullptr ? std::string() : *found;
}

Rational ElementReader::number(const XmlElement& at, std::string_view attribute) {
  const std::string written = text(at, attribute);
  const std::optional<Rational> read = rational(written);
  if (!read)
    refuse(at, fmt::format("the '{}' of this element '{}' has to be a number such as 0.25, and {} is none",
                           attribute, at.name, shown(written)));
  return read.value_or(Rational(0));
}

std::int64_t ElementReader::whole_number(const XmlElement& at, std::string_view attribute) {
  const std::string written = text(at, attribute);
  const std::optional<std::int64_t> read =
      is_whole_number(written) ? worth(written, largest_whole_number) : std::nullopt;
  if (!read)
    refuse(at, fmt::format("the '{}' of this element '{}' has to be a whole number of up to nine digits, and "
                           "{} is none",
                           attribute, at.name, shown(written)));
  return read.value_or(0);
}

const XmlElement* ElementReader::only_child(const XmlElement& of, std::string_view name) {
  const XmlElement* found = nullptr;
  for (const XmlElement& child : of.children) {
    if (child.name != name) continue;
    if (found != nullptr)
      refuse(child, fmt::format("a second '{}' stands here; leave one of them out", name));
    found = found == nullptr ? &child : found;
  }
  return found;
}

const XmlElement& ElementReader::needed_child(const XmlElement& of, std::string_view name) {
  const XmlElement* const found = only_child(of, name);
  if (found == nullptr) refuse(of, fmt::format("this element '{}' has no '{}' in it", of.name, name));
  return found == nullptr ? of : *found;
}

std::string shown(std::string_view name) {
  return "'" + entente::one_line(name, longest_shown_name) + "'";
}

}  // namespace entente::exchange

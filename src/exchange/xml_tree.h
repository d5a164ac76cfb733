// XML as a tree of elements with their attributes and places; text between elements is left out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace entente::exchange {

struct XmlElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlElement> children;
  std::uint32_t line = 0;  // from 1, as the column
  std::uint32_t column = 0;

  /// The value of an attribute; null where there is none.
  const std::string* attribute(std::string_view called) const;
};

/// Why a text is no XML that is read, and where.
struct XmlFault {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string message;
};

/// The root of a text of XML. A DOCTYPE is refused, and so are elements too many or too deep in one another.
std::variant<XmlElement, XmlFault> read_xml(std::string_view text);

/// The name of the root, found without reading on; empty where the text is no XML that far.
std::string root_name(std::string_view text);

}  // namespace entente::exchange

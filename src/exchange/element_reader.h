// The attributes of a file's elements as what they should be; the first that is not is why the file is
// refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/given_file.h"
#include "exchange/rational.h"
#include "exchange/xml_tree.h"

namespace entente::exchange {

class ElementReader {
 public:
  explicit ElementReader(std::string file) : file_(std::move(file)) {}

  /// What follows from a first fault is none.
  void refuse(const XmlElement& at, std::string message);
  bool faulty() const { return fault_.has_value(); }
  const std::optional<Refused>& fault() const { return fault_; }

  /// What an attribute says, which there must be, and which must not be blank.
  std::string text(const XmlElement& at, std::string_view attribute);
  /// An exact number; 0 where it is none.
  Rational number(const XmlElement& at, std::string_view attribute);
  /// A whole number of up to nine digits; 0 where it is none.
  std::int64_t whole_number(const XmlElement& at, std::string_view attribute);

  /// The one child of a name; null where there is none, and two are refused.
  const XmlElement* only_child(const XmlElement& of, std::string_view name);
  /// The same, which there must be; the element itself where there is none.
  const XmlElement& needed_child(const XmlElement& of, std::string_view name);

 private:
  std::string file_;
  std::optional<Refused> fault_;
};

/// A name from a file for a message: in quotes, on one line, and no longer than a line takes.
std::string shown(std::string_view name);

}  // namespace entente::exchange

// A small writer of SVG: boxes, lines and text, black on white, that reads in print.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// How a box is filled: so that shades are told apart without colour too.
enum class Fill : std::uint8_t { none, light, grey, dark, black, striped };

class Svg {
 public:
  static constexpr double letter = 6.2;  // the width of a letter of the text, about

  void box(double x, double y, double width, double height, Fill fill);
  void line(double x1, double y1, double x2, double y2, bool strong = false);
  enum class Anchor : std::uint8_t { start, middle, end };
  void text(double x, double y, std::string_view words, Anchor anchor = Anchor::start, bool bold = false);
  /// Text that reads upwards from its place.
  void upright(double x, double y, std::string_view words);

  /// The whole file.
  std::string picture(double width, double height, std::string_view title) const;

 private:
  std::string body_;
};

/// A text cut to so many letters, with an ellipsis where something is left out.
std::string shortened(std::string_view text, std::size_t letters);

}  // namespace entente

// A small writer of SVG: shapes, lines and measured text, black on white, that reads in print. It stands
// alone as a file and inside a page, whose style gives its classes other colours.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// How a shape is filled: so that shades are told apart without colour too.
enum class Fill : std::uint8_t { none, light, grey, dark, black, striped };
/// How a line is drawn.
enum class Stroke : std::uint8_t { thin, plain, strong, dashed };

/// What a mark is about: "state" and "12" for data-state="12".
using Marks = std::vector<std::pair<std::string_view, std::string>>;

/// How a text is written.
struct Lettering {
  enum class Anchor : std::uint8_t { start, middle, end };
  Anchor anchor = Anchor::start;
  bool bold = false;
  bool muted = false;
  double size = 12;
};

class Svg {
 public:
  static constexpr double letter = 6.2;  // the width of a letter of the text, about
  using Anchor = Lettering::Anchor;

  /// What the picture is called: its ids begin with it, so that several stand in one page.
  explicit Svg(std::string name = "picture") : name_(std::move(name)) {}

  void box(double x, double y, double width, double height, Fill fill, double round = 0);
  void circle(double x, double y, double radius, Fill fill, Stroke edge = Stroke::plain);
  void line(double x1, double y1, double x2, double y2, bool strong = false);
  /// "M0 0L10 10"
  void path(std::string_view way, Stroke stroke, Fill fill = Fill::none, bool closed = false);
  /// The mark of a party by its number, from 0, about a point: of one shape and colour, told apart by either.
  void mark(double x, double y, std::size_t number, std::string_view colour);
  /// A way of a mover by its number, from 0: of one dash and colour, told apart by either.
  void route(std::string_view way, std::size_t number, std::string_view colour);
  /// The head of an arrow that comes from a direction to a point; an open one is white within.
  void head(double from_x, double from_y, double x, double y, std::string_view colour, bool open);
  /// A line with a head at its end.
  void arrow(double x1, double y1, double x2, double y2, Stroke stroke);
  void text(double x, double y, std::string_view words, Anchor anchor = Anchor::start, bool bold = false);
  void text(double x, double y, std::string_view words, const Lettering& how);
  /// Text in at most so many lines, none wider than `width`; what does not fit is left out with an ellipsis.
  /// Gives the number of lines.
  std::size_t paragraph(double x, double y, std::string_view words, double width, std::size_t most,
                        const Lettering& how = {});
  /// Text that reads upwards from its place.
  void upright(double x, double y, std::string_view words);

  /// What follows until close() is one mark; `words` say what it is when it is pointed at.
  void open(const Marks& marks, std::string_view words);
  void close();

  /// The whole file, or part of a page; what stands above 0 is in it as far as `top`, which is no more than
  /// 0.
  std::string picture(double width, double height, std::string_view title, std::string_view told = {},
                      double top = 0) const;

 private:
  std::string paint(Fill fill) const;

  std::string name_;
  std::string body_;
};

/// How wide a text is at a size, in the widest of the fonts that it may be shown in.
double width_of(std::string_view text, double size = 12, bool bold = false);
/// The text in lines no wider than that.
std::vector<std::string> lines_of(std::string_view text, double width, std::size_t most, double size = 12,
                                  bool bold = false);
/// The distance from one line of text to the next.
inline double line_of(double size) {
  return size * 1.3;
}

/// A text cut to so many letters, with an ellipsis where something is left out.
std::string shortened(std::string_view text, std::size_t letters);

}  // namespace entente

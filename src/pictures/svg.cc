// A small writer of SVG. Colours are told twice: as attributes, for programs that know no more, and by class,
// for the style of a page.
#include "pictures/svg.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "pictures/letter_widths.h"
#include "text/cut.h"
#include "text/unicode.h"

namespace entente {
namespace {

/// What would end the text, or turn its direction or the cursor, or is no character of XML, is not let
/// through.
std::string escaped(std::string_view text) {
  std::string all;
  for (CodePoint c; !text.empty(); text.remove_prefix(c.bytes)) {
    c = first_code_point(text);
    if (c.value == U'<')
      all += "&lt;";
    else if (c.value == U'>')
      all += "&gt;";
    else if (c.value == U'&')
      all += "&amp;";
    else if (c.value == U'"')
      all += "&quot;";
    else if (c.value == U'\t' || c.value == U'\n')
      all += ' ';
    else if (c.valid && !unprintable(c.value) && (c.value & 0xFFFE) != 0xFFFE)
      all += text.substr(0, c.bytes);
  }
  return all;
}

std::string_view name(Lettering::Anchor anchor) {
  using enum Lettering::Anchor;
  return anchor == start ? "start" : anchor == middle ? "middle" : "end";
}

std::string_view pen(Stroke stroke) {
  switch (stroke) {
    case Stroke::thin: return R"(class="e-thin" stroke="#bbbbbb" stroke-width="0.6")";
    case Stroke::plain: return R"(class="e-line" stroke="#111111" stroke-width="1")";
    case Stroke::strong: return R"(class="e-line" stroke="#111111" stroke-width="2.2")";
    case Stroke::dashed:
      return R"(class="e-line" stroke="#111111" stroke-width="1.2" stroke-dasharray="4 3")";
  }
  return {};
}

std::string_view edge(Stroke stroke) {
  switch (stroke) {
    case Stroke::thin: return R"(stroke="#888888" stroke-width="0.6")";
    case Stroke::plain: return R"(stroke="#111111" stroke-width="0.8")";
    case Stroke::strong: return R"(stroke="#111111" stroke-width="2.2")";
    case Stroke::dashed: return R"(stroke="#111111" stroke-width="1" stroke-dasharray="4 3")";
  }
  return {};
}

}  // namespace

std::string Svg::paint(Fill fill) const {
  switch (fill) {
    case Fill::none: return R"(class="e-none" fill="#ffffff")";
    case Fill::light: return R"(class="e-light" fill="#dddddd")";
    case Fill::grey: return R"(class="e-grey" fill="#a0a0a0")";
    case Fill::dark: return R"(class="e-dark" fill="#606060")";
    case Fill::black: return R"(class="e-black" fill="#111111")";
    case Fill::striped: return fmt::format(R"svg(class="e-striped" fill="url(#{}-stripes)")svg", name_);
  }
  return {};
}

void Svg::box(double x, double y, double width, double height, Fill fill, double round) {
  body_ +=
      fmt::format(R"svg(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="{:.0f}" {} {}/>)svg"
                  "\n",
                  x, y, width, height, round, paint(fill), edge(Stroke::plain));
}

void Svg::circle(double x, double y, double radius, Fill fill, Stroke around) {
  body_ += fmt::format(R"svg(<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" {} {}/>)svg"
                       "\n",
                       x, y, radius, paint(fill), edge(around));
}

void Svg::line(double x1, double y1, double x2, double y2, bool strong) {
  body_ += fmt::format(R"svg(<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" {}/>)svg"
                       "\n",
                       x1, y1, x2, y2, pen(strong ? Stroke::plain : Stroke::thin));
}

void Svg::path(std::string_view way, Stroke stroke, Fill fill, bool closed) {
  body_ += closed ? fmt::format("<path d=\"{}Z\" {} {}/>\n", way, paint(fill), edge(stroke))
                  : fmt::format("<path d=\"{}\" {} fill=\"none\"/>\n", way, pen(stroke));
}

void Svg::mark(double x, double y, std::size_t number, std::string_view colour) {
  // Circle, square, two triangles, diamond, plus, and two hourglasses: in a square of ten, its middle at 0.
  static constexpr std::array<std::string_view, 8> shapes = {
      "M-4.5 0A4.5 4.5 0 1 1 4.5 0A4.5 4.5 0 1 1 -4.5 0",
      "M-4 -4H4V4H-4",
      "M0 -5L5 4H-5",
      "M0 -5.5L5.5 0L0 5.5L-5.5 0",
      "M0 5L5 -4H-5",
      "M-1.7 -5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7",
      "M-4.5 -4.5H4.5L-4.5 4.5H4.5",
      "M-4.5 -4.5L4.5 4.5V-4.5L-4.5 4.5",
  };
  body_ +=
      fmt::format(R"svg(<path transform="translate({:.1f},{:.1f}) scale(1.25)" d="{}Z" fill="{}" {}/>)svg"
                  "\n",
                  x, y, shapes.at((number + number / shapes.size()) % shapes.size()), escaped(colour),
                  edge(Stroke::plain));
}

void Svg::route(std::string_view way, std::size_t number, std::string_view colour) {
  static constexpr std::array<std::string_view, 8> dashes = {"",         "9 4",     "2 3",          "9 3 2 3",
                                                             "14 3 5 3", "5 2 1 2", "14 3 2 3 2 3", "1 6"};
  const std::string_view dash = dashes.at((number + number / dashes.size()) % dashes.size());
  body_ += fmt::format(R"svg(<path class="e-line" d="{}" stroke="{}" stroke-width="1.6"{} fill="none"/>)svg"
                       "\n",
                       way, escaped(colour),
                       dash.empty() ? "" : fmt::format(R"svg( stroke-dasharray="{}")svg", dash));
}

void Svg::head(double from_x, double from_y, double x, double y, std::string_view colour, bool open) {
  const double length = std::max(1.0, std::hypot(x - from_x, y - from_y));
  constexpr double long_by = 9;
  const double ux = (x - from_x) / length * long_by;
  const double uy = (y - from_y) / length * long_by;
  constexpr double broad = 0.44;
  body_ += fmt::format(
      R"svg(<path d="M{:.1f} {:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}Z" fill="{}" stroke="{}" stroke-width="1.2"/>)svg"
      "\n",
      x, y, x - ux - uy * broad, y - uy + ux * broad, x - ux + uy * broad, y - uy - ux * broad,
      open ? "#ffffff" : escaped(colour), escaped(colour));
}

void Svg::arrow(double x1, double y1, double x2, double y2, Stroke stroke) {
  const double length = std::hypot(x2 - x1, y2 - y1);
  if (length < 1) return;
  const double ux = (x2 - x1) / length;
  const double uy = (y2 - y1) / length;
  constexpr double head = 9;
  const double bx = x2 - ux * head;
  const double by = y2 - uy * head;
  path(fmt::format("M{:.1f} {:.1f}L{:.1f} {:.1f}", x1, y1, bx, by), stroke);
  path(fmt::format("M{:.1f} {:.1f}L{:.1f} {:.1f}L{:.1f} {:.1f}", x2, y2, bx - uy * 4, by + ux * 4,
                   bx + uy * 4, by - ux * 4),
       Stroke::plain, Fill::black, true);
}

void Svg::text(double x, double y, std::string_view words, Anchor anchor, bool bold) {
  text(x, y, words, Lettering{anchor, bold});
}

void Svg::text(double x, double y, std::string_view words, const Lettering& how) {
  body_ += fmt::format(
      R"svg(<text x="{:.1f}" y="{:.1f}" text-anchor="{}" class="{}" fill="{}"{}{}>{}</text>)svg"
      "\n",
      x, y, name(how.anchor), how.muted ? "e-muted" : "e-text", how.muted ? "#555555" : "#111111",
      how.bold ? R"svg( font-weight="bold")svg" : "",
      how.size == 12 ? "" : fmt::format(R"svg( font-size="{:.0f}")svg", how.size), escaped(words));
}

std::size_t Svg::paragraph(double x, double y, std::string_view words, double width, std::size_t most,
                           const Lettering& how) {
  const std::vector<std::string> lines = lines_of(words, width, most, how.size, how.bold);
  const bool whole = lines.empty() || !lines.back().ends_with("\xe2\x80\xa6");
  if (!whole) open({}, words);
  for (std::size_t k = 0; k < lines.size(); ++k)
    text(x, y + static_cast<double>(k) * line_of(how.size), lines[k], how);
  if (!whole) close();
  return lines.size();
}

void Svg::upright(double x, double y, std::string_view words) {
  body_ += fmt::format(
      R"svg(<text transform="translate({:.1f},{:.1f}) rotate(-60)" class="e-text" fill="#111111">{}</text>)svg"
      "\n",
      x, y, escaped(words));
}

void Svg::open(const Marks& marks, std::string_view words) {
  body_ += "<g";
  for (const auto& [what, value] : marks) body_ += fmt::format(" data-{}=\"{}\"", what, escaped(value));
  body_ += fmt::format("><title>{}</title>\n", escaped(words));
}

void Svg::close() {
  body_ += "</g>\n";
}

std::string Svg::picture(double width, double height, std::string_view title, std::string_view told,
                         double top) const {
  const std::string desc =
      told.empty() ? "" : fmt::format("<desc id=\"{}-desc\">{}</desc>\n", name_, escaped(told));
  const std::string stripes = fmt::format(
      R"svg(<defs><pattern id="{}-stripes" width="4" height="4" patternUnits="userSpaceOnUse" )svg"
      R"svg(patternTransform="rotate(45)"><rect class="e-none" width="4" height="4" fill="#ffffff"/>)svg"
      R"svg(<rect class="e-black" width="1.6" height="4" fill="#111111"/></pattern></defs>)svg",
      name_);
  return fmt::format(
      R"svg(<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{2}-title" width="{0:.0f}" )svg"
      R"svg(height="{1:.0f}" style="min-width:{7:.0f}px" viewBox="0 {8:.0f} {0:.0f} {1:.0f}" )svg"
      R"svg(font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif" font-size="12">)svg"
      "\n<title id=\"{2}-title\">{3}</title>\n{4}{5}\n"
      R"svg(<rect class="e-none" y="{8:.0f}" width="{0:.0f}" height="{1:.0f}" fill="#ffffff"/>)svg"
      "\n{6}</svg>\n",
      width, std::ceil(height - top), name_, escaped(title), desc, stripes, body_, width, top);
}

namespace {

constexpr unsigned of_another = 1100;    // of a letter of no table: an ideograph and a little more
constexpr unsigned of_a_picture = 1300;  // of an emoji
constexpr std::string_view ellipsis = "\xe2\x80\xa6";

template <class Table>
const std::uint16_t* entry(char32_t c, char32_t first, const Table& table) {
  return c >= first && c - first < table.size() ? &table[c - first] : nullptr;
}

unsigned letter_width(char32_t c, bool bold) {
  if (c < 0x20) return 0;
  if (const auto* w = entry(c, first_of_latin, bold ? bold_latin : latin)) return *w;
  if (const auto* w =
          entry(c, first_of_greek_and_cyrillic, bold ? bold_greek_and_cyrillic : greek_and_cyrillic))
    return *w;
  if (const auto* w = entry(c, first_of_dashes_and_quotes, bold ? bold_dashes_and_quotes : dashes_and_quotes))
    return *w;
  return c >= 0x1F000 ? of_a_picture : of_another;
}

/// In thousandths of the size, which add up exactly.
std::uint64_t thousandths(std::string_view text, bool bold) {
  std::uint64_t sum = 0;
  for (CodePoint c; !text.empty(); text.remove_prefix(c.bytes)) {
    c = first_code_point(text);
    sum += letter_width(c.value, bold);
  }
  return sum;
}

double scaled(std::uint64_t thousandths, double size) {
  return static_cast<double>(thousandths) * size / 1000;
}

/// As much of the text as is no wider together with an ellipsis behind it. Looks no further than that.
std::string cut(std::string_view text, double width, double size, bool bold) {
  const double dots = width_of(ellipsis, size, bold);
  std::size_t end = 0;
  std::uint64_t sum = 0;
  while (end < text.size()) {
    const CodePoint c = first_code_point(text.substr(end));
    sum += letter_width(c.value, bold);
    if (scaled(sum, size) + dots > width) break;
    end += c.bytes;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + std::string(ellipsis);
}

/// The words that fit into one line, at least one. Looks at none of them twice.
std::size_t fitting(std::string_view text, double width, double size, bool bold) {
  std::size_t end = std::min(text.find(' '), text.size());
  std::uint64_t sum = thousandths(text.substr(0, end), bold);
  while (end < text.size()) {
    const std::size_t next = std::min(text.find(' ', end + 1), text.size());
    sum += thousandths(text.substr(end, next - end), bold);
    if (scaled(sum, size) > width) break;
    end = next;
  }
  return end;
}

}  // namespace

double width_of(std::string_view text, double size, bool bold) {
  return scaled(thousandths(text, bold), size);
}

std::vector<std::string> lines_of(std::string_view text, double width, std::size_t most, double size,
                                  bool bold) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    const std::size_t end = fitting(text, width, size, bold);
    const bool last = lines.size() + 1 == most && end < text.size();
    const std::string_view line = text.substr(0, end);
    const bool wide = width_of(line, size, bold) > width;
    lines.push_back(last || wide ? cut(line, width, size, bold) : std::string(line));
    if (last) break;
    text.remove_prefix(end);
  }
  return lines;
}

std::string shortened(std::string_view text, std::size_t letters) {
  if (text.size() <= letters) return std::string(text);
  return std::string(no_longer(text, letters - 1)) + std::string(ellipsis);
}

}  // namespace entente

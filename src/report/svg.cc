// A small writer of SVG.
#include "report/svg.h"

#include <fmt/format.h>

namespace entente {
namespace {

std::string escaped(std::string_view text) {
  std::string all;
  for (const char c : text) {
    switch (c) {
      case '<': all += "&lt;"; break;
      case '>': all += "&gt;"; break;
      case '&': all += "&amp;"; break;
      case '"': all += "&quot;"; break;
      default: all += c;
    }
  }
  return all;
}

std::string_view paint(Fill fill) {
  switch (fill) {
    case Fill::none: return "white";
    case Fill::light: return "#dddddd";
    case Fill::grey: return "#a0a0a0";
    case Fill::dark: return "#606060";
    case Fill::black: return "black";
    case Fill::striped: return "url(#stripes)";
  }
  return "white";
}

constexpr std::string_view patterns =
    R"svg(<defs><pattern id="stripes" width="4" height="4" patternUnits="userSpaceOnUse" )svg"
    R"svg(patternTransform="rotate(45)"><rect width="4" height="4" fill="white"/>)svg"
    R"svg(<rect width="1.6" height="4" fill="black"/></pattern></defs>)svg";

std::string_view name(Svg::Anchor anchor) {
  return anchor == Svg::Anchor::start ? "start" : anchor == Svg::Anchor::middle ? "middle" : "end";
}

}  // namespace

void Svg::box(double x, double y, double width, double height, Fill fill) {
  body_ += fmt::format(
      R"svg(<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}" stroke="black" stroke-width="0.7"/>)svg"
      "\n",
      x, y, width, height, paint(fill));
}

void Svg::line(double x1, double y1, double x2, double y2, bool strong) {
  body_ += fmt::format(
      R"svg(<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="{}" stroke-width="{}"/>)svg"
      "\n",
      x1, y1, x2, y2, strong ? "black" : "#bbbbbb", strong ? "1.2" : "0.6");
}

void Svg::text(double x, double y, std::string_view words, Anchor anchor, bool bold) {
  body_ += fmt::format(R"svg(<text x="{:.1f}" y="{:.1f}" text-anchor="{}"{}>{}</text>)svg"
                       "\n",
                       x, y, name(anchor), bold ? R"svg( font-weight="bold")svg" : "", escaped(words));
}

void Svg::upright(double x, double y, std::string_view words) {
  body_ += fmt::format(R"svg(<text transform="translate({:.1f},{:.1f}) rotate(-60)">{}</text>)svg"
                       "\n",
                       x, y, escaped(words));
}

std::string Svg::picture(double width, double height, std::string_view title) const {
  return fmt::format(
      R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="{0:.0f}" height="{1:.0f}" )svg"
      R"svg(viewBox="0 0 {0:.0f} {1:.0f}" font-family="Helvetica, Arial, sans-serif" font-size="12">)svg"
      "\n<title>{2}</title>\n{3}\n"
      R"svg(<rect width="{0:.0f}" height="{1:.0f}" fill="white"/>)svg"
      "\n{4}</svg>\n",
      width, height, escaped(title), patterns, body_);
}

std::string shortened(std::string_view text, std::size_t letters) {
  if (text.size() <= letters) return std::string(text);
  std::size_t end = letters - 1;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "\xe2\x80\xa6";
}

}  // namespace entente

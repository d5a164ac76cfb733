// The settlements of two parties in a plane of their likings. What both accept is black; what is best for
// both in its way stands on the frontier.
#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "pictures/spots.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr double margin = 20;
constexpr double side = 340;
constexpr double left = margin + 24;
constexpr double legend_width = 172;
constexpr double small = 11;
constexpr std::size_t most_dots = 400;
constexpr std::size_t most_named = 9;
constexpr std::size_t most_lines = 6;

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

class Plane {
 public:
  explicit Plane(const Spots& spots) : spots_(spots), of_(spots.of()) {}

  Drawing draw() {
    const std::vector<std::string> up = lines_of("\xe2\x86\x91 better for " + name(1), side - 12, most_lines);
    top_ = margin + line_of(12) * static_cast<double>(up.size() - 1);
    for (std::size_t k = 0; k < up.size(); ++k)
      svg_.text(left + 14, margin - 6 + line_of(12) * static_cast<double>(k), up[k]);
    mark(svg_, of_.model(), spots_.parties()[1], left + 4, margin - 10);
    svg_.box(left, top_, side, side, Fill::none);
    today();
    frontier();
    dots();
    cross();
    const std::vector<const Spots::Place*> named = names();
    mark(svg_, of_.model(), spots_.parties()[0], left + side - 6, bottom() + 15);
    const std::size_t across =
        svg_.paragraph(left + side - 16, bottom() + 19, "better for " + name(0) + " \xe2\x86\x92", side - 16,
                       most_lines, Lettering{Svg::Anchor::end});
    width_ = left + side + 24 + legend_width + margin;
    const double legend_end = legend(left + side + 24, top_ + 10);
    height_ = std::max(bottom() + 24 + line_of(12) * static_cast<double>(across - 1), legend_end);
    if (!named.empty()) height_ = put_key(svg_, spots_, named, height_, width_);
    return {std::move(svg_), width_, height_, "Which settlements suit whom", spots_.told()};
  }

 private:
  double bottom() const { return top_ + side; }
  double x(const Spots::Place& at) const { return left + 14 + (side - 28) * spots_.height(0, at); }
  double y(const Spots::Place& at) const { return bottom() - 14 - (side - 28) * spots_.height(1, at); }
  std::string name(std::size_t k) const { return of_.voice.name(spots_.parties()[k]); }

  static Fill shade(const Spot& spot) {
    if (spot.by_all()) return Fill::black;
    if (spot.by_none()) return Fill::none;
    return spot.accepted.front() ? Fill::striped : Fill::grey;
  }
  static double radius(const Spot& spot) { return spot.states.size() > 1 ? 6.5 : 4.5; }

  /// What is at least as good as today for both.
  void today() {
    const Spots::Place at = spots_.today();
    svg_.box(x(at), top_, left + side - x(at), y(at) - top_, Fill::light);
  }
  void cross() {
    const Spots::Place at = spots_.today();
    svg_.open({{"state", number_words(of_.analysis.status_quo())}}, "Today");
    svg_.path(
        fmt::format("M{:.1f} {:.1f}l10 10M{:.1f} {:.1f}l10 -10", x(at) - 5, y(at) - 5, x(at) - 5, y(at) + 5),
        Stroke::strong);
    svg_.close();
    taken_.push_back({x(at) - 6, y(at) - 6, x(at) + 6, y(at) + 6});
  }

  /// The places that no other is better than for one and as good as for all.
  void frontier() {
    std::string way;
    for (const auto& [at, spot] : spots_.all())
      if (spot.frontier) way += fmt::format("{}{:.1f} {:.1f}", way.empty() ? "M" : "L", x(at), y(at));
    if (!way.empty()) svg_.path(way, Stroke::dashed);
  }

  /// What matters comes first where there are too many.
  void dots() {
    const std::vector<const Spots::Place*> drawn = spots_.first(most_dots);
    for (const Spots::Place* at : drawn) dot(spots_.all().at(*at), x(*at), y(*at));
    left_out_ = spots_.all().size() - drawn.size();
  }
  void dot(const Spot& spot, double x, double y) {
    large_ = large_ || spot.states.size() > 1;
    svg_.open({{"state", number_words(spots_.state_of(spot))}}, spots_.words(spot));
    if (spot.recommended) svg_.circle(x, y, 11, Fill::none, Stroke::strong);
    svg_.circle(x, y, radius(spot), shade(spot));
    svg_.close();
    const double around = spot.recommended ? 11 : radius(spot);
    taken_.push_back({x - around, y - around, x + around, y + around});
  }

  /// Writes names beside dots, where there is room; gives those that have one.
  std::vector<const Spots::Place*> names() {
    std::vector<const Spots::Place*> all;
    for (const Spots::Place* at : spots_.first(most_named)) {
      const Spot& spot = spots_.all().at(*at);
      if (name_at(x(*at), y(*at), spot.recommended ? 14 : radius(spot) + 4, spots_.name(spot)))
        all.push_back(at);
    }
    return all;
  }
  bool name_at(double x, double y, double away, const std::string& words) {
    const double wide = width_of(words, small, true);
    const std::array<Box, 8> around = {{
        {x + away, y - 6, 0, 0},
        {x - away - wide, y - 6, 0, 0},
        {x - wide / 2, y - away - 11, 0, 0},
        {x - wide / 2, y + away - 1, 0, 0},
        {x + away * 0.7, y - away * 0.7 - 11, 0, 0},
        {x + away * 0.7, y + away * 0.7, 0, 0},
        {x - away * 0.7 - wide, y - away * 0.7 - 11, 0, 0},
        {x - away * 0.7 - wide, y + away * 0.7, 0, 0},
    }};
    for (Box box : around) {
      box.right = box.left + wide;
      box.bottom = box.top + 12;
      const bool inside =
          box.left > left + 1 && box.right < left + side - 1 && box.top > top_ && box.bottom < bottom();
      if (!inside || std::any_of(taken_.begin(), taken_.end(), [&](const Box& b) { return b.meets(box); }))
        continue;
      svg_.text(box.left, box.top + 10, words, Lettering{Svg::Anchor::start, true, false, small});
      taken_.push_back(box);
      return true;
    }
    return false;
  }

  double legend(double x, double y) {
    const auto key = [&](Fill fill, const std::string& told) {
      svg_.circle(x + 7, y, 6, fill);
      const std::size_t n = svg_.paragraph(x + 22, y + 4, told, legend_width - 26, most_lines);
      y += line_of(12) * static_cast<double>(n) + 10;
    };
    key(Fill::black, "accepted by both");
    key(Fill::striped, "accepted by " + name(0) + " only");
    key(Fill::grey, "accepted by " + name(1) + " only");
    key(Fill::none, "accepted by neither");
    svg_.circle(x + 7, y + 2, 9, Fill::none, Stroke::strong);
    svg_.text(x + 22, y + 6, "recommended");
    y += 30;
    const std::string rest =
        "The cross is today; what lies in the shaded part is at least as good as today for both. Along the "
        "dashed line nobody could have it better without the other having it worse. A step to the right or "
        "up is one place in that party's own order of what is drawn: places are counted, not how much "
        "better one is." +
        std::string(large_ ? " A large dot stands for several settlements that both like equally." : "") +
        (left_out_ == 0 ? std::string() : " Left out: " + counted(left_out_, "more place") + ".");
    const std::size_t n = svg_.paragraph(x, y + 4, rest, legend_width, 30);
    return y + line_of(12) * static_cast<double>(n) + margin;
  }

  const Spots& spots_;
  const Pictured& of_;
  Svg svg_{"settlements"};
  std::vector<Box> taken_;  // by dots and names
  std::size_t left_out_ = 0;
  bool large_ = false;  // whether a dot is
  double top_ = margin;
  double width_ = 0;
  double height_ = 0;
};

}  // namespace

Drawing draw_plane(const Spots& spots) {
  return Plane(spots).draw();
}

}  // namespace entente

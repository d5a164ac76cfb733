// The settlements of three parties or more, each a line through an axis a party, the better the higher.
#include <fmt/format.h>
#include <algorithm>

#include "pictures/spots.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr double margin = 20;
constexpr double side = 340;
constexpr double legend_width = 172;
constexpr double small = 11;
constexpr std::size_t most_drawn = 60;
constexpr std::size_t most_named = 9;
constexpr std::size_t most_lines = 8;

class Axes {
 public:
  explicit Axes(const Spots& spots)
      : spots_(spots),
        of_(spots.of()),
        gap_(std::max(80.0, 360.0 / static_cast<double>(spots.parties().size()))) {
    std::size_t lines = 1;
    for (const PartyId i : spots_.parties()) lines = std::max(lines, head(i).size());
    top_ = margin + line_of(small) * static_cast<double>(lines) + 14;
    bottom_ = top_ + side;
  }

  Drawing draw() {
    const std::vector<const Spots::Place*> drawn = spots_.first(most_drawn);
    for (std::size_t k = drawn.size(); k-- > 0;) line(*drawn[k], spots_.all().at(*drawn[k]));
    left_out_ = spots_.all().size() - drawn.size();
    axes();
    const std::vector<const Spots::Place*> named = spots_.first(most_named);
    const double right = names(named) + 14;
    const double width = right + legend_width + margin;
    double height = std::max(bottom_ + 26, legend(right, top_ + 10));
    height = put_key(svg_, spots_, named, height, width);
    return {std::move(svg_), width, height, "Which settlements suit whom", spots_.told()};
  }

 private:
  double x(std::size_t k) const { return margin + gap_ / 2 + gap_ * static_cast<double>(k); }
  double y(std::size_t k, const Spots::Place& at) const {
    return top_ + side - 14 - (side - 28) * spots_.height(k, at);
  }
  std::vector<std::string> head(PartyId i) const {
    return lines_of(capitalised(of_.voice.name(i)), gap_ - 8, most_lines, small, true);
  }

  void axes() {
    const Spots::Place today = spots_.today();
    for (std::size_t k = 0; k < spots_.parties().size(); ++k) {
      const PartyId i = spots_.parties()[k];
      svg_.line(x(k), top_, x(k), top_ + side, true);
      double at = margin + 4;
      for (const std::string& line : head(i)) {
        svg_.text(x(k), at, line, Lettering{Svg::Anchor::middle, true, false, small});
        at += line_of(small);
      }
      mark(svg_, of_.model(), i, x(k), top_ + side + 12);
      svg_.line(x(k) - 10, y(k, today), x(k) + 10, y(k, today), true);
    }
  }

  void line(const Spots::Place& at, const Spot& spot) {
    std::string way;
    for (std::size_t k = 0; k < at.size(); ++k)
      way += fmt::format("{}{:.1f} {:.1f}", k == 0 ? "M" : "L", x(k), y(k, at));
    svg_.open({{"state", number_words(spots_.state_of(spot))}}, spots_.words(spot));
    svg_.path(way, spot.recommended ? Stroke::strong : spot.by_all() ? Stroke::plain : Stroke::thin);
    for (std::size_t k = 0; k < at.size(); ++k)
      svg_.circle(x(k), y(k, at), 4.5, spot.accepted[k] ? Fill::black : Fill::none);
    svg_.close();
  }

  /// Beside the last axis, apart from one another, with a line to where each belongs. Gives how far they go.
  double names(const std::vector<const Spots::Place*>& named) {
    const std::size_t last = spots_.parties().size() - 1;
    std::vector<std::pair<double, const Spots::Place*>> order;
    for (const Spots::Place* at : named) order.emplace_back(y(last, *at), at);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    double right = x(last) + 24;
    double free = top_;
    for (const auto& [wanted, at] : order) {
      const double here = std::max(wanted, free);
      free = here + line_of(small) + 1;
      const std::string words = spots_.name(spots_.all().at(*at));
      svg_.line(x(last) + 5, wanted, x(last) + 22, here);
      svg_.text(x(last) + 24, here + 4, words, Lettering{Svg::Anchor::start, true, false, small});
      right = std::max(right, x(last) + 24 + width_of(words, small, true));
    }
    bottom_ = std::max(bottom_, free - 14);
    return right;
  }

  double legend(double x, double y) {
    const auto key = [&](Fill fill, const char* told) {
      svg_.circle(x + 7, y, 6, fill);
      svg_.text(x + 22, y + 4, told);
      y += line_of(12) + 10;
    };
    key(Fill::black, "accepted by that party");
    key(Fill::none, "not accepted by it");
    const std::string rest =
        "The strong line is recommended; of the others those that all accept are darker. The mark across an "
        "axis is today; higher is better. A step up is one place in that party's own order of what is "
        "drawn: places are counted, not how much better one is." +
        (left_out_ == 0 ? std::string() : " Left out: " + counted(left_out_, "more place") + ".");
    const std::size_t n = svg_.paragraph(x, y + 4, rest, legend_width, 30);
    return y + line_of(12) * static_cast<double>(n) + margin;
  }

  const Spots& spots_;
  const Pictured& of_;
  Svg svg_{"settlements"};
  double gap_ = 0;
  double top_ = 0;     // of the axes
  double bottom_ = 0;  // of them, and of the names beside them
  std::size_t left_out_ = 0;
};

}  // namespace

Drawing draw_axes(const Spots& spots) {
  return Axes(spots).draw();
}

}  // namespace entente

// Which settlements suit whom: for two parties a plane of their likings, for more a line a settlement through
// an axis a party. What all accept is black; what is best for all in its way stands on the frontier.
#include <fmt/format.h>
#include <algorithm>
#include <map>

#include "pictures/drawers.h"
#include "view/state_ids.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr double margin = 20;
constexpr double side = 390;
constexpr double legend_width = 230;
constexpr std::size_t most_lines = 60;
constexpr std::size_t most_dots = 400;

/// The settlements in one place: as good as one another for each party whose consent it takes.
struct Spot {
  std::vector<StateId> states;
  bool recommended = false;
  bool frontier = false;
  std::vector<bool> accepted;  // one a consenting party
};

class Settlements {
 public:
  explicit Settlements(const Pictured& of)
      : of_(of), s_(of.analysis.settlement()), parties_(s_.consenting), best_(recommended_settlements(of)) {
    for (const PartyId i : parties_) scales_.push_back(scale(i));
    s_.agreement.for_each([&](StateId s) { gather(s); });
  }

  Picture draw() {
    if (parties_.size() == 2)
      plane();
    else
      axes();
    return {svg_.picture(width_, height_, "Which settlements suit whom", told()), told()};
  }

 private:
  using Place = std::vector<std::size_t>;

  /// The ranks that occur among the settlements and today, ascending.
  std::vector<Rank> scale(PartyId i) const {
    const Ranks& ranks = of_.analysis.ranks()[index(i)];
    std::vector<Rank> all = {ranks[of_.analysis.status_quo()]};
    s_.agreement.for_each([&](StateId s) { all.push_back(ranks[s]); });
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  Place place(StateId s) const {
    Place at;
    for (std::size_t k = 0; k < parties_.size(); ++k) {
      const Rank rank = of_.analysis.ranks()[index(parties_[k])][s];
      at.push_back(static_cast<std::size_t>(std::lower_bound(scales_[k].begin(), scales_[k].end(), rank) -
                                            scales_[k].begin()));
    }
    return at;
  }

  void gather(StateId s) {
    Spot& spot = spots_[place(s)];
    spot.states.push_back(s);
    spot.recommended = spot.recommended || best_.contains(s);
    spot.frontier = spot.frontier || s_.efficient.contains(s);
    spot.accepted.resize(parties_.size());
    for (std::size_t k = 0; k < parties_.size(); ++k)
      spot.accepted[k] = spot.accepted[k] || s_.accepts[k].contains(s);
  }

  double along(std::size_t k, std::size_t at) const {
    const double steps = std::max<double>(1, static_cast<double>(scales_[k].size()) - 1);
    return 14 + (side - 28) * static_cast<double>(at) / steps;
  }

  Fill shade(const Spot& spot) const {
    const auto yes = std::count(spot.accepted.begin(), spot.accepted.end(), true);
    if (yes == static_cast<std::ptrdiff_t>(parties_.size())) return Fill::black;
    if (yes == 0) return Fill::none;
    return spot.accepted.front() ? Fill::striped : Fill::grey;
  }

  std::string words(const Spot& spot) const {
    std::vector<std::string> who;
    for (std::size_t k = 0; k < parties_.size(); ++k)
      if (spot.accepted[k]) who.push_back(of_.voice.name(parties_[k]));
    return counted(spot.states.size(), "settlement") + ", accepted by " +
           (who.empty() ? "none" : listed(who)) + (spot.recommended ? "; recommended" : "") +
           ". One of them, against today: " + otherwise(of_, state_of(spot));
  }

  StateId state_of(const Spot& spot) const {
    for (const StateId s : spot.states)
      if (best_.contains(s)) return s;
    return spot.states.front();
  }

  void plane() {
    const double left = margin + 24;
    const double bottom = margin + side;
    svg_.box(left, margin, side, side, Fill::none);
    const Place today = place(of_.analysis.status_quo());
    const double tx = left + along(0, today[0]);
    const double ty = bottom - along(1, today[1]);
    svg_.box(tx, margin, left + side - tx, ty - margin, Fill::light);
    frontier(left, bottom);
    // What all accept, what is recommended and the frontier come first where there are too many.
    const auto matters = [&](const Spot& s) {
      return s.recommended || s.frontier || shade(s) == Fill::black;
    };
    std::size_t drawn = 0;
    for (const bool chosen : {true, false})
      for (const auto& [at, spot] : spots_)
        if (matters(spot) == chosen && drawn++ < most_dots)
          dot(spot, left + along(0, at[0]), bottom - along(1, at[1]));
    left_out_ = drawn - std::min(drawn, most_dots);
    svg_.open({{"state", number_words(of_.analysis.status_quo())}}, "Today");
    svg_.path(fmt::format("M{:.1f} {:.1f}l10 10M{:.1f} {:.1f}l10 -10", tx - 5, ty - 5, tx - 5, ty + 5),
              Stroke::strong);
    svg_.close();
    svg_.paragraph(left + side, bottom + 18, "better for " + of_.voice.name(parties_[0]) + " \xe2\x86\x92",
                   side, 1, Lettering{Svg::Anchor::end});
    svg_.paragraph(left + 12, margin - 6, "\xe2\x86\x91 better for " + of_.voice.name(parties_[1]), side - 12,
                   1);
    mark(svg_, of_.model(), parties_[0], left + side + 9, bottom + 14);
    mark(svg_, of_.model(), parties_[1], left + 4, margin - 10);
    width_ = left + side + 24 + legend_width + margin;
    height_ = bottom + 28;
    legend(left + side + 24, margin + 10, true);
  }

  /// The places that no other is better than for one and as good as for all.
  void frontier(double left, double bottom) {
    std::string way;
    for (const auto& [at, spot] : spots_)
      if (spot.frontier)
        way += fmt::format("{}{:.1f} {:.1f}", way.empty() ? "M" : "L", left + along(0, at[0]),
                           bottom - along(1, at[1]));
    if (!way.empty()) svg_.path(way, Stroke::dashed);
  }

  void dot(const Spot& spot, double x, double y) {
    svg_.open({{"state", number_words(state_of(spot))}}, words(spot));
    if (spot.recommended) svg_.circle(x, y, 11, Fill::none, Stroke::strong);
    svg_.circle(x, y, spot.states.size() > 1 ? 6.5 : 4, shade(spot));
    svg_.close();
  }

  void axes() {
    const double gap = std::max(64.0, 440.0 / static_cast<double>(parties_.size()));
    const double left = margin + gap / 2;
    const double bottom = margin + 64 + side;
    std::size_t drawn = 0;
    for (const bool chosen : {true, false})
      for (const auto& [at, spot] : spots_)
        if (spot.recommended == chosen && drawn++ < most_lines) line(at, spot, left, gap, bottom);
    const Place today = place(of_.analysis.status_quo());
    for (std::size_t k = 0; k < parties_.size(); ++k) {
      const double x = left + gap * static_cast<double>(k);
      svg_.line(x, bottom - side, x, bottom, true);
      svg_.paragraph(x, margin + 12, capitalised(of_.voice.name(parties_[k])), gap - 8, 3,
                     Lettering{Svg::Anchor::middle, true, false, 11});
      mark(svg_, of_.model(), parties_[k], x, bottom + 12);
      svg_.line(x - 10, bottom - along(k, today[k]), x + 10, bottom - along(k, today[k]), true);
    }
    left_out_ = drawn - std::min(drawn, most_lines);
    const double right = left + gap * static_cast<double>(parties_.size() - 1) + gap / 2 + 10;
    width_ = right + legend_width + margin;
    height_ = bottom + 20;
    legend(right, margin + 40, false);
  }

  void line(const Place& at, const Spot& spot, double left, double gap, double bottom) {
    std::string way;
    for (std::size_t k = 0; k < at.size(); ++k)
      way += fmt::format("{}{:.1f} {:.1f}", k == 0 ? "M" : "L", left + gap * static_cast<double>(k),
                         bottom - along(k, at[k]));
    svg_.open({{"state", number_words(state_of(spot))}}, words(spot));
    const Fill fill = shade(spot);
    svg_.path(way, spot.recommended ? Stroke::strong : fill == Fill::black ? Stroke::plain : Stroke::thin);
    for (std::size_t k = 0; k < at.size(); ++k)
      svg_.circle(left + gap * static_cast<double>(k), bottom - along(k, at[k]), 4,
                  spot.accepted[k] ? Fill::black : Fill::none);
    svg_.close();
  }

  void legend(double x, double y, bool in_plane) {
    const auto key = [&](Fill fill, const std::string& told) {
      svg_.circle(x + 7, y, 6, fill);
      const std::size_t n = svg_.paragraph(x + 22, y + 4, told, legend_width - 26, 3);
      y += line_of(12) * static_cast<double>(n) + 10;
    };
    if (in_plane) {
      key(Fill::black, "accepted by both");
      key(Fill::striped, "accepted by " + of_.voice.name(parties_[0]) + " only");
      key(Fill::grey, "accepted by " + of_.voice.name(parties_[1]) + " only");
      key(Fill::none, "accepted by neither");
    } else {
      key(Fill::black, "accepted by that party");
      key(Fill::none, "not accepted by it");
    }
    svg_.circle(x + 7, y + 2, 9, Fill::none, Stroke::strong);
    svg_.paragraph(x + 22, y + 6, in_plane ? "recommended" : "the strong line is recommended",
                   legend_width - 26, 2);
    y += 30;
    const std::string rest =
        in_plane ? "The cross is today; what lies in the shaded part is at least as good as today "
                   "for both. Along the dashed line nobody could have it better without the other "
                   "having it worse."
                 : "The mark across an axis is today; higher is better.";
    const std::string more =
        (in_plane ? " A large dot stands for several settlements that both like equally." : "") +
        (left_out_ == 0 ? std::string() : " Left out: " + counted(left_out_, "more place") + ".");
    const std::size_t n = svg_.paragraph(x, y + 4, rest + more, legend_width, 14);
    y += line_of(12) * static_cast<double>(n);
    height_ = std::max(height_, y + margin);
  }

  Count once(const StateSet& states) const {
    return counted_once(of_.model(), of_.analysis.states(), states);
  }

  std::string told() const {
    return counted(once(s_.agreement), "settlement") + "; " + none_or(once(s_.zone)) + " accepted by all.";
  }

  const Pictured& of_;
  const Settlement& s_;
  const std::vector<PartyId>& parties_;
  StateSet best_;
  std::vector<std::vector<Rank>> scales_;
  std::map<Place, Spot> spots_;
  Svg svg_{"settlements"};
  std::size_t left_out_ = 0;
  double width_ = 0;
  double height_ = 0;
};

}  // namespace

Picture draw_settlements(const Pictured& of) {
  const Settlement& s = of.analysis.settlement();
  if (!of.model().agreement) return {{}, {}, "the case does not say what a settlement is"};
  if (s.agreement.empty()) return {{}, {}, "no situation is a settlement"};
  if (s.consenting.size() < 2) return {{}, {}, "a settlement takes the consent of one party only"};
  return Settlements(of).draw();
}

}  // namespace entente

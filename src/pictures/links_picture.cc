// Linked disputes: a band each, a column for each party of the whole, and in them what is traded and which
// wishes join them.
#include <fmt/format.h>
#include <algorithm>
#include <optional>
#include <utility>

#include "pictures/drawers.h"
#include "words/dispute_words.h"
#include "words/english.h"
#include "words/settle_words.h"

namespace entente {
namespace {

constexpr double margin = 16;
constexpr double label = 176;      // the width of the words of a band
constexpr double least_lane = 84;  // of a party
constexpr double step = 26;        // from one trade of a party to the next
constexpr double beside = 14;      // from the mark of a party to its name
constexpr double half = 9;         // of what a trade is drawn as
constexpr std::size_t most_trades_drawn = 8;
constexpr std::size_t most_lines = 8;
constexpr std::size_t most_note_lines = 6;

/// What a party gives in a trade, where, and where it gains by it.
struct Exchange {
  std::size_t trade = 0;
  PartyId party{};
  std::size_t dispute = 0;
  std::vector<std::size_t> gains;
};

class Bands {
 public:
  explicit Bands(const Pictured& of) : l_(*of.linkage), voice_(l_.whole->model()) {
    find_exchanges();
    for (const PartyId i : model().party_ids())
      lane_ = std::max({lane_, static_cast<double>(exchanges_of(i) + links_of(i) + 1) * step + 12,
                        std::min(width_of(voice_.name(i), 12, true) + 48, 98.0)});
  }

  Drawing draw() {
    heads();
    for (std::size_t d = 0; d < l_.parts.size(); ++d) band(d);
    for (const PartyId i : model().party_ids()) column(i);
    y_ += 8;
    for (std::size_t k = 0; k < drawn_trades(); ++k) note(std::to_string(k + 1), trade_words(l_.trades[k]));
    if (l_.trades.size() > drawn_trades())
      note("", "Of " + counted(l_.trades.size() + l_.trades_left_out, "trade") + " the first " +
                   in_words(most_trades_drawn) + " are drawn.");
    for (std::size_t k = 0; k < links(); ++k)
      note(letter(k), sentence(wish_over_disputes(l_, voice_, k, false)));
    return {std::move(svg_), width(), y_ + 6, "The disputes, and what is traded between them", told()};
  }

 private:
  const Model& model() const { return l_.whole->model(); }
  std::size_t links() const { return l_.linked->linking.links.size(); }
  std::size_t drawn_trades() const { return std::min(l_.trades.size(), most_trades_drawn); }
  static std::string letter(std::size_t link) {
    return link < 26 ? std::string(1, static_cast<char>('A' + link)) : "A" + std::to_string(link + 1);
  }

  double width() const { return 2 * margin + label + lane_ * static_cast<double>(model().parties.size()); }
  double left(PartyId party) const { return margin + label + lane_ * static_cast<double>(index(party)); }

  void find_exchanges() {
    for (std::size_t k = 0; k < drawn_trades(); ++k)
      for (const Waiver& waiver : l_.trades[k].gives) {
        const PartyId giver = l_.parts[l_.trades[k].dispute].parties[index(waiver.party)];
        if (!exchanges_.empty() && exchanges_.back().trade == k && exchanges_.back().party == giver) continue;
        exchanges_.push_back({k, giver, l_.trades[k].dispute, {}});
        for (const auto& [party, dispute] : l_.trades[k].gains)
          if (party == giver) exchanges_.back().gains.push_back(dispute);
      }
  }
  std::size_t exchanges_of(PartyId party) const {
    return static_cast<std::size_t>(std::count_if(exchanges_.begin(), exchanges_.end(),
                                                  [&](const Exchange& e) { return e.party == party; }));
  }
  std::size_t links_of(PartyId party) const {
    std::size_t all = 0;
    for (std::size_t k = 0; k < links(); ++k) all += wish_of(l_, k).party == party ? 1 : 0;
    return all;
  }

  /// Where the line of a party runs, under its mark.
  double line_at(PartyId party) const { return left(party) + step / 2 + 6; }

  void heads() {
    std::size_t most = 1;
    for (const PartyId i : model().party_ids()) {
      svg_.mark(line_at(i), margin + 4, index(i), colour_of(model(), i));
      most = std::max(most, svg_.paragraph(line_at(i) + beside, margin + 8, voice_.name(i),
                                           lane_ - step / 2 - beside - 4, 3, {Svg::Anchor::start, true}));
    }
    y_ = margin + 4 + line_of(12) * static_cast<double>(most);
  }

  static std::string sizes(const CaseAlone& one) {
    std::string text = capitalised(counted(one.of.states.size(), "situation")) + ", of which " +
                       none_or(one.analysis().verdicts(Concept::seq).equilibria.count()) + " could last";
    if (!one.model().agreement) return text + ".";
    return text + "; alone, all accept " + counted(one.analysis().zone().count(), "settlement") + ".";
  }

  void band(std::size_t d) {
    const std::string title = plain(l_.parts[d].alone->model().title);
    const std::string words = sizes(*l_.parts[d].alone);
    const double inner = label - 24;
    const double titles =
        line_of(12) * static_cast<double>(lines_of(title, inner, most_lines, 12, true).size());
    const double height =
        titles + line_of(11) * static_cast<double>(lines_of(words, inner, most_lines, 11).size()) + 24;
    svg_.open({{"dispute", l_.parts[d].as}}, title + ": " + words);
    svg_.box(margin, y_, width() - 2 * margin, height, d % 2 == 0 ? Fill::light : Fill::none, 6);
    svg_.paragraph(margin + 12, y_ + 20, title, inner, most_lines, {Svg::Anchor::start, true});
    svg_.paragraph(margin + 12, y_ + 20 + titles, words, inner, most_lines,
                   {Svg::Anchor::start, false, false, 11});
    svg_.close();
    middles_.push_back(y_ + height / 2);
    y_ += height + 10;
  }

  /// A party once: a line through the disputes that it is in, then its trades and its wishes over several.
  void column(PartyId party) {
    std::optional<double> first;
    double last = 0;
    const double x = line_at(party);
    for (std::size_t d = 0; d < l_.parts.size(); ++d) {
      if (!l_.parts[d].has(party)) continue;
      last = middles_[d];
      if (!first) first = last;
      svg_.circle(x, last, 4, Fill::black);
    }
    if (first && last > *first) svg_.line(x, *first, x, last, true);
    double at = x + step;
    for (const Exchange& e : exchanges_)
      if (e.party == party) draw(e, std::exchange(at, at + step));
    for (std::size_t k = 0; k < links(); ++k)
      if (wish_of(l_, k).party == party) draw_link(k, std::exchange(at, at + step));
  }

  void draw(const Exchange& e, double x) {
    const std::string number = std::to_string(e.trade + 1);
    svg_.open({{"trade", number}}, trade_words(l_.trades[e.trade]));
    const double from = middles_[e.dispute];
    for (const std::size_t d : e.gains) {
      const double to = middles_[d];
      const double away = to > from ? half : -half;
      svg_.arrow(x, from + away, x, to - away, Stroke::plain);
      svg_.circle(x, to, half, Fill::none);
      svg_.text(x, to + 4, number, Svg::Anchor::middle);
    }
    svg_.box(x - half, from - half, 2 * half, 2 * half, Fill::none);
    svg_.text(x, from + 4, number, Svg::Anchor::middle, true);
    svg_.close();
  }

  /// The disputes that a wish speaks of.
  std::vector<std::size_t> spoken_of(std::size_t link) const {
    std::vector<std::size_t> all;
    const LinkWish found = wish_of(l_, link);
    if (found.wish == nullptr) return all;
    const std::vector<OptionId> options = model().conditions.options(found.wish->statement);
    for (std::size_t d = 0; d < l_.parts.size(); ++d) {
      const std::vector<OptionId>& own = l_.parts[d].options;
      if (std::find_first_of(own.begin(), own.end(), options.begin(), options.end()) != own.end())
        all.push_back(d);
    }
    return all;
  }

  void draw_link(std::size_t link, double x) {
    const std::vector<std::size_t> disputes = spoken_of(link);
    if (disputes.empty()) return;
    svg_.open({{"link", std::to_string(link + 1)}}, wish_over_disputes(l_, voice_, link, false));
    for (std::size_t k = 0; k + 1 < disputes.size(); ++k) {
      const double from = middles_[disputes[k]] + half;
      const double to = middles_[disputes[k + 1]] - half;
      svg_.path(fmt::format("M{:.1f} {:.1f}V{:.1f}", x, from, to), Stroke::dashed);
    }
    for (const std::size_t d : disputes)
      svg_.text(x, middles_[d] + 4, letter(link), Svg::Anchor::middle, true);
    svg_.close();
  }

  std::string trade_words(const Trade& trade) const {
    const Voice own(l_.parts[trade.dispute].alone->model());
    return sentence("In " + dispute_title(l_, trade.dispute) + " " + waivers_words(own, trade.gives) + ": " +
                    counted(trade.among.count(), "settlement") + " that all accept");
  }

  void note(const std::string& mark, const std::string& words) {
    svg_.text(margin + 12, y_ + line_of(12), mark, Svg::Anchor::start, true);
    y_ += line_of(12) * static_cast<double>(svg_.paragraph(margin + 36, y_ + line_of(12), words,
                                                           width() - 2 * margin - 40, most_note_lines));
    y_ += 4;
  }

  std::string told() const {
    std::string text = "A band is a dispute; a column is a party, with a dot in each dispute that it is in.";
    if (!exchanges_.empty())
      text +=
          " A square stands where a party gives in the whole what it would not give in that dispute alone, "
          "a circle with the same number where it gains more than it has today.";
    if (links() > 0) text += " A letter stands in each dispute that one wish speaks of.";
    return text;
  }

  const Linkage& l_;
  Voice voice_;
  std::vector<Exchange> exchanges_;
  std::vector<double> middles_;
  Svg svg_{"links"};
  double lane_ = least_lane;
  double y_ = 0;
};

}  // namespace

Drawing draw_links(const Pictured& of) {
  if (of.linkage == nullptr) return nothing_drawn(not_compared);
  return Bands(of).draw();
}

}  // namespace entente

// What stands between the parties: a card for each least set of things that would have to give way, and what
// that opens.
#include <algorithm>

#include "pictures/drawers.h"
#include "view/state_ids.h"
#include "words/english.h"
#include "words/settle_words.h"

namespace entente {
namespace {

constexpr double margin = 14;
constexpr double card = 270;
constexpr double space = 14;
constexpr double inner = card - 24;
constexpr std::size_t in_a_row = 2;
constexpr std::size_t most_cards = 12;
constexpr std::size_t most_lines = 30;
constexpr double head = 40;

/// What a card says: who has to give way, and what comes of it.
struct Card {
  std::string give;
  std::string opens;
  std::optional<StateId> state;
  std::string assumption;  // the demand, where one is all that has to give way
};

class Gap {
 public:
  explicit Gap(const Pictured& of) : of_(of) {
    const std::vector<Opening>& gap = of.analysis.settlement().gap;
    for (std::size_t k = 0; k < std::min(gap.size(), most_cards); ++k)
      cards_.push_back({sentence(capitalised(waivers_words(of.voice, gap[k].waive))), opened(gap[k], k),
                        best(gap[k], k).first(), single(gap[k])});
  }

  Drawing draw() {
    for (std::size_t first = 0; first < cards_.size(); first += in_a_row) row(first);
    const std::size_t left_out = of_.analysis.settlement().gap.size() - cards_.size();
    if (left_out > 0)
      svg_.text(margin, y_ + 6, counted(left_out, "more way") + " left out; entente settle lists all.");
    const double across = static_cast<double>(std::min(cards_.size(), in_a_row));
    return {std::move(svg_), std::max(margin * 2 + across * (card + space) - space, 460.0),
            y_ + (left_out > 0 ? 20 : 0), "What would have to give way", told()};
  }

 private:
  std::string single(const Opening& opening) const {
    const Waiver& first = opening.waive.front();
    if (opening.waive.size() > 1 || !first.demand) return {};
    return of_.model()[first.party].id + "/demand/" + std::to_string(*first.demand + 1);
  }

  StateSet best(const Opening& opening, std::size_t k) const {
    const std::vector<Holding>& holding = of_.brief.holding;
    return k < holding.size() && !holding[k].recommended.empty() ? holding[k].recommended
                                                                 : opening.recommended;
  }

  Count once(const StateSet& states) const {
    return counted_once(of_.model(), of_.analysis.states(), states);
  }

  std::string opened(const Opening& opening, std::size_t k) const {
    std::string words = "Opens " + counted(once(opening.opens), "settlement");
    if (k < of_.brief.holding.size())
      words += "; " + none_or(once(of_.brief.holding[k].holds)) + " would hold once made";
    const std::string then = of_.model().stakes.empty()
                                 ? std::string()
                                 : shared_holdings(of_.view, of_.voice, of_.view.set(best(opening, k)));
    return words + "." + (then.empty() ? "" : " " + sentence(capitalised(then)));
  }

  static std::size_t lines(const std::string& words, bool bold) {
    return lines_of(words, inner, most_lines, 12, bold).size();
  }

  void row(std::size_t first) {
    const std::size_t end = std::min(first + in_a_row, cards_.size());
    std::size_t give = 0;
    std::size_t opens = 0;
    for (std::size_t k = first; k < end; ++k) {
      give = std::max(give, lines(cards_[k].give, true));
      opens = std::max(opens, lines(cards_[k].opens, false));
    }
    const double second = head + line_of(12) * static_cast<double>(give) + 14;
    const double height = second + line_of(12) * static_cast<double>(opens) + 4;
    for (std::size_t k = first; k < end; ++k)
      one(k, margin + static_cast<double>(k - first) * (card + space), second, height);
    y_ += height + space;
  }

  void one(std::size_t k, double x, double second, double height) {
    const Card& c = cards_[k];
    Marks marks = {{"conclusion", "gap"}};
    if (c.state) marks.emplace_back("state", number_words(*c.state));
    if (!c.assumption.empty()) marks.emplace_back("assumption", c.assumption);
    svg_.open(marks, c.give + " " + c.opens);
    svg_.box(x, y_, card, height, Fill::none, 6);
    svg_.box(x, y_, card, 24, Fill::light, 6);
    svg_.text(x + 12, y_ + 17, "Way " + std::to_string(k + 1),
              Lettering{Svg::Anchor::start, false, true, 11});
    svg_.paragraph(x + 12, y_ + head + 2, c.give, inner, most_lines, Lettering{Svg::Anchor::start, true});
    svg_.line(x + 12, y_ + second - 13, x + card - 12, y_ + second - 13);
    svg_.paragraph(x + 12, y_ + second + 2, c.opens, inner, most_lines);
    svg_.close();
  }

  std::string told() const {
    return "No settlement suits all as things are. Each card is enough by itself, and nothing on it can be "
           "left out.";
  }

  const Pictured& of_;
  std::vector<Card> cards_;
  Svg svg_{"gap"};
  double y_ = margin;
};

}  // namespace

Drawing draw_gap(const Pictured& of) {
  if (!of.model().agreement) return nothing_drawn("the case does not say what a settlement is");
  if (!of.analysis.settlement().zone.empty())
    return nothing_drawn("there is no gap: some settlement is accepted by all");
  if (of.analysis.settlement().gap.empty())
    return nothing_drawn("no settlement is possible, whatever gives way");
  return Gap(of).draw();
}

}  // namespace entente

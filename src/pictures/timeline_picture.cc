// What happened, from top to bottom: the date, the event, and for each party whose doing it was what it was
// for it.
#include <algorithm>

#include "history/history.h"
#include "pictures/drawers.h"
#include "words/english.h"
#include "words/history_words.h"

namespace entente {
namespace {

constexpr double margin = 14;
constexpr double dates = 114;
constexpr double words = 260;
constexpr double marks = 160;
constexpr std::size_t most_lines = 12;
constexpr double axis = margin + dates + 14;

class Timeline {
 public:
  explicit Timeline(const Pictured& of) : of_(of), history_(history(of.model(), of.analysis.states())) {}

  Drawing draw() {
    const double top = y_;
    const std::vector<Event>& events = of_.model().events;
    double last = top;
    for (std::size_t k = 0; k < events.size(); ++k) last = event(events[k], k);
    svg_.line(axis, top, axis, last, true);
    key();
    return {std::move(svg_), axis + 24 + words + marks + margin, y_ + margin,
            "What happened, and what each move was for who made it", told()};
  }

 private:
  /// Gives the height of its mark on the axis.
  double event(const Event& event, std::size_t k) {
    const std::vector<std::string> lines = lines_of(plain(event.what), words, most_lines);
    const PastEvent& past = history_.events[k];
    const double mark = y_ + 10;
    svg_.text(margin + dates, mark + 4, long_date(event.date), Lettering{Svg::Anchor::end, true, false, 11});
    svg_.circle(axis, mark, 4.5, past.doings.empty() ? Fill::none : Fill::black);
    for (std::size_t n = 0; n < lines.size(); ++n)
      svg_.text(axis + 18, mark + 4 + line_of(12) * static_cast<double>(n), lines[n]);
    std::size_t rows = 0;
    for (const Doing& one : past.doings) rows += doing(one, mark + line_of(12) * static_cast<double>(rows));
    rows = std::max<std::size_t>({rows, lines.size(), 1});
    y_ += line_of(12) * static_cast<double>(rows) + 14;
    return mark;
  }

  /// Gives its lines.
  std::size_t doing(const Doing& doing, double y) {
    const double x = axis + 24 + words + 8;
    sign(doing.kind, doing.kind != doing.undated, x, y);
    mark(svg_, of_.model(), doing.party, x + 15, y);
    return svg_.paragraph(x + 25, y + 4, capitalised(kind_words(of_.voice, doing.party, doing.kind)),
                          marks - 33, most_lines);
  }

  void sign(StepKind kind, bool dated, double x, double y) {
    const Fill fill = kind == StepKind::concession ? Fill::black
                      : dated                      ? Fill::striped
                      : kind == StepKind::neutral  ? Fill::none
                                                   : Fill::light;
    svg_.box(x - 5, y - 5, 10, 10, fill);
  }

  void key() {
    y_ += 10;
    const PastScore& score = history_.score;
    if (score.moves == 0) return;
    const std::string told =
        "Gains for who made the move, as the model would expect: " + std::to_string(score.expected) + " of " +
        std::to_string(score.moves) + "." +
        (score.undated == score.expected
             ? ""
             : " Striped: only by wishes that hold for a time and may be fitted to the past; "
               "without them " +
                   std::to_string(score.undated) + ".");
    const std::size_t lines = svg_.paragraph(margin, y_ + 12, told, axis + words + marks - margin, 3);
    y_ += line_of(12) * static_cast<double>(lines) + 6;
  }

  std::string told() const {
    return "In the order of time, not to scale. A filled dot: what some party does in the case changed on "
           "that day.";
  }

  const Pictured& of_;
  History history_;
  Svg svg_{"timeline"};
  double y_ = margin;
};

}  // namespace

Drawing draw_timeline(const Pictured& of) {
  if (of.model().events.empty()) return nothing_drawn("the case tells no history");
  return Timeline(of).draw();
}

}  // namespace entente

// The best way to the recommended settlement as a staircase, from below: a stair a move, its front black
// where who takes it gives way.
#include <algorithm>

#include "model/date.h"
#include "pictures/drawers.h"
#include "words/english.h"
#include "words/history_words.h"
#include "words/path_words.h"
#include "words/situation.h"

namespace entente {
namespace {

constexpr double margin = 16;
constexpr double width = 600;
constexpr double most_indent = 48;  // of a stair beyond the one below it
constexpr double narrowest = 300;   // the highest stair
constexpr double front = 10;
constexpr std::size_t most_lines = 12;

class Staircase {
 public:
  Staircase(const Pictured& of, const Path& path) : of_(of), path_(path) {}

  Drawing draw() {
    const std::size_t steps = path_.steps.size();
    double y = margin;
    for (std::size_t k = steps + 1; k-- > 0;) {
      stair(k, y);
      y += height(k);
    }
    svg_.line(margin, y, width - margin, y, true);
    const std::string key =
        std::string("A black front: ") +
        (!jointly() ? "whoever takes that step gives" : "one of those who take that step gives") +
        " something up by it.";
    if (path_.concessions > 0)
      svg_.text(margin, y += 20, key, Lettering{Svg::Anchor::start, false, true, 11});
    return {std::move(svg_), width, y + margin, "The best way to the recommended settlement", told()};
  }

 private:
  double left(std::size_t k) const {
    const double room = width - 2 * margin - narrowest;
    return margin +
           static_cast<double>(k) * std::min(most_indent, room / static_cast<double>(path_.steps.size()));
  }
  double inner(std::size_t k) const { return width - margin - left(k) - front - 18 - room_of_marks(k); }

  std::string words(std::size_t k) const {
    if (k == 0) return "Today";
    const Step& step = path_.steps[k - 1];
    return std::to_string(k) + ". " + capitalised(moved(of_, step.mover, step.from, step.to));
  }
  std::string what_it_is(std::size_t k) const {
    if (k == 0) return {};
    const Step& step = path_.steps[k - 1];
    return kind(step) + (step.done ? ", done by " + long_date(*step.done) : "");
  }

  double height(std::size_t k) const {
    const std::size_t lines = lines_of(words(k), inner(k), most_lines).size() +
                              lines_of(what_it_is(k), inner(k), most_lines, 12, true).size();
    return line_of(12) * static_cast<double>(lines) + 16;
  }

  void stair(std::size_t k, double y) {
    const double x = left(k);
    const StateId state = k == 0 ? path_.start : path_.steps[k - 1].to;
    const bool concession = k > 0 && path_.steps[k - 1].kind() == StepKind::concession;
    svg_.open({{"state", number_words(state)}},
              words(k) + (k == 0 ? "" : ": " + what_it_is(k)) + ". In all: " + otherwise(of_, state) + ".");
    svg_.box(x, y, width - margin - x, height(k), k % 2 == 0 ? Fill::light : Fill::none);
    if (k > 0) svg_.box(x, y, front, height(k), concession ? Fill::black : Fill::none);
    const std::size_t lines = svg_.paragraph(x + front + 9, y + 19, words(k), inner(k), most_lines);
    svg_.paragraph(x + front + 9, y + 19 + line_of(12) * static_cast<double>(lines), what_it_is(k), inner(k),
                   most_lines, Lettering{Svg::Anchor::start, true});
    if (k > 0)
      mark(svg_, of_.model(), path_.steps[k - 1].mover, width - margin - room_of_marks(k) + 2, y + 12);
    svg_.close();
  }

  /// What the marks of those who take a step need at its right end.
  double room_of_marks(std::size_t k) const {
    if (k == 0) return 0;
    return from_mark_to_mark * static_cast<double>(of_.model().members(path_.steps[k - 1].mover).size());
  }

  bool jointly() const {
    return std::any_of(path_.steps.begin(), path_.steps.end(),
                       [&](const Step& step) { return of_.model().is_group(step.mover); });
  }

  std::string kind(const Step& step) const {
    return capitalised(kinds_words(of_.voice, step.mover, step.kinds));
  }

  std::string told() const {
    std::vector<PartyId> conceding;
    for (const WayStep& step : word_steps(of_.analysis.states(), path_.steps))
      for (const PartyId i : entente::conceding(of_.analysis.model(), step)) conceding.push_back(i);
    return "From below: each stair is a move, with what it is for whoever makes it. " +
           capitalised(concessions_words(of_.voice, conceding)) + ".";
  }

  const Pictured& of_;
  const Path& path_;
  Svg svg_{"staircase"};
};

}  // namespace

Drawing draw_staircase(const Pictured& of) {
  if (!of.brief.way) return nothing_drawn("no settlement is recommended, and so no way leads to one");
  if (!of.brief.way->path) return nothing_drawn("no sequence of moves leads to the recommended settlement");
  if (of.brief.way->path->steps.empty())
    return nothing_drawn("the recommended settlement is where the dispute stands");
  return Staircase(of, *of.brief.way->path).draw();
}

}  // namespace entente

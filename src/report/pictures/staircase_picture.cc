// The shortest way to a settlement as a staircase: a stair a move, its front dark where who takes it gives
// way.
#include <algorithm>

#include "model/date.h"
#include "report/english.h"
#include "report/history_words.h"
#include "report/pictures/drawers.h"
#include "report/situation.h"

namespace entente {
namespace {

constexpr double margin = 16;
constexpr double tread = 196;
constexpr double rise = 58;
constexpr double base = 46;
constexpr double words_above = 76;  // four lines

class Staircase {
 public:
  Staircase(const Pictured& of, const Path& path) : of_(of), path_(path) {}

  Picture draw() {
    const auto steps = static_cast<double>(path_.steps.size());
    const double floor = margin + words_above + rise * steps + base;
    stair(0, floor, {});
    for (std::size_t k = 0; k < path_.steps.size(); ++k) stair(k + 1, floor, path_.steps[k]);
    svg_.line(margin, floor, margin + tread * (steps + 1), floor, true);
    return {svg_.picture(2 * margin + tread * (steps + 1), floor + margin,
                         "The shortest way to a settlement, as a staircase", told()),
            told()};
  }

 private:
  void stair(std::size_t k, double floor, const std::optional<Step>& step) {
    const double x = margin + tread * static_cast<double>(k);
    const double y = floor - base - rise * static_cast<double>(k);
    const StateId state = step ? step->to : path_.start;
    const std::string words = step
                                  ? std::to_string(k) + ". " +
                                        move_words(of_.analysis, of_.voice, step->party, step->from, step->to)
                                  : "Today";
    svg_.open({{"state", number_words(state)}}, words + (step ? ": " + kind(*step) : ""));
    svg_.box(x, y, tread, floor - y, Fill::light);
    if (step) svg_.box(x, y, 9, rise, step->kind == StepKind::concession ? Fill::black : Fill::none);
    const std::size_t lines = lines_of(words, tread - 14, 4).size();
    svg_.paragraph(x + 6, y - 8 - line_of(12) * static_cast<double>(lines - 1), words, tread - 14, 4);
    if (step) {
      svg_.text(x + 16, y + 18, kind(*step), Lettering{Svg::Anchor::start, true});
      if (step->done) svg_.text(x + 16, y + 36, "by " + long_date(*step->done));
    }
    svg_.close();
  }

  std::string kind(const Step& step) const {
    return capitalised(kind_words(of_.voice, step.party, step.kind));
  }

  std::string told() const {
    return "A black front: who takes this step is worse off for it, until others have moved.";
  }

  const Pictured& of_;
  const Path& path_;
  Svg svg_{"staircase"};
};

}  // namespace

Picture draw_staircase(const Pictured& of) {
  if (!of.brief.way) return {{}, {}, "no settlement is recommended, and so no way leads to one"};
  if (!of.brief.way->path) return {{}, {}, "no sequence of moves leads to the recommended settlement"};
  if (of.brief.way->path->steps.empty())
    return {{}, {}, "the recommended settlement is where the dispute stands"};
  return Staircase(of, *of.brief.way->path).draw();
}

}  // namespace entente

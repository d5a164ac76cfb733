// What stands over and under a picture that is a file of its own.
#include "pictures/drawn.h"

#include "brief/replies_told.h"
#include "model/date.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr double margin = 16;
constexpr double least_width = 460;  // so that a heading is no column of single words
constexpr std::size_t many_lines = 12;
constexpr double large = 15;
constexpr double small = 11;

struct Line {
  std::string words;
  Lettering how;
};

/// Text in whole lines.
std::vector<Line> lines(const std::string& words, double width, const Lettering& how) {
  std::vector<Line> all;
  for (std::string& line : lines_of(words, width, many_lines, how.size, how.bold))
    all.push_back({std::move(line), how});
  return all;
}

std::string of_which(const Heading& heading) {
  const Model& model = heading.model;
  return plain(model.title) + (model.date ? ", " + long_date(*model.date) : "") +
         (heading.as_written ? "" : ", with changes to what the case assumes");
}

/// Gives how high it is.
double put_over(Svg& svg, double width, const std::string& title, const Heading& heading) {
  std::vector<Line> all = lines(title, width, {Svg::Anchor::start, true, false, large});
  for (Line& line : lines(of_which(heading), width, {})) all.push_back(std::move(line));
  if (const std::string words = replies_words(heading.model.replies); !words.empty())
    for (Line& line : lines(words, width, {Svg::Anchor::start, false, true, small}))
      all.push_back(std::move(line));
  double y = -6;
  for (std::size_t k = all.size(); k-- > 0;) {
    svg.text(margin, y, all[k].words, all[k].how);
    y -= line_of(k == 0 ? all[k].how.size : std::max(all[k].how.size, all[k - 1].how.size));
  }
  return -y;
}

}  // namespace

std::string written(Drawing drawing, const Heading* heading) {
  if (!drawing.reason.empty()) return {};
  if (heading == nullptr)
    return drawing.svg.picture(drawing.width, drawing.height, drawing.title, drawing.told);
  const double width = std::max(drawing.width, least_width);
  const double top = put_over(drawing.svg, width - 2 * margin, drawing.title, *heading);
  double bottom = drawing.height;
  for (const Line& line : lines(drawing.told, width - 2 * margin, {Svg::Anchor::start, false, true, small}))
    drawing.svg.text(margin, bottom += line_of(small), line.words, line.how);
  const std::string replies = replies_words(heading->model.replies);
  return drawing.svg.picture(
      width, bottom + margin / 2,
      drawing.title + ": " + of_which(*heading) + (replies.empty() ? "" : ". " + replies), drawing.told,
      -top);
}

}  // namespace entente

// What rests on what, drawn. Above: a row an assumption, the one that most conclusions hang on first; a
// column a conclusion; a box where the conclusion falls with it, the darker the less firm; a bar for how many
// situations that could last fall too. Below: the same by pieces of evidence.
#include "pictures/robust_picture.h"

#include <algorithm>

#include "brief/robust.h"
#include "pictures/svg.h"
#include "words/change_words.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr double margin = 16;
constexpr double narrowest = 600;  // so that the legend fits
constexpr double label = 218;      // the width of the words beside a row
constexpr double cell = 18;
constexpr double bar = 60;
constexpr std::size_t most_lines = 24;
constexpr double places_width = 110;  // of the words over the bars
constexpr double head_width = 240;    // of a column's words, before they are turned
constexpr double leaning = 0.87;      // of them upwards, and half of them to the side

using Kind = Conclusion::Kind;

/// A column: one conclusion, or the verdicts on one mover's standing.
struct Column {
  std::string head;
  std::vector<std::size_t> conclusions;
};

struct Row {
  std::string words;
  Marks marks;
  Fill fill = Fill::black;
  std::vector<bool> hits;      // one a column
  std::vector<bool> stronger;  // only by the opposite, or by a restriction put on
  std::uint64_t places = 0;    // situations that could last, falling
};

class Rests {
 public:
  Rests(const RestsDrawn& of, const Robustness& robustness, std::string name)
      : v_(of), r_(robustness), voice_(of.model), svg_(std::move(name)) {
    find_columns();
  }

  /// Both, one below the other.
  Drawing both() {
    tornado();
    if (!v_.model.evidence.empty() && !v_.model.redacted) matrix();
    return {std::move(svg_), width(), y_ + margin, "What rests on what", told()};
  }

  Drawing only_tornado() {
    tornado();
    return {std::move(svg_), width(), y_ + margin, "What the conclusions rest on", told()};
  }
  Drawing only_matrix() {
    matrix();
    return {std::move(svg_), width(), y_ + margin, "Which evidence the conclusions rest on", told()};
  }

 private:
  double width() const {
    const double needed =
        margin + label + static_cast<double>(columns_.size()) * cell + 24 + places_width + margin;
    return std::max(needed, narrowest);
  }

  void tornado() {
    legend();
    block("If an assumption falls, so do these conclusions", assumption_rows());
  }
  void matrix() {
    if (y_ == 0) legend();
    block("If a piece of evidence falls, so do these conclusions", evidence_rows());
  }

  static std::string told() {
    return "A row each, what most hangs on first; a box where the conclusion over it falls, the darker the "
           "less firm. Each change is made alone and the case analysed again.";
  }

  void find_columns() {
    for (std::size_t c = 0; c < v_.found.size(); ++c) {
      const Conclusion& one = v_.found[c];
      if (one.kind == Kind::equilibrium) {
        ++places_;
        continue;
      }
      const std::string head = head_of(one);
      const auto it =
          std::find_if(columns_.begin(), columns_.end(), [&](const Column& k) { return k.head == head; });
      if (it == columns_.end())
        columns_.push_back({head, {c}});
      else
        it->conclusions.push_back(c);
    }
  }

  std::string head_of(const Conclusion& c) const {
    switch (c.kind) {
      case Kind::stability: return "how the present suits " + voice_.name(*c.mover);
      case Kind::zone: return c.is_so() ? "a settlement suits all" : "no settlement suits all";
      case Kind::gap: return "what has to give way";
      case Kind::recommended: return "which settlement is best";
      case Kind::division: return "who then has what";
      case Kind::holding: return c.is_so() ? "the settlement holds" : "none holds";
      case Kind::concessions: return "the fewest concessions";
      case Kind::heading: return "the situations on the way";
      case Kind::resting: return "where it comes to rest";
      case Kind::equilibrium: break;
    }
    return {};
  }

  static Fill shade(const Firmness& f) {
    switch (f.basis) {
      case Basis::none: return Fill::black;
      case Basis::inferred: return f.doubted ? Fill::striped : Fill::dark;
      case Basis::reported: return Fill::grey;
      case Basis::stated: return Fill::light;
    }
    return Fill::black;
  }

  void hit(Row& row, const Effect& effect, bool weak) const {
    std::uint64_t places = 0;
    for (const Flip& f : effect.flips) {
      if (v_.found[f.conclusion].kind == Kind::equilibrium) ++places;
      for (std::size_t k = 0; k < columns_.size(); ++k)
        if (std::count(columns_[k].conclusions.begin(), columns_[k].conclusions.end(), f.conclusion) > 0)
          (weak ? row.hits : row.stronger)[k] = true;
    }
    if (weak) row.places = std::max(row.places, places);
  }

  Row empty_row(std::string words, Fill fill, Marks marks) const {
    return {std::move(words),
            std::move(marks),
            fill,
            std::vector<bool>(columns_.size()),
            std::vector<bool>(columns_.size()),
            0};
  }

  std::vector<Row> assumption_rows() const {
    std::vector<Row> rows;
    for (std::size_t a = 0; a < v_.assumptions.size(); ++a)
      rows.push_back(empty_row(assumption_words(voice_, v_.assumptions[a]), shade(v_.assumptions[a].firmness),
                               {{"assumption", v_.assumptions[a].id}}));
    for (const Effect& e : r_.singles)
      hit(rows[e.changes.front().assumption], e, e.changes.front().takes_away());
    return ordered(std::move(rows));
  }

  std::vector<Row> evidence_rows() const {
    std::vector<Row> rows;
    for (std::size_t e = 0; e < r_.evidence.size(); ++e) {
      if (r_.evidence[e].flips.empty()) continue;
      const Evidence& piece = v_.model.evidence[e];
      rows.push_back(
          empty_row(plain(piece.claim), shade({piece.basis, "", false}), {{"evidence", piece.id}}));
      hit(rows.back(), r_.evidence[e], true);
    }
    return ordered(std::move(rows));
  }

  /// What most hangs on comes first; what nothing hangs on is left out.
  static std::vector<Row> ordered(std::vector<Row> rows) {
    const auto weight = [](const Row& r) {
      return std::pair(std::count(r.hits.begin(), r.hits.end(), true), r.places);
    };
    std::erase_if(rows, [&](const Row& r) {
      return weight(r) == std::pair<std::ptrdiff_t, std::uint64_t>(0, 0) &&
             std::count(r.stronger.begin(), r.stronger.end(), true) == 0;
    });
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const Row& a, const Row& b) { return weight(b) < weight(a); });
    return rows;
  }

  void legend() {
    double x = margin;
    if (y_ == 0) y_ = margin - 14;
    y_ += 14;
    const auto key = [&](Fill fill, const std::string& words) {
      svg_.box(x, y_, 12, 12, fill);
      svg_.text(x + 17, y_ + 10.5, words);
      x += 17 + width_of(words) + 16;
    };
    key(Fill::black, "assumed");
    key(Fill::striped, "doubted");
    key(Fill::dark, "inferred");
    key(Fill::grey, "reported");
    key(Fill::light, "stated");
    y_ += line_of(12) + 4;
    svg_.text(margin, y_ + 10.5, "\xc2\xb7 only by its opposite or a new restriction");
    y_ += 12;
  }

  static bool is_long(const Column& column) { return width_of(column.head) > head_width; }

  /// What does not fit over its column is a number there, and stands below.
  std::string head_shown(std::size_t k) const {
    return is_long(columns_[k]) ? std::to_string(k + 1) : columns_[k].head;
  }
  void tell_long_heads() {
    for (std::size_t k = 0; k < columns_.size(); ++k)
      if (is_long(columns_[k])) {
        y_ += line_of(12) + 4;
        y_ += line_of(12) *
              static_cast<double>(svg_.paragraph(margin, y_, std::to_string(k + 1) + ": " + columns_[k].head,
                                                 width() - 2 * margin, most_lines) -
                                  1);
      }
  }

  /// Heads lean by sixty degrees.
  double height_of_heads() const {
    double longest = 0;
    for (std::size_t k = 0; k < columns_.size(); ++k) longest = std::max(longest, width_of(head_shown(k)));
    return 24 + longest * leaning;
  }

  void block(const std::string& title, const std::vector<Row>& rows) {
    y_ += 34;
    svg_.text(margin, y_, title, Svg::Anchor::start, true);
    if (rows.empty()) {
      svg_.text(margin, y_ += cell, "Nothing hangs on one alone.");
      return;
    }
    const double left = margin + label;
    const double top = y_ + height_of_heads();
    for (std::size_t k = 0; k < columns_.size(); ++k)
      svg_.upright(left + static_cast<double>(k) * cell + cell * 0.7, top - 6, head_shown(k));
    const double right = left + static_cast<double>(columns_.size()) * cell;
    if (places_ > 0) {
      const std::string words = "situations that could last and fall too, of " + grouped(places_);
      const std::size_t lines = lines_of(words, places_width, most_lines).size();
      svg_.paragraph(right + 24, top - 6 - line_of(12) * static_cast<double>(lines - 1), words, places_width,
                     most_lines);
    }
    y_ = top;
    for (const Row& row : rows) draw(row, left, right);
    svg_.line(margin, top, right, top, true);
    svg_.line(margin, y_, right, y_, true);
    tell_long_heads();
  }

  void draw(const Row& row, double left, double right) {
    svg_.line(margin, y_, right, y_);
    svg_.open(row.marks, row.words);
    const std::vector<std::string> lines = lines_of(row.words, label - 12, most_lines);
    for (std::size_t k = 0; k < lines.size(); ++k)
      svg_.text(left - 8, y_ + 14 + static_cast<double>(k) * line_of(12), lines[k], Svg::Anchor::end);
    for (std::size_t k = 0; k < columns_.size(); ++k) {
      const double x = left + static_cast<double>(k) * cell;
      if (row.hits[k])
        svg_.box(x + 3, y_ + 3, cell - 6, cell - 6, row.fill);
      else if (row.stronger[k])
        svg_.text(x + cell / 2, y_ + 14, "\xc2\xb7", Svg::Anchor::middle, true);
    }
    if (row.places > 0) {
      const double length = bar * static_cast<double>(row.places) / static_cast<double>(places_);
      svg_.box(right + 24, y_ + 4, length, cell - 8, row.fill);
      svg_.text(right + 24 + length + 5, y_ + 14, std::to_string(row.places));
    }
    svg_.close();
    y_ += cell + line_of(12) * static_cast<double>(lines.size() - 1);
  }

  RestsDrawn v_;
  const Robustness& r_;
  Voice voice_;
  Svg svg_;
  std::vector<Column> columns_;
  std::uint64_t places_ = 0;
  double y_ = 0;
};

}  // namespace

std::string robust_svg(const RestsDrawn& of, const Robustness& robustness) {
  return written(Rests(of, robustness, "robust").both(), nullptr);
}

std::string robust_svg(const Variants& variants, const Robustness& robustness, bool as_written) {
  const RestsDrawn of{variants.model(), variants.assumptions(), variants.plain().found};
  const Heading heading{variants.model(), as_written};
  return written(Rests(of, robustness, "robust").both(), &heading);
}

Drawing draw_tornado(const RestsDrawn& of, const Robustness& robustness) {
  return Rests(of, robustness, "tornado").only_tornado();
}

Drawing draw_evidence(const RestsDrawn& of, const Robustness& robustness) {
  if (of.model.evidence.empty()) return nothing_drawn("the case names no evidence");
  if (of.model.redacted) return nothing_drawn("the evidence is left out where a case is redacted");
  return Rests(of, robustness, "evidence").only_matrix();
}

}  // namespace entente

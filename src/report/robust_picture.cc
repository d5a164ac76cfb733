// What rests on what, drawn. Above: a row an assumption, the one that most conclusions hang on first; a
// column a conclusion; a box where the conclusion falls with it, the darker the less firm; a bar for how many
// situations that could last fall too. Below: the same by pieces of evidence.
#include "report/robust_picture.h"

#include <algorithm>

#include "report/change_words.h"
#include "report/english.h"
#include "report/page.h"
#include "report/robust_report.h"
#include "report/svg.h"

namespace entente {
namespace {

constexpr double margin = 24;
constexpr double label = 470;  // the width of the words beside a row
constexpr double cell = 20;
constexpr double bar = 150;
constexpr unsigned letters = 70;  // that fit beside a row, in each of its two lines
constexpr double line_height = 14;
constexpr std::size_t head_letters = 40;  // of a column

using Kind = Conclusion::Kind;

/// A column: one conclusion, or the verdicts on one party's standing.
struct Column {
  std::string head;
  std::vector<std::size_t> conclusions;
};

struct Row {
  std::string words;
  Fill fill = Fill::black;
  std::vector<bool> hits;      // one a column
  std::vector<bool> stronger;  // only by the opposite, or by a restriction put on
  std::uint64_t places = 0;    // situations that could last, falling
  Marks marks = {};
};

class Drawing {
 public:
  Drawing(const RestsDrawn& of, const Robustness& robustness) : v_(of), r_(robustness), voice_(of.model) {
    find_columns();
  }

  std::string picture() {
    svg_.text(margin, y_ += margin, capitals(plain(v_.model.title)) + ": WHAT RESTS ON WHAT",
              Svg::Anchor::start, true);
    legend();
    block("If an assumption falls, so do these conclusions", assumption_rows());
    if (!v_.model.evidence.empty() && !v_.model.redacted)
      block("If a piece of evidence falls, so do these conclusions", evidence_rows());
    return svg_.picture(width(), y_ + margin, "What rests on what: " + plain(v_.model.title));
  }

 private:
  double width() const {
    return margin + label + static_cast<double>(columns_.size()) * cell + 24 + bar + margin + 70;
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
      case Kind::stability: return "how the present suits " + voice_.name(*c.party);
      case Kind::zone: return c.value == "open" ? "a settlement suits all" : "no settlement suits all";
      case Kind::gap: return "what has to give way";
      case Kind::recommended: return "which settlement is best";
      case Kind::division: return "who then has what";
      case Kind::holding: return c.value == "holds" ? "the settlement holds" : "none holds";
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

  Row empty_row(std::string words, Fill fill) const {
    return {std::move(words), fill, std::vector<bool>(columns_.size()), std::vector<bool>(columns_.size())};
  }

  std::vector<Row> assumption_rows() const {
    std::vector<Row> rows;
    for (const Assumption& a : v_.assumptions) {
      rows.push_back(empty_row(assumption_words(voice_, a), shade(a.firmness)));
      rows.back().marks = {{"assumption", a.id}};
    }
    for (const Effect& e : r_.singles)
      hit(rows[e.changes.front().assumption], e, e.changes.front().takes_away());
    return ordered(std::move(rows));
  }

  std::vector<Row> evidence_rows() const {
    std::vector<Row> rows;
    for (std::size_t e = 0; e < r_.evidence.size(); ++e) {
      if (r_.evidence[e].flips.empty()) continue;
      const Evidence& piece = v_.model.evidence[e];
      rows.push_back(empty_row(plain(piece.claim), shade({piece.basis, "", false})));
      rows.back().marks = {{"evidence", piece.id}};
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
    y_ += 14;
    const auto key = [&](Fill fill, const std::string& words) {
      svg_.box(x, y_, 12, 12, fill);
      svg_.text(x + 17, y_ + 10.5, words);
      x += 17 + static_cast<double>(words.size()) * Svg::letter + 16;
    };
    key(Fill::black, "assumed");
    key(Fill::striped, "doubted");
    key(Fill::dark, "inferred");
    key(Fill::grey, "reported");
    key(Fill::light, "stated");
    svg_.text(x, y_ + 10.5, "\xc2\xb7 only by its opposite or a new restriction");
    y_ += 12;
  }

  /// Heads lean by sixty degrees.
  double height_of_heads() const {
    std::size_t longest = 0;
    for (const Column& c : columns_) longest = std::max(longest, std::min(c.head.size(), head_letters));
    return 24 + static_cast<double>(longest) * Svg::letter * 0.9;
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
      svg_.upright(left + static_cast<double>(k) * cell + cell * 0.7, top - 6,
                   shortened(columns_[k].head, head_letters));
    const double right = left + static_cast<double>(columns_.size()) * cell;
    if (places_ > 0) {
      svg_.text(right + 24, top - 22, "situations that could last");
      svg_.text(right + 24, top - 8, "and fall too, of " + std::to_string(places_));
    }
    y_ = top;
    for (const Row& row : rows) draw(row, left, right);
    svg_.line(margin, top, right, top, true);
    svg_.line(margin, y_, right, y_, true);
  }

  void draw(const Row& row, double left, double right) {
    svg_.line(margin, y_, right, y_);
    svg_.open(row.marks, row.words);
    std::vector<std::string> lines = wrapped(row.words, letters);
    if (lines.size() > 2) lines[1] = shortened(lines[1] + " " + lines[2], letters);
    lines.resize(std::min<std::size_t>(lines.size(), 2));
    for (std::size_t k = 0; k < lines.size(); ++k)
      svg_.text(left - 8, y_ + 14 + static_cast<double>(k) * line_height, shortened(lines[k], letters + 2),
                Svg::Anchor::end);
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
    y_ += cell + (lines.size() > 1 ? line_height : 0);
  }

  RestsDrawn v_;
  const Robustness& r_;
  Voice voice_;
  Svg svg_{"robust"};
  std::vector<Column> columns_;
  std::uint64_t places_ = 0;
  double y_ = 0;
};

}  // namespace

std::string robust_svg(const RestsDrawn& of, const Robustness& robustness) {
  return Drawing(of, robustness).picture();
}

std::string robust_svg(const Variants& variants, const Robustness& robustness) {
  return robust_svg({variants.model(), variants.assumptions(), variants.plain().found}, robustness);
}

}  // namespace entente

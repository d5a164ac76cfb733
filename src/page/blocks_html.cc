// Sections of text and pictures as HTML.
#include "page/blocks_html.h"

#include <algorithm>

#include "pictures/robust_picture.h"

namespace entente {
namespace {

/// "1." and not "-".
bool numbered(const std::string& mark) {
  return !mark.empty() && mark.front() >= '0' && mark.front() <= '9';
}

class Putting {
 public:
  Putting(Markup& out, const std::string& label) : out_(out), label_(label) {}

  void put(const Block& block) {
    if (block.kind == Block::Kind::gap) return;
    if (block.kind == Block::Kind::item) return item(block);
    if (in_list_ && (block.kind == Block::Kind::heading || block.indent <= indent_)) end_list();
    switch (block.kind) {
      case Block::Kind::heading:
      case Block::Kind::subheading: out_.element("h3", block.text); break;
      case Block::Kind::paragraph: out_.paragraph(block.text); break;
      case Block::Kind::table: put_table(out_, block.table, true, label_); break;
      case Block::Kind::rows: put_table(out_, block.table, false, label_); break;
      default: break;
    }
  }

  void end_list() {
    if (in_list_) out_.close().close();
    in_list_ = false;
  }

 private:
  void item(const Block& block) {
    const bool number = numbered(block.mark);
    if (in_list_ && number == number_) {
      out_.close();
    } else {
      end_list();
      out_.open(number ? "ol" : "ul");
    }
    in_list_ = true;
    number_ = number;
    indent_ = block.indent;
    out_.open("li");
    out_.prose(block.text);
  }

  Markup& out_;
  const std::string& label_;
  bool in_list_ = false;
  bool number_ = false;
  unsigned indent_ = 0;
};

}  // namespace

void put_blocks(Markup& out, const std::vector<Block>& blocks, const std::string& label, bool first_heading) {
  Putting putting(out, label);
  bool shown = first_heading;
  for (const Block& block : blocks) {
    const bool skipped = block.kind == Block::Kind::heading && !shown;
    if (block.kind == Block::Kind::heading) shown = true;
    if (!skipped) putting.put(block);
  }
  putting.end_list();
}

void put_table(Markup& out, const Table& table, bool head, const std::string& label) {
  out.open_scroll(label);
  out.open("table", head ? Attributes{{"class", "sortable"}} : Attributes{});
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const bool in_head = head && r == 0;
    if (in_head) out.open("thead");
    if (r == (head ? 1U : 0U)) out.open("tbody");
    out.open("tr");
    for (std::size_t k = 0; k < table.rows[r].size(); ++k) {
      const bool right = std::find(table.right.begin(), table.right.end(), k) != table.right.end();
      Attributes attributes;
      if (in_head || k == 0) attributes.emplace_back("scope", in_head ? "col" : "row");
      if (right) attributes.emplace_back("class", "number");
      out.open(in_head || k == 0 ? "th" : "td", attributes).prose(table.rows[r][k]).close();
    }
    out.close();
    if (in_head) out.close();
  }
  if (table.rows.size() > (head ? 1U : 0U)) out.close();
  out.close().close();
}

namespace {

/// `name`: what a file of it is called, behind the case.
void put(Markup& out, const std::string& name, const std::string& svg, const std::string& title,
         const std::string& told) {
  out.open("figure", {{"class", "picture"}, {"data-picture", name}});
  out.open_scroll("Picture: " + title);
  out.raw(svg).close();
  out.element("figcaption", title + ". " + told).close();
}

}  // namespace

void put_picture(Markup& out, const PageTelling& t, const PictureRequest& request) {
  Pictured of{t.view, t.brief, t.voice, t.made.empty()};
  of.linkage = t.linkage;
  const Picture drawn = picture(of, request);
  if (drawn.svg.empty()) return;
  std::string title = picture_title(request.name);
  if (request.party)
    title = "What " + t.voice.name(*request.party) + " " + t.voice.verb(*request.party, "wants", "want") +
            ", the most important first";
  put(out, request.party ? request.name + "-" + t.model()[*request.party].id : request.name, drawn.svg, title,
      drawn.told);
}

void put_small_picture(Markup& out, const PageTelling& t, const std::string& name) {
  Pictured of{t.view, t.brief, t.voice, t.made.empty()};
  of.small = true;
  const Picture drawn = picture(of, {name});
  if (!drawn.svg.empty()) put(out, name, drawn.svg, picture_title(name), drawn.told);
}

void put_rests_picture(Markup& out, const PageTelling& t) {
  if (!t.robustness) return;
  put(out, "tornado",
      robust_svg(RestsDrawn{t.plain.analysis.model(), t.assumptions, t.plain.found}, *t.robustness),
      "What rests on what",
      "A row an assumption, or a piece of evidence; a box where a conclusion falls with it.");
}

}  // namespace entente

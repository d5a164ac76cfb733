// The brief's own sections, as the terminal has them, with links to the evidence.
#include "brief/brief_sections.h"
#include "brief/brief_text.h"
#include "page/blocks_html.h"
#include "page/parts.h"
#include "page/pictures_html.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

class BriefParts {
 public:
  explicit BriefParts(const PageTelling& t) : t_(t) {}

  std::vector<Part> all() {
    add("standing", "Where it stands", [&](const Telling& t) {
      tell_standing(t);
      t.page.paragraph(size_words());
    });
    add("heading", "Where it is heading", tell_heading);
    add("deterrence", "", tell_deterrence);
    add("settlement", "", tell_settlement);
    add("way", "", tell_way);
    add("together", "", tell_coalitions);
    return std::move(all_);
  }

 private:
  std::string size_words() const {
    const std::uint64_t states = t_.analysis().states().size();
    return choices_words(t_.voice) + "; " + counted(states, "situation") +
           (states == 1 ? " is possible." : " are possible, and every one of them was looked at.");
  }

  /// Without a title, the one that the section gives itself.
  void add(const std::string& id, std::string title, const std::function<void(const Telling&)>& tell) {
    Sheet page{Face{}};
    tell(Telling{t_.view, t_.voice, page, true, nullptr, true});
    const std::vector<Block>& blocks = page.blocks();
    if (blocks.empty()) return;
    if (title.empty() && blocks.front().kind == Block::Kind::heading) title = blocks.front().text;
    all_.push_back(part(id, title, [&](Markup& out) {
      put_blocks(out, blocks, title);
      const char* drawn = id == "heading"      ? "graph"
                          : id == "settlement" ? "settlements"
                          : id == "way"        ? "staircase"
                                               : "";
      if (*drawn != 0) put_picture(out, t_, {drawn});
      if (id == "settlement") put_picture(out, t_, {"gap"});
    }));
  }

  const PageTelling& t_;
  std::vector<Part> all_;
};

}  // namespace

std::vector<Part> brief_parts(const PageTelling& t) {
  return BriefParts(t).all();
}

}  // namespace entente

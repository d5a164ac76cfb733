// What linked disputes do to one another, as part of a page.
#include "brief/links_answer.h"
#include "page/blocks_html.h"
#include "page/sections.h"

namespace entente {

std::optional<Section> links_section(const PageTelling& t) {
  if (t.linked && t.in_use()) return Section{"links", {}, {}};
  if (t.linkage == nullptr) return std::nullopt;
  const char* const title = "What the disputes do to one another";
  return section("links", title, [&](Markup& out) {
    put_picture(out, t, {"links"});
    out.paragraph("This part tells of the disputes as they are written, whatever is switched above.");
    put_blocks(out, links_blocks(*t.linkage), title);
  });
}

}  // namespace entente

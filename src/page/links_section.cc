// What linked disputes do to one another, as part of a page.
#include "brief/links_answer.h"
#include "page/blocks_html.h"
#include "page/part.h"

namespace entente {

std::optional<Section> links_section(const PageTelling& t) {
  if (t.linked && t.in_use()) return Section{"links", {}, {}};
  if (t.linkage == nullptr) return std::nullopt;
  Part made{"links", "What the disputes do to one another"};
  made.answer = "This part tells of the disputes as they are written, whatever is switched.";
  made.shown = [&](Markup& out) { put_picture(out, t, {"links"}); };
  made.more = "What being together does, what each link does, and what is traded";
  made.folded = [&](Markup& out) { put_blocks(out, links_blocks(*t.linkage), made.title); };
  return part(t, made);
}

}  // namespace entente

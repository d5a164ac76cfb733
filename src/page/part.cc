// A part of a page: a question, its answer in a sentence and a picture, and what is folded below.
#include "page/part.h"

namespace entente {

void open_fold(Markup& out, const std::string& id, const std::string& more, const std::string& look) {
  out.open("details", {{"id", id}, {"class", look.empty() ? "part" : "part " + look}});
  out.element("summary", more);
}

Section part(const PageTelling& t, const Part& of) {
  return section(of.id, of.title, [&](Markup& out) {
    if (!of.answer.empty()) out.open("p", {{"class", "answer"}}).prose(of.answer).close();
    if (of.shown) of.shown(out);
    if (of.folded) {
      open_fold(out, "more-" + of.id, of.more);
      of.folded(out);
      out.close();
    }
    if (!of.hangs.empty()) put_carriers(out, t, of.id, of.hangs);
  });
}

}  // namespace entente

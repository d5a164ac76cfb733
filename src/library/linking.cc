// Linked disputes compared, asked.
#include "brief/links_answer.h"
#include "compare/linkage.h"
#include "entente/links.h"
#include "library/ending.h"
#include "library/opened.h"

namespace entente {
namespace {

Answer compared(Opened& opened, const LinksRequest& request, const Sink& out) {
  const Linked& linked = opened.reading.linked;
  const Budget budget{.stop = opened.stop};
  std::optional<Linkage> found =
      linkage(linked, std::move(*opened.reading.found), budget, opened.input.limits.stages);
  if (!found) {
    opened.answer.status = over_budget;
    opened.answer.err +=
        opened.input.name + ": without a link, or alone, a case has too many situations to list.\n";
    return opened.answer;
  }
  Answer answer = opened.answer;
  const bool written =
      out(request.form == Form::json ? text(links_json(*found)) : links_text(*found, face(opened.look)));
  if (!written) answer.status = faulty;
  return answer;
}

}  // namespace

Answer links(const Input& input, const LinksRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.watching = request.watching});
  if (!opened) return opened.answer;
  if (!input.changes.empty())
    refuse(opened, "changes: error: linked disputes are compared as they are written");
  if (!opened.reading.linked.links())
    refuse(opened, input.name + ": error: this case links no others; [[include]] in it would name them");
  if (!opened) return opened.answer;
  return unless_ended(opened, "the case was read; nothing is known yet",
                      [&] { return compared(opened, request, out); });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente

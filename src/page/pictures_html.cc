// Pictures in a page.
#include "page/pictures_html.h"

#include "pictures/robust_picture.h"

namespace entente {
namespace {

void put(Markup& out, const std::string& svg, const std::string& title, const std::string& told) {
  out.open("figure", {{"class", "picture"}});
  out.open_scroll("Picture: " + title);
  out.raw(svg).close();
  out.element("figcaption", title + ". " + told).close();
}

}  // namespace

void put_picture(Markup& out, const PageTelling& t, const PictureRequest& request) {
  const Picture drawn = picture({t.view, t.brief, t.voice, t.made.empty()}, request);
  if (drawn.svg.empty()) return;
  std::string title = picture_title(request.name);
  if (request.party)
    title = "What " + t.voice.name(*request.party) + " " + t.voice.verb(*request.party, "wants", "want") +
            ", the most important first";
  put(out, drawn.svg, title, drawn.told);
}

void put_rests_picture(Markup& out, const PageTelling& t) {
  if (!t.robustness) return;
  put(out, robust_svg(RestsDrawn{t.plain.analysis.model(), t.assumptions, t.plain.found}, *t.robustness),
      "What rests on what",
      "A row an assumption, or a piece of evidence; a box where a conclusion falls with it.");
}

}  // namespace entente

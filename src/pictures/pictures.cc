// The pictures by name, and what their drawers share.
#include "pictures/pictures.h"

#include <array>
#include <utility>

#include "pictures/drawers.h"
#include "pictures/robust_picture.h"
#include "words/situation.h"

namespace entente {
namespace {

struct Known {
  std::string name;
  std::string title;
  Drawing (*draw)(const Pictured&);
};

Drawing draw_first_ladder(const Pictured& of) {
  return draw_ladder(of, of.model().party_ids().front());
}

/// A picture of what the single changes did.
template <auto Draw>
Drawing draw_changes(const Pictured& of) {
  if (!of.rests || !of.robustness) return nothing_drawn("what rests on what was not worked out");
  return Draw(*of.rests, *of.robustness);
}

const std::vector<Known>& known() {
  static const std::vector<Known> all = {
      {"graph", "The moves between the situations that matter", draw_graph},
      {"integrated", "All moves between the situations", draw_integrated},
      {"ladder", "What a party wants, the most important first", draw_first_ladder},
      {"settlements", "Which settlements suit whom", draw_settlements},
      {"staircase", "The best way to the recommended settlement", draw_staircase},
      {"stakes", "Who holds what, today and then", draw_stakes},
      {"gap", "What would have to give way", draw_gap},
      {"timeline", "What happened, and what each move was for who made it", draw_timeline},
      {"tornado", "What the conclusions rest on", draw_changes<draw_tornado>},
      {"evidence", "Which evidence the conclusions rest on", draw_changes<draw_evidence>},
      {"links", "Linked disputes, and what is traded between them", draw_links},
  };
  return all;
}

}  // namespace

const std::vector<std::string>& known_pictures() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Known& k : known()) all.push_back(k.name);
    return all;
  }();
  return names;
}

std::string picture_title(std::string_view name) {
  for (const Known& k : known())
    if (k.name == name) return k.title;
  return {};
}

bool takes_changes(std::string_view name) {
  return name == "tornado" || name == "evidence";
}

bool takes_links(std::string_view name) {
  return name == "links";
}

std::string_view colour_of(const Model& model, PartyId party) {
  static constexpr std::array<std::string_view, 8> by_order = {"#0072b2", "#d55e00", "#009e73", "#cc79a7",
                                                               "#e69f00", "#56b4e9", "#f0e442", "#555555"};
  const std::string& own = model[party].colour;
  return own.empty() ? by_order.at(index(party) % by_order.size()) : std::string_view(own);
}

void mark(Svg& svg, const Model& model, MoverId mover, double x, double y) {
  std::size_t drawn = 0;
  for (const PartyId i : model.members(mover))
    svg.mark(x + from_mark_to_mark * static_cast<double>(drawn++), y, index(i), colour_of(model, i));
}

namespace {

Drawing drawn(const Pictured& of, const PictureRequest& request) {
  if (request.name == "ladder" && request.party) return draw_ladder(of, *request.party);
  for (const Known& k : known())
    if (k.name == request.name) return k.draw(of);
  return nothing_drawn("there is no picture of this name");
}

}  // namespace

Picture picture(const Pictured& of, const PictureRequest& request) {
  Drawing made = drawn(of, request);
  const Heading heading{of.model(), of.as_written};
  Picture picture{{}, made.told, made.reason};
  picture.svg = written(std::move(made), of.alone ? &heading : nullptr);
  return picture;
}

}  // namespace entente

// Which settlements suit whom: for two parties a plane of their likings, for more a line a settlement through
// an axis a party.
#include "pictures/spots.h"

namespace entente {

Drawing draw_settlements(const Pictured& of) {
  const Settlement& s = of.analysis.settlement();
  if (!of.model().agreement) return nothing_drawn("the case does not say what a settlement is");
  if (s.agreement.empty()) return nothing_drawn("no situation is a settlement");
  if (s.consenting.size() < 2) return nothing_drawn("a settlement takes the consent of one party only");
  const Spots spots(of);
  return s.consenting.size() == 2 ? draw_plane(spots) : draw_axes(spots);
}

}  // namespace entente

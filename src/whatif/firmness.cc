// How firm an assumption is.
#include "whatif/firmness.h"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

/// The larger the better: the letter decides, then the digit; 0 where there is no grade.
int worth(const std::string& grade) {
  return grade.size() < 2 ? 0 : ('G' - grade[0]) * 8 + ('7' - grade[1]);
}

Firmness of_one(const Model& model, EvidenceId e) {
  return {std::max(model[e].basis, Basis::inferred), model[model[e].source].grade, false};
}

}  // namespace

bool Firmness::operator<(const Firmness& other) const {
  return std::pair(basis, worth(grade)) < std::pair(other.basis, worth(other.grade));
}

Firmness firmness(const Model& model, const Grounds& grounds) {
  Firmness best;
  for (const EvidenceId e : grounds.evidence) best = std::max(best, of_one(model, e));
  best.doubted = !grounds.doubted_by.empty();
  if (best.doubted) best.basis = std::min(best.basis, Basis::inferred);
  return best;
}

}  // namespace entente

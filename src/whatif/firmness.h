// How firm an assumption is: by the best evidence for it, and by whether any is against it.
#pragma once

#include <string>

#include "model/model.h"

namespace entente {

/// No evidence, then inferred, reported, stated; within one basis by the source's grade, reliability before
/// credibility. Evidence whose basis the case does not give counts as inferred, a source without a grade as
/// below every grade.
struct Firmness {
  Basis basis = Basis::none;
  std::string grade = {};  // "B2", or empty
  bool doubted = false;    // there is evidence against it: then it is inferred at most

  bool operator<(const Firmness& other) const;
  bool operator==(const Firmness& other) const { return !(*this < other) && !(other < *this); }
};

Firmness firmness(const Model& model, const Grounds& grounds);

}  // namespace entente

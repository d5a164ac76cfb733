// The sink of faults and warnings: kept as reported, given out by place.
#include "text/diagnostic.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace entente {

bool Diagnostics::faulty() const {
  return std::any_of(all_.begin(), all_.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string_view, std::string_view>> seen;
  std::vector<Diagnostic> once;
  for (const Diagnostic& one : all_) {
    if (seen.emplace(one.at.begin, one.at.end, one.code, one.message).second) once.push_back(one);
  }
  std::stable_sort(once.begin(), once.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at.begin < b.at.begin; });
  return once;
}

}  // namespace entente

// The end of a formula.
#include "formula/formula.h"

#include <utility>

namespace entente {

Formula::~Formula() {
  for (std::vector<Formula> rest = std::move(of); !rest.empty();) {
    std::vector<Formula> parts = std::exchange(rest.back().of, {});
    rest.pop_back();
    for (Formula& part : parts) rest.push_back(std::move(part));
  }
}

}  // namespace entente

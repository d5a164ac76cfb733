// The codes of faults and warnings: what each means and what to do about it.
#pragma once

#include <string_view>
#include <vector>

namespace entente {

/// One row of the table: `entente explain CODE` prints it.
struct Fault {
  std::string_view code;
  std::string_view meaning;  // one sentence
  std::string_view remedy;   // what to do
};

/// Every code there is, in the order of the stages that report them.
const std::vector<Fault>& faults();

/// The row of a code; null where there is none.
const Fault* fault(std::string_view code);

}  // namespace entente

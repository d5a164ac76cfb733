// Asserts are on in one of the two builds that are tested (tests/CMakeLists.txt says in which).
#include <gtest/gtest.h>

#include "states/set.h"

namespace entente {
namespace {

TEST(Asserts, EndTheProgramWhereAnInvariantIsBroken) {
#ifdef NDEBUG
  GTEST_SKIP() << "This build says NDEBUG: its asserts are off.";
#else
  StateSet three(3);
  three.insert(2);
  EXPECT_DEATH(three.insert(3), "s < states_");
#endif
}

}  // namespace
}  // namespace entente

// SHA-256 against the published examples of FIPS 180-4 and NIST's byte vectors.
#include "text/sha256.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Sha256, PublishedExamples) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256("\xd3"), "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1");
  EXPECT_EQ(sha256(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, EveryLengthAroundABlockIsPadded) {
  std::string last;
  for (std::size_t n = 50; n < 140; ++n) {
    const std::string now = sha256(std::string(n, 'x'));
    EXPECT_EQ(now.size(), 64U);
    EXPECT_NE(now, last);
    last = now;
  }
}

}  // namespace
}  // namespace entente

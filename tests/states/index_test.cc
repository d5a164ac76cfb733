// Words are found among ascending words, and no others, in every way of looking them up.
#include "states/index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace entente {
namespace {

void expect_found(const std::set<Word>& words, unsigned bits) {
  const std::vector<Word> ascending(words.begin(), words.end());
  const Index index(ascending, bits);
  for (std::uint32_t k = 0; k < ascending.size(); ++k) {
    ASSERT_EQ(index.find(ascending, ascending[k]), k);
    for (const Word near : {ascending[k] - 1, ascending[k] + 1, ascending[k] ^ (Word{1} << (bits - 1))}) {
      ASSERT_EQ(index.find(ascending, near).has_value(), words.count(near) != 0) << near;
    }
  }
}

std::set<Word> random_words(unsigned bits, std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::set<Word> words;
  while (words.size() < count) words.insert(random() >> (64 - bits));
  return words;
}

TEST(Index, OfAllWords) {
  expect_found({0, 1, 2, 3, 4, 5, 6, 7}, 3);
}
TEST(Index, OfMostWords) {
  expect_found(random_words(10, 700, 1), 10);
}
TEST(Index, OfFewWords) {
  expect_found(random_words(40, 5000, 2), 40);
}
TEST(Index, OfWordsOfAllBits) {
  expect_found(random_words(64, 1000, 3), 64);
}

TEST(Index, OfWordsThatCrowd) {
  std::set<Word> words = random_words(12, 2000, 4);
  words.insert(Word{1} << 62);
  expect_found(words, 63);
}

TEST(Index, OfNothing) {
  EXPECT_FALSE(Index().find({}, 0).has_value());
  EXPECT_FALSE(Index({}, 5).find({}, 3).has_value());
  EXPECT_FALSE(Index({}, 60).find({}, 3).has_value());
}

}  // namespace
}  // namespace entente

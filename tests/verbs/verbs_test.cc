// The table of verbs: its rows are whole, and the documents say what it says. ENTENTE_GOLDEN=write writes it
// into them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "entente/verbs.h"
#include "verbs/documents.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using Kind = Argument::Kind;
using Taker = Argument::Taker;

const fs::path docs = fs::path(ENTENTE_SOURCE_DIR) / "docs";

std::string content(const fs::path& name) {
  std::ifstream in(name, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

/// Whether what stands in a document from one line up to another is what it should be.
void expect_part(const std::string& name, const std::string& from, const std::string& to,
                 const std::string& now) {
  const std::string all = content(docs / name);
  const std::size_t begin = all.find("\n" + from), end = all.find("\n" + to, begin);
  ASSERT_NE(begin, all.npos) << name;
  ASSERT_NE(end, all.npos) << name;
  if (std::getenv("ENTENTE_GOLDEN") != nullptr)
    std::ofstream(docs / name, std::ios::binary) << all.substr(0, begin + 1) << now << all.substr(end + 1);
  const std::string then = content(docs / name);
  EXPECT_EQ(now, then.substr(begin + 1, then.find("\n" + to, begin) - begin)) << name;
}

TEST(Verbs, TheManualPageSaysWhatTheTableSays) {
  expect_part("entente.1", ".Sh VERBS\n", ".Sh FORMULAS\n", manual_of_verbs());
}

TEST(Verbs, TheSchemasOfRequestsAreThoseOfTheTable) {
  expect_part("openapi.json", "      \"Request\": {", "      \"Page\": {", schemas_of_requests());
}

TEST(Verbs, AskMdNamesEveryVerbAndKeyOfRequests) {
  const std::string words = content(docs / "ask.md");
  for (const Verb& verb : verbs()) {
    if (!verb.in(Taker::request)) continue;
    const std::string head = "\n| `" + std::string(verb.name) + "` |";
    EXPECT_NE(words.find(head), words.npos) << verb.name;
    for (const Argument& key : verb.arguments)
      if (key.in(Taker::request)) {
        EXPECT_NE(words.find("`" + std::string(key.name) + "`"), words.npos) << verb.name << " " << key.name;
      }
  }
}

TEST(Verbs, NamesDiffer) {
  std::set<std::string_view> seen;
  for (const Verb& verb : verbs()) EXPECT_TRUE(seen.insert(verb.name).second) << verb.name;
  for (const Taker taker : {Taker::program, Taker::request})
    for (const Verb& verb : verbs()) {
      std::set<std::string_view> names;
      for (const Argument& argument : verb.arguments)
        if (argument.in(taker)) {
          EXPECT_TRUE(names.insert(argument.name).second) << verb.name << " " << argument.name;
        }
    }
}

TEST(Verbs, ARequestIsAnsweredByTheTable) {
  for (const Verb& verb : verbs()) {
    EXPECT_TRUE(verb.in(Taker::program) || verb.in(Taker::request)) << verb.name;
    EXPECT_TRUE(!verb.in(Taker::request) || verb.answer != nullptr) << verb.name;
    EXPECT_EQ(find_verb(verb.name), &verb);
  }
}

TEST(Verbs, RowsAreWhole) {
  for (const Verb& verb : verbs())
    for (const Argument& row : verb.arguments) {
      const auto where = testing::Message() << verb.name << " " << row.name;
      EXPECT_NE(row.set, nullptr) << where;
      EXPECT_FALSE(row.meaning.empty() || row.meaning.ends_with('.')) << where;
      EXPECT_EQ(row.kind == Kind::word, row.more.words != nullptr) << where;
      EXPECT_LE(row.more.least, row.more.most) << where;
      EXPECT_TRUE(!row.in(Taker::program) || (row.kind == Kind::flag) == row.placeholder.empty()) << where;
      EXPECT_TRUE(row.more.manual.empty() || row.more.manual.ends_with('.')) << where;
    }
}

/// Where one argument names another, the verb has that one.
TEST(Verbs, RowsNameRowsThatThereAre) {
  for (const Verb& verb : verbs())
    for (const Argument& row : verb.arguments)
      for (const std::string_view other : {row.more.excludes, row.more.needs})
        EXPECT_TRUE(other.empty() || std::any_of(verb.arguments.begin(), verb.arguments.end(),
                                                 [&](const Argument& one) { return one.name == other; }))
            << verb.name << " " << row.name << " " << other;
}

/// A value of its kind goes into a question by every row.
TEST(Verbs, RowsTakeValuesOfTheirKinds) {
  Question question;
  for (const Verb& verb : verbs())
    for (const Argument& row : verb.arguments) {
      Given given = std::string("x");
      if (row.kind == Kind::flag) given = true;
      if (row.kind == Kind::count || row.kind == Kind::state) given = row.more.least;
      if (row.kind == Kind::texts || row.kind == Kind::files) given = std::vector<std::string>{"x"};
      if (row.kind == Kind::word) given = row.more.words().front();
      EXPECT_NO_THROW(row.set(question, given)) << verb.name << " " << row.name;
    }
}

}  // namespace
}  // namespace entente

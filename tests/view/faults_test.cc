// Every fault as it is printed: tests/faults/NAME.toml beside NAME.err, whole texts compared. With
// ENTENTE_GOLDEN=write in the environment the .err files are written anew.
#include "text/diagnostic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "casefile/read.h"
#include "view/case.h"

namespace entente {
namespace {

const std::filesystem::path folder = std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests" / "faults";

std::string content(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".toml") found.push_back(entry.path().stem().string());
  std::sort(found.begin(), found.end());
  return found;
}

/// What a case includes stands in a folder of its own, since every other file here has a fault to tell.
std::vector<IncludedFile> included(const Text& text) {
  Diagnostics unheard;
  std::vector<IncludedFile> files;
  for (const std::string& name : included_files(casefile::read(text, unheard)))
    if (std::filesystem::exists(folder / "included" / name))
      files.push_back({name, content(folder / "included" / name)});
  return files;
}

std::string told(const std::string& name) {
  const std::string file = name + ".toml";
  const Text text(file, content(folder / file));
  const CaseReading reading = read_case(text, {}, (folder / "sources").string(), included(text));
  std::string page = printed(reading.diagnostics, reading.text, {});
  const std::string path = (folder / "sources").string();
  for (std::size_t at = page.find(path); at != std::string::npos; at = page.find(path))
    page.replace(at, path.size(), "sources");
  return page;
}

/// The codes in square brackets at the ends of lines.
std::set<std::string> codes(const std::string& page) {
  std::set<std::string> found;
  for (std::size_t end = page.find("]\n"); end != std::string::npos; end = page.find("]\n", end + 1)) {
    const std::size_t begin = page.rfind(" [", end);
    const std::size_t line = page.rfind('\n', end);
    const std::string head = page.substr(line + 1, begin - line - 1);
    const bool is_head =
        head.find(": error: ") != std::string::npos || head.find(": warning: ") != std::string::npos;
    if (is_head) found.insert(page.substr(begin + 2, end - begin - 2));
  }
  return found;
}

class Faults : public testing::TestWithParam<std::string> {};

TEST_P(Faults, ArePrintedAsBefore) {
  const std::string page = told(GetParam());
  const std::filesystem::path golden = folder / (GetParam() + ".err");
  const char* mode = std::getenv("ENTENTE_GOLDEN");
  if (mode != nullptr && std::string(mode) == "write") std::ofstream(golden, std::ios::binary) << page;
  EXPECT_EQ(page, content(golden)) << "if it is meant: ENTENTE_GOLDEN=write test_view";
}

INSTANTIATE_TEST_SUITE_P(All, Faults, testing::ValuesIn(names()), [](const auto& name) {
  std::string word = name.param;
  std::replace(word.begin(), word.end(), '-', '_');
  return word;
});

TEST(FaultTable, EveryCodeHasATest) {
  // The first two need a file that is large or absent, the next five more tables or parts than one would
  // read; then one is told by 'check' alone (tests/cli/check_test.py), and the last are of tables that are
  // imported (tests/exchange).
  std::set<std::string> seen = {
      "too-many-includes", "unread-file",     "too-large",        "too-many-statements",
      "too-many-moves",    "too-many-values", "sum-too-long",     "too-many-named-states",
      "closes-every-way",  "csv-syntax",      "table-head",       "table-row",
      "table-cell",        "table-overlap",   "table-transition", "table-parties"};
  for (const std::string& name : names()) seen.merge(codes(told(name)));
  std::set<std::string> known;
  for (const Fault& row : faults()) known.emplace(row.code);
  EXPECT_EQ(seen, known);
}

}  // namespace
}  // namespace entente

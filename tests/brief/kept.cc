// The cases of the tree, and the answers kept under tests/reports/.
#include "kept.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace entente {
namespace {

namespace fs = std::filesystem;

const fs::path root = ENTENTE_SOURCE_DIR;

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

}  // namespace

std::vector<fs::path> case_files() {
  std::vector<fs::path> all;
  for (const char* folder : {"cases", "tests/reports"})
    for (const auto& entry : fs::directory_iterator(root / folder))
      if (entry.path().extension() == ".toml" &&
          content(entry.path()).find("[[include]]") == std::string::npos)
        all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

Input read_case_file(const fs::path& file) {
  return {file.filename().string(), content(file)};
}

Input kept_case(const std::string& stem) {
  const std::vector<fs::path> all = case_files();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const fs::path& p) { return p.stem() == stem; });
  if (found == all.end()) throw std::invalid_argument("no case is named " + stem);
  return read_case_file(*found);
}

std::string whole_answer(const Inquiry& question, const Input& input) {
  std::string out;
  const Sink sink = [&](std::string_view piece) {
    out += piece;
    return true;
  };
  const Answer a = question(input, {.colour = false, .width = 100}, sink);
  return out + a.err + "exit status " + std::to_string(a.status) + "\n";
}

void expect_kept(const std::string& file, const std::string& now) {
  const fs::path kept = root / "tests/reports" / file;
  if (std::getenv("ENTENTE_GOLDEN") != nullptr) {
    fs::create_directories(kept.parent_path());
    std::ofstream(kept, std::ios::binary) << now;
  }
  EXPECT_EQ(now, content(kept)) << kept;
}

}  // namespace entente

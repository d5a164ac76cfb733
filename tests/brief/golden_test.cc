// Whole answers compared with those kept under tests/reports/; ENTENTE_GOLDEN=write keeps the present ones.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "entente/entente.h"

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

struct Golden {
  std::string name;  // of the file kept: CASE.NAME
  std::function<Answer(const Input&, const Look&, const Sink&)> ask;
  std::vector<std::string> cases = {};  // all where there are none
};

/// The cases that `robust` is asked about: every two changes of the first take too long for a test.
const std::vector<std::string> changed_cases = {"northern-territories", "elmira", "garrison",
                                                "prisoners-dilemma"};

RobustRequest robustly(const Input& input, Form form) {
  return {.form = form, .changes = input.name.starts_with("northern") ? 1U : 2U};
}

const std::vector<Golden>& goldens() {
  static const std::vector<Golden> all = {
      {"brief.txt", [](auto& i, auto& l, auto& s) { return analyze(i, {}, l, s); }},
      {"long.txt", [](auto& i, auto& l, auto& s) { return analyze(i, {.in_full = true}, l, s); }},
      {"brief.json", [](auto& i, auto& l, auto& s) { return analyze(i, {.form = Form::json}, l, s); }},
      {"states.txt", [](auto& i, auto& l, auto& s) { return states(i, {}, l, s); }},
      {"seq.txt", [](auto& i, auto& l, auto& s) { return states(i, {.only = "seq"}, l, s); }},
      {"settle.txt", [](auto& i, auto& l, auto& s) { return settle(i, {}, l, s); }},
      {"settle.json", [](auto& i, auto& l, auto& s) { return settle(i, {.form = Form::json}, l, s); }},
      {"outlook.txt", [](auto& i, auto& l, auto& s) { return outlook(i, {}, l, s); }},
      {"outlook.json", [](auto& i, auto& l, auto& s) { return outlook(i, {.form = Form::json}, l, s); }},
      {"path.txt", [](auto& i, auto& l, auto& s) { return path(i, {}, l, s); }},
      {"path.json", [](auto& i, auto& l, auto& s) { return path(i, {.form = Form::json}, l, s); }},
      {"why.txt", [](auto& i, auto& l, auto& s) { return why(i, {}, l, s); }},
      {"why-sseq.txt",
       [](auto& i, auto& l, auto& s) { return why(i, {.under = "sseq", .in_full = true}, l, s); }},
      {"why.json", [](auto& i, auto& l, auto& s) { return why(i, {.form = Form::json}, l, s); }},
      {"history.txt", [](auto& i, auto& l, auto& s) { return history(i, {}, l, s); }},
      {"history.json", [](auto& i, auto& l, auto& s) { return history(i, {.form = Form::json}, l, s); }},
      {"robust.txt", [](auto& i, auto& l, auto& s) { return robust(i, robustly(i, Form::text), l, s); },
       changed_cases},
      {"robust.json", [](auto& i, auto& l, auto& s) { return robust(i, robustly(i, Form::json), l, s); },
       changed_cases},
      {"unlock.txt", [](auto& i, auto& l, auto& s) { return unlock(i, {}, l, s); }, changed_cases},
      {"sample.txt",
       [](auto& i, auto& l, auto& s) { return sample(i, {.variants = 500}, l, s); },
       {"elmira", "garrison", "prisoners-dilemma"}},
      {"check.txt", [](auto& i, auto& l, auto& s) { return check(i, {}, l, s); }},
  };
  return all;
}

/// The library's cases and those kept for the look of reports.
std::vector<fs::path> case_files() {
  std::vector<fs::path> all;
  for (const char* folder : {"cases", "tests/reports"})
    for (const auto& entry : fs::directory_iterator(root / folder))
      if (entry.path().extension() == ".toml") all.push_back(entry.path());
  std::sort(all.begin(), all.end());
  return all;
}

std::string answer(const Golden& golden, const fs::path& file) {
  std::string out;
  const Sink sink = [&](std::string_view piece) {
    out += piece;
    return true;
  };
  const Answer a =
      golden.ask({file.filename().string(), content(file)}, {.colour = false, .width = 100}, sink);
  return out + a.err + "exit status " + std::to_string(a.status) + "\n";
}

class Reports : public testing::TestWithParam<fs::path> {};

TEST_P(Reports, AreAsKept) {
  for (const Golden& golden : goldens()) {
    const std::string stem = GetParam().stem().string();
    if (!golden.cases.empty() && std::count(golden.cases.begin(), golden.cases.end(), stem) == 0) continue;
    const fs::path kept = root / "tests/reports" / (GetParam().stem().string() + "." + golden.name);
    const std::string now = answer(golden, GetParam());
    if (std::getenv("ENTENTE_GOLDEN") != nullptr) std::ofstream(kept, std::ios::binary) << now;
    EXPECT_EQ(now, content(kept)) << kept;
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, Reports, testing::ValuesIn(case_files()), [](const auto& one) {
  std::string name = one.param.stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace entente

// Whole answers about every case, compared with those kept under tests/reports/.
#include <gtest/gtest.h>

#include <algorithm>

#include "entente/tables.h"
#include "kept.h"

namespace entente {
namespace {

struct Golden {
  std::string name;  // of the file kept: CASE.NAME
  Inquiry ask;
  std::vector<std::string> cases = {};  // all where there are none
};

/// Those of `cases/` of which every answer is kept. Of the library's many small ones the brief is enough.
const std::vector<std::string> kept_at_length = {"cuban-missile-crisis",
                                                 "cuban-missile-crisis-brams",
                                                 "elmira",
                                                 "euphrates",
                                                 "garrison",
                                                 "lake-gisborne",
                                                 "north-korea-pressure",
                                                 "northern-territories",
                                                 "prisoners-dilemma"};

/// The cases that `robust` is asked about: every two changes of the first take too long for a test.
const std::vector<std::string> changed_cases = {"northern-territories", "elmira", "garrison",
                                                "prisoners-dilemma"};

Inquiry robustly(Form form) {
  return [form](const Input& input, const Look& look, const Sink& sink) {
    const RobustRequest request{.form = form, .changes = input.name.starts_with("northern") ? 1U : 2U};
    return robust(input, request, look, sink);
  };
}

/// Every textbook table, in one layout.
Inquiry every_table(const std::string& layout) {
  return asking(state_tables, TablesRequest{.tables = table_names(), .layout = layout});
}

const std::vector<Golden>& goldens() {
  static const std::vector<Golden> all = {
      {"brief.txt", asking(analyze, AnalyzeRequest{})},
      {"long.txt", asking(analyze, AnalyzeRequest{.in_full = true})},
      {"short.txt", asking(analyze, AnalyzeRequest{.in_short = true})},
      {"brief.json", asking(analyze, AnalyzeRequest{}, Form::json)},
      {"states.txt", asking(states, StatesRequest{})},
      {"seq.txt", asking(states, StatesRequest{.only = "seq"})},
      {"settle.txt", asking(settle, SettleRequest{})},
      {"settle.json", asking(settle, SettleRequest{}, Form::json)},
      {"outlook.txt", asking(outlook, OutlookRequest{})},
      {"outlook.json", asking(outlook, OutlookRequest{}, Form::json)},
      {"path.txt", asking(path, PathRequest{})},
      {"path.json", asking(path, PathRequest{}, Form::json)},
      {"why.txt", asking(why, WhyRequest{})},
      {"why-sseq.txt", asking(why, WhyRequest{.under = "sseq", .in_full = true})},
      {"why.json", asking(why, WhyRequest{}, Form::json)},
      {"history.txt", asking(history, HistoryRequest{})},
      {"history.json", asking(history, HistoryRequest{}, Form::json)},
      {"robust.txt", robustly(Form::text), changed_cases},
      {"robust.json", robustly(Form::json), changed_cases},
      {"unlock.txt", asking(unlock, UnlockRequest{}), changed_cases},
      {"sample.txt",
       asking(sample, SampleRequest{.variants = 500}),
       {"elmira", "garrison", "prisoners-dilemma"}},
      {"tables.txt",
       every_table("text"),
       {"elmira", "garrison", "north-korea-pressure", "prisoners-dilemma"}},
      {"tables.csv", every_table("csv"), {"elmira"}},
      {"tables.md", every_table("markdown"), {"elmira"}},
      {"tables.tex", every_table("latex"), {"elmira"}},
      {"tables.html", every_table("html"), {"elmira"}},
      {"tables.json",
       asking(state_tables, TablesRequest{.of = {.form = Form::json}, .tables = table_names()}),
       {"prisoners-dilemma"}},
      {"table-by-rank.txt", asking(state_tables, TablesRequest{.by_rank = "uniroyal"}), {"elmira"}},
      {"check.txt", asking(check, CheckRequest{})},
  };
  return all;
}

class Reports : public testing::TestWithParam<std::filesystem::path> {
 protected:
  const std::string stem = GetParam().stem().string();

  bool about(const Golden& golden) const {
    if (!golden.cases.empty()) return names(golden.cases);
    return golden.name == "brief.txt" || !in_library || names(kept_at_length);
  }

 private:
  const bool in_library = GetParam().parent_path().filename() == "cases";

  bool names(const std::vector<std::string>& cases) const {
    return std::count(cases.begin(), cases.end(), stem) > 0;
  }
};

TEST_P(Reports, AreAsKept) {
  for (const Golden& golden : goldens())
    if (about(golden))
      expect_kept(stem + "." + golden.name, whole_answer(golden.ask, read_case_file(GetParam())));
}

/// Verdicts found in decision diagrams are those found one by one.
TEST_P(Reports, AreTheSameByDiagrams) {
  if (std::getenv("ENTENTE_GOLDEN") != nullptr) return;
  Input input = read_case_file(GetParam());
  input.engine = Engines::symbolic;
  for (const Golden& golden : goldens())
    if (about(golden)) expect_kept(stem + "." + golden.name, whole_answer(golden.ask, input));
}

/// Of a case and the same where one of its wishes is no more.
TEST(DifferenceReports, AreAsKept) {
  Input after = kept_case("late");
  after.changes = {"drop lower/statement/2"};
  for (const auto& [form, name] :
       {std::pair(Form::text, "late.diff.txt"), std::pair(Form::json, "late.diff.json")}) {
    const DiffRequest request{.form = form};
    const Inquiry asked = [&](const Input& before, const Look& look, const Sink& sink) {
      return diff(before, after, request, look, sink);
    };
    expect_kept(name, whole_answer(asked, kept_case("late")));
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

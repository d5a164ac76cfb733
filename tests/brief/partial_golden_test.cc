// Whole answers about cases that are looked at in part only, compared with those kept under tests/reports/:
// in diagrams/ those of cases whose states are not listed, in ended/ those that were ended before they were
// done.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>

#include "entente/report.h"
#include "kept.h"

namespace entente {
namespace {

const std::vector<std::string> partial_cases = {"northern-territories", "elmira", "late"};

/// What is answered though it is known in part only.
std::vector<NamedInquiry> open_questions() {
  return {{"brief.txt", asking(analyze, AnalyzeRequest{})},
          {"brief.json", asking(analyze, AnalyzeRequest{}, Form::json)},
          {"states.txt", asking(states, StatesRequest{.limit = 4})},
          {"states.json", asking(states, StatesRequest{.limit = 4}, Form::json)},
          {"settle.txt", asking(settle, SettleRequest{})},
          {"settle.json", asking(settle, SettleRequest{}, Form::json)},
          {"outlook.txt", asking(outlook, OutlookRequest{})},
          {"outlook.json", asking(outlook, OutlookRequest{}, Form::json)},
          {"path.txt", asking(path, PathRequest{})},
          {"path.json", asking(path, PathRequest{}, Form::json)},
          {"why.txt", asking(why, WhyRequest{})},
          {"why.json", asking(why, WhyRequest{}, Form::json)}};
}

/// More of the same, in other words.
std::vector<NamedInquiry> further_questions() {
  return {{"long.txt", asking(analyze, AnalyzeRequest{.in_full = true})},
          {"check.txt", asking(check, CheckRequest{})},
          {"check.json", asking(check, CheckRequest{}, Form::json)},
          {"seq.txt", asking(states, StatesRequest{.only = "seq"})},
          {"seq.json", asking(states, StatesRequest{.only = "seq"}, Form::json)},
          {"outlook-smr.txt", asking(outlook, OutlookRequest{.under = "smr"})},
          {"path-safe.txt", asking(path, PathRequest{.safe = true})},
          {"path-by.txt", asking(path, PathRequest{.by = "2016-05-01"})},
          {"path-by.json", asking(path, PathRequest{.by = "2016-05-01"}, Form::json)},
          {"path-to-2.txt", asking(path, PathRequest{.state = StateName{2}})},
          {"why-2.txt", asking(why, WhyRequest{.state = StateName{2}, .under = "nash"})},
          {"why-sseq.txt", asking(why, WhyRequest{.under = "sseq", .in_full = true})}};
}

/// What is answered only of cases whose states are listed.
std::vector<NamedInquiry> refused_questions() {
  return {{"states, CSV", asking(states, StatesRequest{.limit = 4}, Form::csv)},
          {"states, coalitions", asking(states, StatesRequest{.coalitions = true})},
          {"history", asking(history, HistoryRequest{})},
          {"history, JSON", asking(history, HistoryRequest{}, Form::json)},
          {"robust", asking(robust, RobustRequest{.changes = 1})},
          {"unlock", asking(unlock, UnlockRequest{})},
          {"sample", asking(sample, SampleRequest{.variants = 10})},
          {"draw", asking(draw, DrawRequest{})},
          {"report", asking(report, ReportRequest{})},
          {"page", asking(page, PageRequest{}, Form::json)}};
}

std::string headed(const std::string& heading, const std::string& text) {
  return "===== " + heading + "\n" + text + "\n";
}

class PartialReports : public testing::TestWithParam<std::string> {};

TEST_P(PartialReports, InDiagramsAreAsKept) {
  Input input = kept_case(GetParam());
  input.limits.states = 1;
  for (const auto& questions : {open_questions(), further_questions()})
    for (const NamedInquiry& one : questions)
      expect_kept("diagrams/" + GetParam() + "." + one.name, whole_answer(one.ask, input));
  std::string refused;
  for (const NamedInquiry& one : refused_questions())
    refused += headed(one.name, whole_answer(one.ask, input));
  expect_kept("diagrams/" + GetParam() + ".refused.txt", refused);
}

/// Ends work when it comes to a stage; none ends it before it begins. Which party comes first is up to the
/// threads once ranks are known: then the first of all parties ends it.
class Ending {
 public:
  explicit Ending(std::string at = {}) : at_(std::move(at)) { limits_.cancelled = &cancelled_; }

  /// The limits; the stages are told to this.
  Limits limits() {
    limits_.stages = [this](const std::string& stage) { told(stage); };
    return limits_;
  }
  void end() { cancelled_ = true; }
  const std::vector<std::string>& moments() const { return moments_; }

 private:
  void told(const std::string& stage) {
    const std::lock_guard lock(one_at_a_time_);
    ranked_ = ranked_ || stage.find("how the parties rank") == 0;
    const std::size_t under = stage.find(" under ");
    const bool of_parties = ranked_ && under != std::string::npos;
    const std::string moment = of_parties ? "the stability of a party" + stage.substr(under) : stage;
    if (moment == at_) cancelled_ = true;
    if (told_.insert(moment).second) moments_.push_back(moment);
  }

  std::string at_;
  std::atomic<bool> cancelled_ = false;
  bool ranked_ = false;
  std::mutex one_at_a_time_;
  std::set<std::string> told_;
  std::vector<std::string> moments_;  // in the order in which they came first
  Limits limits_;
};

std::string ended_answer(const Inquiry& ask, Input input, Ending& ending) {
  const std::optional<std::uint64_t> listed = input.limits.states;
  input.limits = ending.limits();
  input.limits.states = listed;
  return whole_answer(ask, input);
}

/// Each answer that comes of ending the work at one of its stages, once.
std::string ended_answers(const Inquiry& ask, const Input& input) {
  Ending never;
  std::set<std::string> known = {ended_answer(ask, input, never)};
  Ending before;
  before.end();
  std::string all = headed("ended before it begins", ended_answer(ask, input, before));
  for (const std::string& moment : never.moments()) {
    Ending ending(moment);
    const std::string answer = ended_answer(ask, input, ending);
    if (known.insert(answer).second) all += headed("ended at: " + moment, answer);
  }
  return all;
}

/// Of the largest case the words alone, since its JSON is long.
std::vector<NamedInquiry> ended_questions(const std::string& stem) {
  std::vector<NamedInquiry> all = open_questions();
  if (stem == partial_cases.front()) std::erase_if(all, [](const auto& q) { return q.name == "brief.json"; });
  return all;
}

TEST_P(PartialReports, EndedAreAsKept) {
  const Input input = kept_case(GetParam());
  for (const NamedInquiry& one : ended_questions(GetParam()))
    expect_kept("ended/" + GetParam() + "." + one.name, ended_answers(one.ask, input));
}

/// What is answered whole or not at all.
TEST_P(PartialReports, EndedWithoutAnAnswerAreAsKept) {
  const Input input = kept_case(GetParam());
  std::string all;
  for (const NamedInquiry& one : refused_questions())
    all += "##### " + one.name + "\n" + ended_answers(one.ask, input);
  expect_kept("ended/" + GetParam() + ".refused.txt", all);
}

TEST_P(PartialReports, EndedInDiagramsAreAsKept) {
  Input input = kept_case(GetParam());
  input.limits.states = 1;
  for (const NamedInquiry& one : ended_questions(GetParam()))
    expect_kept("ended/" + GetParam() + ".diagrams." + one.name, ended_answers(one.ask, input));
}

/// The day on which the best way is done, as its JSON tells it last; empty where nothing has a date.
std::string done_day(const Input& input) {
  const std::string json = whole_answer(asking(path, PathRequest{}, Form::json), input);
  const std::string key = "\n \"done\": \"";
  const std::size_t at = json.find(key);
  return at == std::string::npos ? "" : json.substr(at + key.size(), std::string_view("2020-01-31").size());
}

TEST_P(PartialReports, AWayDoneOnTheDayOfTheDeadlineIsInTime) {
  Input input = kept_case(GetParam());
  for (const std::optional<std::uint64_t> listed :
       {std::optional<std::uint64_t>(), std::optional<std::uint64_t>(1)}) {
    input.limits.states = listed;
    const std::string day = done_day(input);
    EXPECT_EQ(day.empty(), GetParam() == "elmira");
    if (day.empty()) continue;
    const PathRequest by{.by = day};
    EXPECT_NE(whole_answer(asking(path, by), input).find("That is in time for "), std::string::npos);
    EXPECT_NE(whole_answer(asking(path, by, Form::json), input).find("\"in_time\": true"), std::string::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(Cases, PartialReports, testing::ValuesIn(partial_cases), [](const auto& one) {
  std::string name = one.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace entente

// What is thrown inside an answer ends that answer alone, and is told: a sink, a watcher or a stage that
// throws stands for any fault of the program, wherever it is met, pools of threads included.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <new>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "entente/ask.h"
#include "entente/cases.h"
#include "entente/entente.h"
#include "entente/report.h"

namespace entente {
namespace {

std::string text_of(const std::string& name) {
  std::ifstream in(std::string(ENTENTE_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

Input small() {
  return {"elmira.toml", text_of("cases/elmira.toml")};
}

const Sink anywhere = [](std::string_view) { return true; };

bool broken(std::string_view) {
  throw std::runtime_error("the sink broke");
}

void expect_told(const Answer& answer, const std::string& verb) {
  EXPECT_EQ(status::program_fault, answer.status) << verb;
  EXPECT_NE(std::string::npos, answer.err.find("this is a fault of the program"))
      << verb << ": " << answer.err;
  EXPECT_NE(std::string::npos, answer.err.find("report")) << verb << ": " << answer.err;
}

/// Each verb by name, asked about a small case.
using Asking = std::function<Answer(const Input&, const Sink&)>;

std::vector<std::pair<std::string, Asking>> verbs_of_the_header() {
  const Look look;
  return {
      {"analyze", [=](auto& i, auto& o) { return analyze(i, {}, look, o); }},
      {"check", [=](auto& i, auto& o) { return check(i, {}, look, o); }},
      {"states", [=](auto& i, auto& o) { return states(i, {}, look, o); }},
      {"states as CSV", [=](auto& i, auto& o) { return states(i, {.form = Form::csv}, look, o); }},
      {"settle", [=](auto& i, auto& o) { return settle(i, {}, look, o); }},
      {"outlook", [=](auto& i, auto& o) { return outlook(i, {}, look, o); }},
      {"path", [=](auto& i, auto& o) { return path(i, {}, look, o); }},
      {"history", [=](auto& i, auto& o) { return history(i, {}, look, o); }},
      {"why", [=](auto& i, auto& o) { return why(i, {}, look, o); }},
      {"robust", [=](auto& i, auto& o) { return robust(i, {.changes = 1}, look, o); }},
      {"unlock", [=](auto& i, auto& o) { return unlock(i, {.changes = 1}, look, o); }},
      {"sample", [=](auto& i, auto& o) { return sample(i, {.variants = 20}, look, o); }},
      {"draw", [=](auto& i, auto& o) { return draw(i, {}, look, o); }},
      {"diff", [=](auto& i, auto& o) { return diff(i, i, {}, look, o); }},
      {"report", [=](auto& i, auto& o) { return report(i, {}, look, o); }},
      {"page", [=](auto& i, auto& o) { return page(i, {}, look, o); }},
      {"cases", [=](auto&, auto& o) { return list_cases(look, o); }},
      {"case", [](auto&, auto& o) { return print_case("elmira", o); }},
      {"explain", [=](auto&, auto& o) { return explain("no-state", look, o); }},
  };
}

TEST(Thrown, NoVerbThrows) {
  for (const auto& [name, verb] : verbs_of_the_header()) {
    Answer answer;
    EXPECT_NO_THROW(answer = verb(small(), broken)) << name;
    expect_told(answer, name);
    EXPECT_NO_THROW(answer = verb(small(), anywhere)) << name;
    EXPECT_LE(answer.status, 1) << name << ": " << answer.err;
  }
}

TEST(Thrown, LackOfMemoryIsABudgetSpent) {
  const Sink full = [](std::string_view) -> bool { throw std::bad_alloc(); };
  for (const auto& [name, verb] : verbs_of_the_header()) {
    const Answer answer = verb(small(), full);
    EXPECT_EQ(status::over_budget, answer.status) << name;
    EXPECT_NE(std::string::npos, answer.err.find("not enough memory")) << name << ": " << answer.err;
  }
}

/// Throws in the threads that analyse variants: `progress` is told from each of them.
Watching failing() {
  Watching watching;
  watching.progress = [](std::size_t, std::size_t) { throw std::out_of_range("a variant failed"); };
  return watching;
}

TEST(Thrown, AVariantThatFailsEndsItsAnswerAlone) {
  const Input input = small();
  for (int round = 0; round < 20; ++round) {  // threads meet in many ways
    expect_told(robust(input, {.changes = 1, .watching = failing()}, {}, anywhere), "robust");
    expect_told(unlock(input, {.changes = 1, .watching = failing()}, {}, anywhere), "unlock");
    expect_told(sample(input, {.variants = 50, .watching = failing()}, {}, anywhere), "sample");
  }
  EXPECT_EQ(status::answered, robust(input, {.changes = 1}, {}, anywhere).status);
}

nlohmann::json asked(const std::string& verb, const Watching& watching, const Limits& limits,
                     AskMemory* memory = nullptr) {
  std::string all;
  const nlohmann::json request = {{"verb", verb}, {"case", small().content}};
  const Answer answer = ask(
      request.dump(), watching, [&](std::string_view piece) { return all.append(piece), true; }, limits,
      memory);
  const nlohmann::json told = nlohmann::json::parse(all);
  EXPECT_EQ(answer.status, told.at("status")) << all;
  return told;
}

void expect_told(const nlohmann::json& answer) {
  EXPECT_TRUE(answer.at("out").is_null()) << answer;
  expect_told(Answer{answer.at("status"), answer.at("err")}, "ask");
}

TEST(Thrown, AskTellsIt) {
  for (const char* verb : {"robust", "unlock", "sample"}) expect_told(asked(verb, failing(), {}));
  Limits limits;
  limits.stages = [](const std::string&) { throw 7; };
  for (const char* verb : {"analyze", "settle"}) expect_told(asked(verb, {}, limits));
  EXPECT_EQ(status::answered, asked("robust", {}, {}).at("status"));
}

TEST(Thrown, AskThrowsNothingWhereItsSinkDoes) {
  const std::string request = nlohmann::json({{"verb", "settle"}, {"case", small().content}}).dump();
  EXPECT_EQ(status::program_fault, ask(request, {}, broken).status);
  EXPECT_EQ(status::program_fault, ask("no request", {}, broken).status);
}

TEST(Thrown, NothingIsKeptOfAPageThatFailed) {
  AskMemory memory;
  const auto whole = asked("page", {}, {}, &memory);
  const std::string request = nlohmann::json({{"verb", "page"}, {"case", small().content}}).dump();
  EXPECT_EQ(status::program_fault, ask(request, {}, broken, {}, &memory).status);
  EXPECT_EQ(whole, asked("page", {}, {}, &memory));
}

}  // namespace
}  // namespace entente

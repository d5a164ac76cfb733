// The JSON door: answers equal those of the verbs, requests that mean nothing are told so, nothing does harm.
#include "entente/ask.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>

#include "asked.h"
#include "entente/cases.h"
#include "entente/entente.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

const fs::path root = ENTENTE_SOURCE_DIR;

std::string content(const std::string& name) {
  std::ifstream in(root / name, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

std::string err(const Json& request) {
  const Json answer = asked(request);
  EXPECT_EQ(2, answer.at("status")) << answer;
  EXPECT_TRUE(answer.at("out").is_null()) << answer;
  return answer.at("err");
}

/// A verb of the public header, and the request that asks the same.
struct Same {
  Json request;
  std::function<Answer(const Input&, const Sink&)> verb;
};

const Look look = {};

template <class Request>
Same same(Json request, Answer (*verb)(const Input&, const Request&, const Look&, const Sink&), Request of,
          Form form) {
  if (form == Form::text) request["form"] = "text";
  if (form == Form::csv) request["form"] = "csv";
  of.form = form;
  return {request, [=](const Input& input, const Sink& out) { return verb(input, of, look, out); }};
}

std::vector<Same> all_verbs(Form form) {
  using Text = std::string;
  return {
      same({{"verb", "analyze"}}, analyze, {}, form),
      same({{"verb", "analyze"}, {"long", true}}, analyze, {.in_full = true}, form),
      same({{"verb", "check"}}, check, {}, form),
      same({{"verb", "states"}}, states, {}, form),
      same({{"verb", "states"}, {"only", "seq"}, {"limit", 3}, {"coalitions", true}}, states,
           {.only = Text("seq"), .limit = 3, .coalitions = true}, form),
      same({{"verb", "settle"}}, settle, {}, form),
      same({{"verb", "outlook"}, {"concept", "gmr"}}, outlook, {.under = Text("gmr")}, form),
      same({{"verb", "path"}, {"safe", true}}, path, {.safe = true}, form),
      same({{"verb", "path"}, {"to", "true"}, {"from", "true"}}, path,
           {.to = Text("true"), .from = Text("true")}, form),
      same({{"verb", "history"}}, history, {}, form),
      same({{"verb", "why"}, {"state", 2}, {"concept", "sseq"}, {"all", true}}, why,
           {.state = StateName{2}, .under = Text("sseq"), .in_full = true}, form),
      same({{"verb", "why"}, {"party", "nobody"}}, why, {.party = Text("nobody")}, form),
      same({{"verb", "unlock"}, {"to", "true"}}, unlock, {.to = Text("true")}, form),
      same({{"verb", "unlock"}, {"state", 1}, {"party", "nobody"}, {"rankings", true}}, unlock,
           {.state = StateName{1}, .party = Text("nobody"), .rankings = true}, form),
      same({{"verb", "sample"}, {"variants", 50}, {"seed", 7}}, sample, {.variants = 50, .seed = 7}, form),
  };
}

/// The answer through the door holds just what the verb wrote and said.
void expect_same(const Same& one, const Input& input) {
  Json request = one.request;
  request["case"] = input.content;
  request["name"] = input.name;
  if (!input.changes.empty()) request["changes"] = input.changes;
  std::string out;
  const Answer answer = one.verb(input, [&](std::string_view piece) { return out.append(piece), true; });
  const Json got = asked(request);
  EXPECT_EQ(answer.status, got.at("status")) << one.request;
  EXPECT_EQ(answer.err, got.at("err")) << one.request;
  if (out.empty()) {
    EXPECT_TRUE(got.at("out").is_null()) << one.request;
  } else if (one.request.contains("form")) {
    EXPECT_EQ(out, got.at("out").get<std::string>()) << one.request;
  } else {
    EXPECT_NE(std::string::npos, bytes(request.dump()).find(out)) << one.request;  // byte for byte
    EXPECT_EQ(Json::parse(out), got.at("out")) << one.request;
  }
}

const std::vector<std::string> some_cases = {"cases/prisoners-dilemma.toml", "cases/elmira.toml",
                                             "cases/garrison.toml", "tests/faults/several-faults.toml"};

TEST(Ask, AnswersAsTheVerbsDo) {
  for (const std::string& name : some_cases)
    for (const Form form : {Form::json, Form::text})
      for (const Same& one : all_verbs(form)) expect_same(one, {name, content(name)});
}

TEST(Ask, AnswersInCsv) {
  for (const std::string& name : some_cases)
    expect_same(same({{"verb", "states"}}, states, {}, Form::csv), {name, content(name)});
}

TEST(Ask, AnswersAboutTheFirstCase) {
  const Input input = {"nt.toml", content("cases/northern-territories.toml")};
  expect_same(same({{"verb", "analyze"}}, analyze, {}, Form::json), input);
  expect_same(same({{"verb", "settle"}}, settle, {}, Form::json), input);
}

TEST(Ask, DiffComparesTwoCasesOrOneWithItsChanges) {
  const Input before = {"a.toml", content("cases/elmira.toml")};
  const Input after = {"b.toml", content("cases/prisoners-dilemma.toml")};
  std::string out;
  const Answer answer = diff(before, after, {.form = Form::json}, look,
                             [&](std::string_view piece) { return out.append(piece), true; });
  const Json got = asked({{"verb", "diff"},
                          {"case", before.content},
                          {"name", "a.toml"},
                          {"after", after.content},
                          {"after_name", "b.toml"}});
  EXPECT_EQ(answer.status, got.at("status"));
  EXPECT_EQ(Json::parse(out), got.at("out"));
  const Json none = asked({{"verb", "diff"}, {"case", before.content}});
  EXPECT_EQ(0, none.at("status"));
}

TEST(Ask, ChangesAreMadeBeforeTheCaseIsAsked) {
  const std::string by_hand = [] {
    std::string text = two;
    text.resize(text.find("[[rule]]"));
    return text;
  }();
  for (const char* verb : {"analyze", "states", "settle", "robust", "why", "path"}) {
    const Json changed = asked({{"verb", verb}, {"case", two}, {"changes", {"permit rule/1"}}});
    EXPECT_EQ(0, changed.at("status")) << changed;
    EXPECT_EQ(asked({{"verb", verb}, {"case", by_hand}}), changed) << verb;
  }
  EXPECT_EQ(3U, asked({{"verb", "states"}, {"case", two}}).at("out").size());
  EXPECT_EQ(4U, asked({{"verb", "states"}, {"case", by_hand}}).at("out").size());
}

/// Each change that is listed is made and kept; gives how many left a case.
std::size_t try_changes(const std::string& text) {
  std::size_t made = 0;
  const Json listed = asked({{"verb", "changes"}, {"case", text}});
  for (const Json& assumption : listed.at("out")) {
    EXPECT_FALSE(assumption.at("changes").empty()) << assumption;
    for (const Json& change : assumption.at("changes")) {
      const Json ids = Json::array({change.at("id")});
      const Json kept = asked({{"verb", "keep"}, {"case", text}, {"changes", ids}});
      const Json changed = asked({{"verb", "settle"}, {"case", text}, {"changes", ids}});
      if (changed.at("status") != 0) continue;  // a change can leave a case that is none
      ++made;
      EXPECT_EQ(asked({{"verb", "settle"}, {"case", kept.at("out")}}).at("out"), changed.at("out")) << change;
    }
  }
  return made;
}

TEST(Ask, EveryChangeThatIsListedCanBeMadeAndKept) {
  EXPECT_EQ(14U, try_changes(two));
  EXPECT_GT(try_changes(content("cases/garrison.toml")), 10U);
}

TEST(Ask, AChangeThatTheCaseDoesNotHaveIsAFault) {
  const Json answer = asked({{"verb", "settle"}, {"case", two}, {"changes", {"drop a/statement/9"}}});
  EXPECT_EQ(1, answer.at("status"));
  EXPECT_EQ(
      "changes: error: the case has no change 'drop a/statement/9'; did you mean 'drop a/statement/1'?\n",
      answer.at("err"));
}

TEST(Ask, NoChangesAreMadeToACaseThatCouldNotBeRead) {
  // The source is lost with its faulty table, the evidence names it.
  const std::string torn = std::string(two) +
                           "evidence = [\"e\"]\n[[evidence]]\nid = \"e\"\nsource = \"s\"\nclaim = \"c\"\n"
                           "[[sou rce]]\nid = \"s\"\ntitle = \"S\"\n";
  for (const char* verb : {"settle", "keep", "changes", "page", "analyze"}) {
    const Json answer = asked({{"verb", verb}, {"case", torn}, {"changes", {"drop a/statement/1"}}});
    EXPECT_EQ(1, answer.at("status")) << verb;
    EXPECT_NE(answer.at("err").get<std::string>().find("[toml-syntax]"), std::string::npos) << answer;
  }
}

TEST(Ask, DiffTellsWhatChangesDo) {
  const Json answer = asked({{"verb", "diff"}, {"case", two}, {"after_changes", {"permit rule/1"}}});
  EXPECT_EQ(1U, answer.at("out").at("edits").size()) << answer;
  const Json harder = asked({{"verb", "diff"}, {"case", two}, {"after_changes", {"reverse a/statement/2"}}});
  EXPECT_EQ(1, harder.at("status")) << harder;
  EXPECT_FALSE(harder.at("out").at("changed").empty()) << harder;
}

TEST(Ask, CheckGivesFaultsWithTheirBytes) {
  const std::string text =
      "# é\nformat = 1\ntitle = \"T\"\n[[party]]\nid = \"a\"\n  [[party.option]]\n  id = \"x\"\n"
      "  [[party.preference]]\n  statement = \"é.x\"\n";
  const Json answer = asked({{"verb", "check"}, {"case", text}});
  EXPECT_EQ(1, answer.at("status"));
  const Json& faults = answer.at("out").at("faults");
  ASSERT_FALSE(faults.empty()) << answer;
  for (const Json& fault : faults) {
    EXPECT_TRUE(fault.at("severity") == "error" || fault.at("severity") == "warning");
    EXPECT_FALSE(fault.at("message").get<std::string>().empty());
    EXPECT_LE(fault.at("from"), fault.at("to"));
    EXPECT_LE(fault.at("to"), text.size());
  }
  const Json& first = faults.at(0);
  EXPECT_EQ(9, first.at("line")) << first;
  EXPECT_EQ(text.find("é.x"), first.at("from").get<std::size_t>()) << first;
  EXPECT_EQ(Json::array(), asked({{"verb", "check"}, {"case", two}}).at("out").at("faults"));
}

TEST(Ask, TheProgramsOwnWords) {
  EXPECT_EQ(new_case(), asked({{"verb", "new"}}).at("out").get<std::string>());
  EXPECT_EQ(new_case("money"), asked({{"verb", "new"}, {"from", "money"}}).at("out").get<std::string>());
  EXPECT_EQ(Json::parse(schema()), asked({{"verb", "schema"}}).at("out"));
  EXPECT_EQ(content("cases/elmira.toml"),
            asked({{"verb", "case"}, {"name", "elmira"}}).at("out").get<std::string>());
  EXPECT_EQ(case_names().size(), asked({{"verb", "cases"}}).at("out").size());
  EXPECT_EQ("name-circle", asked({{"verb", "explain"}, {"code", "name-circle"}}).at("out").at("code"));
  EXPECT_EQ(fault_codes().size(), asked({{"verb", "explain"}}).at("out").size());
  EXPECT_EQ(1, asked({{"verb", "explain"}, {"code", "name-circel"}}).at("status"));
}

TEST(Ask, WhatNoVerbKnowsIsToldWithTheNearest) {
  EXPECT_EQ("error: there is no verb 'setle'; did you mean 'settle'?\n", err({{"verb", "setle"}}));
  EXPECT_EQ("error: 'states' has no key 'wher'; did you mean 'where'?\n",
            err({{"verb", "states"}, {"case", two}, {"wher", "a.x"}}));
  EXPECT_EQ("error: 'settle' has no form 'csv'; it is one of json, text\n",
            err({{"verb", "settle"}, {"case", two}, {"form", "csv"}}));
  EXPECT_EQ("error: 'concept' cannot be 'seqq'; did you mean 'seq'?\n",
            err({{"verb", "outlook"}, {"case", two}, {"concept", "seqq"}}));
  EXPECT_EQ("error: 'settle' needs 'case', a text\n", err({{"verb", "settle"}}));
  EXPECT_EQ(0U, err(Json::object()).find("error: the request has no 'verb'; it is one of analyze, "));
}

TEST(Ask, WrongTypesAreTold) {
  const auto wrong = [](const char* verb, const char* key, const Json& value) {
    return err({{"verb", verb}, {"case", two}, {key, value}});
  };
  EXPECT_EQ("error: 'limit' takes a whole number from 1 to 1000000\n", wrong("states", "limit", 0));
  EXPECT_EQ("error: 'limit' takes a whole number from 1 to 1000000\n", wrong("states", "limit", "3"));
  EXPECT_EQ("error: 'limit' takes a whole number from 1 to 1000000, not a number below nothing\n",
            wrong("states", "limit", -1));
  EXPECT_EQ("error: 'limit' takes a whole number from 1 to 1000000, not no whole number\n",
            wrong("states", "limit", 1.5));
  EXPECT_EQ("error: 'safe' takes true or false, not null\n", wrong("path", "safe", nullptr));
  EXPECT_EQ("error: 'changes' takes a list of texts\n", wrong("settle", "changes", "drop"));
  EXPECT_EQ("error: 'changes' takes a list of texts, not a list of more than texts\n",
            wrong("settle", "changes", {"a", 1}));
  EXPECT_EQ("error: 'where' goes too deep for a request\n", wrong("states", "where", {{"a", 1}}));
  EXPECT_EQ("error: 'changes' goes too deep for a request\n",
            wrong("settle", "changes", Json::array({Json::array()})));
  EXPECT_EQ("error: 'verb' takes a text\n", err({{"verb", 1}}));
  EXPECT_EQ("error: 'state' and 'at' exclude each other\n",
            err({{"verb", "why"}, {"case", two}, {"state", 1}, {"at", "a.x"}}));
  EXPECT_EQ("error: 'party' goes with 'state'\n", err({{"verb", "unlock"}, {"case", two}, {"party", "a"}}));
  EXPECT_EQ("error: 'state' and 'to' exclude each other\n",
            err({{"verb", "path"}, {"case", two}, {"state", 1}, {"to", "a.x"}}));
  EXPECT_EQ(0U, wrong("settle", "budget", "much").find("error: 'budget' cannot be 'much'; write 60s"));
}

/// A number is as large as that of a state can be, as on the command line: a case that has fewer says so.
TEST(Ask, ANumberOfAStateMayBeAsLargeAsTheProgramTakes) {
  const Json answer = asked({{"verb", "why"}, {"case", two}, {"state", std::uint64_t{1} << 40}});
  EXPECT_EQ(1, answer.at("status"));
  EXPECT_NE(answer.at("err").get<std::string>().find("numbered from 1 to 3"), std::string::npos) << answer;
  EXPECT_EQ("error: 'state' takes a whole number from 1, or an id in a text\n",
            err({{"verb", "why"}, {"case", two}, {"state", 0}}));
}

TEST(Ask, WhatIsNoRequestIsToldAndDoesNoHarm) {
  const auto told = [](std::string_view request) {
    const Json answer = Json::parse(bytes(request));  // which is valid UTF-8, or it would throw
    EXPECT_EQ(2, answer.at("status"));
    return answer.at("err").get<std::string>();
  };
  EXPECT_EQ("error: it is not JSON from byte 1 on\n", told(""));
  EXPECT_EQ("error: it is no object\n", told("[]"));
  EXPECT_EQ("error: it is no object\n", told("17"));
  EXPECT_EQ("error: it is not JSON from byte 8 on\n", told("{\"verb\"}"));
  EXPECT_EQ("error: 'verb' is given twice\n", told(R"({"verb": "new", "verb": "new"})"));
  EXPECT_NE(std::string::npos, told("{\"verb\": \"new\xff\"}").find("not JSON"));
  EXPECT_NE(std::string::npos, told(R"({"verb": "new"} {)").find("not JSON"));
  EXPECT_NE(std::string::npos, told("{\"verb\": \"\\ud800\"}").find("not JSON"));
  EXPECT_NE(std::string::npos, told(R"({"verb": "a\u0000b"})").find("no verb"));
  EXPECT_EQ("error: it is no object\n", told(std::string(1 << 20, '[')));
  EXPECT_NE(std::string::npos, told("{\"verb\":" + std::string(1 << 20, '[')).find("too deep"));
  EXPECT_NE(std::string::npos, told(std::string(largest_request + 1, ' ')).find("at most"));
  EXPECT_NE(std::string::npos,
            told("{\"verb\": \"" + std::string(1 << 20, 'x') + "\"}").find("there is no verb 'xxx"));
}

TEST(Ask, ACaseThatIsTooLargeIsAFault) {
  const Json answer = asked({{"verb", "settle"}, {"case", std::string(largest_input + 1, '#')}});
  EXPECT_EQ(1, answer.at("status")) << answer.at("err");
}

TEST(Ask, WhatCannotBeWrittenIsAFault) {
  const Answer answer = ask(R"({"verb": "new"})", {}, [](std::string_view) { return false; });
  EXPECT_EQ(1, answer.status);
  EXPECT_EQ("", answer.err);
}

TEST(Ask, LongWorkStopsWhenToldTo) {
  std::string all;
  const Json request = {{"verb", "sample"}, {"case", two}, {"variants", 1000000000}};
  const Watching at_once = {.cancelled = [] { return true; }};
  const Answer answer =
      ask(request.dump(), at_once, [&](std::string_view piece) { return all.append(piece), true; });
  EXPECT_EQ(3, answer.status);
}

TEST(Ask, WhatIsKeptChangesNoAnswer) {
  AskMemory memory;
  const auto kept = [&](const std::string& request) {
    std::string all;
    ask(
        request, {}, [&](std::string_view piece) { return all.append(piece), true; }, {}, &memory);
    return all;
  };
  const std::string first = content("cases/elmira.toml"), second = content("cases/prisoners-dilemma.toml");
  const Json assumptions = asked({{"verb", "changes"}, {"case", first}}).at("out");
  ASSERT_GE(assumptions.size(), 3U);
  std::vector<Json> requests;
  for (const std::string& of : {first, second, first}) requests.push_back({{"verb", "page"}, {"case", of}});
  for (std::size_t k = 0; k < assumptions.size(); ++k) {
    Json one = {{"verb", "page"},
                {"case", first},
                {"changes", Json::array({assumptions[k].at("changes").at(0).at("id")})}};
    for (const bool bar : {true, false, true}) {
      one["bar_alone"] = bar;
      requests.push_back(one);
    }
    one["bar_alone"] = false;
    for (const Json& sections :
         {Json{"stability"}, Json{"standing", "history"}, Json{"nothing"}, Json::array()}) {
      one["sections"] = sections;
      requests.push_back(one);
    }
    one["state"] = 2;
    requests.push_back(one);
  }
  requests.push_back({{"verb", "page"}, {"case", first + "\nwrong"}});
  requests.push_back({{"verb", "page"}, {"case", first}, {"changes", {"drop nothing"}}});
  requests.push_back({{"verb", "page"}, {"case", first}, {"name", "other.toml"}, {"state", 100000}});
  requests.push_back(requests.front());
  for (const Json& one : requests)
    EXPECT_EQ(bytes(one.dump()), kept(one.dump())) << one.dump().substr(0, 200);
}

/// Wherever it is ended, it is told so, and the next page is whole.
TEST(Ask, APageThatIsEndedLeavesNothingHalfMade) {
  const std::string request =
      Json{{"verb", "page"}, {"case", content("cases/northern-territories.toml")}}.dump();
  const auto kept = [&](const Limits& limits, AskMemory& memory) {
    std::string all;
    ask(
        request, {}, [&](std::string_view piece) { return all.append(piece), true; }, limits, &memory);
    return all;
  };
  const std::string whole = bytes(request);
  for (double seconds = 1e-6; seconds < 1; seconds *= 3) {
    AskMemory memory;
    const std::string answer = kept({.seconds = seconds}, memory);
    if (answer == whole) continue;
    const Json told = Json::parse(answer);
    EXPECT_EQ(told.at("status"), 3);
    EXPECT_TRUE(told.at("out").is_null());
    EXPECT_NE(told.at("err").get<std::string>().find("the budget was spent before"), std::string::npos)
        << told;
    EXPECT_EQ(kept({}, memory), whole);
  }
}

TEST(Page, SectionsOfSomeIdsAreThoseOfTheWholePage) {
  const std::string of = content("cases/northern-territories.toml");
  const Json whole = asked({{"verb", "page"}, {"case", of}}).at("out");
  ASSERT_GT(whole.at("sections").size(), 12U);
  for (const auto& [id, html] : whole.at("sections").items()) {
    const Json some = asked({{"verb", "page"}, {"case", of}, {"sections", {id, "none"}}}).at("out");
    EXPECT_EQ(some.at("sections"), (Json{{id, html}}));
    EXPECT_EQ(some.at("bar"), whole.at("bar"));
  }
}

}  // namespace
}  // namespace entente

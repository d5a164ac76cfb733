// /api/ask, /api/jobs and /api/library: questions, quick ones answered at once, long ones as jobs.
#include "server/ask_routes.h"

#include <entente/cases.h>
#include <entente/entente.h>
#include <entente/links.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "server/reply.h"
#include "server/wire.h"

namespace entente::server {
namespace {

using Json = nlohmann::ordered_json;

constexpr double longest_wait = 10;  // seconds, for an answer at once
constexpr std::size_t longest_label = 200;
constexpr const char* json_body = "application/json";

const char* word(JobState::Is is) {
  switch (is) {
    case JobState::Is::waiting: return "waiting";
    case JobState::Is::running: return "running";
    case JobState::Is::done: return "done";
    case JobState::Is::failed: return "failed";
  }
  return "failed";
}

double seconds_to_wait(const std::string& asked) {
  double seconds = longest_wait;
  if (!asked.empty())
    std::from_chars(asked.data(), asked.data() + asked.size(), seconds, std::chars_format::fixed);
  return std::clamp(seconds, 0.0, longest_wait);
}

void ask_now(Desk& desk, Call& call) {
  const auto made = wait_for(desk, call, {Work::Kind::ask, {call.body}}, "ask", Late::job);
  if (!made) return;
  if (const Refusal* refusal = refused(*made)) return reply(call.response, *refusal);
  reply_raw(call.response, std::get<Work_done>(*made).answer);
}

void begin(Desk& desk, Call& call) {
  const auto id = desk.jobs.begin({Work::Kind::ask, {call.body}}, Lane::lasting,
                                  call.request.query("what").substr(0, longest_label));
  if (const Refusal* refusal = refused(id)) return reply(call.response, *refusal);
  const auto state = desk.jobs.state(std::get<std::uint64_t>(id));
  reply(call.response, 202, {{"job", state ? job_json(*state) : Json()}});
}

void list_jobs(Desk& desk, Call& call) {
  Json jobs = Json::array();
  for (const JobState& job : desk.jobs.all()) jobs.push_back(job_json(job));
  reply(call.response, 200, {{"jobs", jobs}});
}

Refusal no_such_job() {
  return {404, "no_such_job", "There is no such job, or it was forgotten."};
}

void look(Desk& desk, Call& call) {
  const auto state = desk.jobs.state(number(call.named["id"]).value_or(0));
  if (!state) return reply(call.response, no_such_job());
  reply(call.response, 200, {{"job", job_json(*state)}});
}

void answer(Desk& desk, Call& call) {
  const std::uint64_t id = number(call.named["id"]).value_or(0);
  if (!desk.jobs.state(id)) return reply(call.response, no_such_job());
  const auto result = desk.jobs.result(id);
  if (!result) return reply(call.response, {409, "not_done", "This job is not at its end yet."});
  if (const Refusal* refusal = refused(*result)) return reply(call.response, *refusal);
  reply_raw(call.response, std::get<Work_done>(*result).answer);
}

void stop(Desk& desk, Call& call) {
  const std::uint64_t id = number(call.named["id"]).value_or(0);
  if (!desk.jobs.state(id)) return reply(call.response, no_such_job());
  desk.jobs.stop(id);
  look(desk, call);
}

void cancel(Desk& desk, Call& call) {
  if (!desk.jobs.remove(number(call.named["id"]).value_or(0))) return reply(call.response, no_such_job());
  reply(call.response, 200, Json::object());
}

std::string text_of(const std::string& name) {
  std::string text;
  print_case(name, [&text](std::string_view piece) { return text.append(piece), true; });
  return text;
}

/// Each with the files that it includes, which are cases of the library too; with ?search=WORDS those in
/// which they stand.
void library(Desk&, Call& call) {
  Json cases = Json::array();
  for (const LibraryCase& one : library_cases(call.request.query("search"))) {
    cases.push_back({{"name", one.name}, {"about", one.line}, {"group", one.group}});
    if (const auto files = included_files({.name = one.name, .content = text_of(one.name)}); !files.empty())
      cases.back()["includes"] = files;
  }
  reply(call.response, 200, {{"cases", cases}});
}

void library_case(Desk&, Call& call) {
  const std::vector<std::string> names = case_names();
  if (std::find(names.begin(), names.end(), call.named["name"]) == names.end())
    return reply(call.response, {404, "no_such_case", "The library has no such case."});
  call.response.set_body(text_of(call.named["name"]), "application/toml; charset=utf-8");
}

}  // namespace

Json job_json(const JobState& state) {
  Json json{{"id", state.id},
            {"state", word(state.is)},
            {"what", state.what},
            {"done", state.done},
            {"total", state.total},
            {"stage", state.stage},
            {"seconds", static_cast<int>(state.seconds * 10) / 10.0}};
  if (state.wrong) json["error"] = {{"code", state.wrong->code}, {"message", state.wrong->message}};
  return json;
}

std::string job_event(const JobState& state) {
  return job_json(state).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Outcome<Work_done>> wait_for(Desk& desk, Call& call, Work work, const std::string& what,
                                           Late late) {
  const auto id = desk.jobs.begin(std::move(work), Lane::quick, what);
  if (const Refusal* refusal = refused(id)) return *refusal;
  const std::uint64_t job = std::get<std::uint64_t>(id);
  const auto gone = [wire = call.request.wire] { return hung_up(wire); };
  const auto time =
      std::chrono::milliseconds(static_cast<int>(seconds_to_wait(call.request.query("wait")) * 1000));
  auto result = desk.jobs.wait(job, time, gone);
  if (result) return result;
  if (gone()) {
    desk.jobs.remove(job);  // nobody waits for it any longer
    return Refusal{503, "gone", "The client has gone."};
  }
  if (late == Late::refusal) {
    desk.jobs.remove(job);
    return Refusal{422, "out_of_time", "This takes longer than can be waited for here."};
  }
  if (const auto refusal = desk.jobs.let_last(job)) return *refusal;
  const auto state = desk.jobs.state(job);
  reply(call.response, 202, {{"job", state ? job_json(*state) : Json()}});
  return std::nullopt;
}

Work question(const Json& request) {
  return {Work::Kind::ask, {request.dump(-1, ' ', false, Json::error_handler_t::replace)}};
}

void add_ask_routes(Router& router) {
  using For = Route::For;
  router.add({"POST", "/api/ask", For::api, ask_now, json_body});
  router.add({"POST", "/api/jobs", For::api, begin, json_body});
  router.add({"GET", "/api/jobs", For::api, list_jobs});
  router.add({"GET", "/api/jobs/{id}", For::api, look});
  router.add({"GET", "/api/jobs/{id}/answer", For::api, answer});
  router.add({"POST", "/api/jobs/{id}/stop", For::api, stop});
  router.add({"DELETE", "/api/jobs/{id}", For::api, cancel});
  router.add({"GET", "/api/library", For::api, library});
  router.add({"GET", "/api/library/{name}", For::api, library_case});
}

}  // namespace entente::server

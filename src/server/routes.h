// All that the server answers, group by group; docs/api.md and docs/openapi.json describe each.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "server/access.h"
#include "server/events.h"
#include "server/jobs.h"
#include "server/password.h"
#include "server/router.h"
#include "server/store.h"

namespace entente::server {

/// What the routes work with; it outlives them.
struct Desk {
  Store& store;
  Jobs& jobs;
  Events& events;
  Access& access;
  Password* password = nullptr;  // where those without a link log in with one
  std::function<void()> link_used_again = {};
  std::string opened = {};
  std::string folder = {};
  std::size_t most_body = 0;
  unsigned seconds = 0;
};

void add_file_routes(Router& router, Desk& desk);
void add_revision_routes(Router& router, Desk& desk);
void add_ask_routes(Router& router, Desk& desk);
void add_page_routes(Router& router, Desk& desk);
void add_login_routes(Router& router, Desk& desk);

/// "1f2e..." in quotes, as a header has it; and back, empty where it is none.
std::string quoted(const std::string& etag);
std::string unquoted(const std::string& header);
/// A number in a path or a query.
std::optional<std::uint64_t> number(const std::string& text);

/// What listeners are told of a case that changed; without etag it is gone. By "here" or "outside".
std::string file_event(const std::string& name, const std::string& etag, const char* by);
nlohmann::ordered_json job_json(const JobState& state);
std::string job_event(const JobState& state);
/// Replies to a change of a case: what it left behind, a conflict with all that a merge takes, or a refusal.
void reply_saved(Desk& desk, Call& call, const std::string& was, const Saving& saving, int status,
                 const nlohmann::ordered_json& notes);

/// What becomes of quick work that takes long: a job that goes on, or nothing.
enum class Late { job, refusal };
/// Begins quick work and waits for it: its result, or the refusal to be replied; nothing where the reply is
/// given already, since it became a job.
std::optional<Outcome<Work_done>> wait_for(Desk& desk, Call& call, Work work, const std::string& what,
                                           Late late);
/// A question as JSON.
Work question(const nlohmann::ordered_json& request);

}  // namespace entente::server

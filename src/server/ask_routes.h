// /api/ask, /api/jobs and /api/library, and what other routes ask of workers.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "server/jobs.h"
#include "server/router.h"

namespace entente::server {

void add_ask_routes(Router& router);

nlohmann::ordered_json job_json(const JobState& state);
std::string job_event(const JobState& state);

/// What becomes of quick work that takes long: a job that goes on, or nothing.
enum class Late { job, refusal };
/// Begins quick work and waits for it: its result, or the refusal to be replied; nothing where the reply is
/// given already, since it became a job.
std::optional<Outcome<Work_done>> wait_for(Desk& desk, Call& call, Work work, const std::string& what,
                                           Late late);
/// A question as JSON.
Work question(const nlohmann::ordered_json& request);

}  // namespace entente::server

// Cases that link others: what they include of the folder, and several files made at once.
#include "server/linked_cases.h"

#include <entente/entente.h>
#include <entente/links.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "server/case_routes.h"
#include "server/news.h"
#include "server/reply.h"
#include "server/store.h"

namespace entente::server {
namespace {

using Json = nlohmann::ordered_json;

bool has_text(const Json& object, const char* key) {
  return object.is_object() && object.contains(key) && object[key].is_string();
}

/// {"files": [{"name", "text"}]}; nothing where it is anything else. What lies deeper is not kept, however
/// deep a body is.
std::optional<std::vector<NewCase>> files_in(const std::string& body) {
  constexpr int deepest = 3;
  const auto is_kept = [](int depth, Json::parse_event_t, const Json&) { return depth <= deepest; };
  const Json json = Json::parse(body, is_kept, false);
  if (!json.is_object() || !json.contains("files") || !json["files"].is_array() || json["files"].empty())
    return std::nullopt;
  std::vector<NewCase> files;
  for (const Json& file : json["files"]) {
    if (!has_text(file, "name") || !has_text(file, "text")) return std::nullopt;
    files.push_back({file["name"].get<std::string>(), file["text"].get<std::string>()});
  }
  return files;
}

void create_all(Desk& desk, Call& call) {
  const auto files = files_in(call.body);
  if (!files)
    return reply(call.response,
                 {400, "bad_request", "Send the files as {\"files\": [{\"name\": ..., \"text\": ...}]}."});
  const auto made = desk.store.create_all(*files, "created");
  if (const Refusal* refusal = refused(made)) return reply(call.response, *refusal);
  Json all = Json::array();
  for (const Saved& saved : std::get<std::vector<Saved>>(made)) {
    if (saved.revision != 0) desk.events.publish("file", file_event(saved.name, saved.etag, "here"));
    all.push_back({{"name", saved.name}, {"etag", saved.etag}, {"revision", saved.revision}});
  }
  reply(call.response, 201, {{"files", all}});
}

}  // namespace

std::vector<std::string> files_included(Desk& desk, const std::string& text) {
  std::vector<std::string> all;
  for (const std::string& file : included_files({.name = {}, .content = text})) {
    const Outcome<Kept> kept = desk.store.read(file);
    if (refused(kept) != nullptr) continue;
    all.push_back(file);
    all.push_back(std::get<Kept>(kept).text);
  }
  return all;
}

void add_linked_case_routes(Router& router) {
  router.add({"POST", "/api/files", Route::For::api, create_all, "application/json"});
}

}  // namespace entente::server

// /api/files, /api/import and /api/changes: the user's cases; and /api/revisions: what a case was, what has
// changed in what it says, and back to it.
#include "server/case_routes.h"

#include <algorithm>
#include <cctype>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "server/ask_routes.h"
#include "server/jobs.h"
#include "server/linked_cases.h"
#include "server/news.h"
#include "server/reply.h"
#include "server/store.h"
#include "server/wire.h"
#include "text/unicode.h"

namespace entente::server {
namespace {

using Json = nlohmann::ordered_json;
using namespace std::chrono_literals;

constexpr const char* toml = "application/toml";
constexpr std::size_t in_a_page = 100;  // revisions

/// What the client had, what it sends, and what is there: all that a merge takes.
void reply_conflict(Desk& desk, Call& call, const std::string& was, const Conflict& conflict) {
  Json json{
      {"error",
       {{"code", "changed_outside"},
        {"message", conflict.now ? "Another program, or another window, changed this case since you read it."
                                 : "This case is no longer there."}}}};
  const Outcome<std::string> base = desk.store.text(was);
  json["base"] = refused(base) ? Json() : Json(std::get<std::string>(base));
  json["yours"] = call.body;
  json["theirs"] = conflict.now ? Json{{"etag", conflict.now->etag}, {"text", conflict.now->text}} : Json();
  reply(call.response, 409, json);
}

void reply_saved(Desk& desk, Call& call, const std::string& was, const Saving& saving, int status,
                 const Json& notes) {
  if (const auto* refusal = std::get_if<Refusal>(&saving)) return reply(call.response, *refusal);
  if (const auto* conflict = std::get_if<Conflict>(&saving))
    return reply_conflict(desk, call, was, *conflict);
  const Saved& saved = std::get<Saved>(saving);
  if (saved.revision != 0) desk.events.publish("file", file_event(saved.name, saved.etag, "here"));
  Json json{{"name", saved.name},
            {"etag", saved.etag.empty() ? Json() : Json(saved.etag)},
            {"revision", saved.revision}};
  if (!notes.is_null()) json["notes"] = notes;
  if (!saved.etag.empty()) call.response.set("ETag", quoted(saved.etag));
  reply(call.response, status, json);
}

void list_files(Desk& desk, Call& call) {
  Json files = Json::array();
  for (const Listed& file : desk.store.list())
    files.push_back(
        {{"name", file.name}, {"etag", file.etag.empty() ? Json() : Json(file.etag)}, {"size", file.size}});
  reply(call.response, 200, {{"files", files}, {"deleted", desk.store.deleted()}});
}

void read_file(Desk& desk, Call& call) {
  const Outcome<Kept> kept = desk.store.read(call.named["name"]);
  if (const Refusal* refusal = refused(kept)) return reply(call.response, *refusal);
  const Kept& found = std::get<Kept>(kept);
  call.response.set("ETag", quoted(found.etag));
  if (unquoted(call.request.header("If-None-Match")) == found.etag) {
    call.response.status = 304;
    return;
  }
  call.response.set_body(found.text, "application/toml; charset=utf-8");
}

/// The hash in If-Match; replies where there is none.
std::optional<std::string> what_it_was(Call& call) {
  std::string was = unquoted(call.request.header("If-Match"));
  if (!was.empty()) return was;
  reply(call.response,
        {428, "if_match_required", "Say in If-Match which text this is about: the ETag it was read with."});
  return std::nullopt;
}

void save(Desk& desk, Call& call) {
  const auto was = what_it_was(call);
  if (was)
    reply_saved(desk, call, *was, desk.store.save(call.named["name"], call.body, *was, "saved"), 200, {});
}

void create(Desk& desk, Call& call) {
  reply_saved(desk, call, {}, desk.store.create(call.named["name"], call.body, "created"), 201, {});
}

void remove(Desk& desk, Call& call) {
  const auto was = what_it_was(call);
  if (was) reply_saved(desk, call, *was, desk.store.remove(call.named["name"], *was), 200, {});
}

/// In small or large letters, as other systems write them.
bool ends_in(const std::string& name, std::string_view ending) {
  if (name.size() <= ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), name.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
}

/// Why a dropped file that is none of GMCR+ is no case either: a picture under any name is refused.
std::optional<Refusal> no_case(const std::string& name, const std::string& content) {
  constexpr int not_imported = 422;
  if (!ends_in(name, ".toml"))
    return Refusal{not_imported, "not_imported",
                   "Only a case (a .toml file) or a conflict saved by GMCR+ (.gmcr) can be imported."};
  if (content.find('\0') != std::string::npos || first_invalid_byte(content))
    return Refusal{not_imported, "not_imported",
                   "This file holds something other than text, so it is no case; nothing was imported."};
  return std::nullopt;
}

Json lines(const std::string& text) {
  Json all = Json::array();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    all.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

void import(Desk& desk, Call& call) {
  const std::string dropped = call.request.query("name");
  std::string text = call.body;
  Json notes = Json::array();
  if (!ends_in(dropped, ".gmcr")) {
    if (const auto refusal = no_case(dropped, text)) return reply(call.response, *refusal);
  } else {
    const auto made =
        wait_for(desk, call, {Work::Kind::import, {dropped, call.body}}, "import", Late::refusal);
    if (!made) return;
    if (const Refusal* refusal = refused(*made)) return reply(call.response, *refusal);
    const Work_done& work = std::get<Work_done>(*made);
    if (work.status != 0) return reply(call.response, {422, "not_imported", work.err});
    text = work.answer;
    notes = lines(work.err);
  }
  const std::string name = desk.store.free_name(case_name_of(dropped));
  reply_saved(desk, call, {}, desk.store.create(name, text, "imported"), 201, notes);
}

/// The next of the events after `seen`, or now and then that there are none; nothing once the client has gone
/// or the server ends.
std::optional<std::string> next_change(Events& events, std::uint64_t& seen, int wire) {
  constexpr int looks = 15;
  for (int k = 1;; ++k) {
    auto text = events.after(seen, 1s);
    if (!text || hung_up(wire)) return std::nullopt;
    if (text->front() != ':' || k == looks) return text;
  }
}

/// Server-sent events for as long as the client listens and the server lives.
void changes(Desk& desk, Call& call) {
  const std::uint64_t last = number(call.request.header("Last-Event-ID")).value_or(desk.events.last());
  call.response.set("Content-Type", "text/event-stream");
  call.response.more = [&events = desk.events, wire = call.request.wire, seen = last,
                        begun = false]() mutable {
    if (!std::exchange(begun, true)) return std::optional<std::string>(": listening\n\n");
    return next_change(events, seen, wire);
  };
}

Json told(const Revision& r) {
  return {{"id", r.id},     {"file", r.file}, {"saved", r.saved},    {"how", r.how},
          {"etag", r.etag}, {"size", r.size}, {"damaged", r.damaged}};
}

Outcome<Revision> named(Desk& desk, const std::string& id) {
  const auto found = number(id);
  if (!found) return Refusal{404, "no_such_revision", "A revision has a number."};
  return desk.store.revision(static_cast<std::int64_t>(*found));
}

void list_revisions(Desk& desk, Call& call) {
  const std::string file = call.request.query("file");
  if (file.empty()) return reply(call.response, {400, "bad_query", "Say of which file: ?file=NAME."});
  const auto before = number(call.request.query("before"));
  const auto found = desk.store.revisions(
      file, before ? std::optional(static_cast<std::int64_t>(*before)) : std::nullopt, in_a_page + 1);
  if (const Refusal* refusal = refused(found)) return reply(call.response, *refusal);
  Json revisions = Json::array();
  for (const Revision& r : std::get<std::vector<Revision>>(found))
    if (revisions.size() < in_a_page) revisions.push_back(told(r));
  const bool more = std::get<std::vector<Revision>>(found).size() > in_a_page;
  reply(call.response, 200, {{"revisions", revisions}, {"more", more}});
}

/// Without a word about the file: it stays as it is.
void keep(Desk& desk, Call& call) {
  const std::string file = call.request.query("file");
  if (file.empty()) return reply(call.response, {400, "bad_query", "Say of which file: ?file=NAME."});
  const Saving saving = desk.store.keep(file, call.body);
  if (const auto* refusal = std::get_if<Refusal>(&saving)) return reply(call.response, *refusal);
  const Saved& saved = std::get<Saved>(saving);
  reply(call.response, 201, {{"name", saved.name}, {"etag", saved.etag}, {"revision", saved.revision}});
}

void read_revision(Desk& desk, Call& call) {
  const auto found = named(desk, call.named["id"]);
  if (const Refusal* refusal = refused(found)) return reply(call.response, *refusal);
  const auto text = desk.store.text(std::get<Revision>(found).etag);
  if (const Refusal* refusal = refused(text)) return reply(call.response, *refusal);
  call.response.set("ETag", quoted(std::get<Revision>(found).etag));
  call.response.set_body(std::get<std::string>(text), "application/toml; charset=utf-8");
}

/// The text that a revision is compared with: that of another one, or of the file as it is.
Outcome<std::string> other_text(Desk& desk, const Call& call, const Revision& first) {
  if (call.request.query("with").empty()) {
    Outcome<Kept> now = desk.store.read(first.file);
    if (const Refusal* refusal = refused(now)) return *refusal;
    return std::move(std::get<Kept>(now).text);
  }
  const auto other = named(desk, call.request.query("with"));
  if (const Refusal* refusal = refused(other)) return *refusal;
  return desk.store.text(std::get<Revision>(other).etag);
}

void compare(Desk& desk, Call& call) {
  const auto found = named(desk, call.named["id"]);
  if (const Refusal* refusal = refused(found)) return reply(call.response, *refusal);
  const Revision& first = std::get<Revision>(found);
  const auto before = desk.store.text(first.etag);
  if (const Refusal* refusal = refused(before)) return reply(call.response, *refusal);
  const auto after = other_text(desk, call, first);
  if (const Refusal* refusal = refused(after)) return reply(call.response, *refusal);
  const Json asked = {{"verb", "diff"},
                      {"name", first.file},
                      {"case", std::get<std::string>(before)},
                      {"beside", files_included(desk, std::get<std::string>(before))},
                      {"after_name", first.file},
                      {"after", std::get<std::string>(after)},
                      {"after_beside", files_included(desk, std::get<std::string>(after))}};
  const auto made = wait_for(desk, call, question(asked), "diff of " + first.file, Late::job);
  if (!made) return;
  if (const Refusal* refusal = refused(*made)) return reply(call.response, *refusal);
  reply_raw(call.response, std::get<Work_done>(*made).answer);
}

void restore(Desk& desk, Call& call) {
  const auto found = named(desk, call.named["id"]);
  if (const Refusal* refusal = refused(found)) return reply(call.response, *refusal);
  const std::string was = unquoted(call.request.header("If-Match"));
  if (was.empty() && call.request.header("If-None-Match") != "*")
    return reply(call.response,
                 {428, "if_match_required",
                  "Say in If-Match what the file is now, or 'If-None-Match: *' where it is gone."});
  const Saving saving =
      desk.store.restore(std::get<Revision>(found).id, was.empty() ? std::nullopt : std::optional(was));
  reply_saved(desk, call, was, saving, 200, {});
}

}  // namespace

std::string file_event(const std::string& name, const std::string& etag, const char* by) {
  return Json{{"name", name}, {"etag", etag.empty() ? Json() : Json(etag)}, {"by", by}}.dump(
      -1, ' ', false, Json::error_handler_t::replace);
}

void add_case_routes(Router& router) {
  using For = Route::For;
  router.add({"GET", "/api/files", For::api, list_files});
  router.add({"GET", "/api/files/{name}", For::api, read_file});
  router.add({"PUT", "/api/files/{name}", For::api, save, toml});
  router.add({"POST", "/api/files/{name}", For::api, create, toml});
  router.add({"DELETE", "/api/files/{name}", For::api, remove});
  router.add({"POST", "/api/import", For::api, import, "application/octet-stream"});
  router.add({"GET", "/api/changes", For::api, changes, {}, true});
  router.add({"GET", "/api/revisions", For::api, list_revisions});
  router.add({"POST", "/api/revisions", For::api, keep, toml});
  router.add({"GET", "/api/revisions/{id}", For::api, read_revision});
  router.add({"GET", "/api/revisions/{id}/diff", For::api, compare});
  router.add({"POST", "/api/revisions/{id}/restore", For::api, restore});
}

}  // namespace entente::server

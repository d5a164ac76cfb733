// /api/files, /api/import and /api/changes: the user's cases.
#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "server/file_name.h"
#include "server/reply.h"
#include "server/routes.h"
#include "text/unicode.h"

namespace entente::server {
namespace {

using Json = nlohmann::ordered_json;
using namespace std::chrono_literals;

constexpr const char* toml = "application/toml";

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
  call.response.set_header("ETag", quoted(found.etag));
  if (unquoted(call.header("If-None-Match")) == found.etag) {
    call.response.status = 304;
    return;
  }
  call.response.set_content(found.text, "application/toml; charset=utf-8");
}

/// The hash in If-Match; replies where there is none.
std::optional<std::string> what_it_was(Call& call) {
  std::string was = unquoted(call.header("If-Match"));
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
  const std::string dropped = call.query("name");
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

/// Server-sent events for as long as the client listens and the server lives.
void changes(Desk& desk, Call& call) {
  const auto seen =
      std::make_shared<std::uint64_t>(number(call.header("Last-Event-ID")).value_or(desk.events.last()));
  auto begun = std::make_shared<bool>(false);
  call.response.set_chunked_content_provider("text/event-stream",
                                             [&desk, seen, begun](std::size_t, httplib::DataSink& sink) {
                                               constexpr int looks = 15;
                                               if (!std::exchange(*begun, true))
                                                 return sink.write(": listening\n\n", 13);
                                               for (int k = 0; k < looks; ++k) {
                                                 const auto text = desk.events.after(*seen, 1s);
                                                 if (!text || !sink.is_writable()) return false;
                                                 if (text->front() != ':' || k + 1 == looks)
                                                   return sink.write(text->data(), text->size());
                                               }
                                               return true;
                                             });
}

}  // namespace

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
  if (!saved.etag.empty()) call.response.set_header("ETag", quoted(saved.etag));
  reply(call.response, status, json);
}

std::string file_event(const std::string& name, const std::string& etag, const char* by) {
  return Json{{"name", name}, {"etag", etag.empty() ? Json() : Json(etag)}, {"by", by}}.dump(
      -1, ' ', false, Json::error_handler_t::replace);
}

void add_file_routes(Router& router, Desk& desk) {
  const auto with = [&desk](void (*answer)(Desk&, Call&)) {
    return [&desk, answer](Call& call) { answer(desk, call); };
  };
  using For = Route::For;
  router.add({"GET", "/api/files", For::api, with(list_files)});
  router.add({"GET", "/api/files/{name}", For::api, with(read_file)});
  router.add({"PUT", "/api/files/{name}", For::api, with(save), toml});
  router.add({"POST", "/api/files/{name}", For::api, with(create), toml});
  router.add({"DELETE", "/api/files/{name}", For::api, with(remove)});
  router.add({"POST", "/api/import", For::api, with(import), "application/octet-stream"});
  router.add({"GET", "/api/changes", For::api, with(changes), {}, true});
}

}  // namespace entente::server

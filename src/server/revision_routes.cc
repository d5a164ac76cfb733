// /api/revisions: what a case was, what has changed in what it says, and back to it.
#include <nlohmann/json.hpp>

#include "server/reply.h"
#include "server/routes.h"

namespace entente::server {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t in_a_page = 100;

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
  const std::string file = call.query("file");
  if (file.empty()) return reply(call.response, {400, "bad_query", "Say of which file: ?file=NAME."});
  const auto before = number(call.query("before"));
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
  const std::string file = call.query("file");
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
  call.response.set_header("ETag", quoted(std::get<Revision>(found).etag));
  call.response.set_content(std::get<std::string>(text), "application/toml; charset=utf-8");
}

/// The text that a revision is compared with: that of another one, or of the file as it is.
Outcome<std::string> other_text(Desk& desk, const Call& call, const Revision& first) {
  if (call.query("with").empty()) {
    Outcome<Kept> now = desk.store.read(first.file);
    if (const Refusal* refusal = refused(now)) return *refusal;
    return std::move(std::get<Kept>(now).text);
  }
  const auto other = named(desk, call.query("with"));
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
                      {"after_name", first.file},
                      {"after", std::get<std::string>(after)}};
  const auto made = wait_for(desk, call, question(asked), "diff of " + first.file, Late::job);
  if (!made) return;
  if (const Refusal* refusal = refused(*made)) return reply(call.response, *refusal);
  reply_raw(call.response, std::get<Work_done>(*made).answer);
}

void restore(Desk& desk, Call& call) {
  const auto found = named(desk, call.named["id"]);
  if (const Refusal* refusal = refused(found)) return reply(call.response, *refusal);
  const std::string was = unquoted(call.header("If-Match"));
  if (was.empty() && call.header("If-None-Match") != "*")
    return reply(call.response,
                 {428, "if_match_required",
                  "Say in If-Match what the file is now, or 'If-None-Match: *' where it is gone."});
  const Saving saving =
      desk.store.restore(std::get<Revision>(found).id, was.empty() ? std::nullopt : std::optional(was));
  reply_saved(desk, call, was, saving, 200, {});
}

}  // namespace

void add_revision_routes(Router& router, Desk& desk) {
  const auto with = [&desk](void (*answer)(Desk&, Call&)) {
    return [&desk, answer](Call& call) { answer(desk, call); };
  };
  using For = Route::For;
  router.add({"GET", "/api/revisions", For::api, with(list_revisions)});
  router.add({"POST", "/api/revisions", For::api, with(keep), "application/toml"});
  router.add({"GET", "/api/revisions/{id}", For::api, with(read_revision)});
  router.add({"GET", "/api/revisions/{id}/diff", For::api, with(compare)});
  router.add({"POST", "/api/revisions/{id}/restore", For::api, with(restore)});
}

}  // namespace entente::server

// The pages: the workbench where it was built, the start page where not, a case's brief; and /api, which
// lists what there is.
#include <entente/entente.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/assets.h"
#include "server/plain_pages.h"
#include "server/reply.h"
#include "server/routes.h"
#include "server/secret.h"
#include "text/sha256.h"

namespace entente::server {
namespace {

using Json = nlohmann::ordered_json;

const Asset* asset(std::string_view name) {
  const auto& all = assets();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Asset& a) { return a.name == name; });
  return found == all.end() ? nullptr : &*found;
}

/// A browser asks each time whether its copy is still the one.
void reply_with(Call& call, const Asset& found) {
  const std::string tag = quoted(sha256(found.bytes).substr(0, 32));
  call.response.headers.erase("Cache-Control");
  call.response.set_header("Cache-Control", "no-cache");
  call.response.set_header("ETag", tag);
  if (call.header("If-None-Match") == tag)
    call.response.status = 304;
  else
    call.response.set_content(found.bytes.data(), found.bytes.size(), std::string(media_type(found.name)));
}

/// The workbench's own page: the word {{nonce}} in it is another one each time, and styles that carry it are
/// let in, which an editor needs that makes its style as it goes.
void reply_with_index(Call& call, const Asset& index) {
  const std::string_view place = "{{nonce}}";
  const std::string nonce = random_hex(16);
  std::string html(index.bytes);
  for (std::size_t at = html.find(place); at != std::string::npos; at = html.find(place, at))
    html.replace(at, place.size(), nonce);
  call.response.headers.erase("Content-Security-Policy");
  call.response.set_header("Content-Security-Policy", policy(" 'nonce-" + nonce + "'"));
  call.response.set_content(html, html_type);
}

void front(Desk& desk, Call& call) {
  if (const Asset* index = asset("index.html")) return reply_with_index(call, *index);
  call.response.set_content(start_page(desk.folder, desk.store.list(), desk.password != nullptr), html_type);
}

void file(Desk&, Call& call) {
  if (const Asset* found = asset(call.named["file"])) return reply_with(call, *found);
  reply(call.response, {404, "no_such_address", "There is nothing at this address."});
}

void style(Desk&, Call& call) {
  call.response.set_content(std::string(plain_style()), "text/css; charset=utf-8");
}

void reply_html(Call& call, int status, const std::string& title, const std::string& message) {
  call.response.status = status;
  call.response.set_content(brief_page(title, message), html_type);
}

void brief(Desk& desk, Call& call) {
  const std::string name = call.named["name"];
  const Outcome<Kept> kept = desk.store.read(name);
  if (const Refusal* refusal = refused(kept))
    return reply_html(call, refusal->status, name, refusal->message);
  const Json asked = {
      {"verb", "analyze"}, {"form", "text"}, {"name", name}, {"case", std::get<Kept>(kept).text}};
  const auto made = wait_for(desk, call, question(asked), "brief of " + name, Late::refusal);
  if (!made) return;
  if (const Refusal* refusal = refused(*made))
    return reply_html(call, refusal->status, name, refusal->message);
  const Json answer = Json::parse(std::get<Work_done>(*made).answer, nullptr, false);
  if (!answer.is_object()) return reply_html(call, 500, name, "The analysis ended without an answer.");
  const auto text = [&](const char* key) {
    return answer.contains(key) && answer[key].is_string() ? answer[key].get<std::string>() : "";
  };
  call.response.set_content(brief_page(name, text("out") + text("err")), html_type);
}

/// A report is a page of its own, with its script and style inside it: shown as if it came from elsewhere, so
/// that nothing in it can use the session.
constexpr const char* report_policy =
    "sandbox allow-scripts allow-downloads allow-modals; default-src 'none'; script-src 'unsafe-inline' "
    "'wasm-unsafe-eval' blob:; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; worker-src "
    "blob:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

void whole_report(Desk& desk, Call& call) {
  const std::string name = call.named["name"];
  const Outcome<Kept> kept = desk.store.read(name);
  if (const Refusal* refusal = refused(kept))
    return reply_html(call, refusal->status, name, refusal->message);
  Work work{Work::Kind::report,
            {name, std::get<Kept>(kept).text, call.query("redact") == "1" ? "redact" : ""}};
  const auto made = wait_for(desk, call, std::move(work), "report of " + name, Late::refusal);
  if (!made) return;
  if (const Refusal* refusal = refused(*made))
    return reply_html(call, refusal->status, name, refusal->message);
  const Work_done& done = std::get<Work_done>(*made);
  if (done.answer.empty()) return reply_html(call, 422, name, done.err);
  for (const char* header : {"Content-Security-Policy", "X-Frame-Options"})
    call.response.headers.erase(header);
  call.response.set_header("Content-Security-Policy", report_policy);
  call.response.set_content(done.answer, html_type);
}

void index(Desk& desk, const Router& router, Call& call) {
  Json routes = Json::array();
  for (const Route& route : router.routes())
    routes.push_back({{"method", route.method}, {"path", route.path}});
  reply(call.response, 200,
        {{"entente", version()},
         {"folder", desk.folder},
         {"opened", desk.opened.empty() ? Json() : Json(desk.opened)},
         {"password", desk.password != nullptr},
         {"limits", {{"case", largest_input}, {"body", desk.most_body}, {"seconds", desk.seconds}}},
         {"routes", routes}});
}

}  // namespace

void add_page_routes(Router& router, Desk& desk) {
  const auto with = [&desk](void (*answer)(Desk&, Call&)) {
    return [&desk, answer](Call& call) { answer(desk, call); };
  };
  using For = Route::For;
  router.add({"GET", "/api", For::api, [&desk, &router](Call& call) { index(desk, router, call); }});
  router.add({"GET", "/", For::page, with(front)});
  router.add({"GET", "/assets/{file}", For::page, with(file)});
  router.add({"GET", "/brief/{name}", For::page, with(brief)});
  router.add({"GET", "/report/{name}", For::page, with(whole_report)});
  router.add({"GET", "/plain.css", For::anyone, with(style)});
}

std::string quoted(const std::string& etag) {
  return '"' + etag + '"';
}

std::string unquoted(const std::string& header) {
  const bool whole = header.size() > 2 && header.front() == '"' && header.back() == '"';
  return whole ? header.substr(1, header.size() - 2) : std::string();
}

std::optional<std::uint64_t> number(const std::string& text) {
  constexpr std::size_t longest = 18;
  if (text.empty() || text.size() > longest) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

}  // namespace entente::server

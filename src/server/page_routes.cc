// The pages: the workbench where it was built, plain HTML where not, a case's brief and its report, coming in
// and going out; and /api, which lists what there is.
#include "server/page_routes.h"

#include <entente/entente.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "server/access.h"
#include "server/ask_routes.h"
#include "server/jobs.h"
#include "server/linked_cases.h"
#include "server/reply.h"
#include "server/secrets.h"
#include "server/store.h"
#include "text/html.h"
#include "text/sha256.h"

namespace entente::server {
namespace {

/// A text as one segment of a path.
std::string as_segment(std::string_view text) {
  std::string segment;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_';
    segment += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return segment;
}

std::string row(const Listed& file) {
  const std::string name = escaped(file.name);
  const std::string way = as_segment(file.name);
  if (file.etag.empty()) return fmt::format("<tr><td>{}</td><td>too large for a case</td></tr>\n", name);
  return fmt::format(
      "<tr><td><a href=\"/report/{0}\">{1}</a></td><td><a href=\"/brief/{0}\">brief</a></td><td><a "
      "href=\"/api/files/{0}\">text</a></td></tr>\n",
      way, name);
}

std::string plain_page(std::string_view title, const std::string& body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
      "<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" "
      "href=\"/plain.css\">\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
      escaped(title), body);
}

std::string_view plain_style() {
  return ":root { color-scheme: light dark; }\n"
         "body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1rem; }\n"
         "td { padding: 0.2rem 1.5rem 0.2rem 0; }\n"
         "pre { overflow-x: auto; white-space: pre-wrap; }\n"
         "label, input, button { display: block; font: inherit; margin: 0.5rem 0; }\n"
         ".wrong { border-left: 0.3rem solid; padding-left: 0.7rem; }\n";
}

std::string start_page(const std::string& folder, const std::vector<Listed>& cases, bool password) {
  std::string body = fmt::format(
      "<h1>Entente</h1>\n<p>The cases in <code>{}</code>. Each opens as its report.</p>\n", escaped(folder));
  if (cases.empty()) body += "<p>There are none yet: <code>entente new my-case.toml</code> makes one.</p>\n";
  body += "<table>\n";
  for (const Listed& file : cases) body += row(file);
  body +=
      "</table>\n<p>This program was built without the workbench, which <code>./dev build</code> builds with "
      "Node.js. What it would use is here all the same: <a href=\"/api\">the API</a>, described in "
      "<code>docs/api.md</code>.</p>\n";
  if (password) body += "<form method=\"post\" action=\"/logout\"><button>Log out</button></form>\n";
  return plain_page("Entente", body);
}

std::string brief_page(const std::string& name, const std::string& text) {
  return plain_page(name, fmt::format("<p><a href=\"/\">All cases</a></p>\n<h1>{}</h1>\n<pre>{}</pre>\n",
                                      escaped(name), escaped(text)));
}

std::string login_page(const std::string& wrong) {
  std::string body = "<h1>Entente</h1>\n";
  if (!wrong.empty()) body += fmt::format("<p class=\"wrong\" role=\"alert\">{}</p>\n", escaped(wrong));
  body +=
      "<form method=\"post\" action=\"/login\">\n<label for=\"password\">Password</label>\n"
      "<input id=\"password\" name=\"password\" type=\"password\" autocomplete=\"current-password\" required "
      "autofocus>\n"
      "<button>Log in</button>\n</form>\n";
  return plain_page("Log in - Entente", body);
}

std::string onward_page(const std::string& to) {
  // A redirect would count as coming from wherever the link stood, and the cookie would not go with it.
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Entente</title>\n<link "
      "rel=\"icon\" href=\"data:,\">\n"
      "<meta http-equiv=\"refresh\" content=\"0; url={0}\">\n</head>\n<body>\n"
      "<p><a href=\"{0}\">Go on to Entente</a></p>\n</body>\n</html>\n",
      escaped(to));
}

std::string stranger_page(bool used_link) {
  return plain_page("Entente", std::string("<h1>Entente</h1>\n") +
                                   (used_link ? "<p>This link was used before, and each is good once. A new "
                                                "one now stands in the terminal where "
                                                "<code>entente serve</code> runs.</p>\n"
                                              : "<p>Open the link that <code>entente serve</code> printed in "
                                                "its terminal: it lets this browser "
                                                "in.</p>\n"));
}

using Json = nlohmann::ordered_json;

const Asset* asset(std::string_view name) {
  const auto found =
      std::find_if(assets.begin(), assets.end(), [&](const Asset& a) { return a.name == name; });
  return found == assets.end() ? nullptr : &*found;
}

/// A browser asks each time whether its copy is still the one.
void reply_with(Call& call, const Asset& found) {
  const std::string tag = quoted(sha256(found.bytes).substr(0, 32));
  call.response.set("Cache-Control", "no-cache");
  call.response.set("ETag", tag);
  if (call.request.header("If-None-Match") == tag)
    call.response.status = 304;
  else
    call.response.set_body(std::string(found.bytes), std::string(media_type(found.name)));
}

/// The workbench's own page: the word {{nonce}} in it is another one each time, and styles that carry it are
/// let in, which an editor needs that makes its style as it goes.
void reply_with_index(Call& call, const Asset& index) {
  const std::string_view place = "{{nonce}}";
  const std::string nonce = random_hex(16);
  std::string html(index.bytes);
  for (std::size_t at = html.find(place); at != std::string::npos; at = html.find(place, at))
    html.replace(at, place.size(), nonce);
  call.response.set("Content-Security-Policy", policy(" 'nonce-" + nonce + "'"));
  call.response.set_body(html, html_type);
}

void front(Desk& desk, Call& call) {
  if (const Asset* index = asset("index.html")) return reply_with_index(call, *index);
  call.response.set_body(start_page(desk.folder, desk.store.list(), desk.password != nullptr), html_type);
}

void file(Desk&, Call& call) {
  if (const Asset* found = asset(call.named["file"])) return reply_with(call, *found);
  reply(call.response, {404, "no_such_address", "There is nothing at this address."});
}

void style(Desk&, Call& call) {
  call.response.set_body(std::string(plain_style()), "text/css; charset=utf-8");
}

void reply_html(Call& call, int status, const std::string& title, const std::string& message) {
  call.response.status = status;
  call.response.set_body(brief_page(title, message), html_type);
}

void brief(Desk& desk, Call& call) {
  const std::string name = call.named["name"];
  const Outcome<Kept> kept = desk.store.read(name);
  if (const Refusal* refusal = refused(kept))
    return reply_html(call, refusal->status, name, refusal->message);
  Json asked = {{"verb", "analyze"}, {"form", "text"}, {"name", name}, {"case", std::get<Kept>(kept).text}};
  if (const std::vector<std::string> files = files_included(desk, std::get<Kept>(kept).text); !files.empty())
    asked["beside"] = files;
  const auto made = wait_for(desk, call, question(asked), "brief of " + name, Late::refusal);
  if (!made) return;
  if (const Refusal* refusal = refused(*made))
    return reply_html(call, refusal->status, name, refusal->message);
  const Json answer = Json::parse(std::get<Work_done>(*made).answer, nullptr, false);
  if (!answer.is_object()) return reply_html(call, 500, name, "The analysis ended without an answer.");
  const auto text = [&](const char* key) {
    return answer.contains(key) && answer[key].is_string() ? answer[key].get<std::string>() : "";
  };
  call.response.set_body(brief_page(name, text("out") + text("err")), html_type);
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
            {name, std::get<Kept>(kept).text, call.request.query("redact") == "1" ? "redact" : ""}};
  const std::vector<std::string> files = files_included(desk, std::get<Kept>(kept).text);
  work.parts.insert(work.parts.end(), files.begin(), files.end());
  const auto made = wait_for(desk, call, std::move(work), "report of " + name, Late::refusal);
  if (!made) return;
  if (const Refusal* refusal = refused(*made))
    return reply_html(call, refusal->status, name, refusal->message);
  const Work_done& done = std::get<Work_done>(*made);
  if (done.answer.empty()) return reply_html(call, 422, name, done.err);
  call.response.headers.erase("X-Frame-Options");  // the policy says more of that
  call.response.set("Content-Security-Policy", report_policy);
  call.response.set_body(done.answer, html_type);
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

constexpr const char* form = "application/x-www-form-urlencoded";
constexpr int see_other = 303;

void redirect(Call& call, const char* to) {
  call.response.status = see_other;
  call.response.set("Location", to);
}

void open(Desk& desk, Call& call) {
  if (call.request.only_head()) return;  // who only looks does not use the link up
  bool used_again = false;
  if (desk.access.take_key(call.request.query("key"), used_again)) {
    call.response.set("Set-Cookie", desk.access.new_cookie());
    return call.response.set_body(onward_page("/"), html_type);
  }
  if (desk.access.has_session(call.request)) return call.response.set_body(onward_page("/"), html_type);
  if (used_again && desk.link_used_again) desk.link_used_again();
  call.response.status = 403;
  call.response.set_body(stranger_page(used_again), html_type);
}

void show_login(Desk& desk, Call& call) {
  if (desk.password == nullptr) return redirect(call, "/");
  call.response.set_body(login_page({}), html_type);
}

void log_in(Desk& desk, Call& call) {
  if (desk.password == nullptr) return redirect(call, "/");
  if (const auto refusal = desk.password->check(form_value(call.body, "password"), call.request.from)) {
    call.response.status = refusal->status;
    return call.response.set_body(login_page(refusal->message), html_type);
  }
  call.response.set("Set-Cookie", desk.access.new_cookie());
  redirect(call, "/");
}

void log_out(Desk& desk, Call& call) {
  desk.access.end_session(call.request);
  redirect(call, desk.password == nullptr ? "/" : "/login");
}

void meet_stranger(Desk& desk, Call& call) {
  if (desk.password != nullptr) return redirect(call, "/login");
  call.response.status = 401;
  call.response.set_body(stranger_page(false), html_type);
}

}  // namespace

void add_page_routes(Router& router) {
  using For = Route::For;
  router.add({"GET", "/api", For::api, [&router](Desk& desk, Call& call) { index(desk, router, call); }});
  router.add({"GET", "/", For::page, front});
  router.add({"GET", "/assets/{file}", For::page, file});
  router.add({"GET", "/brief/{name}", For::page, brief});
  router.add({"GET", "/report/{name}", For::page, whole_report});
  router.add({"GET", "/plain.css", For::anyone, style});
  router.add({"GET", "/open", For::anyone, open});
  router.add({"GET", "/login", For::anyone, show_login});
  router.add({"POST", "/login", For::anyone, log_in, form});
  router.add({"POST", "/logout", For::page, log_out});
  router.add_stranger(meet_stranger);
}

}  // namespace entente::server

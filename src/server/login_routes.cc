// Coming in by a link or by a password, and going out.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "server/form.h"
#include "server/plain_pages.h"
#include "server/reply.h"
#include "server/routes.h"

namespace entente::server {
namespace {

constexpr const char* form = "application/x-www-form-urlencoded";
constexpr int see_other = 303;

void redirect(Call& call, const char* to) {
  call.response.status = see_other;
  call.response.set_header("Location", to);
}

void open(Desk& desk, Call& call) {
  if (call.request.method == "HEAD") return;  // who only looks does not use the link up
  bool used_again = false;
  if (desk.access.take_key(call.query("key"), used_again)) {
    call.response.set_header("Set-Cookie", desk.access.new_cookie());
    return call.response.set_content(onward_page("/"), html_type);
  }
  if (desk.access.has_session(call.request)) return call.response.set_content(onward_page("/"), html_type);
  if (used_again && desk.link_used_again) desk.link_used_again();
  call.response.status = 403;
  call.response.set_content(stranger_page(used_again), html_type);
}

void show_login(Desk& desk, Call& call) {
  if (desk.password == nullptr) return redirect(call, "/");
  call.response.set_content(login_page({}), html_type);
}

void log_in(Desk& desk, Call& call) {
  if (desk.password == nullptr) return redirect(call, "/");
  if (const auto refusal =
          desk.password->check(form_value(call.body, "password"), call.request.remote_addr)) {
    call.response.status = refusal->status;
    return call.response.set_content(login_page(refusal->message), html_type);
  }
  call.response.set_header("Set-Cookie", desk.access.new_cookie());
  redirect(call, "/");
}

void log_out(Desk& desk, Call& call) {
  desk.access.end_session(call.request);
  redirect(call, desk.password == nullptr ? "/" : "/login");
}

void meet_stranger(Desk& desk, Call& call) {
  if (desk.password != nullptr) return redirect(call, "/login");
  call.response.status = 401;
  call.response.set_content(stranger_page(false), html_type);
}

}  // namespace

void add_login_routes(Router& router, Desk& desk) {
  const auto with = [&desk](void (*answer)(Desk&, Call&)) {
    return [&desk, answer](Call& call) { answer(desk, call); };
  };
  using For = Route::For;
  router.add({"GET", "/open", For::anyone, with(open)});
  router.add({"GET", "/login", For::anyone, with(show_login)});
  router.add({"POST", "/login", For::anyone, with(log_in), form});
  router.add({"POST", "/logout", For::page, with(log_out)});
  router.add_stranger(with(meet_stranger));
}

}  // namespace entente::server

// Finding a route; whatever is wrong with a request is said before its body is read.
#include "server/router.h"

#include <algorithm>
#include <new>
#include <string_view>

#include "server/access.h"

namespace entente::server {
namespace {

std::vector<std::string> segments(const std::string& path) {
  std::vector<std::string> all;
  for (std::size_t begin = 1; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    all.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

bool is_named(const std::string& segment) {
  return segment.size() > 2 && segment.front() == '{';
}

/// Whether a path is one of a route's, and what it calls the named parts.
bool matches(const std::vector<std::string>& path, const std::vector<std::string>& route,
             std::map<std::string, std::string>& named) {
  if (path.size() != route.size()) return false;
  named.clear();
  for (std::size_t k = 0; k < path.size(); ++k) {
    if (is_named(route[k]))
      named[route[k].substr(1, route[k].size() - 2)] = path[k];
    else if (path[k] != route[k])
      return false;
  }
  return true;
}

std::string without_parameters(const std::string& type) {
  const std::string bare = type.substr(0, type.find(';'));
  return bare.substr(0, bare.find_last_not_of(" \t") + 1);
}

Guest guest(bool member, const Route* route) {
  if (!member) return Guest::stranger;
  return route != nullptr && route->listens ? Guest::listener : Guest::member;
}

bool refuse(Call& call, const Refusal& refusal) {
  reply(call.response, refusal);
  return false;
}

}  // namespace

Router::Found Router::find(const Request& request) const {
  const std::string method = request.only_head() ? "GET" : request.method;
  const std::vector<std::string> path = segments(request.path);
  Found found;
  for (const Route& route : routes_) {
    std::map<std::string, std::string> named;
    if (!matches(path, segments(route.path), named)) continue;
    if (route.method == method) return {&route, std::move(named)};
    found.other_method = true;
  }
  return found;
}

/// Whether who asks may come in.
bool Router::let_in(Door& door, const Found& found, Call& call) const {
  if (const auto refusal = desk_.access.check_origin(call.request)) return refuse(call, *refusal);
  const bool member = desk_.access.has_session(call.request);
  if (!door.seat(call.request, guest(member, found.route))) {
    call.response.closes = true;
    return refuse(call,
                  {503, "busy",
                   "So many connections are at work that there is none left for this. Close some pages, "
                   "or try again in a moment."});
  }
  if (member || (found.route != nullptr && found.route->whom == Route::For::anyone)) return true;
  if (found.route == nullptr || found.route->whom == Route::For::api)
    return refuse(call, {401, "no_session", "Open the link that 'entente serve' printed, or log in, first."});
  stranger_(desk_, call);
  return false;
}

bool Router::admit(Door& door, const Found& found, Call& call) const {
  if (!let_in(door, found, call)) return false;
  if (found.other_method)
    return refuse(call, {405, "method_not_allowed", "This address does not take that method."});
  if (found.route == nullptr)
    return refuse(call, {404, "no_such_address", "There is nothing at this address."});
  constexpr std::size_t most_of_a_stranger = 8192;
  if (found.route->whom == Route::For::anyone && call.request.body > most_of_a_stranger)
    return refuse(call, {413, "body_too_large", "This takes at most 8,192 bytes."});
  if (!found.route->takes.empty() &&
      without_parameters(call.request.header("Content-Type")) != found.route->takes)
    return refuse(call,
                  {415, "unsupported_media_type", "This takes a body of type " + found.route->takes + "."});
  return true;
}

Response Router::answer(Door& door, const Request& request, const ReadBody& read) const try {
  Response response;
  Found found = find(request);
  Call call{request, response, std::move(found.named)};
  response.closes = request.may_have_body();  // unless it is read
  if (!admit(door, found, call)) return response;
  auto body = read();
  if (!body) return reply(response, {408, "too_slow", "The body did not come, or took too long."}), response;
  call.body = std::move(*body);
  response.closes = false;
  found.route->answer(desk_, call);
  return response;
} catch (const std::bad_alloc&) {
  return response_of({503, "busy", "The server has no memory left for this. Try again in a moment."});
} catch (...) {  // comes from a library, whose words are no matter of the client's
  return response_of({500, "internal", "The server made a mistake with this request."});
}

}  // namespace entente::server

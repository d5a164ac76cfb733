// Finding a route; whatever is wrong with a request is said before its body is read.
#include "server/router.h"

#include <algorithm>
#include <exception>
#include <new>

#include "server/reply.h"

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

std::size_t number_of_bytes(const httplib::Request& request) {
  return request.get_header_value<std::uint64_t>("Content-Length");
}

bool may_have_body(const httplib::Request& request) {
  return request.method == "POST" || request.method == "PUT";
}

Guest guest(bool member, const Route* route) {
  if (!member) return Guest::stranger;
  return route != nullptr && route->listens ? Guest::listener : Guest::member;
}

/// What was thrown comes from a library; its words are no matter of the client's.
void reply_to_exception(httplib::Response& response, const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    reply(response, {503, "busy", "The server has no memory left for this. Try again in a moment."});
  } catch (...) {
    reply(response, {500, "internal", "The server made a mistake with this request."});
  }
}

}  // namespace

Router::Found Router::find(const httplib::Request& request) const {
  const std::string method = request.method == "HEAD" ? "GET" : request.method;
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

bool Router::admit(Door& door, const httplib::Request& request, httplib::Response& response) {
  const auto refuse = [&](const Refusal& refusal) {
    reply(response, refusal);
    if (may_have_body(request)) response.set_header("Connection", "close");
    return false;
  };
  if (const auto refusal = access_.check_origin(request)) return refuse(*refusal);
  const Found found = find(request);
  const bool known = found.route != nullptr && found.route->whom == Route::For::anyone;
  const bool member = access_.has_session(request);
  if (!door.seat(request, guest(member, found.route))) {
    response.set_header("Connection", "close");
    return refuse({503, "busy",
                   "So many connections are at work that there is none left for this. Close some pages, or "
                   "try again in a moment."});
  }
  if (!known && !member) {
    if (found.route == nullptr || found.route->whom == Route::For::api)
      return refuse({401, "no_session", "Open the link that 'entente serve' printed, or log in, first."});
    Call call{request, response};
    stranger_(call);
    return false;
  }
  if (found.other_method)
    return refuse({405, "method_not_allowed", "This address does not take that method."});
  if (found.route == nullptr) return refuse({404, "no_such_address", "There is nothing at this address."});
  constexpr std::size_t most_of_a_stranger = 8192;
  if (known && number_of_bytes(request) > most_of_a_stranger)
    return refuse({413, "body_too_large", "This takes at most 8,192 bytes."});
  if (!found.route->takes.empty() &&
      without_parameters(request.get_header_value("Content-Type")) != found.route->takes)
    return refuse({415, "unsupported_media_type", "This takes a body of type " + found.route->takes + "."});
  return true;
}

void Router::answer(const httplib::Request& request, httplib::Response& response, std::string body) const {
  Found found = find(request);
  if (found.route == nullptr)
    return reply(response, {404, "no_such_address", "There is nothing at this address."});
  Call call{request, response, std::move(found.named), std::move(body)};
  found.route->answer(call);
}

void Router::stand_behind(Door& door) {
  using Handled = httplib::Server::HandlerResponse;
  door.set_pre_routing_handler([this, &door](const httplib::Request& request, httplib::Response& response) {
    return admit(door, request, response) ? Handled::Unhandled : Handled::Handled;
  });
  door.set_exception_handler([](const httplib::Request&, httplib::Response& response,
                                const std::exception_ptr& thrown) { reply_to_exception(response, thrown); });
  // What cpp-httplib refuses by itself has no body.
  door.set_error_handler(httplib::Server::Handler([](const httplib::Request&, httplib::Response& response) {
    if (response.body.empty())
      reply(response, {response.status, "bad_request", "The request cannot be read."});
  }));
  const auto plain = [this](const httplib::Request& request, httplib::Response& response) {
    answer(request, response, {});
  };
  const auto with_body = [this](const httplib::Request& request, httplib::Response& response,
                                const httplib::ContentReader& read) {
    std::string body;
    const bool whole =
        read([&body](const char* text, std::size_t size) { return body.append(text, size), true; });
    if (!whole) return reply(response, {408, "too_slow", "The body did not come, or took too long."});
    answer(request, response, std::move(body));
  };
  door.Get(".*", plain);
  door.Delete(".*", plain);
  door.Post(".*", httplib::Server::HandlerWithContentReader(with_body));
  door.Put(".*", httplib::Server::HandlerWithContentReader(with_body));
}

}  // namespace entente::server

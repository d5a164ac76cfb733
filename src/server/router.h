// From a method and a path to what answers it: one table, from which the API also lists itself.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "server/door.h"
#include "server/refusal.h"
#include "server/reply.h"
#include "server/request.h"

namespace entente::server {

class Access;
class Events;
class Jobs;
class Password;
class Store;

/// What the routes work with; it outlives them.
struct Desk {
  Store& store;
  Jobs& jobs;
  Events& events;
  Access& access;
  Password* password = nullptr;  // where those without a link log in with one
  std::function<void()> link_used_again = {};
  std::string opened = {};
  std::string folder = {};
  std::size_t most_body = 0;
  unsigned seconds = 0;
};

/// A request on its way, with the parts of its path that the route names and its body.
struct Call {
  const Request& request;
  Response& response;
  std::map<std::string, std::string> named = {};
  std::string body = {};
};

struct Route {
  enum class For { anyone, page, api };  // without a session a page explains how to get one, the API refuses
  using Answer = std::function<void(Desk&, Call&)>;
  std::string method;
  std::string path;  // "/api/files/{name}"
  For whom = For::api;
  Answer answer;
  std::string takes = {};  // the content type of its body, where it has one
  bool listens = false;    // its answer has no end
};

class Router {
 public:
  explicit Router(Desk& desk) : desk_(desk) {}

  /// The table must not change once there are requests.
  void add(Route route) { routes_.push_back(std::move(route)); }
  /// What a page answers to who has no session.
  void add_stranger(Route::Answer answer) { stranger_ = std::move(answer); }
  const std::vector<Route>& routes() const { return routes_; }
  /// Answers a request that came in by this door; whatever is wrong with it is said before its body is read.
  Response answer(Door& door, const Request& request, const ReadBody& read) const;

 private:
  struct Found {
    const Route* route = nullptr;
    std::map<std::string, std::string> named = {};
    bool other_method = false;
  };

  Found find(const Request& request) const;
  /// Whether it is to be answered; where not, it has been already.
  bool admit(Door& door, const Found& found, Call& call) const;
  bool let_in(Door& door, const Found& found, Call& call) const;

  Desk& desk_;
  std::vector<Route> routes_;
  Route::Answer stranger_;
};

}  // namespace entente::server

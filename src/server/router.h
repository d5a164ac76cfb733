// From a method and a path to what answers it: one table, from which the API also lists itself.
#pragma once

#include <httplib.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/access.h"
#include "server/door.h"
#include "server/refusal.h"

namespace entente::server {

/// A request on its way, with the parts of its path that the route names and its body.
struct Call {
  const httplib::Request& request;
  httplib::Response& response;
  std::map<std::string, std::string> named = {};
  std::string body = {};

  std::string header(const char* name) const { return request.get_header_value(name); }
  std::string query(const char* name) const { return request.get_param_value(name); }
};

struct Route {
  enum class For { anyone, page, api };  // without a session a page explains how to get one, the API refuses
  std::string method;
  std::string path;  // "/api/files/{name}"
  For whom = For::api;
  std::function<void(Call&)> answer;
  std::string takes = {};  // the content type of its body, where it has one
};

class Router {
 public:
  explicit Router(Access& access) : access_(access) {}

  void add(Route route) { routes_.push_back(std::move(route)); }
  /// What a page answers to who has no session.
  void add_stranger(std::function<void(Call&)> answer) { stranger_ = std::move(answer); }
  const std::vector<Route>& routes() const { return routes_; }
  /// Puts the table behind the door. It must not change afterwards.
  void stand_behind(Door& door);

 private:
  struct Found {
    const Route* route = nullptr;
    std::map<std::string, std::string> named = {};
    bool other_method = false;
  };

  Found find(const httplib::Request& request) const;
  /// Why it is not answered; whether it has been answered otherwise is told by the second.
  bool admit(const httplib::Request& request, httplib::Response& response);
  void answer(const httplib::Request& request, httplib::Response& response, std::string body) const;

  Access& access_;
  std::vector<Route> routes_;
  std::function<void(Call&)> stranger_;
};

}  // namespace entente::server

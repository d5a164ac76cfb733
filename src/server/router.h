// From a method and a path to what answers it: one table, from which the API also lists itself.
#pragma once

#include <httplib.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/access.h"
#include "server/door.h"
#include "server/form.h"
#include "server/refusal.h"

namespace entente::server {

/// A request on its way, with the parts of its path that the route names and its body.
struct Call {
  const httplib::Request& request;
  httplib::Response& response;
  std::map<std::string, std::string> named = {};
  std::string body = {};

  std::string header(const char* name) const { return request.get_header_value(name); }
  /// What stands behind the ?, as it was sent: cpp-httplib would cut a value at its second =.
  std::string query(const char* name) const {
    const std::size_t mark = std::min(request.target.find('?'), request.target.size() - 1);
    return form_value(std::string_view(request.target).substr(mark + 1), name);
  }
};

struct Route {
  enum class For { anyone, page, api };  // without a session a page explains how to get one, the API refuses
  std::string method;
  std::string path;  // "/api/files/{name}"
  For whom = For::api;
  std::function<void(Call&)> answer;
  std::string takes = {};  // the content type of its body, where it has one
  bool listens = false;    // its answer has no end
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
  /// Whether it is to be answered; where not, it has been already.
  bool admit(Door& door, const httplib::Request& request, httplib::Response& response);
  void answer(const httplib::Request& request, httplib::Response& response, std::string body) const;

  Access& access_;
  std::vector<Route> routes_;
  std::function<void(Call&)> stranger_;
};

}  // namespace entente::server

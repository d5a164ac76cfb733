// The workbench's server: a folder of cases over HTTP, for the browser of the one who runs it. Where the
// libraries that it takes are missing at build time, nothing of this is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "entente/answer.h"

namespace entente {

/// What is served, where, to whom and with what limits. An address beyond loopback needs a certificate, its
/// key and a password that was set before.
struct ServeRequest {
  std::string folder = ".";
  std::optional<std::string> opened = {};  // the case in it that the page opens with: a file's name
  std::string address = "127.0.0.1";       // as numbers, or "localhost"
  std::optional<std::uint16_t> port = {};  // without one, the usual port, or any that is free
  std::optional<std::string> certificate = {}, key = {};  // files in PEM
  bool browse = false;                                    // start a browser
  unsigned analyses = 2;                                  // so many quick ones and so many long ones at once
  unsigned seconds = 600;                                 // that one may take
  std::uint64_t memory = std::uint64_t{2} << 30;          // in bytes, that one may take
  std::size_t body = std::size_t{8} << 20;                // of a request, in bytes
};

/// Serves until SIGINT or SIGTERM; what the user must know, the link above all, goes to the sink as it comes
/// up. It forks before it starts a thread, so call it while there is only one.
Answer serve(const ServeRequest& request, const Sink& out);

/// Keeps the hash of the password that those beyond loopback log in with, in the folder's .entente/password.
Answer set_password(const std::string& folder, std::string_view password);

}  // namespace entente

// The server's certificate and key, and the names that it is good for.
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>

#include "server/refusal.h"

namespace entente::server {

class Tls {
 public:
  /// From files in PEM; TLS 1.2 or later.
  static Outcome<Tls> load(const std::string& certificate, const std::string& key);

  SSL_CTX* context() const { return context_.get(); }
  /// Whether the certificate is for this host name or address.
  bool names(const std::string& host) const;

 private:
  struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  };
  std::unique_ptr<SSL_CTX, Free> context_;
};

}  // namespace entente::server

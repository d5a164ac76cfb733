// TLS by OpenSSL.
#include "server/tls.h"

#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <array>

namespace entente::server {
namespace {

std::string last_error() {
  std::array<char, 256> text{};
  ERR_error_string_n(ERR_get_error(), text.data(), text.size());
  return text.data();
}

Refusal unusable(const std::string& what, const std::string& file) {
  return {500, "certificate", fmt::format("the {} in '{}' cannot be used: {}", what, file, last_error())};
}

}  // namespace

Outcome<Tls> Tls::load(const std::string& certificate, const std::string& key) {
  Tls tls;
  tls.context_.reset(SSL_CTX_new(TLS_server_method()));
  SSL_CTX* const context = tls.context();
  if (context == nullptr) return unusable("certificate", certificate);
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_options(context,
                      SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  if (SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) != 1)
    return unusable("certificate", certificate);
  if (SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(context) != 1)
    return unusable("key", key);
  return tls;
}

bool Tls::names(const std::string& host) const {
  X509* const certificate = SSL_CTX_get0_certificate(context());
  if (certificate == nullptr) return false;
  return X509_check_host(certificate, host.data(), host.size(), 0, nullptr) == 1 ||
         X509_check_ip_asc(certificate, host.c_str(), 0) == 1;
}

}  // namespace entente::server

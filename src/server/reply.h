// How answers are written: JSON, errors in one form, and the headers that keep a browser strict.
#pragma once

#include <httplib.h>

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "server/refusal.h"

namespace entente::server {

inline constexpr const char* json_type = "application/json; charset=utf-8";
inline constexpr const char* html_type = "text/html; charset=utf-8";

/// What every answer says: no sniffing, no referrer, no frame, nothing from elsewhere.
const std::vector<std::pair<std::string, std::string>>& safe_headers();

/// The Content-Security-Policy: scripts and styles are files of ours; the engine needs to compile
/// WebAssembly, in a worker made of a blob. `styles` is what may be a style besides.
std::string policy(const std::string& styles);

/// {"error": {"code", "message"}}
std::string error_json(const Refusal& refusal);
void reply(httplib::Response& response, const Refusal& refusal);
void reply(httplib::Response& response, int status, const nlohmann::ordered_json& value);
/// JSON that is written already.
void reply_raw(httplib::Response& response, std::string json);

/// Text as it may stand in HTML, in quotes too.
std::string escaped(std::string_view text);

}  // namespace entente::server

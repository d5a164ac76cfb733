// libFuzzer: any bytes asked as a request; the answer is one JSON object that says how it went.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "entente/ask.h"

namespace {

using entente::ask;

void look_at(std::string_view request) {
  constexpr double longest = 0.05;  // seconds, of what is looked at with diagrams
  std::string all;
  const auto out = [&](std::string_view piece) { return all.append(piece), true; };
  const entente::Watching at_once = {.cancelled = [] { return true; }};
  ask(request, at_once, out, {.seconds = longest});
  const auto json = nlohmann::json::parse(all, nullptr, false);
  if (!json.is_object() || json.size() != 3 || !json["status"].is_number() || !json["err"].is_string())
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  look_at({reinterpret_cast<const char*>(data), size});
  return 0;
}

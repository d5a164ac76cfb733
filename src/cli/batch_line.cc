// The line of a batch that is about one case.
#include "cli/batch_line.h"

#include <entente/answer.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/json_line.h"

namespace entente::cli {
namespace {

/// What is no UTF-8 is U+FFFD.
std::string text_in_json(std::string_view text) {
  using Json = nlohmann::json;
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// `null` where there is no answer, or not all of one.
std::string on_one_line(const std::string& answer) {
  const std::string line = WithoutIndents().of(answer);
  return nlohmann::json::accept(line) ? line : "null";
}

}  // namespace

std::string batch_line(std::string_view verb, std::string_view name, const CaseAnswer& answer) {
  return fmt::format("{{\"batch\":{},\"case\":{},\"status\":{},\"out\":{},\"err\":{}}}\n", text_in_json(verb),
                     text_in_json(name), answer.status, on_one_line(answer.out), text_in_json(answer.err));
}

}  // namespace entente::cli

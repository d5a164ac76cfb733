// An answer of any form put into one JSON object, piece by piece.
#include "library/ask_answer.h"

#include "brief/json.h"

namespace entente {
namespace {

/// A text as JSON on one line; bytes that are no UTF-8 are replaced.
std::string as_json(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Sink AskAnswer::sink(Form form) {
  if (form == Form::json)
    return [this](std::string_view piece) { return begin() && !(broken_ = !out_(piece)); };
  is_text_ = true;
  return [this](std::string_view piece) { return text_.append(piece), true; };
}

bool AskAnswer::begin() {
  if (!begun_) broken_ = !out_("{\"out\":");
  begun_ = true;
  return !broken_;
}

bool AskAnswer::finish(const Answer& answer) {
  const bool empty = !begun_ && (text_.empty() || answer.status == status::program_fault);
  if (!begin()) return false;
  if (is_text_ || empty) out_(empty ? "null" : as_json(text_));
  return out_(",\"status\":" + std::to_string(answer.status) + ",\"err\":" + as_json(answer.err) + "}");
}

}  // namespace entente

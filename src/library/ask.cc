// A request read, held against the table of verbs, and answered.
#include "entente/ask.h"

#include "brief/json.h"
#include "library/ask_reading.h"
#include "library/page_memory.h"

namespace entente {
namespace {

/// What is left of the program where there is no more memory, or it fails itself: answers that need none.
constexpr std::string_view no_memory =
    R"({"out":null,"status":3,"err":"there is not enough memory for this\n"})";
constexpr std::string_view no_answer =
    R"({"out":null,"status":4,"err":"this is a fault of the program; please report it with the case\n"})";

/// A text as JSON on one line; bytes that are no UTF-8 are replaced.
std::string as_json(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// An answer of any form put into one JSON object, piece by piece.
class Frame {
 public:
  explicit Frame(const Sink& out) : out_(out) {}

  /// Takes a verb's answer: JSON goes on as it comes, any other form as one string at the end.
  Sink sink(Form form) {
    if (form == Form::json)
      return [this](std::string_view piece) { return begin() && !(broken_ = !out_(piece)); };
    is_text_ = true;
    return [this](std::string_view piece) { return text_.append(piece), true; };
  }

  /// The rest of the object; false where it could not all be written.
  bool finish(const Answer& answer) {
    const bool empty = !begun_ && (text_.empty() || answer.status == status::program_fault);
    if (!begin()) return false;
    if (is_text_ || empty) out_(empty ? "null" : as_json(text_));
    return out_(",\"status\":" + std::to_string(answer.status) + ",\"err\":" + as_json(answer.err) + "}");
  }

 private:
  bool begin() {
    if (!begun_) broken_ = !out_("{\"out\":");
    begun_ = true;
    return !broken_;
  }

  const Sink& out_;
  std::string text_;
  bool is_text_ = false;
  bool begun_ = false;
  bool broken_ = false;
};

Answer answer(const ReadRequest& read, Frame& to) {
  if (!read.wrong.empty()) return {status::misasked, "error: " + read.wrong + "\n"};
  try {
    return read.verb->answer(read.question, to.sink(read.question.form));
  } catch (...) {
    if (read.question.memory != nullptr) read.question.memory->pages() = {};  // it may be half changed
    return thrown();
  }
}

Answer ask_or_throw(std::string_view request, const Watching& watching, const Sink& out, const Limits& limits,
                    AskMemory* memory) {
  ReadRequest read = read_request(request, limits);
  read.question.watching = watching;
  read.question.memory = memory;
  Frame to(out);
  const Answer done = answer(read, to);
  return {to.finish(done) ? done.status : status::faulty};
}

/// What was thrown told where not even the answer's frame could be written.
Answer last_words(const Sink& out) try {
  const bool memory = thrown().status == status::over_budget;
  return {!out(memory ? no_memory : no_answer) ? status::faulty
          : memory                             ? status::over_budget
                                               : status::program_fault};
} catch (...) {
  return {status::program_fault};
}

}  // namespace

AskMemory::AskMemory() : pages_(std::make_unique<PageMemory>()) {}
AskMemory::~AskMemory() = default;

Answer ask(std::string_view request, const Watching& watching, const Sink& out, const Limits& limits,
           AskMemory* memory) {
  try {
    return ask_or_throw(request, watching, out, limits, memory);
  } catch (...) {
    return last_words(out);
  }
}

}  // namespace entente

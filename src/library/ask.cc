// A request read, held against the table of verbs, and answered.
#include "entente/ask.h"

#include "library/ask_answer.h"
#include "library/ask_reading.h"
#include "library/page_memory.h"

namespace entente {
namespace {

/// What is left of the program where there is no more memory, or it fails itself: answers that need none.
constexpr std::string_view no_memory =
    R"({"out":null,"status":3,"err":"there is not enough memory for this\n"})";
constexpr std::string_view no_answer =
    R"({"out":null,"status":4,"err":"this is a fault of the program; please report it with the case\n"})";

Answer answer(const AskReading& reading, AskAnswer& to) {
  if (!reading.wrong.empty()) return {status::misasked, "error: " + reading.wrong + "\n"};
  try {
    return reading.verb->answer(reading.wanted, reading.form, to.sink(reading.form));
  } catch (...) {
    if (reading.wanted.memory != nullptr) reading.wanted.memory->pages() = {};  // it may be half changed
    return thrown();
  }
}

Answer ask_or_throw(std::string_view request, const Watching& watching, const Sink& out, const Limits& limits,
                    AskMemory* memory) {
  AskReading reading = read_request(request, limits);
  reading.wanted.watching = watching;
  reading.wanted.memory = memory;
  AskAnswer to(out);
  const Answer done = answer(reading, to);
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

// A request read, held against the table of verbs, and answered.
#include "entente/ask.h"

#include <fmt/format.h>

#include <new>

#include "library/ask_answer.h"
#include "library/ask_reading.h"
#include "library/page_memory.h"

namespace entente {
namespace {

/// What is left of the program where there is no more memory: an answer that needs none.
constexpr std::string_view no_memory =
    R"({"out":null,"status":3,"err":"there is not enough memory for this\n"})";

Answer answer(const AskReading& reading, AskAnswer& to) {
  if (!reading.wrong.empty()) return {misasked, "error: " + reading.wrong + "\n"};
  return reading.verb->answer(reading.wanted, reading.form, to.sink(reading.form));
}

Answer ask_or_throw(std::string_view request, const Watching& watching, const Sink& out, const Limits& limits,
                    AskMemory* memory) {
  AskReading reading = read_request(request, limits);
  reading.wanted.watching = watching;
  reading.wanted.memory = memory;
  AskAnswer to(out);
  const Answer done = answer(reading, to);
  return {to.finish(done) ? done.status : 1};
}

}  // namespace

AskMemory::AskMemory() : pages_(std::make_unique<PageMemory>()) {}
AskMemory::~AskMemory() = default;

Answer ask(std::string_view request, const Watching& watching, const Sink& out, const Limits& limits,
           AskMemory* memory) {
  try {
    return ask_or_throw(request, watching, out, limits, memory);
  } catch (const std::bad_alloc&) {
    return {out(no_memory) ? 3 : 1};
  }
}

}  // namespace entente

// The engine as a WebAssembly module: a request in, an answer out, both as bytes in its memory.
#include <cstdlib>
#include <string>
#include <string_view>

#include "entente/ask.h"

#define EXPORTED extern "C" __attribute__((visibility("default"), used))

/// Room for a request; `engine_free` gives it back.
EXPORTED void* engine_room(std::size_t bytes) {
  return std::malloc(bytes);
}
EXPORTED void engine_free(void* room) {
  std::free(room);
}

/// What is kept between requests.
EXPORTED entente::AskMemory* engine_memory() {
  return new entente::AskMemory;
}

/// An answer, whose bytes are had with the two below; `engine_forget` gives it back.
EXPORTED std::string* engine_ask(entente::AskMemory* memory, const char* request, std::size_t bytes) {
  auto* answer = new std::string;
  entente::ask(
      {request, bytes}, {}, [answer](std::string_view piece) { return answer->append(piece), true; }, {},
      memory);
  return answer;
}
EXPORTED const char* engine_text(const std::string* answer) {
  return answer->data();
}
EXPORTED std::size_t engine_size(const std::string* answer) {
  return answer->size();
}
EXPORTED void engine_forget(std::string* answer) {
  delete answer;
}

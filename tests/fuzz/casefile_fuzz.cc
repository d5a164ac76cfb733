// libFuzzer: any bytes read as a case; every fault stands in the file, and can be printed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "casefile/casefile.h"
#include "casefile/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const entente::Text text("case.toml", std::string(reinterpret_cast<const char*>(data), size));
  entente::Diagnostics diagnostics;
  entente::casefile::read(text, diagnostics);
  for (const entente::Diagnostic& one : diagnostics.sorted()) {
    if (one.at.begin > one.at.end || one.at.end > size) std::abort();
  }
  entente::printed(diagnostics, text, {});
  return 0;
}

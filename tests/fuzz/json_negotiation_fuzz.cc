// libFuzzer: any bytes, parted by NUL, read as files of GeniusWeb and of NegoLog; a case made of them can be
// read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "exchange/geniusweb.h"
#include "exchange/negolog.h"
#include "parted_files.h"
#include "sound_case.h"

namespace {

using entente::exchange::GivenFile;
using entente::exchange::MadeCase;
using entente::exchange::Refused;

void expect_sound(const std::variant<MadeCase, Refused>& of) {
  const auto* made = std::get_if<MadeCase>(&of);
  if (made != nullptr && !sound(made->text)) std::abort();
}

/// A second profile of the domain of the first, which is any, so that the fuzzer gets beyond a lack of one.
std::vector<GivenFile> with_another(std::vector<GivenFile> files) {
  if (files.size() == 1) files.push_back(files.front());
  return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<GivenFile> files =
      with_another(parted({reinterpret_cast<const char*>(data), size}, ".json"));
  for (const GivenFile& file : files) {
    entente::geniusweb::is_geniusweb(file.content);
    entente::negolog::is_negolog(file.content);
  }
  expect_sound(entente::geniusweb::case_of(files, ""));
  expect_sound(entente::negolog::case_of(files, ""));
  return 0;
}

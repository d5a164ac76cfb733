// libFuzzer: any bytes, parted by NUL, read as a domain of GENIUS and its profiles; a case made of them can
// be read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "exchange/genius.h"
#include "parted_files.h"
#include "sound_case.h"

namespace {

using entente::exchange::GivenFile;

/// Profiles that a domain of any issues may have, so that the fuzzer gets beyond a lack of them.
std::vector<GivenFile> with_two_profiles(std::vector<GivenFile> files) {
  const std::string profile =
      "<utility_space><objective><issue index=\"1\"><item value=\"a\" evaluation=\"1\"/></issue>"
      "<weight index=\"1\" value=\"1\"/></objective></utility_space>";
  while (files.size() < 3) files.push_back({"given.xml", profile});
  return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<GivenFile> files =
      with_two_profiles(parted({reinterpret_cast<const char*>(data), size}, ".xml"));
  for (const GivenFile& file : files) entente::genius::is_genius(file.content);
  const auto made = entente::genius::case_of(files, "");
  const auto* of = std::get_if<entente::exchange::MadeCase>(&made);
  if (of != nullptr && !sound(of->text)) std::abort();
  return 0;
}

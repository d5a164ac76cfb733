// libFuzzer: any bytes read as a game in normal form; what is read is a case.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "exchange/normal_form.h"
#include "sound_case.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  entente::exchange::begins_as_normal_form(content);
  // Most bytes are behind a head that is right.
  for (const std::string& text : {content, "NFG 1 R \"\" { \"a\" \"b\" } { " + content}) {
    const auto made = entente::exchange::case_of_normal_form({"game.nfg", text});
    const auto* of = std::get_if<entente::exchange::MadeCase>(&made);
    if (of != nullptr && !sound(of->text)) std::abort();
  }
  return 0;
}

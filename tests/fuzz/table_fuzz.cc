// libFuzzer: any bytes read as a table of states and, behind a byte of nothing, transitions; what is read is
// a case.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "exchange/table_case.h"
#include "sound_case.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all{reinterpret_cast<const char*>(data), size};
  const std::size_t end = std::min(all.find('\0'), size);
  entente::Diagnostics diagnostics;
  const entente::Text states("t.csv", std::string(all.substr(0, end)));
  const entente::exchange::StateTable table = entente::exchange::read_state_table(states, diagnostics);
  if (diagnostics.faulty()) return 0;
  if (!sound(entente::exchange::case_of_table(table, nullptr, "A table").text)) std::abort();
  const entente::Text moves("m.csv", std::string(all.substr(std::min(end + 1, size))));
  const auto read = entente::exchange::read_transitions(moves, table, diagnostics);
  if (!diagnostics.faulty() && !sound(entente::exchange::case_of_table(table, &read, "A table").text))
    std::abort();
  return 0;
}

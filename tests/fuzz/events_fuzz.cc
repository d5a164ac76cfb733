// libFuzzer: any bytes read as a table of parties and, behind a NUL, as tables of GDELT and of ACLED; a case
// made of them can be read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "exchange/acled.h"
#include "exchange/event_case.h"
#include "exchange/gdelt.h"
#include "sound_case.h"

namespace {

using namespace entente;

/// Columns of GDELT for what has none, so that the fuzzer gets beyond a lack of them.
std::string as_gdelt(std::string_view bytes) {
  std::string row = "1\t20160102\t\t\t\t";
  row += bytes.substr(0, bytes.find('\n'));
  for (int k = 0; k < 23; ++k) row += '\t';
  return row + "04" + std::string(28, '\t');
}

template <class Read>
void expect_sound(const std::string& parties, const exchange::EventWords& words, const Read& read) {
  Diagnostics diagnostics;
  exchange::ActorTable actors(Text("parties.csv", parties), diagnostics);
  if (diagnostics.faulty()) return;
  const DateSpan days{date_span("0001")->first, date_span("9999")->last};
  exchange::EventDrafts drafts(days, actors, words);
  read(drafts);
  if (!sound(case_of_events(drafts, actors, words, days.last, "fuzz").text)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(bytes.find('\0'), bytes.size());
  const std::string parties = "actor,party\n" + std::string(bytes.substr(0, end));
  const std::string_view table = bytes.substr(std::min(end + 1, bytes.size()));
  gdelt::begins_as_gdelt(table);
  acled::begins_as_acled(table);
  expect_sound(parties, gdelt::words(), [&](exchange::EventDrafts& drafts) {
    gdelt::read_rows(table, drafts);
    gdelt::read_rows(as_gdelt(table), drafts);
  });
  const std::string acled_table = "event_date,event_type,actor1,actor2\n" + std::string(table);
  expect_sound(parties, acled::words(), [&](exchange::EventDrafts& drafts) {
    static_cast<void>(acled::read_rows("a.csv", table, drafts));
    static_cast<void>(acled::read_rows("a.csv", acled_table, drafts));
  });
  return 0;
}

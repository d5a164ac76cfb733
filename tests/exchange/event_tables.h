// Rows of tables of events for tests, and the drafts that come of them.
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "exchange/acled.h"
#include "exchange/event_case.h"
#include "exchange/gdelt.h"
#include "exchange/made_or_refused.h"
#include "exchange/told.h"

namespace entente::exchange {

/// A row of GDELT; each actor is a code, a name and a country.
inline std::string gdelt_row(const std::string& day, const std::array<std::string, 3>& first,
                             const std::array<std::string, 3>& second, const std::string& root,
                             std::size_t columns = 58, const std::string& id = "7") {
  std::vector<std::string> cells(columns);
  cells[0] = id;
  cells[1] = day;
  for (std::size_t k = 0; k < 3; ++k) {
    cells[5 + k] = first[k];
    cells[15 + k] = second[k];
  }
  cells[28] = root;
  if (columns > 57) cells[columns - 1] = "https://news.example/" + id;
  std::string row;
  for (std::size_t k = 0; k < columns; ++k) row += (k == 0 ? "" : "\t") + cells[k];
  return row + "\n";
}

inline const std::array<std::string, 3> japan = {"JPNGOV", "TOKYO", "JPN"};
inline const std::array<std::string, 3> korea = {"PRK", "NORTH KOREA", "PRK"};
inline const std::array<std::string, 3> russia = {"RUS", "RUSSIA", "RUS"};
inline const std::array<std::string, 3> nobody = {"", "", ""};

inline const std::string sample_parties =
    "actor,party\nJPN,Japan\nNorth Korea,North Korea\nJPNMIL,Japan's army\n";

/// Everything that comes of tables of one kind.
struct Drafted {
  std::vector<std::string> events;    // "2016-01-02 0>1 13 x3", by the numbers of the parties
  std::vector<std::string> left_out;  // sentences
  std::string text;                   // the case
};

using Rows = void (*)(const std::string& content, EventDrafts& drafts);

inline void of_gdelt(const std::string& content, EventDrafts& drafts) {
  gdelt::read_rows(content, drafts);
}

inline void of_acled(const std::string& content, EventDrafts& drafts) {
  const auto why = acled::read_rows("a.csv", content, drafts);
  EXPECT_FALSE(why.has_value()) << why->message;
}

inline Drafted drafted(Rows rows, const std::vector<std::string>& tables,
                       const std::string& from = "2016-01-01", const std::string& to = "2016-12-31",
                       const std::string& parties = sample_parties) {
  Diagnostics diagnostics;
  const Text text("parties.csv", parties);
  ActorTable actors(text, diagnostics);
  EXPECT_EQ(told(diagnostics, text), "");
  const EventWords& words = rows == of_gdelt ? gdelt::words() : acled::words();
  const DateSpan days{date_span(from)->first, date_span(to)->last};
  EventDrafts drafts(days, actors, words);
  for (const std::string& table : tables) {
    drafts.begin_file("t" + std::to_string(&table - tables.data()) + ".csv");
    rows(table, drafts);
  }
  Drafted all;
  for (const auto& [key, of] : drafts.drafts())
    all.events.push_back(iso(key.date) + " " + std::to_string(key.first) +
                         (key.second ? ">" + std::to_string(*key.second) : "") + " " + key.kind + " x" +
                         std::to_string(of.count));
  all.left_out = drafts.left_out();
  all.text = case_of_events(drafts, actors, words, days.last, "Events").text;
  return all;
}

using Texts = std::vector<std::string>;

}  // namespace entente::exchange

// What a row of a table of events says, whoever made the table, and how such a table tells of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "exchange/actor_table.h"
#include "model/date.h"

namespace entente::exchange {

/// The texts are of the table and live as long as it is read.
struct EventRow {
  Date date;
  ActorNames first = {}, second = {};  // all empty where it names none
  std::string_view kind = {};
  std::string_view id = {};      // its own
  std::string_view source = {};  // where to read on, or what the table notes
};

/// How drafts of the events of one kind of table are worded.
struct EventWords {
  std::string_view table;  // "GDELT"
  bool directed = false;   // whether the first actor acts on the second
  const char* rest = "";   // what else its rows have and is left out, a sentence
  /// What the kind is called besides, for a comment; none where the sentence has it.
  std::string (*kind)(std::string_view kind) = nullptr;
  /// The event in a sentence; of one actor the second is empty.
  std::string (*sentence)(std::string_view kind, std::uint64_t rows, std::string_view first,
                          std::string_view second) = nullptr;
};

/// Why a row cannot be read.
enum class Damage : std::uint8_t { columns, quotes, text, date, kind };

/// Takes rows as they are read.
class EventSink {
 public:
  EventSink() = default;
  EventSink(const EventSink&) = delete;
  EventSink& operator=(const EventSink&) = delete;
  virtual ~EventSink() = default;
  virtual void take(const EventRow& row) = 0;
  /// A row that cannot be read; lines are counted from 1.
  virtual void damaged(Damage why, std::uint64_t line) = 0;
  /// That days like 03/04/2024 are taken to have the day first.
  virtual void day_first() = 0;
};

}  // namespace entente::exchange

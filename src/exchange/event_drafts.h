// Rows of a table of events gathered to drafts: one a day, actors and kind; and what was left out of them.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "exchange/event_rows.h"

namespace entente::exchange {

/// What makes rows one draft. Without a second party, one alone is named.
struct DraftKey {
  Date date;
  std::size_t first = 0;
  std::optional<std::size_t> second;
  std::string kind;

  bool operator==(const DraftKey&) const = default;
  bool operator<(const DraftKey& other) const {
    return std::tie(date, first, second, kind) < std::tie(other.date, other.first, other.second, other.kind);
  }
};

/// How many rows are in a draft, and of the first of them its id and where to read on.
struct DraftRows {
  std::uint64_t count = 0;
  std::string id;
  std::string source;
};

/// The most drafts that are kept: those of the first days.
inline constexpr std::size_t most_drafts = 1000;

class EventDrafts final : public EventSink {
 public:
  /// Of the days from the first to the last, these included.
  EventDrafts(DateSpan days, ActorTable& actors, const EventWords& words)
      : days_(days), actors_(actors), words_(words) {}

  void take(const EventRow& row) override;
  void damaged(Damage why, std::uint64_t line) override;
  void day_first() override { day_first_ = true; }

  /// Rows from here on are of this file.
  void begin_file(const std::string& name) { file_ = name; }

  const std::map<DraftKey, DraftRows>& drafts() const { return drafts_; }
  /// What was left out, and why, a sentence each.
  std::vector<std::string> left_out() const;

 private:
  struct Damaged {
    std::uint64_t rows = 0;
    std::uint64_t line = 0;  // of the first
    std::string file = {};
  };

  void keep(DraftKey key, const EventRow& row);
  void miss(const ActorNames& actor);
  std::string missed_told() const;
  void tell_damaged(std::vector<std::string>& told) const;
  void tell_cut(std::vector<std::string>& told) const;

  DateSpan days_;
  ActorTable& actors_;
  const EventWords& words_;
  std::string file_;
  std::map<DraftKey, DraftRows> drafts_;
  std::map<std::string, std::uint64_t, std::less<>> missed_;  // actors of no party, with rows
  std::array<Damaged, 5> damaged_;                            // by Damage
  std::uint64_t other_days_ = 0, nobody_ = 0, others_ = 0, within_ = 0, beyond_ = 0;  // rows
  bool day_first_ = false;
};

}  // namespace entente::exchange

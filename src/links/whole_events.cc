// Events in order, and what two files tell of one fact.
#include "links/whole_events.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace entente {
namespace {

using casefile::Event;

std::set<std::string> doers(const Event& event) {
  std::set<std::string> all;
  if (event.by)
    for (const casefile::String& one : event.by->value) all.insert(one.value);
  return all;
}

/// Dates as they are written, "2015", "2015-11" or "2015-11-02", begin in this order.
std::string begin_of(const Event& event) {
  std::string day = casefile::text_of(event.date);
  constexpr std::string_view first = "0000-01-01";
  return day.size() < first.size() ? day + std::string(first.substr(day.size())) : day;
}

class Merging {
 public:
  explicit Merging(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::vector<Event> all(std::vector<std::vector<Event>>& histories) {
    std::vector<std::size_t> next(histories.size(), 0);
    while (const auto k = earliest(histories, next)) add(std::move(histories[*k][next[*k]++]), *k);
    return std::move(merged_);
  }

 private:
  static std::optional<std::size_t> earliest(const std::vector<std::vector<Event>>& histories,
                                             const std::vector<std::size_t>& next) {
    std::optional<std::size_t> first;
    for (std::size_t k = 0; k < histories.size(); ++k)
      if (next[k] < histories[k].size() &&
          (!first || begin_of(histories[k][next[k]]) < begin_of(histories[*first][next[*first]])))
        first = k;
    return first;
  }

  void add(Event event, std::size_t file) {
    for (std::size_t e = 0; e < merged_.size(); ++e)
      if (files_[e] != file && same_fact(merged_[e], event)) {
        if (sets_nothing_new(event)) return;
        if (merged_[e].sets.empty()) {
          take(event.sets);
          merged_[e] = std::move(event);
          return;
        }
        diagnostics_.report(
            {Severity::warning,
             "event-told-twice",
             event.at,
             "another case that is linked has an event of the same day by the same parties, and "
             "both change something",
             "if it is one fact, let one of the cases tell it",
             {{merged_[e].at, "the other event is here"}}});
      }
    take(event.sets);
    merged_.push_back(std::move(event));
    files_.push_back(file);
  }

  /// The same day and the same doers; where nobody is named, in the same words.
  static bool same_fact(const Event& a, const Event& b) {
    return casefile::text_of(a.date) == casefile::text_of(b.date) && doers(a) == doers(b) &&
           (!doers(a).empty() || casefile::text_of(a.what) == casefile::text_of(b.what));
  }

  bool sets_nothing_new(const Event& event) const {
    return std::all_of(event.sets.begin(), event.sets.end(), [&](const casefile::Entry& entry) {
      const auto known = now_.find(entry.key.value);
      return known != now_.end() && known->second == entry.value.value;
    });
  }

  void take(const std::vector<casefile::Entry>& sets) {
    for (const casefile::Entry& entry : sets) now_[entry.key.value] = entry.value.value;
  }

  Diagnostics& diagnostics_;
  std::vector<Event> merged_;
  std::vector<std::size_t> files_;          // of each
  std::map<std::string, std::string> now_;  // what events set options to so far
};

}  // namespace

std::vector<Event> merged(std::vector<std::vector<Event>> histories, Diagnostics& diagnostics) {
  return Merging(diagnostics).all(histories);
}

}  // namespace entente

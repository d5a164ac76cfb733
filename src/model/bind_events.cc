// The history: events in order, and the values that they leave the options with.
#include <fmt/format.h>

#include <map>

#include "model/binder.h"

namespace entente {
namespace {

/// The last setting of an option: to which value, where; no value where that has faults.
struct Setting {
  std::optional<Value> value;
  Place at;
};

class Events {
 public:
  explicit Events(Binder& binder) : binder_(binder) {}

  void bind(const casefile::Event& written) {
    Event event;
    const std::optional<DateSpan> date = binder_.date(written.date);
    if (date) check_order(*date, written.date->at);
    event.date = date.value_or(DateSpan{});
    event.what = text_of(written.what);
    if (written.by) event.by = binder_.parties(written.by->value);
    event.sets = sets(written);
    event.grounds = binder_.grounds(written.grounds);
    binder_.model.events.push_back(std::move(event));
    if (!date || written.hole("sets")) sure_ = false;
  }

  /// Each option that events set ends at its status quo.
  void check_status_quo() {
    if (!sure_ || binder_.written.cut || binder_.written.hole("event")) return;
    for (const auto& [id, setting] : last_) {
      const Option& option = binder_.model[id];
      if (!setting.value || *setting.value == option.status_quo || !known_status_quo(id)) continue;
      const std::string& name = binder_.words.option[index(id)].name;
      binder_.teller.fault(
          "event-status-quo", setting.at,
          fmt::format("the last event that sets option '{}' leaves it at '{}', but its status quo is '{}'",
                      name, option.values[*setting.value], option.values[option.status_quo]),
          {},
          {{binder_.made.places.status_quo[index(id)],
            fmt::format("'{}' is defined here, with status quo '{}'", name,
                        option.values[option.status_quo])}});
    }
  }

 private:
  /// A later event may not have ended before an earlier one began; one that did is told once.
  void check_order(DateSpan date, Place at) {
    if (latest_ && date.last < latest_->first) {
      binder_.teller.fault("event-order", at, "this event ended before an earlier one in the list began",
                           "events stand oldest first", {{latest_at_, "that event is dated here"}});
      latest_.reset();
      sure_ = false;
    }
    if (latest_ && date.first < latest_->first) return;
    latest_ = date;
    latest_at_ = at;
  }

  std::vector<std::pair<OptionId, Value>> sets(const casefile::Event& written) {
    std::vector<std::pair<OptionId, Value>> found;
    std::vector<Place>& places = binder_.made.places.sets.emplace_back();
    for (const casefile::Entry& entry : written.sets) {
      const std::optional<OptionId> option = binder_.formulas.option(entry.key);
      if (!option) continue;
      const std::optional<Value> value = binder_.formulas.value(*option, entry.value);
      last_[*option] = {value, entry.value.at};
      if (!value) continue;
      found.emplace_back(*option, *value);
      places.push_back(entry.value.at);
    }
    return found;
  }

  bool known_status_quo(OptionId id) const { return binder_.status_quo_known[index(id)]; }

  Binder& binder_;
  std::optional<DateSpan> latest_;  // the event that began last so far
  Place latest_at_;
  std::map<OptionId, Setting> last_;
  bool sure_ = true;
};

}  // namespace

void bind_events(Binder& binder) {
  Events events(binder);
  for (const casefile::Event& event : binder.written.events) events.bind(event);
  events.check_status_quo();
}

}  // namespace entente

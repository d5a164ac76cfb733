// Drafts of events as a case to be completed: each event is marked as a draft, and says where it is from.
#include "exchange/event_case.h"

#include <fmt/format.h>

#include "text/unicode.h"

namespace entente::exchange {
namespace {

constexpr unsigned longest_list_of_actors = 200;

constexpr const char* to_be_done = R"(
# Before more than the past can be asked about, this is to be filled in:
# - Look each event up. Where it is so, say in 'what' what happened in your own words, and take 'draft' out; where
#   it is not, or does not matter, take the event out.
# - Give each party its choices: [[party.option]], with 'status_quo' as it was on the date below, and 'start' as it
#   was before the first event.
# - Say which events changed which option: sets = { "party.option" = "value" }.
# - Say what each party wants: [[party.preference]]. Nothing of that kind is made of events.
)";

class EventCase {
 public:
  EventCase(const EventDrafts& drafts, const ActorTable& actors, const EventWords& words)
      : drafts_(drafts), parties_(actors.parties()), words_(words) {}

  MadeCase make(Date last_day, std::string_view title) {
    std::vector<std::string> notes = drafts_.left_out();
    notes.emplace_back(words_.rest);
    const std::string what = fmt::format("Events of {}, as drafts", words_.table);
    std::string head = case_head(what, notes, title);
    head.insert(head.find("\nformat = "), to_be_done);
    out_ = fmt::format("{}date = {}\n", head, iso(last_day));
    for (const ActorParty& one : parties_) party(one);
    for (const auto& [key, rows] : drafts_.drafts()) event(key, rows);
    return {std::move(out_), std::move(notes)};
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }

  void party(const ActorParty& one) {
    std::string actors;
    for (const std::string& actor : one.actors) {
      actors += (actors.empty() ? "" : ", ") + actor;
      if (actors.size() > longest_list_of_actors) break;
    }
    line(fmt::format("\n[[party]]\nid = \"{}\"\nname = {}", one.id, toml_text(one.name)));
    line(fmt::format("# its actors: {}", entente::one_line(actors, longest_list_of_actors)));
  }

  void event(const DraftKey& key, const DraftRows& rows) {
    const ActorParty& first = parties_[key.first];
    const ActorParty* const second = key.second ? &parties_[*key.second] : nullptr;
    line(fmt::format("\n[[event]]\ndate = {}", iso(key.date)));
    line("what = " + toml_text(words_.sentence(key.kind, rows.count, first.name,
                                               second != nullptr ? std::string_view(second->name) : "")));
    if (words_.directed || second == nullptr)
      line(fmt::format("by = \"{}\"", first.id));
    else
      line(fmt::format("# by = [\"{}\", \"{}\"]  # or one of the two: {} does not say whose doing it was",
                       first.id, second->id, words_.table));
    line("draft = true");
    line(one_line(
        fmt::format("# {}{}", words_.kind != nullptr ? words_.kind(key.kind) + ". " : "", first_row(rows))));
  }

  static std::string first_row(const DraftRows& rows) {
    return fmt::format("The first row is {}{}{}", rows.id.empty() ? "without an id" : rows.id,
                       rows.source.empty() ? "" : ": ", rows.source);
  }

  const EventDrafts& drafts_;
  const std::vector<ActorParty>& parties_;
  const EventWords& words_;
  std::string out_;
};

}  // namespace

MadeCase case_of_events(const EventDrafts& drafts, const ActorTable& actors, const EventWords& words,
                        Date last_day, std::string_view title) {
  return EventCase(drafts, actors, words).make(last_day, title);
}

}  // namespace entente::exchange

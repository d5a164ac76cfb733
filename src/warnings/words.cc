// Warnings of what the words and dates of a case show by themselves.
#include "warnings/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "model/teller.h"
#include "model/wording.h"
#include "states/course.h"
#include "text/capitals.h"
#include "text/verb_forms.h"

namespace entente {
namespace {

using casefile::String;

class TextWarnings {
 public:
  TextWarnings(const casefile::Case& written, const Model& model, Diagnostics& diagnostics)
      : written_(written), model_(model), teller_(diagnostics) {}

  void tell() {
    same_names();
    for (std::size_t p = 0; p < written_.parties.size(); ++p) party(p);
    for (std::size_t j = 0; j < written_.joints.size(); ++j) joint(j);
    deadline();
    events();
  }

 private:
  void warn(const char* code, Place at, const std::string& message, const std::string& help = {},
            std::vector<Note> notes = {}) {
    teller_.warning(code, at, message, help, std::move(notes));
  }

  /// Things that readers cannot tell apart.
  template <class Things>
  void same(const Things& things, const std::string& kind, const auto& name_of) {
    std::map<std::string, const String*> met;
    for (const auto& thing : things) {
      const String* const name = name_of(thing);
      if (name == nullptr || folded(name->value).empty()) continue;
      const auto [first, fresh] = met.emplace(capitals(folded(name->value)), name);
      if (!fresh)
        warn("same-name", name->at, fmt::format("{} are called '{}'", kind, folded(name->value)),
             "readers cannot tell them apart", {{first->second->at, "the other one is here"}});
    }
  }

  /// Labels of a joint option follow the names of several.
  void joint(std::size_t j) {
    const casefile::Joint& written = written_.joints[j];
    const std::size_t first = model_.options.size() - written_.joints.size();
    const std::vector<PartyId> members = model_.members(model_.options[first + j].mover);
    std::string names;
    for (std::size_t k = 0; k < members.size(); ++k)
      names += (k == 0 ? "" : k + 1 < members.size() ? ", " : " and ") + folded(model_[members[k]].name);
    if (written.labels)
      for (const String& each : written.labels->value) label(names, true, false, each);
  }

  void same_names() {
    const auto name = [](const auto& thing) {
      return thing.name ? &*thing.name : thing.id ? &*thing.id : nullptr;
    };
    same(written_.parties, "two parties", name);
    same(written_.joints, "two joint options", name);
    for (const casefile::Joint& joint : written_.joints)
      if (joint.labels)
        same(joint.labels->value, "two values of one option", [](const String& label) { return &label; });
    for (const casefile::Party& party : written_.parties) {
      same(party.options, "two options of one party", name);
      for (const casefile::Option& option : party.options)
        if (option.labels)
          same(option.labels->value, "two values of one option", [](const String& label) { return &label; });
    }
  }

  void party(std::size_t p) {
    const auto id = static_cast<PartyId>(p);
    if (!taken_for_many(p))
      for (const casefile::Option& option : written_.parties[p].options)
        if (option.labels)
          for (const String& each : option.labels->value)
            label(folded(model_.parties[p].name), model_.many(id), true, each);
    same_wishes(p);
    for (std::size_t k = 0; k < written_.parties[p].preferences.size(); ++k) {
      const auto& since = written_.parties[p].preferences[k].since;
      const std::optional<Date> from = model_.parties[p].preferences[k].since;
      if (since && from && model_.day() && *model_.day() < *from)
        warn("not-yet-in-force", since->at,
             "this statement is not in force on the date of the case, " + iso(*model_.date),
             "it counts only on later days, with --as-of");
    }
  }

  /// Whether a name has a word that may be of many: "the villages", "the people of the lane".
  static bool may_be_many(std::string_view name) {
    constexpr std::array<std::string_view, 5> words = {"people", "police", "men", "women", "children"};
    while (!name.empty()) {
      const std::string_view word = first_word(name);
      const bool genitive = word.ends_with("'s") || word.ends_with("’s");
      if ((word.ends_with('s') && !genitive) || std::find(words.begin(), words.end(), word) != words.end())
        return true;
      name.remove_prefix(std::min(word.size() + 1, name.size()));
    }
    return false;
  }

  /// Whether a party is taken for many since none of its labels has a verb in -s, though its name speaks of
  /// one; told once.
  bool taken_for_many(std::size_t p) {
    const casefile::Party& party = written_.parties[p];
    const std::string name = folded(model_.parties[p].name);
    if (party.plural || !model_.many(static_cast<PartyId>(p)) || may_be_many(name)) return false;
    for (const casefile::Option& option : party.options)
      if (option.labels && !option.labels->value.empty()) {
        const String& first = option.labels->value[0];
        if (reads_as_verb(folded(first.value), false)) continue;  // it may be of one, or is not English
        warn("label-form", first.at,
             fmt::format("'{}' is taken for many, since its labels have no verb in -s, as in '{} {}'", name,
                         name, folded(first.value)),
             "begin them with a verb in -s, as in 'opens its ports', or write plural = true");
        return true;
      }
    return false;
  }

  /// Wishes of one party that are met by the same situations, as they are written.
  void same_wishes(std::size_t p) {
    std::map<ConditionId, std::size_t> met;
    const std::vector<Preference>& all = model_.parties[p].preferences;
    for (std::size_t k = 0; k < all.size(); ++k) {
      const auto& written = written_.parties[p].preferences[k].statement;
      const auto [first, fresh] = met.emplace(all[k].statement, k);
      const auto& other = written_.parties[p].preferences[first->second].statement;
      const bool dated = all[k].since || all[k].until || all[first->second].since || all[first->second].until;
      const EqualStatements alike = model_.parties[p].equals(k);
      const bool counted_twice = std::count(alike.begin(), alike.end(), first->second) != 0;
      if (fresh || dated || counted_twice || !written || !other) continue;
      warn("same-wish", written->at, "this says the same as a wish before it", "take one of the two out",
           {{other->at, "the other one is here"}});
    }
  }

  /// `plural`: whether the name's own `plural` could say otherwise.
  void label(const std::string& name, bool many, bool plural, const String& label) {
    const std::string phrase = folded(label.value);
    if (phrase.empty() || reads_as_verb(phrase, many)) return;
    const bool capital = phrase.front() >= 'A' && phrase.front() <= 'Z';
    warn("label-form", label.at,
         fmt::format("a label follows the name of {} as a verb does, and '{} {}' does not read so",
                     plural ? "its party" : "its parties", name, phrase),
         capital   ? "begin it with a verb and a small letter, as in 'opens its ports'"
         : !plural ? "begin it with a verb without -s, as in 'open their ports'"
         : many    ? "begin it with a verb without -s, as in 'open their ports', or write plural = false"
                   : "begin it with a verb in -s, as in 'opens its ports', or write plural = true");
  }

  void deadline() {
    if (!written_.agreement || !written_.agreement->by) return;
    if (model_.deadline() && model_.day() && *model_.deadline() < *model_.day())
      warn("deadline-past", written_.agreement->by->at,
           "the deadline is before the date of the case, " + iso(*model_.date),
           "no settlement can be in time");
  }

  void events() {
    const Layout layout(model_);
    const std::vector<Word> words = course(model_, layout);
    std::set<OptionId> set_before;
    for (std::size_t k = 0; k < model_.events.size(); ++k) {
      const Event& event = model_.events[k];
      if (!event.sets.empty() && words[k] == words[k + 1]) without_effect(k, set_before);
      if (model_.date && model_.date->last < event.date.first && written_.events[k].date)
        warn("event-to-come", written_.events[k].date->at,
             "this event is after the date of the case, " + iso(*model_.date),
             "an event is of the past; mend one of the dates");
      for (const auto& [option, value] : event.sets) set_before.insert(option);
    }
  }

  void without_effect(std::size_t k, const std::set<OptionId>& set_before) {
    const auto& [id, value] = model_.events[k].sets[0];
    const Option& option = model_[id];
    const std::string name = model_.reference(id);
    std::vector<Note> notes;
    std::string help;
    if (const casefile::Option* const where = without_start(id); where && !set_before.contains(id)) {
      const std::string& other = option.values[value == 0 ? 1 : 0];
      help = fmt::format("where it was otherwise before, say so at the option, as start = \"{}\"", other);
      notes.push_back({where->at, "this option has no 'start', and so begins at '" + option.values[0] + "'"});
    }
    warn("event-without-effect", written_.events[k].sets[0].value.at,
         fmt::format("this event changes nothing: '{}' is at '{}' before it", name, option.values[value]),
         help, std::move(notes));
  }

  const casefile::Option* without_start(OptionId option) const {
    const casefile::Option& written = casefile::option_of(written_, index(option));
    return written.start ? nullptr : &written;
  }

  const casefile::Case& written_;
  const Model& model_;
  Teller teller_;
};

}  // namespace

void warn_of_text(const casefile::Case& written, const Model& model, Diagnostics& diagnostics) {
  TextWarnings(written, model, diagnostics).tell();
}

}  // namespace entente

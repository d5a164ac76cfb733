// The edits that lead from one case to another, by meaning.
#include "compare/edits.h"

#include <algorithm>
#include <optional>

#include "compare/edit_statements.h"
#include "compare/same_meaning.h"

namespace entente {
namespace {

using namespace casefile;

/// The element of a list with an id; null where there is none.
template <class T>
T* by_id(std::vector<T>& all, const std::string& id) {
  const auto it = std::find_if(all.begin(), all.end(), [&](const T& one) { return string_of(one.id) == id; });
  return it == all.end() ? nullptr : &*it;
}

template <class T>
const T* by_id(const std::vector<T>& all, const std::string& id) {
  return by_id(const_cast<std::vector<T>&>(all), id);
}

class Edits {
 public:
  Edits(const Case& before, const Case& after) : before_(before), after_(after) {}

  std::vector<Edit> all() {
    names();
    agreement();
    parties();
    rules();
    stakes();
    if (string_of(before_.date) != string_of(after_.date))
      add("the date is now " + told(after_.date), [date = after_.date](Case& c) { c.date = date; });
    return std::move(all_);
  }

 private:
  void add(std::string what, std::function<void(Case&)> make) {
    all_.push_back({std::move(what), std::move(make)});
  }
  static std::string told(const std::optional<String>& s) { return s ? s->value : "none"; }

  void names() {
    for (const Entry& now : after_.names) {
      const Entry* then = entry(before_.names, now.key.value);
      if (then && same_formula(then->value, now.value)) continue;
      add("the name '" + now.key.value + "' is " + (then ? "now " : "new: ") + quoted(now.value),
          [now](Case& c) { set_entry(c.names, now); });
    }
    for (const Entry& then : before_.names)
      if (!entry(after_.names, then.key.value))
        add("the name '" + then.key.value + "' is gone",
            [key = then.key.value](Case& c) { erase_entry(c.names, key); });
  }

  void agreement() {
    if (same_meaning(before_.agreement, after_.agreement)) return;
    const std::string what = !after_.agreement ? "no agreement is named any more"
                             : !before_.agreement
                                 ? "an agreement is named"
                                 : "the agreement is another: " + agreement_text(*after_.agreement);
    add(what, [agreement = after_.agreement](Case& c) { c.agreement = agreement; });
  }

  void parties() {
    for (const Party& now : after_.parties) {
      const Party* then = by_id(before_.parties, string_of(now.id));
      if (then)
        party(*then, now);
      else
        add("the party '" + string_of(now.id) + "' is new", [now](Case& c) { c.parties.push_back(now); });
    }
    for (const Party& then : before_.parties)
      if (const std::string id = string_of(then.id); !by_id(after_.parties, id))
        add("the party '" + id + "' is gone", [id](Case& c) {
          std::erase_if(c.parties, [&](const Party& p) { return string_of(p.id) == id; });
        });
  }

  void party(const Party& then, const Party& now) {
    const std::string id = string_of(now.id);
    options(then, now);
    for (StatementEdit& e : statement_edits(then, now))
      add("'" + id + "' " + e.what, [id, make = std::move(e.make)](Case& c) {
        if (Party* p = by_id(c.parties, id)) make(*p);
      });
    if (!same_formulas(then.ranking, now.ranking))
      add("'" + id + "' ranks the states in another way", [id, ranking = now.ranking](Case& c) {
        if (Party* p = by_id(c.parties, id)) p->ranking = ranking;
      });
  }

  void options(const Party& then, const Party& now) {
    const std::string party = string_of(now.id);
    for (const Option& o : now.options) {
      const Option* old = by_id(then.options, string_of(o.id));
      const std::string name = "'" + party + "." + string_of(o.id) + "'";
      if (!old)
        add("the option " + name + " is new", [party, o](Case& c) {
          if (Party* p = by_id(c.parties, party)) p->options.push_back(o);
        });
      else
        option(party, name, *old, o);
    }
    for (const Option& o : then.options)
      if (const std::string id = string_of(o.id); !by_id(now.options, id))
        add("the option '" + party + "." + id + "' is gone", [party, id](Case& c) {
          if (Party* p = by_id(c.parties, party))
            std::erase_if(p->options, [&](const Option& one) { return string_of(one.id) == id; });
        });
  }

  void option(const std::string& party, const std::string& name, const Option& then, const Option& now) {
    const auto change = [&](const std::string& what, std::function<void(Option&)> make) {
      add(name + " " + what, [party, id = string_of(now.id), make = std::move(make)](Case& c) {
        if (Party* p = by_id(c.parties, party))
          if (Option* o = by_id(p->options, id)) make(*o);
      });
    };
    if (texts_of(then.values) != texts_of(now.values))
      change("has other values", [now](Option& o) { o.values = now.values, o.labels = now.labels; });
    if (status_quo_of(then) != status_quo_of(now))
      change("is at '" + status_quo_of(now) + "' today",
             [v = now.status_quo](Option& o) { o.status_quo = v; });
    if (string_of(then.start) != string_of(now.start))
      change("starts elsewhere", [v = now.start](Option& o) { o.start = v; });
    if (moves_of(then) != moves_of(now))
      change("moves in another way: " + moves_of(now), [v = now.moves](Option& o) { o.moves = v; });
    if (!same_formula(then.when, now.when))
      change("can be changed " + (now.when ? "only where " + quoted(*now.when) : std::string("at any time")),
             [v = now.when](Option& o) { o.when = v; });
    if (string_of(then.takes) != string_of(now.takes))
      change("takes " + (now.takes ? now.takes->value : std::string("no time")),
             [v = now.takes](Option& o) { o.takes = v; });
  }

  void rules() {
    for (const Rule& now : after_.rules)
      if (!contains(before_.rules, now))
        add(rule_text(now) + " is a new rule", [now](Case& c) { c.rules.push_back(now); });
    for (const Rule& then : before_.rules)
      if (!contains(after_.rules, then))
        add(rule_text(then) + " is no rule any more", [then](Case& c) {
          std::erase_if(c.rules, [&](const Rule& r) { return same_meaning(r, then); });
        });
  }

  static bool contains(const std::vector<Rule>& all, const Rule& rule) {
    return std::any_of(all.begin(), all.end(), [&](const Rule& r) { return same_meaning(r, rule); });
  }

  void stakes() {
    for (const Stake& now : after_.stakes) {
      const Stake* then = by_id(before_.stakes, string_of(now.id));
      if (then && same_meaning(*then, now)) continue;
      add("the stake '" + string_of(now.id) + "' is " + (then ? "held otherwise" : "new"), [now](Case& c) {
        if (Stake* s = by_id(c.stakes, string_of(now.id)))
          *s = now;
        else
          c.stakes.push_back(now);
      });
    }
    for (const Stake& then : before_.stakes)
      if (const std::string id = string_of(then.id); !by_id(after_.stakes, id))
        add("the stake '" + id + "' is gone", [id](Case& c) {
          std::erase_if(c.stakes, [&](const Stake& s) { return string_of(s.id) == id; });
        });
  }

  const Case& before_;
  const Case& after_;
  std::vector<Edit> all_;
};

}  // namespace

std::vector<Edit> edits(const Case& before, const Case& after) {
  return Edits(before, after).all();
}

}  // namespace entente

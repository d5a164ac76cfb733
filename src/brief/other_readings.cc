// What `states` tells besides the five concepts, where it is asked for: of coalitions, and by other readings
// of an answer.
#include "brief/other_readings.h"

#include <algorithm>
#include <span>

#include "view/state_ids.h"
#include "words/english.h"

namespace entente {
namespace {

/// How many situations lie in a set of listed ones; a class where all of it does.
Count whole_once(const View& view, const StateSet& set) {
  return counted_once(view.model(), *view.states(), set, ClassCounts::whole);
}

/// How many situations are stable, a row an actor, a column a concept.
class StableTable {
 public:
  StableTable(const View& view, std::string actor, std::span<const Concept> columns)
      : view_(view), columns_(columns), table_{{{std::move(actor)}}, {}} {
    for (const Concept c : columns) {
      table_.right.push_back(table_.rows[0].size());
      table_.rows[0].push_back(capitals(std::string(id(c))));
    }
  }

  /// `stable`: where, by concept.
  template <class Stable>
  void add(const std::string& actor, const Stable& stable) {
    std::vector<std::string>& row = table_.rows.emplace_back(std::vector<std::string>{actor});
    for (const Concept c : columns_) row.push_back(size(stable(c)));
  }

  const Table& table() const { return table_; }

 private:
  std::string size(const StateSet& set) const { return grouped(whole_once(view_, set)); }
  std::string size(const Set& set) const {
    return set ? grouped(counted_once(view_, set, ClassCounts::whole)) : "?";
  }

  const View& view_;
  std::span<const Concept> columns_;
  Table table_;
};

/// A row a coalition; the last row is for all coalitions and single parties together.
void add_coalitions(StableTable& table, const Voice& voice, const CoalitionVerdicts& v) {
  for (std::size_t k = 0; k < v.coalitions.size(); ++k)
    table.add(voice.names(v.coalitions[k]), [&](Concept c) { return v.stable[k].at(slot(c)); });
  table.add("all of these, and each party alone", [&](Concept c) { return v.stable_for_all.at(slot(c)); });
}

void tell_coalitions(Sheet& sheet, const View& view, const Voice& voice, const CoalitionVerdicts& v) {
  sheet.paragraph(
      "In how many of them each coalition is stable, by the same concepts, for what all its members would "
      "gain by:");
  sheet.gap();
  StableTable table(view, "coalition", concepts);
  add_coalitions(table, voice, v);
  sheet.table(table.table(), 0);
  sheet.gap();
}

/// Parties of which no wish in force is marked as strong.
std::vector<std::string> without_strong_wishes(const Voice& voice) {
  std::vector<std::string> all;
  for (const PartyId i : voice.model().party_ids())
    if (voice.model()[i].strong(voice.model().day()).empty()) all.push_back(voice.name(i));
  return all;
}

std::size_t place(Concept c) {
  return static_cast<std::size_t>(std::find(strong_concepts.begin(), strong_concepts.end(), c) -
                                  strong_concepts.begin());
}

StableTable strong_table(const View& view, const Voice& voice, const StatesAsked& asked) {
  const StrongSeen& seen = *asked.strong;
  StableTable table(view, "strongly stable for", strong_concepts);
  for (const MoverId i : view.model().mover_ids())
    table.add(voice.name(i), [&](Concept c) { return seen.at(place(c)).stable[index(i)]; });
  table.add("all of them", [&](Concept c) { return seen.at(place(c)).equilibria; });
  if (asked.strong_coalitions != nullptr) add_coalitions(table, voice, *asked.strong_coalitions);
  return table;
}

void tell_strong(Sheet& sheet, const View& view, const Voice& voice, const StatesAsked& asked) {
  sheet.paragraph(
      "Where an answer deters only if it leaves somebody who would gain strongly worse off, by those wishes "
      "alone that the case marks as strong (strength of preference, --strong), so many situations are "
      "stable:");
  sheet.gap();
  sheet.table(strong_table(view, voice, asked).table(), 0);
  sheet.gap();
  if (const std::vector<std::string> none = without_strong_wishes(voice); !none.empty())
    sheet.paragraph("The case marks no wish of " + listed(none, "or") +
                    " as strong, and without one nothing is strongly worse.");
  sheet.paragraph("That is no part of what is called stable elsewhere.");
  sheet.gap();
}

/// "it is stable for the ministry in 3 and Uniroyal in 4, and for all of them in 2".
std::string stable_words(const View& view, const Voice& voice, const std::vector<StateSet>& stable) {
  std::vector<std::string> all;
  for (PartyId i : voice.model().party_ids())
    all.push_back(voice.name(i) + " in " + grouped(whole_once(view, stable[index(i)])));
  return "it is stable for " + listed(all) + ", and for all of them in " +
         grouped(whole_once(view, in_all(stable))) + ". That is no part of what is called stable elsewhere.";
}

std::string simultaneous_words(const View& view, const Voice& voice, const std::vector<StateSet>& stable) {
  return "Where others may improve their own positions at the same moment (simultaneous sanctioning, --sim), "
         "a situation is stable for a party if each gain of its own could so come to nothing: " +
         stable_words(view, voice, stable);
}

std::string foreseen_words(const View& view, const Voice& voice, const Foreseen& foreseen) {
  const std::string begin =
      foreseen.horizon
          ? "Where both parties look " + counted(*foreseen.horizon, "move") +
                " ahead, each in turn (limited-move stability, --horizon " +
                std::to_string(*foreseen.horizon) + ")"
          : "Where both parties look ahead as far as can be, each move in turn (non-myopic stability, "
            "--horizon all)";
  return begin +
         ", a situation is stable for a party if no move of its own is foreseen to end better for it: " +
         stable_words(view, voice, foreseen.stable);
}

}  // namespace

StateSet in_all(const std::vector<StateSet>& sets) {
  StateSet all = sets.front();
  for (const StateSet& set : sets) all &= set;
  return all;
}

void tell_other_readings(Sheet& sheet, const View& view, const Voice& voice, const StatesAsked& asked) {
  if (asked.coalitions != nullptr && !asked.coalitions->coalitions.empty())
    tell_coalitions(sheet, view, voice, *asked.coalitions);
  if (asked.sim != nullptr) {
    sheet.paragraph(simultaneous_words(view, voice, *asked.sim));
    sheet.gap();
  }
  if (asked.strong != nullptr) tell_strong(sheet, view, voice, asked);
  if (asked.foreseen != nullptr) {
    sheet.paragraph(foreseen_words(view, voice, *asked.foreseen));
    sheet.gap();
  }
}

}  // namespace entente

// Which actors of a table of events are which parties of a case: each actor stands once, and so does its
// party.
#include "exchange/actor_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "exchange/csv.h"
#include "exchange/made_case.h"
#include "model/limits.h"

namespace entente::exchange {
namespace {

constexpr std::size_t longest_name = 256;

/// Letters of ASCII alone.
std::string in_small_letters(std::string_view text) {
  std::string small(text);
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

}  // namespace

class ActorReader {
 public:
  ActorReader(ActorTable& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

  void read(const std::vector<Record>& records) {
    if (!read_head(records.front())) return;
    for (std::size_t k = 1; k < records.size(); ++k) row(records[k]);
    if (records.size() == 1)
      fail(records.front().front().at, "no actor stands in this table", "add a row for each");
  }

  void fail(Place at, std::string message, std::string help, std::vector<Note> notes = {}) {
    diagnostics_.report({.code = "table-parties",
                         .at = at,
                         .message = std::move(message),
                         .help = std::move(help),
                         .notes = std::move(notes)});
  }

 private:
  bool read_head(const Record& head) {
    const auto is = [&](std::size_t k, const char* word) {
      return same_but_for_capitals(head[k].text, word);
    };
    const bool right =
        head.size() == 2 && ((is(0, "actor") && is(1, "party")) || (is(0, "party") && is(1, "actor")));
    actor_column_ = right && is(1, "actor") ? 1 : 0;
    if (!right)
      fail(head.front().at, "a table of parties has the columns actor and party",
           "let its first line be: actor,party");
    return right;
  }

  void row(const Record& cells) {
    if (cells.size() != 2)
      return fail(cells.front().at, fmt::format("this row has {} cells, not two", cells.size()),
                  "write the actor as the events have it, and the party");
    const Cell &actor = cells[actor_column_], &party = cells[1 - actor_column_];
    for (const Cell* cell : {&actor, &party})
      if (cell->text.empty() || cell->text.size() > longest_name)
        return fail(cell->at, fmt::format("a name of 1 to {} bytes has to stand here", longest_name),
                    "write the actor as the events have it, and the party");
    const auto [at, fresh] = places_.emplace(in_small_letters(actor.text), actor.at);
    if (!fresh)
      return fail(actor.at, fmt::format("the actor '{}' stands here twice", actor.text),
                  "take one of the two out", {{at->second, "the first one is here"}});
    const std::size_t number = party_number(party);
    if (number == most_parties) return;
    table_.parties_[number].actors.push_back(actor.text);
    table_.actors_.emplace(at->first, ActorTable::Actor{number, table_.actors_.size(), actor.text});
  }

  /// Of the party that is so called, capitals apart; it is added where there is none.
  std::size_t party_number(const Cell& cell) {
    std::vector<ActorParty>& all = table_.parties_;
    const auto same = [&](const ActorParty& one) { return same_but_for_capitals(one.name, cell.text); };
    const auto found = std::find_if(all.begin(), all.end(), same);
    if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
    if (all.size() == most_parties) {
      fail(cell.at, fmt::format("this is one party more than the {} that a case has at most", most_parties),
           "leave parties out, or take some together");
      return most_parties;
    }
    all.push_back({unique_id(cell.text, "party", all.size() + 1, ids_), cell.text, {}});
    return all.size() - 1;
  }

  ActorTable& table_;
  Diagnostics& diagnostics_;
  std::size_t actor_column_ = 0;
  std::map<std::string, Place> places_;
  std::set<std::string> ids_;
};

ActorTable::ActorTable(const Text& text, Diagnostics& diagnostics) {
  const std::vector<Record> records = read_csv(text, diagnostics);
  ActorReader reader(*this, diagnostics);
  if (!records.empty())
    reader.read(records);
  else if (!diagnostics.faulty())
    reader.fail({}, "the table of parties is empty", "let its first line be: actor,party");
}

std::optional<std::size_t> ActorTable::party_of(const ActorNames& names) {
  for (const std::string_view name : names) {
    if (name.empty() || name.size() > longest_name) continue;
    const auto found = actors_.find(in_small_letters(name));
    if (found == actors_.end()) continue;
    found->second.found = true;
    return found->second.party;
  }
  return std::nullopt;
}

std::vector<std::string> ActorTable::never_found() const {
  std::map<std::size_t, std::string> missing;
  for (const auto& [key, actor] : actors_)
    if (!actor.found) missing.emplace(actor.number, actor.name);
  std::vector<std::string> all;
  for (const auto& [number, name] : missing) all.push_back(name);
  return all;
}

}  // namespace entente::exchange

// Reading transitions: each held against the states that it leads from and to.
#include "exchange/transitions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

namespace entente::exchange {
namespace {

constexpr std::array<const char*, 3> heads = {"party", "from", "to"};

class TransitionReader {
 public:
  TransitionReader(const StateTable& states, Diagnostics& diagnostics)
      : states_(states), diagnostics_(diagnostics) {
    for (std::size_t p = 0; p < states.parties.size(); ++p) parties_.emplace(states.parties[p].id, p);
    for (std::size_t p = 0; p < states.parties.size(); ++p) parties_[states.parties[p].name] = p;
    for (std::size_t r = 0; r < states.rows.size(); ++r) rows_.emplace(states.rows[r].id, r);
    for (std::size_t r = 0; r < states.rows.size(); ++r) rows_[states.rows[r].name] = r;
    rows_.erase("");
  }

  std::vector<Transition> read(const std::vector<Record>& records) {
    std::map<Transition, Place> found;
    if (!read_head(records.front())) return {};
    for (std::size_t k = 1; k < records.size(); ++k)
      if (const std::optional<Transition> one = transition(records[k]))
        if (const auto [before, first] = found.emplace(*one, records[k].front().at); !first)
          fail(records[k].front().at, "this transition stands here twice", "take one of the two out",
               {{before->second, "the first one is here"}});
    std::vector<Transition> all;
    for (const auto& [one, at] : found) all.push_back(one);
    return all;
  }

 private:
  bool read_head(const Record& head) {
    for (std::size_t k = 0; k < heads.size(); ++k) {
      const auto is_it = [&](const Cell& cell) { return same_but_for_capitals(cell.text, heads[k]); };
      column_[k] = static_cast<std::size_t>(std::find_if(head.begin(), head.end(), is_it) - head.begin());
    }
    if (head.size() == heads.size() &&
        std::is_permutation(column_.begin(), column_.end(), std::array<std::size_t, 3>{0, 1, 2}.begin()))
      return true;
    fail(head.front().at, "a table of transitions has the columns party, from and to",
         "let its first line be: party,from,to");
    return false;
  }

  std::optional<Transition> transition(const Record& line) {
    if (line.size() != heads.size()) {
      fail(line.front().at, fmt::format("this transition has {} cells, not three", line.size()),
           "write the party, from where and to where");
      return std::nullopt;
    }
    const Cell &party = line[column_[0]], &from = line[column_[1]], &to = line[column_[2]];
    const auto who = parties_.find(party.text);
    if (who == parties_.end()) tell_unknown(party, "party", parties_);
    const std::optional<std::size_t> begin = row(from), end = row(to);
    if (who == parties_.end() || !begin || !end) return std::nullopt;
    const Transition one{who->second, *begin, *end};
    return holds(one, to) ? std::optional(one) : std::nullopt;
  }

  /// A row by its id, else by its number.
  std::optional<std::size_t> row(const Cell& cell) {
    if (const auto named = rows_.find(cell.text); named != rows_.end()) return named->second;
    std::size_t number = 0;
    const char* end = cell.text.data() + cell.text.size();
    const auto [rest, error] = std::from_chars(cell.text.data(), end, number);
    if (error == std::errc() && rest == end && number >= 1 && number <= states_.rows.size())
      return number - 1;
    tell_unknown(cell, "state", rows_);
    return std::nullopt;
  }

  void tell_unknown(const Cell& cell, const char* what, const std::map<std::string, std::size_t>& known) {
    std::vector<std::string> names;
    for (const auto& [name, number] : known) names.push_back(name);
    const std::optional<std::string> near = nearest(cell.text, names);
    fail(cell.at, fmt::format("the table has no {} '{}'", what, cell.text),
         near ? "did you mean '" + *near + "'?" : "write one that the table of states has");
  }

  /// Whether one party alone can make it: no more than its own options change.
  bool holds(const Transition& one, const Cell& at) {
    const TableRow &from = states_.rows[one.from], &to = states_.rows[one.to];
    for (std::size_t o = 0; o < states_.options.size(); ++o) {
      const TableOption& option = states_.options[o];
      if (option.party == one.party || !from.courses[o] || !to.courses[o] || from.courses[o] == to.courses[o])
        continue;
      fail(at.at,
           fmt::format("this changes {}.{}, which '{}' cannot change", states_.parties[option.party].id,
                       option.id, states_.parties[one.party].name),
           "a transition changes the options of its party alone");
      return false;
    }
    if (one.from != one.to || own_course_is_open(one)) return true;
    fail(at.at, "this leads to where it comes from", "take it out");
    return false;
  }

  /// Whether a row is of several states between which the party can choose.
  bool own_course_is_open(const Transition& one) const {
    const std::vector<std::size_t>& own = states_.parties[one.party].options;
    return std::any_of(own.begin(), own.end(),
                       [&](std::size_t o) { return !states_.rows[one.from].courses[o]; });
  }

  void fail(Place at, std::string message, std::string help, std::vector<Note> notes = {}) {
    diagnostics_.report({.code = "table-transition",
                         .at = at,
                         .message = std::move(message),
                         .help = std::move(help),
                         .notes = std::move(notes)});
  }

  const StateTable& states_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::size_t> parties_, rows_;  // by id and by name
  std::array<std::size_t, heads.size()> column_{};     // of each head
};

}  // namespace

std::vector<Transition> read_transitions(const Text& text, const StateTable& states,
                                         Diagnostics& diagnostics) {
  const std::vector<Record> records = read_csv(text, diagnostics);
  if (!records.empty()) return TransitionReader(states, diagnostics).read(records);
  if (!diagnostics.faulty())
    diagnostics.report({.code = "table-transition",
                        .at = {},
                        .message = "the table of transitions is empty; its first line is: party,from,to"});
  return {};
}

}  // namespace entente::exchange

// The transitions of one party as the tables [[party.move]] of a case: a table says who may leave, and what
// is chosen.
#include "exchange/table_moves.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "exchange/row_words.h"

namespace entente::exchange {
namespace {

/// The rows of a table as a party sees them: what it does itself, and what the others do.
class OwnChoices {
 public:
  OwnChoices(const StateTable& table, const std::vector<std::size_t>& own) {
    for (const TableRow& row : table.rows) {
      Courses chosen(row.courses.size()), others = row.courses;
      for (const std::size_t o : own) chosen[o] = std::exchange(others[o], std::nullopt);
      choice_.push_back(choices_.emplace(chosen, choices_.size()).first->second);
      around_.push_back(arounds_.emplace(others, arounds_.size()).first->second);
    }
    there_.assign(choices_.size(), std::vector<bool>(arounds_.size(), false));
    for (std::size_t r = 0; r < choice_.size(); ++r) there_[choice_[r]][around_[r]] = true;
  }

  std::size_t choice(std::size_t row) const { return choice_[row]; }

  /// How many rows of one choice have a neighbour of the other.
  std::size_t neighbours(std::size_t one, std::size_t other) const {
    std::size_t count = 0;
    for (std::size_t k = 0; k < there_[one].size(); ++k)
      count += there_[one][k] && there_[other][k] ? 1U : 0U;
    return count;
  }

  /// How many moves there would be were the party free.
  std::size_t moves() const {
    std::size_t all = 0;
    std::vector<std::size_t> met(arounds_.size(), 0);
    for (const std::size_t around : around_) all += 2 * met[around]++;
    return all;
  }

 private:
  std::map<Courses, std::size_t> choices_, arounds_;
  std::vector<std::size_t> choice_, around_;  // of each row
  std::vector<std::vector<bool>> there_;
};

/// Rows are called by their ids where all have one. Where none of them is several states it is enough to say
/// what the party chooses, since a move leaves the others' courses as they are.
class MovesWriter {
 public:
  MovesWriter(const StateTable& table, std::size_t party)
      : table_(table), own_(table.parties[party].options), choices_(table, own_) {
    const auto named = [](const TableRow& row) { return !row.id.empty(); };
    const auto single = [](const TableRow& row) {
      return std::find(row.courses.begin(), row.courses.end(), std::nullopt) == row.courses.end();
    };
    named_ = std::all_of(table.rows.begin(), table.rows.end(), named);
    single_ = std::all_of(table.rows.begin(), table.rows.end(), single);
  }

  MovesOfParty write(const std::vector<Transition>& moves) const {
    if (single_ && moves.size() == choices_.moves()) return {.free = true, .tables = {}};
    std::map<std::string, std::vector<Transition>> leading;  // by where to
    std::vector<std::string> goals;
    for (const Transition& one : moves) {
      const std::string to = goal(table_.rows[one.to]);
      if (leading[to].empty()) goals.push_back(to);
      leading[to].push_back(one);
    }
    return {.free = false, .tables = joined(leading, goals)};
  }

 private:
  std::string goal(const TableRow& row) const {
    return by_rows() ? row_words(table_, row) : courses_words(table_, own_, row.courses);
  }

  bool by_rows() const { return named_ || !single_; }

  /// Goals that are reached from the same rows are one table's.
  std::vector<MoveTable> joined(const std::map<std::string, std::vector<Transition>>& leading,
                                const std::vector<std::string>& goals) const {
    std::map<std::string, std::size_t> place;  // by from where
    std::vector<std::string> from;
    std::vector<std::vector<std::string>> to;
    for (const std::string& goal : goals) {
      const auto [found, first] = place.emplace(either(sources(leading.at(goal))), to.size());
      if (first) from.push_back(found->first), to.emplace_back();
      to[found->second].push_back(goal);
    }
    std::vector<MoveTable> all;
    for (std::size_t k = 0; k < to.size(); ++k) all.push_back({from[k], either(to[k])});
    return all;
  }

  /// Where moves of one goal come from. A choice that can always be left for the goal is told once.
  std::vector<std::string> sources(const std::vector<Transition>& moves) const {
    std::vector<std::string> words;
    std::map<std::size_t, std::vector<std::size_t>> rows;  // by the party's choice there
    for (const Transition& one : moves) rows[choices_.choice(one.from)].push_back(one.from);
    for (const auto& [choice, from] : rows) {
      const TableRow& row = table_.rows[from.front()];
      if (!by_rows() && from.size() == choices_.neighbours(choice, choices_.choice(moves.front().to)))
        words.push_back(courses_words(table_, own_, row.courses));
      else
        for (const std::size_t r : from) words.push_back(row_words(table_, table_.rows[r]));
    }
    return words;
  }

  const StateTable& table_;
  const std::vector<std::size_t>& own_;
  OwnChoices choices_;
  bool named_ = false;
  bool single_ = false;
};

}  // namespace

MovesOfParty moves_of_party(const StateTable& table, const std::vector<Transition>& moves,
                            std::size_t party) {
  std::vector<Transition> own;
  std::copy_if(moves.begin(), moves.end(), std::back_inserter(own),
               [&](const Transition& one) { return one.party == party; });
  return MovesWriter(table, party).write(own);
}

}  // namespace entente::exchange

// The tables in which the field's books write a conflict down.
#include "brief/textbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <utility>

#include "model/whole_number.h"
#include "states/combinations.h"
#include "view/state_ids.h"
#include "words/condition_words.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

using Row = std::vector<std::string>;

constexpr std::size_t most_values_as_rows = 6;  // of an option, each a row of its own with Y and N
constexpr std::size_t most_digits = 63;         // of a decimal number, a row each
constexpr const char* either = "-";  // where the situations of one id differ, and where there is none

std::string with_commas(const Row& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

class Textbook {
 public:
  Textbook(const ListedView& view, const TextbookAsked& asked)
      : view_(view),
        analysis_(view.analysis()),
        model_(view.model()),
        layout_(view.layout()),
        voice_(view.model()),
        by_(asked.by_rank),
        sim_(asked.sim) {
    analysis_.ranks();  // so that each place is known, or the work ends here
    all_ = situations(model_, analysis_.states(), listed(asked.states));
    if (by_) all_ = by_rank(*by_);
  }

  /// A column a situation, a row an option with its Y and N.
  TextbookTable options() const {
    TextbookTable table{"options", "The situations, by what each party does", {{{"party", "option"}}}, 2};
    for (const Situation& one : all_) table.table.rows[0].push_back(one.name);
    bool digits = true;
    for (const MoverId i : model_.mover_ids()) {
      std::string party = capitalised(voice_.name(i));
      for (const OptionId o : model_.options_of(i)) {
        const bool as_rows = by_value(o);
        digits = digits && as_rows;
        for (const Value v : as_rows ? shown(o) : std::vector<Value>{0})
          table.table.rows.push_back(option(std::exchange(party, {}), o, as_rows, v));
      }
    }
    if (digits && table.table.rows.size() <= most_digits + 1)
      table.table.rows.push_back(decimal(table.table));
    if (by_) table.table.rows.push_back(places(*by_));
    table.notes = notes(table.table);
    return table;
  }

  /// From the best to the worst, what is liked equally in braces.
  TextbookTable vectors() const {
    TextbookTable table{"vectors", "Preference vectors", {{{"party", "from best to worst"}}}, 1};
    table.texts = true;
    bool ties = false;
    for (const PartyId i : model_.party_ids()) {
      Row vector;
      for (const Row& alike : classes(i)) {
        ties = ties || alike.size() > 1;
        vector.push_back(alike.size() > 1 ? "{" + with_commas(alike) + "}" : alike.front());
      }
      table.table.rows.push_back({capitalised(voice_.name(i)), with_commas(vector)});
    }
    const std::string repeated = varying();
    table.notes = ties ? "In braces: what a party likes equally." : "";
    table.notes += (ties && !repeated.empty() ? " " : "") + repeated;
    return table;
  }

  /// Fraser and Hipel's: above each situation of a preference vector whether it is an equilibrium and how it
  /// is stable for the party, below it the party's improvements from there.
  TextbookTable tableau() const {
    TextbookTable table{"tableau", "The stability tableau", {{{"party", "row"}}}, 2};
    for (std::size_t k = 1; k <= all_.size(); ++k) table.table.rows[0].push_back(std::to_string(k));
    for (const MoverId i : model_.mover_ids()) {
      const bool group = model_.is_group(i);
      const std::vector<Situation> order = group ? all_ : by_rank(PartyId(index(i)));
      Row whole = {capitalised(voice_.name(i)), "equilibrium"}, own = {"", "stability"},
          vector = {"", "situation"};
      std::vector<Row> gains;
      for (std::size_t k = 0; k < order.size(); ++k) {
        whole.push_back(equilibrium(order[k]) ? "E" : "x");
        own.push_back(stability(i, order[k]));
        vector.push_back(group ? order[k].name : braced(PartyId(index(i)), order, k));
        add_below(gains, k, led_to(i, order[k], true), order.size());
      }
      for (Row* row : {&whole, &own, &vector}) table.table.rows.push_back(std::move(*row));
      for (Row& row : gains) table.table.rows.push_back(std::move(row));
    }
    table.notes =
        "Each party's situations from the best to the worst, in braces those it likes equally; below them "
        "its improvements, what one move of its own leads to that it likes better. r: it has none (Nash); "
        "s: the others would take each of them away by improvements of theirs (SEQ); u: it is unstable. ";
    table.notes += sim_ == nullptr
                       ? "E: r or s for all, x: not."
                       : "u/: it would be unstable, but where others improve their own positions at the same "
                         "moment none of its improvements is sure to be one (simultaneous sanctioning). E: "
                         "r, s or u/ for all, x: not.";
    if (!model_.groups.empty())
      table.notes +=
          " Of those who act jointly the situations stand in the order of the others, and an improvement "
          "is one for each of them.";
    return table;
  }

  /// Where one move of each party leads.
  TextbookTable moves(bool improving) const {
    TextbookTable table{improving ? "improvements" : "moves",
                        improving ? "The improvements of each party by one move" : "The moves of each party",
                        {{{"from"}}},
                        1};
    table.texts = true;
    for (const MoverId i : model_.mover_ids()) table.table.rows[0].push_back(capitalised(voice_.name(i)));
    for (const Situation& one : all_) {
      Row& row = table.table.rows.emplace_back(Row{one.name});
      for (const MoverId i : model_.mover_ids()) {
        const Row to = led_to(i, one, improving);
        row.push_back(to.empty() ? either : with_commas(to));
      }
    }
    table.notes = improving ? "An improvement leads to what its mover likes better." : "";
    return table;
  }

 private:
  Word word(StateId s) const { return analysis_.states()[s]; }

  /// Whether an option's values are rows with Y and N.
  bool by_value(OptionId o) const {
    const std::vector<std::string>& values = model_[o].values;
    return is_yes_or_no(o) || (values.size() <= most_values_as_rows && !are_numbers(values));
  }
  bool is_yes_or_no(OptionId o) const { return model_[o].values == std::vector<std::string>{"no", "yes"}; }

  /// The values that have a row.
  std::vector<Value> shown(OptionId o) const {
    if (is_yes_or_no(o)) return {1};
    std::vector<Value> all;
    for (Value v = 0; v < model_[o].values.size(); ++v) all.push_back(v);
    return all;
  }

  /// What Y says: the case's own words for it, or else the option's name and the value.
  std::string course(OptionId o, Value v) const {
    const Option& option = model_[o];
    if (!option.labels.empty()) return plain(option.labels[v]);
    return plain(option.name) + (is_yes_or_no(o) ? "" : ": " + option.values[v]);
  }

  Row option(std::string party, OptionId o, bool as_rows, Value v) const {
    Row row = {std::move(party), as_rows ? course(o, is_yes_or_no(o) ? Value{1} : v) : plain(model_[o].name)};
    for (const Situation& one : all_) {
      std::set<std::string> cells;
      for (const StateId s : one.states) {
        const Value here = layout_.value(word(s), o);
        cells.insert(!as_rows ? model_[o].values[here] : here == v ? "Y" : "N");
      }
      row.push_back(cells.size() == 1 ? *cells.begin() : either);
    }
    return row;
  }

  /// Y and N as binary digits, the first row the lowest.
  static Row decimal(const Table& table) {
    Row row = {"decimal", ""};
    for (std::size_t k = row.size(); k < table.rows[0].size(); ++k) {
      std::uint64_t sum = 0;
      bool known = true;
      for (std::size_t r = 1; r < table.rows.size(); ++r) {
        known = known && table.rows[r][k] != either;
        if (table.rows[r][k] == "Y") sum |= std::uint64_t{1} << (r - 1);
      }
      row.push_back(known ? std::to_string(sum) : either);
    }
    return row;
  }

  /// 1 the best of all states, not of those in the table alone.
  std::set<std::size_t> places_of(PartyId i, const Situation& one) const {
    std::set<std::size_t> all;
    for (const StateId s : one.states) all.insert(*view_.place(i, word(s)));
    return all;
  }

  Row places(PartyId i) const {
    Row row = {"rank", capitalised(voice_.name(i))};
    for (const Situation& one : all_) {
      const std::set<std::size_t> all = places_of(i, one);
      row.push_back(std::to_string(*all.begin()) +
                    (all.size() == 1 ? "" : "-" + std::to_string(*all.rbegin())));
    }
    return row;
  }

  /// The best first; a class that stands at several places by its best.
  std::vector<Situation> by_rank(PartyId i) const {
    std::vector<std::pair<std::size_t, const Situation*>> order;
    for (const Situation& one : all_) order.emplace_back(*places_of(i, one).begin(), &one);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Situation> sorted;
    for (const auto& [at, one] : order) sorted.push_back(*one);
    return sorted;
  }

  /// The names of what a party likes alike, the best first; a class stands at each of its places.
  std::vector<Row> classes(PartyId i) const {
    std::map<std::size_t, Row> by_place;
    for (const Situation& one : all_)
      for (const std::size_t at : places_of(i, one)) by_place[at].push_back(one.name);
    std::vector<Row> all;
    for (auto& [at, alike] : by_place) all.push_back(std::move(alike));
    return all;
  }

  /// What stands at several places, since its states are liked unequally.
  std::string varying() const {
    std::set<std::string> names;
    for (const PartyId i : model_.party_ids())
      for (const Situation& one : all_)
        if (places_of(i, one).size() > 1) names.insert(one.name);
    if (names.empty()) return {};
    const std::vector<std::string> all(names.begin(), names.end());
    return entente::listed(all) + (all.size() == 1 ? " is" : " are") +
           " several states that somebody likes unequally, and so named more than once.";
  }

  /// The name, with the braces that open or close before or behind it.
  std::string braced(PartyId i, const std::vector<Situation>& order, std::size_t k) const {
    const auto at = [&](std::size_t n) { return *places_of(i, order[n]).begin(); };
    const bool as_before = k > 0 && at(k - 1) == at(k);
    const bool as_next = k + 1 < order.size() && at(k + 1) == at(k);
    return (!as_before && as_next ? "{" : "") + order[k].name + (as_before && !as_next ? "}" : "");
  }

  /// A class is stable where all of its states are.
  bool equilibrium(const Situation& one) const {
    const std::vector<MoverId> all = model_.mover_ids();
    return std::none_of(all.begin(), all.end(), [&](MoverId i) { return stability(i, one) == "u"; });
  }
  std::string stability(MoverId i, const Situation& one) const {
    if (all_in(analysis_.verdicts(strictest).stable[index(i)], one)) return "r";
    if (all_in(analysis_.verdicts(Concept::seq).stable[index(i)], one)) return "s";
    return sim_ != nullptr && !model_.is_group(i) && all_in((*sim_)[index(i)], one) ? "u/" : "u";
  }

  /// The names of what one move leads to, each once; moves within a class are none.
  Row led_to(MoverId i, const Situation& from, bool improving) const {
    const MembersRanks ranks = ranks_of(model_.members(i), analysis_.ranks());
    StateSet reached(analysis_.states().size());
    for (const StateId s : from.states)
      for (const StateId t : analysis_.moves()[index(i)].from(s))
        if (!improving || all_prefer(ranks, t, s)) reached.insert(t);
    Row names;
    for (const Situation& to : situations(model_, analysis_.states(), reached))
      if (to.name != from.name) names.push_back(to.name);
    return names;
  }

  /// The k-th column of rows that are added as they are needed.
  static void add_below(std::vector<Row>& rows, std::size_t k, const Row& names, std::size_t columns) {
    for (std::size_t r = 0; r < names.size(); ++r) {
      if (r == rows.size()) {
        rows.emplace_back(columns + 2);
        rows[r][1] = r == 0 ? "improvements" : "";
      }
      rows[r][k + 2] = names[r];
    }
  }

  static std::string notes(const Table& table) {
    const auto has = [&](std::string_view cell) {
      return std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
        return std::find(row.begin(), row.end(), cell) != row.end();
      });
    };
    std::string text;
    if (has("Y") || has("N")) text += "Y: yes, N: no" + std::string(has(either) ? ", -: either." : ".");
    if (has("decimal")) text += " Decimal: Y as 1 and N as 0, the uppermost row the lowest digit.";
    return text;
  }

  const ListedView& view_;
  const Analysis& analysis_;
  const Model& model_;
  const Layout& layout_;
  Voice voice_;
  std::optional<PartyId> by_;
  const std::vector<StateSet>* sim_;
  std::vector<Situation> all_;
};

std::uint64_t count(const Truth& truth) {
  std::uint64_t all = 0;
  for (const std::uint64_t block : truth) all += static_cast<std::uint64_t>(std::popcount(block));
  return all;
}

/// Rule after rule how many of all combinations of values it forbids, and how many of those left it removes.
std::optional<TextbookTable> removed(const ListedView& view) {
  const Model& model = view.model();
  const unsigned bits = std::max(6U, view.layout().bits());
  if (bits > most_removed_bits) return std::nullopt;
  const Stop& stop = view.states()->stop();
  Model free = model;
  free.rules.clear();
  const Truth all = feasible_among_all(free, view.layout(), bits, stop);
  Truth left = all;
  TextbookTable table{"removed",
                      "What each rule removes",
                      {{{"rule", "forbids", "removes", "leaves", "it says"}}},
                      1,
                      true,
                      "Forbids: of all combinations; removes: of those that the rules before it leave."};
  table.table.rows.push_back({"none", "0", "0", grouped(count(all)), "All combinations of values"});
  const Voice voice(model);
  for (std::size_t r = 0; r < model.rules.size(); ++r) {
    const Truth holds = where_among_all(model.conditions, model.rules[r].holds, view.layout(), bits, stop);
    Truth forbidden = all;
    std::uint64_t removes = count(left);
    for (std::size_t b = 0; b < holds.size(); ++b) forbidden[b] &= ~holds[b], left[b] &= holds[b];
    removes -= count(left);
    table.table.rows.push_back({model.rules[r].id.empty() ? std::to_string(r + 1) : model.rules[r].id,
                                grouped(count(forbidden)), grouped(removes), grouped(count(left)),
                                (model.rules[r].forbid ? "Ruled out: " + ruled(voice, model.rules[r])
                                                       : capitalised(ruled(voice, model.rules[r])))});
  }
  return table;
}

}  // namespace

const std::vector<std::string_view>& textbook_tables() {
  static const std::vector<std::string_view> all = {"options", "vectors",      "tableau",
                                                    "moves",   "improvements", "removed"};
  return all;
}

std::optional<TextbookTable> textbook_table(const ListedView& view, std::string_view id,
                                            const TextbookAsked& asked) {
  if (!has_states(id)) return removed(view);
  const Textbook book(view, asked);
  TextbookTable table = id == "vectors"                         ? book.vectors()
                        : id == "tableau"                       ? book.tableau()
                        : id == "moves" || id == "improvements" ? book.moves(id == "improvements")
                                                                : book.options();
  if (asked.states->empty()) table.notes = "No situation is among those asked for.";
  return table;
}

}  // namespace entente

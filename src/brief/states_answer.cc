// The feasible states: as CSV and as JSON, a row a state with an empty cell where something was not decided;
// and for people.
#include "brief/states_answer.h"

#include <algorithm>
#include <map>
#include <set>
#include <type_traits>

#include "brief/json.h"
#include "brief/other_readings.h"
#include "brief/patterns_text.h"
#include "view/state_ids.h"
#include "words/concept_words.h"
#include "words/english.h"
#include "words/situation.h"
#include "words/undecided_words.h"

namespace entente {
namespace {

constexpr std::size_t flush_at = std::size_t{1} << 16;

std::string json_cell(const Column& column, const RowSeen& row) {
  const std::string cell = column.cell(row);
  if (cell.empty()) return "null";
  return column.number ? cell : "\"" + cell + "\"";
}

}  // namespace

void Pieces::add(const std::string& text) {
  if (!taken_) return;
  gathered_ += text;
  if (gathered_.size() >= flush_at) flush();
}

bool Pieces::flush() {
  if (taken_ && !gathered_.empty()) taken_ = sink_(gathered_);
  gathered_.clear();
  return taken_;
}

CsvRows::CsvRows(const std::vector<Column>& columns, const Sink& sink) : columns_(columns), out_(sink) {
  std::string head;
  for (const Column& column : columns) head += (head.empty() ? "" : ",") + column.name;
  out_.add(head + "\n");
}

void CsvRows::add(const RowSeen& row) {
  if (!out_.taken()) return;
  std::string text;
  bool first = true;
  for (const Column& column : columns_) {
    text += (first ? "" : ",") + column.cell(row);
    first = false;
  }
  out_.add(text + "\n");
}

JsonRows::JsonRows(const std::vector<Column>& columns, const Sink& sink) : columns_(columns), out_(sink) {}

void JsonRows::add(const RowSeen& row) {
  if (!out_.taken()) return;
  std::string text;
  for (const Column& column : columns_)
    text += (text.empty() ? "" : ", ") + ("\"" + column.name + "\": ") + json_cell(column, row);
  out_.add((any_ ? ",\n {" : "[\n {") + text + "}");
  any_ = true;
}

bool JsonRows::done() {
  out_.add(any_ ? "\n]\n" : "[]\n");
  return out_.flush();
}

namespace {

class StateColumns {
 public:
  StateColumns(const View& view, const StatesAsked& asked, bool with_replies)
      : view_(view), model_(view.model()) {
    // A number that readers would round is a string in JSON.
    const bool exact = count_json(view.situations()).is_number();
    all_.push_back({"state", [](const RowSeen& row) { return digits(row.number); }, exact});
    if (!model_.named_states.empty()) id_of_state();
    for (std::size_t k = 0; k < model_.options.size(); ++k) option(static_cast<OptionId>(k));
    for (PartyId i : model_.party_ids()) rank(i);
    for (Concept c : concepts) verdict(c);
    if (asked.coalitions != nullptr)
      for (Concept c : concepts) verdict(c, *asked.coalitions);
    if (asked.sim != nullptr) other_reading("sim", *asked.sim, all_simultaneous_);
    if (asked.strong != nullptr) strong(*asked.strong);
    if (asked.strong_coalitions != nullptr)
      for (Concept c : strong_concepts) verdict(c, *asked.strong_coalitions, "strong:");
    if (asked.foreseen != nullptr) {
      const Horizon& horizon = asked.foreseen->horizon;
      other_reading(horizon ? "limited:" + std::to_string(*horizon) : "nonmyopic", asked.foreseen->stable,
                    all_foreseen_);
    }
    if (with_replies && model_.replies != Replies::legal)
      all_.push_back({"answers", [this](const RowSeen&) { return std::string(id(model_.replies)); }, false});
  }

  const std::vector<Column>& all() const { return all_; }

 private:
  static std::string digits(Count number) {
    const Json json = count_json(number);
    return json.is_string() ? json.get<std::string>() : std::to_string(json.get<std::uint64_t>());
  }

  void id_of_state() {
    all_.push_back({"id",
                    [this](const RowSeen& row) {
                      const NamedState* const state = named_state(model_, view_.layout(), row.word);
                      return state == nullptr ? std::string() : state->id;
                    },
                    false});
  }

  void option(OptionId o) {
    const auto value = [this, o](const RowSeen& row) {
      return model_[o].values[view_.layout().value(row.word, o)];
    };
    all_.push_back({model_.reference(o), value, false});
  }

  void rank(PartyId i) {
    all_.push_back({"rank:" + model_[i].id, [i](const RowSeen& row) {
                      const std::optional<std::size_t>& place = row.places[index(i)];
                      return place ? std::to_string(*place) : std::string();
                    }});
  }

  static std::string bit(Verdict verdict) {
    return verdict == Verdict::undecided ? "" : verdict == Verdict::stable ? "1" : "0";
  }

  void verdict(Concept c) {
    for (MoverId i : model_.mover_ids())
      all_.push_back({std::string(id(c)) + ":" + model_.id(i),
                      [c, i](const RowSeen& row) { return bit(row.stable.at(slot(c))[index(i)]); }});
    all_.push_back(
        {std::string(id(c)), [c](const RowSeen& row) { return bit(row.stable_for_all.at(slot(c))); }});
  }

  void verdict(Concept c, const CoalitionVerdicts& v, const std::string& before = "") {
    for (std::size_t k = 0; k < v.coalitions.size(); ++k)
      bit(before + std::string(id(c)) + ":" + joined_ids(model_, v.coalitions[k]), v.stable[k].at(slot(c)));
    bit(before + "coalition:" + std::string(id(c)), v.stable_for_all.at(slot(c)));
  }

  void strong(const StrongSeen& seen) {
    for (std::size_t k = 0; k < strong_concepts.size(); ++k) {
      const std::string name = "strong:" + std::string(id(strong_concepts.at(k)));
      for (const MoverId i : model_.mover_ids())
        member(name + ":" + model_.id(i), seen.at(k).stable[index(i)]);
      member(name, seen.at(k).equilibria);
    }
  }

  /// Whether a situation is in a set, which may not be known.
  void member(std::string name, const Set& set) {
    all_.push_back({std::move(name), [&set](const RowSeen& row) {
                      return std::string(!set ? "" : set->contains(row.word) ? "1" : "0");
                    }});
  }

  /// A column a party, and one of all of them, who are kept in `all`.
  void other_reading(const std::string& name, const std::vector<StateSet>& stable, StateSet& all) {
    for (PartyId i : model_.party_ids()) bit(name + ":" + model_[i].id, stable[index(i)]);
    all = in_all(stable);
    bit(name, all);
  }

  /// Such verdicts are of listed states, whose number is their place in the list.
  void bit(std::string name, const StateSet& set) {
    all_.push_back({std::move(name), [&set](const RowSeen& row) {
                      return std::string(set.contains(static_cast<StateId>(row.number - 1)) ? "1" : "0");
                    }});
  }

  const View& view_;
  const Model& model_;
  StateSet all_simultaneous_, all_foreseen_;
  std::vector<Column> all_;
};

template <class Rows>
bool write_rows(const View& view, const StatesAsked& asked, const Sink& sink) {
  const StateColumns columns(view, asked, std::is_same_v<Rows, JsonRows>);
  Rows out(columns.all(), sink);
  view.each(asked.rows, asked.most, [&](const RowSeen& row) { return out.add(row), true; });
  return out.done();
}

}  // namespace

std::string joined_ids(const Model& model, const Coalition& coalition) {
  std::string all;
  for (PartyId i : coalition) all += (all.empty() ? "" : "+") + model[i].id;
  return all;
}

bool states_csv(const View& view, const StatesAsked& asked, const Sink& sink) {
  return write_rows<CsvRows>(view, asked, sink);
}

bool states_json(const View& view, const StatesAsked& asked, const Sink& sink) {
  return write_rows<JsonRows>(view, asked, sink);
}

namespace {

constexpr std::uint64_t few_rows = 64;          // rows that are listed one by one
constexpr std::uint64_t few_in_classes = 4096;  // situations of such rows
constexpr std::size_t most_columns = 20;        // options whose values a reader follows in a row

/// Where numbers of states are longer than that, parties stand below one another.
constexpr std::size_t longest_beside = 12;

/// How many situations are stable, a column a mover.
Table beside(const View& view, const Voice& voice) {
  Table table{{{"concept"}}, {}};
  for (MoverId i : view.model().mover_ids()) table.rows[0].push_back(voice.name(i));
  table.rows[0].emplace_back("stable for all");
  table.rows[0].emplace_back("stable where");
  for (Concept c : concepts) {
    std::vector<std::string> row = {capitals(std::string(id(c)))};
    for (MoverId i : view.model().mover_ids()) row.push_back(tally_words(stable_once(view, c, i)));
    row.push_back(tally_words(equilibria_once(view, c)));
    row.push_back(explained(c));
    table.rows.push_back(row);
  }
  for (std::size_t k = 1; k + 1 < table.rows[0].size(); ++k) table.right.push_back(k);
  return table;
}

/// The same, a row a concept and mover.
Table below(const View& view, const Voice& voice) {
  Table table{{{"concept", "stable for", "situations"}}, {2}};
  for (Concept c : concepts) {
    const std::string name = capitals(std::string(id(c)));
    for (MoverId i : view.model().mover_ids())
      table.rows.push_back({name, voice.name(i), tally_words(stable_once(view, c, i))});
    table.rows.push_back({name, "all of them", tally_words(equilibria_once(view, c))});
  }
  return table;
}

void tell_summary(Sheet& sheet, const View& view, const Voice& voice) {
  const Table table = beside(view, voice);
  bool fits = true;
  for (std::size_t r = 1; r < table.rows.size(); ++r)
    for (const std::size_t k : table.right) fits = fits && table.rows[r][k].size() <= longest_beside;
  sheet.table(fits ? table : below(view, voice), 0);
  sheet.gap();
  if (fits) return;
  for (Concept c : concepts) sheet.item("-", capitals(std::string(id(c))) + ": " + explained(c) + ".");
}

/// A line of the table: one situation, or all those asked for that have one id.
using RowsTold = std::vector<RowSeen>;

std::vector<RowsTold> lines(const View& view, const Set& rows, std::size_t most) {
  std::map<const NamedState*, std::size_t> line_of;
  std::vector<RowsTold> all;
  view.each(rows, most, [&](const RowSeen& row) {
    const NamedState* const state = named_state(view.model(), view.layout(), row.word);
    const auto [at, fresh] = line_of.try_emplace(state, all.size());
    if (fresh || state == nullptr)
      at->second = all.size(), all.push_back({row});
    else
      all[at->second].push_back(row);
    return true;
  });
  return all;
}

/// "5", "9 and 3 more"; with a star where the status quo is among them.
std::string numbers_of(const View& view, const RowsTold& line) {
  std::string cell = grouped(line[0].number);
  if (line.size() > 1) cell += " and " + grouped(line.size() - 1) + " more";
  const bool now = std::any_of(line.begin(), line.end(),
                               [&](const RowSeen& row) { return row.word == view.status_quo(); });
  return cell + (now ? "*" : "");
}

/// The values of a mover's options, "no/yes" where they differ.
std::string values_of(const View& view, MoverId mover, const RowsTold& line) {
  std::string cell;
  for (const OptionId o : view.model().options_of(mover)) {
    std::set<Value> values;
    for (const RowSeen& row : line) values.insert(view.layout().value(row.word, o));
    std::string own;
    for (const Value value : values) own += (own.empty() ? "" : "/") + view.model()[o].values[value];
    cell += (cell.empty() ? "" : " ") + own;
  }
  return cell.empty() ? "-" : cell;
}

/// "3", "3-5" where they differ, "?" where one was not decided.
std::string rank_of(PartyId party, const RowsTold& line) {
  std::size_t best = SIZE_MAX, worst = 0;
  for (const RowSeen& row : line) {
    const std::optional<std::size_t>& place = row.places[index(party)];
    if (!place) return "?";
    best = std::min(best, *place), worst = std::max(worst, *place);
  }
  return std::to_string(best) + (best == worst ? "" : "-" + std::to_string(worst));
}

/// The concepts under which all are equilibria; in brackets where some are not.
std::string equilibrium_under(const RowsTold& line) {
  std::string cell;
  for (const Concept c : concepts) {
    const auto has = [&](Verdict verdict) {
      return std::any_of(line.begin(), line.end(),
                         [&](const RowSeen& row) { return row.stable_for_all.at(slot(c)) == verdict; });
    };
    const bool undecided = has(Verdict::undecided);
    if (!undecided && !has(Verdict::stable)) continue;
    const std::string name = capitals(std::string(id(c))) + (undecided ? "?" : "");
    cell += (cell.empty() ? "" : " ") + (has(Verdict::unstable) ? "(" + name + ")" : name);
  }
  return cell.empty() ? "-" : cell;
}

Table one_by_one(const View& view, const Voice& voice, const StatesAsked& asked, std::size_t most) {
  const std::vector<PartyId> parties = view.model().party_ids();
  const std::vector<MoverId> movers = view.model().mover_ids();
  const bool named = !view.model().named_states.empty();
  Table table{{{"state"}}, {0}};
  if (named) table.rows[0].emplace_back("id");
  for (MoverId i : movers) table.rows[0].push_back(voice.name(i));
  for (PartyId i : parties) {
    table.right.push_back(table.rows[0].size());
    table.rows[0].push_back("rank: " + view.model()[i].id);
  }
  table.rows[0].emplace_back("stable for all under");
  for (const RowsTold& line : lines(view, asked.rows, std::min(most, asked.most))) {
    std::vector<std::string>& cells = table.rows.emplace_back();
    cells.push_back(numbers_of(view, line));
    if (named) cells.push_back(id_words(view.model(), view.layout(), line[0].word));
    for (const MoverId i : movers) cells.push_back(values_of(view, i, line));
    for (const PartyId i : parties) cells.push_back(rank_of(i, line));
    cells.push_back(equilibrium_under(line));
  }
  return table;
}

/// What stands in a mover's column: its options, in order.
void tell_columns(Sheet& sheet, const Model& model, const Voice& voice) {
  for (const MoverId i : model.mover_ids()) {
    std::vector<std::string> names;
    for (const OptionId o : model.options_of(i)) names.push_back("\"" + plain(model[o].name) + "\"");
    sheet.paragraph("Under " + voice.name(i) + ": " + (names.empty() ? "no option" : listed(names)) +
                    (model.is_group(i) ? ", which they change together."
                                       : "; its rank under \"rank: " + model.id(i) + "\"."));
  }
}

void tell_some(Sheet& sheet, const View& view, const Voice& voice, const StatesAsked& asked,
               std::size_t most) {
  tell_columns(sheet, view.model(), voice);
  sheet.gap();
  const Table table = one_by_one(view, voice, asked, most);
  if (table.rows.size() == 1) return sheet.paragraph("None of them was looked at.");
  sheet.table(table, 0);
  sheet.paragraph("Rank 1 is what a party likes best; * marks the status quo.");
  const auto somewhere = [&](char mark) {
    return std::any_of(table.rows.begin() + 1, table.rows.end(), [&](const std::vector<std::string>& row) {
      return row.back().find(mark) != std::string::npos;
    });
  };
  if (somewhere('('))
    sheet.paragraph("In brackets: of the situations with that id some are, and some are not.");
  if (somewhere('?')) sheet.paragraph("A question mark: that was not decided.");
}

/// What differs from the status quo, where a table would be too wide or too long.
void tell_otherwise(Sheet& sheet, const View& view, const Voice& voice, const StatesAsked& asked) {
  constexpr std::size_t few_words = 10;  // where no limit is asked for
  sheet.paragraph("The first of them, by number, with what is otherwise than at the status quo:");
  view.each(asked.rows, asked.most == SIZE_MAX ? few_words : asked.most, [&](const RowSeen& row) {
    const std::vector<std::string> all = changes_words(voice, view.layout(), view.status_quo(), row.word);
    const std::string id = id_words(view.model(), view.layout(), row.word);
    sheet.item(grouped(row.number) + ".",
               (id.empty() ? "" : id + ": ") +
                   (all.empty() ? "The status quo itself." : sentence(capitalised(listed(all)))));
    return true;
  });
}

void tell_rows(Sheet& sheet, const View& view, const Voice& voice, const StatesAsked& asked) {
  if (!asked.rows) return sheet.paragraph("Which situations are asked for was not decided.");
  const Set rows = view.first(asked.rows, asked.most);
  const Count n = std::min<Count>(asked.rows->count(), asked.most);
  const Count told = rows ? counted_once(view, rows) : n;
  if (n < view.situations())
    sheet.paragraph(capitalised(counted(told, "situation")) + (told == 1 ? " is" : " are") + " asked for.");
  if (n == 0) return;
  if (n < view.situations()) show_patterns(sheet, view, voice, rows, {shown_patterns});
  sheet.gap();
  if (view.states() == nullptr && (n > few_rows || view.model().options.size() > most_columns))
    return tell_otherwise(sheet, view, voice, asked);
  const bool named = !view.model().named_states.empty();
  if (n <= few_rows || (named && n <= few_in_classes && told <= few_rows))
    return tell_some(sheet, view, voice, asked, static_cast<std::size_t>(n));
  sheet.paragraph(
      "Too many to list here: --csv and --json give each situation, --only and --where choose among them.");
}

}  // namespace

std::string states_text(const View& view, const StatesAsked& asked, const Face& face) {
  const Voice voice(view.model());
  Sheet sheet(face);
  const Count all = situations_once(view);
  sheet.paragraph(capitalised(counted(all, "situation")) + (all == 1 ? " is" : " are") +
                  " possible. How many of them are stable for whom, by five concepts of what stable means:");
  if (all < view.situations())
    sheet.paragraph("Situations of one id count once, as stable where all of them are.");
  sheet.gap();
  tell_summary(sheet, view, voice);
  tell_other_readings(sheet, view, voice, asked);
  tell_rows(sheet, view, voice, asked);
  return sheet.text() + undecided_words(view);
}

}  // namespace entente

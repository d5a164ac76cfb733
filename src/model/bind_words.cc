// Every id of the case taken up; then the named conditions, parts before wholes.
#include "model/bind_words.h"

#include <fmt/format.h>
#include <algorithm>
#include <bit>
#include <limits>
#include <map>

#include "model/limits.h"
#include "model/vocabulary.h"

namespace entente {
namespace {

constexpr std::size_t unvisited = std::numeric_limits<std::size_t>::max();

class Components {
 public:
  explicit Components(const NameGraph& graph)
      : graph_(graph), order_(graph.size(), unvisited), low_(graph.size(), 0), open_(graph.size(), false) {}

  std::vector<std::vector<std::size_t>> find() {
    for (std::size_t root = 0; root < graph_.size(); ++root)
      if (order_[root] == unvisited) visit(root);
    return std::move(groups_);
  }

 private:
  struct Step {
    std::size_t name;
    std::size_t next;  // of its uses
  };

  void visit(std::size_t root) {
    enter(root);
    while (!path_.empty()) {
      const std::size_t name = path_.back().name;
      if (path_.back().next == graph_[name].size()) {
        leave(name);
      } else {
        look_at(name, graph_[name][path_.back().next++]);
      }
    }
  }

  void enter(std::size_t name) {
    order_[name] = low_[name] = entered_++;
    open_[name] = true;
    waiting_.push_back(name);
    path_.push_back({name, 0});
  }

  void look_at(std::size_t name, std::size_t used) {
    if (order_[used] == unvisited) {
      enter(used);
    } else if (open_[used]) {
      low_[name] = std::min(low_[name], order_[used]);
    }
  }

  void leave(std::size_t name) {
    path_.pop_back();
    if (!path_.empty()) low_[path_.back().name] = std::min(low_[path_.back().name], low_[name]);
    if (low_[name] != order_[name]) return;
    const auto first = std::find(waiting_.rbegin(), waiting_.rend(), name).base() - 1;
    std::vector<std::size_t> group(first, waiting_.end());
    waiting_.erase(first, waiting_.end());
    for (const std::size_t member : group) open_[member] = false;
    std::sort(group.begin(), group.end());
    groups_.push_back(std::move(group));
  }

  const NameGraph& graph_;
  std::vector<std::size_t> order_;  // in which names were entered
  std::vector<std::size_t> low_;    // the earliest open name that each leads to
  std::vector<bool> open_;          // whether its group is not yet complete
  std::vector<std::size_t> waiting_;
  std::vector<Step> path_;
  std::size_t entered_ = 0;
  std::vector<std::vector<std::size_t>> groups_;
};

}  // namespace

std::vector<std::vector<std::size_t>> parts_first(const NameGraph& graph) {
  return Components(graph).find();
}

std::vector<std::size_t> circle_in(const NameGraph& graph, const std::vector<std::size_t>& group) {
  const std::size_t first = group[0];
  std::map<std::size_t, std::size_t> reached_from;
  std::vector<std::size_t> queue = {first};
  for (std::size_t i = 0; i < queue.size() && !reached_from.contains(first); ++i)
    for (const std::size_t used : graph[queue[i]])
      if (std::binary_search(group.begin(), group.end(), used) && reached_from.emplace(used, queue[i]).second)
        queue.push_back(used);
  if (!reached_from.contains(first)) return {};
  std::vector<std::size_t> circle;
  for (std::size_t name = reached_from[first]; name != first; name = reached_from[name])
    circle.push_back(name);
  circle.push_back(first);
  std::reverse(circle.begin(), circle.end());
  return circle;
}

namespace {

const std::vector<std::string> default_values = {"no", "yes"};

/// Takes up one value; false where it has faults.
bool define_value(Binder& binder, OptionWords& option, const casefile::String& value, std::size_t number) {
  if (!is_value(value.value)) {
    binder.teller.fault("bad-identifier", value.at, fmt::format("'{}' cannot be a value", value.value),
                        "a value is an identifier, or a whole number such as 50 or -20");
    return false;
  }
  if (option.values.add(value.value, {number, value.at})) return true;
  binder.teller.fault(
      "duplicate-value", value.at,
      fmt::format("option '{}' has the value '{}' already", option.name, value.value), {},
      {{option.values.find(value.value)->at, fmt::format("'{}' is first listed here", value.value)}});
  return false;
}

void define_values(Binder& binder, OptionWords& words, const casefile::Option& option) {
  words.hole = option.hole("values") || (!option.values && binder.teller.may_be_lost("values"));
  if (!option.values) {
    for (std::size_t i = 0; i < default_values.size(); ++i)
      words.values.add(default_values[i], {i, words.at});
    return;
  }
  const casefile::Strings& values = option.values->value;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!define_value(binder, words, values[i], i)) words.hole = true;
  if (values.size() >= 2 || words.hole) return;
  words.hole = true;
  binder.teller.fault("one-value", option.values->at,
                      fmt::format("the values of option '{}' are fewer than two", words.name),
                      "an option is a choice between two or more");
}

/// `owner`: a party's id, or the word for joint options.
void define_option(Binder& binder, std::string_view owner, Known& options, const casefile::Option& option) {
  const std::size_t number = binder.words.option.size();
  OptionWords& words = binder.words.option.emplace_back();
  words.name = std::string(owner) + "." + text_of(option.id);
  words.at = option.values ? option.values->at : option.id ? option.id->at : option.at;
  if (!binder.define(options, "option", option.id, number)) binder.made.states_known = false;
  define_values(binder, words, option);
  if (words.hole) binder.made.states_known = false;
}

void check_name(Binder& binder, const casefile::Party& party) {
  if (text_of(party.id) != joint_owner) return;
  binder.teller.fault("reserved-name", party.id->at,
                      "no party can be called 'joint': formulas call joint options so", "choose another id");
  binder.words.joints.lose_one();  // what is called so may be an option of its own
}

void define_party(Binder& binder, std::size_t number) {
  const casefile::Party& party = binder.written.parties[number];
  check_name(binder, party);
  if (!binder.define(binder.words.parties, "party", party.id, number)) {
    binder.made.states_known = false;
    const Definition* first = party.id ? binder.words.parties.find(party.id->value) : nullptr;
    if (first != nullptr) binder.words.options[first->number].lose_one();
  }
  if (binder.unsure(party, "option")) {
    binder.words.options[number].lose_one();
    binder.made.states_known = false;
  }
  binder.words.party_names.push_back(text_of(party.name));
  for (const casefile::Option& option : party.options)
    if (option.owner.empty())
      define_option(binder, text_of(party.id), binder.words.options[number], option);
    else
      define_option(binder, option.owner, binder.words.included[option.owner], option);
  if (number != most_parties) return;
  binder.made.states_known = false;
  binder.teller.fault("too-many-parties", party.id ? party.id->at : party.at,
                      fmt::format("a case has {} parties at most", most_parties));
}

void define_joints(Binder& binder) {
  if (binder.unsure(binder.written, "joint")) {
    binder.words.joints.lose_one();
    binder.made.states_known = false;
  }
  for (const casefile::Joint& joint : binder.written.joints)
    if (joint.owner.empty())
      define_option(binder, joint_owner, binder.words.joints, joint);
    else
      define_option(binder, joint.owner, binder.words.included[joint.owner], joint);
}

void count_bits(Binder& binder) {
  std::size_t bits = 0;
  for (const OptionWords& option : binder.words.option) {
    const std::size_t before = bits;
    if (!option.hole) bits += std::bit_width(option.values.ids().size() - 1);
    if (before > most_bits || bits <= most_bits) continue;
    binder.made.states_known = false;
    binder.teller.fault("too-many-bits", option.at,
                        fmt::format("with option '{}' the options of the case take more than {} bits",
                                    option.name, most_bits),
                        "an option of two values takes one, of up to four two, of up to eight three");
  }
}

void define_name(Binder& binder, const char* kind, const std::optional<casefile::String>& name,
                 std::size_t number) {
  if (name && reserved(name->value)) {
    binder.teller.fault("reserved-name", name->at,
                        fmt::format("'{}' is a word of the formula language", name->value),
                        "choose another name");
  } else {
    binder.define(binder.words.names, kind, name, number);
  }
}

/// The names of conditions and the ids of states are of one kind; what has an id already is told as what it
/// is.
void define_state(Binder& binder, const casefile::State& state, std::size_t number) {
  const Definition* const first = state.id ? binder.words.names.find(state.id->value) : nullptr;
  const bool name = first != nullptr && first->number < binder.written.names.size();
  define_name(binder, name ? "name" : "state", state.id, number);
}

/// What was lost with keys or parts of the file that could not be read.
void lose_ids(Binder& binder) {
  const casefile::Case& written = binder.written;
  if (written.hole("party")) binder.words.parties.lose_one();
  if (written.hole("names") || written.hole("state")) binder.words.names.lose_one();
  if (written.hole("source")) binder.sources.lose_one();
  if (written.hole("evidence")) binder.evidence.lose_one();
  if (written.cut || written.hole("party")) binder.made.states_known = false;
}

struct Name {
  const casefile::String* name = nullptr;  // none of a state whose id is missing
  WrittenFormula formula = {};
  std::vector<NameUse> uses = {};
};

/// The numbers of the names that each name uses.
NameGraph graph_of(const Binder& binder, const std::vector<Name>& names) {
  NameGraph graph(names.size());
  for (std::size_t i = 0; i < names.size(); ++i)
    for (const NameUse& use : names[i].uses)
      if (const Definition* used = binder.words.names.find(use.name)) graph[i].push_back(used->number);
  return graph;
}

/// Each name of a circle is used, and so there.
void tell_circle(Binder& binder, const std::vector<Name>& names, const std::vector<std::size_t>& circle) {
  constexpr std::size_t most = 8;
  const casefile::String& first = *names[circle[0]].name;
  std::string list = fmt::format("'{}'", first.value);
  for (std::size_t i = 1; i < std::min(circle.size(), most); ++i)
    list += fmt::format(" needs '{}', which", names[circle[i]].name->value);
  if (circle.size() > most) list += fmt::format(" in {} more steps", circle.size() - most);
  binder.teller.fault("name-circle", first.at,
                      fmt::format("names in a circle: {} needs '{}'", list, first.value));
}

/// How deep a name nests; the names that it uses are known already.
unsigned depth(const Binder& binder, const Name& name) {
  unsigned deepest = name.formula.depth;
  for (const NameUse& use : name.uses)
    if (const Definition* used = binder.words.names.find(use.name))
      deepest = std::max(deepest, use.depth + 1 + binder.formulas.depths[used->number]);
  return deepest;
}

void bind_name(Binder& binder, const Name& name, std::size_t number) {
  const std::optional<ConditionId> condition = binder.formulas.bind(name.formula);
  if (!condition) return;
  binder.words.conditions[number] = condition;
  binder.formulas.depths[number] = depth(binder, name);
}

}  // namespace

void define_ids(Binder& binder) {
  const casefile::Case& written = binder.written;
  lose_ids(binder);
  binder.words.options.resize(written.parties.size());
  for (std::size_t i = 0; i < written.parties.size(); ++i) define_party(binder, i);
  define_joints(binder);
  count_bits(binder);
  binder.words.conditions.resize(written.names.size() + written.states.size());
  for (std::size_t i = 0; i < written.names.size(); ++i) define_name(binder, "name", written.names[i].key, i);
  for (std::size_t i = 0; i < written.states.size(); ++i)
    define_state(binder, written.states[i], written.names.size() + i);
  for (std::size_t i = 0; i < written.sources.size(); ++i)
    binder.define(binder.sources, "source", written.sources[i].id, i);
  for (std::size_t i = 0; i < written.evidence.size(); ++i)
    binder.define(binder.evidence, "piece of evidence", written.evidence[i].id, i);
  for (std::size_t i = 0; i < written.stakes.size(); ++i)
    binder.define(binder.stakes, "stake", written.stakes[i].id, i);
}

namespace {

/// The names of conditions, then the states, with their formulas.
std::vector<Name> read_names(Binder& binder) {
  std::vector<Name> names;
  for (const casefile::Entry& entry : binder.written.names)
    names.push_back({&entry.key, binder.formulas.read(entry.value)});
  for (const casefile::State& state : binder.written.states)
    names.push_back({state.id ? &*state.id : nullptr,
                     state.at_formula ? binder.formulas.read(*state.at_formula) : WrittenFormula{}});
  for (Name& name : names)
    if (name.formula.whole) name.uses = name_uses(name.formula.text->value, name.formula.formula);
  return names;
}

void take_states(Binder& binder) {
  const std::vector<casefile::State>& written = binder.written.states;
  if (written.size() > most_named_states)
    binder.teller.fault("too-many-named-states", written[most_named_states].at,
                        fmt::format("the case has more than {} [[state]]s", most_named_states));
  for (std::size_t i = 0; i < written.size(); ++i) {
    const std::optional<ConditionId>& at = binder.words.conditions[binder.written.names.size() + i];
    binder.model.named_states.push_back(
        {text_of(written[i].id), or_hole(binder.model, at), text_of(written[i].label)});
    binder.made.places.states.push_back(written[i].at_formula ? written[i].at_formula->at : written[i].at);
    const Definition* const own = written[i].id ? binder.words.names.find(written[i].id->value) : nullptr;
    binder.made.state_known.push_back(at && own != nullptr && own->number == binder.written.names.size() + i);
  }
}

}  // namespace

void bind_names(Binder& binder) {
  const auto& written = binder.written.names;
  const std::vector<Name> names = read_names(binder);
  binder.formulas.depths.resize(names.size(), 0);
  const NameGraph graph = graph_of(binder, names);
  for (const std::vector<std::size_t>& group : parts_first(graph)) {
    const std::vector<std::size_t> circle = circle_in(graph, group);
    if (!circle.empty()) tell_circle(binder, names, circle);
    for (const std::size_t number : group) bind_name(binder, names[number], number);
  }
  take_states(binder);
  for (std::size_t i = 0; i < written.size(); ++i)
    if (binder.words.conditions[i])
      binder.model.names.push_back({written[i].key.value, *binder.words.conditions[i],
                                    written[i].label ? written[i].label->value : ""});
}

}  // namespace entente

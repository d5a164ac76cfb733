// How a case speaks: its parties and what they do.
#include "words/voice.h"

#include <algorithm>

#include "model/whole_number.h"
#include "words/english.h"

namespace entente {
namespace {

bool yes_or_no(const Option& option) {
  return option.values == std::vector<std::string>{"no", "yes"};
}

std::string quoted(const Option& option) {
  return "\"" + plain(option.name) + "\"";
}

/// "v1 or v3"; where it is three or more at an end of the list, or of the numbers, "v7 or more", "v3 or
/// less".
std::string range(const Option& option, const std::vector<Value>& values) {
  const std::vector<std::size_t> order = from_least(option.values);
  std::vector<std::size_t> ranks;  // of the values, from the least
  for (std::size_t rank = 0; rank < order.size(); ++rank)
    if (std::binary_search(values.begin(), values.end(), static_cast<Value>(order[rank])))
      ranks.push_back(rank);
  if (values.size() > 2 && ranks.back() - ranks.front() + 1 == ranks.size()) {
    if (ranks.back() + 1 == order.size()) return option.values[order[ranks.front()]] + " or more";
    if (ranks.front() == 0) return option.values[order[ranks.back()]] + " or less";
  }
  std::vector<std::string> names;
  for (const Value v : values) names.push_back(option.values[v]);
  return listed(names, "or");
}

}  // namespace

Voice::Voice(const Model& model) : model_(&model) {
  for (const PartyId i : model.party_ids()) {
    const Party& party = model[i];
    std::string name = plain(party.name);
    if (name.starts_with("The ")) name.front() = 't';  // where a sentence begins it is capitalised again
    names_.push_back(name.empty() ? party.id : name);
    many_.push_back(model.many(i));
  }
  for (const Group& group : model.groups) {
    std::vector<std::string> members;
    for (const PartyId i : group.members) members.push_back(name(i));
    names_.push_back(listed(members));
    many_.push_back(true);
  }
}

std::string Voice::names(const std::vector<PartyId>& parties) const {
  if (parties.size() > few_parties && parties.size() == model_->parties.size())
    return "all " + grouped(parties.size()) + " parties";
  std::vector<std::string> all;
  for (PartyId p : parties) all.push_back(name(p));
  return listed(all);
}

std::string Voice::verb(MoverId mover, std::string_view one, std::string_view many) const {
  return std::string(many_[index(mover)] ? many : one);
}

std::string Voice::does(Course course) const {
  const Option& option = (*model_)[course.first];
  if (!option.labels.empty())
    if (std::string label = plain(option.labels[course.second]); !label.empty()) return label;
  if (yes_or_no(option))
    return verb(option.mover, "says ", "say ") + option.values[course.second] + " to " + quoted(option);
  return verb(option.mover, "chooses ", "choose ") + option.values[course.second] + " for " + quoted(option);
}

std::vector<std::string> Voice::does_one_of(OptionId id, const std::vector<Value>& values) const {
  const Option& option = (*model_)[id];
  std::vector<std::string> all;
  if (values.size() > 1 && option.labels.empty()) {
    all.push_back(verb(option.mover, "chooses ", "choose ") + range(option, values) + " for " +
                  quoted(option));
  } else {
    for (const Value v : values) all.push_back(does(Course{id, v}));
  }
  return all;
}

std::string Voice::does(const std::vector<Course>& courses) const {
  std::vector<std::string> all;
  for (const Course& c : courses) all.push_back(does(c));
  return listed(all);
}

std::string Voice::clause(const std::vector<Course>& courses) const {
  if (courses.empty()) return nothing_changes;
  return name((*model_)[courses.front().first].mover) + " " + does(courses);
}

std::optional<std::string> Voice::do_(Course course) const {
  const std::string phrase = does(course);
  if (many_[index((*model_)[course.first].mover)]) return phrase;
  return infinitive(phrase);
}

std::optional<std::string> Voice::would_surely(const std::vector<Course>& courses,
                                               std::string_view between) const {
  std::vector<std::string> all;
  for (const Course& c : courses) {
    const std::optional<std::string> verb = do_(c);
    if (!verb) return std::nullopt;
    all.push_back(*verb);
  }
  if (all.empty()) return std::nullopt;
  return name((*model_)[courses.front().first].mover) + " " + std::string(between) + listed(all);
}

std::string Voice::would(const std::vector<Course>& courses, std::string_view between) const {
  return would_surely(courses, between).value_or(clause(courses));
}

std::vector<Course> Voice::changes(MoverId mover, const Layout& layout, Word from, Word to) const {
  std::vector<Course> all;
  for (OptionId o : model_->options_of(mover))
    if (layout.value(from, o) != layout.value(to, o)) all.emplace_back(o, layout.value(to, o));
  return all;
}

std::vector<Course> Voice::courses(MoverId mover, const Layout& layout, Word word) const {
  std::vector<Course> all;
  for (OptionId o : model_->options_of(mover)) all.emplace_back(o, layout.value(word, o));
  return all;
}

}  // namespace entente

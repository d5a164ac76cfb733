// Named conditions: bound parts first, whatever their order in the file; circles are told.
#include <fmt/format.h>

#include <algorithm>

#include "model/binder.h"
#include "model/circles.h"

namespace entente {
namespace {

struct Name {
  WrittenFormula formula;
  std::vector<NameUse> uses;
};

/// The numbers of the names that each name uses.
NameGraph graph_of(const Binder& binder, const std::vector<Name>& names) {
  NameGraph graph(names.size());
  for (std::size_t i = 0; i < names.size(); ++i)
    for (const NameUse& use : names[i].uses)
      if (const Definition* used = binder.words.names.find(use.name)) graph[i].push_back(used->number);
  return graph;
}

void tell_circle(Binder& binder, const std::vector<std::size_t>& circle) {
  constexpr std::size_t most = 8;
  const auto& names = binder.written.names;
  const casefile::String& first = names[circle[0]].key;
  std::string list = fmt::format("'{}'", first.value);
  for (std::size_t i = 1; i < std::min(circle.size(), most); ++i)
    list += fmt::format(" needs '{}', which", names[circle[i]].key.value);
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

void bind_names(Binder& binder) {
  const auto& written = binder.written.names;
  std::vector<Name> names;
  for (const casefile::Entry& entry : written) {
    Name& name = names.emplace_back(Name{binder.formulas.read(entry.value), {}});
    if (name.formula.whole) name.uses = name_uses(name.formula);
  }
  binder.formulas.depths.resize(names.size(), 0);
  const NameGraph graph = graph_of(binder, names);
  for (const std::vector<std::size_t>& group : parts_first(graph)) {
    const std::vector<std::size_t> circle = circle_in(graph, group);
    if (!circle.empty()) tell_circle(binder, circle);
    for (const std::size_t number : group) bind_name(binder, names[number], number);
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (binder.words.conditions[i])
      binder.model.names.push_back({written[i].key.value, *binder.words.conditions[i]});
}

}  // namespace entente

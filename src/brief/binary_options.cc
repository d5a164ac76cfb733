// Options of any number of courses as options that are taken or not.
#include "brief/binary_options.h"

#include "words/english.h"

namespace entente {
namespace {

/// The runs of neighbouring values: first and last.
std::vector<std::pair<Value, Value>> runs(const std::vector<Value>& values) {
  std::vector<std::pair<Value, Value>> all;
  for (const Value v : values)
    if (!all.empty() && all.back().second + 1 == v)
      all.back().second = v;
    else
      all.emplace_back(v, v);
  return all;
}

}  // namespace

BinaryOptions::BinaryOptions(const Model& model) : model_(model) {
  for (const Option& option : model.options) first_.push_back(first_.back() + option.values.size() - 1);
}

std::string BinaryOptions::name(OptionId option, std::size_t number) const {
  const Option& o = model_[option];
  const std::size_t course = number - first(option) + 1;
  std::string name = plain(o.name);
  if (!o.labels.empty())
    name += ": " + plain(o.labels[course]);
  else if (o.values != std::vector<std::string>{"no", "yes"})
    name += ": " + o.values[course];
  return course + 1 < o.values.size() ? name + ", or further" : name;
}

std::uint64_t BinaryOptions::code(const States& states, StateId s) const {
  std::uint64_t code = 0;
  for (std::size_t o = 0; o < model_.options.size(); ++o)
    for (Value v = states.value(s, static_cast<OptionId>(o)); v > 0; --v)
      code |= std::uint64_t{1} << (first_[o] + v - std::size_t{1});
  return code;
}

std::vector<TakenTogether> BinaryOptions::impossible() const {
  std::vector<TakenTogether> all;
  for (std::size_t o = 0; o < model_.options.size(); ++o)
    for (std::size_t n = first_[o] + 1; n < first_[o + 1]; ++n) all.push_back({{n - 1, false}, {n, true}});
  return all;
}

std::vector<TakenTogether> BinaryOptions::taken(const std::vector<Pattern>& patterns) const {
  std::vector<TakenTogether> all;
  for (const Pattern& pattern : patterns) {
    const std::vector<TakenTogether> own = taken(pattern);
    all.insert(all.end(), own.begin(), own.end());
  }
  return all;
}

std::vector<TakenTogether> BinaryOptions::taken(const Pattern& pattern) const {
  std::vector<TakenTogether> all = {{}};
  for (std::size_t o = 0; o < model_.options.size(); ++o) {
    if (pattern.free[o]) continue;
    std::vector<TakenTogether> longer;
    for (const TakenTogether& one : all)
      for (const auto& [from, to] : runs(pattern.values[o])) {
        TakenTogether& more = longer.emplace_back(one);
        if (from > 0) more.emplace_back(first_[o] + from - 1, true);
        if (to + std::size_t{1} < model_.options[o].values.size()) more.emplace_back(first_[o] + to, false);
      }
    all = std::move(longer);
  }
  return all;
}

}  // namespace entente

// Random formulas over the options of a case.
#include "soak/formulas.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "casefile/casefile.h"
#include "casefile/read.h"
#include "oracle/random_model.h"

namespace entente::soak {
namespace {

using oracle::draw;

struct Choice {
  std::string option;  // party.option
  std::vector<std::string> values;
};

std::vector<Choice> choices(const casefile::Case& of) {
  std::vector<Choice> all;
  for (const casefile::Party& party : of.parties)
    for (const casefile::Option& option : party.options) {
      if (!party.id || !option.id) continue;
      Choice choice{party.id->value + "." + option.id->value, {}};
      if (option.values)
        for (const casefile::String& value : option.values->value) choice.values.push_back(value.value);
      all.push_back(std::move(choice));
    }
  return all;
}

template <std::size_t size>
std::string one_of(std::mt19937_64& random, const std::array<std::string_view, size>& words) {
  return std::string(words[draw(random, size)]);
}

std::string atom(std::mt19937_64& random, const Choice& choice) {
  if (choice.values.empty()) return choice.option;
  static constexpr std::array<std::string_view, 6> compared = {" = ", " != ", " < ", " <= ", " > ", " >= "};
  // The ends of the list twice as often: nothing lies beyond them.
  const std::size_t last = choice.values.size() - 1;
  const std::size_t drawn = draw(random, choice.values.size() + 2);
  return choice.option + one_of(random, compared) +
         choice.values[drawn > last ? (drawn - last - 1) * last : drawn];
}

std::string formula(std::mt19937_64& random, const std::vector<Choice>& all, unsigned depth) {
  static constexpr std::array<std::string_view, 6> joints = {" and ",     " or ",  " xor ",
                                                             " implies ", " iff ", " if "};
  static constexpr std::array<std::string_view, 3> counts = {"at_least", "at_most", "exactly"};
  if (depth == 0 || draw(random, 3) == 0)
    return draw(random, 20) == 0 ? (draw(random, 2) == 0 ? "true" : "false")
                                 : atom(random, all[draw(random, all.size())]);
  const auto part = [&] { return formula(random, all, depth - 1); };
  switch (draw(random, 4)) {
    case 0: return "not (" + part() + ")";
    case 1: {
      const std::string number = std::to_string(draw(random, 4));
      return one_of(random, counts) + "(" + number + ", " + part() + ", " + part() + ")";
    }
    default: return "(" + part() + one_of(random, joints) + part() + ")";
  }
}

/// The places of the formulas of a case, the last first.
std::vector<Place> formulas(const casefile::Case& of) {
  std::vector<Place> all;
  const auto add = [&](const std::optional<casefile::String>& one) {
    if (one) all.push_back(one->at);
  };
  if (of.agreement) add(of.agreement->when);
  for (const casefile::Party& party : of.parties) {
    for (const casefile::Option& option : party.options) add(option.when);
    for (const casefile::Preference& preference : party.preferences) add(preference.statement);
  }
  for (const casefile::Rule& rule : of.rules) add(rule.forbid);
  std::sort(all.begin(), all.end(), [](Place a, Place b) { return a.begin > b.begin; });
  return all;
}

}  // namespace

void give_other_formulas(std::mt19937_64& random, std::string& text) {
  Diagnostics unheard;
  const casefile::Case of = casefile::read(Text("", text), unheard);
  const std::vector<Choice> all = choices(of);
  if (unheard.faulty() || all.empty()) return;
  const auto rarely = 1 + draw(random, 8);
  for (const Place place : formulas(of))
    if (draw(random, rarely) == 0)
      text.replace(place.begin, place.end - place.begin, "\"" + formula(random, all, 3) + "\"");
}

}  // namespace entente::soak

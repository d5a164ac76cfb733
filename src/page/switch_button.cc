// A switch of an assumption as a button.
#include "page/switch_button.h"

#include <algorithm>
#include <array>

#include "words/change_words.h"

namespace entente {
namespace {

/// What a switch says, by kind of change.
std::string switch_words(Change::Kind kind) {
  constexpr std::array<const char*, 15> words = {"leave it out",
                                                 "less important than the next",
                                                 "liked as much as the next",
                                                 "the opposite",
                                                 "count a fifth less",
                                                 "count a fifth more",
                                                 "a wish, but no condition",
                                                 "leave it out",
                                                 "free to change it",
                                                 "change it at any time",
                                                 "no way back",
                                                 "only a way back",
                                                 "no change at all",
                                                 "closed",
                                                 "not only the listed moves"};
  return words.at(static_cast<std::size_t>(kind));
}

std::string words_of_switch(const PageTelling& t, const Change& change) {
  const Assumption& a = t.assumptions[change.assumption];
  if (sets_condition_aside(t, change)) return "set it aside altogether";
  if (change.kind != Change::Kind::swap) return switch_words(change.kind);
  if (a.kind == Assumption::Kind::order) return "liked less than the next";
  return equal_to_others(t.plain.analysis.model(), a)
             ? "less important than the next, like what is as important"
             : switch_words(change.kind);
}

}  // namespace

bool sets_condition_aside(const PageTelling& t, const Change& change) {
  const Assumption& a = t.assumptions[change.assumption];
  const auto its_demand = [&](const Assumption& other) {
    return other.kind == Assumption::Kind::demand && other.party == a.party && other.number == a.number;
  };
  return change.kind == Change::Kind::drop && a.kind == Assumption::Kind::statement &&
         std::any_of(t.assumptions.begin(), t.assumptions.end(), its_demand);
}

void put_switch(Markup& out, const PageTelling& t, const Change& change) {
  const std::string name = id(change, t.assumptions);
  const bool made = std::any_of(t.made.begin(), t.made.end(),
                                [&](const Change& m) { return id(m, t.assumptions) == name; });
  out.element("button", words_of_switch(t, change),
              {{"type", "button"}, {"data-change", name}, {"aria-pressed", made ? "true" : "false"}});
}

}  // namespace entente

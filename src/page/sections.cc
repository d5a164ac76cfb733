// The sections of a page in reading order, and what more than one of them needs.
#include "page/sections.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t most_of_a_kind = 3;

void add(std::vector<Named>& all, const std::string& name, const StateSet& states) {
  const std::vector<StateId> list = states.list();
  for (std::size_t k = 0; k < std::min(list.size(), most_of_a_kind); ++k) {
    const auto same = [&](const Named& n) { return n.state == list[k]; };
    if (const auto it = std::find_if(all.begin(), all.end(), same); it != all.end())
      it->name += ", " + name;
    else
      all.push_back({name + (list.size() > 1 ? " (" + std::to_string(k + 1) + ")" : ""), list[k]});
  }
}

StateSet only(StateId s, std::size_t universe) {
  StateSet one(universe);
  one.insert(s);
  return one;
}

/// The sections that the brief has not, in their order: the first screen, and what stands behind the brief.
struct Beside {
  std::string_view id;
  std::optional<Section> (*make)(const PageTelling&);
};
constexpr std::array<Beside, 2> first_screen = {{
    {"in-short", [](const PageTelling& t) { return std::optional(short_section(t)); }},
    {"turns", turns_section},
}};
constexpr std::array<Beside, 10> behind = {{
    {"links", links_section},
    {"situations", form_section},
    {"stability", stability_section},
    {"wishes", ladder_section},
    {"stakes", stakes_section},
    {"history", history_section},
    {"rests", rests_section},
    {"evidence", evidence_section},
    {"left-out", left_out_section},
    {"terms", [](const PageTelling& t) { return std::optional(terms_section(t)); }},
}};

bool is_beside(const std::string& id) {
  const auto same = [&](const Beside& one) { return one.id == id; };
  return std::any_of(first_screen.begin(), first_screen.end(), same) ||
         std::any_of(behind.begin(), behind.end(), same);
}

}  // namespace

Section section(const std::string& id, const std::string& title, const std::function<void(Markup&)>& body) {
  Markup out;
  out.open("section", {{"id", id}, {"aria-labelledby", id + "-heading"}});
  out.element("h2", title, {{"id", id + "-heading"}});
  body(out);
  return {id, title, out.html()};
}

std::vector<Section> sections(const PageTelling& t, const std::vector<std::string>& only) {
  const auto wanted = [&](std::string_view id) {
    return only.empty() || std::find(only.begin(), only.end(), id) != only.end();
  };
  std::vector<Section> all;
  const auto add = [&](const Beside& one) {
    if (!wanted(one.id)) return;
    if (std::optional<Section> made = one.make(t)) all.push_back(*std::move(made));
  };
  std::for_each(first_screen.begin(), first_screen.end(), add);
  for (Section& one : all) one.first_screen = true;
  if (only.empty() || !std::all_of(only.begin(), only.end(), is_beside))
    for (Section& one : brief_sections(t))
      if (wanted(one.id)) all.push_back(std::move(one));
  std::for_each(behind.begin(), behind.end(), add);
  return all;
}

std::vector<Named> named_situations(const PageTelling& t) {
  const Analysis& a = t.analysis();
  const std::size_t n = a.states().size();
  std::vector<Named> all;
  if (t.chosen) add(all, "The situation you chose", only(*t.chosen, n));
  add(all, "Today", only(a.status_quo(), n));
  add(all, "Where it rests", a.outlook(Concept::seq).resting);
  if (t.brief.way) add(all, "Recommended settlement", t.brief.way->target);
  if (t.brief.way && t.brief.way->target.empty())
    add(all, "Recommended settlement", a.settlement().recommended);
  return all;
}

}  // namespace entente

// The parts of a page in reading order, and what more than one of them needs.
#include "report/html/parts.h"

#include <algorithm>
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

void take(std::vector<Part>& all, std::optional<Part> one) {
  if (one) all.push_back(std::move(*one));
}

}  // namespace

Part part(const std::string& id, const std::string& title, const std::function<void(Markup&)>& body) {
  Markup out;
  out.open("section", {{"id", id}, {"aria-labelledby", id + "-heading"}});
  out.element("h2", title, {{"id", id + "-heading"}});
  body(out);
  return {id, title, out.html()};
}

std::vector<Part> parts(const PageTelling& t) {
  std::vector<Part> all = brief_parts(t);
  take(all, form_part(t));
  take(all, stability_part(t));
  take(all, ladder_part(t));
  take(all, stakes_part(t));
  take(all, history_part(t));
  take(all, rests_part(t));
  take(all, evidence_part(t));
  take(all, left_out_part(t));
  all.push_back(terms_part(t));
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

// The difference of two cases for people and as JSON.
#include "brief/difference_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "model/bind.h"
#include "words/concept_words.h"
#include "words/conclusion_words.h"
#include "words/condition_words.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr std::size_t most_lines = 27;  // so that a sheet of it fits a terminal

/// Parties, options and formulas in the words of the cases.
class InWords : public Naming {
 public:
  InWords(Model then, Model now) : then_(std::move(then)), now_(std::move(now)) {}

  std::string party(const casefile::Party& party) const override {
    return plain(text_of(party.name ? party.name : party.id));
  }
  std::string option(const casefile::Option& option, const std::string& of) const override {
    return possessive(of) + " \"" + plain(text_of(option.name ? option.name : option.id)) + "\"";
  }
  std::string joint(const casefile::Joint& joint) const override {
    return "the joint act \"" + plain(text_of(joint.name ? joint.name : joint.id)) + "\"";
  }
  std::string value(const casefile::Option& option, const std::string& value) const override {
    if (option.values && option.labels && option.labels->value.size() == option.values->value.size())
      for (std::size_t v = 0; v < option.values->value.size(); ++v)
        if (option.values->value[v].value == value) return "\"" + plain(option.labels->value[v].value) + "\"";
    if (!option.values && option.labels && option.labels->value.size() == 2)
      return "\"" + plain(option.labels->value[value == "yes" ? 1 : 0].value) + "\"";
    return Naming::value(option, value);
  }
  std::string formula(const casefile::String& formula, bool of_now) const override {
    std::string words = worded(of_now ? now_ : then_, formula);
    if (words.empty()) words = worded(of_now ? then_ : now_, formula);
    return words.empty() ? Naming::formula(formula, of_now) : "\"" + words + "\"";
  }

 private:
  static std::string worded(Model& model, const casefile::String& formula) {
    Diagnostics faults;
    const auto condition = bind_formula(Text("", formula.value), model, faults);
    return condition ? in_words(Voice(model), *condition, formula.value) : "";
  }

  mutable Model then_;  // binding a formula adds to its conditions
  mutable Model now_;
};

std::string edit_number(std::size_t k) {
  return "[" + std::to_string(k + 1) + "]";
}

void tell_edits(Sheet& sheet, const Difference& d, const Edits& told) {
  sheet.heading("What changed in the case");
  if (d.edits.empty()) sheet.paragraph("Nothing that an answer could depend on.");
  for (std::size_t k = 0; k < told.edits.size(); ++k)
    sheet.item(edit_number(k), sentence(capitalised(plain(told.edits[k].what)) +
                                        (d.possible[k] ? "" : " (not possible alone)")));
  if (told.words.empty()) return;
  sheet.paragraph("These differences change no conclusion:");
  for (const std::string& one : told.words) sheet.item("-", sentence(capitalised(plain(one))));
}

/// Conclusions that changed, told in one piece.
using Alike = std::vector<const ChangedConclusion*>;

const Conclusion& either(const ChangedConclusion& c) {
  return c.after ? *c.after : *c.before;
}

/// The groups in the order in which readers want to know: the verdicts on the present of one mover, and the
/// situations that could last, are one group each.
std::vector<Alike> grouped_by_weight(const Difference& d) {
  std::map<std::pair<std::size_t, std::size_t>, Alike> by_weight;
  for (const ChangedConclusion& c : d.changed) {
    const std::size_t within = either(c).kind == Conclusion::Kind::stability ? index(*either(c).mover) : 0;
    by_weight[{place_for_readers(either(c).id), within}].push_back(&c);
  }
  std::vector<Alike> groups;
  for (auto& [weight, group] : by_weight) groups.push_back(std::move(group));
  return groups;
}

class Changes {
 public:
  Changes(const Difference& d, const CaseSeen& before, const CaseSeen& after, const Face& face, bool in_full)
      : d_(d), before_(before.analysed), after_(after.analysed), face_(face), in_full_(in_full) {}

  void tell(Sheet& sheet) const {
    sheet.heading("Which conclusions changed");
    if (d_.changed.empty() && d_.numbers.empty()) return sheet.paragraph("None.");
    if (d_.changed.empty()) {
      sheet.paragraph("No conclusion that the brief draws; but there are other numbers:");
      return tell_numbers(sheet);
    }
    sheet.paragraph(
        one_cause() ? "(- in the old case, + in the new one, * of both; all of it comes from that one edit.)"
                    : "(- in the old case, + in the new one, * of both.)");
    std::size_t untold = 0;
    bool numbers_told = false;
    for (const Alike& group : grouped_by_weight(d_)) {
      const bool of_recommended = place_for_readers(either(*group[0]).id) <= place_for_readers("division");
      if (!of_recommended && !std::exchange(numbers_told, true)) tell_numbers(sheet);
      if (untold == 0 && fits(sheet, group))
        tell(sheet, group);
      else
        untold += group.size();
    }
    if (!numbers_told) tell_numbers(sheet);
    if (untold > 0) sheet.paragraph(counted_changes(untold) + " told with --all.");
  }

 private:
  void tell_numbers(Sheet& sheet) const {
    const std::string words = numbers_words(d_.numbers, after_.analysis.model(), "before");
    if (!words.empty()) sheet.item("*", sentence(words));
  }

  bool fits(const Sheet& sheet, const Alike& group) const {
    if (in_full_) return true;
    Sheet more(face_);
    tell(more, group);
    return lines(sheet) + lines(more) <= most_lines;
  }

  static std::size_t lines(const Sheet& sheet) {
    const std::string text = sheet.text();
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  }

  static std::string counted_changes(std::size_t n) {
    return n == 1 ? "One more conclusion that changed is" : grouped(n) + " more conclusions that changed are";
  }

  void tell(Sheet& sheet, const Alike& group) const {
    switch (either(*group[0]).kind) {
      case Conclusion::Kind::stability: return tell_party(sheet, group);
      case Conclusion::Kind::equilibrium:
        tell_lasting(sheet, group);
        if (!in_full_) return;
        break;
      default: break;
    }
    for (const ChangedConclusion* c : group) tell_one(sheet, *c);
  }

  void tell_one(Sheet& sheet, const ChangedConclusion& c) const {
    const std::string before = c.before ? sentence_of(before_, *c.before) : "";
    const std::string after = c.after ? sentence_of(after_, *c.after) : "";
    if (before == after) {
      sheet.item("*", after + " That is said of other situations than before.");
    } else {
      if (c.before) sheet.item("-", before);
      if (c.after) sheet.item("+", after);
    }
    if (!one_cause()) sheet.paragraph(cause(c), 4);
  }

  /// "For Japan the present is now stable under Nash stability, and no longer under ..."
  void tell_party(Sheet& sheet, const Alike& group) const {
    std::vector<std::string> now, no_longer;
    for (const ChangedConclusion* c : group)
      if (c->after) (c->after->is_so() ? now : no_longer).push_back(full_name(*c->after->concept_seen));
    if (now.size() + no_longer.size() < group.size()) {  // a party that one of the cases has not
      for (const ChangedConclusion* c : group) tell_one(sheet, *c);
      return;
    }
    const Voice voice(after_.analysis.model());
    std::string text = "For " + voice.name(*either(*group[0]).mover) + " the present is ";
    if (!now.empty()) text += "now stable under " + listed(now);
    if (!no_longer.empty())
      text += std::string(now.empty() ? "" : ", and ") + "no longer stable under " + listed(no_longer);
    sheet.item("*", sentence(text));
    tell_causes(sheet, group);
  }

  void tell_lasting(Sheet& sheet, const Alike& group) const {
    std::size_t more = 0, fewer = 0, others = 0;
    for (const ChangedConclusion* c : group) ++(!c->before ? more : !c->after ? fewer : others);
    std::vector<std::string> parts;
    if (more > 0) parts.push_back(none_or(more) + (more == 1 ? " is" : " are") + " new");
    if (fewer > 0) parts.push_back(none_or(fewer) + (fewer == 1 ? " is" : " are") + " no longer among them");
    if (others > 0)
      parts.push_back(none_or(others) + (others == 1 ? " takes" : " take") +
                      " another number of concessions");
    sheet.item("*", sentence("Of the situations that could last (nobody has a gain that the others would not "
                             "answer) and can be reached with at most two concessions, " +
                             listed(parts)));
    tell_causes(sheet, group);
    if (!in_full_) sheet.paragraph("With --all each of these situations is told.", 4);
  }

  /// Whether there is one edit, which is the cause of all.
  bool one_cause() const {
    return d_.edits.size() == 1 && std::all_of(d_.changed.begin(), d_.changed.end(),
                                               [](const ChangedConclusion& c) { return !c.alone.empty(); });
  }

  /// Which edits do it, a clause; of a comparison that was ended nobody knows what those not tried would do.
  std::string doers(const ChangedConclusion& c) const {
    std::vector<std::string> edits;
    for (std::size_t k : c.alone) edits.push_back(edit_number(k));
    if (!edits.empty()) return listed(edits, "or") + (edits.size() > 1 ? ", each alone" : " alone");
    if (c.together)
      return edit_number(c.together->first) + " and " + edit_number(c.together->second) + " together";
    return {};
  }

  std::string cause(const ChangedConclusion& c) const {
    if (!c.alone.empty()) return doers(c) + (c.alone.size() > 1 ? "," : "") + " changes this.";
    if (c.together) return "It takes " + doers(c) + " to change this.";
    return d_.ended ? "Which edit changes this was not found out."
                    : "No single edit and no two together change it so.";
  }

  void tell_causes(Sheet& sheet, const Alike& group) const {
    if (one_cause()) return;
    std::map<std::string, std::size_t> counts;
    for (const ChangedConclusion* c : group) ++counts[cause(*c)];
    if (counts.size() == 1) return sheet.paragraph(counts.begin()->first, 4);
    std::vector<std::string> parts;
    for (const ChangedConclusion* c : group) {
      const auto it = counts.find(cause(*c));
      if (it == counts.end()) continue;
      const std::string by = doers(*c);
      parts.push_back(none_or(it->second) + " by " +
                      (!by.empty() ? by
                       : d_.ended  ? "edits that were not found out"
                                   : "no one edit and no two"));
      counts.erase(it);
    }
    sheet.paragraph("Changed: " + listed(parts) + ".", 4);
  }

  const Difference& d_;
  const Analysed& before_;
  const Analysed& after_;
  const Face& face_;
  bool in_full_;
};

}  // namespace

Json conclusion_json(const Analysed& of, const std::optional<Conclusion>& c) {
  if (!c) return nullptr;
  return {{"value", value_text(c->kind, c->value)}, {"sentence", sentence_of(of, *c)}};
}

std::string numbers_words(const std::vector<ChangedNumber>& numbers, const Model& model,
                          std::string_view then) {
  using Of = ChangedNumber::Of;
  const Voice voice(model);
  const auto name = [&](const std::string& id) {
    for (const PartyId i : model.party_ids())
      if (model[i].id == id) return voice.name(i);
    return id;
  };
  std::vector<std::string> parts;
  for (const ChangedNumber& n : numbers) {
    const std::string were = fmt::format(" ({} {})", none_or(n.before), then);
    switch (n.of) {
      case Of::situations: parts.push_back(counted(n.after, "situation") + were); break;
      case Of::lasting: parts.push_back(counted(n.after, "situation") + " could last" + were); break;
      case Of::settlements: parts.push_back(counted(n.after, "settlement") + were); break;
      case Of::accepted:
        parts.push_back(name(n.party) + " would accept " + counted(n.after, "settlement") + were);
        break;
      case Of::accepted_by_all:
        parts.push_back("all would accept " + counted(n.after, "settlement") + were);
        break;
      case Of::holding: parts.push_back(none_or(n.after) + " of those would hold" + were); break;
    }
  }
  return capitalised(fmt::format("{}", fmt::join(parts, "; ")));
}

std::string difference_text(const Difference& difference, const CaseSeen& before, const CaseSeen& after,
                            const Face& face, bool in_full) {
  const InWords naming(before.analysed.analysis.model(), after.analysed.analysis.model());
  Sheet sheet(face);
  tell_edits(sheet, difference, edits(before.written, after.written, naming));
  Changes(difference, before, after, face, in_full).tell(sheet);
  return sheet.text();
}

Json numbers_json(const Difference& difference) {
  Json all = Json::array();
  for (const ChangedNumber& n : difference.numbers) {
    constexpr std::array<const char*, 6> names = {"situations", "lasting",         "settlements",
                                                  "accepted",   "accepted_by_all", "holding"};
    Json one = {{"of", names.at(static_cast<std::size_t>(n.of))}, {"before", n.before}, {"after", n.after}};
    if (!n.party.empty()) one["party"] = n.party;
    all.push_back(std::move(one));
  }
  return all;
}

Json difference_json(const Difference& difference, const Analysed& before, const Analysed& after) {
  Json edits = Json::array();
  for (std::size_t k = 0; k < difference.edits.size(); ++k)
    edits.push_back({{"what", difference.edits[k].what}, {"possible_alone", bool{difference.possible[k]}}});
  Json changed = Json::array();
  for (const ChangedConclusion& c : difference.changed) {
    Json json = {{"id", c.after ? c.after->id : c.before->id},
                 {"before", conclusion_json(before, c.before)},
                 {"after", conclusion_json(after, c.after)}};
    json["alone"] = Json::array();
    for (std::size_t k : c.alone) json["alone"].push_back(k + 1);
    json["together"] =
        c.together ? Json::array({c.together->first + 1, c.together->second + 1}) : Json(nullptr);
    changed.push_back(json);
  }
  Json all = {{"edits", edits}, {"changed", changed}};
  if (!difference.words.empty()) all["words"] = difference.words;
  if (const Json numbers = numbers_json(difference); !numbers.empty()) all["numbers"] = numbers;
  return all;
}

}  // namespace entente

// Situations in option form, side by side; one that is chosen can be changed option by option.
#include <algorithm>

#include "brief/patterns_text.h"
#include "page/blocks_html.h"
#include "page/part.h"
#include "page/sections.h"
#include "states/course.h"
#include "view/state_ids.h"
#include "words/english.h"
#include "words/situation.h"

namespace entente {
namespace {

std::string number(StateId s) {
  return std::to_string(std::uint64_t{s} + 1);
}

/// In how many choices each of the situations that matter is otherwise than today.
std::string otherwise_words(const PageTelling& t) {
  const States& states = t.analysis().states();
  std::vector<std::string> all;
  for (const Named& n : named_situations(t)) {
    const std::size_t other =
        differences(t.model(), states.layout(), states[n.state], states[t.analysis().status_quo()]).size();
    if (other > 0) all.push_back(in_words(other) + " under \"" + capitalised(n.name) + "\"");
  }
  const std::size_t choices = t.model().options.size();
  return all.empty()
             ? "No other situation matters here than today's."
             : "Of " + counted(choices, "choice") + " these are otherwise than today: " + listed(all) + ".";
}

class Form {
 public:
  Form(const PageTelling& t, Markup& out) : t_(t), out_(out), named_(named_situations(t)) {}

  void tell() {
    side_by_side();
    choosing();
    equilibria();
  }

 private:
  const Model& model() const { return t_.model(); }
  const States& states() const { return t_.analysis().states(); }

  void side_by_side() {
    out_.open_scroll("Option form");
    out_.open("table", {{"class", "option-form"}}).open("thead").open("tr");
    out_.element("th", "Choice", {{"scope", "col"}});
    for (const Named& n : named_)
      out_.element("th", capitalised(n.name), {{"scope", "col"}, {"data-state", number(n.state)}});
    out_.close().close().open("tbody");
    for (std::size_t k = 0; k < model().options.size(); ++k) row(static_cast<OptionId>(k));
    out_.close().close().close();
  }

  void row(OptionId o) {
    out_.open("tr").element("th", plain(model()[o].name), {{"scope", "row"}});
    for (const Named& n : named_) {
      const bool other = states().value(n.state, o) != states().value(t_.analysis().status_quo(), o);
      out_.open("td");
      const std::string words = capitalised(t_.voice.does(Course{o, states().value(n.state, o)}));
      out_.element(other ? "strong" : "span", words);
      out_.close();
    }
    out_.close();
  }

  /// Buttons, one a course, to the situation in which that course alone is another.
  void choosing() {
    const StateId from = t_.chosen.value_or(t_.analysis().status_quo());
    out_.open("div", {{"class", "needs-script"}});
    out_.element("h3", "Look at any other situation");
    out_.paragraph(
        "Choose what the parties do. What a rule of the case makes impossible cannot be chosen from here; "
        "the "
        "tables below show the situation that you chose.");
    out_.open("dl");
    for (std::size_t k = 0; k < model().options.size(); ++k) courses(from, static_cast<OptionId>(k));
    out_.close().close();
  }

  void courses(StateId from, OptionId o) {
    const Option& option = model()[o];
    const std::string name = plain(option.name);
    const bool tells_whose = name.find(t_.voice.name(option.mover)) != std::string::npos;
    out_.element("dt", tells_whose ? name : capitalised(t_.voice.name(option.mover)) + ": " + name);
    out_.open("dd").open("div", {{"role", "group"}, {"aria-label", name}});
    for (Value v = 0; v < option.values.size(); ++v) {
      const std::optional<StateId> to = states().find(states().layout().with(states()[from], o, v));
      Attributes attributes = {{"type", "button"},
                               {"data-course", std::to_string(index(o)) + "/" + std::to_string(v)}};
      if (to) attributes.emplace_back("data-state", number(*to));
      if (!to)
        attributes.emplace_back("disabled", ""),
            attributes.emplace_back("title", "A rule makes it impossible");
      attributes.emplace_back("aria-pressed", states().value(from, o) == v ? "true" : "false");
      out_.element("button", t_.voice.does(Course{o, v}), attributes);
    }
    out_.close().close();
  }

  void equilibria() {
    const StateSet& all = t_.analysis().verdicts(Concept::seq).equilibria;
    out_.open("details", {{"id", "equilibria"}});
    out_.element("summary",
                 "All " + counted(counted_once(t_.view, t_.view.set(all), ClassCounts::whole), "situation") +
                     " that nobody would leave");
    out_.paragraph(std::string(model().groups.empty() ? "No party has" : "Nobody, alone or jointly, has") +
                   " a step to take there that is a gain and that no answer takes back (sequential "
                   "stability), "
                   "whether or not a path leads there.");
    Sheet sheet{Face{}};
    show_patterns(sheet, t_.view, t_.voice, t_.view.set(all), {});
    put_blocks(out_, sheet.blocks(), "Situations that nobody would leave", true);
    out_.close();
  }

  const PageTelling& t_;
  Markup& out_;
  std::vector<Named> named_;
};

}  // namespace

std::optional<Section> form_section(const PageTelling& t) {
  Part made{"situations", "The situations that matter"};
  made.answer = otherwise_words(t);
  made.more = "Side by side, and any other situation";
  made.folded = [&](Markup& out) { Form(t, out).tell(); };
  made.hangs = {Conclusion::Kind::equilibrium};
  return part(t, made);
}

}  // namespace entente

// The sections of a page, each a <section> of its own, from one case analysed: as it is written, and again as
// it is used, with assumptions switched.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "brief/brief_sections.h"
#include "compare/linkage.h"
#include "page/markup.h"
#include "view/listed.h"
#include "whatif/robustness.h"
#include "words/voice.h"

namespace entente {

/// What a page is told from. On a redacted page both analyses are of models without what is confidential.
struct PageTelling {
  const Analysed& plain;  // the case as written
  const Voice& plain_voice;
  const Analysed& told;                        // the case with `made`; `plain` where that is empty
  const ListedView& view;                      // of `told`
  const Brief& brief;                          // of the same
  const Voice& voice;                          // of `told`
  const std::vector<Assumption>& assumptions;  // of `plain`
  const std::vector<Change>& changes;          // all single ones
  std::vector<Change> made = {};
  const Robustness* robustness = nullptr;  // the single changes to the case as written, where they were made
  bool linked = false;                     // whether the case links others
  const Linkage* linkage = nullptr;        // of the case as written, where that was found out
  std::optional<Rests> rests = {};         // the same, where the brief tells of them
  std::optional<StateId> chosen = {};      // of `told`

  /// Whether the page is used: what no change touches then stays as it stands, and is not told again.
  bool in_use() const { return !made.empty() || chosen.has_value(); }
  const Analysis& analysis() const { return told.analysis; }
  const Model& model() const { return told.analysis.model(); }
};

struct Section {
  std::string id;
  std::string title;
  std::string html;  // the whole section
  bool first_screen = false;
};

/// All sections in reading order, or those of these ids. Those that tell of the case as written alone are
/// empty in use.
std::vector<Section> sections(const PageTelling& telling, const std::vector<std::string>& only = {});

/// <section id="..."> with its heading and what `body` writes.
Section section(const std::string& id, const std::string& title, const std::function<void(Markup&)>& body);

Section short_section(const PageTelling& t);  // the whole in five sentences and a picture
// Each may be missing, where the case has nothing of the kind.
std::optional<Section> turns_section(const PageTelling& t);  // the switches that change most
std::vector<Section> brief_sections(const PageTelling& t);   // the brief, section by section
std::optional<Section> form_section(
    const PageTelling& t);  // situations in option form, and any that is chosen
std::optional<Section> stability_section(const PageTelling& t);  // who would leave which situation
std::optional<Section> ladder_section(
    const PageTelling& t);  // priorities, demands, rules: each with its switches
std::optional<Section> links_section(const PageTelling& t);    // what linked disputes do to one another
std::optional<Section> stakes_section(const PageTelling& t);   // who holds what, now and then
std::optional<Section> history_section(const PageTelling& t);  // the events, and what the model makes of them
std::optional<Section> rests_section(
    const PageTelling& t);  // each conclusion, how firm, and what it hangs on
std::optional<Section> evidence_section(const PageTelling& t);  // each piece, what it supports
std::optional<Section> left_out_section(const PageTelling& t);  // what was not analysed, what is withheld
Section terms_section(const PageTelling& t);                    // the terms of the field

/// A situation that the page speaks of, under a name: "Today", "Where it rests".
struct Named {
  std::string name;
  StateId state = 0;
};
/// Today, where it rests, what is recommended, what was chosen; each once, few of each.
std::vector<Named> named_situations(const PageTelling& t);

/// The bar that says what is switched and which conclusions that changed: HTML, and the latter as sentences.
struct Switched {
  std::string bar;
  std::vector<std::string> changed;
};
Switched switched(const PageTelling& t);

}  // namespace entente

// The table of verbs put together, and what is asked of it.
#include "entente/verbs.h"

#include <utility>

#include "library/verb_rows.h"

namespace entente {
namespace {

std::vector<std::string> color_names() {
  return {"auto", "always", "never"};
}

}  // namespace

const Argument& color_argument() {
  static const Argument color = {
      "color",
      Argument::Kind::word,
      "WHEN",
      "Colours: auto, always or never",
      rows::into<&Question::command_line, &CommandLine::color>,
      {.taker = Argument::Taker::program,
       .words = color_names,
       .also = "colour",
       .shared = true,
       .manual = "Those of `auto` are on a terminal only. The flag may be spelt --colour."}};
  return color;
}

const std::vector<Verb>& verbs() {
  static const std::vector<Verb> all = [] {
    std::vector<Verb> verbs = rows::analyses();
    for (auto* more : {rows::what_changes_would_do, rows::what_is_written, rows::of_the_program})
      for (Verb& verb : more()) verbs.push_back(std::move(verb));
    return verbs;
  }();
  return all;
}

std::vector<std::string> verb_names(Argument::Taker taker) {
  std::vector<std::string> names;
  for (const Verb& verb : verbs())
    if (verb.in(taker)) names.emplace_back(verb.name);
  return names;
}

const Verb* find_verb(std::string_view name) {
  for (const Verb& verb : verbs())
    if (verb.name == name) return &verb;
  return nullptr;
}

std::string_view name(Form form) {
  return form == Form::json ? "json" : form == Form::csv ? "csv" : "text";
}

}  // namespace entente

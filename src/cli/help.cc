// The help of the program and of each verb, from the tree of verbs.
#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/command_tree.h"

namespace entente::cli {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string section(const std::string& title, const Rows& rows) {
  if (rows.empty()) return {};
  std::size_t width = 0;
  for (const auto& [name, purpose] : rows) width = std::max(width, name.size());
  std::string text = fmt::format("\n{}:\n", title);
  for (const auto& [name, purpose] : rows) text += fmt::format("  {:<{}}  {}\n", name, width, purpose);
  return text;
}

Rows operands(const CLI::App& app) {
  const CLI::Option* option = operand(app);
  if (option == nullptr) return {};
  return {{shown(*option), option->get_description()}};
}

/// A verb's own flags, then those of every verb.
Rows flags(const CLI::App& app) {
  Rows own, others;
  for (const CLI::Option* option : app.get_options())
    if (!option->get_positional())
      (is_of_every_verb(app, *option) ? others : own).emplace_back(shown(*option), option->get_description());
  own.insert(own.end(), others.begin(), others.end());
  return own;
}

Rows verb_rows(const CLI::App& app) {
  Rows rows;
  for (const CLI::App* verb : app.get_subcommands({}))
    rows.emplace_back(verb->get_name(), verb->get_description());
  return rows;
}

std::string usage(const CLI::App& app) {
  if (app.get_parent() == nullptr) return "entente [VERB] [FLAGS] CASE...";
  std::string verb = fmt::format("entente {} [FLAGS]", app.get_name());
  const CLI::Option* option = operand(app);
  if (option == nullptr) return verb;
  const std::string name = shown(*option) + (option->get_expected_max() > 1 ? "..." : "");
  return verb + (option->get_required() ? " " + name : " [" + name + "]");
}

/// A description with its full stop, unless it ends a sentence already.
std::string sentence(const std::string& text) {
  return text.ends_with('.') || text.ends_with('?') ? text : text + ".";
}

}  // namespace

std::string shown(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name();
  std::string text;
  for (const std::string& name : option.get_snames()) text += "-" + name + ", ";
  text += "--" + option.get_lnames().front();
  return option.get_option_text().empty() ? text : text + " " + option.get_option_text();
}

std::string Help::make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const {
  return fmt::format("Usage: {}\n\n{}\n{}{}{}\n{}\n", usage(*app), sentence(app->get_description()),
                     section("Verbs", verb_rows(*app)), section("Operands", operands(*app)),
                     section("Flags", flags(*app)), app->get_footer());
}

}  // namespace entente::cli

// The command line as a tree of verbs and arguments, made from the table of verbs; and its help.
#include "cli/command_tree.h"

#include <fmt/format.h>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "text/text.h"

namespace entente::cli {
namespace {

using Kind = Argument::Kind;

constexpr auto program = Argument::Taker::program;
constexpr int any_number = 1 << 20;

bool is_operand(const Argument& argument) {
  return argument.name.front() >= 'A' && argument.name.front() <= 'Z';
}

/// "-o,--output", as the library takes the names of an option.
std::string names(const Argument& argument) {
  std::string name = typed(argument);
  const std::string also(argument.more.also);
  if (also.empty()) return name;
  return also.size() == 1 ? "-" + also + "," + name : name + ",--" + also;
}

/// CLI11 would take a number below nothing for one near 2^64.
std::string no_number(const std::string& text) {
  return text.starts_with('-') ? "Value " + text + " is no number" : std::string();
}

/// The number that a state is called by; nothing of an id, or of digits that are no number from 1.
std::optional<std::uint64_t> state_number(const std::string& text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool all = error == std::errc() && end == text.data() + text.size();
  return all && number > 0 ? std::optional(number) : std::nullopt;
}

std::string no_state(const std::string& text) {
  const bool id = !text.empty() && ((text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z'));
  return id || state_number(text) ? std::string()
                                  : "Value " + text + " is neither the number of a state, from 1, nor an id";
}

void bound(CLI::Option* option, const Argument::More& more) {
  if (more.least == 0 && more.most == UINT64_MAX) return;
  if (more.most == UINT64_MAX) option->check(no_number);
  option->check(CLI::Range(more.least, more.most));
}

/// How many files there may be. An operand takes any number of itself.
void number(CLI::Option* option, const Argument& argument) {
  if (argument.more.values > 0)
    option->expected(static_cast<int>(argument.more.values));
  else if (!is_operand(argument))
    option->expected(1, any_number);
}

}  // namespace

CommandTree::CommandTree(Question& question)
    : question_(question),
      root_(
          std::make_unique<CLI::App>("Entente analyses a conflict: where it stands, where it is heading, and "
                                     "what an agreement would take.",
                                     "entente")) {
  root_->formatter(std::make_shared<Help>());
  root_->set_help_flag("-h,--help", "Print this help");
  root_->set_version_flag("--version", "entente " + std::string(version()), "Print the version");
  root_->require_subcommand(1);
  root_->allow_extras();
  root_->footer(
      "A file alone is analysed. Each verb has its own help: entente help VERB.\n\nExamples:\n"
      "  entente cases/northern-territories.toml\n"
      "  entente new my-case.toml");
  add(*root_, color_argument());
  for (const Verb& verb : verbs())
    if (verb.in(program)) add(verb);
}

std::vector<const CLI::App*> CommandTree::all() const {
  return std::as_const(*root_).get_subcommands([](const CLI::App*) { return true; });
}

Value CommandTree::value(const CLI::Option* option) const {
  const auto found = arguments_.find(option);
  if (found == arguments_.end()) return {};
  switch (const Argument& argument = *found->second; argument.kind) {
    case Kind::flag: return {};
    case Kind::word: return {Value::Kind::words, argument.more.words()};
    case Kind::file:
    case Kind::files: return {Value::Kind::file};
    case Kind::folder: return {Value::Kind::folder};
    case Kind::text:
    case Kind::texts:
    case Kind::state:
    case Kind::count: break;
  }
  return {Value::Kind::text};
}

void CommandTree::add(const Verb& verb) {
  CLI::App& app = *root_->add_subcommand(std::string(verb.name), std::string(verb.meaning));
  app.allow_extras();
  app.footer("Examples:\n" + std::string(verb.examples));
  add(app, color_argument());
  for (const Argument& argument : verb.arguments)
    if (argument.in(program)) add(app, argument);
  for (const Argument& argument : verb.arguments) {
    if (!argument.in(program)) continue;
    CLI::Option* option = app.get_option(typed(argument));
    const auto other = [&](std::string_view name) { return app.get_option(typed({.name = name})); };
    if (!argument.more.excludes.empty()) option->excludes(other(argument.more.excludes));
    if (!argument.more.needs.empty()) option->needs(other(argument.more.needs));
  }
}

void CommandTree::add(CLI::App& app, const Argument& argument) {
  CLI::Option* made = option(app, argument);
  made->required(argument.more.needed);
  if (argument.kind != Kind::flag && !is_operand(argument))
    made->option_text(std::string(argument.placeholder));
  arguments_[made] = &argument;
}

CLI::Option* CommandTree::option(CLI::App& app, const Argument& argument) {
  const auto set = [this, &argument](const auto& value) { argument.set(question_, Given(value)); };
  const std::string name = names(argument), meaning(argument.meaning);
  CLI::Option* made = nullptr;
  switch (argument.kind) {
    case Kind::flag:
      return app.add_flag_callback(
          name, [set] { set(true); }, meaning);
    case Kind::count:
      made = app.add_option_function<std::uint64_t>(name, set, meaning);
      bound(made, argument.more);
      return made;
    case Kind::state:
      made = app.add_option_function<std::string>(
          name,
          [set](const std::string& text) {
            if (const std::optional<std::uint64_t> number = state_number(text))
              set(*number);
            else
              set(text);
          },
          meaning);
      made->check(no_state);
      return made;
    case Kind::files:
    case Kind::texts:
      made = app.add_option_function<std::vector<std::string>>(name, set, meaning);
      number(made, argument);
      return made;
    case Kind::word:
      return app.add_option_function<std::string>(
          name,
          [set, words = argument.more.words()](const std::string& word) {
            set(same_word(word, words).value_or(word));  // in any case
          },
          meaning);
    case Kind::text:
    case Kind::file:
    case Kind::folder: break;
  }
  return app.add_option_function<std::string>(name, set, meaning);
}

std::string typed(const Argument& argument) {
  if (is_operand(argument)) return std::string(argument.name);
  std::string name = "--" + std::string(argument.name);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

std::vector<std::string> typed(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

std::vector<std::string> typed_flags(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (std::string& name : typed(*option)) names.push_back(std::move(name));
  return names;
}

bool is_of_every_verb(const CLI::App& verb, const CLI::Option& flag) {
  return verb.get_parent() != nullptr &&
         verb.get_parent()->get_option_no_throw(typed(flag).back()) != nullptr;
}

std::vector<const CLI::Option*> operands(const CLI::App& verb) {
  return verb.get_options([](const CLI::Option* option) { return option->get_positional(); });
}

const CLI::Option* operand(const CLI::App& verb) {
  const auto all = operands(verb);
  return all.empty() ? nullptr : all.front();
}

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

Rows operand_rows(const CLI::App& app) {
  Rows rows;
  for (const CLI::Option* option : operands(app))
    rows.emplace_back(shown(*option), option->get_description());
  return rows;
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
  for (const CLI::Option* option : operands(app)) {
    const std::string name = shown(*option) + (option->get_expected_max() > 1 ? "..." : "");
    verb += option->get_required() ? " " + name : " [" + name + "]";
  }
  return verb;
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
                     section("Verbs", verb_rows(*app)), section("Operands", operand_rows(*app)),
                     section("Flags", flags(*app)), app->get_footer());
}

}  // namespace entente::cli

// The completion script for fish: a line for each verb and each flag.
#include "cli/fish_completion.h"

#include <fmt/format.h>

namespace entente::cli {

namespace {

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

std::string fish_value(const Value& value) {
  switch (value.kind) {
    case Value::Kind::words: return " -x -a " + quoted(fmt::format("{}", fmt::join(value.words, " ")));
    case Value::Kind::file: return " -r -F";
    case Value::Kind::folder: return " -x -a '(__fish_complete_directories)'";
    case Value::Kind::text: return " -x";
    case Value::Kind::nothing: break;
  }
  return "";
}

std::string fish_flags(const CLI::App& app, const std::string& condition, const Verbs& verbs) {
  std::string lines;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) continue;
    lines += "complete -c entente -n " + quoted(condition);
    for (const std::string& name : option->get_snames()) lines += " -s " + name;
    for (const std::string& name : option->get_lnames()) lines += " -l " + name;
    lines += fish_value(verbs.value(option));
    lines += " -d " + quoted(option->get_description()) + "\n";
  }
  return lines;
}

}  // namespace

std::string fish_completion(const Verbs& verbs) {
  std::string lines = "# Completes entente in fish. To use it: entente completion fish | source\n";
  lines += fish_flags(verbs.root(), "__fish_use_subcommand", verbs);
  for (const CLI::App* verb : verbs.all()) {
    lines += fmt::format("complete -c entente -n __fish_use_subcommand -a {} -d {}\n", verb->get_name(),
                         quoted(verb->get_description()));
    const std::string seen = "__fish_seen_subcommand_from " + verb->get_name();
    lines += fish_flags(*verb, seen, verbs);
    const CLI::Option* option = operand(*verb);
    if (option == nullptr || verbs.value(option).kind != Value::Kind::words) continue;
    lines += fmt::format("complete -c entente -n {} -f -a {}\n", quoted(seen),
                         quoted(fmt::format("{}", fmt::join(verbs.value(option).words, " "))));
  }
  return lines;
}

}  // namespace entente::cli

// Parsing the command line: the default verb put in, then the library's parser over the tree of verbs.
#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/Error.hpp>
#include <algorithm>

namespace entente::cli {

namespace {

/// The first word that is neither a flag nor the value of one that may stand before a verb; the end where
/// there is none.
std::vector<std::string>::const_iterator first_operand(const std::vector<std::string>& words) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (*word == "--") return word + 1;
    if (!is_flag(*word)) return word;
    const bool takes_next = *word == "--color" || *word == "--colour" || *word == "--as-of" ||
                            *word == "--engine" || *word == "--budget";
    if (takes_next && word + 1 != words.end()) ++word;
  }
  return words.end();
}

bool only_asks_about_program(const std::vector<std::string>& words) {
  return words.empty() || contains(words, "--help") || contains(words, "-h") || contains(words, "--version");
}

const CLI::App& asked_verb(const CLI::App& root) {
  const auto parsed = root.get_subcommands();
  return parsed.empty() ? root : *parsed.front();
}

/// Of just this verb, or of the program, whatever was parsed.
std::string help(const CLI::App& app) {
  return app.get_formatter()->make_help(&app, {}, CLI::AppFormatMode::Normal);
}

Request parse(Verbs& verbs, Arguments& arguments, std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());  // as the library wants them
  try {
    verbs.root().parse(words);
  } catch (const CLI::CallForHelp&) {
    return Asked{help(asked_verb(verbs.root()))};
  } catch (const CLI::CallForVersion&) {
    return Asked{fmt::format("entente {}\n", version())};
  } catch (const CLI::ParseError& error) {
    const CLI::App& verb = asked_verb(verbs.root());
    return find_misuse(verbs, verb, arguments).value_or(misuse(error, verb));
  }
  const CLI::App& verb = asked_verb(verbs.root());
  if (auto found = find_misuse(verbs, verb, arguments)) return *found;
  arguments.verb = verb.get_name();
  if (arguments.verb != "help") return arguments;
  return Asked{help(arguments.helped ? *verbs.root().get_subcommand(*arguments.helped) : verbs.root())};
}

/// A case alone is analysed; but a word that is neither a verb nor a case, or a flag before it that there is
/// not, was meant otherwise.
std::optional<Misuse> put_in_default_verb(std::vector<std::string>& words, const Verbs& verbs) {
  const auto operand = first_operand(words);
  const bool has_verb = operand != words.end() && contains(verbs.names(), *operand);
  if (has_verb || only_asks_about_program(words)) return std::nullopt;
  const std::string verb = "analyze";
  if (operand != words.end()) {
    const CLI::App& app = *verbs.root().get_subcommand(verb);
    if (auto found = unknown_flag({words.cbegin(), operand}, app, verbs.root())) return found;
    if (auto found = misspelt_verb(*operand, verbs)) return found;
  }
  words.insert(words.begin(), verb);
  return std::nullopt;
}

}  // namespace

Request read_command_line(std::vector<std::string> words) {
  Arguments arguments;
  Verbs verbs(arguments);
  if (words.empty()) return Misuse{"A case or a verb is missing.", "\n" + help(verbs.root()) + "\n"};
  if (const auto found = put_in_default_verb(words, verbs)) return *found;
  return parse(verbs, arguments, std::move(words));
}

}  // namespace entente::cli

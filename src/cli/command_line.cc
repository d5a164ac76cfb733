// Parsing the command line: the default verb put in, then the library's parser over the tree of verbs.
#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/Error.hpp>
#include <algorithm>

namespace entente::cli {

namespace {

bool known(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The first word that is neither a flag nor the value of one that may stand before a verb; the end where
/// there is none.
std::vector<std::string>::const_iterator first_operand(const std::vector<std::string>& words) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (*word == "--") return word + 1;
    if (!is_flag(*word)) return word;
    if ((*word == "--color" || *word == "--colour") && word + 1 != words.end()) ++word;
  }
  return words.end();
}

bool only_asks_about_program(const std::vector<std::string>& words) {
  return words.empty() || known(words, "--help") || known(words, "-h") || known(words, "--version");
}

const CLI::App& asked_verb(const CLI::App& root) {
  const auto parsed = root.get_subcommands();
  return parsed.empty() ? root : *parsed.front();
}

Request parse(Verbs& verbs, Arguments& arguments, std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());  // as the library wants them
  try {
    verbs.root().parse(words);
  } catch (const CLI::CallForHelp&) {
    return Asked{asked_verb(verbs.root()).help()};
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
  return Asked{arguments.helped ? verbs.root().get_subcommand(*arguments.helped)->help()
                                : verbs.root().help()};
}

}  // namespace

Request read_command_line(std::vector<std::string> words) {
  Arguments arguments;
  Verbs verbs(arguments);
  if (words.empty()) return Misuse{"A case or a verb is missing.\n\n" + verbs.root().help()};
  const auto operand = first_operand(words);
  const bool has_verb = operand != words.end() && known(verbs.names(), *operand);
  if (!has_verb && !only_asks_about_program(words)) {
    if (operand != words.end())
      if (auto found = misspelt_verb(*operand, verbs)) return *found;
    words.insert(words.begin(), "analyze");
  }
  return parse(verbs, arguments, std::move(words));
}

}  // namespace entente::cli

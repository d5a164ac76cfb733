// Parsing the command line: the default verb put in, then the library's parser over the tree of tree.
#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/Error.hpp>
#include <algorithm>

namespace entente::cli {

namespace {

constexpr const char* default_verb = "analyze";

/// Whether a flag of the program or of the default verb stands before its value.
bool takes_next(const std::string& flag, const CommandTree& tree) {
  const CLI::App* verb = tree.root().get_subcommand(default_verb);
  for (const CLI::App* app : {&tree.root(), verb})
    if (const CLI::Option* option = app->get_option_no_throw(flag))
      return tree.value(option).kind != Value::Kind::nothing;
  return false;
}

/// The first word that is neither a flag nor the value of one that may stand before a verb; the end where
/// there is none.
std::vector<std::string>::const_iterator first_operand(const std::vector<std::string>& words,
                                                       const CommandTree& tree) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    if (*word == "--") return word + 1;
    if (!is_flag(*word)) return word;
    if (takes_next(*word, tree) && word + 1 != words.end()) ++word;
  }
  return words.end();
}

/// The flag's name, of "-oFILE" and "--part=1/2", too.
std::string name_of(const std::string& flag) {
  if (!flag.starts_with("--") && flag.size() > 2) return flag.substr(0, 2);
  return flag.substr(0, flag.find('='));
}

/// Of the words behind `batch` those that are its own, in front; behind "--" what it asks about, the verb
/// that it asks and that verb's flags. What stands behind a "--" is never its own.
std::vector<std::string> own_flags_first(std::vector<std::string>::const_iterator word,
                                         std::vector<std::string>::const_iterator end,
                                         const CommandTree& tree) {
  const CLI::App& batch = *tree.root().get_subcommand("batch");
  std::vector<std::string> own, asked = {"--"};
  for (; word != end && *word != "--"; ++word) {
    const std::string name = name_of(*word);
    const CLI::Option* option = is_flag(*word) ? batch.get_option_no_throw(name) : nullptr;
    if (option != nullptr && word->ends_with('=')) return {name};
    (option == nullptr ? asked : own).push_back(*word);
    if (option == nullptr || tree.value(option).kind == Value::Kind::nothing || name != *word) continue;
    if (word + 1 == end) return {name};  // its value is missing, which is then told
    own.push_back(*++word);
  }
  own.insert(own.end(), asked.begin(), asked.end());
  own.insert(own.end(), word == end ? end : word + 1, end);
  return own;
}

/// The flags of `batch` parted from those of the verb that it asks; a flag before its operands is its own.
std::optional<Misuse> part_batch(std::vector<std::string>& words, const CommandTree& tree) {
  const auto verb = first_operand(words, tree);
  if (verb == words.end() || *verb != "batch") return std::nullopt;
  const CLI::App& batch = *tree.root().get_subcommand("batch");
  const std::vector<std::string> rest = own_flags_first(verb + 1, words.cend(), tree);
  const auto asked = std::find(rest.begin(), rest.end(), "--");
  if (asked == rest.end()) return without_value(*batch.get_option(rest.front()), batch);
  if (asked + 1 != rest.end())
    if (auto found = unknown_flag({asked[1]}, batch, tree.root())) return found;
  words.erase(verb + 1, words.cend());
  words.insert(words.end(), rest.begin(), rest.end());
  return std::nullopt;
}

bool only_asks_about_program(const std::vector<std::string>& words) {
  return words.empty() || contains(words, "--help") || contains(words, "-h") || contains(words, "--version");
}

const CLI::App& parsed_verb(const CLI::App& root) {
  const auto parsed = root.get_subcommands();
  return parsed.empty() ? root : *parsed.front();
}

/// Of just this verb, or of the program, whatever was parsed.
std::string help(const CLI::App& app) {
  return app.get_formatter()->make_help(&app, {}, CLI::AppFormatMode::Normal);
}

Order parse(CommandTree& tree, const Question& question, std::vector<std::string> words) {
  std::reverse(words.begin(), words.end());  // as the library wants them
  try {
    tree.root().parse(words);
  } catch (const CLI::CallForHelp&) {
    return Text{help(parsed_verb(tree.root()))};
  } catch (const CLI::CallForVersion&) {
    return Text{fmt::format("entente {}\n", version())};
  } catch (const CLI::ParseError& error) {
    const CLI::App& verb = parsed_verb(tree.root());
    return find_misuse(tree, verb, question).value_or(misuse(error, verb));
  }
  const CLI::App& verb = parsed_verb(tree.root());
  if (auto found = find_misuse(tree, verb, question)) return *found;
  if (verb.get_name() != "help") return Command{find_verb(verb.get_name()), question};
  const auto& helped = question.command_line.helped;
  return Text{help(helped ? *tree.root().get_subcommand(*helped) : tree.root())};
}

/// A case alone is analysed; but a word that is neither a verb nor a case, or a flag before it that there is
/// not, was meant otherwise.
std::optional<Misuse> put_in_default_verb(std::vector<std::string>& words, const CommandTree& tree) {
  const auto operand = first_operand(words, tree);
  const bool has_verb = operand != words.end() && contains(verb_names(Argument::Taker::program), *operand);
  if (has_verb || only_asks_about_program(words)) return std::nullopt;
  if (operand != words.end()) {
    const CLI::App& app = *tree.root().get_subcommand(default_verb);
    if (auto found = unknown_flag({words.cbegin(), operand}, app, tree.root())) return found;
    if (auto found = misspelt_verb(*operand, tree.root())) return found;
  }
  words.insert(words.begin(), default_verb);
  return std::nullopt;
}

}  // namespace

Order read_command_line(std::vector<std::string> words) {
  Question question;
  CommandTree tree(question);
  if (words.empty()) return Misuse{"A case or a verb is missing.", "\n" + help(tree.root()) + "\n"};
  if (const auto found = put_in_default_verb(words, tree)) return *found;
  if (const auto found = part_batch(words, tree)) return *found;
  return parse(tree, question, std::move(words));
}

}  // namespace entente::cli

// The command line as a tree of verbs and arguments, made from the table of verbs; and its help.
#pragma once

#include <entente/verbs.h>
#include <CLI/App.hpp>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace entente::cli {

/// What a flag or an operand takes: one of some words, the name of a file or of a folder, any text, or
/// nothing.
struct Value {
  enum class Kind { words, file, folder, text, nothing } kind = Kind::nothing;
  std::vector<std::string> words = {};
};

/// What it parses it puts into the question, which must outlive it.
class CommandTree {
 public:
  explicit CommandTree(Question& question);

  CLI::App& root() { return *root_; }
  const CLI::App& root() const { return *root_; }
  /// Every verb, in the order of the help.
  std::vector<const CLI::App*> all() const;
  /// What an option of the tree takes.
  Value value(const CLI::Option* option) const;

 private:
  void add(const Verb& verb);
  void add(CLI::App& app, const Argument& argument);
  CLI::Option* option(CLI::App& app, const Argument& argument);

  Question& question_;
  std::unique_ptr<CLI::App> root_;
  std::map<const CLI::Option*, const Argument*> arguments_;
};

/// How an argument is typed: "--as-of", or the name of an operand.
std::string typed(const Argument& argument);
/// A flag's names as they are typed: "-h" and "--help"; none for an operand.
std::vector<std::string> typed(const CLI::Option& option);
/// All flags of the program itself or of a verb, as they are typed.
std::vector<std::string> typed_flags(const CLI::App& app);
/// Whether a verb's flag is one that the program itself has, too.
bool is_of_every_verb(const CLI::App& verb, const CLI::Option& flag);
/// A verb's operands, in their order.
std::vector<const CLI::Option*> operands(const CLI::App& verb);
/// The first of them, null where it has none.
const CLI::Option* operand(const CLI::App& verb);

/// Lines of at most 100 columns as long as each description fits behind its name.
class Help : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
};

/// An option as help names it: "CASE", "-h, --help" or "--only CONCEPT".
std::string shown(const CLI::Option& option);

}  // namespace entente::cli

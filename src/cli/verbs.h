// The verbs of the program and their flags: the tree that parsing, help and completion all read.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "cli/arguments.h"

namespace entente::cli {

/// What a flag or an operand takes: one of some words, the name of a file or of a folder, any text, or
/// nothing.
struct Value {
  enum class Kind { words, file, folder, text, nothing } kind = Kind::nothing;
  std::vector<std::string> words = {};
};

/// The tree; it writes what it parses into the arguments, which must outlive it.
class Verbs {
 public:
  explicit Verbs(Arguments& arguments);

  CLI::App& root() { return *root_; }
  const CLI::App& root() const { return *root_; }
  /// Every verb, in the order of the help.
  std::vector<const CLI::App*> all() const;
  std::vector<std::string> names() const;
  /// What an option of the tree takes.
  Value value(const CLI::Option* option) const;

 private:
  CLI::App& add(const std::string& name, const std::string& purpose, const std::string& examples);
  void takes(CLI::Option* option, Value value);
  void add_color(CLI::App& app);
  void add_case(CLI::App& verb);
  void add_cases(CLI::App& verb);
  void add_json(CLI::App& verb);
  void add_as_of(CLI::App& verb);
  void add_budget(CLI::App& verb);
  void add_force(CLI::App& verb);
  void add_means(CLI::App& verb);
  static CLI::Option* add_state(CLI::App& verb, std::optional<std::uint64_t>& number,
                                const std::string& purpose);
  void add_formula(CLI::App& verb, const std::string& flag, std::optional<std::string>& formula,
                   const std::string& purpose);
  void add_concept(CLI::App& verb, const std::string& flag, std::optional<std::string>& name,
                   const std::string& purpose);
  void add_analyze();
  void add_check();
  void add_states();
  void add_settle();
  void add_outlook();
  void add_path();
  void add_why();
  void add_robust();
  void add_unlock();
  void add_sample();
  void add_report();
  void add_verify();
  void add_draw();
  void add_history();
  void add_diff();
  void add_new();
  void add_import();
  void add_serve();
  void add_others();

  Arguments& arguments_;
  std::unique_ptr<CLI::App> root_;
  std::map<const CLI::Option*, Value> values_;
};

/// A flag's names as they are typed: "-h" and "--help"; none for an operand.
std::vector<std::string> typed(const CLI::Option& option);
/// All flags of the program itself or of a verb, as they are typed.
std::vector<std::string> typed_flags(const CLI::App& app);
/// Whether a verb's flag is one that the program itself has, too.
bool is_of_every_verb(const CLI::App& verb, const CLI::Option& flag);
/// A verb's operand, null where it has none.
const CLI::Option* operand(const CLI::App& verb);

}  // namespace entente::cli

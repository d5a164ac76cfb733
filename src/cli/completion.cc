// Completion scripts, from the tree of verbs: for bash and zsh a case over verb and flag, for fish a line for
// each.
#include "cli/completion.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente::cli {

namespace {

std::string joined(const std::vector<std::string>& words, const char* between = " ") {
  return fmt::format("{}", fmt::join(words, between));
}

/// How one shell writes what may come next: some words, files, folders, or nothing that it could know.
struct Shell {
  std::string words, files, folders, nothing;  // {} stands for the words
  std::string row;                             // {0} stands for a pattern, {1} for one of the above

  std::string next(const Value& value) const {
    switch (value.kind) {
      case Value::Kind::words: return fmt::format(fmt::runtime(words), joined(value.words));
      case Value::Kind::file: return files;
      case Value::Kind::folder: return folders;
      case Value::Kind::text:
      case Value::Kind::nothing: break;
    }
    return nothing;
  }
  std::string case_row(const std::string& pattern, const std::string& what) const {
    return fmt::format(fmt::runtime(row), pattern, what);
  }
};

/// Rows of a `case` over VERB:FLAG, for the flags of one verb that take a value.
std::string value_rows(const CommandTree& tree, const CLI::App& app, const Shell& shell) {
  const bool every = app.get_parent() == nullptr;  // the program's own flags are every verb's
  std::string rows;
  for (const CLI::Option* option : app.get_options()) {
    const Value value = tree.value(option);
    if (option->get_positional() || value.kind == Value::Kind::nothing) continue;
    if (!every && is_of_every_verb(app, *option)) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : typed(*option))
      patterns.push_back(fmt::format("{}:{}", every ? "*" : app.get_name(), name));
    rows += shell.case_row(joined(patterns, "|"), shell.next(value));
  }
  return rows;
}

std::string value_rows(const CommandTree& tree, const Shell& shell) {
  std::string rows = value_rows(tree, tree.root(), shell);
  for (const CLI::App* verb : tree.all()) rows += value_rows(tree, *verb, shell);
  return rows;
}

/// Rows of a `case` over VERB, for its flags; without a verb those of the default verb, too.
std::string flag_rows(const CommandTree& tree, const Shell& shell) {
  std::string rows;
  for (const CLI::App* verb : tree.all())
    rows += shell.case_row(verb->get_name(), shell.next({Value::Kind::words, typed_flags(*verb)}));
  std::vector<std::string> first = typed_flags(tree.root());
  for (const std::string& flag : typed_flags(*tree.root().get_subcommand("analyze")))
    if (std::find(first.begin(), first.end(), flag) == first.end()) first.push_back(flag);
  return rows + shell.case_row("''", shell.next({Value::Kind::words, first}));
}

/// Rows of a `case` over VERB, for its operand; without a verb a verb, or a file where none fits.
std::string operand_rows(const CommandTree& tree, const Shell& shell) {
  std::string rows;
  for (const CLI::App* verb : tree.all())
    if (const CLI::Option* option = operand(*verb))
      rows += shell.case_row(verb->get_name(), shell.next(tree.value(option)));
  return rows + shell.case_row("''", shell.next({Value::Kind::words, verb_names(Argument::Taker::program)}));
}

/// An empty COMPREPLY makes readline complete files.
std::string bash(const CommandTree& tree) {
  const Shell shell{"COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", ":",
                    "compopt +o default -o dirnames 2>/dev/null", ":", "    {0}) {1} ;;\n"};
  const Shell values{shell.words, shell.files, shell.folders, shell.nothing, "    {0}) {1}; return ;;\n"};
  return fmt::format(R"(# Completes entente in bash. To use it: source <(entente completion bash)
_entente() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} verb= i
  if [[ $cur == = ]]; then cur=
  elif [[ $prev == = ]]; then prev=${{COMP_WORDS[COMP_CWORD-2]}}
  fi
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${{COMP_WORDS[i]}} in
      {0}) verb=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  case $verb:$prev in
{1}  esac
  if [[ $cur == -* ]]; then
    case $verb in
{2}    esac
    return
  fi
  case $verb in
{3}  esac
}}
complete -o default -F _entente entente
)",
                     joined(verb_names(Argument::Taker::program), "|"), value_rows(tree, values),
                     flag_rows(tree, shell), operand_rows(tree, shell));
}

std::string zsh(const CommandTree& tree) {
  const Shell shell{"compadd -- {}", "_files", "_files -/", ":", "    ({0}) {1} ;;\n"};
  const Shell values{shell.words, shell.files, shell.folders, shell.nothing, "    ({0}) {1}; return ;;\n"};
  return fmt::format(R"(#compdef entente
# Completes entente in zsh. To use it: source <(entente completion zsh), or save it as _entente in a folder of $fpath
_entente() {{
  local verb= word
  for word in ${{words[2,CURRENT-1]}}; do
    case $word in
      ({0}) verb=$word; break ;;
    esac
  done
  case $verb:${{words[CURRENT-1]}} in
{1}  esac
  if [[ ${{words[CURRENT]}} == -* ]]; then
    case $verb in
{2}    esac
    return
  fi
  [[ -z $verb ]] && _files
  case $verb in
{3}  esac
}}
if [[ $funcstack[1] == _entente ]]; then _entente "$@"; else compdef _entente entente; fi
)",
                     joined(verb_names(Argument::Taker::program), "|"), value_rows(tree, values),
                     flag_rows(tree, shell), operand_rows(tree, shell));
}

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

std::string fish_flags(const CLI::App& app, const std::string& condition, const CommandTree& tree) {
  std::string lines;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) continue;
    lines += "complete -c entente -n " + quoted(condition);
    for (const std::string& name : option->get_snames()) lines += " -s " + name;
    for (const std::string& name : option->get_lnames()) lines += " -l " + name;
    lines += fish_value(tree.value(option));
    lines += " -d " + quoted(option->get_description()) + "\n";
  }
  return lines;
}

std::string fish(const CommandTree& tree) {
  std::string lines = "# Completes entente in fish. To use it: entente completion fish | source\n";
  lines += fish_flags(tree.root(), "__fish_use_subcommand", tree);
  for (const CLI::App* verb : tree.all()) {
    lines += fmt::format("complete -c entente -n __fish_use_subcommand -a {} -d {}\n", verb->get_name(),
                         quoted(verb->get_description()));
    const std::string seen = "__fish_seen_subcommand_from " + verb->get_name();
    lines += fish_flags(*verb, seen, tree);
    const CLI::Option* option = operand(*verb);
    if (option == nullptr || tree.value(option).kind != Value::Kind::words) continue;
    lines += fmt::format("complete -c entente -n {} -f -a {}\n", quoted(seen),
                         quoted(fmt::format("{}", fmt::join(tree.value(option).words, " "))));
  }
  return lines;
}

}  // namespace

std::string completion(const CommandTree& tree, const std::string& shell) {
  if (shell == "bash") return bash(tree);
  return shell == "zsh" ? zsh(tree) : fish(tree);
}

}  // namespace entente::cli

// Completion scripts for bash and zsh: a case over verb and flag, its rows from the tree of verbs.
#include "cli/completion.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/fish_completion.h"

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
std::string value_rows(const Verbs& verbs, const CLI::App& app, const Shell& shell) {
  const bool every = app.get_parent() == nullptr;  // the program's own flags are every verb's
  std::string rows;
  for (const CLI::Option* option : app.get_options()) {
    const Value value = verbs.value(option);
    if (option->get_positional() || value.kind == Value::Kind::nothing) continue;
    if (!every && is_of_every_verb(app, *option)) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : typed(*option))
      patterns.push_back(fmt::format("{}:{}", every ? "*" : app.get_name(), name));
    rows += shell.case_row(joined(patterns, "|"), shell.next(value));
  }
  return rows;
}

std::string value_rows(const Verbs& verbs, const Shell& shell) {
  std::string rows = value_rows(verbs, verbs.root(), shell);
  for (const CLI::App* verb : verbs.all()) rows += value_rows(verbs, *verb, shell);
  return rows;
}

/// Rows of a `case` over VERB, for its flags; without a verb those of the default verb, too.
std::string flag_rows(const Verbs& verbs, const Shell& shell) {
  std::string rows;
  for (const CLI::App* verb : verbs.all())
    rows += shell.case_row(verb->get_name(), shell.next({Value::Kind::words, typed_flags(*verb)}));
  std::vector<std::string> first = typed_flags(verbs.root());
  for (const std::string& flag : typed_flags(*verbs.root().get_subcommand("analyze")))
    if (std::find(first.begin(), first.end(), flag) == first.end()) first.push_back(flag);
  return rows + shell.case_row("''", shell.next({Value::Kind::words, first}));
}

/// Rows of a `case` over VERB, for its operand; without a verb a verb, or a file where none fits.
std::string operand_rows(const Verbs& verbs, const Shell& shell) {
  std::string rows;
  for (const CLI::App* verb : verbs.all())
    if (const CLI::Option* option = operand(*verb))
      rows += shell.case_row(verb->get_name(), shell.next(verbs.value(option)));
  return rows + shell.case_row("''", shell.next({Value::Kind::words, verbs.names()}));
}

/// An empty COMPREPLY makes readline complete files.
std::string bash(const Verbs& verbs) {
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
                     joined(verbs.names(), "|"), value_rows(verbs, values), flag_rows(verbs, shell),
                     operand_rows(verbs, shell));
}

std::string zsh(const Verbs& verbs) {
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
                     joined(verbs.names(), "|"), value_rows(verbs, values), flag_rows(verbs, shell),
                     operand_rows(verbs, shell));
}

}  // namespace

std::string completion(const Verbs& verbs, const std::string& shell) {
  if (shell == "bash") return bash(verbs);
  return shell == "zsh" ? zsh(verbs) : fish_completion(verbs);
}

}  // namespace entente::cli

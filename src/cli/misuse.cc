// Finding what is wrong with a command line, and saying it.
#include "cli/misuse.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/Error.hpp>
#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <vector>

#include "cli/file_writing.h"
#include "text/text.h"

namespace entente::cli {

namespace {

std::string see_help(const CLI::App& app) {
  return fmt::format("See 'entente {}--help'.", app.get_parent() == nullptr ? "" : app.get_name() + " ");
}

std::string did_you_mean(const std::optional<std::string>& near) {
  return near ? fmt::format("; did you mean '{}'?", *near) : ".";
}

/// The dashes do not count: they are no likeness.
std::optional<std::string> nearest_flag(const std::string& flag,
                                        std::initializer_list<const CLI::App*> apps) {
  std::vector<std::string> names;
  for (const CLI::App* app : apps)
    for (const CLI::Option* option : app->get_options())
      names.insert(names.end(), option->get_lnames().begin(), option->get_lnames().end());
  const auto near = nearest(flag.substr(std::min(flag.size(), flag.find_first_not_of('-'))), names);
  return near ? std::optional("--" + *near) : std::nullopt;
}

Misuse no_flag(const std::string& word, const CLI::App& verb, const CLI::App& root) {
  const std::string flag = word.substr(0, word.find('='));
  return {fmt::format("'{}' has no flag '{}'{} {}", verb.get_name(), flag,
                      did_you_mean(nearest_flag(flag, {&verb, &root})), see_help(verb))};
}

/// The first word that the tree had no place for.
std::optional<Misuse> left_over(const CLI::App& app, const CLI::App& root) {
  std::vector<std::string> rest = app.remaining();
  rest.erase(std::remove(rest.begin(), rest.end(), "--"), rest.end());
  if (rest.empty()) return std::nullopt;
  const auto flag = std::find_if(rest.begin(), rest.end(), is_flag);
  if (flag != rest.end()) return no_flag(*flag, app, root);
  return Misuse{
      fmt::format("'{}' is one too many for '{}'. {}", rest.front(), app.get_name(), see_help(app))};
}

/// The first value that is not one of the words that its option takes.
std::optional<Misuse> unknown_word(const CLI::App& app, const CommandTree& tree) {
  for (const CLI::Option* option : app.get_options()) {
    const Value& value = tree.value(option);
    if (value.kind != Value::Kind::words) continue;
    for (const std::string& word : option->results())
      if (!same_word(word, value.words))
        return Misuse{fmt::format(
            "{} cannot be '{}'{} {}", option->get_name(), word, did_you_mean(nearest(word, value.words)),
            value.words.size() < 12 ? fmt::format("It is one of {}.", fmt::join(value.words, ", "))
                                    : see_help(app))};
  }
  return std::nullopt;
}

/// A file that would be written where none can be, or over one that is read or written.
std::optional<Misuse> unwritable(const CommandLine& line, const CLI::App& verb) {
  if (line.output != "-" && line.moves_to == line.output)
    return Misuse{
        fmt::format("--output and --transitions name one file, '{}'. {}", line.output, see_help(verb))};
  for (const auto& [flag, file] : written_files(line)) {
    if (file == "-")
      return Misuse{fmt::format("{} needs a file: the {} goes to standard output. {}", flag,
                                flag == "--proof" ? "brief" : "answer", see_help(verb))};
    if (is_read(file, line))
      return Misuse{
          fmt::format("{} would write over '{}', which is read for it. {}", flag, file, see_help(verb))};
  }
  return std::nullopt;
}

std::optional<Misuse> unanswerable(const Question& question, const CLI::App& verb) {
  const CommandLine& line = question.command_line;
  Limits limits;
  if (!question.budget.empty())
    if (const auto wrong = read_budget(question.budget, limits))
      return Misuse{fmt::format("{} {}", *wrong, see_help(verb))};
  if (std::count(line.cases.begin(), line.cases.end(), "-") +
          std::count(line.imported.begin(), line.imported.end(), "-") + (line.transitions == "-" ? 1 : 0) +
          (line.parties == "-" ? 1 : 0) >
      1)
    return Misuse{fmt::format("Standard input can be read only once. {}", see_help(verb))};
  if (verb.get_name() == "sample" && line.cases.empty() == line.parts.empty())
    return Misuse{fmt::format("'sample' needs a CASE, or parts to --merge and no CASE. {}", see_help(verb))};
  if (line.part && !part_of(*line.part))
    return Misuse{fmt::format("--part cannot be '{}'; it is a part of so many, as 3/8. {}", *line.part,
                              see_help(verb))};
  if (line.cases.size() > 1 && line.certificate)
    return Misuse{fmt::format("--proof certifies one case at a time. {}", see_help(verb))};
  if (question.input.as_of && line.certificate)
    return Misuse{
        fmt::format("--proof certifies the case at its own date, without --as-of. {}", see_help(verb))};
  return unwritable(line, verb);
}

std::string needs_value(const CLI::Option& flag) {
  return fmt::format("{} needs a {}.", flag.get_name(), flag.get_option_text());
}

/// "--to needs a FORMULA.": where the library says less well that something is missing or too much.
std::string in_our_words(const CLI::ParseError& error, const CLI::App& app) {
  const std::string what = error.what();
  const CLI::Option* missing = operand(app);
  if (missing != nullptr && app.get_name() == "diff" && missing->count() != 2)
    return fmt::format("'diff' needs two cases, the old one and the new one, not {}.", missing->count());
  for (const CLI::Option* one : operands(app))
    if (one->get_required() && one->count() == 0)
      return fmt::format("'{}' needs a {}.", app.get_name(), one->get_name());
  const CLI::Option* option = app.get_option_no_throw(what.substr(0, what.find(':')));
  if (option == nullptr || dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr) return what + ".";
  if (option->count() > 1)
    return fmt::format("'{}' takes one {}, not {}.", app.get_name(), option->get_name(), option->count());
  return needs_value(*option);
}

}  // namespace

std::optional<std::pair<std::uint32_t, std::uint32_t>> part_of(std::string_view text) {
  std::uint32_t part = 0, parts = 0;
  const char* end = text.data() + text.size();
  const auto [slash, wrong] = std::from_chars(text.data(), end, part);
  if (wrong != std::errc{} || slash == end || *slash != '/') return std::nullopt;
  const auto [rest, also] = std::from_chars(slash + 1, end, parts);
  if (also != std::errc{} || rest != end || part < 1 || part > parts) return std::nullopt;
  return std::pair(part, parts);
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_flag(const std::string& word) {
  return word.size() > 1 && word.front() == '-';
}

std::optional<Misuse> misspelt_verb(const std::string& word, const CLI::App& root) {
  if (word == "-" || ::access(word.c_str(), F_OK) == 0) return std::nullopt;
  const auto near = nearest(word, verb_names(Argument::Taker::program));
  if (!near && word.find_first_of("./") != std::string::npos) return std::nullopt;
  return Misuse{
      fmt::format("'{}' is neither a verb nor a file{} {}", word, did_you_mean(near), see_help(root))};
}

std::optional<Misuse> unknown_flag(const std::vector<std::string>& words, const CLI::App& verb,
                                   const CLI::App& root) {
  std::vector<std::string> known = typed_flags(verb);
  for (std::string& flag : typed_flags(root)) known.push_back(std::move(flag));
  for (const std::string& word : words)
    if (is_flag(word) && word != "--" && !contains(known, word.substr(0, word.find('='))))
      return no_flag(word, verb, root);
  return std::nullopt;
}

Misuse without_value(const CLI::Option& flag, const CLI::App& verb) {
  return {fmt::format("{} {}", needs_value(flag), see_help(verb))};
}

std::optional<Misuse> find_misuse(const CommandTree& tree, const CLI::App& verb, const Question& question) {
  const CLI::App& root = tree.root();
  if (auto found = left_over(verb, root)) return found;
  if (auto found = left_over(root, root)) return found;
  if (auto found = unknown_word(root, tree)) return found;
  if (auto found = unknown_word(verb, tree)) return found;
  return unanswerable(question, verb);
}

Misuse misuse(const CLI::ParseError& error, const CLI::App& verb) {
  return {fmt::format("{} {}", in_our_words(error, verb), see_help(verb))};
}

}  // namespace entente::cli

// What is asked of each case of a batch, as the words of a command line of its own.
#include "cli/batch_question.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>

#include "cli/file_writing.h"
#include "text/text.h"

namespace entente::cli {
namespace {

using Words = std::vector<std::string>;

constexpr const char* see_help = "See 'entente batch --help'.";
/// So many that no answer depends on how quick a machine is: no time ends the work, and the nodes of diagrams
/// are the same number everywhere. The states that are listed are anyway.
constexpr const char* counted_alone = "27000h,2M nodes";

bool has(const Verb& verb, std::string_view name) {
  return std::any_of(verb.arguments.begin(), verb.arguments.end(), [&](const Argument& argument) {
    return argument.name == name && argument.in(Argument::Taker::program);
  });
}

/// Of one case, and in JSON.
Words verbs_in_batches() {
  Words names;
  for (const Verb& verb : verbs())
    if (has(verb, "CASE") && has(verb, "json") && verb.name != "diff") names.emplace_back(verb.name);
  return names;
}

Misuse no_verb(const std::string& word) {
  const Words names = verbs_in_batches();
  const auto near = nearest(word, names);
  return {fmt::format("'{}' is no verb that a batch asks{} It is one of {}. {}", word,
                      near ? fmt::format("; did you mean '{}'?", *near) : ".", fmt::join(names, ", "),
                      see_help)};
}

/// What no case of a batch may do: write a file, read what there is only once, count seconds.
std::optional<std::string> wrong(const Question& each) {
  const CommandLine& line = each.command_line;
  if (line.cases.size() != 1) return "A batch takes its cases from the list or the folder alone.";
  if (!written_files(line).empty() || line.cases_in || each.audit.stamp)
    return "In a batch no verb writes a file: the answers are its lines.";
  if (line.chances == "-") return "In a batch no verb reads standard input.";
  if (each.form != Form::json) return "In a batch each answer is in JSON.";
  if (each.input.stats) return "--stats tells of seconds, of which a batch tells nothing.";
  return std::nullopt;
}

std::optional<std::string> counts_seconds(const std::string& budget) {
  Limits limits;
  if (budget.empty() || read_budget(budget, limits) || (!limits.seconds && !limits.bytes))
    return std::nullopt;
  return fmt::format(
      "--budget cannot be '{}': a batch counts nodes and states, as 20M nodes or 1M states, so that "
      "its answers are the same on every machine.",
      budget);
}

/// As the command line would be for one case.
std::optional<Misuse> misuse_of(Words words) {
  words.emplace_back("case.toml");
  const Order order = read_command_line(words);
  if (const auto* found = std::get_if<Misuse>(&order)) return *found;
  const auto* command = std::get_if<Command>(&order);
  const auto found = command == nullptr ? std::optional<std::string>("A batch needs cases to ask about.")
                                        : wrong(command->question);
  return found ? std::optional(Misuse{*found + " " + see_help}) : std::nullopt;
}

}  // namespace

std::variant<Words, Misuse> batch_question(const Question& question) {
  const Words& asked = question.command_line.batch_words;
  const std::string& verb = asked.front();
  const std::string& budget = question.budget;
  if (!contains(verbs_in_batches(), verb)) return no_verb(verb);
  if (const auto seconds = counts_seconds(budget)) return Misuse{fmt::format("{} {}", *seconds, see_help)};
  Words words = {verb, "--json", "--color=never"};
  if (has(*find_verb(verb), "budget"))
    words.push_back(fmt::format("--budget={}{}{}", counted_alone, budget.empty() ? "" : ",", budget));
  words.insert(words.end(), asked.begin() + 1, asked.end());
  if (const auto misused = misuse_of(words)) return *misused;
  return words;
}

}  // namespace entente::cli

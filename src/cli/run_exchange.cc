// The verbs `import` and `export`: other programs' files read and written.
#include "cli/run_exchange.h"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/file_writing.h"
#include "cli/run_files.h"

namespace entente::cli {
namespace {

constexpr std::size_t most_files = 256;
/// Of files that are no events.
constexpr std::size_t most_bytes = std::size_t{64} << 20;

using Names = std::vector<std::string>;
using Files = std::vector<Input>;

/// Its plain files by name; those that are hidden count for nothing.
std::variant<Names, Failure> files_in(const std::string& folder) {
  Names names;
  std::error_code error;
  for (std::filesystem::directory_iterator file(folder, error), end; !error && file != end;
       file.increment(error)) {
    const std::string name = file->path().filename().string();
    std::error_code unknown;
    if (!name.starts_with('.') && file->is_regular_file(unknown)) names.push_back(file->path().string());
    if (names.size() > most_files)
      return Failure{
          fmt::format("'{}' has more than {} files; name those that are meant", folder, most_files)};
  }
  if (error) return Failure{fmt::format("cannot read '{}': {}", folder, error.message())};
  std::sort(names.begin(), names.end());
  return names;
}

std::variant<Names, Failure> files_meant(const Names& named) {
  for (const std::string& name : named) {
    if (!is_folder(name)) continue;
    if (named.size() == 1) return files_in(name);
    return Failure{fmt::format("'{}' is a folder; name it alone, or files", name)};
  }
  return named;
}

/// Events may be one large file or many.
std::variant<Files, Failure> inputs_of(const Names& names, std::size_t largest) {
  const std::size_t most = std::max(largest, most_bytes);
  Files files;
  std::size_t bytes = 0;
  for (const std::string& name : names) {
    auto read = read_input(name, largest);
    if (const auto* failure = std::get_if<Failure>(&read)) return *failure;
    files.push_back(std::get<Input>(std::move(read)));
    bytes += files.back().content.size();
    if (bytes > most) return Failure{fmt::format("the files have more than {} MB together", most >> 20)};
  }
  return files;
}

/// A table that is given along, if one is.
std::optional<Failure> read_beside(const std::optional<std::string>& name, std::optional<Input>& table) {
  if (!name) return std::nullopt;
  auto read = read_input(*name);
  if (const auto* failure = std::get_if<Failure>(&read)) return *failure;
  table = std::get<Input>(std::move(read));
  return std::nullopt;
}

/// Where an answer goes: to standard output, or to a file that is new.
int put_out(const Answer& answer, const std::string& text, const std::string& file, Output& out) {
  if (file == "-" && answer.status == status::answered) out.write(text);
  if (const int status = finish(answer, out); status != status::answered || file == "-") return status;
  const auto failure = write_new_file(file, text);
  return failure ? fail(*failure) : static_cast<int>(status::answered);
}

}  // namespace

int run_import(const Command& command, Output& out) {
  const CommandLine& line = command.question.command_line;
  ImportRequest request = command.question.importing;
  const auto names = files_meant(line.imported);
  if (const auto* failure = std::get_if<Failure>(&names)) return fail(*failure);
  if (const auto failure = read_beside(line.transitions, request.transitions)) return fail(*failure);
  if (const auto failure = read_beside(line.parties, request.parties)) return fail(*failure);
  const auto files = inputs_of(std::get<Names>(names), largest_import(request));
  if (const auto* failure = std::get_if<Failure>(&files)) return fail(*failure);
  request.folder = is_folder(line.imported.front());
  std::string made;
  const Answer answer = import_case(std::get<Files>(files), request, command.question.look, into(made));
  return put_out(answer, made, line.output, out);
}

int run_export(const Command& command, Output& out) {
  Question question = command.question;
  const CommandLine& line = command.question.command_line;
  for (const auto& [flag, file] : written_files(line))
    if (const auto failure = not_new(file)) return fail(*failure);
  if (const auto failure = read_case(line.cases.front(), question)) return fail(*failure);
  std::string table, transitions;
  if (line.moves_to) question.exporting.transitions = into(transitions);
  const Answer answer = export_case(question.input, question.exporting, question.look, into(table));
  if (answer.status == status::answered && line.moves_to)
    if (const auto failure = write_new_file(*line.moves_to, transitions)) return fail(*failure);
  return put_out(answer, table, line.output, out);
}

}  // namespace entente::cli

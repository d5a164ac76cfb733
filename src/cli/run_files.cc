// The verbs whose answers go to files: pictures, certificates, witnesses, samples and pages.
#include "cli/run_files.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <filesystem>
#include <system_error>

#include "cli/file_writing.h"
#include "cli/progress.h"
#include "cli/streams.h"

namespace entente::cli {

Sink into(std::string& text) {
  return [&text](std::string_view piece) { return text.append(piece), true; };
}

namespace {

/// Of a page; the largest case comes to less.
constexpr std::size_t largest_page = std::size_t{256} << 20;

/// An answer, and what belongs to it written to a file; where that fails, so does the answer.
Answer kept_in(const std::string& file, std::string_view text, const CommandLine& line, Answer answer) {
  const auto failure = write_file(file, text, line);
  if (!failure) return answer;
  return {status_of_failure(), answer.err + complaint(failure->message)};
}

/// The brief, and the certificate of its verdicts.
Answer proving(Question question, const Sink& out) {
  const CommandLine& line = question.command_line;
  std::string certificate;
  question.analyze.form = question.form;
  question.analyze.proof = into(certificate);
  Answer answer = analyze(question.input, question.analyze, question.look, out);
  if (answer.status != status::answered) return answer;
  return kept_in(*line.certificate, certificate, line, std::move(answer));
}

Answer drawing(const Question& question, const Sink&) {
  const CommandLine& line = question.command_line;
  std::string svg;
  Answer answer = draw(question.input, question.draw, question.look, into(svg));
  if (answer.status != status::answered) return answer;
  return kept_in(line.output, svg, line, std::move(answer));
}

/// Each witness in a file of the folder; `failed` is why one could not be written.
auto witnesses(const CommandLine& line, std::string& failed) {
  ::mkdir(line.cases_in->c_str(), 0777);  // where it is there already, or cannot be, writing tells
  return [&line, &failed](const std::string& name, const std::string& text) {
    const auto failure = write_file(*line.cases_in + "/" + name, text, line);
    if (failure) failed = failure->message;
    return !failure;
  };
}

Answer testing(Question question, const Sink& out) {
  const CommandLine& line = question.command_line;
  std::string failed, picture;
  if (line.cases_in) question.robust.witness = witnesses(line, failed);
  if (line.svg) question.robust.svg = into(picture);
  question.robust.form = question.form;
  question.robust.watching = question.watching;
  Answer answer = robust(question.input, question.robust, question.look, out);
  if (!failed.empty()) answer = {status_of_failure(), answer.err + complaint(failed)};
  return picture.empty() ? answer : kept_in(*line.svg, picture, line, std::move(answer));
}

Failure too_large(const std::string& name) {
  return {fmt::format("'{}' is larger than any page that Entente writes, {} MB; it was not looked into", name,
                      largest_page >> 20)};
}

/// One that is too large is not read, or where its size is known only then, no further than that.
std::variant<Input, Failure> read_page(const std::string& name) {
  std::error_code unknown;
  const auto size = std::filesystem::file_size(name, unknown);
  if (!unknown && size > largest_page) return too_large(name);
  auto read = read_input(name, largest_page);
  const auto* page = std::get_if<Input>(&read);
  if (page != nullptr && page->content.size() > largest_page) return too_large(page->name);
  return read;
}

int merge(const Question& question, Output& out) {
  const CommandLine& line = question.command_line;
  std::vector<Input> parts;
  for (const std::string& name : line.parts) {
    auto read = read_input(name);
    if (const auto* failure = std::get_if<Failure>(&read)) return fail(*failure);
    parts.push_back(std::get<Input>(std::move(read)));
  }
  std::string text;
  const Answer answer = merge_samples(parts, question.form, question.look, into(text));
  return deliver(answer, text, line, out);
}

/// The answer to the file that the command line names.
int answer_into_file(const Verb& verb, const Question& question, Output& out) {
  std::string text;
  const Answer answer = verb.answer(question, into(text));
  return deliver(answer, text, question.command_line, out);
}

}  // namespace

Answering answering(const Command& command) {
  const CommandLine& line = command.question.command_line;
  const std::string_view verb = command.verb->name;
  if (verb == "analyze" && line.certificate) return proving;
  if (verb == "draw" && line.output != "-") return drawing;
  if (verb == "robust" && (line.cases_in || line.svg)) return testing;
  return command.verb->answer;
}

namespace {

/// What a case includes, from its folder; what cannot be read is told where it is included.
std::vector<FileBeside> read_beside(const std::string& name, const Input& input) {
  std::vector<FileBeside> files;
  for (const std::string& file : included_files(input)) {
    auto read = read_input(name.substr(0, name.rfind('/') + 1) + file);
    if (auto* found = std::get_if<Input>(&read))
      files.push_back({file, std::move(found->content)});
    else
      files.push_back({file, std::nullopt, std::get<Failure>(read).message});
  }
  return files;
}

}  // namespace

std::optional<Failure> read_case(const std::string& name, Question& question) {
  auto read = read_input(name);
  if (const auto* failure = std::get_if<Failure>(&read)) return *failure;
  Input& input = std::get<Input>(read);
  question.input.name = std::move(input.name);
  question.input.content = std::move(input.content);
  question.input.beside = read_beside(name == "-" ? "" : name, question.input);
  if (!question.budget.empty()) read_budget(question.budget, question.input.limits);
  question.input.limits.cancelled = &interrupted();
  question.watching = watching();
  return std::nullopt;
}

int finish(const Answer& answer, Output& out) {
  out.flush();
  complain(answer.err);
  return answer.status;
}

int run_sample(const Command& command, Output& out) {
  const CommandLine& line = command.question.command_line;
  if (!line.parts.empty()) return merge(command.question, out);
  Question question = command.question;
  if (const auto failure = read_case(line.cases.front(), question)) return fail(*failure);
  if (line.part) std::tie(question.sample.part, question.sample.parts) = *part_of(*line.part);
  if (line.chances) {
    auto table = read_input(*line.chances);
    if (const auto* failure = std::get_if<Failure>(&table)) return fail(*failure);
    question.sample.chances = std::get<Input>(std::move(table));
  }
  return answer_into_file(*command.verb, question, out);
}

int run_report(const Command& command, Output& out) {
  Question question = command.question;
  if (const auto failure = read_case(question.command_line.cases.front(), question)) return fail(*failure);
  return answer_into_file(*command.verb, question, out);
}

int run_verify(const Command& command, Output& out) {
  Question question = command.question;
  const std::vector<std::string>& files = question.command_line.cases;
  const auto page = read_page(files.front());
  if (const auto* failure = std::get_if<Failure>(&page)) return fail(*failure);
  if (const auto failure = read_case(files.back(), question)) return fail(*failure);
  const Sink plain = [&out](std::string_view text) { return out.write(text); };
  return finish(verify(std::get<Input>(page).content, question.input, question.look, plain), out);
}

}  // namespace entente::cli

// Each verb: its cases read, its question put to the library, the answer passed on.
#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "cli/completion.h"
#include "cli/file_writing.h"
#include "cli/json_line.h"
#include "cli/progress.h"
#include "cli/run_batch.h"
#include "cli/run_exchange.h"
#include "cli/run_files.h"
#include "cli/run_serve.h"

namespace entente::cli {

namespace {

Sink plain(Output& out) {
  return [&out](std::string_view text) { return out.write(text); };
}

/// Says which case an answer is about, once there is one; a blank line parts it from an answer before it.
Sink headed(Output& out, const std::string& name, bool& begun) {
  return [&out, name, &begun, headed = false](std::string_view text) mutable {
    if (text.empty()) return true;
    if (!headed) out.write(fmt::format("{}==> {} <==\n", begun ? "\n" : "", one_line(name)));
    begun = headed = true;
    return out.write(text);
  };
}

/// An answer in JSON on one line, so that those of several cases are a line each; `null` stands for none.
class JsonLine {
 public:
  explicit JsonLine(Output& out) : out_(out) {}

  Sink sink() {
    return [this](std::string_view text) { return write(text); };
  }
  bool end() { return out_.write(empty_ ? "null\n" : "\n"); }

 private:
  bool write(std::string_view text) {
    const std::string line = pieces_.of(text);
    empty_ = empty_ && line.empty();
    return out_.write(line);
  }

  Output& out_;
  WithoutIndents pieces_;
  bool empty_ = true;
};

/// A fault of the program outweighs one in a case, and that a budget spent on another.
int worse(int a, int b) {
  for (const int worst : {status::program_fault, status::faulty})
    if (a == worst || b == worst) return worst;
  return std::max(a, b);
}

/// While a terminal is told what is being worked on, until the answer comes.
Answer answer_watched(const Answering& answering, Question& question, const Sink& out) {
  WorkingLine line;
  question.input.limits.stages = [&line](const std::string& stage) { line.tell(stage); };
  return answering(question, [&](std::string_view text) {
    line.end();
    return out(text);
  });
}

/// One case read and answered; gives the exit status of that. What is thrown on the way ends it alone.
int answer_one(const Command& command, const std::string& name, const Sink& sink, Output& out) try {
  Question question = command.question;
  if (const auto failure = read_case(name, question)) return fail(*failure);
  return finish(answer_watched(answering(command), question, sink), out);
} catch (...) {
  return finish(thrown(name), out);
}

int answer_each(const Command& command, Output& out) {
  const std::vector<std::string>& cases = command.question.command_line.cases;
  const bool several = cases.size() > 1, lines = several && command.question.form == Form::json;
  const bool headings = several && !lines && command.verb->name != "check";
  bool begun = false;
  int status = status::answered;
  for (const std::string& name : cases) {
    JsonLine line(out);
    const Sink sink = lines ? line.sink() : headings ? headed(out, name, begun) : plain(out);
    status = worse(status, answer_one(command, name, sink, out));
    if (lines) line.end();
    if (out.error() != 0) break;
  }
  return status;
}

/// Two cases; what cannot be read is trouble, as in diff(1).
int run_diff(const Command& command, Output& out) {
  Question question = command.question, after = command.question;
  const std::vector<std::string>& cases = command.question.command_line.cases;
  for (auto* read : {&question, &after})
    if (const auto failure = read_case(read == &question ? cases.front() : cases.back(), *read))
      return std::max<int>(fail(*failure), status::trouble);
  question.after = std::move(after.input.content);
  question.after_name = std::move(after.input.name);
  question.after_beside = std::move(after.input.beside);
  return finish(command.verb->answer(question, plain(out)), out);
}

int run_new(const Command& command, Output& out) {
  const std::string& file = command.question.command_line.output;
  if (file == "-") return finish(command.verb->answer(command.question, plain(out)), out);
  std::string text;
  command.verb->answer(command.question, into(text));
  if (const auto failure = write_new_file(file, text)) return fail(*failure);
  complain(fmt::format("A case to start from is in '{0}'; see what it comes to with: entente {0}\n",
                       one_line(file)));
  return status::answered;
}

/// What is stamped goes back into the case itself.
int run_audit(const Command& command, Output& out) {
  Question question = command.question;
  const std::string& name = question.command_line.cases.front();
  if (question.audit.stamp && name == "-")
    return fail({"a case from standard input cannot be stamped; name a file"});
  if (const auto failure = read_case(name, question)) return fail(*failure);
  std::string stamped;
  question.audit.stamped = into(stamped);
  const Answer answer = command.verb->answer(question, plain(out));
  if (answer.status != status::answered || stamped.empty()) return finish(answer, out);
  if (const auto failure = write_back(question.input, stamped)) return fail(*failure);
  return finish(answer, out);
}

int run_completion(const Command& command, Output& out) {
  Question unused;
  out.write(completion(CommandTree(unused), command.question.command_line.shell));
  return status::answered;
}

/// The verbs that do more than put a question about each case, or about none.
struct Runner {
  std::string_view verb;
  int (*run)(const Command& command, Output& out);
  bool replaces = true;  // a file that is there, where it may
};
constexpr std::array<Runner, 11> runners = {{{"sample", run_sample},
                                             {"batch", run_batch},
                                             {"report", run_report},
                                             {"verify", run_verify},
                                             {"audit", run_audit},
                                             {"diff", run_diff},
                                             {"serve", run_serve},
                                             {"new", run_new, false},
                                             {"import", run_import, false},
                                             {"export", run_export, false},
                                             {"completion", run_completion}}};

/// Why a file that the command line names is not to be written over: told before the work begins.
std::optional<Failure> all_spared(const CommandLine& line) {
  for (const auto& [flag, file] : written_files(line))
    if (auto failure = spared(file, line)) return failure;
  return std::nullopt;
}

int run_with(const Runner* runner, const Command& command, Output& out) {
  const CommandLine& line = command.question.command_line;
  if (runner == nullptr || runner->replaces)
    if (const auto failure = all_spared(line)) return fail(*failure);
  if (runner != nullptr) return runner->run(command, out);
  if (!line.cases.empty()) return answer_each(command, out);
  return finish(command.verb->answer(command.question, plain(out)), out);
}

}  // namespace

int run(Command command, Output& out) {
  command.question.look = look(command.question.command_line.color);
  const auto* runner = std::find_if(runners.begin(), runners.end(),
                                    [&](const Runner& r) { return r.verb == command.verb->name; });
  return run_with(runner == runners.end() ? nullptr : runner, command, out);
}

}  // namespace entente::cli

// Each verb: its cases read, its question put to the library, the answer passed on.
#include "cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>

#include "cli/completion.h"
#include "cli/long_work.h"
#include "cli/means.h"
#include "cli/new_file.h"
#include "cli/run_serve.h"
#include "cli/spared.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "cli/working_line.h"

namespace entente::cli {

namespace {

template <class Request>
Question question(Answer (*verb)(const Input&, const Request&, const Look&, const Sink&), Request request) {
  return [verb, request = std::move(request)](const Input& input, const Look& look, const Sink& out) {
    return verb(input, request, look, out);
  };
}

template <class Request>
Request in_form(Request request, const Arguments& arguments) {
  request.form = arguments.json ? Form::json : arguments.csv ? Form::csv : Form::text;
  return request;
}

/// An answer, and what belongs to it written to a file; where that fails, so does the answer.
Answer kept_in(const std::string& file, std::string_view text, const Arguments& arguments, Answer answer) {
  if (answer.status != 0) return answer;
  const auto failure = write_file(file, text, arguments);
  if (!failure) return answer;
  return {status_of_failure(), answer.err + complaint(failure->message)};
}

/// The brief, and the certificate of its verdicts in a file.
Question proving(const AnalyzeRequest& request, const Arguments& arguments) {
  return [request, &arguments](const Input& input, const Look& look, const Sink& out) {
    std::string certificate;
    AnalyzeRequest proven = request;
    proven.proof = [&certificate](std::string_view text) { return certificate.append(text), true; };
    Answer answer = analyze(input, proven, look, out);
    return kept_in(*arguments.proof_file, certificate, arguments, std::move(answer));
  };
}

/// The picture, on standard output or in a file.
Question drawing(const Arguments& arguments) {
  return [&arguments](const Input& input, const Look& look, const Sink& out) {
    if (arguments.new_file == "-") return draw(input, arguments.draw, look, out);
    std::string svg;
    Answer answer =
        draw(input, arguments.draw, look, [&svg](std::string_view text) { return svg.append(text), true; });
    return kept_in(arguments.new_file, svg, arguments, std::move(answer));
  };
}

/// What a verb about cases asks of each; empty for the other verbs.
Question question(const Arguments& arguments) {
  const std::string& verb = arguments.verb;
  if (verb == "analyze" && arguments.proof_file)
    return proving(in_form(arguments.analyze, arguments), arguments);
  if (verb == "analyze") return question(analyze, in_form(arguments.analyze, arguments));
  if (verb == "check") return question(check, arguments.check);
  if (verb == "states") return question(states, in_form(arguments.states, arguments));
  if (verb == "settle") return question(settle, in_form(SettleRequest{}, arguments));
  if (verb == "outlook") return question(outlook, in_form(arguments.outlook, arguments));
  if (verb == "why") return question(why, in_form(arguments.why, arguments));
  if (verb == "path") return question(path, in_form(arguments.path, arguments));
  if (verb == "robust") return robust_question(arguments);
  if (verb == "unlock") return unlock_question(arguments);
  if (verb == "draw") return drawing(arguments);
  if (verb == "history") return question(history, in_form(HistoryRequest{}, arguments));
  return {};
}

/// What is known goes out before what is wrong with it.
int finish(const Answer& answer, Output& out) {
  out.flush();
  complain(answer.err);
  return answer.status;
}

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

/// A fault of the program outweighs one in a case, and that a budget spent on another.
int worse(int a, int b) {
  for (const int worst : {status::program_fault, status::faulty})
    if (a == worst || b == worst) return worst;
  return std::max(a, b);
}

/// Asked while a terminal is told what is being worked on, until the answer comes.
Answer asked(const Question& question, Input& input, const Look& look, const Sink& out) {
  WorkingLine line;
  input.limits.stages = [&line](const std::string& stage) { line.tell(stage); };
  return question(input, look, [&](std::string_view text) {
    line.end();
    return out(text);
  });
}

/// One case read and answered; gives the exit status of that. What is thrown on the way ends it alone.
int answer(const Question& question, const Arguments& arguments, const std::string& name, const Look& look,
           const Sink& sink, Output& out) try {
  auto read = read_input(name);
  if (const auto* failure = std::get_if<Failure>(&read)) return fail(*failure);
  Input& input = std::get<Input>(read);
  give_means(input, arguments);
  return finish(asked(question, input, look, sink), out);
} catch (...) {
  return finish(thrown(name), out);
}

int ask(const Question& question, const Arguments& arguments, const Look& look, Output& out) {
  const bool headings = arguments.verb == "analyze" && arguments.cases.size() > 1;
  bool begun = false;
  int status = 0;
  for (const std::string& name : arguments.cases) {
    const Sink sink = headings ? headed(out, name, begun) : plain(out);
    status = worse(status, answer(question, arguments, name, look, sink, out));
    if (out.error() != 0) break;
  }
  return status;
}

/// Two cases compared; what cannot be read is trouble, status 2, as in diff(1).
int compare(const Arguments& arguments, const Look& look, Output& out) {
  std::vector<Input> both;
  for (const std::string& name : arguments.cases) {
    auto read = read_input(name);
    if (const auto* failure = std::get_if<Failure>(&read)) return std::max(fail(*failure), 2);
    both.push_back(std::get<Input>(std::move(read)));
    give_means(both.back(), arguments);
  }
  return finish(diff(both.front(), both.back(), in_form(DiffRequest{}, arguments), look, plain(out)), out);
}

int make_new(const Arguments& arguments, Output& out) {
  if (arguments.new_file == "-") return finish({out.write(new_case()) ? 0 : 1}, out);
  if (const auto failure = write_new_file(arguments.new_file, new_case())) return fail(*failure);
  complain(fmt::format("A case to start from is in '{0}'; see what it comes to with: entente {0}\n",
                       one_line(arguments.new_file)));
  return 0;
}

/// The case is written whole or not at all.
int import(const Arguments& arguments, const Look& look, Output& out) {
  const auto read = read_input(arguments.imported);
  if (const auto* failure = std::get_if<Failure>(&read)) return fail(*failure);
  if (arguments.new_file == "-") return finish(import_gmcr(std::get<Input>(read), look, plain(out)), out);
  std::string made;
  const Sink keep = [&made](std::string_view text) { return made.append(text), true; };
  const Answer answer = import_gmcr(std::get<Input>(read), look, keep);
  complain(answer.err);
  if (answer.status != 0) return answer.status;
  const auto failure = write_new_file(arguments.new_file, made);
  return failure ? fail(*failure) : 0;
}

int explain_code(const Arguments& arguments, const Look& look, Output& out) {
  if (arguments.code) return finish(explain(*arguments.code, look, plain(out)), out);
  for (const std::string& code : fault_codes()) out.write(code + "\n");
  return 0;
}

int show_cases(const Arguments& arguments, const Look& look, Output& out) {
  if (arguments.library_case) return finish(print_case(*arguments.library_case, plain(out)), out);
  return finish(list_cases(look, plain(out)), out);
}

int print_completion(const Arguments& arguments, Output& out) {
  Arguments unused;
  out.write(completion(Verbs(unused), arguments.shell));
  return 0;
}

}  // namespace

int run(const Arguments& arguments, Output& out) {
  const Look looks = look(arguments.color);
  if (const auto failure = spared(arguments)) return fail(*failure);
  if (const Question about = question(arguments)) return ask(about, arguments, looks, out);
  if (arguments.verb == "sample") return run_sample(arguments, looks, out);
  if (arguments.verb == "report") return run_report(arguments, looks, out);
  if (arguments.verb == "verify") return run_verify(arguments, looks, out);
  if (arguments.verb == "diff") return compare(arguments, looks, out);
  if (arguments.verb == "serve") return run_serve(arguments, out);
  if (arguments.verb == "new") return make_new(arguments, out);
  if (arguments.verb == "cases") return show_cases(arguments, looks, out);
  if (arguments.verb == "import") return import(arguments, looks, out);
  if (arguments.verb == "explain") return explain_code(arguments, looks, out);
  if (arguments.verb == "completion") return print_completion(arguments, out);
  out.write(schema());
  return 0;
}

}  // namespace entente::cli

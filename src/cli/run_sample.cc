// `sample`: its case or its parts read, the answer written whole or not at all.
#include "cli/long_work.h"
#include "cli/means.h"
#include "cli/misuse.h"
#include "cli/new_file.h"

namespace entente::cli {

namespace {

int merge(const Arguments& arguments, const Look& look, Output& out) {
  std::vector<Input> parts;
  for (const std::string& name : arguments.merged) {
    auto read = read_input(name);
    if (const auto* failure = std::get_if<Failure>(&read)) return fail(*failure);
    parts.push_back(std::get<Input>(std::move(read)));
  }
  std::string text;
  const Sink keep = [&text](std::string_view piece) { return text.append(piece), true; };
  const Answer answer = merge_samples(parts, arguments.json ? Form::json : Form::text, look, keep);
  return deliver(answer, text, arguments, out);
}

}  // namespace

int run_sample(const Arguments& arguments, const Look& look, Output& out) {
  if (!arguments.merged.empty()) return merge(arguments, look, out);
  auto read = read_input(arguments.cases.front());
  if (const auto* failure = std::get_if<Failure>(&read)) return fail(*failure);
  Input& input = std::get<Input>(read);
  give_means(input, arguments);
  SampleRequest request = arguments.sample;
  request.form = arguments.json ? Form::json : Form::text;
  request.watching = watching();
  if (arguments.part) std::tie(request.part, request.parts) = *part_of(*arguments.part);
  if (arguments.chances_file) {
    auto table = read_input(*arguments.chances_file);
    if (const auto* failure = std::get_if<Failure>(&table)) return fail(*failure);
    request.chances = std::get<Input>(std::move(table));
  }
  std::string text;
  const Sink keep = [&text](std::string_view piece) { return text.append(piece), true; };
  const Answer answer = sample(input, request, look, keep);
  return deliver(answer, text, arguments, out);
}

}  // namespace entente::cli

// What answers the verbs that are more than a call of the public header.
#include "library/verb_answers.h"

#include "brief/case_json.h"
#include "entente/ask.h"
#include "entente/cases.h"
#include "library/answer_schema.h"
#include "library/keeping.h"
#include "library/opened.h"
#include "library/page_memory.h"
#include "library/shelf.h"
#include "text/diagnostic.h"
#include "words/english.h"

namespace entente {
namespace {

Answer told(const Sink& out, std::string_view text) {
  return {out(text) ? answered : faulty, {}};
}

Json fault_json(const Fault& fault) {
  return {{"code", fault.code}, {"meaning", fault.meaning}, {"remedy", fault.remedy}};
}

}  // namespace

Answer answer_diff(const Question& question, const Sink& out) {
  Input after = question.input;
  if (question.after) after.content = *question.after;
  if (!question.after_name.empty()) after.name = question.after_name;
  if (question.after_beside) after.beside = *question.after_beside;
  after.changes = question.after_changes;
  DiffRequest request = question.diff;
  request.form = question.form;
  return diff(question.input, after, request, question.look, out);
}

Answer answer_page(const Question& question, const Sink& out) {
  return question.memory
             ? page_kept(question.input, question.page, question.look, out, question.memory->pages())
             : page(question.input, question.page, question.look, out);
}

Answer answer_changes(const Question& question, const Sink& out) {
  Opened opened = open_case(question.input, question.look, {.size = Size::any});
  if (!opened) return opened.answer;
  return finish(opened, out(text(changes_json(opened.model()))));
}

Answer answer_keep(const Question& question, const Sink& out) {
  Opened opened = open_case(question.input, question.look, {.size = Size::any});
  if (!opened) return opened.answer;
  const std::optional<std::string> text = kept_text(opened, question.word);
  return text ? finish(opened, out(*text)) : opened.answer;
}

Answer answer_explain(const Question& question, const Sink& out) {
  if (!question.word) {
    Json all = Json::array();
    std::string lines;
    for (const Fault& fault : faults()) {
      all.push_back(fault_json(fault));
      lines.append(fault.code).append("\n");
    }
    return told(out, question.form == Form::json ? text(all) : lines);
  }
  const Fault* found = fault(*question.word);
  if (question.form == Form::text || found == nullptr) return explain(*question.word, question.look, out);
  return told(out, text(fault_json(*found)));
}

Answer answer_cases(const Question& question, const Sink& out) {
  if (question.word) return print_case(*question.word, out);
  if (question.game && !question.search.empty()) return {faulty, "--game and --search exclude each other\n"};
  if (question.game) return told(out, strict_game(*question.game));
  if (question.form == Form::text) return list_cases(question.look, out, question.search);
  Json all = Json::array();
  for (const LibraryCase& one : library_cases(question.search))
    all.push_back({{"name", one.name}, {"line", one.line}, {"group", one.group}});
  return told(out, text(all));
}

Answer answer_new(const Question& question, const Sink& out) {
  return told(out, new_case(question.word.value_or("")));
}

Answer answer_schema(const Question& question, const Sink& out) {
  if (!question.word) return told(out, schema());
  if (const auto of_verb = answer_schema_of(*question.word)) return told(out, *of_verb);
  return {faulty, "no answer of '" + *question.word + "' has a schema; those of " +
                      listed(verbs_with_schema()) + " have one\n"};
}

}  // namespace entente

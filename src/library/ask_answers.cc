// What answers the verbs of a request that are more than a call of the public header.
#include "library/ask_answers.h"

#include "brief/changes_json.h"
#include "casefile/write.h"
#include "entente/ask.h"
#include "library/asking.h"
#include "library/page_memory.h"
#include "library/shelf.h"
#include "text/faults.h"
#include "whatif/make_changes.h"
#include "whatif/patch.h"

namespace entente {
namespace {

constexpr std::size_t changes_in_deep = 3;

Answer told(const Sink& out, std::string_view text) {
  return {out(text) ? answered : faulty, {}};
}

Json fault_json(const Fault& fault) {
  return {{"code", fault.code}, {"meaning", fault.meaning}, {"remedy", fault.remedy}};
}

}  // namespace

Answer ask_diff(const Wanted& wanted, Form form, const Sink& out) {
  Input after = wanted.input;
  if (wanted.after) after.content = *wanted.after;
  if (!wanted.after_name.empty()) after.name = wanted.after_name;
  after.changes = wanted.after_changes;
  return diff(wanted.input, after, {.form = form}, wanted.look, out);
}

Answer ask_robust(const Wanted& wanted, Form form, const Sink& out) {
  RobustRequest request{.form = form, .about = wanted.about, .watching = wanted.watching};
  if (wanted.deep) request.changes = changes_in_deep;
  return robust(wanted.input, request, wanted.look, out);
}

Answer ask_sample(const Wanted& wanted, Form form, const Sink& out) {
  SampleRequest request = wanted.sample;
  request.form = form;
  request.watching = wanted.watching;
  if (wanted.chances) request.chances = Input{.name = "chances", .content = *wanted.chances};
  return sample(wanted.input, request, wanted.look, out);
}

Answer ask_draw(const Wanted& wanted, Form, const Sink& out) {
  return draw(wanted.input, wanted.draw, wanted.look, out);
}

Answer ask_page(const Wanted& wanted, Form, const Sink& out) {
  return wanted.memory ? page_kept(wanted.input, wanted.page, wanted.look, out, wanted.memory->pages())
                       : page(wanted.input, wanted.page, wanted.look, out);
}

Answer ask_report(const Wanted& wanted, Form, const Sink& out) {
  ReportRequest request = wanted.report;
  request.watching = wanted.watching;
  return report(wanted.input, request, wanted.look, out);
}

Answer ask_changes(const Wanted& wanted, Form, const Sink& out) {
  Asked asked = ask(wanted.input, wanted.look, {.size = Size::any});
  if (!asked) return asked.answer;
  return finish(asked, out(text(changes_json(asked.model()))));
}

Answer ask_keep(const Wanted& wanted, Form, const Sink& out) {
  const Asked asked = ask(wanted.input, wanted.look, {.size = Size::any});
  if (!asked) return asked.answer;
  Diagnostics unheard;
  const casefile::Case written = casefile::read(asked.reading.text, unheard);
  const ChangedCase now = make_changes(written, wanted.input.changes, wanted.input.as_of);
  const std::optional<std::string> text = patched(wanted.input.content, written, now.premises);
  return finish(asked, out(text ? *text : casefile::write(now.written)));
}

Answer ask_explain(const Wanted& wanted, Form form, const Sink& out) {
  if (!wanted.word) {
    Json all = Json::array();
    std::string lines;
    for (const Fault& fault : faults()) {
      all.push_back(fault_json(fault));
      lines.append(fault.code).append("\n");
    }
    return told(out, form == Form::json ? text(all) : lines);
  }
  const Fault* found = fault(*wanted.word);
  if (form == Form::text || found == nullptr) return explain(*wanted.word, wanted.look, out);
  return told(out, text(fault_json(*found)));
}

Answer ask_cases(const Wanted& wanted, Form form, const Sink& out) {
  if (form == Form::text) return list_cases(wanted.look, out);
  Json all = Json::array();
  for (const ShelfCase& one : shelf()) all.push_back({{"name", one.name}, {"line", one_line(one)}});
  return told(out, text(all));
}

Answer ask_case(const Wanted& wanted, Form, const Sink& out) {
  return print_case(*wanted.word, out);
}

Answer ask_new(const Wanted&, Form, const Sink& out) {
  return told(out, new_case());
}

Answer ask_schema(const Wanted&, Form, const Sink& out) {
  return told(out, schema());
}

}  // namespace entente

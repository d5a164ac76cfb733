// The verbs of the page: written whole, in parts while it is used, and held against its case.
#include "entente/report.h"

#include <algorithm>

#include "brief/json.h"
#include "library/ending.h"
#include "library/page_memory.h"
#include "library/reporting.h"
#include "text/sha256.h"
#include "words/english.h"

namespace entente {
namespace {

Json page_json(const PageOf& page, const Brief& brief, const std::vector<Part>& parts) {
  Json sections = Json::object();
  for (const Part& p : parts) sections[p.id] = p.html;
  const Switched switched = page.switched(brief);
  return {{"sections", std::move(sections)}, {"changed", switched.changed}, {"bar", switched.bar}};
}

std::string differing(const std::string& page, const std::vector<Part>& parts) {
  std::vector<std::string> titles;
  for (const Part& p : parts)
    if (page.find(p.html) == std::string::npos) titles.push_back("\"" + p.title + "\"");
  return titles.empty()
             ? "Every part says what the program says of the case, but what stands around the parts - the "
               "head, the style, the script or the engine - is not as this program writes it."
             : "These parts are not as this program writes them: " + listed(titles) + ".";
}

}  // namespace

Answer report(const Input& input, const ReportRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.watching = request.watching});
  if (!asked) return asked.answer;
  return unless_ended(asked, "the page was whole; there is none", [&] {
    PageOf page(std::make_shared<const Written>(input, asked.reading, request.redact));
    page.find_rests(request.watching);
    const Frame frame = page.frame();
    if (frame.assets.script.empty())
      asked.answer.err +=
          "this program was built without the page's script, so nothing in the page can be switched; "
          "'./dev build' builds it.\n";
    return finish(asked, out(document(page.parts(page.brief()), frame)));
  });
} catch (...) {
  return thrown(input.name);
}

Answer page(const Input& input, const PageRequest& request, const Look& look, const Sink& out) try {
  PageMemory nothing;
  return page_kept(input, request, look, out, nothing);
} catch (...) {
  return thrown(input.name);
}

namespace {

Answer page_of(const Input& input, const PageRequest& request, const Look& look, const Sink& out,
               PageMemory& memory) {
  Answer answer;
  const std::shared_ptr<const Written> written = memory.written(input, look, answer);
  if (!written) return answer;
  std::shared_ptr<const Standing> changed;
  if (!input.changes.empty() && !(changed = memory.changed(input, look, answer))) return answer;
  const bool switched = changed != nullptr;
  PageOf page(written, input.changes, std::move(changed));
  if (request.state && !page.choose(*request.state))
    return {faulty, "--state: error: the case has no situation " + grouped(*request.state) + "\n"};
  Json told;
  if (request.bar_alone) {
    told = page_json(page, page.brief_of_bar(), {});
  } else {
    const Brief& brief = memory.brief(page, switched);
    told = page_json(page, brief, page.parts(brief, request.sections));
  }
  if (!out(text(told))) answer.status = faulty;
  return answer;
}

}  // namespace

// What was kept of a page that was ended may be in pieces.
Answer page_kept(const Input& input, const PageRequest& request, const Look& look, const Sink& out,
                 PageMemory& memory) {
  try {
    return page_of(input, request, look, out, memory);
  } catch (const Stopped&) {
    const std::string why = ended_words(memory.stop(), input.limits);
    memory = {};
    return {over_budget, input.name + ": " + why + " before the page was whole; there is none.\n"};
  }
}

namespace {

/// Whether the page is what this program writes of the case.
Answer held_against(Asked& asked, std::string_view page, const PageClaims& claimed, const Sink& out) {
  PageOf made(std::make_shared<const Written>(asked.input, asked.reading, claimed.redacted));
  made.find_rests({});
  const std::vector<Part> parts = made.parts(made.brief());
  if (page == document(parts, made.frame()))
    return finish(asked,
                  out("True: the page says what Entente " + std::string(version()) + " says of the case" +
                      (claimed.redacted ? ", without what is confidential" : "") + ".\n"));
  const std::string other =
      claimed.version == version()
          ? ""
          : "It says that Entente " + claimed.version + " made it; this is " + std::string(version()) + ".\n";
  asked.answer.status = faulty;
  return finish(asked, out("NOT TRUE, or not made by this program. " + differing(std::string(page), parts) +
                           "\n" + other));
}

}  // namespace

Answer verify(std::string_view page, const Input& input, const Look& look, const Sink& out) try {
  const std::optional<PageClaims> claimed = claims(page);
  if (!claimed) return {faulty, "this is no page that Entente has written.\n"};
  const std::string hash = sha256(input.content);
  if (claimed->case_hash != hash) {
    const bool told =
        out("NOT TRUE: the page was made from another case, or from this one before it was changed.\n"
            "The page's case has the SHA-256 " +
            claimed->case_hash + ", this one " + hash + ".\n");
    return {faulty, told ? "" : "the answer could not be written.\n"};
  }
  Input again = input;
  again.name = claimed->case_name;
  again.as_of = claimed->as_of;
  Asked asked = ask(again, look);
  if (!asked) return asked.answer;
  return unless_ended(asked, "the page was looked at; whether it is true is not known",
                      [&] { return held_against(asked, page, *claimed, out); });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente

// A page written for a program, whole or in parts.
#include "library/page_writing.h"

#include <algorithm>

#include "brief/brief_text.h"
#include "brief/difference_words.h"
#include "brief/json.h"
#include "entente/entente.h"
#include "entente/report.h"
#include "library/effort.h"
#include "library/ending.h"
#include "library/page_memory.h"
#include "text/sha256.h"
#include "words/conclusion_words.h"
#include "words/english.h"

namespace entente {
namespace {

Case told_case(const Case& of, bool redact) {
  Case copy = of;
  if (redact) copy.model = redacted(of.model);
  return copy;
}

std::vector<Change> named(const std::vector<std::string>& ids, const std::vector<Change>& all,
                          const std::vector<Assumption>& assumptions) {
  std::vector<Change> found;
  for (const Change& c : all)
    if (std::find(ids.begin(), ids.end(), id(c, assumptions)) != ids.end()) found.push_back(c);
  return found;
}

constexpr double longest_rests = 10;  // seconds on one core

/// Each sentence once, by number.
class Sentences {
 public:
  int number(const std::string& sentence) {
    if (sentence.empty()) return -1;
    const auto it = std::find(all_.begin(), all_.end(), sentence);
    if (it != all_.end()) return static_cast<int>(it - all_.begin());
    all_.push_back(sentence);
    return static_cast<int>(all_.size()) - 1;
  }
  const std::vector<std::string>& all() const { return all_; }

 private:
  std::vector<std::string> all_;
};

}  // namespace

Written::Written(Input of, CaseReading reading, bool left_out)
    : input(std::move(of)),
      whole(*std::move(reading.found)),
      redacted(left_out),
      text(std::move(reading.written)),
      linked(std::move(reading.linked)),
      as(told_case(whole, left_out)),
      assumptions(entente::assumptions(as.told.model)),
      changes(entente::changes(as.told.model, assumptions)) {}

PageOf::PageOf(std::shared_ptr<const Written> written, const std::vector<std::string>& made,
               std::shared_ptr<const Standing> changed)
    : written_(std::move(written)),
      changed_(std::move(changed)),
      made_(named(made, written_->changes, written_->assumptions)) {}

void PageOf::find_rests(const Watching& watching) {
  const Case& whole = written_->whole;
  if (seconds_for(whole, single_variants(whole.model)) > longest_rests) return;
  resting_ = std::make_unique<const Resting>(written_->text, whole, sentence_of, watching);
}

void PageOf::find_links(const Stages& stages) {
  if (!written_->linked.links() || written_->redacted) return;
  const Case& whole = written_->whole;
  linkage_ = linkage(written_->linked, whole, Budget{.stop = whole.states.stop()}, stages);
}

bool PageOf::choose(const StateName& state) {
  const Case& of = told().told;
  if (state.number > of.states.size()) return false;
  if (state.number > 0) {
    chosen_ = static_cast<StateId>(state.number - 1);
    return true;
  }
  for (const NamedState& named : of.model.named_states)
    if (named.id == state.id) chosen_ = where(of.model.conditions, named.at, of.states).first();
  return chosen_.has_value();
}

PageTelling PageOf::telling(const ListedView& view, const Brief& brief) const {
  PageTelling t{written_->as.analysed, written_->as.voice,    told().analysed,   view, brief,
                told().voice,          written_->assumptions, written_->changes, made_};
  t.robustness = resting_ ? &resting_->robustness : nullptr;
  t.linked = written_->linked.links();
  t.linkage = linkage_ ? &*linkage_ : nullptr;
  if (resting_ && resting_is_quick(written_->whole))  // as the brief
    t.rests.emplace(Rests{resting_->variants, resting_->robustness});
  t.chosen = chosen_;
  return t;
}

Brief PageOf::brief() const {
  return entente::brief(told().analysed.analysis);
}

Brief PageOf::brief_of_bar() const {
  Brief first;
  if (std::optional<Holding> holding = first_holding(told().analysed.analysis))
    first.holding.push_back(*std::move(holding));
  return first;
}

std::vector<Section> PageOf::sections(const Brief& brief, const std::vector<std::string>& only) const {
  const ListedView view(told().analysed.analysis, &brief);
  std::vector<Section> sections = entente::sections(telling(view, brief), only);
  if (!view.whole()) Stop::end_work();  // a page is whole, or there is none
  return sections;
}

Switched PageOf::switched(const Brief& brief) const {
  const ListedView view(told().analysed.analysis, &brief);
  Switched switched = entente::switched(telling(view, brief));
  if (!view.whole()) Stop::end_work();
  return switched;
}

std::string PageOf::data() const {
  if (written_->redacted) return {};
  Json all{
      {"version", std::string(version())}, {"name", written_->input.name}, {"case", written_->input.content}};
  for (const FileBeside& file : written_->input.beside) {
    all["asked"]["beside"].push_back(file.name);
    all["asked"]["beside"].push_back(file.content.value_or(std::string()));
  }
  if (written_->input.as_of) all["asked"]["as_of"] = *written_->input.as_of;
  if (written_->input.answers) all["asked"]["answers"] = *written_->input.answers;
  if (!resting_) return all.dump(-1, ' ', true, Json::error_handler_t::replace);
  const Analysed& plain = written_->as.analysed;
  Sentences sentences;
  Json singles = Json::object();
  for (const Effect& e : resting_->robustness.singles) {
    Json altered = Json::array();
    for (const Flip& f : e.flips)
      altered.push_back({plain.found[f.conclusion].id,
                         sentences.number(sentence_of(plain, plain.found[f.conclusion])),
                         sentences.number(f.sentence)});
    singles[id(e.changes.front(), written_->assumptions)] =
        e.known && e.fault.empty() ? altered : Json(nullptr);
  }
  all["singles"] = {{"sentences", sentences.all()}, {"changes", std::move(singles)}};
  return all.dump(-1, ' ', true, Json::error_handler_t::replace);
}

Frame PageOf::frame() const {
  const Model& model = written_->as.told.model;
  Frame f;
  f.title = brief_title(model);
  f.version = version();
  f.case_name = written_->input.name;
  f.case_hash = sha256(whole_text(written_->input));
  f.as_of = written_->input.as_of;
  f.replies = written_->whole.model.replies;
  if (written_->redacted) f.left_out = withheld(written_->whole.model);
  f.data = data();
  f.assets = page_assets();
  return f;
}

namespace {

Json page_json(const PageOf& page, const Brief& brief, const std::vector<Section>& sections) {
  Json texts = Json::object();
  for (const Section& s : sections) texts[s.id] = s.html;
  const Switched switched = page.switched(brief);
  return {{"sections", std::move(texts)}, {"changed", switched.changed}, {"bar", switched.bar}};
}

std::string differing(const std::string& page, const std::vector<Section>& sections) {
  std::vector<std::string> titles;
  for (const Section& p : sections)
    if (page.find(p.html) == std::string::npos) titles.push_back("\"" + p.title + "\"");
  return titles.empty()
             ? "Every part says what the program says of the case, but what stands around the parts - the "
               "head, the style, the script or the engine - is not as this program writes it."
             : "These parts are not as this program writes them: " + listed(titles) + ".";
}

}  // namespace

Answer report(const Input& input, const ReportRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.watching = request.watching});
  if (!opened) return opened.answer;
  return unless_ended(opened, "the page was whole; there is none", [&] {
    PageOf page(std::make_shared<const Written>(input, opened.reading, request.redact));
    page.find_rests(request.watching);
    page.find_links(input.limits.stages);
    const Frame frame = page.frame();
    if (frame.assets.script.empty())
      opened.answer.err +=
          "this program was built without the page's script, so nothing in the page can be switched; "
          "'./dev build' builds it.\n";
    return finish(opened, out(document(page.sections(page.brief()), frame)));
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
    return {faulty, "--state: error: the case has no " + words_of(*request.state) + "\n"};
  Json told;
  if (request.bar_alone) {
    told = page_json(page, page.brief_of_bar(), {});
  } else {
    const Brief& brief = memory.brief(page, switched);
    told = page_json(page, brief, page.sections(brief, request.sections));
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
Answer held_against(Opened& opened, std::string_view page, const PageClaims& claimed, const Sink& out) {
  PageOf made(std::make_shared<const Written>(opened.input, opened.reading, claimed.redacted));
  made.find_rests({});
  made.find_links(opened.input.limits.stages);
  const std::vector<Section> sections = made.sections(made.brief());
  if (page == document(sections, made.frame()))
    return finish(opened,
                  out("True: the page says what Entente " + std::string(version()) + " says of the case" +
                      (claimed.redacted ? ", without what is confidential" : "") + ".\n"));
  const std::string other =
      claimed.version == version()
          ? ""
          : "It says that Entente " + claimed.version + " made it; this is " + std::string(version()) + ".\n";
  opened.answer.status = faulty;
  return finish(opened, out("NOT TRUE, or not made by this program. " +
                            differing(std::string(page), sections) + "\n" + other));
}

}  // namespace

Answer verify(std::string_view page, const Input& input, const Look& look, const Sink& out) try {
  const std::optional<PageClaims> claimed = claims(page);
  if (!claimed) return {faulty, "this is no page that Entente has written.\n"};
  const std::string hash = sha256(whole_text(input));
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
  again.answers = claimed->answers;
  Opened opened = open_case(again, look);
  if (!opened) return opened.answer;
  return unless_ended(opened, "the page was looked at; whether it is true is not known",
                      [&] { return held_against(opened, page, *claimed, out); });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente

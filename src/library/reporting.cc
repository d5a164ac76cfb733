// A page gathered: the case as written, the case as changed, and what rests on what.
#include "library/reporting.h"

#include <algorithm>

#include "brief/brief_text.h"
#include "brief/difference_words.h"
#include "brief/json.h"
#include "entente/entente.h"
#include "library/effort.h"
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
  const Variants variants(written_->text, whole);
  robustness_ = single_changes(variants, sentence_of, {whole.states.stop(), watching.progress});
  if (robustness_->searched == 0) whole.states.stop().look();
}

bool PageOf::choose(std::uint64_t number) {
  if (number < 1 || number > told().told.states.size()) return false;
  chosen_ = static_cast<StateId>(number - 1);
  return true;
}

PageTelling PageOf::telling(const ListedView& view, const Brief& brief) const {
  PageTelling t{written_->as.analysed, written_->as.voice,    told().analysed,   view, brief,
                told().voice,          written_->assumptions, written_->changes, made_};
  t.robustness = robustness_ ? &*robustness_ : nullptr;
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

std::vector<Part> PageOf::parts(const Brief& brief, const std::vector<std::string>& only) const {
  const ListedView view(told().analysed.analysis, &brief);
  std::vector<Part> parts = entente::parts(telling(view, brief), only);
  if (!view.whole()) Stop::end_work();  // a page is whole, or there is none
  return parts;
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
  if (!robustness_) return all.dump(-1, ' ', true, Json::error_handler_t::replace);
  const Analysed& plain = written_->as.analysed;
  Sentences sentences;
  Json singles = Json::object();
  for (const Effect& e : robustness_->singles) {
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
  f.title = plain(model.title);
  f.summary = plain(model.summary);
  f.version = version();
  f.case_name = written_->input.name;
  f.case_hash = sha256(written_->input.content);
  f.as_of = written_->input.as_of;
  if (written_->redacted) f.left_out = withheld(written_->whole.model);
  f.data = data();
  f.assets = page_assets();
  return f;
}

}  // namespace entente

// A page gathered: the case as written, the case as changed, and what rests on what.
#include "library/reporting.h"

#include <algorithm>

#include "entente/entente.h"
#include "library/watching.h"
#include "report/brief_text.h"
#include "report/difference_words.h"
#include "report/english.h"
#include "report/json.h"
#include "text/sha256.h"

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

PageOf::PageOf(const Asked& asked, const Asked* changed, bool redact)
    : asked_(asked),
      redact_(redact),
      plain_case_(told_case(*asked.reading.found, redact)),
      written_(as_written(asked.input)),
      plain_(plain_case_),
      plain_voice_(plain_case_.model),
      assumptions_(assumptions(plain_case_.model)),
      changes_(entente::changes(plain_case_.model, assumptions_)) {
  if (changed) {
    made_ = named(changed->input.changes, changes_, assumptions_);
    changed_ = std::make_unique<const Analysed>(*changed->reading.found);
    changed_voice_ = std::make_unique<const Voice>(changed->reading.found->model);
  }
  brief_ = brief((changed_ ? *changed_ : plain_).analysis);
}

void PageOf::find_rests(const Watching& watching) {
  const Variants variants(written_, *asked_.reading.found, asked_.input.as_of);
  robustness_ = single_changes(variants, sentence_of, watch(watching));
}

bool PageOf::choose(std::uint64_t number) {
  const States& states = (changed_ ? *changed_ : plain_).analysis.states();
  if (number < 1 || number > states.size()) return false;
  chosen_ = static_cast<StateId>(number - 1);
  return true;
}

PageTelling PageOf::telling() const {
  PageTelling t{plain_,
                plain_voice_,
                changed_ ? *changed_ : plain_,
                brief_,
                changed_ ? *changed_voice_ : plain_voice_,
                assumptions_,
                changes_,
                made_};
  t.robustness = robustness_ ? &*robustness_ : nullptr;
  t.chosen = chosen_;
  return t;
}

std::vector<Part> PageOf::parts() const {
  return entente::parts(telling());
}

Switched PageOf::switched() const {
  return entente::switched(telling());
}

std::string PageOf::data() const {
  if (redact_) return {};
  Json all{{"version", std::string(version())}, {"name", asked_.input.name}, {"case", asked_.input.content}};
  if (!robustness_) return all.dump(-1, ' ', true, Json::error_handler_t::replace);
  Sentences sentences;
  Json singles = Json::object();
  for (const Effect& e : robustness_->singles) {
    Json altered = Json::array();
    for (const Flip& f : e.flips)
      altered.push_back({plain_.found[f.conclusion].id,
                         sentences.number(sentence_of(plain_, plain_.found[f.conclusion])),
                         sentences.number(f.sentence)});
    singles[id(e.changes.front(), assumptions_)] = e.known && e.fault.empty() ? altered : Json(nullptr);
  }
  all["singles"] = {{"sentences", sentences.all()}, {"changes", std::move(singles)}};
  return all.dump(-1, ' ', true, Json::error_handler_t::replace);
}

Frame PageOf::frame() const {
  const Model& model = plain_case_.model;
  Frame f;
  f.title = plain(model.title);
  f.summary = plain(model.summary);
  f.version = version();
  f.case_name = asked_.input.name;
  f.case_hash = sha256(asked_.input.content);
  f.as_of = asked_.input.as_of;
  if (redact_) f.left_out = withheld(asked_.reading.found->model);
  f.data = data();
  f.assets = page_assets();
  return f;
}

}  // namespace entente

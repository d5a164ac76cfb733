// What is kept of the page that was asked for last.
#include "library/page_memory.h"

#include "library/ending.h"

namespace entente {
namespace {

bool same_case(const Input& a, const Input& b) {
  return a.content == b.content && a.name == b.name && a.as_of == b.as_of && a.answers == b.answers &&
         a.engine == b.engine && a.limits.states == b.limits.states && a.limits.bytes == b.limits.bytes;
}

}  // namespace

std::shared_ptr<const Written> PageMemory::written(Input input, const Look& look, Answer& answer) {
  input.changes.clear();
  if (!written_ || !same_case(written_->input, input)) {
    *this = {};
    Opened opened = open_case(input, look);
    answer = opened.answer;
    if (!opened) return nullptr;
    stop_ = opened.stop;
    written_ = std::make_shared<const Written>(input, std::move(opened.reading), false);
    told_ = opened.answer;
  } else {
    stop_.renew(stop_of(input.limits, std::chrono::steady_clock::now()));
  }
  answer = told_;
  return written_;
}

std::shared_ptr<const Standing> PageMemory::changed(const Input& input, const Look& look, Answer& answer) {
  if (!changed_ || changes_ != input.changes) {
    Opened opened = open_case(input, look);
    if (!opened) {
      answer = opened.answer;
      return nullptr;
    }
    opened.reading.found->states.end_at(written_->whole.states.stop());  // both end as one
    changed_ = std::make_shared<const Standing>(std::move(*opened.reading.found));
    changes_ = input.changes;
    brief_of_changed_.reset();
  }
  return changed_;
}

const Brief& PageMemory::brief(const PageOf& page, bool changed) {
  std::optional<Brief>& kept = changed ? brief_of_changed_ : brief_of_written_;
  if (!kept) kept = page.brief();
  return *kept;
}

}  // namespace entente

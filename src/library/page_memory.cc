// What is kept of the page that was asked for last.
#include "library/page_memory.h"

#include "library/ending.h"

namespace entente {
namespace {

bool same_case(const Input& a, const Input& b) {
  return a.content == b.content && a.name == b.name && a.as_of == b.as_of && a.engine == b.engine &&
         a.limits.states == b.limits.states && a.limits.bytes == b.limits.bytes;
}

}  // namespace

std::shared_ptr<const Written> PageMemory::written(Input input, const Look& look, Answer& answer) {
  input.changes.clear();
  if (!written_ || !same_case(written_->input, input)) {
    *this = {};
    Asked asked = ask(input, look);
    answer = asked.answer;
    if (!asked) return nullptr;
    stop_ = asked.stop;
    written_ = std::make_shared<const Written>(input, std::move(asked.reading), false);
    told_ = asked.answer;
  } else {
    stop_.renew(stop_of(input.limits, std::chrono::steady_clock::now()));
  }
  answer = told_;
  return written_;
}

std::shared_ptr<const Standing> PageMemory::changed(const Input& input, const Look& look, Answer& answer) {
  if (!changed_ || changes_ != input.changes) {
    Asked asked = ask(input, look);
    if (!asked) {
      answer = asked.answer;
      return nullptr;
    }
    asked.reading.found->states.end_at(written_->whole.states.stop());  // both end as one
    changed_ = std::make_shared<const Standing>(std::move(*asked.reading.found));
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

// What is kept of the page that was asked for last: who switches one assumption after another asks about the
// same case each time.
#pragma once

#include "library/page_writing.h"

namespace entente {

/// For one thread at a time. What it holds is made again where another case, or other changes, are asked for.
class PageMemory {
 public:
  /// The case without the input's changes; nothing where it cannot be answered, which `answer` then says.
  std::shared_ptr<const Written> written(Input input, const Look& look, Answer& answer);
  /// The case with them, of which `written` was the last one asked for.
  std::shared_ptr<const Standing> changed(const Input& input, const Look& look, Answer& answer);
  /// When work on what was asked for last is to end.
  const Stop& stop() const { return stop_; }
  /// The brief of the page of what was asked for last.
  const Brief& brief(const PageOf& page, bool changed);

 private:
  Stop stop_;
  std::shared_ptr<const Written> written_;
  Answer told_;  // of `written_`: its warnings
  std::vector<std::string> changes_;
  std::shared_ptr<const Standing> changed_;
  std::optional<Brief> brief_of_written_, brief_of_changed_;
};

}  // namespace entente

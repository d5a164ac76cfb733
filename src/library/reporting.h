// A case made into the parts of its page.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "analysis/robustness.h"
#include "entente/report.h"
#include "library/asking.h"
#include "report/html/document.h"

namespace entente {

/// A case as a page tells it, and again with changes made; holds what its parts refer to.
class PageOf {
 public:
  /// `asked` is the case without changes, `changed` the same with them, null where there are none. Both must
  /// outlive it. `redact`: without what is confidential.
  PageOf(const Asked& asked, const Asked* changed, bool redact);

  /// Finds what each conclusion hangs on, for the parts that tell it.
  void find_rests(const Watching& watching);
  /// Looks at a state, by its number from 1; false where the case has none of it.
  bool choose(std::uint64_t number);

  std::vector<Part> parts() const;
  Switched switched() const;
  /// What the page says of itself, with the data for its script.
  Frame frame() const;

 private:
  PageTelling telling() const;
  std::string data() const;

  const Asked& asked_;
  bool redact_;
  Case plain_case_;
  casefile::Case written_;
  Analysed plain_;
  Voice plain_voice_;
  std::vector<Assumption> assumptions_;
  std::vector<Change> changes_;
  std::vector<Change> made_;
  std::unique_ptr<const Analysed> changed_;  // nothing without changes
  std::unique_ptr<const Voice> changed_voice_;
  Brief brief_;
  std::optional<Robustness> robustness_;
  std::optional<StateId> chosen_;
};

}  // namespace entente

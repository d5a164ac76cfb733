// A case made into the parts of its page.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "compare/linkage.h"
#include "entente/report.h"
#include "library/opened.h"
#include "library/viewing.h"
#include "page/document.h"
#include "whatif/robustness.h"

namespace entente {

class PageMemory;

/// A case analysed, and the words for it.
struct Standing {
  explicit Standing(Case of) : told(std::move(of)), analysed(told), voice(told.model) {}
  Case told;
  Analysed analysed;
  Voice voice;
};

/// A case as it is written, and what can be changed in it.
struct Written {
  /// `reading`: of the input, without changes, and found. `left_out`: it is told without what is
  /// confidential.
  Written(Input of, CaseReading reading, bool left_out);

  Input input;
  Case whole;  // with what is confidential
  bool redacted;
  casefile::Case text;
  Linked linked;
  Standing as;
  std::vector<Assumption> assumptions;
  std::vector<Change> changes;
};

/// A case as a page tells it, and again with changes made.
class PageOf {
 public:
  /// `made` are the changes by their ids, `changed` is the case with them; null where there are none.
  PageOf(std::shared_ptr<const Written> written, const std::vector<std::string>& made = {},
         std::shared_ptr<const Standing> changed = nullptr);

  /// Finds what each conclusion hangs on, for the parts that tell it; not where that would take more than
  /// some ten seconds, judged by the case alone: the page then says so.
  void find_rests(const Watching& watching);
  /// Compares linked disputes, for the part that tells it; not of a redacted page, nor where one of them has
  /// too many situations.
  void find_links(const Stages& stages);
  /// Looks at a state, by its number from 1; false where the case has none of it.
  bool choose(const StateName& state);

  /// All that the parts tell; and what of it the bar tells, which is sooner made.
  Brief brief() const;
  Brief brief_of_bar() const;
  std::vector<Section> sections(const Brief& brief, const std::vector<std::string>& only = {}) const;
  Switched switched(const Brief& brief) const;
  /// What the page says of itself, with the data for its script.
  Frame frame() const;

 private:
  const Standing& told() const { return changed_ ? *changed_ : written_->as; }
  PageTelling telling(const ListedView& view, const Brief& brief) const;
  std::string data() const;

  std::shared_ptr<const Written> written_;
  std::shared_ptr<const Standing> changed_;
  std::vector<Change> made_;
  std::unique_ptr<const Resting> resting_;
  std::optional<Linkage> linkage_;
  std::optional<StateId> chosen_;
};

/// As `page` of report.h, with what is kept from one page to the next.
Answer page_kept(const Input& input, const PageRequest& request, const Look& look, const Sink& out,
                 PageMemory& memory);

}  // namespace entente

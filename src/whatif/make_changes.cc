// Changes looked up by their ids among those of the case, and made.
#include "whatif/make_changes.h"

#include <map>
#include <set>
#include <utility>

#include "model/bind.h"
#include "text/nearest.h"
#include "text/unicode.h"

namespace entente {
namespace {

constexpr unsigned longest_shown = 80;

/// The model on the day that is asked about; nothing where the case has faults.
std::optional<Model> model_on(const casefile::Case& written, const std::optional<std::string>& as_of) {
  Diagnostics unheard;
  Binding binding = bind(written, unheard);
  if (unheard.faulty()) return std::nullopt;
  const std::optional<DateSpan> day = as_of ? date_span(*as_of) : std::nullopt;
  if (day && binding.model.date) binding.model.date = *day;
  return std::move(binding.model);
}

std::string unknown(const std::string& id, const std::map<std::string, Change>& known) {
  std::vector<std::string> ids;
  for (const auto& [one, change] : known) ids.push_back(one);
  const std::optional<std::string> near = nearest(id, ids);
  return "the case has no change '" + one_line(id, longest_shown) + "'" +
         (near ? "; did you mean '" + *near + "'?" : "; the answer to 'changes' has all of them");
}

}  // namespace

ChangedCase make_changes(casefile::Case written, const std::vector<std::string>& ids,
                         const std::optional<std::string>& as_of) {
  const std::optional<Model> model = model_on(written, as_of);
  if (!model) return {std::move(written)};
  const std::vector<Assumption> all = assumptions(*model);
  std::map<std::string, Change> known;
  for (const Change& c : changes(*model, all)) known.emplace(id(c, all), c);
  std::vector<Change> made;
  std::set<std::string> once;
  for (const std::string& id : ids) {
    const auto found = known.find(id);
    if (found == known.end()) return {std::move(written), {}, unknown(id, known)};
    if (once.insert(id).second) made.push_back(found->second);
  }
  Premises now = with(premises(*model), std::move(made), all);
  casefile::Case done = with(written, now);
  return {std::move(done), std::move(now)};
}

}  // namespace entente

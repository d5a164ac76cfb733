// A path for people.
#include "report/answers.h"
#include "report/english.h"
#include "report/path_words.h"

namespace entente {

std::string path_text(const Analysis& analysis, const Face& face, const std::optional<Path>& path,
                      const PathAsked& asked) {
  const Voice voice(analysis.model());
  Page page(face);
  if (!path) {
    page.paragraph("No sequence of moves" +
                   std::string(asked.safe ? " that leaves nobody worse off than today" : "") + " leads to " +
                   asked.target + ".");
    return page.text();
  }
  page.paragraph("The best way to " + asked.target + " takes " + counted(path->steps.size(), "move") +
                 " and " + concessions_words(voice, *path) + ".");
  tell_steps(page, analysis, voice, *path);
  if (asked.deadline && path->done)
    page.paragraph(path->in_time
                       ? "That is in time for " + long_date(*asked.deadline) + "."
                       : "That is too late for " + long_date(*asked.deadline) + "; no way is quicker.");
  page.paragraph(exposure_words(analysis, voice, *path));
  return page.text();
}

}  // namespace entente

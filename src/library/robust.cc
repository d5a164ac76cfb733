// What each conclusion rests on, asked.
#include <algorithm>

#include "brief/difference_words.h"
#include "brief/robust_report.h"
#include "casefile/read.h"
#include "casefile/write.h"
#include "entente/entente.h"
#include "library/asking.h"
#include "library/effort.h"
#include "library/ending.h"
#include "library/watching.h"
#include "pictures/robust_picture.h"
#include "text/unicode.h"
#include "words/change_words.h"
#include "words/conclusion_words.h"

namespace entente {
namespace {

constexpr unsigned longest_id = 80;  // shown of one that there is not

/// A conclusion's id as the name of a file.
std::string file_name(const std::string& id, std::size_t number) {
  std::string name = id.substr(0, id.find('/'));
  if (name == "stability") name = id;
  std::replace(name.begin(), name.end(), '/', '-');
  return (name == "equilibrium" ? name + "-" + std::to_string(number + 1) : name) + ".toml";
}

/// What a witness says of itself in its head.
std::string head(const Variants& variants, std::size_t conclusion, const std::vector<Change>& changes,
                 const std::optional<std::string>& as_of) {
  const Voice voice(variants.model());
  std::string text = "A witness made by entente robust. The case as it stands says:\n  " +
                     conclusion_words(variants, conclusion) + "\nThat falls if all of this is so:\n";
  for (const Change& c : changes)
    text +=
        "  " + change_words(voice, variants.assumptions(), c) + "  [" + id(c, variants.assumptions()) + "]\n";
  if (as_of) text += "Seen --as-of " + *as_of + ".\n";
  return text + "'entente diff' of the case and this file shows it.\n";
}

bool write_witnesses(const Variants& variants, const Robustness& robustness, const About& about,
                     const RobustRequest& request, const std::optional<std::string>& as_of) {
  for (std::size_t c = 0; c < robustness.overturning.size(); ++c) {
    const Overturning& b = robustness.overturning[c];
    if (b.size == 0 || (about.conclusion && c != *about.conclusion)) continue;
    std::vector<Change> changes;
    for (const std::size_t k : b.sets[0]) changes.push_back(variants.changes()[k]);
    const casefile::Case changed = with(variants.written(), variants.premises_of(changes));
    if (!request.witness(file_name(variants.plain().found[c].id, c),
                         casefile::write(changed, head(variants, c, changes, as_of))))
      return false;
  }
  return true;
}

/// The conclusion or assumption of that id; what it is not goes into the answer.
About about_what(Asked& asked, const Variants& variants, const std::string& id) {
  std::vector<std::string> known;
  const std::vector<Conclusion>& found = variants.plain().found;
  for (std::size_t c = 0; c < found.size(); ++c) {
    if (found[c].id == id) return {.conclusion = c};
    known.push_back(found[c].id);
  }
  for (std::size_t a = 0; a < variants.assumptions().size(); ++a) {
    if (variants.assumptions()[a].id == id) return {.assumption = a};
    known.push_back(variants.assumptions()[a].id);
  }
  const std::optional<std::string> near = nearest(id, known);
  refuse(asked, "--about: error: the case has no conclusion or assumption '" + one_line(id, longest_id) +
                    "'" +
                    (near ? "; did you mean '" + *near + "'?" : "; 'entente robust --json' has the ids"));
  return {};
}

/// How many variants that is at most; about one assumption alone no sets of changes are tried.
std::uint64_t variants_tried(const Model& model, const RobustRequest& request) {
  const std::uint64_t singles = single_variants(model);
  if (request.changes < 2) return singles;
  return singles + sets_of_changes(singles - model.evidence.size(), request.changes);
}

Answer rests_on(Asked& asked, const RobustRequest& request, const Sink& out) {
  const Variants variants(asked.reading.written, *asked.reading.found);
  const About about = request.about ? about_what(asked, variants, *request.about) : About{};
  if (!asked) return asked.answer;
  tell_left_out(asked, variants);
  Robustness found = single_changes(variants, sentence_of, watch(asked, request.watching));
  if (about.assumption)
    found.asked = 1;
  else
    find_overturning(variants, found, request.changes, watch(asked, request.watching), about.conclusion);
  bool told = out(request.form == Form::json ? text(robust_json(variants, found, about))
                                             : robust_text(variants, found, face(asked.look), about));
  // A picture is whole, or there is none.
  if (told && request.svg && found.searched > 0) told = request.svg(robust_svg(variants, found));
  if (told && request.witness) told = write_witnesses(variants, found, about, request, asked.input.as_of);
  if (found.searched < found.asked)
    tell_ended(asked, "every change was tried; what is printed is what was done");
  return finish(asked, told);
}

}  // namespace

Answer robust(const Input& input, const RobustRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.watching = request.watching});
  if (!asked) return asked.answer;
  warn_of_effort(asked, variants_tried(asked.model(), request));
  if (!asked) return asked.answer;
  return unless_ended(asked, "the case itself was analysed; nothing is known yet",
                      [&] { return rests_on(asked, request, out); });
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente

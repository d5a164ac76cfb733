// The difference of two cases for people and as JSON.
#include "brief/difference_words.h"

#include "words/conclusion_words.h"
#include "words/english.h"

namespace entente {
namespace {

std::string edit_number(std::size_t k) {
  return "[" + std::to_string(k + 1) + "]";
}

/// Of a comparison that was ended nobody knows what the edits not tried would do.
std::string cause(const ChangedConclusion& c, bool ended) {
  std::vector<std::string> edits;
  for (std::size_t k : c.alone) edits.push_back(edit_number(k));
  if (!edits.empty())
    return listed(edits, "or") + (edits.size() > 1 ? ", each alone, changes this." : " alone changes this.");
  if (!c.together && ended) return "Which edit changes this was not found out.";
  if (c.together)
    return "It takes " + edit_number(c.together->first) + " and " + edit_number(c.together->second) +
           " together to change this.";
  return "No single edit and no two together change it so.";
}

void tell_edits(Sheet& sheet, const Difference& d) {
  sheet.heading("What changed in the case");
  if (d.edits.empty()) sheet.paragraph("Nothing that an answer could depend on.");
  for (std::size_t k = 0; k < d.edits.size(); ++k)
    sheet.item(edit_number(k),
               sentence(plain(d.edits[k].what) + (d.possible[k] ? "" : " (not possible alone)")));
  if (d.words.empty()) return;
  sheet.paragraph("These differences change no conclusion:");
  for (const std::string& one : d.words) sheet.item("-", sentence(plain(one)));
}

void tell_conclusions(Sheet& sheet, const Difference& d, const Analysed& before, const Analysed& after) {
  sheet.heading("Which conclusions changed");
  if (d.changed.empty()) sheet.paragraph("None.");
  if (!d.changed.empty()) sheet.paragraph("(- in the old case, + in the new one.)");
  for (const ChangedConclusion& c : d.changed) {
    if (c.before) sheet.item("-", sentence_of(before, *c.before));
    if (c.after) sheet.item("+", sentence_of(after, *c.after));
    sheet.paragraph(cause(c, d.ended), 4);
  }
}

Json conclusion_json(const Analysed& of, const std::optional<Conclusion>& c) {
  if (!c) return nullptr;
  return {{"value", value_text(c->kind, c->value)}, {"sentence", sentence_of(of, *c)}};
}

}  // namespace

std::string difference_text(const Difference& difference, const Analysed& before, const Analysed& after,
                            const Face& face) {
  Sheet sheet(face);
  tell_edits(sheet, difference);
  tell_conclusions(sheet, difference, before, after);
  return sheet.text();
}

Json difference_json(const Difference& difference, const Analysed& before, const Analysed& after) {
  Json edits = Json::array();
  for (std::size_t k = 0; k < difference.edits.size(); ++k)
    edits.push_back({{"what", difference.edits[k].what}, {"possible_alone", bool{difference.possible[k]}}});
  Json changed = Json::array();
  for (const ChangedConclusion& c : difference.changed) {
    Json json = {{"id", c.after ? c.after->id : c.before->id},
                 {"before", conclusion_json(before, c.before)},
                 {"after", conclusion_json(after, c.after)}};
    json["alone"] = Json::array();
    for (std::size_t k : c.alone) json["alone"].push_back(k + 1);
    json["together"] =
        c.together ? Json::array({c.together->first + 1, c.together->second + 1}) : Json(nullptr);
    changed.push_back(json);
  }
  Json all = {{"edits", edits}, {"changed", changed}};
  if (!difference.words.empty()) all["words"] = difference.words;
  return all;
}

}  // namespace entente

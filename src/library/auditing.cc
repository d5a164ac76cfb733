// The evidence of a case held against its sources, piece by piece, and the hashes of what was read.
#include "brief/json.h"
#include "brief/sheet.h"
#include "casefile/write.h"
#include "entente/audit.h"
#include "library/ending.h"
#include "library/opened.h"
#include "words/english.h"

namespace entente {
namespace {

/// How the paragraph of a piece of evidence is known again.
enum class Stamp : std::uint8_t { none, there, stamped, as_read, changed };

constexpr const char* name_of(Stamp stamp) {
  switch (stamp) {
    case Stamp::none: return "none";
    case Stamp::there: return "not looked at";
    case Stamp::stamped: return "stamped";
    case Stamp::as_read: return "as read";
    case Stamp::changed: break;
  }
  return "changed since";
}

class Audit {
 public:
  Audit(Opened& opened, const AuditRequest& request)
      : opened_(opened), request_(request), evidence_(opened.reading.written.evidence) {
    const bool sound = request.stamp && !faulty_case();
    for (std::size_t e = 0; e < pieces().size(); ++e) stamps_.push_back(stamp(e, sound));
  }

  /// The case with its new hashes; nothing where there are none.
  std::string stamped() const {
    const std::string_view text = opened_.reading.text.content();
    return edits_.empty() ? std::string()
                          : casefile::edited(text, {0, static_cast<std::uint32_t>(text.size())}, edits_);
  }

  std::string text() const {
    Sheet sheet(face(opened_.look));
    Table table{{{"evidence", "source", "paragraph", "stands there", "paragraph's hash"}}, {2}};
    for (std::size_t e = 0; e < pieces().size(); ++e)
      table.rows.push_back(
          {plain(text_of(evidence_[e].id)), plain(text_of(evidence_[e].source)),
           evidence_[e].at_paragraph ? std::to_string(evidence_[e].at_paragraph->value) : "-",
           !pieces()[e].placed  ? "says not where"
           : pieces()[e].stands ? "yes"
                                : "no",
           name_of(stamps_[e])});
    if (!pieces().empty()) sheet.table(table);
    sheet.gap();
    sheet.paragraph(summary());
    return sheet.text();
  }

  Json json() const {
    Json all = Json::array();
    for (std::size_t e = 0; e < pieces().size(); ++e) {
      Json piece = {{"id", text_of(evidence_[e].id)}, {"source", text_of(evidence_[e].source)}};
      piece["at"] = evidence_[e].at_paragraph ? Json(evidence_[e].at_paragraph->value) : Json(nullptr);
      piece["stands"] = pieces()[e].placed ? Json(pieces()[e].stands) : Json(nullptr);
      piece["hash"] = name_of(stamps_[e]);
      piece["paragraph_hash"] = pieces()[e].hash.empty() ? Json(nullptr) : Json(pieces()[e].hash);
      all.push_back(std::move(piece));
    }
    return {{"case", opened_.input.name},
            {"evidence", std::move(all)},
            {"placed", found().evidence},
            {"stand", found().verified},
            {"stamped", edits_.size()},
            {"faults", faults_json(opened_.reading.diagnostics, opened_.reading.text)}};
  }

 private:
  bool faulty_case() const { return opened_.reading.diagnostics.faulty(); }
  const Verification& found() const { return *opened_.reading.verification; }
  const std::vector<Verified>& pieces() const { return found().pieces; }

  /// What is to be said of the hash of a piece of evidence, once it has got one where that was asked for.
  Stamp stamp(std::size_t e, bool sound) {
    if (evidence_[e].hash)
      return pieces()[e].changed ? Stamp::changed : pieces()[e].stands ? Stamp::as_read : Stamp::there;
    if (!sound || !pieces()[e].stands || pieces()[e].hash.empty()) return Stamp::none;
    const std::string_view text = opened_.reading.text.content();
    const std::optional<Place> block = casefile::block(text, evidence_[e]);
    if (!block) return ++in_braces_, Stamp::none;
    edits_.push_back(casefile::with_last_key(text, *block, "hash = \"" + pieces()[e].hash + "\""));
    return Stamp::stamped;
  }

  std::string summary() const {
    const Verification& v = found();
    if (evidence_.empty()) return "The case has no evidence.";
    std::string text = "Of " + counted(evidence_.size(), "piece") + " of evidence " + in_words(v.evidence) +
                       (v.evidence == 1 ? " says where it stands" : " say where they stand");
    if (v.evidence > 0)
      text += v.verified == v.evidence
                  ? (v.evidence == 1 ? ", and stands there" : ", and all stand there")
                  : ", and " + none_or(v.verified) + (v.verified == 1 ? " stands there" : " stand there");
    text += ".";
    if (!request_.stamp) return text;
    text += edits_.empty() ? " There was nothing to stamp."
                           : " " + capitalised(counted(edits_.size(), "paragraph")) +
                                 (edits_.size() == 1 ? " was stamped." : " were stamped.");
    if (in_braces_ > 0)
      text += " " + capitalised(in_words(in_braces_)) +
              (in_braces_ == 1 ? " is written in braces, and has" : " are written in braces, and have") +
              " to become [[evidence]] first.";
    return text;
  }

  Opened& opened_;
  const AuditRequest& request_;
  const std::vector<casefile::Evidence>& evidence_;
  std::vector<Stamp> stamps_;
  std::vector<casefile::TextEdit> edits_;
  std::size_t in_braces_ = 0;
};

/// Gives the stamped case to who asked for it, where there is one.
bool stamp(const Audit& audit, const AuditRequest& request) {
  const std::string text = audit.stamped();
  return text.empty() || !request.stamped || request.stamped(text);
}

}  // namespace

Answer audit(const Input& input, const AuditRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.size = Size::any, .rows = true, .sources = request.sources});
  if (!opened.reading.verification) return opened.answer;
  if (request.stamp) refuse_where_linked(opened, "a stamp");
  if (opened.reading.linked.links() && request.stamp) return opened.answer;
  const Audit audit(opened, request);
  // Of its situations nothing is asked: too many of them are no matter here.
  opened.answer.status = opened.reading.diagnostics.faulty() ? faulty : answered;
  if (request.form == Form::json) {
    opened.answer.err.clear();
    return finish(opened, out(audit.json().dump(-1, ' ', false, Json::error_handler_t::replace) + "\n") &&
                              stamp(audit, request));
  }
  if (opened) return finish(opened, out(audit.text()) && stamp(audit, request));
  if (request.stamp)
    opened.answer.err += one_line(input.name) + ": nothing was stamped, since the case has faults.\n";
  return finish(opened, true);
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente

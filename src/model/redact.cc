// What is confidential taken out of a model, and every reference to it.
#include "model/redact.h"

#include <optional>
#include <utility>

#include "model/each_grounds.h"

namespace entente {
namespace {

bool secret(const Model& model, const Evidence& evidence) {
  return evidence.confidential || model[evidence.source].confidential;
}

class Redacting {
 public:
  explicit Redacting(const Model& model) : from_(model), to_(model) {}

  Model done() {
    to_.redacted = true;
    sources();
    evidence();
    each_grounds(to_, [this](Grounds& g) { grounds(g); });
    for (Party& party : to_.parties)
      for (Preference& p : party.preferences) preference(p);
    return std::move(to_);
  }

 private:
  void sources() {
    to_.sources.clear();
    for (const Source& s : from_.sources) {
      new_source_.push_back(SourceId{static_cast<std::uint32_t>(to_.sources.size())});
      if (!s.confidential) to_.sources.push_back(s);
    }
  }

  void evidence() {
    to_.evidence.clear();
    for (const Evidence& e : from_.evidence) {
      const bool stays = !secret(from_, e);
      new_evidence_.push_back(
          stays ? std::optional(EvidenceId{static_cast<std::uint32_t>(to_.evidence.size())}) : std::nullopt);
      if (!stays) continue;
      to_.evidence.push_back(e);
      to_.evidence.back().source = new_source_[index(e.source)];
    }
  }

  static void preference(Preference& p) {
    if (!p.confidential) return;
    p.text.clear();
    p.label.clear();
    p.grounds = {};
    p.grounds.withheld = true;
  }

  void grounds(Grounds& g) {
    for (std::vector<EvidenceId>* all : {&g.evidence, &g.doubted_by}) {
      std::vector<EvidenceId> left;
      for (const EvidenceId e : *all) {
        if (const std::optional<EvidenceId> stays = new_evidence_[index(e)])
          left.push_back(*stays);
        else
          g.withheld = true;
      }
      *all = std::move(left);
    }
  }

  const Model& from_;
  Model to_;
  std::vector<SourceId> new_source_;  // by the old one; of one that is gone, any
  std::vector<std::optional<EvidenceId>> new_evidence_;
};

}  // namespace

Model redacted(const Model& model) {
  return Redacting(model).done();
}

Withheld withheld(const Model& model) {
  Withheld all;
  for (const Source& s : model.sources) all.sources += s.confidential ? 1 : 0;
  for (const Evidence& e : model.evidence) all.evidence += secret(model, e) ? 1 : 0;
  for (const Party& party : model.parties)
    for (const Preference& p : party.preferences) all.preferences += p.confidential ? 1 : 0;
  return all;
}

}  // namespace entente

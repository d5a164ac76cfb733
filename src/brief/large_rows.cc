// Some states of a large case as CSV and as JSON, with the columns of interface.md; a cell that was not
// decided is empty, in JSON null.
#include "brief/large_json.h"
#include "brief/large_text.h"
#include "brief/row_columns.h"

namespace entente {
namespace {

class LargeColumns {
 public:
  LargeColumns(const PartialAnalysis& analysis, const std::vector<Word>& words)
      : a_(analysis), model_(analysis.model()), words_(words) {
    // A number that readers would round is a string in JSON.
    const bool exact = count_json(analysis.situations()).is_number();
    all_.push_back({"state", [this](std::size_t k) { return number(words_[k]); }, exact});
    for (std::size_t k = 0; k < model_.options.size(); ++k) option(static_cast<OptionId>(k));
    for (const PartyId i : model_.party_ids()) rank(i);
    for (const Concept c : concepts) verdict(c);
  }

  const std::vector<Column>& all() const { return all_; }

 private:
  std::string number(Word word) const {
    const Json json = count_json(a_.number(word));
    return json.is_string() ? json.get<std::string>() : json.dump();
  }

  void option(OptionId o) {
    all_.push_back({option_id(model_, o),
                    [this, o](std::size_t k) { return model_[o].values[a_.layout().value(words_[k], o)]; },
                    false});
  }

  void rank(PartyId i) {
    all_.push_back({"rank:" + model_[i].id, [this, i](std::size_t k) {
                      const std::optional<std::size_t> place = a_.place(i, words_[k]);
                      return place ? std::to_string(*place) : std::string();
                    }});
  }

  void verdict(Concept c) {
    for (const PartyId i : model_.party_ids())
      all_.push_back({std::string(id(c)) + ":" + model_[i].id,
                      [this, c, i](std::size_t k) { return bit(a_.verdict(c, i, words_[k])); }});
    all_.push_back({std::string(id(c)), [this, c](std::size_t k) { return bit(of_all(c, words_[k])); }});
  }

  static std::string bit(Verdict verdict) {
    return verdict == Verdict::undecided ? "" : verdict == Verdict::stable ? "1" : "0";
  }

  /// One that is not stable for somebody is no equilibrium, whatever the others.
  Verdict of_all(Concept c, Word word) const {
    Verdict all = Verdict::stable;
    for (const PartyId i : model_.party_ids()) {
      const Verdict one = a_.verdict(c, i, word);
      if (one == Verdict::unstable) return one;
      if (one == Verdict::undecided) all = one;
    }
    return all;
  }

  const PartialAnalysis& a_;
  const Model& model_;
  const std::vector<Word>& words_;
  std::vector<Column> all_;
};

template <class Rows>
bool write(const PartialAnalysis& analysis, const std::vector<Word>& words, const Sink& sink) {
  const LargeColumns columns(analysis, words);
  Rows out(columns.all(), sink);
  for (std::size_t k = 0; k < words.size(); ++k) out.add(k);
  return out.done();
}

}  // namespace

bool large_states_csv(const PartialAnalysis& analysis, const std::vector<Word>& words, const Sink& sink) {
  return write<CsvRows>(analysis, words, sink);
}

bool large_states_json(const PartialAnalysis& analysis, const std::vector<Word>& words, const Sink& sink) {
  return write<JsonRows>(analysis, words, sink);
}

}  // namespace entente

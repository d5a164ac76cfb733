// What a case assumes.
#include "whatif/assumptions.h"

#include <algorithm>
#include <utility>

namespace entente {
namespace {

/// The larger the better: the letter decides, then the digit; 0 where there is no grade.
int worth(const std::string& grade) {
  return grade.size() < 2 ? 0 : ('G' - grade[0]) * 8 + ('7' - grade[1]);
}

Firmness of_one(const Model& model, EvidenceId e) {
  return {std::max(model[e].basis, Basis::inferred), model[model[e].source].grade, false};
}

}  // namespace

bool Firmness::operator<(const Firmness& other) const {
  return std::pair(basis, worth(grade)) < std::pair(other.basis, worth(other.grade));
}

Firmness firmness(const Model& model, const Grounds& grounds) {
  Firmness best;
  for (const EvidenceId e : grounds.evidence) best = std::max(best, of_one(model, e));
  best.doubted = !grounds.doubted_by.empty();
  if (best.doubted) best.basis = std::min(best.basis, Basis::inferred);
  return best;
}

namespace {

class Gathering {
 public:
  explicit Gathering(const Model& model) : model_(model) {}

  std::vector<Assumption> all() {
    for (const PartyId i : model_.party_ids()) statements(i);
    for (std::size_t o = 0; o < model_.options.size(); ++o) courses(o);
    for (const PartyId i : model_.party_ids()) ways(i);
    for (std::size_t r = 0; r < model_.rules.size(); ++r)
      if (!model_.rules[r].definition)
        add(Assumption::Kind::rule, {}, r, "rule/" + std::to_string(r + 1), model_.rules[r].grounds);
    return std::move(all_);
  }

 private:
  using Kind = Assumption::Kind;

  void statements(PartyId i) {
    const Party& party = model_[i];
    for (std::size_t n = 0; n < party.preferences.size(); ++n) {
      const Preference& p = party.preferences[n];
      if (!p.in_force(model_.day())) continue;
      const std::string number = std::to_string(n + 1);
      add(Kind::statement, i, n, party.id + "/statement/" + number, p.grounds);
      if (p.demand) add(Kind::demand, i, n, party.id + "/demand/" + number, p.grounds);
    }
    for (std::size_t n = 0; n + 1 < party.ranking.size(); ++n)
      add(Kind::order, i, n, party.id + "/ranking/" + std::to_string(n + 1), party.ranking_grounds);
  }

  void courses(std::size_t o) {
    const Option& option = model_.options[o];
    const std::string name = model_.reference(static_cast<OptionId>(o));
    add(Kind::moves, option.mover, o, name + "/moves", option.grounds);
    if (option.when) add(Kind::when, option.mover, o, name + "/when", option.grounds);
  }

  void ways(PartyId i) {
    const Party& party = model_[i];
    for (std::size_t n = 0; n < party.moves.size(); ++n)
      add(Kind::way, i, n, party.id + "/move/" + std::to_string(n + 1), party.moves[n].grounds);
  }

  void add(Kind kind, std::optional<MoverId> mover, std::size_t number, std::string id,
           const Grounds& grounds) {
    const bool party = mover && !model_.is_group(*mover);
    all_.push_back({kind, party ? std::optional(static_cast<PartyId>(index(*mover))) : std::nullopt, mover,
                    number, std::move(id), grounds, firmness(model_, grounds)});
  }

  const Model& model_;
  std::vector<Assumption> all_;
};

}  // namespace

std::vector<Assumption> assumptions(const Model& model) {
  return Gathering(model).all();
}

bool is_made(const Model& model, const Assumption& assumption) {
  return assumption.kind != Assumption::Kind::moves ||
         model.options[assumption.number].moves.kind != Moves::Kind::free;
}

bool rests_on_alone(const Assumption& assumption, EvidenceId evidence) {
  const std::vector<EvidenceId>& all = assumption.grounds.evidence;
  return !all.empty() && std::all_of(all.begin(), all.end(), [&](EvidenceId e) { return e == evidence; });
}

}  // namespace entente

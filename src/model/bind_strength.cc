// Which of a party's statements make a state strongly worse: those on which `strong` stands, from the first
// one to the end of a group of equal ones.
#include "model/bind_strength.h"

namespace entente {
namespace {

Place place_of(const casefile::Preference& written) {
  return written.statement ? written.statement->at : written.at;
}

bool is_strong(const casefile::Preference& written) {
  return written.strong && written.strong->value;
}

void tell_weighted(Binder& binder, const casefile::Preference& written) {
  binder.teller.fault("strong-with-weight", written.strong->at,
                      "a statement has a weight or is 'strong', not both",
                      "take 'strong' out, or take all weights of the party out",
                      {{written.weight->at, "its weight is here"}});
}

void tell_behind(Binder& binder, const casefile::Preference& written, const casefile::Preference& before) {
  binder.teller.fault("strong-behind-another", written.strong->at,
                      "this statement is 'strong', and a more important one is not",
                      "make all statements before it 'strong', too, or take 'strong' out",
                      {{place_of(before), "this one is more important"}});
}

void tell_in_part(Binder& binder, const casefile::Preference& written, const casefile::Preference& before) {
  binder.teller.fault("strong-in-part", written.equal->at,
                      "this statement is as important as one that is 'strong', and is not",
                      "make both 'strong', or neither", {{before.strong->at, "that one is strong"}});
}

/// Whether it is sure that a statement is as it is bound: `strong` or not.
bool sure(Binder& binder, const casefile::Preference& written) {
  return written.strong || !binder.unsure(written, "strong");
}

/// Whether a statement may be strong; `n`: not the first.
bool may_be_strong(Binder& binder, const casefile::Party& written, std::size_t n, const Party& party) {
  const casefile::Preference& before = written.preferences[n - 1];
  if (party.preferences[n - 1].strong) return true;
  if (!is_strong(before) && sure(binder, before)) tell_behind(binder, written.preferences[n], before);
  return false;
}

}  // namespace

void check_strength(Binder& binder, const casefile::Party& written, Party& party) {
  for (std::size_t n = 0; n < written.preferences.size(); ++n) {
    const casefile::Preference& one = written.preferences[n];
    Preference& bound = party.preferences[n];
    bound.strong = is_strong(one);
    if (bound.strong && one.weight) {
      tell_weighted(binder, one);
      bound.strong = false;
    } else if (bound.strong && n > 0) {
      bound.strong = may_be_strong(binder, written, n, party);
    } else if (bound.equal && party.preferences[n - 1].strong && sure(binder, one)) {
      tell_in_part(binder, one, written.preferences[n - 1]);
    }
  }
}

}  // namespace entente

// What the parties want: statements with weights, demands and dates, or a direct ranking.
#include <fmt/format.h>

#include <algorithm>

#include "model/binder.h"
#include "model/limits.h"

namespace entente {
namespace {

/// The parties needed for an agreement, where that is known; a demand of another is a fault.
bool needed(Binder& binder, PartyId party) {
  const std::optional<casefile::Agreement>& agreement = binder.written.agreement;
  if (!agreement || !agreement->needs || agreement->hole("needs") || !binder.model.agreement) return true;
  const std::vector<PartyId>& needs = binder.model.agreement->needs;
  // A party that is not known among the needed ones may be this one, misspelt.
  if (needs.size() < agreement->needs->value.size() || !binder.words.parties.complete()) return true;
  return std::find(needs.begin(), needs.end(), party) != needs.end();
}

void check_demand(Binder& binder, const casefile::Party& party, const casefile::Preference& preference) {
  binder.teller.fault(
      "demand-not-needed", preference.demand->at,
      fmt::format("party '{}' makes a demand, but an agreement does not need its consent", text_of(party.id)),
      "add the party to 'needs', or take 'demand' out",
      {{binder.written.agreement->needs->at, "the parties that it needs are listed here"}});
}

/// The first day of a date that a statement is in force from or until.
std::optional<Date> first_day(Binder& binder, const std::optional<casefile::String>& date,
                              std::string_view key) {
  const std::optional<DateSpan> span = binder.dated(date, key);
  return span ? std::optional(span->first) : std::nullopt;
}

void check_span(Binder& binder, const casefile::Preference& written, const Preference& preference) {
  if (!preference.since || !preference.until || *preference.since < *preference.until) return;
  binder.teller.warning("never-in-force", written.until->at,
                        "this statement is never in force: its 'until' is not after its 'since'", {},
                        {{written.since->at, "'since' is here"}});
}

Decimal weight(Binder& binder, const std::optional<casefile::String>& written) {
  if (!written) return {};
  const std::optional<Decimal> found = decimal(written->value);
  if (!found)
    binder.teller.fault("bad-weight", written->at, fmt::format("'{}' cannot be a weight", written->value),
                        "a weight is a finite decimal with at most 1000 digits on either side of the point");
  return found.value_or(Decimal{});
}

Preference bound(Binder& binder, const casefile::Preference& written) {
  Preference preference;
  const auto statement = written.statement ? binder.formulas.bind(*written.statement) : std::nullopt;
  preference.statement = or_hole(binder.model, statement);
  preference.text = written.statement ? folded(written.statement->value) : "";
  preference.weight = weight(binder, written.weight);
  preference.demand = written.demand && written.demand->value;
  preference.since = first_day(binder, written.since, "since");
  preference.until = first_day(binder, written.until, "until");
  check_span(binder, written, preference);
  preference.confidential = written.confidential && written.confidential->value;
  preference.grounds = binder.grounds(written.grounds);
  return preference;
}

/// All of a party's statements have a weight, or none.
void check_weights(Binder& binder, const casefile::Party& party) {
  const auto unsure = [&](const casefile::Preference& one) {
    return !one.weight && binder.unsure(one, "weight");
  };
  const auto& statements = party.preferences;
  if (std::any_of(statements.begin(), statements.end(), unsure)) return;
  const auto differs = [&](const casefile::Preference& one) {
    return one.weight.has_value() != statements[0].weight.has_value();
  };
  const auto first = std::find_if(statements.begin(), statements.end(), differs);
  if (first == statements.end()) return;
  binder.teller.fault("mixed-weights", first->statement ? first->statement->at : first->at,
                      fmt::format("this statement has {} weight, those before it have {}",
                                  first->weight ? "a" : "no", first->weight ? "none" : "one"),
                      "give all statements of a party a weight, or none");
}

void check_number(Binder& binder, const casefile::Party& party) {
  if (party.preferences.size() <= most_statements) return;
  const casefile::Preference& first = party.preferences[most_statements];
  binder.teller.fault(
      "too-many-statements", first.at,
      fmt::format("party '{}' has more than {} preference statements", text_of(party.id), most_statements));
}

void check_ranking(Binder& binder, const casefile::Party& party) {
  const auto& ranking = *party.ranking;
  if (!party.preferences.empty()) {
    binder.teller.fault(
        "ranking-and-preference", ranking.at,
        fmt::format("party '{}' has a ranking and preferences; it is one or the other", text_of(party.id)),
        {}, {{party.preferences[0].at, "its first preference is here"}});
  } else if (ranking.value.empty() && !party.hole("ranking")) {
    binder.teller.fault("ranking-incomplete", ranking.at, "this ranking is empty and leaves every state out",
                        "end it with \"true\", which takes all that is left");
  }
}

/// The classes of a ranking; whether all of them are whole.
bool bind_ranking(Binder& binder, const casefile::Party& written, Party& party) {
  if (!written.ranking) return false;
  check_ranking(binder, written);
  bool whole = written.preferences.empty() && !written.hole("ranking") && !written.ranking->value.empty();
  for (const casefile::String& formula : written.ranking->value) {
    const std::optional<ConditionId> condition = binder.formulas.bind(formula);
    whole = whole && condition;
    party.ranking.push_back({or_hole(binder.model, condition), folded(formula.value)});
  }
  return whole;
}

}  // namespace

void bind_preferences(Binder& binder) {
  for (std::size_t i = 0; i < binder.written.parties.size(); ++i) {
    const casefile::Party& written = binder.written.parties[i];
    Party& party = binder.model.parties[i];
    const bool demands_count = needed(binder, static_cast<PartyId>(i));
    for (const casefile::Preference& one : written.preferences) {
      party.preferences.push_back(bound(binder, one));
      if (party.preferences.back().demand && !demands_count) check_demand(binder, written, one);
    }
    check_weights(binder, written);
    check_number(binder, written);
    party.weighted = !written.preferences.empty() && written.preferences[0].weight.has_value();
    binder.made.ranking_known.push_back(bind_ranking(binder, written, party));
    binder.made.places.rankings.push_back(written.ranking ? std::optional(written.ranking->at)
                                                          : std::nullopt);
  }
}

}  // namespace entente

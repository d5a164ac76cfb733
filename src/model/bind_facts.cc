// Binds rules, events, evidence and sources.
#include "model/bind_facts.h"

#include <fmt/format.h>
#include <algorithm>
#include <limits>
#include <map>

#include "text/sha256.h"

namespace entente {
namespace {

bool is_grade(std::string_view text) {
  return text.size() == 2 && text[0] >= 'A' && text[0] <= 'F' && text[1] >= '1' && text[1] <= '6';
}

std::string grade(Binder& binder, const std::optional<casefile::String>& written) {
  if (!written || is_grade(written->value)) return text_of(written);
  binder.teller.fault("bad-grade", written->at, fmt::format("'{}' is not a grade", written->value),
                      "a grade is one of A to F and one of 1 to 6, as B2");
  return {};
}

Basis basis(const std::optional<casefile::String>& written) {
  const std::string word = text_of(written);
  if (word == "stated") return Basis::stated;
  if (word == "reported") return Basis::reported;
  return word == "inferred" ? Basis::inferred : Basis::none;
}

void bind_source(Binder& binder, const casefile::Source& written) {
  Source source;
  source.id = text_of(written.id);
  source.title = text_of(written.title);
  source.publisher = text_of(written.publisher);
  source.date = binder.date(written.date);
  source.url = text_of(written.url);
  source.grade = grade(binder, written.grade);
  source.confidential = written.confidential && written.confidential->value;
  binder.made.places.sources.push_back(written.id ? written.id->at : written.at);
  binder.model.sources.push_back(std::move(source));
}

std::optional<std::uint32_t> paragraph(Binder& binder, const casefile::Evidence& written) {
  if (!written.at_paragraph) return std::nullopt;
  const std::int64_t number = written.at_paragraph->value;
  if (number >= 1 && number <= std::numeric_limits<std::uint32_t>::max())
    return static_cast<std::uint32_t>(number);
  binder.teller.fault("bad-paragraph", written.at_paragraph->at,
                      fmt::format("there is no paragraph {}", number), "paragraphs are counted from 1");
  return std::nullopt;
}

/// The source's own words. Short, since a longer quote needs its owner's leave, and says less.
std::string quote(Binder& binder, const casefile::Evidence& written) {
  constexpr std::ptrdiff_t most_words = 15;
  if (!written.quote) return {};
  std::string words = folded(written.quote->value);
  const std::ptrdiff_t count = std::count(words.begin(), words.end(), ' ') + 1;
  if (count > most_words)
    binder.teller.fault("long-quote", written.quote->at, fmt::format("this quote has {} words", count),
                        fmt::format("quote {} at most; 'claim' says the rest in your own", most_words));
  return words;
}

/// In small digits. It is of the cited paragraph, and so of none where no paragraph is cited.
std::string hash(Binder& binder, const casefile::Evidence& written) {
  if (!written.hash) return {};
  const std::string& digits = written.hash->value;
  constexpr std::size_t length = 64;
  const bool known = digits.size() == length && is_hexadecimal(digits);
  if (!known)
    binder.teller.fault("bad-hash", written.hash->at, "this is no SHA-256 in hexadecimal digits, 64 of them",
                        "take it out, and let 'entente audit --stamp' write it");
  else if (!written.at_paragraph && !binder.unsure(written, "at"))
    binder.teller.fault("hash-without-paragraph", written.hash->at,
                        "'hash' is of the cited paragraph, and this evidence cites none",
                        "write 'at', the number of the paragraph");
  return known ? in_small_digits(digits) : std::string();
}

void add_places(Places& places, const casefile::Evidence& written) {
  places.evidence.push_back(written.at);
  places.quotes.push_back(written.quote ? std::optional(written.quote->at) : std::nullopt);
  places.hashes.push_back(written.hash ? std::optional(written.hash->at) : std::nullopt);
  places.paragraphs.push_back(written.at_paragraph ? std::optional(written.at_paragraph->at) : std::nullopt);
  std::vector<Place>& terms = places.terms.emplace_back();
  for (const casefile::String& term : written.terms) terms.push_back(term.at);
}

void bind_one(Binder& binder, const casefile::Evidence& written) {
  Evidence evidence;
  evidence.id = text_of(written.id);
  const auto source =
      written.source ? binder.look_up(binder.sources, "source", *written.source) : std::nullopt;
  evidence.source = static_cast<SourceId>(source.value_or(0));
  binder.made.source_known.push_back(source.has_value());
  evidence.claim = text_of(written.claim);
  evidence.at = paragraph(binder, written);
  for (const casefile::String& term : written.terms) evidence.terms.push_back(term.value);
  evidence.quote = quote(binder, written);
  evidence.hash = hash(binder, written);
  evidence.by = text_of(written.by);
  evidence.basis = basis(written.basis);
  evidence.confidential = written.confidential && written.confidential->value;
  add_places(binder.made.places, written);
  binder.model.evidence.push_back(std::move(evidence));
}

/// The last setting of an option: to which value, where; no value where that has faults.
struct Setting {
  std::optional<Value> value;
  Place at;
};

class Events {
 public:
  explicit Events(Binder& binder) : binder_(binder) {}

  void bind(const casefile::Event& written) {
    Event event;
    const std::optional<DateSpan> date = binder_.date(written.date);
    if (date) check_order(*date, written.date->at);
    event.date = date.value_or(DateSpan{});
    event.what = text_of(written.what);
    if (written.by) event.by = binder_.parties(written.by->value);
    event.sets = sets(written);
    check_members(written, event);
    event.grounds = binder_.grounds(written.grounds);
    binder_.model.events.push_back(std::move(event));
    if (!date || written.hole("sets")) sure_ = false;
  }

  /// Each option that events set ends at its status quo.
  void check_status_quo() {
    if (!sure_ || binder_.written.cut || binder_.written.hole("event")) return;
    for (const auto& [id, setting] : last_) {
      const Option& option = binder_.model[id];
      if (!setting.value || *setting.value == option.status_quo || !known_status_quo(id)) continue;
      const std::string& name = binder_.words.option[index(id)].name;
      binder_.teller.fault(
          "event-status-quo", setting.at,
          fmt::format("the last event that sets option '{}' leaves it at '{}', but its status quo is '{}'",
                      name, option.values[*setting.value], option.values[option.status_quo]),
          {},
          {{binder_.made.places.status_quo[index(id)],
            fmt::format("'{}' is defined here, with status quo '{}'", name,
                        option.values[option.status_quo])}});
    }
  }

 private:
  /// A later event may not have ended before an earlier one began; one that did is told once.
  void check_order(DateSpan date, Place at) {
    if (latest_ && date.last < latest_->first) {
      binder_.teller.fault("event-order", at, "this event ended before an earlier one in the list began",
                           "events stand oldest first", {{latest_at_, "that event is dated here"}});
      latest_.reset();
      sure_ = false;
    }
    if (latest_ && date.first < latest_->first) return;
    latest_ = date;
    latest_at_ = at;
  }

  std::vector<std::pair<OptionId, Value>> sets(const casefile::Event& written) {
    std::vector<std::pair<OptionId, Value>> found;
    std::vector<Place>& places = binder_.made.places.sets.emplace_back();
    for (const casefile::Entry& entry : written.sets) {
      const std::optional<OptionId> option = binder_.formulas.option(entry.key);
      if (!option) continue;
      const std::optional<Value> value = binder_.formulas.value(*option, entry.value);
      last_[*option] = {value, entry.value.at};
      if (!value) continue;
      found.emplace_back(*option, *value);
      places.push_back(entry.value.at);
    }
    return found;
  }

  /// A joint option changes by the doing of all of its parties: an event that says whose doing it was names
  /// them.
  void check_members(const casefile::Event& written, const Event& event) {
    if (!written.by || written.hole("by") || event.by.size() < written.by->value.size()) return;
    for (const auto& [option, value] : event.sets)
      for (const PartyId i : binder_.model.members(binder_.model[option].mover)) {
        if (!binder_.model.is_group(binder_.model[option].mover) ||
            std::find(event.by.begin(), event.by.end(), i) != event.by.end())
          continue;
        binder_.teller.fault("event-without-member", written.by->at,
                             fmt::format("the event sets '{}', which '{}' has to take part in",
                                         binder_.model.reference(option), binder_.model[i].id),
                             "name all of its parties in 'by', or take 'by' out");
        return;
      }
  }

  bool known_status_quo(OptionId id) const { return binder_.status_quo_known[index(id)]; }

  Binder& binder_;
  std::optional<DateSpan> latest_;  // the event that began last so far
  Place latest_at_;
  std::map<OptionId, Setting> last_;
  bool sure_ = true;
};

}  // namespace

void bind_evidence(Binder& binder) {
  for (const casefile::Source& source : binder.written.sources) bind_source(binder, source);
  for (const casefile::Evidence& evidence : binder.written.evidence) bind_one(binder, evidence);
}

void bind_events(Binder& binder) {
  Events events(binder);
  for (const casefile::Event& event : binder.written.events) events.bind(event);
  events.check_status_quo();
}

namespace {

/// The one formula of a rule; null where it has none or two, which is told.
const casefile::String* formula_of(Binder& binder, const casefile::Rule& rule) {
  if (rule.require && rule.forbid) {
    const bool forbid_second = rule.require->at.begin < rule.forbid->at.begin;
    const casefile::String& second = forbid_second ? *rule.forbid : *rule.require;
    const casefile::String& first = forbid_second ? *rule.require : *rule.forbid;
    binder.teller.fault("require-and-forbid", second.at, "a rule has either 'require' or 'forbid', not both",
                        "make two rules of it",
                        {{first.at, fmt::format("'{}' is here", forbid_second ? "require" : "forbid")}});
    return nullptr;
  }
  if (rule.require || rule.forbid) return rule.require ? &*rule.require : &*rule.forbid;
  if (!binder.unsure(rule, "require") && !binder.unsure(rule, "forbid"))
    binder.teller.fault("neither-require-nor-forbid", rule.at, "a rule lacks 'require' or 'forbid'",
                        "say which states are feasible, or which are not");
  return nullptr;
}

void bind_rule(Binder& binder, const casefile::Rule& written) {
  const casefile::String* formula = formula_of(binder, written);
  const std::optional<ConditionId> condition = formula ? binder.formulas.bind(*formula) : std::nullopt;
  if (!condition) binder.made.states_known = false;
  Rule rule;
  rule.id = text_of(written.id);
  rule.forbid = written.forbid.has_value();
  rule.holds = or_hole(binder.model, condition);
  if (rule.forbid) rule.holds = binder.model.conditions.negation(rule.holds);
  rule.text = formula ? folded(formula->value) : "";
  rule.label = text_of(written.label);
  rule.definition = written.definition && written.definition->value;
  rule.grounds = binder.grounds(written.grounds);
  binder.made.places.rules.push_back(formula ? formula->at : written.at);
  binder.model.rules.push_back(std::move(rule));
}

/// Whose consent a settlement takes; a party listed twice is told.
std::vector<PartyId> needs(Binder& binder, const casefile::Agreement& written) {
  if (!written.needs) {
    std::vector<PartyId> all(binder.written.parties.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<PartyId>(i);
    return all;
  }
  binder.listed_once(written.needs->value);
  return binder.parties(written.needs->value);
}

void bind_stake(Binder& binder, const casefile::Stake& written) {
  Stake stake;
  stake.id = text_of(written.id);
  stake.name = text_of(written.name);
  if (written.holder) stake.holder = binder.party(*written.holder);
  if (written.claimants) stake.claimants = binder.parties(written.claimants->value);
  std::vector<Place>& places = binder.made.places.to.emplace_back();
  bool known = !written.hole("to");
  for (const casefile::Entry& entry : written.to) {
    const std::optional<PartyId> party = binder.party(entry.key);
    const std::optional<ConditionId> condition = binder.formulas.bind(entry.value);
    if (!party || !condition) known = false;
    if (party && condition) stake.to.emplace_back(*party, *condition);
    if (party && condition) places.push_back(entry.value.at);
  }
  stake.grounds = binder.grounds(written.grounds);
  binder.made.stake_known.push_back(known);
  binder.model.stakes.push_back(std::move(stake));
}

}  // namespace

void bind_rules(Binder& binder) {
  if (binder.written.hole("rule")) binder.made.states_known = false;
  Known ids;
  for (std::size_t r = 0; r < binder.written.rules.size(); ++r) {
    const casefile::Rule& rule = binder.written.rules[r];
    if (rule.id) binder.define(ids, "rule", rule.id, r);
    bind_rule(binder, rule);
  }
}

void bind_agreement(Binder& binder) {
  if (!binder.written.agreement) return;
  const casefile::Agreement& written = *binder.written.agreement;
  Agreement agreement;
  const std::optional<ConditionId> when = written.when ? binder.formulas.bind(*written.when) : std::nullopt;
  agreement.when = or_hole(binder.model, when);
  agreement.text = written.when ? folded(written.when->value) : "";
  agreement.needs = needs(binder, written);
  agreement.by = binder.dated(written.by, "by");
  binder.model.agreement = std::move(agreement);
}

void bind_stakes(Binder& binder) {
  for (const casefile::Stake& stake : binder.written.stakes) bind_stake(binder, stake);
}

}  // namespace entente

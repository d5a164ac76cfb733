// The whole made part by part: what names what, then parties, rules, stakes, wishes and the past.
#include "links/joined.h"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>
#include <utility>

#include "casefile/members.h"
#include "formula/formula.h"
#include "formula/lexer.h"
#include "links/grounds_pool.h"
#include "links/qualified.h"
#include "links/whole_events.h"
#include "links/whole_parties.h"
#include "links/whole_wishes.h"

namespace entente {
namespace {

using casefile::Case;
using casefile::text_of;

template <class T>
void append(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

class JoinedCases {
 public:
  JoinedCases(const Linked& linked, Diagnostics& diagnostics)
      : linked_(linked), diagnostics_(diagnostics), whole_(linked.linking) {}

  std::optional<Case> whole() {
    check_names();
    check_ids();
    Pooled grounds = pool_grounds(linked_, ids_);
    name_parties(linked_, ids_, diagnostics_);
    if (diagnostics_.faulty()) return std::nullopt;
    whole_.sources = std::move(grounds.sources);
    whole_.evidence = std::move(grounds.evidence);
    cite(whole_, ids_[0]);
    own_ = whole_;
    for (std::size_t k = 0; k < linked_.disputes.size(); ++k) {
      const Dispute& dispute = linked_.disputes[k];
      parts_.push_back(qualified(dispute.written, dispute.as, ids_[k + 1]));
      whole_.disputes.push_back(dispute.as);
    }
    make_date();
    make_names();
    make_parties();
    make_wishes();
    make_rest();
    check_needs();
    whole_.includes.clear();
    whole_.links.clear();
    whole_.wishes.clear();
    return std::move(whole_);
  }

 private:
  void fault(std::string code, Place at, std::string message, std::string help = {},
             std::vector<Note> notes = {}) {
    diagnostics_.report(
        {Severity::error, std::move(code), at, std::move(message), std::move(help), std::move(notes)});
  }

  /// What a dispute is included as is a word of its own.
  void check_names() {
    const std::vector<casefile::Include>& all = linked_.linking.includes;
    for (auto one = all.begin(); one != all.end(); ++one) {
      const casefile::String& as = *one->as;
      const auto same = [&](const auto& other) { return text_of(other.as) == as.value; };
      const auto party = [&](const casefile::Party& other) { return text_of(other.id) == as.value; };
      const std::vector<casefile::Party>& parties = linked_.linking.parties;
      if (!is_identifier(as.value))
        fault("bad-identifier", as.at, fmt::format("'{}' cannot be what a dispute is called", as.value),
              "write a letter, then letters, digits, '_' or '-'");
      else if (reserved(as.value) || as.value == joint_owner || as.value == linking_file)
        fault("reserved-name", as.at, fmt::format("'{}' has a meaning of its own", as.value),
              "choose another word");
      else if (std::any_of(parties.begin(), parties.end(), party))
        fault("duplicate-id", as.at, fmt::format("'{}' is a party of this case", as.value),
              "choose another word");
      else if (const auto first = std::find_if(all.begin(), one, same); first != one)
        fault("duplicate-id", as.at, fmt::format("there is already a dispute '{}'", as.value), {},
              {{first->as->at, fmt::format("'{}' is first included here", as.value)}});
    }
  }

  /// Only what is of a dispute stands behind a point.
  void check_ids() {
    each_member(linked_.linking, [&]<class... Of>(Of&... of) {
      if constexpr (sizeof...(Of) == 2) check_id(of...);
    });
  }
  void check_id(const casefile::Key& key, const std::optional<casefile::String>& id) {
    if (key.name == "id" && id) tell_point(*id);
  }
  void check_id(const casefile::Key& key, const std::vector<casefile::Entry>& entries) {
    if (key.name != "names") return;
    for (const casefile::Entry& entry : entries) tell_point(entry.key);
  }
  void check_id(const casefile::Key&, const auto&) {}
  void tell_point(const casefile::String& id) {
    if (id.value.find('.') != std::string::npos)
      fault("bad-identifier", id.at, fmt::format("'{}' cannot be an id", id.value),
            "an id is a letter, then letters, digits, '_' or '-'");
  }

  /// The linking file's date, else the one that those of the included have in common.
  void make_date() {
    for (const Dispute& dispute : linked_.disputes) {
      if (linked_.linking.date || !dispute.written.date) continue;
      if (!whole_.date) {
        whole_.date = dispute.written.date;
      } else if (whole_.date->value != dispute.written.date->value) {
        fault("date-differs", dispute.written.date->at, "the cases that are linked are of different dates",
              "give the case that links them a 'date'", {{whole_.date->at, "another date is here"}});
      }
    }
  }

  /// The disputes' names, states and agreements are names behind what they are included as.
  void make_names() {
    std::vector<casefile::Entry> names;
    for (std::size_t k = 0; k < parts_.size(); ++k) {
      append(names, parts_[k].names);
      for (const casefile::State& state : parts_[k].states)
        if (state.id && state.at_formula) names.push_back({*state.id, *state.at_formula, state.label});
      if (parts_[k].agreement && parts_[k].agreement->when) name_agreement(k, names);
    }
    append(names, own_.names);
    whole_.names = std::move(names);
  }

  void name_agreement(std::size_t k, std::vector<casefile::Entry>& names) {
    casefile::String name = *linked_.linking.includes[k].as;
    name = with_suffix(name, agreement_suffix);
    const auto taken = [&](const casefile::Entry& entry) { return entry.key.value == name.value; };
    if (const auto found = std::find_if(names.begin(), names.end(), taken); found != names.end())
      fault("reserved-name", found->key.at,
            "a case that is linked calls nothing 'agreement' but what its [agreement] says",
            "choose another name");
    else
      names.push_back({name, *parts_[k].agreement->when});
  }

  static constexpr std::string_view agreement_suffix = ".agreement";

  static casefile::String with_suffix(const casefile::String& string, std::string_view suffix) {
    return strung({string}, {}, {}, suffix);
  }

  casefile::Party& party_of(const casefile::Party& part) {
    const auto same = [&](const casefile::Party& one) {
      return part.id && text_of(one.id) == part.id->value;
    };
    const auto found = std::find_if(whole_.parties.begin(), whole_.parties.end(), same);
    if (found != whole_.parties.end()) return *found;
    casefile::Party& made = whole_.parties.emplace_back();
    static_cast<casefile::Table&>(made) = part;
    made.id = part.id;
    return made;
  }

  /// Options stand by party, a party's by dispute; the linking file's are the last, and say how it is called.
  void make_parties() {
    whole_.parties.clear();
    for (const Case& part : parts_)
      for (const casefile::Party& party : part.parties) add(party, party_of(party));
    const std::size_t included = whole_.parties.size();
    for (const casefile::Party& party : own_.parties) {
      casefile::Party& whole = party_of(party);
      const bool shared = &whole < whole_.parties.data() + included;
      if (shared) call_as(party, whole);
      add(party, whole);
    }
    for (const casefile::Party& party : whole_.parties) check_moves(party);
  }

  static void call_as(const casefile::Party& party, casefile::Party& whole) {
    if (party.name) whole.name = party.name;
    if (party.plural) whole.plural = party.plural;
    if (party.colour) whole.colour = party.colour;
  }

  static void add(const casefile::Party& party, casefile::Party& whole) {
    if (!whole.name) whole.name = party.name;
    if (!whole.plural) whole.plural = party.plural;
    if (!whole.colour) whole.colour = party.colour;
    for (const casefile::String& person : party.people)
      if (std::none_of(whole.people.begin(), whole.people.end(),
                       [&](const casefile::String& one) { return one.value == person.value; }))
        whole.people.push_back(person);
    append(whole.options, party.options);
    append(whole.moves, party.moves);
    append(whole.holes, party.holes);
  }

  /// A list of all that a party can do in one dispute would bind it in the others, too.
  void check_moves(const casefile::Party& party) {
    if (party.moves.empty()) return;
    const auto elsewhere = [&](const casefile::Option& option) {
      return option.owner != party.options[0].owner;
    };
    if (std::any_of(party.options.begin(), party.options.end(), elsewhere))
      fault("moves-of-several", party.moves[0].at,
            fmt::format("'{}' lists its moves here, and has options in another dispute, too",
                        text_of(party.id)),
            "say with 'moves' and 'when' of its options what it can do");
  }

  /// A demand of a dispute is one where the dispute is agreed upon; of a party whose consent the whole does
  /// not need it is a wish.
  void read_demands(std::size_t k, casefile::Party& party) const {
    const bool agreed = parts_[k].agreement && parts_[k].agreement->when;
    for (casefile::Preference& one : party.preferences) {
      if (!one.demand || !one.demand->value) continue;
      if (agreed) one.demanded = with_suffix(*linked_.linking.includes[k].as, agreement_suffix);
      one.demand->value = needed(text_of(party.id));
    }
  }

  bool needed(const std::string& party) const {
    if (!own_.agreement || !own_.agreement->needs) return true;
    const casefile::Strings& needs = own_.agreement->needs->value;
    return std::any_of(needs.begin(), needs.end(),
                       [&](const casefile::String& one) { return one.value == party; });
  }

  static bool wants_something(const std::string& id, const casefile::Party& party) {
    return text_of(party.id) == id && (!party.preferences.empty() || party.ranking);
  }

  void make_wishes() {
    WholeWishes wishes(own_, diagnostics_);
    for (std::size_t i = 0; i < whole_.parties.size(); ++i) {
      std::vector<WishList> lists;
      const std::string id = text_of(whole_.parties[i].id);
      for (std::size_t k = 0; k < parts_.size(); ++k)
        for (const casefile::Party& party : parts_[k].parties)
          if (wants_something(id, party)) {
            lists.push_back({whole_.disputes[k], party});
            read_demands(k, lists.back().party);
          }
      for (const casefile::Party& party : own_.parties)
        if (wants_something(id, party)) lists.push_back({std::string(linking_file), party});
      wishes.put(std::move(lists), whole_.parties[i]);
    }
    wishes.tell_unknown(whole_.parties);
  }

  void make_rest() {
    whole_.joints.clear();
    whole_.rules.clear();
    whole_.stakes.clear();
    std::vector<std::vector<casefile::Event>> histories;
    for (const Case* one : all_cases()) {
      append(whole_.joints, one->joints);
      append(whole_.rules, one->rules);
      append(whole_.stakes, one->stakes);
      histories.push_back(one->events);
    }
    whole_.events = merged(std::move(histories), diagnostics_);
  }

  /// What counts as a settlement of the whole may take more than the whole asks consent for.
  void check_needs() {
    if (!own_.agreement || !own_.agreement->when || !own_.agreement->needs) return;
    each_part(read_formula(own_.agreement->when->value).formula, [&](const Formula& part) {
      const auto& all = whole_.disputes;
      const auto dispute = std::find(all.begin(), all.end(), part.word.text);
      if (part.kind == Formula::Kind::option && part.option.text == "agreement" && dispute != all.end())
        check_needs(static_cast<std::size_t>(dispute - all.begin()));
    });
  }

  void check_needs(std::size_t k) {
    const Case& part = parts_[k];
    if (!part.agreement) return;
    std::vector<std::string> needs;
    if (part.agreement->needs)
      for (const casefile::String& one : part.agreement->needs->value) needs.push_back(one.value);
    else
      for (const casefile::Party& party : part.parties) needs.push_back(text_of(party.id));
    for (const std::string& id : needs)
      if (!needed(id))
        diagnostics_.report({Severity::warning,
                             "agreement-leaves-out",
                             own_.agreement->needs->at,
                             fmt::format("the agreement of '{}' needs '{}', and that of the whole does not",
                                         whole_.disputes[k], id),
                             "add it to 'needs', or leave it where its consent is not asked",
                             {}});
  }

  /// The disputes, then the linking file.
  std::vector<const Case*> all_cases() const {
    std::vector<const Case*> all;
    for (const Case& part : parts_) all.push_back(&part);
    all.push_back(&own_);
    return all;
  }

  const Linked& linked_;
  Diagnostics& diagnostics_;
  std::vector<WholeIds> ids_;  // of the linking file, then of each dispute
  std::vector<Case> parts_;    // the disputes in the words of the whole
  Case own_;                   // the linking file, citing by the ids of the whole
  Case whole_;
};

}  // namespace

std::optional<Case> joined(const Linked& linked, Diagnostics& diagnostics) {
  if (!linked.links()) return linked.linking;
  if (linked.disputes.size() != linked.linking.includes.size()) return std::nullopt;
  return JoinedCases(linked, diagnostics).whole();
}

}  // namespace entente

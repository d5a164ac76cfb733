// What stands in a file of GeniusWeb: every key of it is known or refused.
#include "exchange/geniusweb_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "exchange/element_reader.h"
#include "exchange/json_utilities.h"
#include "exchange/profiles.h"
#include "text/unicode.h"

namespace entente::geniusweb {
namespace {

using exchange::Issue;
using exchange::JsonReader;
using exchange::JsonValue;
using exchange::LeftOut;
using exchange::Rational;
using exchange::shown;
using Kind = JsonValue::Kind;

constexpr unsigned longest_profile_name = 100;

/// Profiles that are no sum over issues.
constexpr std::array<std::string_view, 2> other_profiles = {"DefaultPartialOrdering",
                                                            "SumOfGroupsUtilitySpace"};

/// Utilities of values that are items, as newer and older files call them; and of numbers.
constexpr std::array<std::string_view, 2> utilities_of_items = {"DiscreteValueSetUtilities", "discreteutils"};
constexpr std::array<std::string_view, 2> utilities_of_numbers = {"NumberValueSetUtilities", "numberutils"};

constexpr const char* no_ranges =
    "the values of this issue are the numbers of a range, and those of a case can be listed; list them as "
    "'values'";

class IssueReader {
 public:
  explicit IssueReader(JsonReader& reader) : reader_(reader) {}

  Issue read(const JsonValue& written) {
    Issue issue{written.key, {}};
    if (exchange::one_line(written.key).empty())
      reader_.refuse(written.key_at, "the name of this issue is empty");
    if (!reader_.is(written, Kind::object, shown(written.key))) return issue;
    if (written.member("range") != nullptr) reader_.refuse(written.key_at, no_ranges);
    reader_.know(written, {"values"});
    for (const JsonValue& value : reader_.needed(written, "values", Kind::list).items)
      if (reader_.is(value, Kind::text, "a value of an issue")) add(issue, value);
    if (issue.values.empty())
      reader_.refuse(written.at, fmt::format("the issue {} has no values, so that there is nothing to choose",
                                             shown(issue.name)));
    return issue;
  }

 private:
  void add(Issue& issue, const JsonValue& value) {
    if (exchange::one_line(value.text).empty()) reader_.refuse(value.at, "this value is empty");
    if (!seen_.insert(value.text).second)
      reader_.refuse(value.at,
                     fmt::format("the issue {} has the value {} twice; profiles could not tell which "
                                 "is meant",
                                 shown(issue.name), shown(value.text)));
    issue.values.push_back(value.text);
  }

  JsonReader& reader_;
  std::set<std::string> seen_;
};

class ProfileReader {
 public:
  ProfileReader(const std::vector<Issue>& issues, JsonReader& reader, LeftOut& left_out)
      : issues_(issues), reader_(reader), left_out_(left_out) {}

  exchange::Negotiator read(std::set<std::string>& names) {
    const JsonValue& space = reader_.needed(reader_.root(), profile_key, Kind::object);
    reader_.know(reader_.root(), {profile_key});
    reader_.know(space, {"issueUtilities", "issueWeights", "domain", "name", "reservationBid"});
    made_.name = exchange::free_name(name_of(space), names);
    look_at_domain(domain_of(reader_.root(), reader_));
    const JsonValue& utilities = reader_.needed(space, "issueUtilities", Kind::object);
    look_for_other_issues(utilities, issues_, reader_);
    exchange::JsonUtilities of{made_.name, &reader_.needed(space, "issueWeights", Kind::object)};
    for (const Issue& issue : issues_) of.values.push_back(&utilities_in(utilities, issue));
    of.no_more_than_one = true;
    made_.worth = worths_of(of, issues_, reader_, left_out_);
    read_reservation(space);
    return std::move(made_);
  }

 private:
  std::string name_of(const JsonValue& space) {
    const JsonValue* const name = space.member("name");
    const bool named = name != nullptr && reader_.is(*name, Kind::text, "'name'");
    const std::string line = named ? one_line(name->text, longest_profile_name) : "";
    return line.empty() ? exchange::name_of_file(reader_.file(), "party") : line;
  }

  /// That of the profile has the same issues with the same values, in any order.
  void look_at_domain(const JsonValue& domain) {
    const std::vector<Issue> own = read_issues(domain, reader_);
    for (const Issue& issue : own) {
      const auto same = [&](const Issue& other) {
        return other.name == issue.name && same_values(other, issue);
      };
      if (own.size() == issues_.size() && std::any_of(issues_.begin(), issues_.end(), same)) continue;
      return reader_.refuse(
          domain.at,
          fmt::format("this profile is of another domain: it differs in the issue {}", shown(issue.name)));
    }
  }

  static bool same_values(const Issue& one, const Issue& other) {
    return std::set<std::string>(one.values.begin(), one.values.end()) ==
           std::set<std::string>(other.values.begin(), other.values.end());
  }

  /// The object that has a number for each value of an issue.
  const JsonValue& utilities_in(const JsonValue& utilities, const Issue& issue) {
    const JsonValue& of = reader_.needed(utilities, issue.name, Kind::object);
    for (const std::string_view kind : utilities_of_numbers)
      if (const JsonValue* const found = of.member(kind)) reader_.refuse(found->key_at, no_ranges);
    const bool old = of.member(utilities_of_items[1]) != nullptr;
    reader_.know(of, {utilities_of_items[old ? 1 : 0]});
    const JsonValue& items = reader_.needed(of, utilities_of_items[old ? 1 : 0], Kind::object);
    reader_.know(items, {"valueUtilities"});
    return reader_.needed(items, "valueUtilities", Kind::object);
  }

  /// What no deal is worth: the sum over what the bid has; nothing where there is no such bid.
  void read_reservation(const JsonValue& space) {
    const JsonValue* const bid = space.member("reservationBid");
    if (reader_.faulty() || bid == nullptr || bid->kind == Kind::nothing) return;
    if (!reader_.is(*bid, Kind::object, "'reservationBid'")) return;
    reader_.know(*bid, {"issuevalues"});
    const JsonValue& values = reader_.needed(*bid, "issuevalues", Kind::object);
    look_for_other_issues(values, issues_, reader_);
    for (std::size_t i = 0; i < issues_.size() && !reader_.faulty(); ++i)
      if (const JsonValue* const value = values.member(issues_[i].name))
        made_.without_deal += worth_of(i, *value);
  }

  Rational worth_of(std::size_t issue, const JsonValue& value) {
    const std::vector<std::string>& values = issues_[issue].values;
    if (!reader_.is(value, Kind::text, "a value of an issue")) return 0;
    const auto found = std::find(values.begin(), values.end(), value.text);
    if (found != values.end()) return made_.worth[issue][static_cast<std::size_t>(found - values.begin())];
    reader_.refuse(value.at, fmt::format("the issue {} has no value {} in the domain",
                                         shown(issues_[issue].name), shown(value.text)));
    return 0;
  }

  const std::vector<Issue>& issues_;
  JsonReader& reader_;
  LeftOut& left_out_;
  exchange::Negotiator made_;
};

}  // namespace

std::vector<Issue> read_issues(const JsonValue& domain, JsonReader& reader) {
  reader.know(domain, {"name", domain_key});
  const JsonValue& written = reader.needed(domain, domain_key, Kind::object);
  std::vector<Issue> issues;
  for (const JsonValue& issue : written.items)
    if (!reader.faulty()) issues.push_back(IssueReader(reader).read(issue));
  if (issues.empty()) reader.refuse(written.at, "this domain has no issue, so that nothing is to be settled");
  if (const auto why = exchange::too_large_for_a_case(issues)) reader.refuse(written.at, *why);
  return issues;
}

const JsonValue& domain_of(const JsonValue& profile, JsonReader& reader) {
  for (const std::string_view kind : other_profiles)
    if (const JsonValue* const other = profile.member(kind))
      reader.refuse(other->key_at,
                    fmt::format("this profile is a {}, in which an outcome is not worth the sum over its "
                                "issues; only a {} is read",
                                kind, profile_key));
  const JsonValue& space = reader.needed(profile, profile_key, Kind::object);
  return reader.needed(space, "domain", Kind::object);
}

exchange::Negotiator read_profile(const std::vector<Issue>& issues, JsonReader& reader, LeftOut& left_out,
                                  std::set<std::string>& names) {
  return ProfileReader(issues, reader, left_out).read(names);
}

}  // namespace entente::geniusweb

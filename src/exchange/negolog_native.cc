// A negotiation of NegoLog as a case: the issues of the first profile, and what they are worth by each.
#include "exchange/negolog.h"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <set>

#include "exchange/element_reader.h"
#include "exchange/json_utilities.h"
#include "exchange/profiles.h"
#include "text/text.h"
#include "text/unicode.h"

namespace entente::negolog {
namespace {

using exchange::GivenFile;
using exchange::Issue;
using exchange::JsonReader;
using exchange::JsonValue;
using exchange::MadeCase;
using exchange::Refused;
using exchange::shown;
using Kind = JsonValue::Kind;

constexpr const char* weights_key = "issueWeights";
constexpr const char* issues_key = "issues";
constexpr const char* reservation_key = "reservationValue";

class NegoLogImport {
 public:
  std::variant<MadeCase, Refused> run(const std::vector<GivenFile>& files, std::string_view title) {
    if (const auto why = exchange::wrong_number_of_profiles(files.size()))
      return Refused{files.empty() ? "NegoLog" : files.front().name, 0, 0, *why};
    for (const GivenFile& file : files) {
      JsonReader reader(file);
      if (reader.is(reader.root(), Kind::object, "a profile of NegoLog")) read(reader);
      if (reader.faulty()) return *reader.fault();
    }
    tell();
    return exchange::case_of_negotiation(
        negotiation_, title.empty() ? "A negotiation of NegoLog" : one_line(title, UINT_MAX),
        files.front().name);
  }

 private:
  void read(JsonReader& reader) {
    const JsonValue& profile = reader.root();
    reader.know(profile, {weights_key, issues_key, reservation_key});
    const JsonValue& values = reader.needed(profile, issues_key, Kind::object);
    if (negotiation_.issues.empty()) read_issues(values, reader);
    look_for_other_issues(values, negotiation_.issues, reader);
    exchange::JsonUtilities of{exchange::free_name(exchange::name_of_file(reader.file(), "party"), names_),
                               &reader.needed(profile, weights_key, Kind::object)};
    for (const Issue& issue : negotiation_.issues)
      of.values.push_back(&reader.needed(values, issue.name, Kind::object));
    exchange::Negotiator party{of.party, worths_of(of, negotiation_.issues, reader, left_out_)};
    const JsonValue& reservation = reader.needed(profile, reservation_key, Kind::number);
    if (!reader.faulty()) party.without_deal = reader.number(reservation);
    negotiation_.parties.push_back(std::move(party));
  }

  /// Those of the first profile are the domain.
  void read_issues(const JsonValue& values, JsonReader& reader) {
    for (const JsonValue& written : values.items) {
      Issue& issue = negotiation_.issues.emplace_back();
      issue.name = name(written, reader);
      if (!reader.is(written, Kind::object, shown(issue.name))) return;
      for (const JsonValue& value : written.items) issue.values.push_back(name(value, reader));
      if (issue.values.empty())
        reader.refuse(
            written.at,
            fmt::format("the issue {} has no values, so that there is nothing to choose", shown(issue.name)));
    }
    if (negotiation_.issues.empty())
      reader.refuse(values.at, "this profile has no issue, so that nothing is to be settled");
    if (const auto why = exchange::too_large_for_a_case(negotiation_.issues)) reader.refuse(values.at, *why);
  }

  static const std::string& name(const JsonValue& member, JsonReader& reader) {
    if (exchange::one_line(member.key).empty()) reader.refuse(member.key_at, "this name is empty");
    return member.key;
  }

  void tell() {
    negotiation_.what = "A negotiation of NegoLog, its profiles";
    negotiation_.notes = left_out_.sentences();
    negotiation_.explained = {
        "The weight of a statement is what one value of one issue is worth to the party in NegoLog: the "
        "weight",
        "of the issue times the utility of the value. No deal is worth the reservation value."};
  }

  exchange::LeftOut left_out_;
  exchange::Negotiation negotiation_;
  std::set<std::string> names_;
};

}  // namespace

bool is_negolog(std::string_view content) {
  const std::vector<std::string> keys =
      exchange::outer_keys(without_byte_order_mark(content).substr(0, exchange::largest_given));
  return std::any_of(keys.begin(), keys.end(),
                     [](const std::string& key) { return key == weights_key || key == reservation_key; });
}

std::variant<MadeCase, Refused> case_of(const std::vector<GivenFile>& files, std::string_view title) {
  return NegoLogImport().run(files, title);
}

}  // namespace entente::negolog

// A negotiation of GeniusWeb as a case: which file is what, and all of it together.
#include "exchange/geniusweb.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <climits>

#include "exchange/element_reader.h"
#include "exchange/geniusweb_profile.h"
#include "exchange/profiles.h"
#include "text/text.h"
#include "text/unicode.h"

namespace entente::geniusweb {
namespace {

using exchange::GivenFile;
using exchange::JsonReader;
using exchange::JsonValue;
using exchange::MadeCase;
using exchange::Refused;

/// By one of these a file is told: a domain, or a profile, be it of a kind that is refused.
constexpr std::array<std::string_view, 4> outer_keys_of_files = {
    domain_key, profile_key, "DefaultPartialOrdering", "SumOfGroupsUtilitySpace"};

class GeniusWebImport {
 public:
  std::variant<MadeCase, Refused> run(const std::vector<GivenFile>& files, std::string_view title) {
    for (const GivenFile& file : files)
      if (!sort_in(file)) return *refused_;
    if (const auto why = exchange::wrong_number_of_profiles(profiles_.size()))
      return Refused{files.empty() ? "GeniusWeb" : files.front().name, 0, 0, *why};
    if (!read_all()) return *refused_;
    return exchange::case_of_negotiation(negotiation_, title_of_case(title), profiles_.front().file());
  }

 private:
  /// Whether the file is the domain or one more profile.
  bool sort_in(const GivenFile& file) {
    JsonReader reader(file);
    reader.is(reader.root(), JsonValue::Kind::object, "a file of GeniusWeb");
    const JsonValue* const domain = reader.root().member(domain_key);
    if (domain != nullptr && !domains_.empty())
      reader.refuse(domain->key_at,
                    fmt::format("this is a second domain, beside {}; give one of them with its "
                                "own profiles",
                                exchange::shown(domains_.front().file())));
    if (!goes_on(reader)) return false;
    (domain != nullptr ? domains_ : profiles_).push_back(std::move(reader));
    return true;
  }

  bool goes_on(const JsonReader& reader) {
    if (reader.faulty()) refused_ = reader.fault();
    return !reader.faulty();
  }

  bool read_all() {
    JsonReader& first = domains_.empty() ? profiles_.front() : domains_.front();
    const JsonValue& domain = domains_.empty() ? domain_of(first.root(), first) : first.root();
    negotiation_.issues = read_issues(domain, first);
    if (const JsonValue* const name = domain.member("name"))
      if (first.is(*name, JsonValue::Kind::text, "'name'")) domain_name_ = one_line(name->text, UINT_MAX);
    if (!goes_on(first)) return false;
    for (JsonReader& profile : profiles_) {
      negotiation_.parties.push_back(read_profile(negotiation_.issues, profile, left_out_, names_));
      if (!goes_on(profile)) return false;
    }
    tell();
    return true;
  }

  std::string title_of_case(std::string_view title) const {
    if (!title.empty()) return one_line(title, UINT_MAX);
    return domain_name_.empty() ? "A negotiation of GeniusWeb" : domain_name_;
  }

  void tell() {
    negotiation_.what = "A negotiation of GeniusWeb with its profiles";
    negotiation_.notes = left_out_.sentences();
    negotiation_.explained = {
        "The weight of a statement is what one value of one issue is worth to the party in GeniusWeb: the "
        "weight",
        "of the issue times the utility of the value. No deal is worth what the reservation bid is, or "
        "nothing",
        "where there is none."};
  }

  std::vector<JsonReader> domains_, profiles_;  // at most one domain
  exchange::LeftOut left_out_;
  exchange::Negotiation negotiation_;
  std::string domain_name_;
  std::set<std::string> names_;
  std::optional<Refused> refused_;
};

}  // namespace

bool is_geniusweb(std::string_view content) {
  content = without_byte_order_mark(content);
  for (const std::string& key : exchange::outer_keys(content.substr(0, exchange::largest_given)))
    if (std::find(outer_keys_of_files.begin(), outer_keys_of_files.end(), key) != outer_keys_of_files.end())
      return true;
  return false;
}

std::variant<MadeCase, Refused> case_of(const std::vector<GivenFile>& files, std::string_view title) {
  return GeniusWebImport().run(files, title);
}

}  // namespace entente::geniusweb

// What values are worth by a profile in JSON: the weight of the issue times the utility of the value,
// exactly.
#include "exchange/json_utilities.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "exchange/element_reader.h"

namespace entente::exchange {
namespace {

constexpr const char* another_domain = "; this may be a profile of another domain";

class UtilitiesReader {
 public:
  UtilitiesReader(const JsonUtilities& profile, JsonReader& reader) : profile_(profile), reader_(reader) {}

  /// The weight of an issue.
  Rational weight(const Issue& issue) {
    const JsonValue* const written = profile_.weights->member(issue.name);
    if (written != nullptr) return reader_.number(*written);
    reader_.refuse(profile_.weights->at,
                   fmt::format("the issue {} has no weight in this profile; add one", shown(issue.name)));
    return 0;
  }

  /// The utilities of its values, in their order.
  std::vector<Rational> utilities(const Issue& issue, const JsonValue& written) {
    std::map<std::string_view, const JsonValue*> given;
    for (const JsonValue& one : written.items) given.emplace(one.key, &one);
    std::vector<Rational> all;
    for (const std::string& value : issue.values) {
      const auto found = given.find(value);
      if (found == given.end()) return missing(issue, value, written);
      all.push_back(utility(*found->second));
      given.erase(found);
    }
    for (const auto& [name, other] : given)
      reader_.refuse(other->key_at, fmt::format("the issue {} has no value {} in the domain{}",
                                                shown(issue.name), shown(name), another_domain));
    return all;
  }

 private:
  std::vector<Rational> missing(const Issue& issue, const std::string& value, const JsonValue& written) {
    reader_.refuse(written.at,
                   fmt::format("the value {} of the issue {} has no utility in this profile; add one",
                               shown(value), shown(issue.name)));
    return std::vector<Rational>(issue.values.size());
  }

  Rational utility(const JsonValue& written) {
    Rational number = reader_.number(written);
    if (profile_.no_more_than_one && (number < 0 || number > 1))
      reader_.refuse(written.at, fmt::format("the utility of {} has to be from 0 to 1, and this one is {}",
                                             shown(written.key), shown(written.text)));
    return number;
  }

  const JsonUtilities& profile_;
  JsonReader& reader_;
};

}  // namespace

std::vector<std::vector<Rational>> worths_of(const JsonUtilities& profile, const std::vector<Issue>& issues,
                                             JsonReader& reader, LeftOut& left_out) {
  std::vector<std::vector<Rational>> worth(issues.size());
  if (reader.faulty()) return worth;
  look_for_other_issues(*profile.weights, issues, reader);
  UtilitiesReader of(profile, reader);
  Rational sum = 0;
  for (std::size_t i = 0; i < issues.size() && !reader.faulty(); ++i) {
    const Rational weight = of.weight(issues[i]);
    sum += weight;
    worth[i] = of.utilities(issues[i], *profile.values[i]);
    for (Rational& value : worth[i]) value *= weight;
  }
  if (sum != 1 && !reader.faulty()) left_out.say(odd_weights(profile.party, sum) + ".");
  return worth;
}

void look_for_other_issues(const JsonValue& object, const std::vector<Issue>& issues, JsonReader& reader) {
  for (const JsonValue& member : object.items) {
    const auto same = [&](const Issue& issue) { return issue.name == member.key; };
    if (std::none_of(issues.begin(), issues.end(), same))
      reader.refuse(member.key_at,
                    fmt::format("the domain has no issue {}{}", shown(member.key), another_domain));
  }
}

}  // namespace entente::exchange

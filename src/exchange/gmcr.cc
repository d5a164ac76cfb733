// Reading what GMCR+ saves: every value is looked at before it is believed.
#include "exchange/gmcr.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "exchange/gmcr_case.h"
#include "exchange/json_tree.h"
#include "exchange/made_case.h"
#include "exchange/unknown_file.h"
#include "text/text.h"

namespace entente::gmcr {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_options = 64;
constexpr std::size_t most_parties = 32;
constexpr std::size_t most_statements = 4096;

const Json& member(const Json& object, const char* key) {
  static const Json nothing;
  if (!object.is_object()) return nothing;
  const auto it = object.find(key);
  return it == object.end() ? nothing : *it;
}

bool yes(const Json& value) {
  return value.is_boolean() && value.get<bool>();
}

/// The items of a list, or the one value that is none. Never copies, which would go as deep as the file does.
std::vector<const Json*> one_or_many(const Json& value) {
  std::vector<const Json*> all;
  if (!value.is_array()) return {&value};
  for (const Json& item : value) all.push_back(&item);
  return all;
}

std::string name_of(const Json& object, const std::string& otherwise) {
  const Json& name = member(object, "name");
  const std::string text = name.is_string() ? exchange::one_line(name.get<std::string>()) : "";
  return text.empty() ? otherwise : text;
}

class Reader {
 public:
  explicit Reader(const Json& top) : top_(top) {}

  std::variant<Conflict, std::string> read() {
    if (const std::optional<std::string> wrong = not_a_conflict()) return *wrong;
    read_options();
    read_parties();
    give_the_unowned();
    if (made_.parties.size() > most_parties) return "a case has at most 32 parties; this file has more";
    give_ids(made_);
    for (const Json& pattern : list(top_, "infeasibles"))
      add(made_.infeasible, pattern, "an infeasible pattern");
    tell_of_the_rest();
    return std::move(made_);
  }

 private:
  std::optional<std::string> not_a_conflict() const {
    const Json& makers = member(top_, "decisionMakers");
    const Json& options = member(top_, "options");
    if (!makers.is_array() || !options.is_array())
      return "this is no file of GMCR+: it needs lists 'decisionMakers' and 'options'";
    if (makers.empty()) return "the conflict has no decision maker";
    if (options.size() > most_options)
      return "a case has at most 64 options of two values; this file has more";
    return std::nullopt;
  }

  static const Json& list(const Json& object, const char* key) {
    static const Json none = Json::array();
    const Json& found = member(object, key);
    return found.is_array() ? found : none;
  }

  void note(std::string text) { made_.notes.push_back(std::move(text)); }

  void read_options() {
    for (const Json& written : member(top_, "options")) {
      Option option;
      option.name = name_of(written, fmt::format("Option {}", made_.options.size() + 1));
      option.moves = moves(member(written, "permittedDirection"), option.name);
      made_.options.push_back(std::move(option));
    }
  }

  std::string moves(const Json& direction, const std::string& option) {
    const std::string word = direction.is_string() ? direction.get<std::string>() : "";
    if (word == "both") return "free";
    if (word == "fwd") return "forward";
    if (word == "back") return "backward";
    if (word == "none") return "fixed";
    note(fmt::format("The permitted direction of option \"{}\" is not known; it is free.", option));
    return "free";
  }

  void read_parties() {
    owned_.assign(made_.options.size(), false);
    for (const Json& written : member(top_, "decisionMakers")) {
      DecisionMaker& party = made_.parties.emplace_back();
      party.name = name_of(written, fmt::format("Party {}", made_.parties.size()));
      for (const Json& option : list(written, "options")) own(party, option);
      read_wishes(party, written);
      if (!list(written, "misperceptions").empty())
        note(fmt::format("What \"{}\" misperceives is left out: a case has one view of the states.",
                         party.name));
      if (made_.parties.size() > most_parties) return;
    }
  }

  std::optional<std::size_t> option_number(const Json& number) const {
    std::uint64_t n = made_.options.size();
    if (number.is_number_unsigned()) n = number.get<std::uint64_t>();
    return n < made_.options.size() ? std::optional(static_cast<std::size_t>(n)) : std::nullopt;
  }

  void own(DecisionMaker& party, const Json& written) {
    const std::optional<std::size_t> option = option_number(written);
    if (!option)
      return note(fmt::format("\"{}\" has an option that there is not; it is left out.", party.name));
    if (owned_[*option])
      return note(fmt::format("Option \"{}\" is also one of \"{}\"; in a case it is only its first party's.",
                              made_.options[*option].name, party.name));
    owned_[*option] = true;
    party.options.push_back(*option);
  }

  void give_the_unowned() {
    DecisionMaker nobody{.name = "Nobody", .id = {}, .options = {}, .preferences = {}, .ranking = {}};
    for (std::size_t o = 0; o < owned_.size(); ++o) {
      if (owned_[o]) continue;
      nobody.options.push_back(o);
      made_.options[o].moves = "fixed";
    }
    if (nobody.options.empty()) return;
    note("Options that no decision maker has are those of a party \"Nobody\" that cannot move.");
    made_.parties.push_back(std::move(nobody));
  }

  void read_wishes(DecisionMaker& party, const Json& written) {
    const bool direct = yes(member(top_, "useManualPreferenceRanking")) ||
                        yes(member(top_, "useManualPreferenceRankings")) ||
                        yes(member(top_, "useManualPreferenceVectors"));
    const Json& wishes = list(written, "preferences");
    if (direct) {
      read_ranking(party, written);
      if (!wishes.empty())
        note(fmt::format("The preference statements of \"{}\" are left out: its direct ranking counts.",
                         party.name));
      return;
    }
    for (const Json& wish : wishes) {
      if (party.preferences.size() < most_statements) {
        add(party.preferences, wish, fmt::format("a preference of \"{}\"", party.name));
        continue;
      }
      return note(fmt::format("Only the first 4,096 preferences of \"{}\" are carried over.", party.name));
    }
  }

  /// A number of a state stands alone or, with its equals, in a list.
  void read_ranking(DecisionMaker& party, const Json& written) {
    const bool recent = member(written, "preferenceRanking").is_array();
    bool strange = false;
    for (const Json& place : list(written, recent ? "preferenceRanking" : "preferenceVector")) {
      std::vector<std::uint64_t> equals;
      for (const Json* state : one_or_many(place))
        state->is_number_unsigned() ? equals.push_back(state->get<std::uint64_t>()) : void(strange = true);
      if (!equals.empty()) party.ranking.push_back(std::move(equals));
    }
    if (strange)
      note(
          fmt::format("The ranking of \"{}\" has places that are no states; they are left out.", party.name));
    if (party.ranking.empty())
      note(fmt::format("\"{}\" is to be ranked directly, but has no ranking.", party.name));
  }

  std::optional<Pattern> pattern(const Json& written) const {
    Pattern all;
    if (!written.is_array()) return std::nullopt;
    for (const Json& pair : written) {
      if (!pair.is_array() || pair.size() != 2) return std::nullopt;
      const std::optional<std::size_t> option = option_number(pair[0]);
      if (!option || (pair[1] != "Y" && pair[1] != "N")) return std::nullopt;
      all.emplace_back(*option, pair[1] == "Y");
    }
    return all;
  }

  void add(std::vector<AnyOf>& conditions, const Json& written, const std::string& what) {
    AnyOf any;
    bool understood = written.is_array() || member(written, "members").is_array();
    const std::vector<const Json*> members =
        written.is_array() ? std::vector<const Json*>{&written} : one_or_many(list(written, "members"));
    for (const Json* one : members) {
      const std::optional<Pattern> found = pattern(*one);
      if (found) any.push_back(*found);
      understood = understood && found.has_value();
    }
    if (understood) return conditions.push_back(std::move(any));
    if (!strange_)
      note(fmt::format("A condition that cannot be read is left out: {}.", what));
    else if (strange_ == 1)
      note("More conditions that cannot be read are left out.");
    ++strange_;
  }

  void tell_of_the_rest() {
    const Json& coalitions = list(top_, "coalitions");
    const auto joint = [](const Json& one) { return one.is_array() && one.size() > 1; };
    if (std::any_of(coalitions.begin(), coalitions.end(), joint))
      note("The coalitions that were looked at are left out: a case names none.");
  }

  const Json& top_;
  Conflict made_;
  std::vector<bool> owned_;
  std::size_t strange_ = 0;
};

/// How far JSON is read before it is none, in bytes.
struct Break : nlohmann::json_sax<Json> {
  std::size_t read = 0;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    read = position;
    return false;
  }
};

std::string where_broken(std::string_view json) {
  Break found;
  Json::sax_parse(json, &found);
  const exchange::JsonFault fault = exchange::broken_json(json, found.read);
  const Position position = Text("", std::string(json)).position(fault.at);
  return fmt::format("{}, at line {}, column {}", fault.message, position.line, position.column);
}

constexpr const char* what_is_read = "; import reads the JSON that GMCR+ saves (.gmcr)";

}  // namespace

bool is_conflict(std::string_view content) {
  const std::vector<std::string> keys = exchange::outer_keys(content.substr(0, largest_file));
  return std::find(keys.begin(), keys.end(), "decisionMakers") != keys.end();
}

bool begins_as_conflict(std::string_view content) {
  const std::string_view begin = exchange::from_first_character(content);
  return (begin.starts_with('{') || begin.starts_with('[')) && !exchange::begins_as_case(content);
}

std::variant<Conflict, std::string> read(std::string_view json) {
  if (json.size() > largest_file) return fmt::format("the file has more than {} bytes", largest_file);
  const Json top = Json::parse(json, nullptr, false);
  if (top.is_discarded())
    return (begins_as_conflict(json) ? where_broken(json) : exchange::what_it_is(json)) + what_is_read;
  return Reader(top).read();
}

std::vector<std::size_t> counted_options(const Conflict& conflict) {
  std::vector<std::size_t> all;
  for (const DecisionMaker& party : conflict.parties)
    all.insert(all.end(), party.options.begin(), party.options.end());
  return all;
}

}  // namespace entente::gmcr

// A sample's shares for people and as JSON.
#include "brief/sample_answer.h"

#include <fmt/format.h>
#include <algorithm>
#include <climits>
#include <map>
#include <tuple>

#include "brief/outlook_answer.h"
#include "stability/concepts.h"
#include "text/unicode.h"
#include "whatif/conclusions.h"
#include "words/english.h"

namespace entente {
namespace {

std::string percent(double share) {
  return fmt::format("{:.1f} %", share * 100);
}

std::string share(const Sums& sums, const Sums::OfConclusion& c) {
  return sums.analysed == 0 ? "-"
                            : percent(static_cast<double>(c.stands) / static_cast<double>(sums.analysed));
}

std::string interval(const Sums& sums, const Sums::OfConclusion& c) {
  const Interval i = wilson(c.stands, sums.analysed);
  return fmt::format("{:.1f} to {:.1f}", i.low * 100, i.high * 100);
}

void tell_table(Sheet& sheet, const Sums& sums) {
  Table table{{{"basis", "chance", "assumptions"}}, {1, 2}};
  for (const Sums::Row& row : sums.table)
    table.rows.push_back({row.name, row.chance, grouped(row.assumptions)});
  sheet.table(table);
}

/// The conclusions in the order in which readers want to know, those that stand in the same variants in one
/// group.
std::vector<std::vector<std::size_t>> groups(const Sums& sums) {
  std::vector<std::vector<std::size_t>> all = together(sums);
  std::vector<bool> grouped(sums.conclusions.size(), false);
  for (const std::vector<std::size_t>& group : all)
    for (const std::size_t c : group) grouped[c] = true;
  for (std::size_t c = 0; c < grouped.size(); ++c)
    if (!grouped[c]) all.push_back({c});
  std::map<std::string_view, std::size_t> parties;  // those of verdicts on the present, as they are met
  const auto place = [&](std::size_t c) {
    const std::string_view id = sums.conclusions[c].id;
    const std::size_t within =
        id.starts_with("stability/") ? parties.emplace(id.substr(id.rfind('/')), c).first->second : 0;
    return std::tuple(place_for_readers(id), within, c);
  };
  for (std::size_t c = 0; c < grouped.size(); ++c) place(c);
  const auto before = [&](std::size_t a, std::size_t b) { return place(a) < place(b); };
  for (std::vector<std::size_t>& group : all) std::sort(group.begin(), group.end(), before);
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return before(a[0], b[0]); });
  return all;
}

/// The sentences of some conclusions; those that differ only behind "under", the concept, are one.
std::string sentences(const Sums& sums, const std::vector<std::size_t>& group) {
  constexpr std::string_view under = " under ";
  std::vector<std::pair<std::string, std::vector<std::string>>> parts;  // a beginning and its ends
  std::size_t situations = 0;
  for (const std::size_t c : group) {
    const Sums::OfConclusion& one = sums.conclusions[c];
    if (!one.of_weight) {
      ++situations;
      continue;
    }
    const std::size_t at = one.id.starts_with("stability/") ? one.sentence.find(under) : std::string::npos;
    if (at == std::string::npos) {
      parts.push_back({one.sentence, {}});
      continue;
    }
    const std::string begin = one.sentence.substr(0, at + under.size());
    const std::string end = one.sentence.substr(begin.size(), one.sentence.size() - begin.size() - 1);
    if (parts.empty() || parts.back().first != begin) parts.push_back({begin, {}});
    parts.back().second.push_back(end);
  }
  std::string text;
  for (const auto& [begin, ends] : parts) {
    text += (text.empty() ? "" : " ") + begin;
    if (ends.size() == concepts.size())
      text += "each of the five concepts.";
    else if (!ends.empty())
      text += listed(ends) + ".";
  }
  if (situations > 0 && !text.empty())
    text += " Besides, " + counted(situations, "situation") + " could last.";
  return text;
}

void tell_shares(Sheet& sheet, const Sums& sums) {
  Table table{{{"share", "95 % interval", "conclusions that stand or fall together"}}, {0, 1}};
  for (const std::vector<std::size_t>& group : groups(sums)) {
    const Sums::OfConclusion& first = sums.conclusions[group[0]];
    std::string text = sentences(sums, group);
    if (!text.empty()) table.rows.push_back({share(sums, first), interval(sums, first), std::move(text)});
  }
  sheet.table(table);
}

void tell_equilibria(Sheet& sheet, const Sums& sums) {
  std::vector<std::uint64_t> all;
  for (const Sums::OfConclusion& c : sums.conclusions)
    if (!c.of_weight) all.push_back(c.stands);
  if (all.empty() || sums.analysed == 0) return;
  std::sort(all.begin(), all.end());
  const auto of = [&](std::uint64_t n) {
    return percent(static_cast<double>(n) / static_cast<double>(sums.analysed));
  };
  sheet.gap();
  sheet.paragraph("The " + in_words(all.size()) + (all.size() == 1 ? " situation" : " situations") +
                  " within two concessions that could last " + (all.size() == 1 ? "does" : "do") +
                  " so, at the same number of concessions, in between " + of(all.front()) + " and " +
                  of(all.back()) + ", half of them in " + of(all[all.size() / 2]) +
                  " or more; --json has each.");
}

}  // namespace

std::string sample_text(const Sums& sums, const Face& face) {
  Sheet sheet(face);
  sheet.heading(plain(sums.title) + ": " + grouped(sums.counted()) + " variants, seed " +
                std::to_string(sums.lot.seed));
  if (sums.lot.parts > 1)
    sheet.paragraph("This is part " + std::to_string(sums.lot.part) + " of " +
                    std::to_string(sums.lot.parts) + " of " + grouped(sums.lot.variants) + " variants.");
  sheet.paragraph(
      "In how many variants each conclusion is still drawn, where assumptions fail by lot, with chances that "
      "are a convention (below). What is recommended may be another settlement in each variant. These are "
      "shares of the model's variants: no forecast, and no probability of anything in the world.");
  sheet.gap();
  tell_shares(sheet, sums);
  tell_equilibria(sheet, sums);
  sheet.heading("How the variants are made");
  sheet.paragraph(
      "In each variant every assumption fails independently: a statement is dropped, a demand waived, a rule "
      "or a restriction lifted, two neighbouring classes of a ranking swapped or liked alike. With which "
      "chance depends on how firm it is, by this table, which is a convention that you can change "
      "(--chances), not a measurement:");
  tell_table(sheet, sums);
  sheet.paragraph(
      "What the case itself cites evidence against counts as inferred at most. The 95 % interval says how "
      "far so many variants pin a share down; more of them make it narrower.");
  tell_concepts(sheet);
  sheet.gap();
  std::string faults;
  for (const auto& [code, n] : sums.faults) faults += (faults.empty() ? "" : ", ") + grouped(n) + " " + code;
  sheet.paragraph(grouped(sums.analysed) + " variants were analysed; " +
                  (faults.empty() ? "every one was a valid case."
                                  : "the others were no valid case and are not counted: " + faults + "."));
  return sheet.text();
}

Json sample_json(const Sums& sums) {
  Json answer = {{"note", "shares of the model's variants, not forecasts"},
                 {"seed", sums.lot.seed},
                 {"variants", sums.lot.variants},
                 {"analysed", sums.analysed},
                 {"no_valid_case", Json::object()},
                 {"chances", Json::array()},
                 {"conclusions", Json::array()},
                 {"together", Json::array()}};
  if (sums.lot.parts > 1) answer["part"] = {sums.lot.part, sums.lot.parts};
  for (const auto& [code, n] : sums.faults) answer["no_valid_case"][code] = n;
  for (const Sums::Row& row : sums.table)
    answer["chances"].push_back(
        {{"basis", row.name}, {"chance", row.chance}, {"assumptions", row.assumptions}});
  for (const Sums::OfConclusion& c : sums.conclusions) {
    const Interval i = wilson(c.stands, sums.analysed);
    answer["conclusions"].push_back(
        {{"id", c.id},
         {"sentence", c.sentence},
         {"stands", c.stands},
         {"interval", {fmt::format("{:.6f}", i.low), fmt::format("{:.6f}", i.high)}}});
  }
  for (const std::vector<std::size_t>& set : together(sums)) {
    Json ids = Json::array();
    for (const std::size_t c : set) ids.push_back(sums.conclusions[c].id);
    answer["together"].push_back(std::move(ids));
  }
  return answer;
}

namespace {

constexpr const char* format_key = "entente-sample";
constexpr int format = 1;

std::string hex(std::uint64_t n) {
  return fmt::format("{:016x}", n);
}

/// What others may have written there must not steer a terminal.
std::string shown(const std::string& text) {
  return one_line(text, UINT_MAX);
}

/// Reads what is expected, and knows afterwards whether all of it was there.
class Reader {
 public:
  bool good() const { return good_; }

  const Json& at(const Json& json, const char* key) {
    static const Json nothing;
    const auto it = json.is_object() ? json.find(key) : json.end();
    if (json.is_object() && it != json.end()) return *it;
    good_ = false;
    return nothing;
  }
  std::string text(const Json& json, const char* key) {
    const Json& j = at(json, key);
    good_ = good_ && j.is_string();
    return good_ ? shown(j.get<std::string>()) : "";
  }
  std::uint64_t number(const Json& json, const char* key) {
    const Json& j = at(json, key);
    good_ = good_ && j.is_number_unsigned();
    return good_ ? j.get<std::uint64_t>() : 0;
  }
  bool truth(const Json& json, const char* key) {
    const Json& j = at(json, key);
    good_ = good_ && j.is_boolean();
    return good_ && j.get<bool>();
  }
  std::uint64_t word(const Json& json, const char* key) {
    const std::string digits = text(json, key);
    good_ = good_ && digits.size() == 16 && digits.find_first_not_of("0123456789abcdef") == std::string::npos;
    return good_ ? std::stoull(digits, nullptr, 16) : 0;
  }
  void fail() { good_ = false; }

 private:
  bool good_ = true;
};

void read_counts(Reader& r, const Json& json, Sums& sums) {
  for (const Json& row : r.at(json, "chances"))
    sums.table.push_back({r.text(row, "basis"), r.text(row, "chance"), r.number(row, "assumptions")});
  const Json& faults = r.at(json, "no_valid_case");
  if (!faults.is_object()) r.fail();
  for (const auto& [code, n] : faults.items()) sums.faults[shown(code)] = r.number(faults, code.c_str());
  for (const Json& c : r.at(json, "conclusions"))
    sums.conclusions.push_back({r.text(c, "id"),
                                r.text(c, "sentence"),
                                r.truth(c, "of_weight"),
                                r.number(c, "stands"),
                                {r.word(c, "mark"), r.word(c, "mark2")}});
}

}  // namespace

std::string written(const Sums& sums) {
  Json json = {{format_key, format},       {"title", sums.title},           {"fingerprint", sums.fingerprint},
               {"seed", sums.lot.seed},    {"variants", sums.lot.variants}, {"part", sums.lot.part},
               {"parts", sums.lot.parts},  {"analysed", sums.analysed},     {"no_valid_case", Json::object()},
               {"chances", Json::array()}, {"conclusions", Json::array()}};
  if (sums.replies != Replies::legal) json["answers"] = id(sums.replies);
  for (const auto& [code, n] : sums.faults) json["no_valid_case"][code] = n;
  for (const Sums::Row& row : sums.table)
    json["chances"].push_back(
        {{"basis", row.name}, {"chance", row.chance}, {"assumptions", row.assumptions}});
  for (const Sums::OfConclusion& c : sums.conclusions)
    json["conclusions"].push_back({{"id", c.id},
                                   {"sentence", c.sentence},
                                   {"of_weight", c.of_weight},
                                   {"stands", c.stands},
                                   {"mark", hex(c.mark[0])},
                                   {"mark2", hex(c.mark[1])}});
  return text(json);
}

std::optional<Sums> sums_of(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  Reader r;
  if (json.is_discarded() || r.number(json, format_key) != format || !r.good()) return std::nullopt;
  Sums sums{.title = r.text(json, "title"), .fingerprint = r.text(json, "fingerprint")};
  const std::uint64_t part = r.number(json, "part"), parts = r.number(json, "parts");
  if (part < 1 || part > parts || parts > UINT32_MAX) return std::nullopt;
  sums.lot = {r.number(json, "seed"), r.number(json, "variants"), static_cast<std::uint32_t>(part),
              static_cast<std::uint32_t>(parts)};
  if (json.contains("answers")) {
    const std::optional<Replies> replies = replies_of(r.text(json, "answers"));
    if (!replies) return std::nullopt;
    sums.replies = *replies;
  }
  sums.analysed = r.number(json, "analysed");
  read_counts(r, json, sums);
  return r.good() ? std::optional(std::move(sums)) : std::nullopt;
}

}  // namespace entente

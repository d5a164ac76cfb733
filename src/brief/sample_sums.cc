// The sums of a part of a sample as a file, and read from one.
#include <fmt/format.h>

#include <climits>

#include "brief/sample_report.h"
#include "text/unicode.h"

namespace entente {
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
  sums.analysed = r.number(json, "analysed");
  read_counts(r, json, sums);
  return r.good() ? std::optional(std::move(sums)) : std::nullopt;
}

}  // namespace entente

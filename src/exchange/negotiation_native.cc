// A case made of a negotiation: its issues as joint acts, and what they are worth in whole numbers of one
// unit.
#include "exchange/negotiation.h"

#include <fmt/format.h>

#include <bit>
#include <set>
#include <utility>

#include "model/limits.h"

namespace entente::exchange {
namespace {

/// What the TOML library reads of one number, with room for a sign and ".0".
constexpr std::size_t most_weight_digits = 120;
/// Whole numbers of TOML end within 19 digits; numbers with a point are taken as written, however long.
constexpr std::size_t most_integer_digits = 18;
constexpr std::size_t longest_told_unit = 40;
constexpr const char* no_deal = "no-deal";

/// All that weights are made of.
std::vector<Rational> all_worths(const Negotiation& negotiation) {
  std::vector<Rational> all;
  for (const Negotiator& party : negotiation.parties) {
    all.push_back(party.without_deal);
    for (const std::vector<Rational>& issue : party.worth) all.insert(all.end(), issue.begin(), issue.end());
  }
  return all;
}

/// Whether each of the numbers, in the unit, is one that a case can have as a weight.
bool fit_as_weights(const std::vector<Rational>& numbers, const mpz_class& unit) {
  const mpz_class bound = [] {
    mpz_class power;
    mpz_ui_pow_ui(power.get_mpz_t(), 10, most_weight_digits);
    return power;
  }();
  for (const Rational& number : numbers)
    if (abs(number) * unit >= bound) return false;
  return true;
}

std::string weight_text(const mpz_class& weight) {
  const std::string digits = weight.get_str();
  return digits.size() > most_integer_digits ? digits + ".0" : digits;
}

class NegotiationCase {
 public:
  NegotiationCase(const Negotiation& negotiation, mpz_class unit)
      : negotiation_(negotiation), unit_(std::move(unit)) {
    give_issues_ids();
    std::set<std::string> taken;
    for (const Negotiator& party : negotiation.parties)
      parties_.push_back(unique_id(party.name, "party", parties_.size() + 1, taken));
  }

  std::string text(std::string_view title) {
    out_ = case_head(negotiation_.what, negotiation_.notes, title) + "\n";
    explain();
    agreement();
    for (std::size_t p = 0; p < parties_.size(); ++p) party(p);
    for (std::size_t i = 0; i < issues_.size(); ++i) joint(i);
    if (issues_.size() > 1) all_or_none();
    return std::move(out_);
  }

 private:
  void give_issues_ids() {
    std::set<std::string> taken;
    for (const Issue& issue : negotiation_.issues) {
      issues_.push_back(unique_id(issue.name, "issue", issues_.size() + 1, taken));
      std::set<std::string> taken_values = {no_deal};
      std::vector<std::string>& ids = values_.emplace_back();
      for (const std::string& text : issue.values)
        ids.push_back(value_id(text, ids.size() + 1, taken_values));
    }
  }

  void line(const std::string& text) { out_ += text + "\n"; }

  void explain() {
    line("# Each issue is a joint act of all parties: they settle all issues at once, and a deal stands.");
    for (const std::string& each : negotiation_.explained) line("# " + each);
    const std::string unit = unit_.get_str();
    line(unit.size() > longest_told_unit
             ? "# All weights are multiplied by one number, so that they are whole numbers."
             : fmt::format(
                   "# What is worth 1 there has the weight {} here, so that all weights are whole numbers.",
                   unit));
    line("# A value that is worth nothing to a party has no statement.");
  }

  std::string of_each_issue(const char* sign) const {
    std::string all;
    for (const std::string& issue : issues_)
      all += fmt::format("{}joint.{} {} {}", all.empty() ? "" : " and ", issue, sign, no_deal);
    return all;
  }

  void agreement() {
    const char* label = issues_.size() > 1 ? "they have a deal on all issues" : "they have a deal";
    line(fmt::format("\n[names]\ndeal = {{ when = \"{}\", label = \"{}\" }}", of_each_issue("!="), label));
    line("\n[agreement]\nwhen = \"deal\"");
  }

  void party(std::size_t p) {
    const Negotiator& of = negotiation_.parties[p];
    line(fmt::format("\n[[party]]\nid = \"{}\"\nname = {}", parties_[p], toml_text(of.name)));
    statement(fmt::format("joint.{} = {}", issues_[0], no_deal), of.without_deal);
    for (std::size_t i = 0; i < issues_.size(); ++i)
      for (std::size_t v = 0; v < values_[i].size(); ++v)
        statement(fmt::format("joint.{} = {}", issues_[i], values_[i][v]), of.worth[i][v]);
  }

  void statement(const std::string& formula, const Rational& worth) {
    if (worth == 0) return;
    const Rational weight = worth * unit_;
    line(fmt::format("\n  [[party.preference]]\n  statement = \"{}\"\n  weight = {}", formula,
                     weight_text(weight.get_num())));
  }

  void joint(std::size_t i) {
    const Issue& issue = negotiation_.issues[i];
    line(fmt::format("\n[[joint]]\nid = \"{}\"\nby = [\"{}\"]\nname = {}", issues_[i],
                     fmt::join(parties_, "\", \""), toml_text(issue.name)));
    line(fmt::format("values = [\"{}\", \"{}\"]\nlabels = [", no_deal, fmt::join(values_[i], "\", \"")));
    line(fmt::format("  {},", toml_text("have no deal on " + issue.name)));
    for (const std::string& text : issue.values)
      line(fmt::format("  {},", toml_text(fmt::format("agree on {}: {}", issue.name, text))));
    line(fmt::format("]\nstatus_quo = \"{}\"\nmoves = [", no_deal));
    for (const std::string& value : values_[i]) line(fmt::format("  [\"{}\", \"{}\"],", no_deal, value));
    line("]");
  }

  void all_or_none() {
    line(fmt::format("\n[[rule]]\nrequire = \"deal or {}\"", of_each_issue("=")));
    line("label = \"they have a deal on all issues or on none\"\ndefinition = true");
  }

  const Negotiation& negotiation_;
  mpz_class unit_;
  std::vector<std::string> parties_, issues_;     // ids
  std::vector<std::vector<std::string>> values_;  // ids, of each issue
  std::string out_;
};

}  // namespace

std::optional<std::string> too_large_for_a_case(const std::vector<Issue>& issues) {
  std::size_t bits = 0;
  std::size_t statements = 1;
  for (const Issue& issue : issues) {
    bits += static_cast<std::size_t>(std::bit_width(issue.values.size()));
    statements += issue.values.size();
  }
  if (statements > most_statements)
    return fmt::format(
        "a case has at most {} statements a party, and the values of these issues, a statement "
        "each, and the lack of a deal are more; leave some of them out",
        most_statements);
  if (bits > most_bits)
    return fmt::format(
        "a case has room for {} bits of issues, and these take more: one of 2 or 3 values takes 2, "
        "one of 4 to 7 takes 3, and so on; leave some of them out",
        most_bits);
  return std::nullopt;
}

std::string odd_weights(const std::string& party, const Rational& sum) {
  return fmt::format(
      "The weights of the issues for \"{}\" add to {} and not to 1; they are taken as they are", party,
      in_decimals(sum));
}

std::variant<MadeCase, Refused> case_of_negotiation(const Negotiation& negotiation, std::string_view title,
                                                    const std::string& file) {
  const std::vector<Rational> worths = all_worths(negotiation);
  const std::optional<mpz_class> unit = common_denominator(worths, most_weight_digits);
  if (!unit || !fit_as_weights(worths, *unit))
    return Refused{
        file, 0, 0,
        fmt::format("these numbers in one common unit are whole numbers of more than {} digits, which is "
                    "more than a case takes; round the evaluations and the weights of the profiles",
                    most_weight_digits)};
  return MadeCase{NegotiationCase(negotiation, *unit).text(title), negotiation.notes};
}

}  // namespace entente::exchange

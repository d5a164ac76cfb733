// A profile of GENIUS: evaluations and weights made what each value is worth, without rounding.
#include "exchange/genius_profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "text/text.h"

namespace entente::genius {
namespace {

using exchange::ElementReader;
using exchange::LeftOut;
using exchange::Rational;
using exchange::shown;
using exchange::XmlElement;

Rational within_one(const Rational& number) {
  return std::clamp(number, Rational(0), Rational(1));
}

class ProfileReader {
 public:
  ProfileReader(const Domain& domain, std::string party, ElementReader& reader, LeftOut& left_out)
      : domain_(domain), reader_(reader), left_out_(left_out) {
    made_.name = std::move(party);
    made_.worth.resize(domain.issues.size());
  }

  exchange::Negotiator read(const XmlElement& root) {
    look_at_kind(root);
    const XmlElement& holder = holder_of_issues(root, reader_);
    if (&holder != &root)
      look_at_children(root, {"objective", "discount_factor", "reservation"}, reader_, left_out_);
    look_at_children(holder, {"issue", "weight", "discount_factor", "reservation"}, reader_, left_out_);
    read_weights(holder);
    for (const XmlElement& child : holder.children)
      if (child.name == "issue" && !reader_.faulty()) issue(child);
    look_for_missing_issues(holder);
    look_at_sum();
    read_discount(root);
    if (const XmlElement* const reservation = reader_.only_child(root, "reservation"))
      made_.without_deal = reader_.number(*reservation, "value");
    return std::move(made_);
  }

 private:
  void look_at_kind(const XmlElement& root) {
    const std::string* const kind = root.attribute("type");
    // NegMAS writes "any" of what it saves; its content is looked at like that of others.
    if (kind == nullptr || same_but_for_capitals(*kind, "linear") || same_but_for_capitals(*kind, "any"))
      return;
    const bool uncertain = same_but_for_capitals(*kind, "uncertain");
    reader_.refuse(
        root, uncertain ? std::string("this profile is an uncertain one, of which a party knows only some "
                                      "comparisons of outcomes; save it without uncertainty")
                        : fmt::format("this profile is of the type {}, in which an outcome is not worth "
                                      "the sum over its issues; only those without a type, or of the "
                                      "type 'linear', are read",
                                      shown(*kind)));
  }

  void read_weights(const XmlElement& holder) {
    for (const XmlElement& child : holder.children) {
      if (child.name != "weight") continue;
      const std::int64_t index = reader_.whole_number(child, "index");
      const auto [at, fresh] = weights_.emplace(index, reader_.number(child, "value"));
      if (!fresh) reader_.refuse(child, fmt::format("the issue of index {} has a second weight here", index));
      if (number_of(index) == domain_.issues.size())
        reader_.refuse(
            child,
            fmt::format("the domain has no issue of index {} that this could be the weight of", index));
    }
  }

  /// The place of an issue in the domain, by its index; the number of issues where there is none.
  std::size_t number_of(std::int64_t index) const {
    const auto same = [&](const DomainIssue& issue) { return issue.index == index; };
    return static_cast<std::size_t>(std::find_if(domain_.issues.begin(), domain_.issues.end(), same) -
                                    domain_.issues.begin());
  }

  void issue(const XmlElement& written) {
    const std::int64_t index = reader_.whole_number(written, "index");
    const std::size_t number = number_of(index);
    if (number == domain_.issues.size())
      return reader_.refuse(written,
                            fmt::format("the domain has no issue of index {}; this may be a profile of "
                                        "another domain",
                                        index));
    const DomainIssue& issue = domain_.issues[number];
    if (!made_.worth[number].empty())
      return reader_.refuse(written, fmt::format("the issue of index {} stands here a second time", index));
    if (!matches(written, issue)) return;
    const auto weight = weights_.find(index);
    if (weight == weights_.end())
      return reader_.refuse(written, fmt::format("the issue {} has no weight in this profile; add <weight "
                                                 "index=\"{}\" value=\"...\"/>",
                                                 shown(issue.name), index));
    std::vector<Rational> worth = issue.whole_numbers ? of_numbers(written, issue) : of_items(written, issue);
    for (Rational& value : worth) value *= weight->second;
    made_.worth[number] = std::move(worth);
  }

  bool matches(const XmlElement& written, const DomainIssue& issue) {
    const std::string* const name = written.attribute("name");
    if (name != nullptr && *name != issue.name)
      reader_.refuse(written,
                     fmt::format("the issue of index {} is called {} here and {} in the domain; this may "
                                 "be a profile of another domain",
                                 issue.index, shown(*name), shown(issue.name)));
    if (is_of_whole_numbers(written, reader_) != issue.whole_numbers)
      reader_.refuse(written,
                     fmt::format("the issue {} has {} in the domain, and others here", shown(issue.name),
                                 issue.whole_numbers ? "whole numbers" : "items"));
    return !reader_.faulty();
  }

  /// By the lowest value and the slope; no less than 0 and no more than 1, as GENIUS counts.
  std::vector<Rational> of_numbers(const XmlElement& written, const DomainIssue& issue) {
    look_at_children(written, {"range", "evaluator"}, reader_, left_out_);
    look_at_range(written, issue);
    const XmlElement* const evaluator = reader_.only_child(written, "evaluator");
    if (evaluator == nullptr) {
      reader_.refuse(written, fmt::format("the issue {} has no 'evaluator', so that its values have no "
                                          "evaluation; add one with an offset and a slope",
                                          shown(issue.name)));
      return {};
    }
    const std::string* const kind = evaluator->attribute("ftype");
    if (kind != nullptr && !same_but_for_capitals(*kind, "linear"))
      reader_.refuse(*evaluator, fmt::format("the evaluator of an issue of whole numbers is read where it is "
                                             "'linear', and this one is {}",
                                             shown(*kind)));
    const Rational offset = reader_.number(*evaluator, "offset");
    const Rational slope = reader_.number(*evaluator, "slope");
    std::vector<Rational> all;
    for (std::size_t v = 0; v < issue.values.size(); ++v)
      all.push_back(within_one(offset + slope * static_cast<unsigned long>(v)));
    return all;
  }

  void look_at_range(const XmlElement& written, const DomainIssue& issue) {
    const XmlElement* const range = range_of(written, reader_);
    if (range == nullptr) return;
    const std::int64_t lowest = reader_.whole_number(*range, "lowerbound");
    const std::int64_t highest = reader_.whole_number(*range, "upperbound");
    if (std::to_string(lowest) != issue.values.front() || std::to_string(highest) != issue.values.back())
      reader_.refuse(
          *range, fmt::format("the issue {} goes from {} to {} here, and from {} to {} in the domain",
                              shown(issue.name), lowest, highest, issue.values.front(), issue.values.back()));
  }

  /// Each evaluation by the largest; 0 where none is above 0.
  std::vector<Rational> of_items(const XmlElement& written, const DomainIssue& issue) {
    look_at_children(written, {"item"}, reader_, left_out_);
    const std::map<std::string, Rational> evaluations = evaluations_of(written, issue);
    std::vector<Rational> all;
    Rational largest = 0;
    for (const std::string& value : issue.values) {
      const auto found = evaluations.find(value);
      if (found == evaluations.end()) {
        reader_.refuse(written,
                       fmt::format("the value {} of the issue {} has no evaluation in this profile; add "
                                   "an item with one",
                                   shown(value), shown(issue.name)));
        return {};
      }
      all.push_back(found->second);
      largest = std::max(largest, found->second);
    }
    for (Rational& value : all) value = largest == 0 ? Rational(0) : Rational(value / largest);
    return all;
  }

  std::map<std::string, Rational> evaluations_of(const XmlElement& written, const DomainIssue& issue) {
    const std::set<std::string> values(issue.values.begin(), issue.values.end());
    std::map<std::string, Rational> all;
    for (const XmlElement& item : written.children) {
      if (item.name != "item" || reader_.faulty()) continue;
      const std::string value = reader_.text(item, "value");
      const std::string* const evaluation = item.attribute("evaluation");
      if (values.count(value) == 0)
        reader_.refuse(item,
                       fmt::format("the issue {} has no value {} in the domain; this may be a profile of "
                                   "another domain",
                                   shown(issue.name), shown(value)));
      if (evaluation == nullptr || *evaluation == "null")
        reader_.refuse(item,
                       fmt::format("the value {} has no evaluation; add evaluation=\"...\"", shown(value)));
      if (!all.emplace(value, reader_.number(item, "evaluation")).second)
        reader_.refuse(item, fmt::format("the value {} stands here a second time", shown(value)));
    }
    return all;
  }

  void look_for_missing_issues(const XmlElement& holder) {
    for (std::size_t i = 0; i < domain_.issues.size(); ++i)
      if (made_.worth[i].empty())
        reader_.refuse(holder,
                       fmt::format("the issue {} of the domain, of index {}, is missing in this profile",
                                   shown(domain_.issues[i].name), domain_.issues[i].index));
  }

  void look_at_sum() {
    Rational sum = 0;
    for (const auto& [index, weight] : weights_) sum += weight;
    if (sum == 1 || reader_.faulty()) return;
    left_out_.say(exchange::odd_weights(made_.name, sum) +
                  (sum > 1 ? ", and what is worth more than 1 is not cut to 1." : "."));
  }

  void read_discount(const XmlElement& root) {
    const XmlElement* const discount = reader_.only_child(root, "discount_factor");
    if (discount == nullptr) return;
    const Rational factor = reader_.number(*discount, "value");
    if (factor != 0 && factor != 1)
      left_out_.say(
          fmt::format("The discount factor of \"{}\", {}, is left out: a case does not count the rounds "
                      "of a negotiation.",
                      made_.name, exchange::in_decimals(factor)));
  }

  const Domain& domain_;
  ElementReader& reader_;
  LeftOut& left_out_;
  std::map<std::int64_t, Rational> weights_;
  exchange::Negotiator made_;
};

}  // namespace

exchange::Negotiator read_profile(const XmlElement& root, const Domain& domain, const std::string& party,
                                  ElementReader& reader, LeftOut& left_out) {
  return ProfileReader(domain, party, reader, left_out).read(root);
}

}  // namespace entente::genius

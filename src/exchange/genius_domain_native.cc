// The domain of a negotiation of GENIUS: every element of it is known, noted or refused.
#include "exchange/genius_domain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "exchange/negotiation.h"
#include "model/limits.h"
#include "text/text.h"

namespace entente::genius {
namespace {

using exchange::ElementReader;
using exchange::LeftOut;
using exchange::shown;
using exchange::XmlElement;

/// One statement a party is kept for its lack of a deal.
constexpr std::size_t most_values = most_statements - 1;

/// Elements without a say in what an outcome is worth, and what is noted of them.
constexpr std::array<std::pair<const char*, const char*>, 3> silent_elements = {{
    {"agent", "The agents that the domain names are left out: a case has parties, and no programs for them."},
    {"analysis", "The analysis that the domain's file has is left out: settlements are found anew."},
    {"similarity_function",
     "How alike the values of an issue are is left out: it does not count in what an outcome is worth."},
}};

constexpr const char* descriptions_left_out = "The descriptions of issues and values are left out.";
constexpr const char* costs_left_out =
    "The costs of values are left out: they do not count in what an outcome is worth.";

void look_at_words(const XmlElement& element, LeftOut& left_out) {
  const std::string* const description = element.attribute("description");
  if (description != nullptr && !exchange::one_line(*description).empty())
    left_out.say(descriptions_left_out);
  if (element.attribute("cost") != nullptr) left_out.say(costs_left_out);
}

class DomainReader {
 public:
  DomainReader(ElementReader& reader, LeftOut& left_out) : reader_(reader), left_out_(left_out) {}

  Domain read(const XmlElement& root) {
    look_at_children(root, {"utility_space"}, reader_, left_out_);
    const XmlElement& space = reader_.needed_child(root, "utility_space");
    const XmlElement& holder = holder_of_issues(space, reader_);
    if (&holder != &space)
      look_at_children(space, {"objective", "discount_factor", "reservation"}, reader_, left_out_);
    look_at_children(holder, {"issue", "weight", "discount_factor", "reservation"}, reader_, left_out_);
    for (const XmlElement& child : holder.children)
      if (child.name == "issue" && !reader_.faulty() && made_.issues.size() <= most_bits) issue(child);
    if (made_.issues.empty())
      reader_.refuse(holder, "this domain has no issue, so that nothing is to be settled");
    look_at_size(holder);
    return std::move(made_);
  }

 private:
  void issue(const XmlElement& written) {
    DomainIssue issue;
    issue.index = reader_.whole_number(written, "index");
    issue.name = reader_.text(written, "name");
    issue.whole_numbers = is_of_whole_numbers(written, reader_);
    look_at_words(written, left_out_);
    const auto same = [&](const DomainIssue& other) { return other.index == issue.index; };
    if (std::any_of(made_.issues.begin(), made_.issues.end(), same))
      reader_.refuse(written,
                     fmt::format("a second issue has the index {}, by which profiles call one of them; "
                                 "give each issue an index of its own",
                                 issue.index));
    issue.whole_numbers ? numbers(written, issue) : items(written, issue);
    made_.issues.push_back(std::move(issue));
  }

  void numbers(const XmlElement& written, DomainIssue& issue) {
    look_at_children(written, {"range", "evaluator"}, reader_, left_out_);
    const XmlElement* const range = range_of(written, reader_);
    if (range == nullptr)
      return reader_.refuse(
          written, fmt::format("the issue {} of whole numbers has no 'range' in it", shown(issue.name)));
    issue.lowest = reader_.whole_number(*range, "lowerbound");
    const std::int64_t highest = reader_.whole_number(*range, "upperbound");
    if (highest < issue.lowest)
      return reader_.refuse(*range,
                            fmt::format("the range of the issue {} is empty: its upper bound {} is below "
                                        "its lower bound {}",
                                        shown(issue.name), highest, issue.lowest));
    const auto count = static_cast<std::size_t>(highest - issue.lowest + 1);
    if (count > most_values)
      return reader_.refuse(*range,
                            fmt::format("the issue {} has {} values, and a case takes at most {} here; "
                                        "count it in larger steps",
                                        shown(issue.name), count, most_values));
    for (std::int64_t n = issue.lowest; n <= highest; ++n) issue.values.push_back(std::to_string(n));
  }

  void items(const XmlElement& written, DomainIssue& issue) {
    look_at_children(written, {"item"}, reader_, left_out_);
    std::set<std::string> seen;
    for (const XmlElement& item : written.children) {
      if (item.name != "item") continue;
      look_at_words(item, left_out_);
      issue.values.push_back(reader_.text(item, "value"));
      if (!seen.insert(issue.values.back()).second)
        reader_.refuse(item,
                       fmt::format("the issue {} has the value {} twice; profiles could not tell which is "
                                   "meant",
                                   shown(issue.name), shown(issue.values.back())));
    }
    if (issue.values.empty())
      reader_.refuse(written,
                     fmt::format("the issue {} has no 'item' in it, so that there is nothing to choose",
                                 shown(issue.name)));
  }

  void look_at_size(const XmlElement& holder) {
    std::vector<exchange::Issue> issues;
    for (const DomainIssue& issue : made_.issues) issues.push_back({issue.name, issue.values});
    if (const std::optional<std::string> why = exchange::too_large_for_a_case(issues))
      reader_.refuse(holder, *why);
  }

  ElementReader& reader_;
  LeftOut& left_out_;
  Domain made_;
};

}  // namespace

Domain read_domain(const XmlElement& root, ElementReader& reader, LeftOut& left_out) {
  return DomainReader(reader, left_out).read(root);
}

const XmlElement& holder_of_issues(const XmlElement& space, ElementReader& reader) {
  const auto is_issue = [](const XmlElement& child) { return child.name == "issue"; };
  if (std::any_of(space.children.begin(), space.children.end(), is_issue)) return space;
  return reader.needed_child(space, "objective");
}

bool is_of_whole_numbers(const XmlElement& issue, ElementReader& reader) {
  const std::string* said = nullptr;
  for (const char* attribute : {"etype", "vtype", "type"})
    if (const std::string* const found = issue.attribute(attribute)) said = found;
  if (said == nullptr || same_but_for_capitals(*said, "discrete")) return false;
  if (same_but_for_capitals(*said, "integer")) return true;
  if (same_but_for_capitals(*said, "real"))
    reader.refuse(issue,
                  "this issue has real numbers as its values, and a case has values that can be listed; "
                  "make it an issue of whole numbers or of items");
  else
    reader.refuse(issue, fmt::format("this issue is of the type {}; those that are read are 'discrete' and "
                                     "'integer'",
                                     shown(*said)));
  return false;
}

const XmlElement* range_of(const XmlElement& issue, ElementReader& reader) {
  const XmlElement* const range = reader.only_child(issue, "range");
  if (range != nullptr) return range;
  const bool here = issue.attribute("lowerbound") != nullptr || issue.attribute("upperbound") != nullptr;
  return here ? &issue : nullptr;
}

void look_at_children(const XmlElement& of, const std::set<std::string>& known, ElementReader& reader,
                      LeftOut& left_out) {
  for (const XmlElement& child : of.children) {
    if (known.count(child.name) != 0) continue;
    const auto silent = std::find_if(silent_elements.begin(), silent_elements.end(),
                                     [&](const auto& row) { return row.first == child.name; });
    if (silent != silent_elements.end())
      left_out.say(silent->second);
    else if (child.name == "objective")
      reader.refuse(child, "objectives within objectives are not read; put all issues into one objective");
    else
      reader.refuse(child,
                    fmt::format("the element {} is not known here, and may have a say in what an outcome "
                                "is worth; take it out if it has none",
                                shown(child.name)));
  }
}

}  // namespace entente::genius

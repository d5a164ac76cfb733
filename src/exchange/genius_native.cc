// A negotiation domain of GENIUS, with its profiles, as a case: which file is what, and all of it together.
#include "exchange/genius.h"

#include <fmt/format.h>

#include <climits>
#include <optional>
#include <set>

#include "exchange/genius_profile.h"
#include "exchange/profiles.h"
#include "exchange/unknown_file.h"
#include "text/unicode.h"

namespace entente::genius {
namespace {

using exchange::ElementReader;
using exchange::GivenFile;
using exchange::MadeCase;
using exchange::Refused;
using exchange::shown;
using exchange::XmlElement;

constexpr const char* domain_root = "negotiation_template";
constexpr const char* profile_root = "utility_space";

struct ReadFile {
  std::string name;
  XmlElement root;
};

std::variant<ReadFile, Refused> read_file(const GivenFile& file) {
  if (file.content.size() > exchange::largest_given)
    return Refused{file.name, 0, 0, fmt::format("the file has more than {} bytes", exchange::largest_given)};
  auto read = exchange::read_xml(file.content);
  if (const auto* fault = std::get_if<exchange::XmlFault>(&read))
    return Refused{file.name, fault->line, fault->column, fault->message};
  return ReadFile{file.name, std::move(std::get<XmlElement>(read))};
}

class GeniusImport {
 public:
  std::variant<MadeCase, Refused> run(const std::vector<GivenFile>& files, std::string_view title) {
    for (const GivenFile& file : files)
      if (!sort_in(file)) return *refused_;
    if (!domain_file_) return no_domain(files);
    if (const auto why = exchange::wrong_number_of_profiles(profiles_.size()))
      return Refused{domain_file_->name, 0, 0, *why};
    if (!read_all()) return *refused_;
    return exchange::case_of_negotiation(negotiation_, title_of_case(title), domain_file_->name);
  }

 private:
  bool refuse(Refused why) {
    refused_ = std::move(why);
    return false;
  }

  /// Whether the file is the domain or one more profile.
  bool sort_in(const GivenFile& file) {
    auto read = read_file(file);
    if (Refused* why = std::get_if<Refused>(&read)) return refuse(std::move(*why));
    ReadFile& of = std::get<ReadFile>(read);
    const XmlElement& root = of.root;
    if (root.name != domain_root && root.name != profile_root)
      return refuse(
          {of.name, root.line, root.column,
           fmt::format("the root of a file of GENIUS is '{}', for a domain, or '{}', for a profile; "
                       "this one is {}",
                       domain_root, profile_root, shown(root.name))});
    if (root.name == profile_root) {
      profiles_.push_back(std::move(of));
    } else if (domain_file_) {
      return refuse({of.name, root.line, root.column,
                     fmt::format("this is a second domain, beside {}; give one of them with its own profiles",
                                 shown(domain_file_->name))});
    } else {
      domain_file_ = std::move(of);
    }
    return true;
  }

  static Refused no_domain(const std::vector<GivenFile>& files) {
    return {files.empty() ? std::string("GENIUS") : files.front().name, 0, 0,
            fmt::format("no file of a domain is among those given: its root is '{}'; give it along with the "
                        "profiles",
                        domain_root)};
  }

  bool read_all() {
    ElementReader reader(domain_file_->name);
    const Domain domain = read_domain(domain_file_->root, reader, left_out_);
    if (reader.faulty()) return refuse(*reader.fault());
    for (const DomainIssue& issue : domain.issues) negotiation_.issues.push_back({issue.name, issue.values});
    for (const ReadFile& profile : profiles_) {
      ElementReader of(profile.name);
      negotiation_.parties.push_back(read_profile(profile.root, domain, party_name(profile), of, left_out_));
      if (of.faulty()) return refuse(*of.fault());
    }
    tell(domain);
    return true;
  }

  std::string title_of_case(std::string_view title) const {
    return title.empty() ? exchange::name_of_file(domain_file_->name, "A negotiation")
                         : one_line(title, UINT_MAX);
  }

  std::string party_name(const ReadFile& profile) {
    return exchange::free_name(exchange::name_of_file(profile.name, "party"), names_);
  }

  void tell(const Domain& domain) {
    negotiation_.what = "A negotiation domain of GENIUS with its profiles";
    negotiation_.notes = left_out_.sentences();
    negotiation_.explained = {
        "The weight of a statement is what one value of one issue is worth to the party in GENIUS: the "
        "weight of",
        "the issue times the evaluation of the value, divided by the largest evaluation of the issue."};
    for (const DomainIssue& issue : domain.issues) {
      if (!issue.whole_numbers) continue;
      negotiation_.explained.insert(
          negotiation_.explained.end(),
          {"Where values are whole numbers, the evaluation is the offset plus the slope times the value less "
           "the",
           "lowest value, no less than 0 and no more than 1, and it is not divided."});
      return;
    }
  }

  std::optional<ReadFile> domain_file_;
  std::vector<ReadFile> profiles_;
  exchange::LeftOut left_out_;
  exchange::Negotiation negotiation_;
  std::set<std::string> names_;
  std::optional<Refused> refused_;
};

}  // namespace

bool is_genius(std::string_view content) {
  if (content.size() > exchange::largest_given) content = content.substr(0, exchange::largest_given);
  const std::string root = exchange::root_name(content);
  if (!root.empty()) return root == domain_root || root == profile_root;
  if (!exchange::from_first_character(content).starts_with('<')) return false;
  return content.find("<negotiation_template") != std::string_view::npos ||
         content.find("<utility_space") != std::string_view::npos;
}

std::variant<MadeCase, Refused> case_of(const std::vector<GivenFile>& files, std::string_view title) {
  return GeniusImport().run(files, title);
}

}  // namespace entente::genius

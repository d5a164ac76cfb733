// A case from the files of GMCR II and GMCR+, with ids made of their names.
#include "casefile/gmcr_case.h"

#include <fmt/format.h>
#include <set>
#include <utility>

#include "formula/formula.h"
#include "text/unicode.h"

namespace entente::gmcr {
namespace {

std::string on_one_line(std::string_view text) {
  std::string all = "\"";
  for (const char c : one_line(text)) {
    if (c == '"' || c == '\\') all += '\\';
    all += c;
  }
  return all + "\"";
}

class Writer {
 public:
  explicit Writer(const Conflict& conflict) : conflict_(conflict), party_of_(conflict.options.size()) {
    for (std::size_t p = 0; p < conflict.parties.size(); ++p)
      for (const std::size_t o : conflict.parties[p].options) party_of_[o] = p;
  }

  std::string text(std::string_view title, const Filling& filling) {
    out_ = "# A conflict of GMCR+, carried over.\n";
    for (const std::string& note : conflict_.notes) out_ += fmt::format("# - {}\n", one_line(note));
    out_ += fmt::format("\nformat = 1\ntitle = {}\n", on_one_line(title));
    for (std::size_t p = 0; p < conflict_.parties.size(); ++p) write_party(p, filling);
    for (const AnyOf& one : conflict_.infeasible)
      out_ += fmt::format("\n[[rule]]\nforbid = {}\n", on_one_line(formula(one)));
    return std::move(out_);
  }

 private:
  void write_party(std::size_t p, const Filling& filling) {
    const DecisionMaker& party = conflict_.parties[p];
    out_ += fmt::format("\n[[party]]\nid = \"{}\"\nname = {}\n", party.id, on_one_line(party.name));
    if (p < filling.rankings.size() && !filling.rankings[p].empty()) write_ranking(filling.rankings[p]);
    for (const std::size_t o : party.options) write_option(o, filling.status_quo);
    for (const AnyOf& one : party.preferences)
      out_ += fmt::format("\n  [[party.preference]]\n  statement = {}\n", on_one_line(formula(one)));
  }

  void write_ranking(const std::vector<std::vector<State>>& classes) {
    out_ += "ranking = [\n";
    for (std::size_t k = 0; k < classes.size(); ++k) {
      AnyOf any;
      for (const State& state : classes[k]) any.push_back(whole(state));
      out_ += fmt::format("  {},\n", k + 1 == classes.size() ? "\"true\"" : on_one_line(formula(any)));
    }
    out_ += "]\n";
  }

  Pattern whole(const State& state) const {
    Pattern all;
    for (const std::size_t o : counted_options(conflict_)) all.emplace_back(o, state[o]);
    return all;
  }

  void write_option(std::size_t o, const State& status_quo) {
    const Option& option = conflict_.options[o];
    out_ += fmt::format("\n  [[party.option]]\n  id = \"{}\"\n  name = {}\n", option.id,
                        on_one_line(option.name));
    if (o < status_quo.size()) out_ += fmt::format("  status_quo = \"{}\"\n", status_quo[o] ? "yes" : "no");
    if (option.moves != "free") out_ += fmt::format("  moves = \"{}\"\n", option.moves);
  }

  std::string formula(const Pattern& pattern) const {
    if (pattern.empty()) return "true";
    std::string all;
    for (const auto& [o, taken] : pattern)
      all += fmt::format("{}{}{}.{}", all.empty() ? "" : " and ", taken ? "" : "not ",
                         conflict_.parties[party_of_[o]].id, conflict_.options[o].id);
    return all;
  }

  std::string formula(const AnyOf& any) const {
    if (any.empty()) return "false";
    std::string all;
    for (const Pattern& pattern : any) all += (all.empty() ? "" : " or ") + formula(pattern);
    return all;
  }

  const Conflict& conflict_;
  std::vector<std::size_t> party_of_;  // of each option
  std::string out_;
};

}  // namespace

std::string written(const Conflict& conflict, std::string_view title, const Filling& filling) {
  return Writer(conflict).text(title, filling);
}

namespace {

constexpr std::size_t longest_id = 32;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// "Local Government" -> "local-government"; empty where no letter or digit is ASCII.
std::string slug(std::string_view name) {
  std::string id;
  bool gap = false;
  for (const char c : name) {
    if (!is_letter(c) && !is_digit(c)) {
      gap = !id.empty();
      continue;
    }
    if (id.size() >= longest_id) break;
    if (gap) id += '-';
    gap = false;
    id += lower(c);
  }
  return id;
}

std::string unique_id(std::string_view name, const std::string& kind, std::size_t number,
                      std::set<std::string>& taken) {
  std::string id = slug(name);
  if (id.empty()) id = kind + "-" + std::to_string(number);
  if (!is_letter(id[0]) || reserved(id)) id = kind + "-" + id;
  std::string free = id;
  for (std::size_t n = 2; !taken.insert(free).second; ++n) free = id + "-" + std::to_string(n);
  return free;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool gap = false;
  for (CodePoint c; !text.empty(); text.remove_prefix(c.bytes)) {
    c = first_code_point(text);
    if (c.value <= U' ' || unprintable(c.value)) {
      gap = !line.empty();
      continue;
    }
    if (std::exchange(gap, false)) line += ' ';
    line += text.substr(0, c.bytes);
  }
  return line;
}

void give_ids(Conflict& conflict) {
  std::set<std::string> parties;
  for (std::size_t p = 0; p < conflict.parties.size(); ++p) {
    DecisionMaker& party = conflict.parties[p];
    party.id = unique_id(party.name, "party", p + 1, parties);
    std::set<std::string> options;
    for (const std::size_t o : party.options)
      conflict.options[o].id = unique_id(conflict.options[o].name, "option", o + 1, options);
  }
}

}  // namespace entente::gmcr

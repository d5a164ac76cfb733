// Random disputes, their files, and the product written out without the help of what is tested.
#include "links/drawn_disputes.h"

#include <fmt/format.h>
#include <algorithm>

#include "oracle/random_model.h"

namespace entente::links_test {
namespace {

using oracle::draw;

/// What of "<a.x>" stands in a file: before the party, the party, before the option, the option.
struct Words {
  std::string of_party, of_option, joint;
};

std::string worded(const std::string& formula, const Words& words) {
  std::string text;
  for (std::size_t at = 0; at < formula.size(); ++at) {
    if (formula[at] != '<') {
      text += formula[at];
      continue;
    }
    const std::size_t point = formula.find('.', at);
    const std::size_t end = formula.find('>', at);
    text += words.of_party + formula.substr(at + 1, point - at - 1) + "." + words.of_option +
            formula.substr(point + 1, end - point - 1);
    at = end;
  }
  return text;
}

const DrawnParty& any_acting(std::mt19937_64& random, const DrawnDispute& dispute) {
  while (true) {
    const DrawnParty& party = dispute.parties[draw(random, dispute.parties.size())];
    if (!party.options.empty()) return party;
  }
}

std::string atom(std::mt19937_64& random, const DrawnDispute& dispute) {
  if (dispute.joint && draw(random, 4) == 0) return "<joint.both> = v1";
  const DrawnParty& party = any_acting(random, dispute);
  const DrawnOption& option = party.options[draw(random, party.options.size())];
  return fmt::format("<{}.{}> = v{}", party.id, option.id, draw(random, option.values));
}

std::string formula(std::mt19937_64& random, const DrawnDispute& dispute) {
  const std::string a = atom(random, dispute), b = atom(random, dispute);
  switch (draw(random, 5)) {
    case 0: return a;
    case 1: return "not (" + a + ")";
    case 2: return a + " and " + b;
    case 3: return a + " implies " + b;
    default: return "exactly(1, " + a + ", " + b + ")";
  }
}

std::string values(unsigned count) {
  std::string all;
  for (unsigned v = 0; v < count; ++v) all += fmt::format("{}\"v{}\"", v == 0 ? "" : ", ", v);
  return "[" + all + "]";
}

std::string option_text(const DrawnOption& option, const Words& words) {
  std::string text = fmt::format("  [[party.option]]\n  id = \"{}{}\"\n  values = {}\n", words.of_option,
                                 option.id, values(option.values));
  if (!option.moves.empty()) text += fmt::format("  moves = \"{}\"\n", option.moves);
  if (!option.when.empty()) text += fmt::format("  when = \"{}\"\n", worded(option.when, words));
  return text;
}

std::string wish_text(const std::string& statement, bool demand, bool equal, const std::string& weight) {
  return fmt::format("  [[party.preference]]\n  statement = \"{}\"\n{}{}{}", statement,
                     demand ? "  demand = true\n" : "", equal ? "  equal = true\n" : "", weight);
}

std::string weight_of(const DrawnParty& party, std::size_t k) {
  return party.weights.empty() ? "" : fmt::format("  weight = {}\n", party.weights[k]);
}

std::string list_of(const std::vector<std::string>& all) {
  return fmt::format("[\"{}\"]", fmt::join(all, "\", \""));
}

std::string joint_text(const DrawnDispute& dispute, const Words& words) {
  if (!dispute.joint) return {};
  return fmt::format("[[joint]]\nid = \"{}both\"\nby = {}\nvalues = {}\n", words.of_option,
                     list_of({dispute.parties[0].id, dispute.parties[1].id}), values(2));
}

std::string rule_text(const DrawnDispute& dispute, const Words& words) {
  return dispute.rule.empty() ? "" : fmt::format("[[rule]]\nforbid = \"{}\"\n", worded(dispute.rule, words));
}

std::string agreement_text(const std::string& when, const std::vector<std::string>& needs) {
  return when.empty() ? "" : fmt::format("[agreement]\nwhen = \"{}\"\nneeds = {}\n", when, list_of(needs));
}

/// A party's wishes or ranking as the product has them: statements, in their words there.
std::string product_wishes(const DrawnParty& party, const Words& words) {
  std::string text;
  for (std::size_t k = 0; k < party.wishes.size(); ++k)
    text += wish_text(worded(party.wishes[k].statement, words), false, party.wishes[k].equal,
                      weight_of(party, k));
  std::string so_far;
  for (const std::string& one : party.ranking) {
    so_far += (so_far.empty() ? "(" : " or (") + worded(one, words) + ")";
    text += wish_text(so_far, false, false, {});
  }
  return text;
}

}  // namespace

DrawnDispute drawn_dispute(std::mt19937_64& random, const std::string& as,
                           const std::vector<std::string>& parties, const DrawnShape& shape) {
  DrawnDispute made{.as = as};
  for (const std::string& id : parties) {
    DrawnParty& party = made.parties.emplace_back(DrawnParty{.id = id});
    for (std::size_t k = made.parties.size() == 1 ? 1 : draw(random, 3); k > 0; --k) {
      DrawnOption option{fmt::format("x{}", k), 2 + static_cast<unsigned>(draw(random, 2)), {}, {}};
      if (draw(random, 4) == 0) option.moves = draw(random, 2) == 0 ? "forward" : "backward";
      party.options.push_back(option);
    }
  }
  made.joint = shape.joints && parties.size() > 1 && draw(random, 2) == 0;
  if (shape.conditions)
    for (DrawnParty& party : made.parties)
      for (DrawnOption& option : party.options)
        if (draw(random, 4) == 0) option.when = formula(random, made);
  // the status quo, all of v0, stays feasible
  if (draw(random, 3) == 0) made.rule = "not (" + atom(random, made) + ") and " + atom(random, made);
  if (made.rule.find("v0") != std::string::npos) made.rule.clear();
  for (DrawnParty& party : made.parties) {
    if (shape.rankings && draw(random, 4) == 0) {
      party.ranking = {formula(random, made), formula(random, made), "true"};
      continue;
    }
    for (std::size_t k = draw(random, 4); k > 0; --k) {
      party.wishes.push_back({"", formula(random, made)});
      party.wishes.back().equal = !shape.weighted && party.wishes.size() > 1 && draw(random, 4) == 0;
      if (shape.weighted) party.weights.push_back(1 + static_cast<unsigned>(draw(random, 3)));
    }
  }
  if (!shape.agreements) return made;
  made.agreement = formula(random, made);
  made.needs = parties;
  for (DrawnParty& party : made.parties)
    for (DrawnWish& wish : party.wishes) wish.demand = draw(random, 4) == 0;
  return made;
}

std::string file_of(const DrawnDispute& dispute) {
  const Words words;
  std::string text = fmt::format("format = 1\ntitle = \"{}\"\n", dispute.as);
  text += agreement_text(worded(dispute.agreement, words), dispute.needs);
  for (const DrawnParty& party : dispute.parties) {
    text += fmt::format("[[party]]\nid = \"{}\"\n", party.id);
    if (!party.ranking.empty()) {
      std::vector<std::string> classes;
      for (const std::string& one : party.ranking) classes.push_back(worded(one, words));
      text += "ranking = " + list_of(classes) + "\n";
    }
    for (const DrawnOption& option : party.options) text += option_text(option, words);
    for (std::size_t k = 0; k < party.wishes.size(); ++k)
      text += wish_text(worded(party.wishes[k].statement, words), party.wishes[k].demand,
                        party.wishes[k].equal, weight_of(party, k));
  }
  return text + joint_text(dispute, words) + rule_text(dispute, words);
}

std::string drawn_link_formula(std::mt19937_64& random, const DrawnDispute& a, const DrawnDispute& b) {
  const auto of = [&](const DrawnDispute& dispute) {
    std::string one = atom(random, dispute);
    for (std::size_t at = one.find('<'); at != std::string::npos; at = one.find('<', at + 1))
      one.insert(at + 1, dispute.as + "|");
    return one;
  };
  return of(a) + (draw(random, 2) == 0 ? " implies " : " and ") + of(b);
}

namespace {

/// A formula of a link, "<AS|party.option>": in the linking file and in the product.
std::string linked_words(const std::string& formula, bool in_product) {
  std::string text;
  for (std::size_t at = 0; at < formula.size(); ++at) {
    if (formula[at] != '<') {
      text += formula[at];
      continue;
    }
    const std::size_t bar = formula.find('|', at), point = formula.find('.', at), end = formula.find('>', at);
    const std::string as = formula.substr(at + 1, bar - at - 1);
    const std::string party = formula.substr(bar + 1, point - bar - 1);
    const std::string option = formula.substr(point + 1, end - point - 1);
    text +=
        in_product ? fmt::format("{}.{}-{}", party, as, option) : fmt::format("{}.{}.{}", as, party, option);
    at = end;
  }
  return text;
}

Words words_in_product(const DrawnDispute& dispute) {
  return {"", dispute.as + "-", ""};
}

}  // namespace

std::string linking_text(const std::vector<DrawnDispute>& disputes, const std::vector<DrawnLink>& links,
                         const std::string& agreement, const std::vector<std::string>& needs) {
  std::string text = "format = 1\ntitle = \"linked\"\n";
  for (const DrawnDispute& dispute : disputes)
    text += fmt::format("[[include]]\ncase = \"{0}.toml\"\nas = \"{0}\"\n", dispute.as);
  for (const DrawnLink& link : links)
    text += fmt::format("[[link]]\nparty = \"{}\"\nstatement = \"{}\"\nplace = \"{}\"\n", link.party,
                        linked_words(link.statement, false), link.first ? "first" : "last");
  return text + agreement_text(agreement, needs);
}

std::string product(const std::vector<DrawnDispute>& disputes, const std::vector<DrawnLink>& links,
                    const std::string& agreement, const std::vector<std::string>& needs) {
  std::vector<std::string> ids;
  for (const DrawnDispute& dispute : disputes)
    for (const DrawnParty& party : dispute.parties)
      if (std::find(ids.begin(), ids.end(), party.id) == ids.end()) ids.push_back(party.id);
  std::string text = "format = 1\ntitle = \"product\"\n" + agreement_text(agreement, needs), joints, rules;
  for (const std::string& id : ids) {
    std::string options, wishes;
    for (const DrawnDispute& dispute : disputes)
      for (const DrawnParty& party : dispute.parties) {
        if (party.id != id) continue;
        for (const DrawnOption& option : party.options)
          options += option_text(option, words_in_product(dispute));
        wishes += product_wishes(party, words_in_product(dispute));
      }
    std::string first, last;
    for (const DrawnLink& link : links)
      if (link.party == id)
        (link.first ? first : last) += wish_text(linked_words(link.statement, true), false, false, {});
    text += fmt::format("[[party]]\nid = \"{}\"\n", id) + options + first + wishes + last;
  }
  for (const DrawnDispute& dispute : disputes) {
    joints += joint_text(dispute, words_in_product(dispute));
    rules += rule_text(dispute, words_in_product(dispute));
  }
  return text + joints + rules;
}

}  // namespace entente::links_test

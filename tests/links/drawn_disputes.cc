// Random disputes, their files, and the product written out without the help of what is tested.
#include "links/drawn_disputes.h"

#include <fmt/format.h>
#include <algorithm>

#include "oracle/random_model.h"

namespace entente::links_test {
namespace {

using oracle::draw;

/// A formula with what stands between marks, "a.x", said by `say` of the party and the option.
template <class Say>
std::string said(const std::string& formula, const Say& say) {
  std::string text;
  for (std::size_t at = 0; at < formula.size(); ++at) {
    if (formula[at] != '<') {
      text += formula[at];
      continue;
    }
    const std::size_t point = formula.find('.', at), end = formula.find('>', at);
    text += say(formula.substr(at + 1, point - at - 1), formula.substr(point + 1, end - point - 1));
    at = end;
  }
  return text;
}

/// `before`: what ids of options have before them in the file.
std::string worded(const std::string& formula, const std::string& before) {
  return said(formula, [&](const std::string& party, const std::string& option) {
    return party + "." + before + option;
  });
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

std::string option_text(const DrawnOption& option, const std::string& before) {
  std::string text = fmt::format("  [[party.option]]\n  id = \"{}{}\"\n  values = {}\n", before, option.id,
                                 values(option.values));
  if (!option.moves.empty()) text += fmt::format("  moves = \"{}\"\n", option.moves);
  if (!option.when.empty()) text += fmt::format("  when = \"{}\"\n", worded(option.when, before));
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

std::string joint_text(const DrawnDispute& dispute, const std::string& before) {
  if (!dispute.joint) return {};
  return fmt::format("[[joint]]\nid = \"{}both\"\nby = {}\nvalues = {}\n", before,
                     list_of({dispute.parties[0].id, dispute.parties[1].id}), values(2));
}

std::string rule_text(const DrawnDispute& dispute, const std::string& before) {
  return dispute.rule.empty() ? "" : fmt::format("[[rule]]\nforbid = \"{}\"\n", worded(dispute.rule, before));
}

std::string agreement_text(const std::string& when, const std::vector<std::string>& needs) {
  return when.empty() ? "" : fmt::format("[agreement]\nwhen = \"{}\"\nneeds = {}\n", when, list_of(needs));
}

/// A party's wishes or ranking as the product has them: statements, in their words there.
std::string product_wishes(const DrawnParty& party, const std::string& before) {
  std::string text;
  for (std::size_t k = 0; k < party.wishes.size(); ++k)
    text += wish_text(worded(party.wishes[k].statement, before), false, party.wishes[k].equal,
                      weight_of(party, k));
  std::string so_far;
  for (const std::string& one : party.ranking) {
    so_far += (so_far.empty() ? "(" : " or (") + worded(one, before) + ")";
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
  const std::string before;
  std::string text = fmt::format("format = 1\ntitle = \"{}\"\n", dispute.as);
  text += agreement_text(worded(dispute.agreement, before), dispute.needs);
  for (const DrawnParty& party : dispute.parties) {
    text += fmt::format("[[party]]\nid = \"{}\"\n", party.id);
    if (!party.ranking.empty()) {
      std::vector<std::string> classes;
      for (const std::string& one : party.ranking) classes.push_back(worded(one, before));
      text += "ranking = " + list_of(classes) + "\n";
    }
    for (const DrawnOption& option : party.options) text += option_text(option, before);
    for (std::size_t k = 0; k < party.wishes.size(); ++k)
      text += wish_text(worded(party.wishes[k].statement, before), party.wishes[k].demand,
                        party.wishes[k].equal, weight_of(party, k));
  }
  return text + joint_text(dispute, before) + rule_text(dispute, before);
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
  return said(formula, [&](const std::string& owner, const std::string& option) {
    const std::size_t bar = owner.find('|');
    const std::string as = owner.substr(0, bar), party = owner.substr(bar + 1);
    return in_product ? fmt::format("{}.{}-{}", party, as, option)
                      : fmt::format("{}.{}.{}", as, party, option);
  });
}

std::string before_in_product(const DrawnDispute& dispute) {
  return dispute.as + "-";
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
          options += option_text(option, before_in_product(dispute));
        wishes += product_wishes(party, before_in_product(dispute));
      }
    std::string first, last;
    for (const DrawnLink& link : links)
      if (link.party == id)
        (link.first ? first : last) += wish_text(linked_words(link.statement, true), false, false, {});
    text += fmt::format("[[party]]\nid = \"{}\"\n", id) + options + first + wishes + last;
  }
  for (const DrawnDispute& dispute : disputes) {
    joints += joint_text(dispute, before_in_product(dispute));
    rules += rule_text(dispute, before_in_product(dispute));
  }
  return text + joints + rules;
}

}  // namespace entente::links_test

// A model written out for the message of a failing test.
#include <string_view>

#include "oracle/random_model.h"

namespace entente::oracle {
namespace {

std::string written(const Model& model, const std::vector<Addend>& side) {
  std::string text;
  for (const Addend& term : side)
    text += std::string(text.empty() ? "" : " + ") + std::to_string(term.times) +
            (term.option ? " * " + model[*term.option].id : "");
  return text;
}

std::string written(const Model& model, ConditionId id) {
  static constexpr std::string_view kinds[] = {"constant", "in",  "not",   "and", "or",
                                               "implies",  "xor", "count", "sum"};
  static constexpr std::string_view signs[] = {" = ", " != ", " < ", " > ", " <= ", " >= "};
  const Condition& c = model.conditions[id];
  std::string text(kinds[static_cast<std::size_t>(c.kind)]);
  if (c.kind == Condition::Kind::constant) return c.low != 0 ? "true" : "false";
  if (c.kind == Condition::Kind::sum)
    return written(model, c.left) + std::string(signs[static_cast<std::size_t>(c.sign)]) +
           written(model, c.right);
  if (c.kind == Condition::Kind::choice) text = model[c.option].id + " in";
  if (c.kind == Condition::Kind::count) text += std::to_string(c.low) + ".." + std::to_string(c.high);
  text += '(';
  for (const Value v : c.values) text += std::to_string(v) + ' ';
  for (const ConditionId part : c.of) text += written(model, part) + ' ';
  if (text.back() == ' ') text.pop_back();
  return text + ')';
}

std::string written(const Option& option, const Model& model) {
  static constexpr std::string_view kinds[] = {"free", "forward", "backward", "fixed", "pairs"};
  std::string text = std::string("  ") + option.id + " of";
  for (const std::string& value : option.values) text += " " + value;
  text += ", status quo " + std::to_string(option.status_quo) + ", " +
          std::string(kinds[static_cast<std::size_t>(option.moves.kind)]);
  for (const auto& [from, to] : option.moves.pairs)
    text += std::string(" ") + std::to_string(from) + ">" + std::to_string(to);
  for (const GuardedChange& one : option.moves.guarded)
    text += std::string(" ") + std::to_string(one.from) + ">" + std::to_string(one.to) + " when " +
            written(model, one.when);
  if (option.when) text += std::string(", when ") + written(model, *option.when);
  if (option.takes)
    text += std::string(", takes ") + std::to_string(option.takes->count) + " of unit " +
            std::to_string(static_cast<int>(option.takes->unit));
  return text += "\n";
}

std::string written(const Preference& preference, const Party& party, const Model& model) {
  std::string text = std::string("  likes ") + written(model, preference.statement);
  if (party.weighted)
    text += std::string(" weight ") + (preference.weight.negative ? "-" : "") + preference.weight.digits +
            "e" + std::to_string(preference.weight.exponent);
  if (preference.equal) text += " equal";
  if (preference.strong) text += " strong";
  if (preference.demand) text += " demand";
  if (preference.since) text += std::string(" since ") + iso(*preference.since);
  if (preference.until) text += std::string(" until ") + iso(*preference.until);
  return text += "\n";
}

}  // namespace

std::string described(const Model& model) {
  std::string text = std::string("date ").append(model.date ? iso(model.date->first) : "none").append("\n");
  if (model.replies != Replies::legal) text += std::string("answers ").append(id(model.replies)).append("\n");
  for (const Party& party : model.parties) {
    text += party.id + "\n";
    for (const OptionId option : party.options) text += written(model[option], model);
    for (const ListedMove& one : party.moves)
      text += std::string("  goes from ") + written(model, one.from) + " to " + written(model, one.to) + "\n";
    for (const Preference& preference : party.preferences) text += written(preference, party, model);
    for (const RankClass& c : party.ranking)
      text += std::string("  class ") + written(model, c.condition) + "\n";
  }
  for (const Group& group : model.groups) {
    text += "group of";
    for (const PartyId member : group.members) text += " " + model[member].id;
    text += "\n";
    for (const OptionId option : group.options) text += written(model[option], model);
  }
  for (const Rule& rule : model.rules) text += std::string("rule ") + written(model, rule.holds) + "\n";
  if (model.agreement) {
    text += std::string("agreement ") + written(model, model.agreement->when) + " needs";
    for (const PartyId party : model.agreement->needs) text += std::string(" ") + model[party].id;
    text += (model.agreement->by ? " by " + iso(model.agreement->by->last) : "") + "\n";
  }
  for (const Stake& stake : model.stakes) {
    text += stake.id + " holder " + (stake.holder ? model[*stake.holder].id : "none") + "\n";
    for (const auto& [party, to] : stake.to)
      text += std::string("  to ") + model[party].id + " " + written(model, to) + "\n";
  }
  return text;
}

}  // namespace entente::oracle

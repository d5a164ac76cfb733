// The words of a formula looked up, and what is said of those that are not known.
#include <fmt/format.h>

#include <utility>

#include "model/formula_binder.h"
#include "model/wording.h"

namespace entente {

std::vector<Note> note_at(Place at, std::string message) {
  if (at == Place{}) return {};  // of a model that has no file
  return {{at, std::move(message)}};
}

std::optional<OptionId> FormulaBinder::option(const Formula& formula) {
  const Definition* party = words_.parties.find(formula.word.text);
  if (party == nullptr) {
    tell_unknown_party(formula);
    return std::nullopt;
  }
  const Definition* own = words_.options[party->number].find(formula.option.text);
  if (own == nullptr) {
    tell_unknown_option(formula, party->number);
    return std::nullopt;
  }
  return static_cast<OptionId>(own->number);
}

std::optional<OptionId> FormulaBinder::option(const casefile::String& reference) {
  const FormulaReading reading = read_formula(reference.value);
  text_ = &reference;
  if (reading.faults.empty() && reading.formula.kind == Formula::Kind::option) return option(reading.formula);
  const std::string owner = owner_of(reference.value);
  teller_.fault(
      "unknown-option", reference.at, fmt::format("'{}' names no option", reference.value),
      owner.empty() ? "write party.option" : fmt::format("did you mean '{}.{}'?", owner, reference.value));
  return std::nullopt;
}

std::optional<OptionId> FormulaBinder::option_quietly(std::string_view reference) const {
  const FormulaReading reading = read_formula(reference);
  const Definition* party = words_.parties.find(reading.formula.word.text);
  if (!reading.faults.empty() || party == nullptr) return std::nullopt;
  const Definition* own = words_.options[party->number].find(reading.formula.option.text);
  return own == nullptr ? std::nullopt : std::optional(static_cast<OptionId>(own->number));
}

std::optional<Value> FormulaBinder::value(OptionId option, const casefile::String& value) {
  return this->value(option, value.value, value.at);
}

std::optional<Value> FormulaBinder::value(OptionId option, std::string_view value, Place at) {
  const OptionWords& own = words_.option[index(option)];
  if (own.hole) return std::nullopt;
  if (const Definition* known = own.values.find(value)) return static_cast<Value>(known->number);
  const std::string values = quoted_list(own.values.ids());
  std::string help = teller_.did_you_mean(value, own.values.ids());
  if (help.empty() && own.at == Place{}) help = fmt::format("its values are {}", values);
  teller_.fault("unknown-value", at, fmt::format("option '{}' has no value '{}'", own.name, value),
                std::move(help),
                note_at(own.at, fmt::format("'{}' is defined here, with values {}", own.name, values)));
  return std::nullopt;
}

std::string FormulaBinder::owner_of(std::string_view option) const {
  if (words_.parties.ids().size() > most_parties) return {};
  for (const std::string& party : words_.parties.ids())
    if (words_.options[words_.parties.find(party)->number].find(option) != nullptr) return party;
  return {};
}

void FormulaBinder::tell_unknown_name(const Token& name) {
  if (!words_.names.complete() || teller_.may_be_lost(name.text)) return;
  std::string help = teller_.did_you_mean(name.text, words_.names.ids());
  const Definition* party = words_.parties.find(name.text);
  if (party != nullptr && !words_.options[party->number].ids().empty())
    help = fmt::format("a party is no condition; name one of its options, as '{}.{}'", name.text,
                       words_.options[party->number].ids()[0]);
  const std::string owner = owner_of(name.text);
  if (party == nullptr && !owner.empty()) help = fmt::format("did you mean '{}.{}'?", owner, name.text);
  if (help.empty()) help = teller_.did_you_mean(name.text, reserved_words());
  teller_.fault("unknown-name", place(name.at), fmt::format("there is no name '{}'", name.text),
                std::move(help));
}

void FormulaBinder::tell_unknown_party(const Formula& formula) {
  if (!words_.parties.complete() || teller_.may_be_lost(formula.word.text)) return;
  const std::string party = teller_.near(formula.word.text, words_.parties.ids());
  std::string help;
  if (!party.empty()) {
    const Known& options = words_.options[words_.parties.find(party)->number];
    const std::string option = teller_.near(formula.option.text, options.ids());
    help = fmt::format("did you mean '{}{}{}'?", party, option.empty() ? "" : ".", option);
  }
  teller_.fault("unknown-party", place(formula.word.at),
                fmt::format("there is no party '{}'", formula.word.text), std::move(help));
}

void FormulaBinder::tell_unknown_option(const Formula& formula, std::size_t party) {
  const Known& options = words_.options[party];
  if (!options.complete() || teller_.may_be_lost(formula.option.text)) return;
  const std::string& id = formula.word.text;
  std::string help = teller_.did_you_mean(formula.option.text, options.ids(), id + ".");
  const std::string owner = owner_of(formula.option.text);
  if (help.empty() && !owner.empty()) help = fmt::format("did you mean '{}.{}'?", owner, formula.option.text);
  const std::string list =
      options.ids().empty() ? "no options" : fmt::format("options {}", quoted_list(options.ids()));
  const Place at = words_.parties.find(id)->at;
  if (help.empty() && at == Place{}) help = fmt::format("'{}' has {}", id, list);
  teller_.fault("unknown-option", place({formula.word.at.begin, formula.option.at.end}),
                fmt::format("party '{}' has no option '{}'", id, formula.option.text), std::move(help),
                note_at(at, fmt::format("'{}' is defined here, with {}", id, list)));
}

}  // namespace entente

// Every id of the case taken up before anything is looked up, so that the order in the file does not matter.
#include <fmt/format.h>

#include <bit>

#include "model/binder.h"
#include "model/limits.h"

namespace entente {
namespace {

const std::vector<std::string> default_values = {"no", "yes"};

/// Takes up one value; false where it has faults.
bool define_value(Binder& binder, OptionWords& option, const casefile::String& value, std::size_t number) {
  if (!is_value(value.value)) {
    binder.teller.fault("bad-identifier", value.at, fmt::format("'{}' cannot be a value", value.value),
                        "a value is an identifier, or a whole number in digits");
    return false;
  }
  if (option.values.add(value.value, {number, value.at})) return true;
  binder.teller.fault(
      "duplicate-value", value.at,
      fmt::format("option '{}' has the value '{}' already", option.name, value.value), {},
      {{option.values.find(value.value)->at, fmt::format("'{}' is first listed here", value.value)}});
  return false;
}

void define_values(Binder& binder, OptionWords& words, const casefile::Option& option) {
  words.hole = option.hole("values") || (!option.values && binder.teller.may_be_lost("values"));
  if (!option.values) {
    for (std::size_t i = 0; i < default_values.size(); ++i)
      words.values.add(default_values[i], {i, words.at});
    return;
  }
  const casefile::Strings& values = option.values->value;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!define_value(binder, words, values[i], i)) words.hole = true;
  if (values.size() >= 2 || words.hole) return;
  words.hole = true;
  binder.teller.fault("one-value", option.values->at,
                      fmt::format("the values of option '{}' are fewer than two", words.name),
                      "an option is a choice between two or more");
}

void define_option(Binder& binder, std::size_t party, const casefile::Option& option) {
  const std::size_t number = binder.words.option.size();
  OptionWords& words = binder.words.option.emplace_back();
  words.name = text_of(binder.written.parties[party].id) + "." + text_of(option.id);
  words.at = option.values ? option.values->at : option.id ? option.id->at : option.at;
  if (!binder.define(binder.words.options[party], "option", option.id, number))
    binder.made.states_known = false;
  define_values(binder, words, option);
  if (words.hole) binder.made.states_known = false;
}

void define_party(Binder& binder, std::size_t number) {
  const casefile::Party& party = binder.written.parties[number];
  if (!binder.define(binder.words.parties, "party", party.id, number)) {
    binder.made.states_known = false;
    const Definition* first = party.id ? binder.words.parties.find(party.id->value) : nullptr;
    if (first != nullptr) binder.words.options[first->number].lose_one();
  }
  if (binder.unsure(party, "option")) {
    binder.words.options[number].lose_one();
    binder.made.states_known = false;
  }
  for (const casefile::Option& option : party.options) define_option(binder, number, option);
  if (number != most_parties) return;
  binder.made.states_known = false;
  binder.teller.fault("too-many-parties", party.id ? party.id->at : party.at,
                      fmt::format("a case has {} parties at most", most_parties));
}

void count_bits(Binder& binder) {
  std::size_t bits = 0;
  for (const OptionWords& option : binder.words.option) {
    const std::size_t before = bits;
    if (!option.hole) bits += std::bit_width(option.values.ids().size() - 1);
    if (before > most_bits || bits <= most_bits) continue;
    binder.made.states_known = false;
    binder.teller.fault("too-many-bits", option.at,
                        fmt::format("with option '{}' the options of the case take more than {} bits",
                                    option.name, most_bits),
                        "an option of two values takes one, of up to four two, of up to eight three");
  }
}

void define_name(Binder& binder, const casefile::Entry& name, std::size_t number) {
  if (reserved(name.key.value)) {
    binder.teller.fault("reserved-name", name.key.at,
                        fmt::format("'{}' is a word of the formula language", name.key.value),
                        "choose another name");
  } else {
    binder.define(binder.words.names, "name", name.key, number);
  }
}

/// What was lost with keys or parts of the file that could not be read.
void lose_ids(Binder& binder) {
  const casefile::Case& written = binder.written;
  if (written.hole("party")) binder.words.parties.lose_one();
  if (written.hole("names")) binder.words.names.lose_one();
  if (written.hole("source")) binder.sources.lose_one();
  if (written.hole("evidence")) binder.evidence.lose_one();
  if (written.cut || written.hole("party")) binder.made.states_known = false;
}

}  // namespace

void define_ids(Binder& binder) {
  const casefile::Case& written = binder.written;
  lose_ids(binder);
  binder.words.options.resize(written.parties.size());
  for (std::size_t i = 0; i < written.parties.size(); ++i) define_party(binder, i);
  count_bits(binder);
  binder.words.conditions.resize(written.names.size());
  for (std::size_t i = 0; i < written.names.size(); ++i) define_name(binder, written.names[i], i);
  for (std::size_t i = 0; i < written.sources.size(); ++i)
    binder.define(binder.sources, "source", written.sources[i].id, i);
  for (std::size_t i = 0; i < written.evidence.size(); ++i)
    binder.define(binder.evidence, "piece of evidence", written.evidence[i].id, i);
  for (std::size_t i = 0; i < written.stakes.size(); ++i)
    binder.define(binder.stakes, "stake", written.stakes[i].id, i);
}

}  // namespace entente

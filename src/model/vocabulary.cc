// The vocabulary of a model that is whole.
#include "model/vocabulary.h"

namespace entente {

Vocabulary vocabulary(const Model& model) {
  Vocabulary words;
  words.options.resize(model.parties.size());
  for (std::size_t i = 0; i < model.parties.size(); ++i) words.parties.add(model.parties[i].id, {i, {}});
  for (std::size_t i = 0; i < model.options.size(); ++i) {
    const Option& option = model.options[i];
    words.options[index(option.party)].add(option.id, {i, {}});
    OptionWords& own = words.option.emplace_back();
    own.name = model[option.party].id + "." + option.id;
    for (std::size_t v = 0; v < option.values.size(); ++v) own.values.add(option.values[v], {v, {}});
  }
  for (std::size_t i = 0; i < model.names.size(); ++i) {
    words.names.add(model.names[i].name, {i, {}});
    words.conditions.emplace_back(model.names[i].condition);
  }
  return words;
}

}  // namespace entente

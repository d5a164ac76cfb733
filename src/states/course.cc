// The course of the history.
#include "states/course.h"

#include <fmt/format.h>

namespace entente {

Word before_history(const Model& model, const Layout& layout) {
  std::vector<Value> values;
  for (const Option& option : model.options) values.push_back(option.start);
  return layout.word(values);
}

Word after(const Event& event, const Layout& layout, Word before) {
  for (const auto& [option, value] : event.sets) before = layout.with(before, option, value);
  return before;
}

std::vector<Word> course(const Model& model, const Layout& layout) {
  std::vector<Word> words = {before_history(model, layout)};
  for (const Event& event : model.events) words.push_back(after(event, layout, words.back()));
  return words;
}

std::vector<OptionId> differences(const Model& model, const Layout& layout, Word a, Word b) {
  std::vector<OptionId> all;
  for (std::size_t k = 0; k < model.options.size(); ++k)
    if (const auto o = static_cast<OptionId>(k); layout.value(a, o) != layout.value(b, o)) all.push_back(o);
  return all;
}

std::string settings(const Model& model, const Layout& layout, Word word,
                     const std::vector<OptionId>& options) {
  std::string list;
  for (const OptionId id : options) {
    list += fmt::format("{}{} = {}", list.empty() ? "" : ", ", model.reference(id),
                        model[id].values[layout.value(word, id)]);
  }
  return list;
}

}  // namespace entente

// The rows of every table without where they go: for the schema, for help and for tests.
#include "casefile/keys.h"

#include "casefile/rows.inc"

namespace entente::casefile {

namespace {

template <class T>
Section section() {
  Section made{Rows<T>::place, Rows<T>::head, {}};
  each_key<T>([&](const auto& row) { made.keys.push_back(row.key); });
  return made;
}

}  // namespace

std::vector<Section> sections() {
  return {section<Case>(),   section<Agreement>(),  section<Source>(), section<Evidence>(), section<Party>(),
          section<Option>(), section<Preference>(), section<Rule>(),   section<Stake>(),    section<Event>()};
}

const std::vector<std::string>& words(Type type) {
  static const std::vector<std::string> bases = {"stated", "reported", "inferred"};
  static const std::vector<std::string> moves = {"free", "forward", "backward", "fixed"};
  return type == Type::basis ? bases : moves;
}

}  // namespace entente::casefile

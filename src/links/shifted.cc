// Every place of a case moved, by the table of keys.
#include "links/shifted.h"

#include "casefile/members.h"

namespace entente {
namespace {

using namespace casefile;

class Shifting {
 public:
  explicit Shifting(std::uint32_t by) : by_(by) {}

  void operator()(Table& table) const { move(table.at); }
  void operator()(const Key&, std::optional<String>& value) const {
    if (value) move(*value);
  }
  void operator()(const Key&, Strings& all) const { move(all); }
  void operator()(const Key&, std::optional<Placed<Strings>>& all) const {
    if (!all) return;
    move(all->at);
    move(all->value);
  }
  template <class T>
  void operator()(const Key&, std::optional<Placed<T>>& value) const {
    if (value) move(value->at);
  }
  void operator()(const Key&, std::optional<Moves>& moves) const {
    if (!moves) return;
    move(moves->at);
    if (moves->word) move(*moves->word);
    for (Change& change : moves->changes) {
      move(change.at);
      move(change.from);
      move(change.to);
      if (change.when) move(*change.when);
    }
  }
  void operator()(const Key&, std::vector<Entry>& entries) const {
    for (Entry& entry : entries) {
      move(entry.key);
      move(entry.value);
      if (entry.label) move(*entry.label);
    }
  }

 private:
  void move(Place& place) const {
    place.begin += by_;
    place.end += by_;
  }
  void move(String& string) const {
    move(string.at);
    for (std::uint32_t& byte : string.origin) byte += by_;
  }
  void move(Strings& all) const {
    for (String& one : all) move(one);
  }

  std::uint32_t by_;
};

}  // namespace

void shift(Case& written, std::uint32_t by) {
  each_member(written, Shifting(by));
}

}  // namespace entente

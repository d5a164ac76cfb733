// The changes of premises as edits of the text; read again at the end, so that what is given means what was
// asked.
#include "whatif/patch.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "casefile/read.h"
#include "casefile/write.h"
#include "links/joined.h"

namespace entente {
namespace {

using casefile::TextEdit;

/// The edits of one file: of a case, or of linked ones, whose bytes are counted through all files.
class Patching {
 public:
  Patching(std::string_view text, const casefile::Case& written, std::uint32_t begin = 0)
      : text_(text), written_(written), begin_(begin) {}

  std::optional<std::string> text(const Premises& now) {
    std::size_t option = 0;
    for (std::size_t i = 0; i < written_.parties.size(); ++i) {
      statements(written_.parties[i].preferences, now.parties[i]);
      if (written_.parties[i].ranking) ranking(*written_.parties[i].ranking, now.rankings[i]);
      for (const casefile::Option& o : written_.parties[i].options) course(o, now.options[option++]);
      ways(written_.parties[i].moves, now.ways[i]);
    }
    for (const casefile::Joint& joint : written_.joints) course(joint, now.options[option++]);
    for (std::size_t r = 0; r < written_.rules.size(); ++r)
      if (!now.rules[r]) drop(written_.rules[r]);
    if (!all_in_blocks_) return std::nullopt;
    return edited(text_, {0, static_cast<std::uint32_t>(text_.size())}, std::move(edits_));
  }

 private:
  bool is_here(Place place) const { return place.begin >= begin_ && place.begin <= begin_ + text_.size(); }
  Place here(Place place) const { return {place.begin - begin_, place.end - begin_}; }
  void replace(Place place, std::string instead) {
    if (is_here(place)) edits_.push_back({here(place), std::move(instead)});
  }

  /// The block of a table of this file, noting where it has none.
  Place block(const casefile::Table& table) {
    casefile::Table there;
    there.at = here(table.at);
    const std::optional<Place> found = is_here(table.at) ? casefile::block(text_, there) : std::nullopt;
    if (!found) all_in_blocks_ = false;
    return found.value_or(Place{});
  }

  void drop(const casefile::Table& table) {
    if (!is_here(table.at)) return;
    const Place gone = block(table);
    if (all_in_blocks_) edits_.push_back(casefile::without_block(text_, gone));
  }

  /// What is left of a party's statements stands, in its new order, where what is left stood.
  void statements(const std::vector<casefile::Preference>& all, const std::vector<Premises::Statement>& now) {
    std::vector<bool> left(all.size(), false);
    for (const Premises::Statement& s : now) left[s.number] = true;
    auto next = now.begin();
    for (std::size_t n = 0; n < all.size(); ++n) {
      if (!left[n]) {
        drop(all[n]);
      } else {
        put(all[n], all[next->number], *next);
        ++next;
      }
    }
  }

  /// A statement, changed, put where one stands.
  void put(const casefile::Preference& there, const casefile::Preference& statement,
           const Premises::Statement& now) {
    if (!is_here(there.at)) return;
    std::vector<TextEdit> inner = changes(statement, now);
    if (&there == &statement) {
      edits_.insert(edits_.end(), inner.begin(), inner.end());
      return;
    }
    const Place to = block(there);
    const Place from = block(statement);
    if (all_in_blocks_) edits_.push_back({to, edited(text_, from, std::move(inner))});
  }

  std::vector<TextEdit> changes(const casefile::Preference& p, const Premises::Statement& now) const {
    std::vector<TextEdit> all;
    if (now.reversed && p.statement) {
      const std::uint32_t begin = p.statement->origin.front();
      const std::uint32_t end = p.statement->origin.back();
      all.push_back({here({begin, begin}), "not ("});
      all.push_back({here({end, end}), ")"});
    }
    if (p.demand && p.demand->value != now.demand)
      all.push_back({here(p.demand->at), now.demand ? "true" : "false"});
    if (p.equal && p.equal->value != now.equal)
      all.push_back({here(p.equal->at), now.equal ? "true" : "false"});
    if (p.strong && p.strong->value != now.strong)
      all.push_back({here(p.strong->at), now.strong ? "true" : "false"});
    if (p.weight && now.weight != Scale::as_written)
      all.push_back({here(p.weight->at), scaled(p.weight->value, now.weight)});
    return all;
  }

  /// Test by test where there are as many; else the whole list is written again.
  void ranking(const casefile::Placed<casefile::Strings>& there, const Premises::Ranking& now) {
    const std::vector<std::string> changed = tests(there.value, now);
    const casefile::Key key{"ranking", casefile::Type::formulas};
    if (changed.size() == there.value.size()) {
      for (std::size_t k = 0; k < changed.size(); ++k)
        if (changed[k] != there.value[k].value)
          replace(there.value[k].at, casefile::value(key, casefile::String{changed[k], there.at, {}}));
      return;
    }
    casefile::Strings list;
    for (const std::string& test : changed) list.push_back({test, there.at, {}});
    replace(there.at, casefile::value(key, list));
  }

  /// Where all moves that a party lists are closed the first is left, and never met.
  void ways(const std::vector<casefile::Move>& all, const Premises::Ways& now) {
    const bool none = std::find(now.closed.begin(), now.closed.end(), false) == now.closed.end();
    for (std::size_t n = 0; n < all.size(); ++n) {
      if (!now.unlisted && none && n == 0 && all[n].from)
        replace(all[n].from->at, "\"false\"");
      else if (now.unlisted || now.closed[n])
        drop(all[n]);
    }
  }

  void course(const casefile::Option& option, const Premises::Course& now) {
    if (!is_here(option.at)) return;
    if (now.any_time && option.when) {
      const Place whole = block(option);
      if (all_in_blocks_) edits_.push_back(casefile::without_key(text_, whole, here(option.when->at).begin));
    }
    if (now.moves) moves(option, *now.moves);
  }

  void moves(const casefile::Option& option, Moves::Kind kind) {
    constexpr std::array<const char*, 4> words = {"\"free\"", "\"forward\"", "\"backward\"", "\"fixed\""};
    const std::string word = words.at(static_cast<std::size_t>(kind));
    if (option.moves) return replace(option.moves->at, word);
    const Place whole = block(option);
    if (all_in_blocks_) edits_.push_back(casefile::with_key(text_, whole, "moves = " + word));
  }

  std::string_view text_;
  const casefile::Case& written_;
  std::uint32_t begin_;  // of the text
  std::vector<TextEdit> edits_;
  bool all_in_blocks_ = true;
};

}  // namespace

std::optional<std::string> patched(std::string_view text, const casefile::Case& written,
                                   const Premises& now) {
  std::optional<std::string> changed = Patching(text, written).text(now);
  if (!changed) return std::nullopt;
  Diagnostics faults;
  const casefile::Case again = casefile::read(Text("", *changed), faults);
  if (faults.faulty() || write(again) != write(with(written, now))) return std::nullopt;
  return changed;
}

namespace {

/// Whether linked files, read again, mean what was asked.
bool means(const std::string& linking, const std::vector<IncludedFile>& files, const casefile::Case& wanted) {
  Text text("", linking);
  Diagnostics faults;
  const std::optional<casefile::Case> whole = joined(read_linked(text, files, faults), faults);
  return whole && !faults.faulty() && write(*whole) == write(wanted);
}

}  // namespace

std::optional<std::vector<std::string>> patched(std::string_view linking,
                                                const std::vector<IncludedFile>& files,
                                                const casefile::Case& whole, const Premises& now) {
  std::optional<std::string> own = Patching(linking, whole).text(now);
  if (!own) return std::nullopt;
  std::vector<std::string> all = {*own};
  std::vector<IncludedFile> changed = files;
  std::size_t begin = linking.size() + 1;
  for (IncludedFile& file : changed) {
    const std::optional<std::string> text =
        Patching(*file.content, whole, static_cast<std::uint32_t>(begin)).text(now);
    if (!text) return std::nullopt;
    begin += file.content->size() + 1;
    file.content = text;
    all.push_back(*text);
  }
  if (!means(*own, changed, with(whole, now))) return std::nullopt;
  return all;
}

}  // namespace entente

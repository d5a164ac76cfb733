// Two cases compared table by table, each key by its row in the table of keys.
#include "compare/edits.h"

#include <algorithm>
#include <concepts>
#include <optional>
#include <set>
#include <type_traits>

#include "casefile/members.h"
#include "compare/edit_words.h"
#include "compare/lists.h"
#include "compare/same_meaning.h"

namespace entente {
namespace {

using namespace casefile;
using Texts = std::vector<std::string>;

template <class T>
constexpr bool is_table = false;
template <std::derived_from<Table> T>
constexpr bool is_table<std::optional<T>> = true;

/// Defaults that hang on another key, filled in.
template <class T>
requires(!std::derived_from<T, Option>) const T& filled_in(const T& table) {
  return table;
}
template <std::derived_from<Option> T>
T filled_in(T option) {
  if (!option.status_quo) option.status_quo = String{.value = status_quo_of(option)};
  return option;
}

/// Takes over what makes no sense without a key that was taken over: labels are those of the values.
void take_along(const Key&, Table&, const Table&) {}
void take_along(const Key& key, Option& option, const Option& now) {
  if (key.name == "values") option.labels = now.labels;
}

/// What says how cases are linked; the whole, which is what is compared, says what comes of it.
template <class T>
constexpr bool in_whole =
    std::same_as<T, std::vector<casefile::Include>> || std::same_as<T, std::vector<casefile::Link>> ||
    std::same_as<T, std::vector<casefile::Wishes>>;

/// The entries of a case are tables of their own, one a name.
template <class T, class Member>
constexpr bool is_names = std::same_as<T, Case>&& std::same_as<Member, std::vector<Entry>>;

/// A table that stands in both cases: what it is called, and where it is in a case; null where it is not.
template <class T>
struct Kept {
  std::string who;
  std::function<T*(Case&)> find;
};

/// Tables that are told as reworded where another stands in their place.
template <class T>
constexpr bool is_worded = std::same_as<T, Preference> || std::same_as<T, Rule>;

class Comparing {
 public:
  explicit Comparing(const Naming& naming) : words_(naming) {}

  Edits all(const Case& before, const Case& after) {
    compare<Case>({"the case", [](Case& c) { return &c; }}, before, after);
    return std::move(found_);
  }

 private:
  using Make = std::function<void(Case&)>;

  void add(const Key& key, std::string what, Make make) {
    if (key.bearing == Bearing::words)
      found_.words.push_back(std::move(what));
    else
      found_.edits.push_back({std::move(what), std::move(make)});
  }

  /// The tables within a table, then its values.
  template <class T>
  void compare(const Kept<T>& kept, const T& then, const T& now) {
    each_key<T>([&](const auto& row) { tables(row, kept, then, now); });
    const std::size_t first = found_.edits.size();
    each_key<T>([&](const auto& row) {
      value(row, kept, then, now);
      join_last(first);
    });
  }

  /// Two keys told in the same words make one edit.
  void join_last(std::size_t first) {
    std::vector<Edit>& all = found_.edits;
    if (all.size() < first + 2 || all.back().what != all[all.size() - 2].what) return;
    Make last = std::move(all.back().make);
    all.pop_back();
    all.back().make = [one = std::move(all.back().make), other = std::move(last)](Case& c) {
      one(c);
      other(c);
    };
  }

  template <class T>
  void tables(const auto& row, const Kept<T>& kept, const T& then, const T& now) {
    using Member = std::remove_cvref_t<decltype(row.of(now))>;
    if constexpr (in_whole<Member>)
      return;
    else if constexpr (is_table<Member>)
      table(row, kept, row.of(then), row.of(now));
    else if constexpr (std::same_as<Member, std::vector<Preference>>)
      ordered(row, kept, row.of(then), row.of(now));
    else if constexpr (is_list_of_tables<Member>)
      list(row, kept, row.of(then), row.of(now));
    else if constexpr (is_names<T, Member>)
      names(row.key, row.of(then), row.of(now));
  }

  template <class T>
  void value(const auto& row, const Kept<T>& kept, const T& then, const T& now) {
    using Member = std::remove_cvref_t<decltype(row.of(now))>;
    if constexpr (!is_table<Member> && !is_list_of_tables<Member> && !is_names<T, Member>) {
      const auto& was = filled_in(then);
      const auto& is = filled_in(now);
      if (meaning(row.key, row.of(was)) == meaning(row.key, row.of(is))) return;
      add(row.key, words_.is_other(now, row.key, kept.who), [row, find = kept.find, now](Case& c) {
        T* const table = find(c);
        if (!table) return;
        row.of(*table) = row.of(now);
        take_along(row.key, *table, now);
      });
    }
  }

  template <class T, class U>
  void table(const auto& row, const Kept<T>& kept, const std::optional<U>& then,
             const std::optional<U>& now) {
    if (!then && !now) return;
    const std::string who = words_.called(now ? *now : *then, kept.who);
    const auto find = [row, owner = kept.find](Case& c) -> U* {
      T* const table = owner(c);
      return table && row.of(*table) ? &*row.of(*table) : nullptr;
    };
    if (then && now) return compare<U>({who, find}, *then, *now);
    add(row.key, now ? words_.is_new(*now, who, 1) : words_.is_gone(*then, who),
        [row, find = kept.find, now](Case& c) {
          if (T* const table = find(c)) row.of(*table) = now;
        });
  }

  /// A list whose order changes nothing.
  template <class T, class U>
  void list(const auto& row, const Kept<T>& kept, const std::vector<U>& then, const std::vector<U>& now) {
    Lists<U> lists{then, now};
    reworded(row, kept, lists);
    for (std::size_t k = 0; k < now.size(); ++k)
      if (const U* old = lists.old(k))
        compare<U>(element(row, kept, now[k], lists.now_ids[k]), *old, now[k]);
      else
        one_more(row, kept, lists, k);
    fewer(row, kept, lists);
  }

  /// A list in which what comes first counts most.
  template <class T, class U>
  void ordered(const auto& row, const Kept<T>& kept, const std::vector<U>& then, const std::vector<U>& now) {
    Lists<U> lists{then, now};
    lists.moving = out_of_order(lists.then_ids, lists.now_ids);
    reworded(row, kept, lists);
    fewer(row, kept, lists);
    for (std::size_t k = 0; k < now.size(); ++k)
      if (!lists.old(k)) one_more(row, kept, lists, k);
    moved(row, kept, lists);
    for (std::size_t k = 0; k < now.size(); ++k)
      if (const U* old = lists.old(k)) compare<U>(element(row, kept, now[k], lists.now_ids[k]), *old, now[k]);
  }

  /// One taken out and another put where it stood.
  template <class T, class U>
  void reworded(const auto& row, const Kept<T>& kept, Lists<U>& lists) {
    if constexpr (is_worded<U>)
      for (const auto& [then, now] : lists.in_place()) {
        const U& one = lists.now[now];
        add(row.key, words_.is_reworded(lists.then[then], one, kept.who, now + 1),
            [row, owner = kept.find, one, id = lists.then_ids[then]](Case& c) {
              T* const table = owner(c);
              const auto place = table ? place_of(identities(row.of(*table)), id) : std::nullopt;
              if (place) row.of(*table)[*place] = one;
            });
        lists.told.insert({lists.then_ids[then], lists.now_ids[now]});
      }
  }

  /// Where an element of a list is, and what it is called.
  template <class T, class U>
  Kept<U> element(const auto& row, const Kept<T>& kept, const U& one, const std::string& id) const {
    return {words_.called(one, kept.who), [row, owner = kept.find, id](Case& c) -> U* {
              T* const table = owner(c);
              const auto place = table ? place_of(identities(row.of(*table)), id) : std::nullopt;
              return place ? &row.of(*table)[*place] : nullptr;
            }};
  }

  template <class T, class U>
  void one_more(const auto& row, const Kept<T>& kept, const Lists<U>& lists, std::size_t k) {
    const U& one = lists.now[k];
    if (lists.told.contains(lists.now_ids[k])) return;
    add(row.key, words_.is_new(one, words_.called(one, kept.who), k + 1),
        [row, owner = kept.find, one, id = lists.now_ids[k],
         order = Order{lists.now_ids, lists.moving}](Case& c) {
          if (T* const table = owner(c)) insert(row.of(*table), one, id, order);
        });
  }

  template <class T, class U>
  void fewer(const auto& row, const Kept<T>& kept, const Lists<U>& lists) {
    std::set<std::string> left(lists.now_ids.begin(), lists.now_ids.end());
    left.insert(lists.told.begin(), lists.told.end());
    for (std::size_t k = 0; k < lists.then.size(); ++k)
      if (!left.contains(lists.then_ids[k]))
        add(row.key, words_.is_gone(lists.then[k], words_.called(lists.then[k], kept.who)),
            [row, owner = kept.find, id = lists.then_ids[k]](Case& c) {
              if (T* const table = owner(c)) take_out(row.of(*table), id);
            });
  }

  template <class T, class U>
  void moved(const auto& row, const Kept<T>& kept, const Lists<U>& lists) {
    for (const std::string& id : lists.moving) {
      const std::size_t now = *place_of(lists.now_ids, id);
      const std::size_t then = *place_of(lists.then_ids, id);
      add(row.key, words_.is_moved(lists.now[now], kept.who, then + 1, now + 1),
          [row, owner = kept.find, id, order = Order{lists.now_ids, lists.moving}](Case& c) {
            T* const table = owner(c);
            if (!table) return;
            if (const std::optional<U> own = take_out(row.of(*table), id))
              insert(row.of(*table), *own, id, order);
          });
    }
  }

  void names(const Key& key, const std::vector<Entry>& then, const std::vector<Entry>& now) {
    for (const Entry& e : now) {
      const Entry* old = entry(then, e.key.value);
      const bool same = old && formula_meaning(old->value) == formula_meaning(e.value);
      if (same && label_of(*old) == label_of(e)) continue;
      add(key,
          same ? "the name '" + e.key.value + "' is called \"" + label_of(e) + "\""
               : "the name '" + e.key.value + "' is " + (old ? "now " : "new: ") + words_.formula(e.value),
          [e](Case& c) {
            erase_entry(c.names, e.key.value);
            c.names.push_back(e);
          });
    }
    for (const Entry& e : then)
      if (!entry(now, e.key.value))
        add(key, "the name '" + e.key.value + "' is gone",
            [name = e.key.value](Case& c) { erase_entry(c.names, name); });
  }

  static std::string label_of(const Entry& e) { return e.label ? e.label->value : ""; }

  static const Entry* entry(const std::vector<Entry>& all, const std::string& name) {
    const auto it = std::find_if(all.begin(), all.end(), [&](const Entry& e) { return e.key.value == name; });
    return it == all.end() ? nullptr : &*it;
  }

  static void erase_entry(std::vector<Entry>& all, const std::string& name) {
    std::erase_if(all, [&](const Entry& e) { return e.key.value == name; });
  }

  EditWords words_;
  Edits found_;
};

}  // namespace

Edits edits(const casefile::Case& before, const casefile::Case& after, const Naming& naming) {
  return Comparing(naming).all(before, after);
}

}  // namespace entente

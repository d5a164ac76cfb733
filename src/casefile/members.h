// Every value of a table and of the tables in it, by the table of keys.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <vector>

#include "casefile/casefile.h"
#include "casefile/rows.inc"

namespace entente::casefile {

template <class T>
inline constexpr bool is_list_of_tables = false;
template <std::derived_from<Table> T>
inline constexpr bool is_list_of_tables<std::vector<T>> = true;

/// Whether a key cites pieces of evidence, for or against.
inline bool cites_evidence(const Key& key) {
  return key.name.ends_with("evidence") || key.name.ends_with("doubted_by");
}

/// Visits a table's head, then its values, each with its key.
template <class T, class Visit>
requires std::derived_from<std::remove_const_t<T>, Table>
void each_member(T& table, const Visit& visit) {
  using Head = std::conditional_t<std::is_const_v<T>, const Table, Table>;
  visit(static_cast<Head&>(table));
  each_key<std::remove_const_t<T>>([&](const auto& row) {
    auto& member = row.of(table);
    using Member = std::remove_cvref_t<decltype(member)>;
    if constexpr (is_list_of_tables<Member>) {
      for (auto& one : member) each_member(one, visit);
    } else if constexpr (std::same_as<Member, std::optional<Agreement>>) {
      if (member) each_member(*member, visit);
    } else {
      visit(row.key, member);
    }
  });
}

}  // namespace entente::casefile

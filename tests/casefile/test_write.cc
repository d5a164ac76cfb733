// What is written of a case is read again as the same: each key of the table, with its value byte for byte.
#include <gtest/gtest.h>

#include <concepts>

#include "casefile/rows.inc"
#include "casefile/whole_case.h"
#include "casefile/write.h"

namespace entente::casefile {
namespace {

using Texts = std::vector<std::string>;

Texts bytes(const std::optional<String>& s) {
  return s ? Texts{s->value} : Texts{};
}
Texts bytes(const Strings& all) {
  Texts each;
  for (const String& s : all) each.push_back(s.value);
  return each;
}
Texts bytes(const std::optional<Placed<Strings>>& all) {
  return all ? bytes(all->value) : Texts{};
}
template <class T>
Texts bytes(const std::optional<Placed<T>>& one) {
  return one ? Texts{std::to_string(one->value)} : Texts{};
}
Texts bytes(const std::optional<Moves>& moves) {
  if (!moves) return {};
  Texts each = bytes(moves->word);
  for (const Change& one : moves->changes) {
    each.insert(each.end(), {one.from.value, one.to.value, one.in_braces ? "in braces" : "a pair"});
    if (one.when) each.push_back(one.when->value);
  }
  return each;
}
Texts bytes(const std::vector<Entry>& entries) {
  Texts each;
  for (const Entry& e : entries) each.push_back(e.key.value), each.push_back(e.value.value);
  return each;
}

/// Every value of a table and of the tables in it, behind its place and key.
template <class T>
void collect(const T& table, Texts& all) {
  const auto values = [&](const auto& row, const auto& member) {
    all.push_back(std::string(Rows<T>::place) + "/" + std::string(row.key.name));
    for (const std::string& one : bytes(member)) all.push_back("  " + one);
  };
  each_key<T>([&](const auto& row) {
    const auto& member = row.of(table);
    if constexpr (requires { member.front().holes; })
      for (const auto& one : member) collect(one, all);
    else if constexpr (requires { member->holes; })
      collect(member.value(), all);
    else
      values(row, member);
  });
}

Texts all_values(const Case& of) {
  Texts all;
  collect(of, all);
  return all;
}

TEST(Write, EveryKeyIsReadAgainAsItWas) {
  const std::vector<Section> all = sections();
  const std::vector<Line> lines = whole_case(all);
  const std::string plain = write(sound(joined(lines)));
  EXPECT_EQ(all_values(sound(plain)), all_values(sound(joined(lines))));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto changed = with_other_value(lines, i);
    if (!changed) continue;
    const std::string text = joined(*changed);
    ASSERT_EQ(told(text), "") << (*changed)[i].text;
    const std::string written = write(sound(text));
    EXPECT_NE(written, plain) << lines[i].section->place << " " << lines[i].key->name;
    EXPECT_EQ(all_values(sound(written)), all_values(sound(text))) << written;
  }
}

TEST(Write, TheKeysStandInTheOrderOfTheTable) {
  const std::vector<Section> all = sections();
  std::string written = write(sound(joined(whole_case(all))));
  std::size_t at = 0;
  for (const Section& section : all) {
    const std::size_t head = section.place.empty() ? 0 : written.find("\n" + std::string(section.head));
    ASSERT_NE(head, std::string::npos) << section.head;
    at = head;
    for (const Key& key : section.keys) {
      if (key.type == Type::table || key.type == Type::tables || key.name == "names") continue;
      const std::size_t next = written.find("\n" + std::string(key.name) + " = ", at);
      if (section.place.empty() && at == 0 && key.name == "format") continue;
      ASSERT_NE(next, std::string::npos) << section.head << " " << key.name;
      at = next;
    }
  }
}

TEST(Write, WhatIsNotThereIsNotWritten) {
  EXPECT_EQ(write({}, "made\nby hand"), "# made\n# by hand\nformat = 1\n");
  Case small;
  small.parties.push_back({});
  EXPECT_EQ(write(small), "format = 1\n\n[[party]]\n");
}

}  // namespace
}  // namespace entente::casefile

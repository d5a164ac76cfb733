// JSON read as a tree: values with their places, numbers as they are written, and what is refused.
#include "exchange/json_tree.h"

#include <gtest/gtest.h>

namespace entente::exchange {
namespace {

/// A value with its place and its key's: `{0:a=1:7.50}`.
std::string drawn(const JsonValue& value) {
  std::string all = std::to_string(value.at);
  if (!value.key.empty()) all = std::to_string(value.key_at) + ":" + value.key + "=" + all;
  if (value.kind == JsonValue::Kind::number || value.kind == JsonValue::Kind::text)
    return all + ":" + value.text;
  if (value.items.empty()) return all;
  std::string items;
  for (const JsonValue& item : value.items) items += (items.empty() ? "" : " ") + drawn(item);
  return all + (value.kind == JsonValue::Kind::list ? "[" + items + "]" : "{" + items + "}");
}

std::string read(const std::string& json) {
  const auto found = read_json(json);
  if (const auto* fault = std::get_if<JsonFault>(&found))
    return std::to_string(fault->at) + " " + fault->message;
  return drawn(std::get<JsonValue>(found));
}

TEST(JsonTree, ValuesHaveTheirPlaces) {
  EXPECT_EQ(read(R"({"a":1,"b" : [true, null,"x"] , "c":{"d":"y"}})"),
            "0{1:a=5:1 7:b=13[14 20 25:x] 32:c=36{37:d=41:y}}");
  EXPECT_EQ(read(" [ 1 ,\n 2]"), "1[3:1 8:2]");
  EXPECT_EQ(read(R"({"a":[{"b":1},{"b":[2]}]})"), "0{1:a=5[6{7:b=11:1} 14{15:b=19[20:2]}]}");
  EXPECT_EQ(read("7"), "0:7");
}

TEST(JsonTree, NumbersStayAsTheyAreWritten) {
  for (const std::string number :
       {"0", "-0.50", "1e-400", "1.0E+4", "0.1000000000000000000000000000000000000001",
        "123456789012345678901234567890", "-9223372036854775809"})
    EXPECT_EQ(read("[" + number + "]"), "0[1:" + number + "]");
  EXPECT_EQ(read("{\"a\":1.50}"), "0{1:a=5:1.50}");
}

TEST(JsonTree, TextsAreUnescaped) {
  EXPECT_EQ(read(R"(["a\"\u00e9\\", 2])"), "0[1:a\"\u00e9\\ 16:2]");
}

TEST(JsonTree, WhatIsNoJsonIsRefusedWhereItEnds) {
  for (const auto& [json, told] : std::vector<std::pair<std::string, std::string>>{
           {"", "0 the file is JSON that ends early"},
           {"{\"a\":1", "6 the file is JSON that ends early"},
           {"{\"a\":[1,2}", "9 the file is JSON that is broken"},
           {"[1,]", "3 the file is JSON that is broken"},
           {"[1] 2", "4 the file is JSON that is broken"},
           {"[\"\xff\"]", "2 the file is JSON that is broken"},
           {"[NaN]", "1 the file is JSON that is broken"},
           {"[01]", "2 the file is JSON that is broken"},
           {"[1e999]", "1 this number is larger than any that is read"},
           {std::string("[1]\0[", 5), "3 the byte 0 stands here, which no JSON has"},
           {"{\"a\":1,\"b\":{\"a\":2},\"a\":3}",
            "19 the key 'a' stands here a second time; leave one of the two out"},
       })
    EXPECT_EQ(read(json), told) << json;
}

TEST(JsonTree, NoMoreIsReadThanCanBeMeant) {
  EXPECT_EQ(read(std::string(17, '[')), "16 values stand more than 16 deep in one another here");
  EXPECT_EQ(read(std::string(1'000'000, '[')), "16 values stand more than 16 deep in one another here");
  std::string many = "[0";
  for (std::size_t n = 0; n < 70'000; ++n) many += ",0";
  EXPECT_EQ(read(many + "]"), "131071 the file has more than 65536 values");
}

TEST(JsonTree, OuterKeysAreThoseThatCanBeRead) {
  const auto keys = [](const std::string& json) {
    std::string all;
    for (const std::string& key : outer_keys(json)) all += key + " ";
    return all;
  };
  EXPECT_EQ(keys(R"({"a":{"x":1},"b":[],"c":2})"), "a b c ");
  EXPECT_EQ(keys(R"({"a":{"x":1},"b":[1,})"), "a b ");
  EXPECT_EQ(keys(R"([{"a":1}])"), " ");
  EXPECT_EQ(keys("a.x,b.y\n"), "");
}

}  // namespace
}  // namespace entente::exchange

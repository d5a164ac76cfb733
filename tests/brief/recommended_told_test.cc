// What the headline says of the recommended settlements is true of each of them, however many there are.
#include <gtest/gtest.h>

#include "entente/cases.h"
#include "entente/entente.h"

namespace entente {
namespace {

std::string headlines(const std::string& text, Engines engine) {
  std::string out;
  const Look look;
  analyze({.name = "case.toml", .content = text, .engine = engine}, {.in_short = true}, look,
          [&](std::string_view piece) { return out += piece, true; });
  for (char& c : out)
    if (c == '\n') c = ' ';
  return out;
}

void expect_told(const std::string& text, const char* sentence) {
  for (const Engines engine : {Engines::listing, Engines::symbolic}) {
    const std::string told = headlines(text, engine);
    EXPECT_NE(told.find(sentence), std::string::npos) << told;
  }
}

/// A party that signs or does not, and has `free` more choices that nobody cares for.
std::string signer(std::size_t free, const std::string& wishes) {
  std::string text =
      "format = 1\ntitle = \"t\"\n[agreement]\nwhen = \"a.sign\"\n"
      "[[party]]\nid = \"a\"\n[[party.option]]\nid = \"sign\"\nlabels = [\"waits\", \"signs\"]\n";
  for (std::size_t i = 0; i < free; ++i) {
    const std::string n = std::to_string(i);
    text += "[[party.option]]\nid = \"o" + n + "\"\nlabels = [\"leaves o" + n + "\", \"takes o" + n + "\"]\n";
  }
  return text + wishes;
}

std::string wish(const std::string& formula) {
  return "[[party.preference]]\nstatement = \"" + formula + "\"\n";
}

TEST(RecommendedTold, NothingChanges) {
  expect_told(signer(0, wish("a.sign")), "In the recommended one a signs.");
  std::string signed_already = signer(0, wish("a.sign"));
  signed_already.replace(signed_already.find("labels"), 0, "status_quo = \"yes\"\n");
  expect_told(signed_already, "In the recommended one all stays as it is today.");
}

TEST(RecommendedTold, NothingInCommon) {
  std::string drivers = std::string(new_case("classroom"));
  expect_told(drivers, "The recommended ones differ in what changes from today.");
}

TEST(RecommendedTold, MoreThanCanBeLookedThrough) {
  expect_told(signer(9, wish("a.sign")), "In the recommended one a signs.");  // 512 of them, one pattern
  std::string first_only = signer(9, wish("a.sign or a.o8"));  // the first 256 sign, some others do not
  first_only.replace(first_only.find("a.sign"), 6, "a.sign or a.o8");
  expect_told(first_only, "The recommended ones differ in what changes from today.");
}

}  // namespace
}  // namespace entente

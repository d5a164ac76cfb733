// XML as a tree: attributes, places in code points, and what is refused.
#include "exchange/xml_tree.h"

#include <gtest/gtest.h>

namespace entente::exchange {
namespace {

std::string fault_of(const std::string& text) {
  const auto read = read_xml(text);
  const auto* fault = std::get_if<XmlFault>(&read);
  if (fault == nullptr) return {};
  return std::to_string(fault->line) + ":" + std::to_string(fault->column) + " " + fault->message;
}

TEST(XmlTree, HasElementsWithAttributesAndPlaces) {
  const auto read = read_xml(
      "<?xml version=\"1.0\"?>\n<a x=\"1 &lt; 2\" y=''>text<b/>\n<!-- ü -->é<c><d z=\"é\"/></c></a>");
  const XmlElement& root = std::get<XmlElement>(read);
  EXPECT_EQ(root.name, "a");
  EXPECT_EQ(*root.attribute("x"), "1 < 2");
  EXPECT_EQ(*root.attribute("y"), "");
  EXPECT_EQ(root.attribute("z"), nullptr);
  ASSERT_EQ(root.children.size(), 2U);
  EXPECT_EQ(root.children[0].name, "b");
  EXPECT_EQ(root.children[0].line, 2U);
  EXPECT_EQ(root.children[0].column, 26U);
  ASSERT_EQ(root.children[1].children.size(), 1U);
  EXPECT_EQ(root.children[1].line, 3U);
  EXPECT_EQ(root.children[1].column, 12U);
  EXPECT_EQ(*root.children[1].children[0].attribute("z"), "é");
}

TEST(XmlTree, OtherEncodingsAreMadeUtf8) {
  const auto read = read_xml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a x=\"\xE9\"/>");
  EXPECT_EQ(*std::get<XmlElement>(read).attribute("x"), "é");
}

TEST(XmlTree, WhatIsBrokenIsRefusedWithItsPlace) {
  for (const auto& [text, fault] : std::vector<std::pair<std::string, std::string>>{
           {"", "1:1 the file is no well-formed XML: no element found"},
           {"a", "1:1 the file is no well-formed XML: syntax error"},
           {"<a>", "1:4 the file is no well-formed XML: no element found"},
           {"<a/><b/>", "1:5 the file is no well-formed XML: junk after document element"},
           {"<a x='1' x='2'/>", "1:10 the file is no well-formed XML: duplicate attribute"},
           {"<a x='<'/>", "1:7 the file is no well-formed XML: not well-formed"},
           {"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "1:13 a DOCTYPE is not read"},
           {"<?xml version='1.0' encoding='klingon'?><a/>",
            "1:31 the file is no well-formed XML: unknown encoding"},
           {"<a>\xC3</a>", "1:4 the file is no well-formed XML"}})
    EXPECT_TRUE(fault_of(text).starts_with(fault)) << text << "\n" << fault_of(text);
}

// The last element may be at the bound, an empty one or not.
TEST(XmlTree, DepthIsBounded) {
  const auto nested = [](std::size_t depth, const std::string& inmost) {
    std::string text = inmost;
    for (std::size_t n = 0; n < depth; ++n) text = "<a>" + text + "</a>";
    return text;
  };
  EXPECT_EQ(fault_of(nested(16, "")), "");
  EXPECT_EQ(fault_of(nested(15, "<b/><b/>")), "");
  EXPECT_EQ(fault_of(nested(16, "<b/>")), "1:49 elements stand more than 16 deep in one another here");
  EXPECT_EQ(fault_of(nested(17, "")), "1:49 elements stand more than 16 deep in one another here");
}

TEST(XmlTree, TheRootIsNamedWithoutReadingOn) {
  EXPECT_EQ(root_name("<!-- a --><b><c"), "b");
  EXPECT_EQ(root_name("<b/>"), "b");
  EXPECT_EQ(root_name("b"), "");
}

}  // namespace
}  // namespace entente::exchange

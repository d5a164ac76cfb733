// Textbook tables against what is in print, and what a cell may hold in each layout.
#include <gtest/gtest.h>

#include "brief/table_forms.h"
#include "entente/cases.h"
#include "entente/tables.h"
#include "kept.h"

namespace entente {
namespace {

/// Kilgour, Hipel, Fang and Peng (2001): the Elmira conflict's states, the ministry's preference vector, and
/// the tableau of sequential stability with its equilibria s5, s8 and s9.
TEST(Textbook, HasElmiraAsItIsInPrint) {
  const std::string csv = whole_answer(
      asking(state_tables, TablesRequest{.tables = {"options", "vectors", "tableau"}, .layout = "csv"}),
      kept_case("elmira"));
  EXPECT_NE(csv.find("party,option,s1,s2,s3,s4,s5,s6,s7,s8,s9\n"), std::string::npos);
  EXPECT_NE(csv.find("Ontario's ministry,\"s7, s3, s4, s8, s5, s1, s2, s6, s9\"\n"), std::string::npos);
  EXPECT_NE(csv.find("Uniroyal,equilibrium,x,x,E,E,E,x,x,x,x\n"
                     ",stability,r,r,r,r,r,u,u,u,u\n"
                     ",situation,s1,s4,s8,s5,s9,s3,s7,s2,s6\n"
                     ",improvements,,,,,,s9,s9,s4,s8\n"
                     ",,,,,,,,,s9,s9\n"),
            std::string::npos)
      << csv;
}

/// Fraser and Hipel's slash: in a game of chicken either driver would rather go first than swerve too, but if
/// both went they would crash.
TEST(Textbook, MarksWhatOthersMovingAtOnceSanction) {
  const Input chicken{.name = "chicken.toml", .content = std::string(new_case("classroom"))};
  TablesRequest request{.of = {.sim = true}, .tables = {"tableau"}, .layout = "csv"};
  const std::string csv = whole_answer(asking(state_tables, request), chicken);
  EXPECT_NE(csv.find("The driver in red,equilibrium,E,E,E,x\n"
                     ",stability,r,u/,r,u\n"
                     ",situation,red-first,both-swerve,blue-first,crash\n"),
            std::string::npos)
      << csv;
  request.of.sim = false;
  EXPECT_NE(whole_answer(asking(state_tables, request), chicken).find(",stability,r,u,r,u\n"),
            std::string::npos);
}

TEST(Textbook, NamesWhatItCannotTell) {
  TablesRequest request{.of = {.sim = true}, .tables = {"options"}};
  EXPECT_NE(whole_answer(asking(state_tables, request), kept_case("elmira")).find("only --tableau tells"),
            std::string::npos);
  const TablesRequest of_none{.of = {.where = "false"}, .tables = {"options"}};
  EXPECT_NE(whole_answer(asking(state_tables, of_none), kept_case("elmira"))
                .find("No situation is among those asked for."),
            std::string::npos);
  const TablesRequest of_nobody{.by_rank = "nobody"};
  EXPECT_NE(whole_answer(asking(state_tables, of_nobody), kept_case("elmira")).find("--by-rank"),
            std::string::npos);
  const std::string many = whole_answer(asking(state_tables, TablesRequest{.tables = {"moves"}}),
                                        kept_case("northern-territories"));
  EXPECT_NE(many.find("a table has 1,024 at most"), std::string::npos) << many;
}

/// A cell, a caption and notes of everything that some layout has a meaning for.
TEST(Textbook, EscapesInEachLayout) {
  const std::string odd = "a,\"b\" & <c> | d_e* 50% $1 #2 {f} ~g ^h \\i";
  const std::vector<TextbookTable> tables = {
      {.id = "options", .caption = odd, .table = {{{"head", "x"}, {"row", odd}}}, .notes = odd}};
  const auto in = [&](std::string_view form) { return tables_as(form, tables, {}); };
  EXPECT_EQ(in("csv"), "head,x\nrow,\"a,\"\"b\"\" & <c> | d_e* 50% $1 #2 {f} ~g ^h \\i\"\n");
  EXPECT_NE(in("markdown").find("| row | a,\"b\" & &lt;c> \\| d\\_e\\* 50% $1 #2 {f} ~g ^h \\\\i |\n"),
            std::string::npos)
      << in("markdown");
  EXPECT_NE(in("latex").find("a,\"b\" \\& <c> | d\\_e* 50\\% \\$1 \\#2 \\{f\\} \\textasciitilde{}g "
                             "\\textasciicircum{}h \\textbackslash{}i \\\\\n"),
            std::string::npos)
      << in("latex");
  EXPECT_NE(in("html").find("<td>a,&quot;b&quot; &amp; &lt;c&gt; | d_e* 50% $1 #2 {f} ~g ^h \\i</td>"),
            std::string::npos);
  EXPECT_EQ(in("html").find("<c>"), std::string::npos);
}

/// A table that is wider than the terminal comes in parts, each with its labels.
TEST(Textbook, IsCutToTheWidth) {
  TextbookTable wide{.id = "options", .caption = "Wide", .table = {{{"party"}, {"north"}}}, .labels = 1};
  for (int k = 100; k < 130; ++k)
    for (std::vector<std::string>& row : wide.table.rows) row.push_back(std::to_string(k));
  const std::string text = tables_as("text", {wide}, {.width = 40});
  std::size_t labels = 0, from = 0;
  for (std::size_t at = 0; (at = text.find("north", at)) != std::string::npos; ++at) ++labels;
  EXPECT_EQ(labels, 5U) << text;
  for (std::size_t end; (end = text.find('\n', from)) != std::string::npos; from = end + 1)
    EXPECT_LE(end - from, 40U) << text;
}

}  // namespace
}  // namespace entente

// What a page says and all pictures of two cases, compared with what is kept under tests/reports/page/ and
// tests/reports/pictures/.
#include <gtest/gtest.h>

#include <optional>

#include "entente/report.h"
#include "kept.h"

namespace entente {
namespace {

const std::vector<std::string> pictured_cases = {"northern-territories", "late"};
const std::vector<std::string> paged_cases = {"elmira", "late"};

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

/// The text without what stands between the end of a beginning and an ending; what is embedded differs by
/// build.
void empty_between(std::string& text, std::string_view begin, std::string_view end) {
  for (std::size_t at = 0; (at = text.find(begin, at)) != std::string::npos;) {
    at += begin.size();
    text.erase(at, text.find(end, at) - at);
  }
}

/// A page as it is but for its style, its script and its engine; its JSON in lines. Nothing where the program
/// was built without the script: its page then says so.
std::optional<std::string> page_without_assets(const Input& input) {
  bool scripted = true;
  const Inquiry asked = [&](const Input& i, const Look& l, const Sink& s) {
    Answer answer = report(i, {}, l, s);
    scripted = answer.err.empty();
    return answer;
  };
  std::string page = whole_answer(asked, input);
  if (!scripted) return std::nullopt;
  empty_between(page, "<style>", "</style>");
  empty_between(page, "<script>", "</script>");
  empty_between(page, "<script id=\"page-engine\" type=\"text/plain\">", "</script>");
  replace_all(page, "\\n", "\n");
  replace_all(page, std::string(version()), "VERSION");
  return page;
}

/// The parts of a page, in lines.
std::string page_parts(const Input& input, const PageRequest& request) {
  std::string parts = whole_answer(asking(page, request, Form::json), input);
  replace_all(parts, "\\n", "\n");
  replace_all(parts, std::string(version()), "VERSION");
  return parts;
}

TEST(PageReports, AreAsKept) {
  for (const std::string& stem : paged_cases) {
    const std::optional<std::string> page = page_without_assets(kept_case(stem));
    if (!page) GTEST_SKIP() << "This program was built without the page's script.";
    expect_kept("page/" + stem + ".html", *page);
  }
}

TEST(PageReports, ChangedAreAsKept) {
  Input input = kept_case("late");
  input.changes = {"drop lower/statement/2"};
  expect_kept("page/late.changed.json", page_parts(input, {}));
  expect_kept("page/late.bar.json", page_parts(input, {.bar_alone = true}));
  expect_kept("page/elmira.state.json", page_parts(kept_case("elmira"), {.state = StateName{3}}));
}

TEST(PictureReports, AreAsKept) {
  for (const std::string& stem : pictured_cases)
    for (const std::string& picture : picture_names()) {
      const std::string svg = whole_answer(asking(draw, DrawRequest{.picture = picture}), kept_case(stem));
      expect_kept("pictures/" + stem + "." + picture + ".svg", svg);
    }
}

}  // namespace
}  // namespace entente

// The page around its sections.
#include "page/document.h"

#include <algorithm>
#include <array>

#include "brief/replies_told.h"
#include "text/html.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr const char* policy =
    "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline' "
    "'wasm-unsafe-eval' blob:; worker-src blob:; base-uri 'none'; form-action 'none'";

constexpr const char* print_note =
    "The terms that are underlined on the screen are explained at the end, under \"Terms\".";

void meta(Markup& out, const std::string& name, const std::string& content) {
  out.raw("<meta name=\"" + name + "\" content=\"" + escaped(content) + "\">\n");
}

void head(Markup& out, const Frame& f) {
  out.open("head").raw("<meta charset=\"utf-8\">\n");
  out.raw(std::string("<meta http-equiv=\"Content-Security-Policy\" content=\"") + policy + "\">\n");
  meta(out, "viewport", "width=device-width, initial-scale=1");
  meta(out, "color-scheme", "light dark");
  meta(out, "entente-version", f.version);
  meta(out, "entente-case", f.case_hash);
  meta(out, "entente-name", f.case_name);
  if (f.as_of) meta(out, "entente-as-of", *f.as_of);
  if (f.replies != Replies::legal) meta(out, "entente-answers", std::string(id(f.replies)));
  if (f.left_out) meta(out, "entente-redacted", "yes");
  out.element("title", f.title);
  out.open("style").raw("\n").raw(f.assets.style).close().close();
}

std::string left_out_words(const Withheld& w) {
  std::vector<std::string> what;
  const auto add = [&](std::size_t n, const std::string& noun) {
    if (n > 0) what.push_back(counted(n, noun));
  };
  add(w.preferences, "wish of a party");
  add(w.sources, "source");
  if (w.evidence > 0)
    what.push_back(w.evidence == 1 ? "one piece of evidence" : in_words(w.evidence) + " pieces of evidence");
  return what.empty() ? "Nothing in the case is marked as confidential, so nothing had to be left out."
                      : "What is confidential has been left out: " + listed(what) +
                            ". The verdicts are those of the whole case; how firm they are is told without "
                            "what is withheld. The page cannot be recomputed by its reader.";
}

void header(Markup& out, const Frame& f) {
  out.open("header").element("h1", f.title);
  if (f.replies != Replies::legal) out.element("p", replies_words(f.replies));
  if (f.left_out) {
    out.open("p", {{"class", "redacted"}}).element("strong", "This is a redacted page. ");
    out.text(left_out_words(*f.left_out)).close();
  }
  out.element("p", print_note, {{"class", "print-only"}});
  if (f.assets.script.empty())
    out.element(
        "p",
        "This page was written by a program that was built without the page's script: it can be read and "
        "printed, but nothing in it can be switched.",
        {{"class", "quiet"}});
  out.close();
}

void contents(Markup& out, const std::vector<Section>& sections) {
  out.open("nav", {{"class", "contents"}, {"aria-label", "Contents"}}).open("ul");
  for (const Section& p : sections) out.open("li").element("a", p.title, {{"href", "#" + p.id}}).close();
  out.open("li").element("a", "How this page was made", {{"href", "#about"}}).close();
  out.close().close();
}

void footer(Markup& out, const Frame& f) {
  out.open("footer", {{"id", "about"}}).element("h2", "How this page was made");
  out.open("p").text("By Entente " + f.version + " from the case file ").element("code", f.case_name);
  out.text(", whose SHA-256 is ").element("code", f.case_hash);
  if (f.as_of) out.text(", put back to " + *f.as_of);
  out.text(f.left_out ? ", without what is confidential." : ".").close();
  out.paragraph(
         "The program makes the same page again of that file, and tells of any page whether it is true to "
         "its case.")
      .close();
}

void scripts(Markup& out, const Frame& f) {
  if (f.assets.script.empty()) return;
  if (!f.data.empty()) {
    std::string safe;
    for (const char c : f.data)
      if (c == '<')
        safe += "\\u003c";
      else
        safe += c;
    out.open("script", {{"id", "page-data"}, {"type", "application/json"}}).raw(safe).close();
    out.open("script", {{"id", "page-engine"}, {"type", "text/plain"}}).raw(f.assets.engine).close();
  }
  out.open("script").raw(f.assets.script).close();
}

std::optional<std::string> meta_content(std::string_view page, std::string_view name) {
  const std::string start = "<meta name=\"" + std::string(name) + "\" content=\"";
  const std::size_t at = page.find(start);
  if (at == std::string_view::npos) return std::nullopt;
  const std::size_t begin = at + start.size();
  const std::size_t end = page.find('"', begin);
  if (end == std::string_view::npos) return std::nullopt;
  std::string text(page.substr(begin, end - begin));
  constexpr std::array<std::pair<const char*, char>, 5> entities = {
      {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}}};
  for (const auto& [entity, c] : entities)
    for (std::size_t found = text.find(entity); found != std::string::npos;
         found = text.find(entity, found + 1))
      text.replace(found, std::string_view(entity).size(), 1, c);
  return text;
}

}  // namespace

std::string document(const std::vector<Section>& sections, const Frame& frame) {
  Markup out;
  out.raw("<!doctype html>\n").open("html", {{"lang", "en"}});
  head(out, frame);
  out.open("body").element("a", "Skip to the text", {{"class", "skip"}, {"href", "#main"}});
  header(out, frame);
  out.open("main", {{"id", "main"}, {"tabindex", "-1"}});
  const auto behind =
      std::find_if(sections.begin(), sections.end(), [](const Section& p) { return !p.first_screen; });
  for (auto p = sections.begin(); p != behind; ++p) out.raw(p->html);
  contents(out, sections);
  for (auto p = behind; p != sections.end(); ++p) out.raw(p->html);
  out.close();
  footer(out, frame);
  scripts(out, frame);
  return out.html();
}

std::optional<PageClaims> claims(std::string_view page) {
  const std::string_view head = page.substr(0, page.find("<body"));
  const std::optional<std::string> version = meta_content(head, "entente-version");
  const std::optional<std::string> hash = meta_content(head, "entente-case");
  const std::optional<std::string> name = meta_content(head, "entente-name");
  if (!version || !hash || !name) return std::nullopt;
  return PageClaims{*version,
                    *name,
                    *hash,
                    meta_content(head, "entente-as-of"),
                    meta_content(head, "entente-answers"),
                    meta_content(head, "entente-redacted").has_value()};
}

}  // namespace entente

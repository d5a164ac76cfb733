// Plain HTML, every text escaped.
#include "server/plain_pages.h"

#include <entente/entente.h>
#include <fmt/format.h>

#include "server/reply.h"

namespace entente::server {
namespace {

/// A text as one segment of a path.
std::string as_segment(std::string_view text) {
  std::string segment;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_';
    segment += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return segment;
}

std::string row(const Listed& file) {
  const std::string name = escaped(file.name);
  const std::string way = as_segment(file.name);
  if (file.etag.empty()) return fmt::format("<tr><td>{}</td><td>too large for a case</td></tr>\n", name);
  return fmt::format(
      "<tr><td><a href=\"/report/{0}\">{1}</a></td><td><a href=\"/brief/{0}\">brief</a></td><td><a "
      "href=\"/api/files/{0}\">text</a></td></tr>\n",
      way, name);
}

}  // namespace

std::string plain_page(std::string_view title, const std::string& body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
      "<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" "
      "href=\"/plain.css\">\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
      escaped(title), body);
}

std::string_view plain_style() {
  return ":root { color-scheme: light dark; }\n"
         "body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1rem; }\n"
         "td { padding: 0.2rem 1.5rem 0.2rem 0; }\n"
         "pre { overflow-x: auto; white-space: pre-wrap; }\n"
         "label, input, button { display: block; font: inherit; margin: 0.5rem 0; }\n"
         ".wrong { border-left: 0.3rem solid; padding-left: 0.7rem; }\n";
}

std::string start_page(const std::string& folder, const std::vector<Listed>& cases, bool password) {
  std::string body = fmt::format(
      "<h1>Entente</h1>\n<p>The cases in <code>{}</code>. Each opens as its report.</p>\n", escaped(folder));
  if (cases.empty()) body += "<p>There are none yet: <code>entente new my-case.toml</code> makes one.</p>\n";
  body += "<table>\n";
  for (const Listed& file : cases) body += row(file);
  body +=
      "</table>\n<p>This program was built without the workbench, which <code>./dev build</code> builds with "
      "Node.js. What it would use is here all the same: <a href=\"/api\">the API</a>, described in "
      "<code>docs/api.md</code>.</p>\n";
  if (password) body += "<form method=\"post\" action=\"/logout\"><button>Log out</button></form>\n";
  return plain_page("Entente", body);
}

std::string brief_page(const std::string& name, const std::string& text) {
  return plain_page(name, fmt::format("<p><a href=\"/\">All cases</a></p>\n<h1>{}</h1>\n<pre>{}</pre>\n",
                                      escaped(name), escaped(text)));
}

std::string login_page(const std::string& wrong) {
  std::string body = "<h1>Entente</h1>\n";
  if (!wrong.empty()) body += fmt::format("<p class=\"wrong\" role=\"alert\">{}</p>\n", escaped(wrong));
  body +=
      "<form method=\"post\" action=\"/login\">\n<label for=\"password\">Password</label>\n"
      "<input id=\"password\" name=\"password\" type=\"password\" autocomplete=\"current-password\" required "
      "autofocus>\n"
      "<button>Log in</button>\n</form>\n";
  return plain_page("Log in - Entente", body);
}

std::string onward_page(const std::string& to) {
  // A redirect would count as coming from wherever the link stood, and the cookie would not go with it.
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Entente</title>\n<link "
      "rel=\"icon\" href=\"data:,\">\n"
      "<meta http-equiv=\"refresh\" content=\"0; url={0}\">\n</head>\n<body>\n"
      "<p><a href=\"{0}\">Go on to Entente</a></p>\n</body>\n</html>\n",
      escaped(to));
}

std::string stranger_page(bool used_link) {
  return plain_page("Entente", std::string("<h1>Entente</h1>\n") +
                                   (used_link ? "<p>This link was used before, and each is good once. A new "
                                                "one now stands in the terminal where "
                                                "<code>entente serve</code> runs.</p>\n"
                                              : "<p>Open the link that <code>entente serve</code> printed in "
                                                "its terminal: it lets this browser "
                                                "in.</p>\n"));
}

}  // namespace entente::server

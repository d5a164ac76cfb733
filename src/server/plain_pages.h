// Pages of plain HTML: the start page where no workbench was built, a brief as text, and how to log in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/store.h"

namespace entente::server {

/// A whole page; `title` is text, `body` is HTML.
std::string plain_page(std::string_view title, const std::string& body);
/// The style that those pages link to.
std::string_view plain_style();

std::string start_page(const std::string& folder, const std::vector<Listed>& cases, bool password);
std::string brief_page(const std::string& name, const std::string& text);
/// A form; with what was wrong, if something was.
std::string login_page(const std::string& wrong);
/// Where the session began: goes on by itself to where it was meant to go.
std::string onward_page(const std::string& to);
/// For who comes without a session; `used_link`: with a link that was used before.
std::string stranger_page(bool used_link);

}  // namespace entente::server

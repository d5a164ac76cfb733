// Which cases a batch is about: those of a list or of a folder, or one part of them.
#include "cli/batch_cases.h"

#include <fmt/format.h>
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>

#include "text/text.h"

namespace entente::cli {
namespace {

namespace fs = std::filesystem;

using Cases = std::vector<BatchCase>;

constexpr std::size_t longest_list = std::size_t{64} << 20;
constexpr std::string_view blanks = " \t\r";

/// One that is hidden counts for nothing, and a folder is gone through but by no link.
std::variant<Cases, Failure> cases_under(const std::string& folder) {
  Cases cases;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error), end;
  for (; !error && at != end; at.increment(error)) {
    std::error_code unknown;
    const bool hidden = at->path().filename().string().starts_with('.');
    if (hidden && at->is_directory(unknown)) at.disable_recursion_pending();
    if (hidden || at->path().extension() != ".toml" || at->is_directory(unknown)) continue;
    cases.push_back({at->path().lexically_relative(folder).string(), at->path().string()});
  }
  if (error) return Failure{fmt::format("cannot read '{}': {}", folder, error.message())};
  std::sort(cases.begin(), cases.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return cases;
}

Cases listed(std::string_view text, const fs::path& folder) {
  Cases cases;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(blanks) != std::string_view::npos)
      cases.push_back({std::string(line), (folder / line).string()});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return cases;
}

std::variant<Cases, Failure> cases_listed(const std::string& list) {
  const auto read = read_input(list, longest_list);
  if (const auto* failure = std::get_if<Failure>(&read)) return *failure;
  const std::string& content = std::get<Input>(read).content;
  if (content.size() > longest_list)
    return Failure{fmt::format("'{}' is larger than a list may be, {} MB", list, longest_list >> 20)};
  const fs::path folder = list == "-" ? fs::path() : fs::path(list).parent_path();
  return listed(without_byte_order_mark(content), folder);
}

}  // namespace

std::variant<Cases, Failure> batch_cases(const std::string& named) {
  return is_folder(named) ? cases_under(named) : cases_listed(named);
}

Cases block(Cases cases, std::pair<std::uint32_t, std::uint32_t> part) {
  const auto behind = [&cases, &part](std::uint64_t blocks) {
    return cases.begin() + static_cast<std::ptrdiff_t>(cases.size() * blocks / part.second);
  };
  return {std::make_move_iterator(behind(part.first - 1)), std::make_move_iterator(behind(part.first))};
}

}  // namespace entente::cli

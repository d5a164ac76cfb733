// `report` and `verify`: the page written whole or not at all, and a page held against its case.
#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "cli/long_work.h"
#include "cli/means.h"
#include "cli/new_file.h"

namespace entente::cli {

namespace {

/// Of a page; the largest case comes to less.
constexpr std::size_t largest_page = std::size_t{256} << 20;

Failure too_large(const std::string& name) {
  return {fmt::format("'{}' is larger than any page that Entente writes, {} MB; it was not looked into", name,
                      largest_page >> 20)};
}

/// One that is too large is not read, or where its size is known only then, no further than that.
std::variant<Input, Failure> read_page(const std::string& name) {
  std::error_code unknown;
  const auto size = std::filesystem::file_size(name, unknown);
  if (!unknown && size > largest_page) return too_large(name);
  auto read = read_input(name, largest_page);
  const auto* page = std::get_if<Input>(&read);
  if (page != nullptr && page->content.size() > largest_page) return too_large(page->name);
  return read;
}

}  // namespace

int run_report(const Arguments& arguments, const Look& look, Output& out) {
  auto read = read_input(arguments.cases.front());
  if (const auto* failure = std::get_if<Failure>(&read)) return fail(*failure);
  Input& input = std::get<Input>(read);
  give_means(input, arguments);
  ReportRequest request = arguments.report;
  request.watching = watching();
  std::string page;
  const Sink keep = [&page](std::string_view piece) { return page.append(piece), true; };
  const Answer answer = report(input, request, look, keep);
  return deliver(answer, page, arguments, out);
}

int run_verify(const Arguments& arguments, const Look& look, Output& out) {
  const auto page = read_page(arguments.cases.front());
  if (const auto* failure = std::get_if<Failure>(&page)) return fail(*failure);
  auto read = read_input(arguments.cases.back());
  if (const auto* failure = std::get_if<Failure>(&read)) return fail(*failure);
  Input& of = std::get<Input>(read);
  give_means(of, arguments);
  const Answer answer = verify(std::get<Input>(page).content, of, look,
                               [&out](std::string_view text) { return out.write(text); });
  out.flush();
  complain(answer.err);
  return answer.status;
}

}  // namespace entente::cli

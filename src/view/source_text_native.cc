// Sources' files found, read and parted into paragraphs.
#include "view/source_text.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "formula/lexer.h"
#include "model/vocabulary.h"
#include "model/wording.h"

namespace entente {
namespace {

constexpr std::uintmax_t largest_source = std::uintmax_t{16} << 20;

std::optional<std::string> content(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error) || error) return std::nullopt;
  if (std::filesystem::file_size(path, error) > largest_source || error) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file) return std::nullopt;
  return bytes;
}

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\v\f") == std::string_view::npos;
}

}  // namespace

std::vector<Paragraph> paragraphs(const Text& text) {
  std::vector<Paragraph> found;
  bool inside = false;
  for (std::uint32_t begin = 0; begin < text.content().size();) {
    const std::size_t line_end = std::min(text.content().find('\n', begin), text.content().size());
    const auto end = static_cast<std::uint32_t>(line_end);
    if (!blank(text.at({begin, end}))) {
      if (!inside) found.push_back({{begin, end}, {}});
      found.back().at.end = end;
      inside = true;
    } else {
      inside = false;
    }
    begin = end + 1;
  }
  for (Paragraph& paragraph : found) paragraph.words = folded(text.at(paragraph.at));
  return found;
}

std::optional<SourceText> source_text(const std::string& folder, const std::string& id) {
  if (!is_identifier(id)) return std::nullopt;
  for (const std::string& name : {id + ".txt", id}) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    if (std::optional<std::string> bytes = content(path)) {
      auto text = std::make_shared<const Text>(path.string(), std::move(*bytes));
      std::vector<Paragraph> parts = paragraphs(*text);
      return SourceText{std::move(text), std::move(parts)};
    }
  }
  return std::nullopt;
}

}  // namespace entente

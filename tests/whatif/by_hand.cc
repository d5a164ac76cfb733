// Changes made to the text of a case line by line.
#include "by_hand.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <regex>
#include <sstream>

namespace entente::by_hand {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.push_back(line);
  return all;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

bool begins(const std::string& line, const std::string& head) {
  const std::size_t at = line.find_first_not_of(' ');
  return at != std::string::npos && line.compare(at, head.size(), head) == 0;
}

/// Lines from the head of a table to the next head.
struct Block {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The n-th table with this head at or behind a line.
std::optional<Block> block(const Lines& lines, const std::string& head, std::size_t n, std::size_t from) {
  for (std::size_t k = from; k < lines.size(); ++k) {
    if (!begins(lines[k], head)) continue;
    if (n-- > 0) continue;
    std::size_t end = k + 1;
    while (end < lines.size() && !begins(lines[end], "[[") && !begins(lines[end], "#")) ++end;
    return Block{k, end};
  }
  return std::nullopt;
}

std::optional<Block> find(const Lines& lines, const Model& model, const Assumption& a, std::size_t number) {
  if (a.kind == Assumption::Kind::rule) return block(lines, "[[rule]]", number, 0);
  if (a.mover && model.is_group(*a.mover)) {  // joint options stand behind all others, as in the file
    std::size_t joints = 0;
    for (const Group& group : model.groups) joints += group.options.size();
    return block(lines, "[[joint]]", number + joints - model.options.size(), 0);
  }
  const auto party = block(lines, "[[party]]", index(*a.party), 0);
  if (!party) return std::nullopt;
  if (a.kind == Assumption::Kind::way) return block(lines, "[[party.move]]", number, party->begin);
  if (a.kind == Assumption::Kind::statement || a.kind == Assumption::Kind::demand)
    return block(lines, "[[party.preference]]", number, party->begin);
  return block(lines, "[[party.option]]", number - index(model[*a.party].options.front()), party->begin);
}

std::optional<std::string> without(Lines lines, const Block& b) {
  lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(b.begin),
              lines.begin() + static_cast<std::ptrdiff_t>(b.end));
  return joined(lines);
}

/// A key's line taken out, or given another value; nothing where the block has no such line.
std::optional<std::string> with_key(Lines lines, const Block& b, const std::string& key,
                                    const std::string& value) {
  const std::regex whole("^\\s*" + key + "\\s*=.*$");
  for (std::size_t k = b.begin; k < b.end; ++k) {
    if (!std::regex_match(lines[k], whole)) continue;
    lines[k] = value.empty() ? "" : key + " = " + value;
    return joined(lines);
  }
  return std::nullopt;
}

/// A weight's line with the weight so many times as large; a statement without one weighs nothing to change.
std::optional<std::string> weighed(Lines lines, const Block& b, double times) {
  const std::regex whole(R"(^\s*weight\s*=\s*([-+0-9.eE_]+).*$)");
  std::smatch found;
  for (std::size_t k = b.begin; k < b.end; ++k) {
    if (!std::regex_match(lines[k], found, whole)) continue;
    std::ostringstream line;
    line << "weight = " << std::setprecision(12) << std::stod(found[1]) * times;
    lines[k] = line.str();
    return joined(lines);
  }
  return std::nullopt;
}

std::optional<std::string> swapped(const Lines& lines, const Block& a, const Block& b) {
  Lines all(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(a.begin));
  const auto put = [&](std::size_t from, std::size_t to) {
    all.insert(all.end(), lines.begin() + static_cast<std::ptrdiff_t>(from),
               lines.begin() + static_cast<std::ptrdiff_t>(to));
  };
  put(b.begin, b.end), put(a.end, b.begin), put(a.begin, a.end), put(b.end, lines.size());
  return joined(all);
}

/// The tests of a ranking with the one of a number and the next swapped, or joined by "or"; their states do
/// not overlap in the cases here.
std::optional<std::string> reranked(const Lines& lines, const Assumption& a, bool alike) {
  const auto party = block(lines, "[[party]]", index(*a.party), 0);
  if (!party) return std::nullopt;
  const std::string text = joined(lines);
  std::size_t at = 0;
  for (std::size_t k = 0; k < party->begin; ++k) at = text.find('\n', at) + 1;
  const std::size_t begin = text.find('[', text.find("\nranking", at)) + 1;
  const std::string list = text.substr(begin, text.find("]\n", begin) - begin);
  std::vector<std::string> tests;
  const std::regex quoted("\"[^\"]*\"");
  for (std::sregex_iterator it(list.begin(), list.end(), quoted), end; it != end; ++it)
    tests.push_back(it->str());
  std::string& upper = tests.at(a.number);
  std::string& lower = tests.at(a.number + 1);
  if (alike) {
    upper = "\"(" + upper.substr(1, upper.size() - 2) + ") or (" + lower.substr(1, lower.size() - 2) + ")\"";
    tests.erase(tests.begin() + static_cast<std::ptrdiff_t>(a.number) + 1);
  } else {
    std::swap(upper, lower);
  }
  std::string now;
  for (const std::string& test : tests) now += (now.empty() ? "" : ", ") + test;
  return text.substr(0, begin) + now + text.substr(begin + list.size());
}

}  // namespace

std::string library_case(const std::string& name) {
  std::ifstream file(std::string(ENTENTE_SOURCE_DIR) + "/cases/" + name + ".toml");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> library_names() {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(ENTENTE_SOURCE_DIR) + "/cases"))
    if (const std::string name = entry.path().stem().string();
        entry.path().extension() == ".toml" && library_case(name).find("[[include]]") == std::string::npos)
      all.push_back(name);
  std::sort(all.begin(), all.end());
  return all;
}

std::optional<std::string> edited(const std::string& text, const Model& model, const Assumption& a,
                                  const Change& change) {
  const Lines lines = lines_of(text);
  if (a.kind == Assumption::Kind::order) return reranked(lines, a, change.kind == Change::Kind::merge);
  const std::optional<Block> b = find(lines, model, a, a.number);
  if (!b) return std::nullopt;
  switch (change.kind) {
    case Change::Kind::drop:
    case Change::Kind::permit: return without(lines, *b);
    case Change::Kind::waive: return with_key(lines, *b, "demand", "false");
    case Change::Kind::close:
      if (model[*a.party].moves.size() > 1) return without(lines, *b);
      return with_key(lines, *b, "from", "\"false\"");
    case Change::Kind::unlist: {
      std::optional<std::string> left = text;
      for (std::size_t n = model[*a.party].moves.size(); n-- > 0;)
        left = without(lines_of(*left), *find(lines_of(*left), model, a, n));
      return left;
    }
    case Change::Kind::any_time: return with_key(lines, *b, "when", "");
    case Change::Kind::lift: return with_key(lines, *b, "moves", "\"free\"");
    case Change::Kind::lighter: return weighed(lines, *b, 0.8);
    case Change::Kind::heavier: return weighed(lines, *b, 1.2);
    case Change::Kind::swap: {
      const std::optional<Block> other = find(lines, model, a, change.next);
      return other ? swapped(lines, *b, *other) : std::nullopt;
    }
    default: return std::nullopt;
  }
}

}  // namespace entente::by_hand

// A case written as TOML: whole, or statements of it in place of others.
#include "casefile/write.h"

#include <fmt/format.h>
#include <algorithm>
#include <concepts>

#include "casefile/rows.inc"
#include "casefile/statement.h"

namespace entente::casefile {
namespace {

/// A basic string: what may not stand in one is escaped.
std::string toml_string(std::string_view text) {
  std::string all = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      all += '\\', all += c;
    else if (c == '\n')
      all += "\\n";
    else if (byte < 0x20 || byte == 0x7f)
      all += fmt::format("\\u{:04X}", byte);
    else
      all += c;
  }
  return all + "\"";
}

std::string toml_string(const String& s) {
  return toml_string(s.value);
}

std::string joined(const std::vector<std::string>& all) {
  return fmt::format("{}", fmt::join(all, ", "));
}

std::string list(const Strings& all) {
  std::vector<std::string> each;
  for (const String& s : all) each.push_back(toml_string(s));
  return "[" + joined(each) + "]";
}

std::string change(const Change& one) {
  if (!one.in_braces) return list({one.from, one.to});
  return "{ from = " + toml_string(one.from) + ", to = " + toml_string(one.to) +
         (one.when ? ", when = " + toml_string(*one.when) : "") + " }";
}

std::string pair(const Key& key, const Entry& entry) {
  if (key.type == Type::weights) return toml_string(entry.key) + " = " + entry.value.value;
  if (entry.label)
    return toml_string(entry.key) + " = { when = " + toml_string(entry.value) +
           ", label = " + toml_string(*entry.label) + " }";
  return toml_string(entry.key) + " = " + toml_string(entry.value);
}

/// Walks the table of keys; a table within a table comes behind the keys of its own, as its row does.
class Writer {
 public:
  std::string text(const Case& c, std::string_view comment) {
    while (!comment.empty()) {
      const std::size_t end = std::min(comment.find('\n'), comment.size());
      out_ += fmt::format("# {}\n", comment.substr(0, end));
      comment.remove_prefix(std::min(end + 1, comment.size()));
    }
    keys(c);
    return std::move(out_);
  }

 private:
  template <class T>
  void keys(const T& table) {
    each_key<T>([&](const auto& row) { put(row.key, row.of(table), table); });
  }

  void put(const Key& key, const auto& member, const Table&) {
    if (const std::string text = value(key, member); !text.empty())
      out_ += fmt::format("{} = {}\n", key.name, text);
  }
  /// The entries of the case's own have a table with a head.
  void put(const Key& key, const std::vector<Entry>& entries, const Case&) {
    if (!entries.empty()) out_ += fmt::format("\n[{}]\n", key.name);
    for (const Entry& e : entries) out_ += pair(key, e) + "\n";
  }
  template <std::derived_from<Table> T>
  void put(const Key&, const std::optional<T>& one, const Table&) {
    if (one) under_head(*one);
  }
  template <std::derived_from<Table> T>
  void put(const Key&, const std::vector<T>& all, const Table&) {
    for (const T& one : all) under_head(one);
  }

  template <class T>
  void under_head(const T& table) {
    out_ += fmt::format("\n{}\n", Rows<T>::head);
    keys(table);
  }

  std::string out_;
};

}  // namespace

std::string value(const Key& key, const std::optional<String>& s) {
  if (!s) return {};
  return key.type == Type::number ? s->value : toml_string(*s);
}

std::string value(const Key&, const Strings& all) {
  return all.empty() ? std::string{} : list(all);
}

std::string value(const Key&, const std::optional<Placed<Strings>>& all) {
  return all ? list(all->value) : std::string{};
}

std::string value(const Key&, const std::optional<Placed<bool>>& yes) {
  if (!yes) return {};
  return yes->value ? "true" : "false";
}

std::string value(const Key& key, const std::optional<Placed<std::int64_t>>& number) {
  if (number) return std::to_string(number->value);
  return key.type == Type::one ? "1" : "";  // a case made here has no format yet
}

std::string value(const Key&, const std::optional<Moves>& moves) {
  if (!moves) return {};
  if (moves->word) return toml_string(*moves->word);
  std::vector<std::string> changes;
  for (const Change& one : moves->changes) changes.push_back(change(one));
  return "[" + joined(changes) + "]";
}

std::string value(const Key& key, const std::vector<Entry>& entries) {
  if (entries.empty()) return {};
  std::vector<std::string> pairs;
  for (const Entry& e : entries) pairs.push_back(pair(key, e));
  return "{ " + joined(pairs) + " }";
}

std::string write(const Case& written, std::string_view comment) {
  return Writer().text(written, comment);
}

namespace {

/// The byte behind the end of the line that a byte stands in.
std::uint32_t next_line(std::string_view text, std::uint32_t at) {
  const std::size_t end = text.find('\n', at);
  return static_cast<std::uint32_t>(end == std::string_view::npos ? text.size() : end + 1);
}

/// The first byte of a line that is no white space, or '\n' for a blank one.
char first(std::string_view text, std::uint32_t line) {
  const std::size_t at = text.find_first_not_of(" \t\r", line);
  return at == std::string_view::npos ? '\n' : text[at];
}

bool blank_before(std::string_view text, std::uint32_t line) {
  return line == 0 || first(text, line_begin(text, line - 1)) == '\n';
}

/// The head of a block, which may have comments above it.
Statement head(std::string_view text, Place block) {
  return statement_at(text, block.begin);
}

}  // namespace

std::string edited(std::string_view text, Place place, std::vector<TextEdit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const TextEdit& a, const TextEdit& b) { return a.at.begin < b.at.begin; });
  std::string out;
  std::uint32_t done = place.begin;
  for (const TextEdit& edit : edits) {
    if (edit.at.begin < done || edit.at.end > place.end) continue;
    out.append(text.substr(done, edit.at.begin - done)).append(edit.instead);
    done = edit.at.end;
  }
  return out.append(text.substr(done, place.end - done));
}

std::optional<Place> block(std::string_view text, const Table& table) {
  const Statement head = statement_at(text, line_begin(text, table.at.begin));
  if (!head.head || head.at.begin != table.at.begin) return std::nullopt;
  Place whole = {line_begin(text, head.at.begin), head.at.end};
  while (whole.begin > 0 && first(text, line_begin(text, whole.begin - 1)) == '#')
    whole.begin = line_begin(text, whole.begin - 1);
  for (Statement next = statement_at(text, whole.end); next.at.begin < next.at.end && !next.head;
       next = statement_at(text, whole.end))
    whole.end = next.at.end;
  return whole;
}

TextEdit without_block(std::string_view text, Place block) {
  Place gone = {block.begin, next_line(text, block.end)};
  if (blank_before(text, gone.begin))
    while (gone.end < text.size() && first(text, gone.end) == '\n') gone.end = next_line(text, gone.end);
  return {gone, {}};
}

TextEdit without_key(std::string_view text, Place block, std::uint32_t value) {
  Statement key = head(text, block);
  while (key.at.end <= value) key = statement_at(text, key.at.end);
  return {{line_begin(text, key.at.begin), next_line(text, key.at.end)}, {}};
}

namespace {

/// What the first key of a block is indented by.
std::string_view indent_of(std::string_view text, Place block) {
  const Statement first_key = statement_at(text, head(text, block).at.end);
  if (first_key.at.begin >= block.end) return {};
  const std::uint32_t begin = line_begin(text, first_key.at.begin);
  return text.substr(begin, first_key.at.begin - begin);
}

}  // namespace

TextEdit with_key(std::string_view text, Place block, std::string_view line) {
  const std::uint32_t at = head(text, block).at.end;
  return {{at, at}, std::string("\n").append(indent_of(text, block)).append(line)};
}

TextEdit with_last_key(std::string_view text, Place block, std::string_view line) {
  return {{block.end, block.end}, std::string("\n").append(indent_of(text, block)).append(line)};
}

}  // namespace entente::casefile

// A case as written, written again as TOML.
#include "casefile/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>

#include "casefile/rows.inc"

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

std::string pair(const Entry& entry) {
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
    for (const Entry& e : entries) out_ += pair(e) + "\n";
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
  std::vector<std::string> pairs;
  for (const Placed<std::vector<String>>& one : moves->pairs) pairs.push_back(list(one.value));
  return "[" + joined(pairs) + "]";
}

std::string value(const Key&, const std::vector<Entry>& entries) {
  if (entries.empty()) return {};
  std::vector<std::string> pairs;
  for (const Entry& e : entries) pairs.push_back(pair(e));
  return "{ " + joined(pairs) + " }";
}

std::string write(const Case& written, std::string_view comment) {
  return Writer().text(written, comment);
}

}  // namespace entente::casefile

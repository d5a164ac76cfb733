// A case as written, written again as TOML.
#include "casefile/write.h"

#include <fmt/format.h>

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

std::string list(const Strings& all) {
  std::string text;
  for (const String& s : all) text += (text.empty() ? "" : ", ") + toml_string(s);
  return "[" + text + "]";
}

class Writer {
 public:
  std::string text(const Case& c, std::string_view comment) {
    while (!comment.empty()) {
      const std::size_t end = std::min(comment.find('\n'), comment.size());
      out_ += fmt::format("# {}\n", comment.substr(0, end));
      comment.remove_prefix(std::min(end + 1, comment.size()));
    }
    line("format", std::to_string(c.format ? c.format->value : 1));
    put("title", c.title), put("date", c.date), put("summary", c.summary);
    if (!c.names.empty()) head("[names]");
    for (const Entry& e : c.names) line(toml_string(e.key), toml_string(e.value));
    if (c.agreement) agreement(*c.agreement);
    for (const Source& s : c.sources) source(s);
    for (const Evidence& e : c.evidence) evidence(e);
    for (const Party& p : c.parties) party(p);
    for (const Rule& r : c.rules) rule(r);
    for (const Stake& s : c.stakes) stake(s);
    for (const Event& e : c.events) event(e);
    return std::move(out_);
  }

 private:
  void head(std::string_view name) { out_ += fmt::format("\n{}\n", name); }
  void line(std::string_view key, std::string_view value) { out_ += fmt::format("{} = {}\n", key, value); }
  void put(std::string_view key, const std::optional<String>& s) {
    if (s) line(key, toml_string(*s));
  }
  void put(std::string_view key, const std::optional<Placed<Strings>>& all) {
    if (all) line(key, list(all->value));
  }
  void put(std::string_view key, const std::optional<Placed<bool>>& yes) {
    if (yes) line(key, yes->value ? "true" : "false");
  }
  void put(std::string_view key, const Strings& all) {
    if (!all.empty()) line(key, list(all));
  }
  void put(std::string_view key, const std::vector<Entry>& entries) {
    if (entries.empty()) return;
    std::string text;
    for (const Entry& e : entries)
      text += (text.empty() ? "" : ", ") + toml_string(e.key) + " = " + toml_string(e.value);
    line(key, "{ " + text + " }");
  }
  void put(const Grounds& g) {
    put("why", g.why), put("evidence", g.evidence), put("doubted_by", g.doubted_by);
  }

  void agreement(const Agreement& a) {
    head("[agreement]");
    put("when", a.when), put("needs", a.needs), put("by", a.by);
  }

  void source(const Source& s) {
    head("[[source]]");
    put("id", s.id), put("title", s.title), put("publisher", s.publisher), put("date", s.date);
    put("url", s.url), put("grade", s.grade), put("confidential", s.confidential);
  }

  void evidence(const Evidence& e) {
    head("[[evidence]]");
    put("id", e.id), put("source", e.source), put("claim", e.claim), put("by", e.by), put("basis", e.basis);
    if (e.at_paragraph) line("at", std::to_string(e.at_paragraph->value));
    put("terms", e.terms), put("confidential", e.confidential);
  }

  void party(const Party& p) {
    head("[[party]]");
    put("id", p.id), put("name", p.name), put("people", p.people), put("ranking", p.ranking);
    for (const Option& o : p.options) option(o);
    for (const Preference& s : p.preferences) preference(s);
  }

  void option(const Option& o) {
    head("[[party.option]]");
    put("id", o.id), put("name", o.name), put("values", o.values), put("labels", o.labels);
    put("start", o.start), put("status_quo", o.status_quo);
    if (o.moves) moves(*o.moves);
    put("when", o.when), put("takes", o.takes), put(o.grounds);
  }

  void moves(const Moves& m) {
    if (m.word) return put("moves", m.word);
    std::string text;
    for (const Placed<std::vector<String>>& pair : m.pairs)
      text += (text.empty() ? "" : ", ") + list(pair.value);
    line("moves", "[" + text + "]");
  }

  void preference(const Preference& p) {
    head("[[party.preference]]");
    put("statement", p.statement);
    if (p.weight) line("weight", p.weight->value);
    put("demand", p.demand), put("since", p.since), put("until", p.until),
        put("confidential", p.confidential);
    put(p.grounds);
  }

  void rule(const Rule& r) {
    head("[[rule]]");
    put("require", r.require), put("forbid", r.forbid), put(r.grounds);
  }

  void stake(const Stake& s) {
    head("[[stake]]");
    put("id", s.id), put("name", s.name), put("holder", s.holder), put("claimants", s.claimants);
    put("to", s.to), put(s.grounds);
  }

  void event(const Event& e) {
    head("[[event]]");
    put("date", e.date), put("what", e.what), put("by", e.by), put("sets", e.sets), put(e.grounds);
  }

  std::string out_;
};

}  // namespace

std::string write(const Case& written, std::string_view comment) {
  return Writer().text(written, comment);
}

}  // namespace entente::casefile

// Words of formulas put behind their dispute, ids behind it or changed to those of the whole.
#include "links/qualified.h"

#include <algorithm>
#include <vector>

#include "casefile/members.h"
#include "formula/formula.h"

namespace entente {
namespace {

using namespace casefile;

constexpr std::string_view dot = ".";

/// Where the words of a formula begin that are a dispute's own: names, and who has an option.
std::vector<std::uint32_t> words_of(const Formula& whole) {
  std::vector<std::uint32_t> begins;
  each_part(whole, [&](const Formula& part) {
    using Kind = Formula::Kind;
    if (part.kind == Kind::name || part.kind == Kind::option || part.kind == Kind::comparison)
      begins.push_back(part.word.at.begin);
    for (const auto* side : {&part.left, &part.right})
      for (const Summand& one : *side)
        if (one.is_option()) begins.push_back(one.party.at.begin);
  });
  std::sort(begins.begin(), begins.end());
  return begins;
}

void append(String& all, std::string_view text, std::uint32_t at) {
  all.value += text;
  all.origin.insert(all.origin.end(), text.size(), at);
}

/// Citations alone.
class Citing {
 public:
  explicit Citing(const WholeIds& ids) : ids_(ids) {}

  void operator()(Table&) const {}
  void operator()(const Key& key, std::optional<String>& value) const {
    if (value && key.type == Type::identifier && key.name == "source") rename(*value, ids_.sources);
  }
  void operator()(const Key& key, Strings& all) const {
    if (cites_evidence(key))
      for (String& one : all) rename(one, ids_.evidence);
  }
  void operator()(const Key&, auto&) const {}

  static void rename(String& id, const std::map<std::string, std::string, std::less<>>& ids) {
    const auto found = ids.find(id.value);
    if (found != ids.end()) id = renamed(id, found->second);
  }

 protected:
  static String renamed(const String& id, const std::string& now) {
    String made{{}, id.at, {}};
    append(made, now, id.origin.empty() ? id.at.begin : id.origin.front());
    made.origin.push_back(id.origin.empty() ? id.at.end : id.origin.back());
    return made;
  }

  const WholeIds& ids_;
};

/// Everything that an included case says of what it has.
class Qualifying : public Citing {
 public:
  Qualifying(const std::string& as, const WholeIds& ids) : Citing(ids), as_(as) {}

  using Citing::operator();
  void operator()(const Key& key, std::optional<String>& value) const {
    Citing::operator()(key, value);
    if (!value) return;
    if (key.type == Type::formula) value = qualified_formula(*value, as_);
    if (key.name == "holder") rename(*value, ids_.parties);
  }
  void operator()(const Key& key, std::optional<Placed<Strings>>& all) const {
    if (!all) return;
    const bool parties = key.type == Type::identifiers || key.type == Type::one_or_more;
    for (String& one : all->value) {
      if (key.type == Type::formulas) one = qualified_formula(one, as_);
      if (parties) rename(one, ids_.parties);
    }
  }
  void operator()(const Key&, std::optional<Moves>& moves) const {
    if (!moves) return;
    for (Change& change : moves->changes)
      if (change.when) change.when = qualified_formula(*change.when, as_);
  }
  void operator()(const Key& key, std::vector<Entry>& entries) const {
    for (Entry& entry : entries) {
      if (key.type == Type::named_formulas) entry.value = qualified_formula(entry.value, as_);
      if (key.name == "to")
        rename(entry.key, ids_.parties);
      else
        entry.key = with_prefix(entry.key, as_ + ".");
    }
  }

 private:
  const std::string& as_;
};

/// An id that only its case knows stands behind what the case is included as.
template <class T>
void put_behind(const std::string& as, std::vector<T>& all) {
  for (T& one : all)
    if (one.id) one.id = with_prefix(*one.id, as + ".");
}

}  // namespace

String strung(const std::vector<String>& parts, std::string_view before, std::string_view between,
              std::string_view behind) {
  String all{{}, parts.front().at, {}};
  append(all, before, parts.front().origin.front());
  for (const String& part : parts) {
    if (&part != &parts.front()) append(all, between, part.origin.front());
    all.value += part.value;
    all.origin.insert(all.origin.end(), part.origin.begin(), part.origin.end() - 1);
  }
  append(all, behind, parts.back().origin.back());
  all.origin.push_back(parts.back().origin.back());
  return all;
}

String with_prefix(const String& string, std::string_view prefix) {
  return strung({string}, prefix, {}, {});
}

String qualified_formula(const String& formula, std::string_view as) {
  const FormulaReading reading = read_formula(formula.value);
  String made{{}, formula.at, {}};
  std::uint32_t from = 0;
  const auto copy_to = [&](std::uint32_t end) {
    made.value.append(formula.value, from, end - from);
    made.origin.insert(made.origin.end(), formula.origin.begin() + from, formula.origin.begin() + end);
    from = end;
  };
  for (const std::uint32_t begin : words_of(reading.formula)) {
    copy_to(begin);
    append(made, std::string(as).append(dot), formula.origin[begin]);
  }
  copy_to(static_cast<std::uint32_t>(formula.value.size()));
  made.origin.push_back(formula.origin.back());
  return made;
}

Case qualified(Case written, const std::string& as, const WholeIds& ids) {
  for (Party& party : written.parties) {
    const std::string own = text_of(party.id);
    for (Option& option : party.options) option.owner = std::string(as).append(dot).append(own);
    if (party.id) Citing::rename(*party.id, ids.parties);
    put_behind(as, party.preferences);
  }
  for (Joint& joint : written.joints) joint.owner = std::string(as).append(dot).append(joint_owner);
  for (Source& source : written.sources)
    if (source.id) Citing::rename(*source.id, ids.sources);
  for (Evidence& evidence : written.evidence)
    if (evidence.id) Citing::rename(*evidence.id, ids.evidence);
  put_behind(as, written.rules);
  put_behind(as, written.stakes);
  put_behind(as, written.states);
  each_member(written, Qualifying(as, ids));
  return written;
}

void cite(Case& written, const WholeIds& ids) {
  each_member(written, Citing(ids));
}

}  // namespace entente

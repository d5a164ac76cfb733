// A condition in words that are read in one way only.
#include "words/condition_words.h"

#include <algorithm>

#include "words/english.h"
#include "words/said.h"

namespace entente {
namespace {

using All = std::vector<Said>;

bool facts(const All& all) {
  return std::all_of(all.begin(), all.end(), [](const Said& one) { return one.fact(); });
}

/// "either begs or cries", "either North signs or Y pays", "both signs and rests": a list within a list.
bool item(const Said& s) {
  return s.kind == Said::Kind::does || (s.kind == Said::Kind::any && facts(s.of)) ||
         (s.kind == Said::Kind::all && s.of.size() == 2 && facts(s.of));
}
bool list(const Said& s) {
  return item(s) || ((s.kind == Said::Kind::all || s.kind == Said::Kind::any) &&
                     std::all_of(s.of.begin(), s.of.end(), item));
}
/// Whether it goes into one sentence.
bool whole(const Said& s) {
  switch (s.kind) {
    case Said::Kind::where: return list(s.of[0]) && list(s.of[1]);
    case Said::Kind::odd: return s.of.size() == 2 && facts(s.of);
    case Said::Kind::exactly: return s.of[0].fact() && list(s.of[1]);
    case Said::Kind::count: return facts(s.of);
    default: return list(s);
  }
}

class Wording {
 public:
  explicit Wording(const Voice& voice) : voice_(voice) {}

  /// Of a demand of the party that does what the premise says: "North signs only where Y pays"; else nothing.
  std::string only_where(const Said& s, PartyId owner) const {
    if (s.kind != Said::Kind::where || !s.of[0].fact() || s.of[0].who != MoverId(owner) || !list(s.of[1]))
      return {};
    return fact(s.of[0]) + " only where " + list_of(s.of[1], owner);
  }

  /// `number`: of the part that this is, "2.", or nothing.
  std::string condition(const Said& s, const std::string& number = {}) const {
    return whole(s) ? in_a_sentence(s) : numbered(s, number);
  }

 private:
  std::string in_a_sentence(const Said& s) const {
    switch (s.kind) {
      case Said::Kind::where:
        return "if " + list_of(s.of[0]) + (plain_if(s) ? ", " : ", then ") +
               list_of(s.of[1], of_all(s.of[0]));
      case Said::Kind::exactly: return fact(s.of[0]) + " exactly where " + list_of(s.of[1], s.of[0].who);
      case Said::Kind::odd: return "either " + fact(s.of[0]) + " or " + fact(s.of[1]) + ", but not both";
      case Said::Kind::count: return how_many(s) + " of these: " + listed(each_fact(s.of));
      default: return list_of(s);
    }
  }

  static bool plain_if(const Said& s) {
    return s.of[0].kind == Said::Kind::does && s.of[1].kind == Said::Kind::does;
  }

  std::string fact(const Said& s) const { return subject(s.who) + s.does.front(); }

  std::string subject(std::optional<MoverId> who, std::optional<MoverId> it = {}) const {
    if (!who) return {};
    return who == it ? voice_.verb(*who, "it ", "they ") : voice_.name(*who) + " ";
  }

  std::vector<std::string> each_fact(const All& all) const {
    std::vector<std::string> texts;
    for (const Said& one : all) texts.push_back(fact(one));
    return texts;
  }

  /// Those that all of a list is of.
  static std::optional<MoverId> of_all(const Said& s) {
    if (s.kind == Said::Kind::does) return s.who;
    for (const Said& one : s.of)
      if (of_all(one) != of_all(s.of.front())) return std::nullopt;
    return of_all(s.of.front());
  }

  /// `it`: those who were spoken of last.
  std::string list_of(const Said& s, std::optional<MoverId> it = {}) const {
    if (s.kind == Said::Kind::does) return subject(s.who, it) + listed(s.does, "or");
    std::vector<std::string> items;
    std::optional<MoverId> before;
    for (const Said& one : s.of) {
      const std::optional<MoverId> who = of_all(one);
      items.push_back((who && who == before ? "" : subject(who, items.empty() ? it : std::nullopt)) +
                      without_subject(one));
      before = who;
    }
    const std::string joiner = s.kind == Said::Kind::all ? "and" : "or";
    if (facts(s.of)) return listed(items, joiner);
    std::string text = items.front();
    for (std::size_t k = 1; k < items.size(); ++k)
      text += (k + 1 < items.size() ? ", " : ", " + joiner + " ") + items[k];
    return text;
  }

  /// An item behind the name of the party that all of it is of, where it is of one.
  std::string without_subject(const Said& s) const {
    if (s.fact()) return s.does.front();
    if (s.kind == Said::Kind::does) return "either " + listed(s.does, "or");
    std::vector<std::string> texts;
    for (const Said& one : s.of) texts.push_back(of_all(s) ? one.does.front() : fact(one));
    return s.kind == Said::Kind::any ? "either " + listed(texts, "or") : "both " + listed(texts);
  }

  std::string numbered(const Said& s, const std::string& number) const {
    std::string text = head(s, number) + ":";
    for (std::size_t k = 0; k < s.of.size(); ++k) {
      const std::string own = number + std::to_string(k + 1);
      text += (k > 0 ? "; (" : " (") + own + ") " + condition(s.of[k], own + ".");
    }
    return text;
  }

  static std::string head(const Said& s, const std::string& number) {
    const std::string one = "(" + number + "1)", two = "(" + number + "2)";
    switch (s.kind) {
      case Said::Kind::where: return "where " + one + " holds, so does " + two;
      case Said::Kind::exactly: return one + " holds exactly where " + two + " does";
      case Said::Kind::odd:
        return (s.of.size() == 2 ? "exactly one" : "an odd number") + std::string(" of these");
      case Said::Kind::count: return how_many(s) + " of these";
      default: return s.kind == Said::Kind::all ? "all of these" : "at least one of these";
    }
  }

  static std::string how_many(const Said& s) {
    if (s.low == s.high) return "exactly " + entente::in_words(s.low);
    if (s.low == 0) return "at most " + entente::in_words(s.high);
    if (s.high >= s.of.size()) return "at least " + entente::in_words(s.low);
    return "between " + entente::in_words(s.low) + " and " + entente::in_words(s.high);
  }

  const Voice& voice_;
};

}  // namespace

namespace {

std::string worded(const Voice& voice, const std::optional<Said>& apart, const std::string& as_written) {
  if (!apart) return "\"" + plain(as_written) + "\"";
  if (apart->settled()) return apart->kind == Said::Kind::always ? "always" : "never";
  return Wording(voice).condition(*apart);
}

}  // namespace

std::string in_words(const Voice& voice, ConditionId condition, const std::string& as_written) {
  return worded(voice, said(voice, condition), as_written);
}

std::optional<bool> settled(const Voice& voice, ConditionId condition) {
  const std::optional<Said> apart = said(voice, condition);
  return apart && apart->settled() ? std::optional(apart->kind == Said::Kind::always) : std::nullopt;
}

std::string demanded(const Voice& voice, PartyId party, const Preference& preference) {
  if (preference.confidential && voice.model().redacted) return "a wish that is withheld";
  if (!preference.label.empty()) return plain(preference.label);
  return demanded_in_full(voice, party, preference);
}

std::string demanded_in_full(const Voice& voice, PartyId party, const Preference& preference) {
  const std::optional<Said> apart = said(voice, preference.statement);
  const std::string own = preference.demand && apart ? Wording(voice).only_where(*apart, party) : "";
  return own.empty() ? worded(voice, apart, preference.text) : own;
}

namespace {

/// "where Japan talks"; what every state meets, or none, is "anywhere" or "nowhere".
std::string place_words(const Voice& voice, ConditionId condition, const std::string& text,
                        const char* behind) {
  const std::optional<bool> any = settled(voice, condition);
  return any ? (*any ? "anywhere" : "nowhere") : behind + in_words(voice, condition, text);
}

}  // namespace

std::string end_words(const Voice& voice, const ListedMove& move) {
  return place_words(voice, move.to, move.to_text, "where ");
}

std::string from_to(const Voice& voice, const ListedMove& move) {
  constexpr auto most = 24;  // blanks in both
  const auto told = [&](const char* behind, const char* between) {
    return "from " + place_words(voice, move.from, move.from_text, behind) + between +
           place_words(voice, move.to, move.to_text, behind);
  };
  const std::string short_one = told("where ", " to ");
  const bool is_long = std::count(short_one.begin(), short_one.end(), ' ') > most ||
                       short_one.find("(1)") != std::string::npos;
  return is_long ? told("this: ", "; to ") : short_one;
}

std::string ruled(const Voice& voice, const Rule& rule) {
  return rule.label.empty() ? ruled_in_full(voice, rule) : plain(rule.label);
}

std::string ruled_in_full(const Voice& voice, const Rule& rule) {
  return worded(voice, said(voice, rule.holds, !rule.forbid), rule.text);
}

}  // namespace entente

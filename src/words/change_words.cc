// Assumptions, changes to them and how firm they are, in words.
#include "words/change_words.h"

#include <algorithm>

#include "words/citation.h"
#include "words/condition_words.h"
#include "words/english.h"

namespace entente {
namespace {

using Kind = Change::Kind;

/// "Japan prefers this: ...; to this: ...", or as a list where the two are long: "Japan prefers (1) to (2):
/// (1) ...; (2) ...".
std::string preferring(const std::string& who_prefers, const std::string& better, const std::string& worse) {
  constexpr auto most = 24;  // blanks in both
  const auto blanks =
      std::count(better.begin(), better.end(), ' ') + std::count(worse.begin(), worse.end(), ' ');
  const bool numbered = (better + worse).find("(1)") != std::string::npos;  // a list of its own
  if (blanks <= most || numbered) return who_prefers + " this: " + better + "; to this: " + worse;
  return who_prefers + " (1) to (2): (1) " + better + "; (2) " + worse;
}

/// What the states of a class of a ranking have that are in no better one.
std::string class_words(const Voice& voice, PartyId party, std::size_t number) {
  const RankClass& c = voice.model()[party].ranking[number];
  return in_words(voice, c.condition, c.text);
}

class ChangeWording {
 public:
  ChangeWording(const Voice& voice, const std::vector<Assumption>& assumptions, const Change& change)
      : voice_(voice), a_(assumptions[change.assumption]), change_(change) {}

  /// Behind "if", in the past tense that says it is not so.
  std::string unless() const {
    switch (change_.kind) {
      case Kind::drop: return who() + " did not mind whether or not this is so: " + what();
      case Kind::swap:
        return a_.kind == Assumption::Kind::order
                   ? preferring(who() + " preferred", test(a_.number + 1), test(a_.number))
                   : who() + " cared less for " + whole(a_.number) + "; than for " + whole(change_.next);
      case Kind::merge:
        return who() + " liked these alike: " + test(a_.number) + "; and: " + test(a_.number + 1);
      case Kind::reverse: return who() + " wanted the opposite of this: " + what();
      case Kind::lighter: return who() + " gave a fifth less weight to this: " + what();
      case Kind::heavier: return who() + " gave a fifth more weight to this: " + what();
      case Kind::waive: return who() + " no longer made this a condition: " + what();
      case Kind::permit:
        return (rule().forbid ? "this were possible: " : "this were not required: ") + what();
      case Kind::lift: return who() + " could change " + option() + " at will, back and forth";
      case Kind::any_time: return who() + " could change " + option() + " at any time";
      case Kind::forward: return who() + " could not go back on " + option();
      case Kind::backward: return who() + " could only go back on " + option();
      case Kind::fix: return who() + " could not change " + option();
      case Kind::close: return who() + " could not go " + way();
      case Kind::unlist: return "the moves of " + who() + " were not only those listed";
    }
    return {};
  }

  /// As something that would have to come about.
  std::string needed() const {
    switch (change_.kind) {
      case Kind::drop: return mind("no longer minds", "no longer mind") + what();
      case Kind::swap:
        if (a_.kind == Assumption::Kind::order)
          return preferring(who() + voice_.verb(*a_.party, " comes to prefer", " come to prefer"),
                            test(a_.number + 1), test(a_.number));
        return who() + " " + voice_.verb(*a_.party, "puts", "put") + " " + whole(change_.next) + "; before " +
               whole(a_.number);
      case Kind::merge:
        return mind("comes to like these alike", "come to like these alike") + test(a_.number) +
               "; and: " + test(a_.number + 1);
      case Kind::reverse:
        return mind("comes to want the opposite of this", "come to want the opposite of this") + what();
      case Kind::lighter:
        return mind("gives a fifth less weight to this", "give a fifth less weight to this") + what();
      case Kind::heavier:
        return mind("gives a fifth more weight to this", "give a fifth more weight to this") + what();
      case Kind::waive:
        return mind("no longer makes this a condition", "no longer make this a condition") + what();
      case Kind::permit:
        return (rule().forbid ? "this becomes possible: " : "this is no longer required: ") + what();
      case Kind::lift: return who() + " can change " + option() + " back and forth";
      case Kind::any_time: return who() + " can change " + option() + " at any time";
      case Kind::forward: return "a guarantee that " + who() + " cannot go back on " + option();
      case Kind::backward: return "a guarantee that " + who() + " can only go back on " + option();
      case Kind::fix:
        return "a guarantee that " + who() + voice_.verb(*a_.mover, " leaves ", " leave ") + option() +
               " as it is";
      case Kind::close: return "a guarantee that " + who() + " will not go " + way();
      case Kind::unlist: return "the moves of " + who() + " are no longer only those listed";
    }
    return {};
  }

 private:
  std::string who() const { return voice_.name(*a_.mover); }
  std::string mind(const char* one, const char* many) const {
    return who() + " " + voice_.verb(*a_.mover, one, many) + ": ";
  }
  std::string what() const {
    if (a_.kind == Assumption::Kind::rule) return ruled(voice_, rule());
    return demanded(voice_, *a_.party, voice_.model()[*a_.party].preferences[a_.number]);
  }
  std::string test(std::size_t number) const { return class_words(voice_, *a_.party, number); }
  /// A statement with those in force that are as important: "this: ...; and, as much as that, this: ..."
  std::string whole(std::size_t number) const {
    const Party& party = voice_.model()[*a_.party];
    std::string text;
    for (const std::size_t n : party.equals(number))
      if (party.preferences[n].in_force(voice_.model().day()))
        text += (text.empty() ? "this: " : "; and, as much as that, this: ") +
                demanded(voice_, *a_.party, party.preferences[n]);
    return text;
  }
  std::string way() const { return from_to(voice_, voice_.model()[*a_.party].moves[a_.number]); }
  const Rule& rule() const { return voice_.model().rules[a_.number]; }
  std::string option() const { return "\"" + plain(voice_.model().options[a_.number].name) + "\""; }

  const Voice& voice_;
  const Assumption& a_;
  const Change& change_;
};

}  // namespace

std::string assumption_words(const Voice& voice, const Assumption& a) {
  const Model& model = voice.model();
  if (a.kind == Assumption::Kind::rule)
    return (model.rules[a.number].forbid ? "Ruled out: " : "Required: ") +
           ruled(voice, model.rules[a.number]);
  const std::string& who = voice.name(*a.mover);
  if (a.kind == Assumption::Kind::moves)
    return "How " + who + " can change \"" + plain(model.options[a.number].name) + "\"";
  if (a.kind == Assumption::Kind::when)
    return "When " + who + " can change \"" + plain(model.options[a.number].name) + "\"";
  if (a.kind == Assumption::Kind::way)
    return capitalised(who) + " can go " + from_to(voice, model[*a.party].moves[a.number]);
  if (a.kind == Assumption::Kind::order) {
    return preferring(capitalised(who) + " " + voice.verb(*a.party, "prefers", "prefer"),
                      class_words(voice, *a.party, a.number), class_words(voice, *a.party, a.number + 1));
  }
  const bool insists = a.kind == Assumption::Kind::demand;
  return capitalised(who) + " " +
         (insists ? voice.verb(*a.party, "insists: ", "insist: ")
                  : voice.verb(*a.party, "prefers: ", "prefer: ")) +
         demanded(voice, *a.party, model[*a.party].preferences[a.number]);
}

std::string change_words(const Voice& voice, const std::vector<Assumption>& assumptions,
                         const Change& change) {
  return ChangeWording(voice, assumptions, change).unless();
}

std::string changes_words(const Voice& voice, const std::vector<Assumption>& assumptions,
                          const std::vector<Change>& changes) {
  std::string text;
  for (const Change& c : changes)
    text += (text.empty() ? "" : ", and if ") + change_words(voice, assumptions, c);
  return text;
}

std::string opening_changes(const Voice& voice, const std::vector<Assumption>& assumptions,
                            const std::vector<std::vector<Change>>& sets) {
  constexpr std::size_t most = 3;
  if (sets.empty()) return "No rule and no restriction on moves, and no two, closes it alone.";
  std::string text;
  for (std::size_t k = 0; k < std::min(most, sets.size()); ++k)
    text += (k == 0 ? "A way would lead there if " : "; or if ") + changes_words(voice, assumptions, sets[k]);
  if (sets.size() > most) text += "; or by " + counted(sets.size() - most, "other such change");
  return text + ".";
}

std::string unlocking_words(const Voice& voice, const std::vector<Assumption>& assumptions,
                            const Change& change) {
  return ChangeWording(voice, assumptions, change).needed();
}

bool equal_to_others(const Model& model, const Assumption& a) {
  if (a.kind != Assumption::Kind::statement) return false;
  const Party& party = model[*a.party];
  const EqualStatements equals = party.equals(a.number);
  return std::count_if(equals.begin(), equals.end(),
                       [&](std::size_t n) { return party.preferences[n].in_force(model.day()); }) > 1;
}

std::string were_it_otherwise(const Model& model, const Assumption& a, Change::Kind kind) {
  if (kind != Kind::swap) return "Without it: ";
  if (a.kind == Assumption::Kind::order) return "Were it the other way round: ";
  return equal_to_others(model, a) ? "Were it, and what is as important, less important than the next: "
                                   : "Were it less important than the next: ";
}

std::string firmness_words(const Firmness& f) {
  if (f.basis == Basis::none)
    return f.doubted ? "assumed without evidence, and doubted" : "assumed without evidence";
  return basis_word(f.basis) + (f.grade.empty() ? "" : " (" + f.grade + ")") +
         (f.doubted ? " at most, since the case cites evidence against it" : "");
}

std::string firmness_word(const Firmness& f) {
  return f.basis == Basis::none ? "assumed" : f.doubted ? "doubted" : basis_word(f.basis);
}

}  // namespace entente

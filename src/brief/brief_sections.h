// The sections of the brief, each written to a page by rules from the view and the words of the case.
#pragma once

#include "brief/sheet.h"
#include "view/view.h"
#include "whatif/robustness.h"
#include "words/citation.h"
#include "words/situation.h"

namespace entente {

/// The single changes to a case, where they were made.
struct Rests {
  const Variants& variants;
  const Robustness& robustness;
};

struct Telling {
  const View& view;
  const Voice& voice;
  Sheet& sheet;
  bool in_full = false;
  const Rests* rests = nullptr;
  bool linked = false;      // evidence is led to, on a page that has it
  std::string closed = {};  // what closes every way to a settlement, where it was looked for

  /// All where the brief is told in full, else a few.
  std::size_t most(std::size_t few) const { return in_full ? SIZE_MAX : few; }
  std::string move(const WordStep& step) const { return move_words(voice, view.layout(), step); }
};

/// The brief says once that numbers in brackets are paragraphs.
inline Citing citing(const Telling& t) {
  return t.linked ? Citing::linked : t.in_full ? Citing::full : Citing::numbers;
}

/// The whole in at most five sentences: whether it moves, why it rests, what would open a settlement, who
/// then gets what, and the weakest of the assumptions that these name.
struct Briefly {
  std::vector<std::string> lines;
  // Of these the ones that answer one question each; empty where it has no such answer.
  std::string moving, reason, opening, then;
  std::string weakest;  // the id of that assumption; empty where there is none
};
Briefly briefly(const Telling& t);

void tell_standing(const Telling& t);    // where it stands
void tell_heading(const Telling& t);     // where it is heading, and where it rests
void tell_deterrence(const Telling& t);  // why it rests there, and where it ends if nobody minds the answers
void tell_settlement(const Telling& t);  // which settlements there are, or the least that would open one
void tell_way(const Telling& t);         // the best path to one
void tell_coalitions(const Telling& t);  // what two or more could do together
void tell_past(const Telling& t);        // how many moves of the history the model would have expected
void tell_evidence(const Telling& t);    // what this rests on
void tell_rests(const Telling& t);       // in its middle: on which assumption each conclusion hangs
void tell_left_out(const Telling& t);    // what was not analysed, and what was left out of the list

/// "the recommended settlement that holds", or the one of a way to open the gap, the ways counted from 0.
std::string target_words(const Telling& t, std::size_t way);

/// "Japan would rather ease its sanctions".
std::string would_rather(const Telling& t, const WordStep& move);
/// "nobody has anything to gain there by moving alone"; empty where somebody has, or that is not known.
std::string nobody_gains(const Model& model, const RestSeen& rest);

/// The grounds of the statement that makes a party see two states as it does, cited; empty where none
/// decides.
std::string because(const Telling& t, const WordStep& step);

/// Whether all coalitions were looked at, and to the end, wherever any was.
bool all_coalitions(const CoalitionsSeen& facts);

}  // namespace entente

// What a party must like no better than a state for the state to be stable for it, for people and as JSON.
#include "brief/inverse_answer.h"

#include <algorithm>

#include "brief/patterns_text.h"
#include "words/concept_words.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr std::size_t most_told = 5;
constexpr std::size_t most_patterns_told = 3;

Set set_of(const View& view, const StateList& states) {
  std::vector<Word> words;
  for (const StateId s : states) words.push_back((*view.states())[s]);
  return view.these(words);
}

class InverseTelling {
 public:
  InverseTelling(const InverseTold& told, Face face)
      : t_(told), voice_(told.view.model()), sheet_(face), party_(voice_.name(told.party)) {}

  std::string text() {
    sheet_.heading("What " + party_ + " must like no better than " + t_.state + " for it to be stable for " +
                   party_);
    sheet_.paragraph("Under " + full_name(t_.seen) + " (a situation is stable where " + explained(t_.seen) +
                     ") it is " + (t_.already ? "" : "not ") +
                     "so as things are. Here all that the others want, and all that anybody can do, stays as "
                     "it is; only what " +
                     party_ + " wants is open.");
    tell_sets();
    if (t_.rankings) tell_rankings();
    return sheet_.text();
  }

 private:
  void tell_sets() {
    const std::vector<StateList>& sets = t_.found.sets;
    if (sets.empty() && t_.found.known_up_to == 0)
      return sheet_.paragraph("The search was ended before a set was found that is enough.");
    if (sets.empty())
      return sheet_.paragraph("No set of up to " + counted(t_.found.known_up_to, "situation") +
                              " is enough; the search was ended before larger ones were looked at.");
    if (sets.front().empty())
      return sheet_.paragraph(capitalised(t_.state) + " is stable for " + party_ + ", whatever " + party_ +
                              " " + voice_.verb(t_.party, "wants", "want") + ".");
    const std::string no_better = party_ + " " + voice_.verb(t_.party, "likes", "like");
    if (sets.size() == 1 && t_.found.whole) {
      sheet_.paragraph("It takes that " + no_better + " " +
                       (sets.front().size() == 1 ? "this situation" : "each of these situations") +
                       " no better than " + t_.state + ", and that is enough:");
      return show(sets.front(), 2);
    }
    sheet_.paragraph(
        (sets.size() == 1 ? "This set is" : "Each of these " + in_words(sets.size()) + " sets is") +
        " enough: that " + no_better + " all of its situations no better than " + t_.state +
        ". None of its situations can be spared. The smallest sets come first." + what_stands_in_a_set());
    for (std::size_t k = 0; k < std::min(sets.size(), most_told); ++k) {
      sheet_.item(std::to_string(k + 1) + ".", capitalised(counted(sets[k].size(), "situation")) + ":");
      show(sets[k], 5);
    }
    if (sets.size() > most_told)
      sheet_.paragraph("And " + in_words(sets.size() - most_told) + " more; --json has all.", 2);
    if (!t_.found.whole)
      sheet_.paragraph(
          "There can be more sets than these" +
          (t_.found.known_up_to == 0
               ? ""
               : "; none of up to " + counted(t_.found.known_up_to, "situation") + " is left out") +
          ".");
  }

  /// Where there are several: under Nash stability there is one alone.
  std::string what_stands_in_a_set() const {
    const std::string moves = t_.moves == 1 ? "the one move" : "each of the " + counted(t_.moves, "move");
    return " For " + moves + " that " + party_ +
           " could make from there a set has the situation that it leads to, or one by which the others can "
           "answer it" +
           (row(t_.seen).symmetric ? ", with all that " + party_ + " could go on to from that one." : ".");
  }

  void show(const StateList& set, unsigned indent) {
    show_patterns(sheet_, t_.view, voice_, set_of(t_.view, set),
                  {most_patterns_told, " (--json has all situations)", indent});
  }

  void tell_rankings() {
    const auto& [all, stable] = *t_.rankings;
    sheet_.paragraph("Of the " + grouped(all) + " ways in which " + party_ + " can rank the " +
                     counted(t_.view.situations(), "situation") + ", no two alike, it is so in " +
                     grouped(stable) + ".");
  }

  const InverseTold& t_;
  Voice voice_;
  Sheet sheet_;
  std::string party_;
};

}  // namespace

std::string inverse_text(const InverseTold& told, const Face& face) {
  return InverseTelling(told, face).text();
}

Json inverse_json(const InverseTold& told) {
  Json sets = Json::array();
  for (const StateList& set : told.found.sets) sets.push_back(numbers(told.view, set_of(told.view, set)));
  const auto& rankings = told.rankings;
  return {
      {"concept", id(told.seen)},
      {"party", told.view.model()[told.party].id},
      {"state", number_json(told.view, told.at)},
      {"already", told.already},
      {"no_better", std::move(sets)},
      {"whole", told.found.whole},
      {"known_up_to", told.found.whole ? Json(nullptr) : Json(told.found.known_up_to)},
      {"rankings", rankings ? Json{{"all", rankings->all}, {"stable", rankings->stable}} : Json(nullptr)}};
}

}  // namespace entente

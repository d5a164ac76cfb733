// A file of GMCR+ made a case: its states counted, for the status quo and direct rankings.
#include "library/import_gmcr.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <variant>

#include "casefile/read.h"
#include "entente/entente.h"
#include "exchange/gmcr_case.h"
#include "library/opened.h"
#include "view/case.h"

namespace entente {
namespace {

/// Direct rankings of more states than this are not carried over.
constexpr std::size_t most_ranked = std::size_t{1} << 16;

Answer fault(const Input& input, const std::string& message) {
  return {faulty, input.name + ": error: " + message + "\n"};
}

/// The feasible states of the conflict; the case without a status quo has the same.
std::variant<States, Answer> states_of(const Input& input, const std::string& content) {
  Diagnostics diagnostics;
  const Text text(input.name, content);
  const Binding binding = bind(casefile::read(text, diagnostics), diagnostics);
  if (diagnostics.faulty()) return Answer{faulty, printed(diagnostics, text, {})};
  auto found = feasible_states(binding.model);
  if (const TooMany* many = std::get_if<TooMany>(&found)) {
    const Opened refused = open_case({input.name, content}, {});
    return Answer{many->budget > 0 ? over_budget : faulty, refused.answer.err};
  }
  States& states = std::get<States>(found);
  if (states.size() == 0) return fault(input, "its infeasible patterns leave no state");
  return std::move(states);
}

/// The conflict's options in the order of the case, which is that of GMCR+'s states, most significant first.
gmcr::State state(const gmcr::Conflict& conflict, const States& states, Word word) {
  gmcr::State taken(conflict.options.size(), false);
  const std::vector<std::size_t> order = gmcr::counted_options(conflict);
  for (std::size_t k = 0; k < order.size(); ++k)
    taken[order[k]] = states.layout().value(word, static_cast<OptionId>(k)) == 1;
  return taken;
}

/// The states as GMCR+ numbers them: the first option is the least significant.
std::vector<Word> in_its_order(const States& states, std::size_t options) {
  std::vector<std::pair<Word, Word>> mirrored;
  for (const Word word : states.words()) {
    Word mirror = 0;
    for (std::size_t k = 0; k < options; ++k)
      mirror |= static_cast<Word>(states.layout().value(word, static_cast<OptionId>(k))) << k;
    mirrored.emplace_back(mirror, word);
  }
  std::sort(mirrored.begin(), mirrored.end());
  std::vector<Word> all;
  for (const auto& [mirror, word] : mirrored) all.push_back(word);
  return all;
}

class Import {
 public:
  Import(gmcr::Conflict conflict, const States& states)
      : conflict_(std::move(conflict)),
        states_(states),
        order_(in_its_order(states, conflict_.options.size())) {}

  gmcr::Filling fill() {
    gmcr::Filling filling;
    filling.status_quo = state(conflict_, states_, order_.front());
    conflict_.notes.insert(
        conflict_.notes.begin(),
        "GMCR+ knows no status quo: its first state was taken. Mend the options' 'status_quo'.");
    for (const gmcr::DecisionMaker& party : conflict_.parties) filling.rankings.push_back(ranking(party));
    return filling;
  }

  const gmcr::Conflict& conflict() const { return conflict_; }

 private:
  void note(const gmcr::DecisionMaker& party, const char* what) {
    conflict_.notes.push_back(fmt::format("The ranking of \"{}\" {}.", party.name, what));
  }

  std::vector<std::vector<gmcr::State>> ranking(const gmcr::DecisionMaker& party) {
    if (party.ranking.empty()) return {};
    if (order_.size() > most_ranked) {
      note(party, "is of too many states and left out");
      return {};
    }
    std::vector<bool> seen(order_.size(), false);
    std::vector<std::vector<gmcr::State>> classes;
    bool strange = false;
    for (const std::vector<std::uint64_t>& equals : party.ranking)
      if (auto one = states_of_class(equals, seen, strange); !one.empty()) classes.push_back(std::move(one));
    if (strange) note(party, "has states that there are not, or one twice; they are left out");
    if (std::find(seen.begin(), seen.end(), false) != seen.end()) {
      note(party, "leaves states out; they are its worst");
      classes.emplace_back();
    }
    return classes;
  }

  std::vector<gmcr::State> states_of_class(const std::vector<std::uint64_t>& numbers, std::vector<bool>& seen,
                                           bool& strange) const {
    std::vector<gmcr::State> all;
    for (const std::uint64_t n : numbers) {
      if (n == 0 || n > order_.size() || seen[n - 1]) {
        strange = true;
        continue;
      }
      seen[n - 1] = true;
      all.push_back(state(conflict_, states_, order_[n - 1]));
    }
    return all;
  }

  gmcr::Conflict conflict_;
  const States& states_;
  std::vector<Word> order_;
};

}  // namespace

Made made_of_gmcr(const std::vector<Input>& files, const ImportRequest&, const Look&) {
  const Input& input = files.front();
  auto read = gmcr::read(input.content);
  if (const std::string* wrong = std::get_if<std::string>(&read)) return fault(input, *wrong);
  gmcr::Conflict& conflict = std::get<gmcr::Conflict>(read);
  const std::string title = exchange::title_of(input.name, "A conflict of GMCR+");
  const auto states = states_of(input, gmcr::written(conflict, title, {}));
  if (const Answer* failure = std::get_if<Answer>(&states)) return *failure;
  Import import(std::move(conflict), std::get<States>(states));
  const gmcr::Filling filling = import.fill();
  return exchange::MadeCase{gmcr::written(import.conflict(), title, filling), import.conflict().notes};
}

}  // namespace entente

// How a case speaks: its parties and what they do, in the case's own names and labels.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/model.h"
#include "states/states.h"

namespace entente {

/// One option and the value that it takes.
using Course = std::pair<OptionId, Value>;

/// The clause of no courses.
inline constexpr const char* nothing_changes = "nothing changes";

/// More than so many parties are told as a table, or together, rather than one by one.
inline constexpr std::size_t few_parties = 8;

class Voice {
 public:
  explicit Voice(const Model& model);

  const Model& model() const { return *model_; }
  /// "Japan"; of a group "Japan and Russia".
  const std::string& name(MoverId mover) const { return names_[index(mover)]; }
  /// "Japan and Russia"; where they are all of more than eight, "all 12 parties".
  std::string names(const std::vector<PartyId>& parties) const;
  /// "holds" or "hold": a party is many where the verbs of its labels say so, and a group always is.
  std::string verb(MoverId mover, std::string_view one, std::string_view many) const;

  /// What a course is called behind the name of who takes it: its label "goes to Sochi", else `says yes to
  /// "visit"`.
  std::string does(Course course) const;
  /// What it is called that an option takes one of some values, ascending: their labels; of an option without
  /// labels one predicate, `chooses v1 or v3 for "level"`, `chooses v7 or more for "level"`.
  std::vector<std::string> does_one_of(OptionId option, const std::vector<Value>& values) const;
  /// "goes to Sochi and keeps its sanctions": courses of one mover.
  std::string does(const std::vector<Course>& courses) const;
  /// "Japan goes to Sochi".
  std::string clause(const std::vector<Course>& courses) const;
  /// "Japan would go to Sochi", with any words between; where the rule for verbs is not sure: "Japan goes to
  /// Sochi".
  std::string would(const std::vector<Course>& courses, std::string_view between = "would ") const;
  /// The same, or nothing where the rule for verbs is not sure.
  std::optional<std::string> would_surely(const std::vector<Course>& courses, std::string_view between) const;

  /// The options of a mover in which two states differ, with their values in the second.
  std::vector<Course> changes(MoverId mover, const Layout& layout, Word from, Word to) const;
  /// All options of a mover with their values in a state.
  std::vector<Course> courses(MoverId mover, const Layout& layout, Word word) const;

 private:
  std::optional<std::string> do_(Course course) const;

  const Model* model_;
  std::vector<std::string> names_;
  std::vector<bool> many_;
};

}  // namespace entente

// What the parts of the binding share: the case as written, the ids known so far, and the model being made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "casefile/casefile.h"
#include "model/bind.h"
#include "model/formula_binder.h"
#include "model/teller.h"
#include "model/vocabulary.h"
#include "model/wording.h"

namespace entente {

struct Binder {
  Binder(const casefile::Case& case_written, Diagnostics& diagnostics);

  /// Whether a key may have been written though it is not there: its default must not be taken for granted.
  bool unsure(const casefile::Table& table, std::string_view key);

  /// Takes up an id. One that is ill-formed or taken is told and counts, as one that is missing does, as
  /// lost.
  bool define(Known& known, std::string_view kind, const std::optional<casefile::String>& id,
              std::size_t number);
  /// Whether a text can be an id; of linked disputes behind what its dispute is included as.
  bool is_id(std::string_view text) const;
  /// What an id stands for; one that is not known is told, unless it may have been lost.
  std::optional<std::size_t> look_up(const Known& known, std::string_view kind, const casefile::String& id);
  std::optional<PartyId> party(const casefile::String& id);
  /// The parties of a list, each once.
  std::vector<PartyId> parties(const casefile::Strings& ids);
  /// The ids that stand in a list of parties; one that stands there twice is told.
  Known listed_once(const casefile::Strings& ids);
  std::vector<EvidenceId> evidence_of(const casefile::Strings& ids);
  Grounds grounds(const casefile::Grounds& written_grounds);

  std::optional<DateSpan> date(const std::optional<casefile::String>& written_date);
  /// The same for a date that only means something in a case that has one.
  std::optional<DateSpan> dated(const std::optional<casefile::String>& written_date, std::string_view key);

  const casefile::Case& written;
  Teller teller;
  Binding made;
  Model& model;
  Vocabulary words;
  Known sources;
  Known evidence;
  Known stakes;
  std::vector<bool> status_quo_known;  // of each option
  FormulaBinder formulas;
};

/// What stands for a condition that has faults.
ConditionId or_hole(Model& model, std::optional<ConditionId> condition);

}  // namespace entente

// How the binding tells a fault: in plain words, ids in quotes, with the known word that is nearest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"

namespace entente {

/// A note; none where a model without a file has no place for it.
std::vector<Note> note_at(Place at, std::string message);

class Teller {
 public:
  /// `lost`: the text of the parts that could not be read.
  explicit Teller(Diagnostics& diagnostics, std::string_view lost = {})
      : diagnostics_(diagnostics), lost_(lost) {}

  void fault(std::string code, Place at, std::string message, std::string help = {},
             std::vector<Note> notes = {});
  void warning(std::string code, Place at, std::string message, std::string help = {},
               std::vector<Note> notes = {});

  /// "did you mean 'x'?" for the id nearest to `word`, with `before` put before it; empty where none is near.
  std::string did_you_mean(std::string_view word, const std::vector<std::string>& ids,
                           std::string_view before = {});
  /// The id nearest to `word`, or empty.
  std::string near(std::string_view word, const std::vector<std::string>& ids);

  /// Whether a word stands in the parts that could not be read.
  bool may_be_lost(std::string_view word);

 private:
  Diagnostics& diagnostics_;
  std::string_view lost_;
  std::size_t bytes_to_search_ = std::size_t{1} << 28;  // then every word may be lost
  std::size_t words_to_compare_ = 200'000;              // then no more help, so that many faults cost little
};

}  // namespace entente

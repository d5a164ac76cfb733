// With which chance an assumption of some firmness fails when variants are sampled: a table that the analyst
// sees and can change. It is a convention and no measurement.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "whatif/assumptions.h"

namespace entente {

struct Chance {
  Basis basis = Basis::none;
  std::string grade = {};  // "", or the beginning of a grade: "B", "B2"
  std::uint32_t millionths = 0;
};

class Chances {
 public:
  /// The program's own.
  Chances();

  /// A table as text, a row a line: "stated B2 0.05"; # begins a comment. A row takes the place of the
  /// program's own for that basis and grade. Gives what is wrong with it, empty where nothing is.
  std::string read(std::string_view text);

  const std::vector<Chance>& rows() const { return rows_; }
  /// The row for a firmness: of its basis, the one of the longest fitting grade.
  const Chance& of(const Firmness& firmness) const;

 private:
  std::string read_row(std::string_view line);
  void set(Chance chance);

  std::vector<Chance> rows_;
};

/// "stated B2"
std::string name(const Chance& chance);
/// "0.05", exactly.
std::string decimal_of(std::uint32_t millionths);

}  // namespace entente

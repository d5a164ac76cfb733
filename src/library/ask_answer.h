// An answer of any form put into one JSON object, piece by piece.
#pragma once

#include <string>
#include <string_view>

#include "entente/entente.h"

namespace entente {

class AskAnswer {
 public:
  explicit AskAnswer(const Sink& out) : out_(out) {}

  /// Takes a verb's answer: JSON goes on as it comes, any other form as one string at the end.
  Sink sink(Form form);
  /// The rest of the object; false where it could not all be written.
  bool finish(const Answer& answer);

 private:
  bool begin();

  const Sink& out_;
  std::string text_;
  bool is_text_ = false;
  bool begun_ = false;
  bool broken_ = false;
};

}  // namespace entente

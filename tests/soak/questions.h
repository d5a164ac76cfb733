// One question about a damaged text, and whether what comes back is an answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente::soak {

/// Everything that is not in the text is drawn from the seed.
struct Question {
  std::string verb;
  std::uint64_t seed = 0;
  std::string text;
};

/// Every verb of the library that takes a text, `ask` included.
std::vector<std::string> verbs();

/// Texts of other kinds than cases, to be damaged: one of two parts of a sample, a conflict as GMCR+ saves
/// it, a request about a case.
std::string part_of_sample(std::uint32_t part);
std::string saved_conflict();
std::string request(const std::string& text);

struct Outcome {
  int status = -1;                        // of the answer, -1 where there was none
  std::optional<std::string> fault = {};  // a sentence
};

/// How a question is answered. No fault where the answer is as promised: in time, with a status that there
/// is, with a reason where it is refused, and with bytes that can be shown.
Outcome asked(const Question& question);

}  // namespace entente::soak

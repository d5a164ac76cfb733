// What a case rests on: its sources, what they say, and why something is assumed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "model/ids.h"

namespace entente {

enum class Basis : std::uint8_t { none, inferred, reported, stated };

struct Source {
  std::string id;
  std::string title;
  std::string publisher;
  std::optional<DateSpan> date;
  std::string url;
  std::string grade;  // "B2", or empty
  bool confidential = false;
};

struct Evidence {
  std::string id;
  SourceId source{};
  std::string claim;
  std::optional<std::uint32_t> at;  // paragraph, from 1
  std::vector<std::string> terms;
  std::string quote;  // the source's own words, or empty
  std::string hash;   // SHA-256 of the cited paragraph as it was read, in small hexadecimal digits; or empty
  std::string by;
  Basis basis = Basis::none;
  bool confidential = false;
};

/// Why something is assumed: the analyst's words, and the evidence for and against.
struct Grounds {
  std::string why;
  std::vector<EvidenceId> evidence;
  std::vector<EvidenceId> doubted_by;
  bool draft = false;     // proposed, and not yet confirmed by a person
  bool withheld = false;  // some of it was confidential and has been left out
};

}  // namespace entente

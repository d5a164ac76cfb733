// A condition taken apart for words: negations gone inwards, constants gone, lists within like lists opened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "words/voice.h"

namespace entente {

/// What is said of a condition. Of `all`, `any`, `odd` and `count` the parts are a list; of `where` the last
/// holds wherever the others do; of `exactly` it holds exactly where the other does.
struct Said {
  enum class Kind : std::uint8_t { always, never, does, all, any, odd, count, where, exactly };

  Kind kind = Kind::always;
  std::vector<Said> of = {};
  std::optional<MoverId> who = {};       // of `does`
  std::vector<std::string> does = {};    // what it does: one of these
  std::size_t low = 0, high = SIZE_MAX;  // of `count`: how many of the parts hold

  bool operator==(const Said&) const = default;
  bool settled() const { return kind == Kind::always || kind == Kind::never; }
  /// One thing that is or is not so: no list, nothing in it.
  bool fact() const { return kind == Kind::does && does.size() == 1; }
};

/// What it is that the condition holds, or does not; nothing where that has more parts than can be read, or
/// lies deeper.
std::optional<Said> said(const Voice& voice, ConditionId condition, bool truth = true);

}  // namespace entente

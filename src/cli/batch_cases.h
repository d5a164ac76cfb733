// Which cases a batch is about: those of a list or of a folder, or one part of them.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/streams.h"

namespace entente::cli {

/// A case as the list, or the folder, names it.
struct BatchCase {
  std::string name;
  std::string path;  // where it is
};

/// Of a text with one path a line, relative to its folder, those in their order, lines of blanks left out; of
/// a folder every .toml under it, by path. "-" is a list on standard input.
std::variant<std::vector<BatchCase>, Failure> batch_cases(const std::string& named);

/// The k-th of n contiguous blocks, whose lengths differ by one at most.
std::vector<BatchCase> block(std::vector<BatchCase> cases, std::pair<std::uint32_t, std::uint32_t> part);

}  // namespace entente::cli

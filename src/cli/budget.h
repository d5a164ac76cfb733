// What an analysis may spend, as typed: "60s,4GB,20M nodes".
#pragma once

#include <optional>
#include <string>

#include <entente/entente.h>

namespace entente::cli {

/// Reads parts with commas between, each a number with its unit: s, min or h of time, MB or GB of memory,
/// nodes of decision diagrams (k and M count thousands and millions). What is wrong is a sentence instead.
std::optional<std::string> read_budget(const std::string& text, Limits& limits);

}  // namespace entente::cli

// Damaged texts: what a case, a request or a part of a sample becomes by accident or by malice.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace entente::soak {

/// The texts that damage begins with: every file of these folders of the project, by name.
std::vector<std::string> texts_of(const std::string& root, const std::vector<std::string>& folders);

/// One of the texts with one to six edits: bytes, pieces of the languages, tokens, keys, lines, halves of
/// others; more often than not mild ones, that may leave a case that can be answered.
std::string damaged(std::mt19937_64& random, const std::vector<std::string>& texts);

}  // namespace entente::soak

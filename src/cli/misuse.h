// What can be wrong with a command line, each said in a sentence that names the nearest right word.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>

#include "cli/command_tree.h"

namespace entente::cli {

/// What is wrong with the command line, and where to read on.
struct Misuse {
  std::string message;
  std::string help = {};  // lines behind it
};

/// "3/8" as numbers; nothing where it is no such thing.
std::optional<std::pair<std::uint32_t, std::uint32_t>> part_of(std::string_view text);

bool contains(const std::vector<std::string>& words, const std::string& word);
/// Whether a word stands where a flag would: it has a dash and more.
bool is_flag(const std::string& word);

/// A word in the place of a verb or a case that is neither; not of one that looks like a file's name.
std::optional<Misuse> misspelt_verb(const std::string& word, const CLI::App& root);
/// Before parsing: a flag among the words that neither the verb nor the program has.
std::optional<Misuse> unknown_flag(const std::vector<std::string>& words, const CLI::App& verb,
                                   const CLI::App& root);
/// Of a flag that stands last and takes a value.
Misuse without_value(const CLI::Option& flag, const CLI::App& verb);
/// After parsing: a flag that is not known, an operand too many, a word where another one was expected, or
/// cases that cannot be answered together.
std::optional<Misuse> find_misuse(const CommandTree& tree, const CLI::App& verb, const Question& question);
/// What the library found missing or too much.
Misuse misuse(const CLI::ParseError& error, const CLI::App& verb);

}  // namespace entente::cli

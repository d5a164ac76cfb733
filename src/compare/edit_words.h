// What the edits of a case are called: each with ids and formulas as they are written.
#pragma once

#include <string>

#include "casefile/casefile.h"
#include "casefile/keys.h"

namespace entente {

/// A formula with its white space folded, in quotes.
std::string quoted(const casefile::String& formula);

/// What a table is called, which stands in one that is called `within`: "the stake 'x'", "'party.option'".
std::string called(const casefile::Agreement& agreement, const std::string& within);
std::string called(const casefile::Source& source, const std::string& within);
std::string called(const casefile::Evidence& evidence, const std::string& within);
std::string called(const casefile::Party& party, const std::string& within);
std::string called(const casefile::Option& option, const std::string& within);
std::string called(const casefile::Preference& preference, const std::string& within);
std::string called(const casefile::Rule& rule, const std::string& within);
std::string called(const casefile::Stake& stake, const std::string& within);
std::string called(const casefile::Event& event, const std::string& within);

/// That it is new, as number `place` of its list, and that it is gone.
std::string is_new(const casefile::Table& table, const std::string& who, std::size_t place);
std::string is_new(const casefile::Agreement& agreement, const std::string& who, std::size_t place);
std::string is_new(const casefile::Party& party, const std::string& who, std::size_t place);
std::string is_new(const casefile::Option& option, const std::string& who, std::size_t place);
std::string is_new(const casefile::Preference& preference, const std::string& who, std::size_t place);
std::string is_new(const casefile::Rule& rule, const std::string& who, std::size_t place);
std::string is_new(const casefile::Event& event, const std::string& who, std::size_t place);
std::string is_gone(const casefile::Table& table, const std::string& who);
std::string is_gone(const casefile::Agreement& agreement, const std::string& who);
std::string is_gone(const casefile::Party& party, const std::string& who);
std::string is_gone(const casefile::Option& option, const std::string& who);
std::string is_gone(const casefile::Preference& preference, const std::string& who);
std::string is_gone(const casefile::Rule& rule, const std::string& who);
std::string is_gone(const casefile::Event& event, const std::string& who);

/// That it stands at another place of its list, counted from 1.
std::string is_moved(const casefile::Preference& preference, const std::string& who, std::size_t then,
                     std::size_t now);

/// That a key has another value now; of those that need no words of their own: "the case has another
/// 'title'".
std::string is_other(const casefile::Table& now, const casefile::Key& key, const std::string& who);
std::string is_other(const casefile::Case& now, const casefile::Key& key, const std::string& who);
std::string is_other(const casefile::Agreement& now, const casefile::Key& key, const std::string& who);
std::string is_other(const casefile::Party& now, const casefile::Key& key, const std::string& who);
std::string is_other(const casefile::Option& now, const casefile::Key& key, const std::string& who);
std::string is_other(const casefile::Preference& now, const casefile::Key& key, const std::string& who);
std::string is_other(const casefile::Stake& now, const casefile::Key& key, const std::string& who);
std::string is_other(const casefile::Event& now, const casefile::Key& key, const std::string& who);

}  // namespace entente

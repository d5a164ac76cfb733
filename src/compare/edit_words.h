// What the edits of a case are called, with ids and formulas as they are written or in other words.
#pragma once

#include <string>

#include "casefile/casefile.h"
#include "casefile/keys.h"

namespace entente {

/// How parties, options and formulas are named: as they are written, unless it is overridden.
class Naming {
 public:
  virtual ~Naming() = default;
  /// "'japan'"
  virtual std::string party(const casefile::Party& party) const;
  /// "'japan.visit'", of the party that is called `of`.
  virtual std::string option(const casefile::Option& option, const std::string& of) const;
  /// "'joint.treaty'"
  virtual std::string joint(const casefile::Joint& joint) const;
  /// "'yes'"
  virtual std::string value(const casefile::Option& option, const std::string& value) const;
  /// In quotes, of the case of now or of then.
  virtual std::string formula(const casefile::String& formula, bool of_now) const;
};

class EditWords {
 public:
  explicit EditWords(const Naming& naming) : naming_(naming) {}

  /// A formula of the case of now, or of then.
  std::string formula(const casefile::String& written, bool of_now = true) const {
    return naming_.formula(written, of_now);
  }

  /// What a table is called, which stands in one that is called `within`: "the stake 'x'", "'party.option'".
  std::string called(const casefile::State& state, const std::string& within) const;
  std::string called(const casefile::Agreement& agreement, const std::string& within) const;
  std::string called(const casefile::Source& source, const std::string& within) const;
  std::string called(const casefile::Evidence& evidence, const std::string& within) const;
  std::string called(const casefile::Party& party, const std::string& within) const;
  std::string called(const casefile::Option& option, const std::string& within) const;
  std::string called(const casefile::Joint& joint, const std::string& within) const;
  std::string called(const casefile::Move& move, const std::string& within) const;
  std::string called(const casefile::Preference& preference, const std::string& within) const;
  std::string called(const casefile::Rule& rule, const std::string& within) const;
  std::string called(const casefile::Stake& stake, const std::string& within) const;
  std::string called(const casefile::Event& event, const std::string& within) const;

  /// That it is new, as number `place` of its list, and that it is gone.
  std::string is_new(const casefile::Table& table, const std::string& who, std::size_t place) const;
  std::string is_new(const casefile::Agreement& agreement, const std::string& who, std::size_t place) const;
  std::string is_new(const casefile::Party& party, const std::string& who, std::size_t place) const;
  std::string is_new(const casefile::Option& option, const std::string& who, std::size_t place) const;
  std::string is_new(const casefile::Joint& joint, const std::string& who, std::size_t place) const;
  std::string is_new(const casefile::Preference& preference, const std::string& who, std::size_t place) const;
  std::string is_new(const casefile::Rule& rule, const std::string& who, std::size_t place) const;
  std::string is_new(const casefile::Event& event, const std::string& who, std::size_t place) const;
  std::string is_gone(const casefile::Table& table, const std::string& who) const;
  std::string is_gone(const casefile::Agreement& agreement, const std::string& who) const;
  std::string is_gone(const casefile::Party& party, const std::string& who) const;
  std::string is_gone(const casefile::Option& option, const std::string& who) const;
  std::string is_gone(const casefile::Joint& joint, const std::string& who) const;
  std::string is_gone(const casefile::Preference& preference, const std::string& who) const;
  std::string is_gone(const casefile::Rule& rule, const std::string& who) const;
  std::string is_gone(const casefile::Event& event, const std::string& who) const;

  /// That it stands at another place of its list, counted from 1.
  std::string is_moved(const casefile::Preference& preference, const std::string& who, std::size_t then,
                       std::size_t now) const;

  /// That one stands in the place of another; `place` is of the one of now.
  std::string is_reworded(const casefile::Preference& then, const casefile::Preference& now,
                          const std::string& who, std::size_t place) const;
  std::string is_reworded(const casefile::Rule& then, const casefile::Rule& now, const std::string& who,
                          std::size_t place) const;

  /// That a key has another value now; of those that need no words of their own: "the case has another
  /// 'title'".
  std::string is_other(const casefile::Table& now, const casefile::Key& key, const std::string& who) const;
  std::string is_other(const casefile::State& now, const casefile::Key& key, const std::string& who) const;
  std::string is_other(const casefile::Case& now, const casefile::Key& key, const std::string& who) const;
  std::string is_other(const casefile::Agreement& now, const casefile::Key& key,
                       const std::string& who) const;
  std::string is_other(const casefile::Party& now, const casefile::Key& key, const std::string& who) const;
  std::string is_other(const casefile::Option& now, const casefile::Key& key, const std::string& who) const;
  std::string is_other(const casefile::Joint& now, const casefile::Key& key, const std::string& who) const;
  std::string is_other(const casefile::Preference& now, const casefile::Key& key,
                       const std::string& who) const;
  std::string is_other(const casefile::Stake& now, const casefile::Key& key, const std::string& who) const;
  std::string is_other(const casefile::Event& now, const casefile::Key& key, const std::string& who) const;

 private:
  std::string statement_of(const casefile::Preference& preference, bool of_now = true) const;
  std::string text_of_rule(const casefile::Rule& rule, bool of_now = true) const;
  std::string text_of_agreement(const casefile::Agreement& agreement) const;

  const Naming& naming_;
};

}  // namespace entente

// Reads a condition in words back, by the grammar of words/condition_words.h alone and in every way that it
// allows.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "model/model.h"

namespace entente {

/// In which combinations of all values something holds, the first option turning slowest.
using Meaning = std::vector<bool>;

/// Of a model whose labels are all different, and whose options with numbers are called by a small word or by
/// several words. A mover's name and "it" or "they" are told from `many`.
class SentenceReader {
 public:
  SentenceReader(const Model& model, std::vector<bool> many);

  /// Every meaning that the whole sentence can have.
  std::set<Meaning> read(const std::string& sentence) const;
  std::size_t combinations() const { return combinations_; }
  /// The value of an option in a combination.
  Value value(std::size_t combination, std::size_t option) const;

 private:
  /// One way to read a text from some place on: where it ends, what it means, and the party of all of it.
  struct Way {
    std::size_t end = 0;
    Meaning meaning;
    int who = -1;  // none, or several
    bool operator<(const Way& o) const {
      return std::tie(end, meaning, who) < std::tie(o.end, o.meaning, o.who);
    }
  };
  using Ways = std::set<Way>;
  static constexpr int nobody = -1;

  Ways condition(const std::string& text, std::size_t at, const std::string& number) const;
  Ways whole(const std::string& text, std::size_t at) const;
  Ways list(const std::string& text, std::size_t at, int it) const;
  Ways items(const std::string& text, std::size_t at, int it, bool all) const;
  Ways item(const std::string& text, std::size_t at, int before, int it) const;
  Ways facts(const std::string& text, std::size_t at, int subject, const std::string& joiner, bool all) const;
  Ways fact(const std::string& text, std::size_t at, int before, int it) const;
  /// One side of a sum, or its beginning: where it ends, what it comes to, and the option that it is alone.
  struct Amount {
    std::size_t end = 0;
    std::vector<std::int64_t> worth;
    int option = -1;
    bool operator<(const Amount& o) const {
      return std::tie(end, worth, option) < std::tie(o.end, o.worth, o.option);
    }
  };
  using Amounts = std::set<Amount>;

  Ways sum(const std::string& text, std::size_t at) const;
  Amounts together(const std::string& text, std::size_t at) const;
  Amounts amount(const std::string& text, std::size_t at) const;
  Amounts part(const std::string& text, std::size_t at) const;
  Amounts number(const std::string& text, std::size_t at) const;
  Amounts like(const std::string& text, std::size_t at, int option) const;
  std::vector<std::int64_t> worth(std::size_t option) const;
  std::string noun(std::size_t option) const;
  std::string owner(std::size_t option) const;
  Ways predicate(const std::string& text, std::size_t at, int party) const;
  std::string name(std::size_t mover) const;
  Ways numbered(const std::string& text, std::size_t at, const std::string& number) const;
  Ways counted(const std::string& text, std::size_t at) const;
  std::vector<std::pair<std::size_t, int>> subjects(const std::string& text, std::size_t at, int before,
                                                    int it) const;
  std::vector<std::pair<std::size_t, std::vector<bool>>> numbers(const std::string& text,
                                                                 std::size_t at) const;

  const Model& model_;
  std::vector<bool> many_;
  std::size_t combinations_ = 1;
};

}  // namespace entente

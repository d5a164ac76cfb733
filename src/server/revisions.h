// Every text that a case had, in an SQLite database in .entente: once it is in, no crash takes it out.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/folder.h"
#include "server/refusal.h"

struct sqlite3;

namespace entente::server {

/// How a revision came about: "found" (before the first save), "saved", "created", "imported", "restored",
/// "outside" (changed by another program), "deleted" (its last text) or "kept" (it never stood in the file).
struct Revision {
  std::int64_t id = 0;
  std::string file;
  std::string saved;  // UTC, "2026-11-25T12:00:00.123Z"
  std::string how;
  std::string etag;  // the text's hash
  std::int64_t size = 0;
  bool damaged = false;  // what the history has is not the text that was saved
};

class Revisions {
 public:
  /// Opens the database, which is made where it is not there.
  static Outcome<Revisions> open(const Folder& folder);

  /// Adds a revision, or its text alone, in a transaction that commit() ends; until then, rollback() takes it
  /// back. A text that was there and is damaged is made whole.
  Outcome<std::int64_t> add(const std::string& file, const std::string& how, std::string_view text);
  std::optional<Refusal> keep_text(std::string_view text);
  std::optional<Refusal> commit();
  void rollback();
  void forget(std::int64_t id);

  /// Those of one file, the last one first; before one, where `before` is given.
  Outcome<std::vector<Revision>> list(const std::string& file, std::optional<std::int64_t> before,
                                      std::size_t most) const;
  /// As list(), of those alone that stood in the file itself.
  Outcome<std::vector<Revision>> stood(const std::string& file, std::size_t most) const;
  Outcome<std::optional<Revision>> last(const std::string& file) const;
  Outcome<Revision> one(std::int64_t id) const;
  /// The text with this hash; `history_damaged` where what is there has another.
  Outcome<std::string> text(const std::string& etag) const;
  /// The files that have any.
  Outcome<std::vector<std::string>> files() const;

 private:
  std::optional<Refusal> prepare();
  std::optional<Refusal> run(const char* sql);

  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace entente::server

// One SQL statement: its values bound, its rows read.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "server/refusal.h"

namespace entente::server {

/// What SQLite's last failure on this database comes to for the user.
Refusal sql_refusal(sqlite3* database);

class Sql {
 public:
  Sql(sqlite3* database, const char* sql);

  Sql& bind(std::int64_t value);
  Sql& bind(std::string_view value);
  Sql& bind_blob(std::string_view value);

  /// Whether there is another row.
  bool row();
  /// Runs what gives no rows; whether it went well.
  bool done();
  bool failed() const { return failed_; }
  Refusal refusal() const { return sql_refusal(database_); }

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  std::string text(int column) const;

 private:
  void check(int result) { failed_ = failed_ || result != SQLITE_OK; }

  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
  bool failed_ = false;
};

}  // namespace entente::server

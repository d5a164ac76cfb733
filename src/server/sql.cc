// SQLite's statements.
#include "server/sql.h"

#include <fmt/format.h>

namespace entente::server {

Refusal sql_refusal(sqlite3* database) {
  const std::string why = database == nullptr ? "out of memory" : sqlite3_errmsg(database);
  switch (database == nullptr ? SQLITE_NOMEM : sqlite3_errcode(database) & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:  // what a write past a limit or a broken disk gives
      return {
          507, "disk_full",
          fmt::format("The history in .entente/history.db cannot be written: {}. Nothing was changed.", why)};
    case SQLITE_BUSY:
      return {503, "busy", "Another program is writing to .entente/history.db. Nothing was changed."};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {500, "history_damaged",
              "The file .entente/history.db is damaged, so nothing is saved. Move it away; a new one is then "
              "made."};
    default:
      return {
          500, "history",
          fmt::format("The history in .entente/history.db cannot be used: {}. Nothing was changed.", why)};
  }
}

Sql::Sql(sqlite3* database, const char* sql) : database_(database) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr));
  statement_.reset(statement);
}

Sql& Sql::bind(std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), ++bound_, value));
  return *this;
}

Sql& Sql::bind(std::string_view value) {
  check(sqlite3_bind_text(statement_.get(), ++bound_, value.data(), static_cast<int>(value.size()),
                          SQLITE_TRANSIENT));
  return *this;
}

Sql& Sql::bind_blob(std::string_view value) {
  static constexpr char nothing[] = "";
  check(sqlite3_bind_blob(statement_.get(), ++bound_, value.empty() ? nothing : value.data(),
                          static_cast<int>(value.size()), SQLITE_TRANSIENT));
  return *this;
}

bool Sql::row() {
  if (failed_) return false;
  const int result = sqlite3_step(statement_.get());
  failed_ = result != SQLITE_ROW && result != SQLITE_DONE;
  return result == SQLITE_ROW;
}

bool Sql::done() {
  while (row()) continue;
  return !failed_;
}

std::string Sql::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
}

}  // namespace entente::server

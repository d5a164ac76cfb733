// The database of revisions, by SQLite: texts by their hash, and when each file had which.
#include "server/revisions.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <chrono>

#include "text/sha256.h"

namespace entente::server {
namespace {

/// What SQLite's last failure on this database comes to for the user.
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

/// One SQL statement: its values bound, its rows read.
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

constexpr const char* made_so =
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "CREATE TABLE IF NOT EXISTS content (hash TEXT PRIMARY KEY, text BLOB NOT NULL);"
    "CREATE TABLE IF NOT EXISTS revision (id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL,"
    " saved TEXT NOT NULL, how TEXT NOT NULL, hash TEXT NOT NULL REFERENCES content, size INTEGER NOT NULL);"
    "CREATE INDEX IF NOT EXISTS revision_of_file ON revision (file, id);";

constexpr int busy_milliseconds = 5000;

std::string now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z", fmt::gmtime(static_cast<std::time_t>(ms / 1000)),
                     ms % 1000);
}

/// SQLite opens by path and follows links; none of its files may be one.
bool plain_or_absent(int folder, const char* name) {
  struct stat s {};
  return ::fstatat(folder, name, &s, AT_SYMLINK_NOFOLLOW) != 0 || S_ISREG(s.st_mode);
}

/// A row of revisions_where.
Revision revision(const Sql& row) {
  const std::string etag = row.text(4);
  return {row.integer(0),
          row.text(1),
          row.text(2),
          row.text(3),
          etag,
          row.integer(5),
          sha256(row.text(6)) != etag};
}

std::string revisions_where(const char* condition) {
  return fmt::format(
      "SELECT id, file, saved, how, revision.hash, size, text FROM revision LEFT JOIN content ON "
      "content.hash = "
      "revision.hash WHERE {}",
      condition);
}

Refusal damaged() {
  return {
      500, "history_damaged",
      "The history in .entente/history.db is damaged here: it no longer has the text that was saved as this "
      "revision. Nothing was changed, and the other revisions are not touched by that."};
}

Outcome<std::vector<Revision>> all_of(Sql& rows) {
  std::vector<Revision> found;
  while (rows.row()) found.push_back(revision(rows));
  if (rows.failed()) return rows.refusal();
  return found;
}

}  // namespace

void Revisions::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Outcome<Revisions> Revisions::open(const Folder& folder) {
  const Outcome<Descriptor> found = folder.own();
  if (const Refusal* refusal = refused(found)) return *refusal;
  const int own = std::get<Descriptor>(found).number();
  for (const char* name : {"history.db", "history.db-wal", "history.db-shm", "history.db-journal"})
    if (!plain_or_absent(own, name))
      return Refusal{500, "history",
                     fmt::format("'.entente/{}' is no plain file, so nothing is saved.", name)};
  // SQLite gives what it makes beside the mode of the database.
  const Descriptor made(
      ::openat(own, "history.db", O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  sqlite3* database = nullptr;
  const std::string path = fmt::format("/proc/self/fd/{}/history.db", own);
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
  const int opened = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
  Revisions revisions;
  revisions.database_.reset(database);
  if (opened != SQLITE_OK) return sql_refusal(database);
  if (auto refusal = revisions.prepare()) return *refusal;
  return revisions;
}

std::optional<Refusal> Revisions::prepare() {
  sqlite3_busy_timeout(database_.get(), busy_milliseconds);
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  return run(made_so);
}

std::optional<Refusal> Revisions::run(const char* sql) {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return std::nullopt;
  return sql_refusal(database_.get());
}

Outcome<std::int64_t> Revisions::add(const std::string& file, const std::string& how, std::string_view text) {
  if (auto refusal = keep_text(text)) return *refusal;
  const std::string etag = sha256(text);
  Sql row(database_.get(), "INSERT INTO revision (file, saved, how, hash, size) VALUES (?, ?, ?, ?, ?)");
  row.bind(file).bind(now()).bind(how).bind(etag).bind(static_cast<std::int64_t>(text.size()));
  if (!row.done()) return row.refusal();
  return static_cast<std::int64_t>(sqlite3_last_insert_rowid(database_.get()));
}

std::optional<Refusal> Revisions::keep_text(std::string_view text) {
  if (sqlite3_get_autocommit(database_.get()) != 0)
    if (auto refusal = run("BEGIN IMMEDIATE")) return *refusal;
  Sql content(
      database_.get(),
      "INSERT INTO content VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET text = excluded.text WHERE text "
      "IS NOT excluded.text");
  if (content.bind(sha256(text)).bind_blob(text).done()) return std::nullopt;
  return content.refusal();
}

std::optional<Refusal> Revisions::commit() {
  return run("COMMIT");
}

void Revisions::rollback() {
  if (sqlite3_get_autocommit(database_.get()) == 0) run("ROLLBACK");
}

void Revisions::forget(std::int64_t id) {
  Sql(database_.get(), "DELETE FROM revision WHERE id = ?").bind(id).done();
}

Outcome<std::vector<Revision>> Revisions::list(const std::string& file, std::optional<std::int64_t> before,
                                               std::size_t most) const {
  Sql rows(database_.get(), revisions_where("file = ? AND id < ? ORDER BY id DESC LIMIT ?").c_str());
  rows.bind(file).bind(before.value_or(INT64_MAX)).bind(static_cast<std::int64_t>(most));
  return all_of(rows);
}

Outcome<std::vector<Revision>> Revisions::stood(const std::string& file, std::size_t most) const {
  Sql rows(database_.get(), revisions_where("file = ? AND how <> 'kept' ORDER BY id DESC LIMIT ?").c_str());
  rows.bind(file).bind(static_cast<std::int64_t>(most));
  return all_of(rows);
}

Outcome<std::optional<Revision>> Revisions::last(const std::string& file) const {
  auto found = stood(file, 1);
  if (const Refusal* refusal = refused(found)) return *refusal;
  auto& all = std::get<std::vector<Revision>>(found);
  return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

Outcome<Revision> Revisions::one(std::int64_t id) const {
  Sql rows(database_.get(), revisions_where("id = ?").c_str());
  if (rows.bind(id).row()) return revision(rows);
  if (rows.failed()) return rows.refusal();
  return Refusal{404, "no_such_revision", fmt::format("There is no revision {}.", id)};
}

Outcome<std::string> Revisions::text(const std::string& etag) const {
  Sql rows(database_.get(), "SELECT text FROM content WHERE hash = ?");
  if (rows.bind(etag).row()) {
    std::string text = rows.text(0);
    return sha256(text) == etag ? Outcome<std::string>(std::move(text)) : damaged();
  }
  if (rows.failed()) return rows.refusal();
  Sql once(database_.get(), "SELECT 1 FROM revision WHERE hash = ?");
  if (once.bind(etag).row()) return damaged();
  return Refusal{404, "no_such_revision", "The history has no such text."};
}

Outcome<std::vector<std::string>> Revisions::files() const {
  Sql rows(database_.get(), "SELECT DISTINCT file FROM revision ORDER BY file");
  std::vector<std::string> found;
  while (rows.row()) found.push_back(rows.text(0));
  if (rows.failed()) return rows.refusal();
  return found;
}

}  // namespace entente::server

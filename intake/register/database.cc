#include "intake/register/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "intake/register/row_digest.h"

namespace gongshi {
namespace {

// durable:   a sync at every commit: what was answered for survives a power cut.
// complete:  references hold, and REPLACE does not slip past the append-only triggers.
// defensive: nothing in a manipulated file may run code or hide damage.
// private:   deleted content is overwritten with zeros, not left in free pages.
constexpr const char* kSettings =
    "PRAGMA synchronous = FULL;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA recursive_triggers = ON;"
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA temp_store = MEMORY;";

std::string sentence(int code, const std::string& file, const char* detail) {
  switch (code) {
    case SQLITE_FULL:
      return fmt::format("{}: the disk is full; make room, nothing was stored", file);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fmt::format("{}: another process is writing and did not finish in time; try again",
                         file);
    case SQLITE_READONLY:
      return fmt::format("{}: cannot be written; check owner, permissions and mount", file);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return fmt::format("{}: cannot be opened for writing; check owner and permissions", file);
    case SQLITE_NOTADB:
      return fmt::format("{} is not a database: restore it from a backup", file);
    case SQLITE_CORRUPT:
    case SQLITE_CONSTRAINT:
      return fmt::format("{} is damaged ({}): restore it from a backup", file, detail);
    case SQLITE_IOERR:
      return fmt::format("{}: the disk does not write or read ({}); nothing was stored", file,
                         detail);
    default:
      return fmt::format("{}: the database refuses ({}); nothing was stored", file, detail);
  }
}

// What SQLite counts of its memory nobody asks for, and counting takes a lock for each piece.
void configure_once() {
  static const int kConfigured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(kConfigured);  // refused, harmlessly, when somebody has opened one before us
}

}  // namespace

SQLite::Database open_database(const std::filesystem::path& file,
                               std::chrono::milliseconds lock_wait) {
  configure_once();
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                            static_cast<int>(lock_wait.count()));
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // A file that may only be read opens without complaint; the register needs to write.
  if (sqlite3_db_readonly(database.getHandle(), "main") == 1) {
    throw SQLite::Exception("read-only", SQLITE_READONLY);
  }
  database.exec(kSettings);
  add_row_digest_function(database);
  return database;
}

void use_write_ahead_log(SQLite::Database& database) {
  if (database.execAndGet("PRAGMA journal_mode = WAL").getString() != "wal") {
    throw SQLite::Exception("this file system cannot carry a write-ahead log", SQLITE_IOERR);
  }
}

Error database_error(const SQLite::Exception& thrown, const std::filesystem::path& file) {
  const int code = thrown.getErrorCode() & 0xFF;
  const bool damaged = code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_CONSTRAINT;
  return Error{damaged ? ErrorKind::Corrupt : ErrorKind::Unavailable,
               sentence(code, file.string(), thrown.what())};
}

Sha256 Query::hash(int column) const {
  const SQLite::Column value = statement_.getColumn(column);
  Sha256 bytes{};
  if (!value.isBlob() || value.getBytes() != static_cast<int>(bytes.size())) {
    throw SQLite::Exception("a digest has not 32 bytes", SQLITE_CORRUPT);
  }
  std::copy_n(static_cast<const unsigned char*>(value.getBlob()), bytes.size(), bytes.begin());
  return bytes;
}

}  // namespace gongshi

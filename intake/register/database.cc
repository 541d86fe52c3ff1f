#include "intake/register/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace gongshi {
namespace {

// durable:   WAL with FULL syncs at every commit: what was answered for survives a power cut.
// defensive: nothing in a manipulated file may run code or hide damage.
// private:   deleted content is overwritten with zeros, not left in free pages.
constexpr const char* kSettings =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA foreign_keys = ON;"
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

}  // namespace

SQLite::Database open_database(const std::filesystem::path& file, DatabaseFile which,
                               std::chrono::milliseconds lock_wait) {
  const int flags = SQLite::OPEN_READWRITE | (which == DatabaseFile::New ? SQLite::OPEN_CREATE : 0);
  SQLite::Database database(file.string(), flags, static_cast<int>(lock_wait.count()));
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // A file that may only be read opens without complaint; the register needs to write.
  if (sqlite3_db_readonly(database.getHandle(), "main") == 1) {
    throw SQLite::Exception("read-only", SQLITE_READONLY);
  }
  database.exec(kSettings);
  return database;
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

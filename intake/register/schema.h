// The register's tables, and what marks a file as one.
#ifndef INTAKE_REGISTER_SCHEMA_H_
#define INTAKE_REGISTER_SCHEMA_H_

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

#include "generator/notice/error.h"

namespace gongshi {

inline constexpr int kApplicationId = 0x676F6E67;  // "gong", in the file's header
// In the file's header, as user_version; one more for every change of a table. A register of any
// other version is refused, an older one too: nothing converts one yet. Until something does, the
// notices of an older register are closed with the gongshi that wrote it.
inline constexpr int kSchemaVersion = 15;

// Makes all tables in an empty database. Throws SQLite::Exception.
void create_schema(SQLite::Database& database);

// Writes the two numbers into the header. Throws SQLite::Exception.
void mark_schema(SQLite::Database& database);

// Corrupt when the file is not a register, or one of another version than this program's.
Result<void> check_schema(SQLite::Database& database, const std::filesystem::path& file);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_SCHEMA_H_

// The register's tables, and what marks a file as one.
#ifndef INTAKE_REGISTER_SCHEMA_H_
#define INTAKE_REGISTER_SCHEMA_H_

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

#include "generator/notice/error.h"

namespace gongshi {

inline constexpr int kApplicationId = 0x676F6E67;  // "gong", in the file's header
inline constexpr int kSchemaVersion = 3;           // in the file's header, as user_version

// Makes all tables in an empty database. Throws SQLite::Exception.
void create_schema(SQLite::Database& database);

// Writes the two numbers into the header. Throws SQLite::Exception.
void mark_schema(SQLite::Database& database);

// Corrupt when the file is not a register, or one of a later version than this program knows.
Result<void> check_schema(SQLite::Database& database, const std::filesystem::path& file);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_SCHEMA_H_

#include "intake/register/row_digest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <ranges>
#include <span>

#include "generator/notice/digest.h"

namespace gongshi {
namespace {

constexpr const char* kName = "row_digest";
constexpr std::string_view kDomain = "gongshi-row/v1\n";

void append_number(std::string& bytes, std::uint64_t number) {
  std::array<char, sizeof number> big_endian{};
  for (char& byte : std::views::reverse(big_endian)) {
    byte = static_cast<char>(number);
    number >>= 8U;
  }
  bytes.append(big_endian.data(), big_endian.size());
}

void append_value(std::string& bytes, sqlite3_value* value) {
  const int type = sqlite3_value_type(value);
  bytes += static_cast<char>(type);
  switch (type) {
    case SQLITE_INTEGER:
      return append_number(bytes, static_cast<std::uint64_t>(sqlite3_value_int64(value)));
    case SQLITE_FLOAT: {  // no table has one, unless a bit turned in a row's header
      std::uint64_t pattern = 0;
      const double number = sqlite3_value_double(value);
      std::memcpy(&pattern, &number, sizeof pattern);
      return append_number(bytes, pattern);
    }
    case SQLITE_NULL:
      return;
    default: {  // the bytes of a text as they stand
      const void* data = sqlite3_value_blob(value);
      const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
      append_number(bytes, size);
      if (size > 0) bytes.append(static_cast<const char*>(data), size);
    }
  }
}

void compute(sqlite3_context* context, int count, sqlite3_value** values) {
  std::string bytes(kDomain);
  for (sqlite3_value* value : std::span(values, static_cast<std::size_t>(count))) {
    append_value(bytes, value);
  }
  const Sha256 digest = sha256(bytes);
  sqlite3_result_blob(context, digest.data(), static_cast<int>(digest.size()), SQLITE_TRANSIENT);
}

std::vector<std::string> texts(SQLite::Statement& query) {
  std::vector<std::string> rows;
  while (query.executeStep()) rows.push_back(query.getColumn(0).getString());
  return rows;
}

std::vector<std::string> columns_of(SQLite::Database& database, const std::string& table,
                                    std::string_view which) {
  SQLite::Statement columns(
      database, fmt::format("SELECT name FROM pragma_table_info(?) WHERE {} ORDER BY cid", which));
  columns.bind(1, table);
  return texts(columns);
}

}  // namespace

void add_row_digest_function(SQLite::Database& database) {
  constexpr int kAnyNumber = -1;
  const int added =
      sqlite3_create_function_v2(database.getHandle(), kName, kAnyNumber,
                                 SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                                 &compute, nullptr, nullptr, nullptr);
  if (added != SQLITE_OK) throw SQLite::Exception(database.getHandle(), added);
}

std::string insert_with_digest(std::string_view table,
                               std::initializer_list<std::string_view> columns) {
  std::string parameters;
  for (std::size_t i = 1; i <= columns.size(); ++i) parameters += fmt::format("?{}, ", i);
  return fmt::format("INSERT INTO {0} ({1}, {2}) VALUES ({3}{2}('{0}', {4}))", table,
                     fmt::join(columns, ", "), kName, parameters,
                     parameters.substr(0, parameters.size() - 2));
}

std::vector<std::string> digested_tables(SQLite::Database& database) {
  SQLite::Statement tables(database,
                           "SELECT list.name FROM pragma_table_list AS list, "
                           "pragma_table_info(list.name) AS info "
                           "WHERE list.schema = 'main' AND info.name = ? ORDER BY list.name");
  tables.bind(1, kName);
  return texts(tables);
}

std::vector<std::string> altered_rows(SQLite::Database& database, const std::string& table,
                                      int limit) {
  std::string key;
  for (const std::string& column : columns_of(database, table, "pk > 0")) {
    key += fmt::format("{}'{} ' || {}", key.empty() ? "" : " || ', ' || ", column, column);
  }
  SQLite::Statement rows(
      database,
      fmt::format("SELECT {0} FROM {1} WHERE {2} IS NOT {2}('{1}', {3}) LIMIT {4}", key, table,
                  kName, fmt::join(columns_of(database, table, "name <> 'row_digest'"), ", "),
                  limit));
  return texts(rows);
}

}  // namespace gongshi

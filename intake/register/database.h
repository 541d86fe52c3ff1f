// The door to SQLite: a connection set up the way the register wants it, one use of a prepared
// statement, and the sentence for each way SQLite can fail. Inside register/ only.
//
// Inside this folder SQLite::Exception travels up to the public method, where guarded() makes an
// Error of it.
#ifndef INTAKE_REGISTER_DATABASE_H_
#define INTAKE_REGISTER_DATABASE_H_

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"

namespace gongshi {

// A connection for reading and writing, with every setting that lives in the connection. Changes
// nothing in the file, which may turn out to be somebody else's. Used by one thread at a time:
// SQLite locks nothing itself. Throws SQLite::Exception.
SQLite::Database open_database(const std::filesystem::path& file,
                               std::chrono::milliseconds lock_wait);

// The one setting that lives in the file. Throws SQLite::Exception.
void use_write_ahead_log(SQLite::Database& database);

// Unavailable for disk, lock and permission, Corrupt for everything that SQLite calls so.
Error database_error(const SQLite::Exception& thrown, const std::filesystem::path& file);

// Runs `work`, which returns a Result, and turns what SQLite throws into an Error about `file`.
template <class Work>
std::invoke_result_t<Work> guarded(const std::filesystem::path& file, Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& thrown) {
    return tl::unexpected<Error>(database_error(thrown, file));
  }
}

// Bytes for a BLOB column; text goes to TEXT columns.
struct Blob {
  std::span<const unsigned char> bytes;
  explicit Blob(std::span<const unsigned char> of) : bytes(of) {}
  explicit Blob(std::string_view of)
      : bytes(reinterpret_cast<const unsigned char*>(of.data()), of.size()) {}
};

// One use of a prepared statement: give every parameter, then step. Resets it when it goes, so that
// no read stays open.
class Query {
 public:
  template <class... Values>
  explicit Query(SQLite::Statement& statement, const Values&... values) : statement_(statement) {
    int index = 0;
    (bind(++index, values), ...);
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { statement_.tryReset(); }

  bool step() { return statement_.executeStep(); }  // true: there is a row
  void run() { statement_.exec(); }                 // for statements without rows

  std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
  std::uint64_t count(int column) const { return static_cast<std::uint64_t>(integer(column)); }
  bool is_null(int column) const { return statement_.getColumn(column).isNull(); }
  std::string text(int column) const { return statement_.getColumn(column).getString(); }
  Sha256 hash(int column) const;

 private:
  void bind(int index, std::int64_t value) { statement_.bind(index, value); }
  void bind(int index, std::uint64_t value) {
    statement_.bind(index, static_cast<std::int64_t>(value));
  }
  // Not for everything that converts to bool, such as text in quotes.
  template <std::same_as<bool> Flag>
  void bind(int index, Flag value) {
    statement_.bind(index, value ? 1 : 0);
  }
  void bind(int index, std::string_view text) { statement_.bind(index, std::string(text)); }
  void bind(int index, const Sha256& bytes) { bind(index, Blob{bytes}); }
  void bind(int index, const Blob& blob) {
    statement_.bind(index, blob.bytes.data(), static_cast<int>(blob.bytes.size()));
  }
  template <class Value>
  void bind(int index, const std::optional<Value>& value) {
    value ? bind(index, *value) : statement_.bind(index);
  }

  SQLite::Statement& statement_;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_DATABASE_H_

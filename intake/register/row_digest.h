// A digest beside each row, so that `gongshi-intake check` finds a bit that turned in it. Inside
// register/ only; functions throw SQLite::Exception.
//
// The last column of a table, row_digest, is SHA-256 over the name of the table and every other
// column of the row in the order of the schema, each with its type and its length before it. It is
// written with the row and goes with it: what is erased leaves no digest of it behind.
//
// It is no proof against somebody who writes to the database: that one computes it again. Leaves,
// tree nodes, records and decisions have their proof in the log.
#ifndef INTAKE_REGISTER_ROW_DIGEST_H_
#define INTAKE_REGISTER_ROW_DIGEST_H_

#include <SQLiteCpp/SQLiteCpp.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

// Gives a connection the SQL function row_digest(table, column…). For statements alone: no trigger
// and no view may call it, so that any other program can still write to a copy.
void add_row_digest_function(SQLite::Database& database);

// "INSERT INTO table (column…, row_digest) VALUES (?1…, …)": `columns` are all others, in the order
// of the schema, and its parameters in the same order.
std::string insert_with_digest(std::string_view table,
                               std::initializer_list<std::string_view> columns);

// The tables that have such a column.
std::vector<std::string> digested_tables(SQLite::Database& database);

// The rows of a table that are not what was stored, each by its primary key: "objection 3, ordinal
// 0"; at most `limit` of them.
std::vector<std::string> altered_rows(SQLite::Database& database, const std::string& table,
                                      int limit);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_ROW_DIGEST_H_

// All objections with their histories, in one pass over the tables: what Register::visit_histories
// is made of. Inside register/ only.
#ifndef INTAKE_REGISTER_HISTORY_READER_H_
#define INTAKE_REGISTER_HISTORY_READER_H_

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

#include "generator/notice/error.h"
#include "generator/notice/identifier.h"
#include "intake/register/register.h"

namespace gongshi {

// Corrupt for a row that cannot be read. Throws SQLite::Exception.
Result<void> read_histories(SQLite::Database& database, const std::optional<NoticeId>& notice,
                            const Register::HistoryVisitor& visit);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_HISTORY_READER_H_

#include "intake/register/desk_record.h"

#include <fmt/format.h>

#include <cstdint>
#include <mutex>
#include <system_error>
#include <utility>

#include "intake/register/database.h"
#include "intake/register/event_row.h"
#include "intake/register/register.h"
#include "intake/register/row_digest.h"
#include "intake/register/schema.h"

namespace gongshi {
namespace {

constexpr const char* kDatabaseFile = "register.db";

std::int64_t seconds(Instant instant) { return instant.utc.time_since_epoch().count(); }

std::int64_t next_id(SQLite::Statement& last) {
  Query query(last);
  return query.step() ? query.integer(0) + 1 : 1;
}

}  // namespace

struct DeskRecord::State {
  State(std::filesystem::path path, SQLite::Database connection)
      : file(std::move(path)), database(std::move(connection)) {}

  // Runs `work` alone; what SQLite throws becomes an Error.
  template <class Work>
  std::invoke_result_t<Work> alone(Work work) {
    const std::scoped_lock lock(mutex);
    return guarded(file, work);
  }
  // The same for work that stores a row: wholly, and for good when it returns.
  template <class Work>
  Result<void> stored(Work work) {
    return alone([&]() -> Result<void> {
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      work();
      transaction.commit();
      return {};
    });
  }

  const std::filesystem::path file;
  std::mutex mutex;  // guards all below
  SQLite::Database database;
  SQLite::Statement last_access{database, "SELECT coalesce(max(id), 0) FROM access"};
  SQLite::Statement insert_access{
      database, insert_with_digest("access", {"id", "at", "actor", "number", "what"})};
  SQLite::Statement accesses{
      database, "SELECT at, actor, number, what FROM access ORDER BY id DESC LIMIT ? OFFSET ?"};
  SQLite::Statement numbers_accessed{
      database, "SELECT DISTINCT number FROM access WHERE what = ? AND actor = ?"};
  SQLite::Statement last_draft{database, "SELECT coalesce(max(id), 0) FROM closing_draft"};
  SQLite::Statement insert_draft{
      database, insert_with_digest("closing_draft", {"id", "notice", "at", "account", "handler",
                                                     "dispositions", "is_open"})};
  SQLite::Statement newest_draft{
      database,
      "SELECT at, account, handler, dispositions, is_open FROM closing_draft WHERE notice = ? "
      "ORDER BY id DESC LIMIT 1"};
};

DeskRecord::DeskRecord(std::unique_ptr<State> state) : state_(std::move(state)) {}
DeskRecord::DeskRecord(DeskRecord&&) noexcept = default;
DeskRecord& DeskRecord::operator=(DeskRecord&&) noexcept = default;
DeskRecord::~DeskRecord() = default;

Result<DeskRecord> DeskRecord::open(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / kDatabaseFile;
  std::error_code unreadable;
  if (!std::filesystem::exists(file, unreadable)) {
    return failure(ErrorKind::NotFound, fmt::format("there is no register in {}", folder.string()));
  }
  return guarded(file, [&]() -> Result<DeskRecord> {
    SQLite::Database database = open_database(file, RegisterOptions{}.lock_wait);
    if (Result<void> known = check_schema(database, file); !known) {
      return tl::unexpected(known.error());
    }
    return DeskRecord(std::make_unique<State>(file, std::move(database)));
  });
}

Result<void> DeskRecord::append_access(const Access& access) {
  return state_->stored([&] {
    Query(state_->insert_access, next_id(state_->last_access), seconds(access.at), access.actor,
          access.number, access.what)
        .run();
  });
}

Result<std::vector<Access>> DeskRecord::accesses(std::size_t skip, std::size_t limit) const {
  return state_->alone([&]() -> Result<std::vector<Access>> {
    Query query(state_->accesses, std::uint64_t{limit}, std::uint64_t{skip});
    std::vector<Access> found;
    while (query.step()) {
      found.push_back({.at = instant_of(query.integer(0)),
                       .actor = query.text(1),
                       .number = query.text(2),
                       .what = query.text(3)});
    }
    return found;
  });
}

Result<std::vector<std::string>> DeskRecord::numbers_accessed(std::string_view what,
                                                              std::string_view actor) const {
  return state_->alone([&]() -> Result<std::vector<std::string>> {
    Query query(state_->numbers_accessed, what, actor);
    std::vector<std::string> numbers;
    while (query.step()) numbers.push_back(query.text(0));
    return numbers;
  });
}

Result<void> DeskRecord::append_draft(const ClosingDraft& draft) {
  return state_->stored([&] {
    Query(state_->insert_draft, next_id(state_->last_draft), draft.notice.text(), seconds(draft.at),
          draft.account, draft.handler, draft.dispositions, draft.is_open)
        .run();
  });
}

Result<std::optional<ClosingDraft>> DeskRecord::newest_draft(const NoticeId& notice) const {
  return state_->alone([&]() -> Result<std::optional<ClosingDraft>> {
    Query query(state_->newest_draft, notice.text());
    if (!query.step()) return std::nullopt;
    return ClosingDraft{.notice = notice,
                        .at = instant_of(query.integer(0)),
                        .account = query.text(1),
                        .handler = query.text(2),
                        .dispositions = query.text(3),
                        .is_open = query.integer(4) != 0};
  });
}

}  // namespace gongshi

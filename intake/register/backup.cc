#include "intake/register/backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

#include "intake/log/checkpoint.h"
#include "intake/register/data_folder.h"
#include "intake/register/database.h"
#include "intake/register/high_water.h"
#include "intake/register/log_store.h"
#include "intake/register/register.h"
#include "intake/register/schema.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabaseFile = "register.db";
constexpr const char* kUnfinishedFile = "register.db.new";
constexpr const char* kEvidenceFolder = "evidence";
constexpr const char* kCheckpointFile = "checkpoint";
constexpr const char* kPublicKeyFile = "log.vkey";

tl::unexpected<Error> unwritable(const fs::path& path, const std::error_code& why) {
  return failure(ErrorKind::Unavailable,
                 fmt::format("{}: cannot be copied ({})", path.string(), why.message()));
}

// Of one moment, while others write; without a write-ahead log beside it. Throws SQLite::Exception.
void copy_pages(SQLite::Database& source, SQLite::Database& target) {
  SQLite::Backup backup(target, source);
  if (backup.executeStep(-1) != SQLITE_DONE) throw SQLite::Exception("locked", SQLITE_BUSY);
}

Result<void> copy_database(const fs::path& from, const fs::path& to) {
  if (Result<void> made = make_private_file(to); !made) return made;
  return guarded(to, [&]() -> Result<void> {
    SQLite::Database source = open_database(from, RegisterOptions{}.lock_wait);
    if (Result<void> known = check_schema(source, from); !known) return known;
    SQLite::Database target = open_database(to, RegisterOptions{}.lock_wait);
    copy_pages(source, target);
    target.exec("PRAGMA journal_mode = DELETE");
    if (target.execAndGet("PRAGMA integrity_check").getString() == "ok") return {};
    return failure(ErrorKind::Corrupt, fmt::format("the copy of {} is damaged: check the disks of "
                                                   "both, then run gongshi-intake check",
                                                   from.string()));
  });
}

// Sealed files are written once and never change: those of the copied rows are there.
Result<void> copy_evidence(const fs::path& from, const fs::path& to) {
  std::error_code problem;
  if (!fs::exists(from / kEvidenceFolder, problem)) return {};
  fs::create_directory(to / kEvidenceFolder, problem);
  if (!problem) {
    fs::permissions(to / kEvidenceFolder, fs::perms::owner_all, problem);
    fs::copy(from / kEvidenceFolder, to / kEvidenceFolder,
             fs::copy_options::recursive | fs::copy_options::skip_existing, problem);
  }
  return problem ? unwritable(to / kEvidenceFolder, problem) : Result<void>();
}

Result<void> write_text(const fs::path& file, std::string_view text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.flush();
  if (out) return {};
  return unwritable(file, std::make_error_code(std::errc::io_error));
}

// The newest head of the database, once it fits what is stored.
Result<std::string> newest_checkpoint_of(const fs::path& database, const NoteSigner& signer) {
  return guarded(database, [&]() -> Result<std::string> {
    SQLite::Database copy = open_database(database, RegisterOptions{}.lock_wait);
    LogStore log(copy, signer);
    if (Result<void> whole = log.check_newest_head(); !whole) {
      return tl::unexpected(whole.error());
    }
    return log.newest_checkpoint();
  });
}

Result<void> fill_backup(const fs::path& folder, const fs::path& to) {
  const Result<NoteSigner> signer = read_key_file(folder);
  if (!signer) return tl::unexpected(signer.error());
  const fs::path unfinished = to / kUnfinishedFile;
  Result<void> done = copy_database(folder / kDatabaseFile, unfinished);
  if (done) done = copy_evidence(folder, to);
  if (!done) return done;
  const Result<std::string> checkpoint = newest_checkpoint_of(unfinished, *signer);
  if (!checkpoint) return tl::unexpected(checkpoint.error());
  done = write_text(to / kCheckpointFile, *checkpoint);
  if (done) done = write_text(to / kPublicKeyFile, signer->verifier().text() + "\n");
  if (done) done = move_into_place(unfinished, to / kDatabaseFile);
  return done;
}

Result<void> refuse_what_is_there(const fs::path& folder) {
  std::error_code unreadable;
  for (const char* name : {"register.db", "register.db-wal"}) {
    if (!fs::exists(folder / name, unreadable)) continue;
    return failure(
        ErrorKind::Conflict,
        fmt::format("{} is there and is not overwritten: if it may still be read, it has "
                    "what the backup lacks; otherwise move register.db and what begins "
                    "with its name to another folder first, and keep them",
                    (folder / name).string()));
  }
  return {};
}

// The mark that is there, or one at the checkpoint that somebody has.
Result<void> set_mark(const fs::path& folder, const NoteSigner& signer,
                      const std::optional<std::string>& newest_checkpoint) {
  Result<HighWater> mark = HighWater::open(folder, signer.verifier());
  if (!mark && mark.error().kind == ErrorKind::NotFound && !newest_checkpoint) {
    return failure(
        ErrorKind::NotFound,
        fmt::format("there is no log.high-water in {}: give with --checkpoint the newest "
                    "checkpoint that anybody has of this log (a verifier's --state file, "
                    "a mirror, the youngest receipt), so that nothing is signed twice",
                    folder.string()));
  }
  if (!newest_checkpoint) return mark.map([](const HighWater&) {});
  const Result<Checkpoint> head = open_checkpoint(*newest_checkpoint, signer.verifier());
  if (!head) return tl::unexpected(head.error());
  const std::string bare = sign_checkpoint(*head, signer);  // witnesses may stand below the other
  if (mark) return mark->raise(*head, bare);
  HighWater::remove(folder);  // what was no mark of this log
  return HighWater::create(folder, bare);
}

}  // namespace

Result<void> back_up_register(const fs::path& folder, const fs::path& to) {
  if (const Result<Register> whole = Register::open(folder); !whole) {
    return tl::unexpected(whole.error());
  }
  std::error_code problem;
  const bool is_new = !fs::exists(to, problem);
  if (!is_new && (problem || !fs::is_empty(to, problem))) {
    return failure(
        ErrorKind::Conflict,
        fmt::format("{} has something in it: name a new folder for each backup", to.string()));
  }
  if (Result<void> made = make_data_folder(to); !made) return made;
  Result<void> filled = fill_backup(folder, to);
  if (filled) return filled;
  for (const auto& entry : fs::directory_iterator(to, problem)) fs::remove_all(entry, problem);
  if (is_new) fs::remove(to, problem);
  return filled;
}

Result<void> restore_register(const fs::path& from, const fs::path& folder,
                              const std::optional<std::string>& newest_checkpoint) {
  std::error_code unreadable;
  if (!fs::exists(from / kDatabaseFile, unreadable)) {
    return failure(ErrorKind::NotFound,
                   fmt::format("there is no register.db in {}: name the folder that gongshi-intake "
                               "backup made",
                               from.string()));
  }
  if (Result<void> free = refuse_what_is_there(folder); !free) return free;
  const Result<NoteSigner> signer = read_key_file(folder);
  if (!signer) return tl::unexpected(signer.error());
  Result<void> done = set_mark(folder, *signer, newest_checkpoint);
  const fs::path unfinished = folder / kUnfinishedFile;
  fs::remove(unfinished, unreadable);  // what an interrupted restoration left
  if (done) done = copy_database(from / kDatabaseFile, unfinished);
  if (done) done = copy_evidence(from, folder);
  if (done) done = write_text(folder / kPublicKeyFile, signer->verifier().text() + "\n");
  if (done) done = move_into_place(unfinished, folder / kDatabaseFile);
  if (!done) {
    fs::remove(unfinished, unreadable);
    return done;
  }
  return Register::open(folder).map([](const Register&) {});
}

}  // namespace gongshi

#include "intake/register/new_register.h"

#include <fmt/format.h>

#include <system_error>

#include "intake/log/checkpoint.h"
#include "intake/register/data_folder.h"
#include "intake/register/high_water.h"
#include "intake/register/register.h"
#include "intake/register/schema.h"
#include "intake/register/session.h"

namespace gongshi {
namespace {

void remove_database(const std::filesystem::path& file) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::filesystem::remove(file.string() + suffix, ignored);
  }
}

// No longer than the high-water mark has room for.
Result<void> check_origin(const std::string& origin) {
  if (is_note_name(origin) && origin.size() <= kOriginBytesMax) return {};
  return failure(ErrorKind::Invalid,
                 fmt::format("“{}” cannot name a log: give a host and a path without blanks and "
                             "without '+', like gongshi.example/objections",
                             origin));
}

// The database of a new register, complete, under a name that no open() looks for.
Result<void> build_database(const std::filesystem::path& file, const NoteSigner& signer) {
  remove_database(file);  // what an interrupted init left
  if (Result<void> made = make_private_file(file); !made) return made;
  return guarded(file, [&]() -> Result<void> {
    SQLite::Database database = open_database(file, RegisterOptions{}.lock_wait);
    create_schema(database);
    use_write_ahead_log(database);
    SQLite::Statement insert(database,
                             "INSERT INTO origin (id, name, verifier_key) VALUES (1, ?, ?)");
    Query(insert, signer.verifier().name(), signer.verifier().text()).run();
    LogStore(database, signer).start();
    return {};
  });
}

std::string empty_head(const NoteSigner& signer) {
  return sign_checkpoint(
      {.origin = signer.verifier().name(), .leaves = 0, .root = TreeEdge().root()}, signer);
}

}  // namespace

Result<void> make_register(const std::filesystem::path& file, const std::string& origin) {
  if (Result<void> named = check_origin(origin); !named) return named;
  const std::filesystem::path folder = file.parent_path();
  if (std::error_code unreadable; std::filesystem::exists(file, unreadable)) {
    return failure(
        ErrorKind::Conflict,
        fmt::format("{} holds a register already; it is used as it is", folder.string()));
  }
  if (Result<void> made = make_data_folder(folder); !made) return made;
  const NoteSigner signer = NoteSigner::random(origin);
  if (Result<void> written = write_key_files(folder, signer); !written) return written;

  const std::filesystem::path unfinished = file.string() + ".new";
  Result<void> built = build_database(unfinished, signer);
  if (built) built = HighWater::create(folder, empty_head(signer));
  if (built) built = move_into_place(unfinished, file);
  if (!built) {
    remove_database(unfinished);
    HighWater::remove(folder);
    remove_key_files(folder);  // nothing that was signed with it has left this function
  }
  return built;
}

}  // namespace gongshi

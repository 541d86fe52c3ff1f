#include "intake/register/cosignature_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "intake/log/merkle_tree.h"
#include "intake/register/data_folder.h"
#include "intake/register/database.h"
#include "intake/register/high_water.h"
#include "intake/register/register.h"
#include "intake/register/row_digest.h"
#include "intake/register/schema.h"

namespace gongshi {

struct CosignatureStore::State {
  const std::filesystem::path file;
  const NoteVerifier log;
  const HighWater mark;
  std::mutex mutex;  // guards all below
  SQLite::Database database;
  SQLite::Statement head_of_size;
  SQLite::Statement hash_at;
  SQLite::Statement leaves_signed;
  SQLite::Statement insert;

  State(std::filesystem::path path, NoteVerifier verifier, HighWater high_water,
        SQLite::Database connection)
      : file(std::move(path)),
        log(std::move(verifier)),
        mark(std::move(high_water)),
        database(std::move(connection)),
        head_of_size(database, "SELECT checkpoint FROM head WHERE tree_size = ?"),
        hash_at(database, "SELECT hash FROM node WHERE position = ?"),
        leaves_signed(database,
                      "SELECT coalesce(max(tree_size), 0) FROM cosignature WHERE witness = ?"),
        insert(database, insert_with_digest("cosignature", {"tree_size", "witness", "line"}) +
                             " ON CONFLICT DO NOTHING") {}

  template <class Work>
  std::invoke_result_t<Work> alone(Work work) {
    const std::scoped_lock lock(mutex);
    return guarded(file, work);
  }
};

CosignatureStore::CosignatureStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
CosignatureStore::CosignatureStore(CosignatureStore&&) noexcept = default;
CosignatureStore& CosignatureStore::operator=(CosignatureStore&&) noexcept = default;
CosignatureStore::~CosignatureStore() = default;

Result<CosignatureStore> CosignatureStore::open(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "register.db";
  const Result<NoteSigner> log = read_key_file(folder);
  if (!log) return tl::unexpected(log.error());
  Result<HighWater> mark = HighWater::open(folder, log->verifier());
  if (!mark) return tl::unexpected(mark.error());
  return guarded(file, [&]() -> Result<CosignatureStore> {
    SQLite::Database database = open_database(file, RegisterOptions{}.lock_wait);
    if (Result<void> known = check_schema(database, file); !known) {
      return tl::unexpected(known.error());
    }
    return CosignatureStore(
        std::make_unique<State>(file, log->verifier(), *std::move(mark), std::move(database)));
  });
}

const NoteVerifier& CosignatureStore::log() const { return state_->log; }

Result<SignedCheckpoint> CosignatureStore::newest() const {
  const Result<Checkpoint> head = state_->mark.read();
  if (!head) return tl::unexpected(head.error());
  return state_->alone([&]() -> Result<SignedCheckpoint> {
    Query query(state_->head_of_size, head->leaves);
    if (query.step()) return SignedCheckpoint{.head = *head, .note = query.text(0)};
    return failure(ErrorKind::Corrupt,
                   fmt::format("{}: the head of {} leaves that the high-water mark names is not "
                               "there: restore the register from a backup",
                               state_->file.string(), head->leaves));
  });
}

Result<std::uint64_t> CosignatureStore::leaves_signed(std::string_view witness) const {
  return state_->alone([&]() -> Result<std::uint64_t> {
    Query query(state_->leaves_signed, witness);
    return query.step() ? query.count(0) : 0;
  });
}

Result<std::vector<Sha256>> CosignatureStore::consistency(std::uint64_t older,
                                                          std::uint64_t newer) const {
  return state_->alone([&] {
    return consistency_proof(older, newer, [&](std::uint64_t position) -> Result<Sha256> {
      Query query(state_->hash_at, position);
      if (query.step()) return query.hash(0);
      return failure(ErrorKind::Corrupt, fmt::format("the log misses its tree node {}", position));
    });
  });
}

Result<void> CosignatureStore::add(std::uint64_t leaves, std::string_view witness,
                                   std::string_view line) {
  return state_->alone([&]() -> Result<void> {
    Query(state_->insert, leaves, witness, line).run();
    return {};
  });
}

}  // namespace gongshi

// One connection to the register's file with its prepared statements, and the connections that
// read. Inside register/ only; what SQLite throws becomes an Error here.
#ifndef INTAKE_REGISTER_SESSION_H_
#define INTAKE_REGISTER_SESSION_H_

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <type_traits>
#include <utility>
#include <vector>

#include "intake/log/note_key.h"
#include "intake/register/database.h"
#include "intake/register/log_store.h"
#include "intake/register/objection_store.h"

namespace gongshi {

// Used by one thread at a time.
struct Session {
  SQLite::Database database;
  LogStore log;
  ObjectionStore objections;

  // Throws SQLite::Exception.
  Session(SQLite::Database connection, const NoteSigner& signer)
      : database(std::move(connection)), log(database, signer), objections(database) {}

  // Runs `work` in a transaction. Stored, durably, if its result is a value, else not at all.
  template <class Work>
  std::invoke_result_t<Work> in_transaction(const std::filesystem::path& file,
                                            SQLite::TransactionBehavior behavior, Work& work) {
    return guarded(file, [&]() -> std::invoke_result_t<Work> {
      SQLite::Transaction transaction(database, behavior);
      std::invoke_result_t<Work> result = work();
      if (result) transaction.commit();
      return result;
    });
  }
};

// Connections that only read. In write-ahead mode they see the last commit and wait for no writer,
// so nobody who looks something up waits for somebody else's sync of the disk.
// Threads: any may borrow, at the same time.
class Readers {
 public:
  // As many as the machine's processors keep busy; more would only hold memory.
  static constexpr std::size_t kCount = 4;

  // Throws SQLite::Exception.
  Readers(const std::filesystem::path& file, std::chrono::milliseconds lock_wait,
          const NoteSigner& signer);

  // Runs `work(session)`, alone with that session; waits while all are lent.
  template <class Work>
  std::invoke_result_t<Work, Session&> with(Work work) {
    const Lease lease(*this);
    return work(*lease.session);
  }

 private:
  struct Lease {
    explicit Lease(Readers& from);
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease();
    Readers& readers;
    Session* session = nullptr;
  };

  std::vector<std::unique_ptr<Session>> sessions_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<Session*> free_;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_SESSION_H_

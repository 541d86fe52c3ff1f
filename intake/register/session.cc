#include "intake/register/session.h"

namespace gongshi {

Readers::Readers(const std::filesystem::path& file, std::chrono::milliseconds lock_wait,
                 const NoteSigner& signer) {
  for (std::size_t i = 0; i < kCount; ++i) {
    SQLite::Database database = open_database(file, lock_wait);
    database.exec("PRAGMA query_only = ON");
    sessions_.push_back(std::make_unique<Session>(std::move(database), signer));
    free_.push_back(sessions_.back().get());
  }
}

Readers::Lease::Lease(Readers& from) : readers(from) {
  std::unique_lock lock(readers.mutex_);
  readers.returned_.wait(lock, [&] { return !readers.free_.empty(); });
  session = readers.free_.back();
  readers.free_.pop_back();
}

Readers::Lease::~Lease() {
  {
    const std::scoped_lock lock(readers.mutex_);
    readers.free_.push_back(session);
  }
  readers.returned_.notify_one();
}

}  // namespace gongshi

// All objections with their histories: what Register::visit_histories is made of. Inside register/
// only.
//
// Rows of objections and events are never changed, so each is read from the database once, and what
// counts of it stays in memory: a second look reads what came since. The log of events is the
// truth; nothing is kept of what follows from it.
#ifndef INTAKE_REGISTER_HISTORY_READER_H_
#define INTAKE_REGISTER_HISTORY_READER_H_

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/notice/error.h"
#include "generator/notice/identifier.h"
#include "intake/register/register.h"

namespace gongshi {

// Texts that come again and again, each once.
class RepeatedTexts {
 public:
  using Place = std::uint32_t;

  Place place_of(std::string_view text);
  const std::string& at(Place place) const { return texts_[place]; }

 private:
  std::deque<std::string> texts_;  // whose addresses stay
  std::unordered_map<std::string_view, Place> places_;
  Place last_ = 0;  // they come in runs
};

// Takes some 150 bytes for an objection with its history.
// Threads: any may call, at the same time, each with a connection of its own.
class HistoryReader {
 public:
  // In a transaction of `database`: visits what it sees, or more when another caller has seen more.
  // `visit` must not come back here. Corrupt for a row that cannot be read. Throws
  // SQLite::Exception.
  Result<void> read(SQLite::Database& database, const std::optional<NoticeId>& notice,
                    const Register::HistoryVisitor& visit);

  // The same with those alone that ever joined another.
  Result<void> read_joined(SQLite::Database& database, const Register::HistoryVisitor& visit);

 private:
  using Text = RepeatedTexts::Place;
  static constexpr std::uint32_t kNone = UINT32_MAX;

  struct KnownObjection {
    std::int64_t sequence = 0;
    std::int32_t year = 0;
    Text notice = 0;
    Text candidate = 0;
    Medium medium = Medium::Online;
    bool named = false;
    Instant received_at;
    std::uint64_t leaf_index = 0;
    std::uint32_t events = 0;  // how many it has, and the places of the first and the last
    std::uint32_t first_event = kNone;
    std::uint32_t last_event = kNone;
  };
  struct KnownEvent {
    EventKind kind = EventKind::Decided;
    std::optional<Outcome> outcome;
    std::optional<RefusalReason> refusal;
    std::optional<Measure> measure;
    std::optional<Date> due;
    Instant at;
    Text actor = 0;
    Text second_actor = 0;
    Text leader = 0;
    std::uint32_t next = kNone;  // of the same objection
  };
  class Visit;

  Result<void> catch_up(SQLite::Database& database);
  Result<void> read_objections(SQLite::Database& database);
  Result<void> read_events(SQLite::Database& database);
  KnownEvent known(const ObjectionEvent& event);
  void append(KnownObjection& objection, KnownEvent event);
  std::string number_of(const KnownObjection& objection) const;

  std::shared_mutex mutex_;
  RepeatedTexts notices_;
  RepeatedTexts candidates_;
  RepeatedTexts people_;
  RepeatedTexts leaders_;
  std::vector<KnownObjection> objections_;  // the one with id n at n - 1
  std::vector<KnownEvent> events_;          // the one with id n at n - 1
  std::set<std::size_t> joined_;            // places of the objections that ever joined another
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_HISTORY_READER_H_

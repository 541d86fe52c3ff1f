// What the register keeps of the desk itself: who opened what, and which closings are proposed.
// Rows of register.db like all others, never changed and never removed, through a connection of
// their own: nothing that is proved or counted hangs on them.
#ifndef INTAKE_REGISTER_DESK_RECORD_H_
#define INTAKE_REGISTER_DESK_RECORD_H_

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"

namespace gongshi {

// That somebody looked at what people wrote, or did at the desk what is no step of an objection.
struct Access {
  Instant at;
  std::string actor;   // who, as shown
  std::string number;  // of the objection, the id of the notice, or ""
  std::string what;    // a word of the desk's, such as "opened"

  bool operator==(const Access&) const = default;
};

// A closing that one person proposes and that waits for another. The newest one counts.
struct ClosingDraft {
  NoticeId notice;
  Instant at;
  std::string account;       // of who wrote this row
  std::string handler;       // the same person, as shown
  std::string dispositions;  // "person=cancelled reception=confirmed"
  bool is_open = true;       // false: taken back, or refused by the other person

  bool operator==(const ClosingDraft&) const = default;
};

// Threads: any may call. Who may is not this layer's business.
class DeskRecord {
 public:
  // Of the register in `folder`, which somebody has opened (register.h) and found to be whole and
  // not behind its mark. NotFound and Corrupt as there, Unavailable when it cannot be read.
  static Result<DeskRecord> open(const std::filesystem::path& folder);

  DeskRecord(DeskRecord&&) noexcept;
  DeskRecord& operator=(DeskRecord&&) noexcept;
  ~DeskRecord();

  // Durable when it returns. Unavailable when the disk is full, read-only or locked.
  Result<void> append_access(const Access& access);
  // The newest first, after the first `skip` of them.
  Result<std::vector<Access>> accesses(std::size_t skip, std::size_t limit) const;
  // The numbers of such accesses by one person, as shown, each once, in no order.
  Result<std::vector<std::string>> numbers_accessed(std::string_view what,
                                                    std::string_view actor) const;

  // Durable when it returns. Unavailable as above.
  Result<void> append_draft(const ClosingDraft& draft);
  Result<std::optional<ClosingDraft>> newest_draft(const NoticeId& notice) const;

 private:
  struct State;
  explicit DeskRecord(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_DESK_RECORD_H_

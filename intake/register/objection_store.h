// Objections, what the office did about them, and closings, as rows. Inside register/ only; methods
// throw SQLite::Exception.
#ifndef INTAKE_REGISTER_OBJECTION_STORE_H_
#define INTAKE_REGISTER_OBJECTION_STORE_H_

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/register/database.h"
#include "intake/register/register.h"
#include "intake/seal/receipt_number.h"

namespace gongshi {

// What an event or a closing leaves in the log.
struct EventLeaf {
  std::uint64_t index = 0;
  Sha256 opening{};  // of the commitment to the event's text
};

struct StoredEvent {
  ObjectionEvent event;
  std::optional<std::uint64_t> leaf_index;
};

class ObjectionStore {
 public:
  // `database` must outlive the store.
  explicit ObjectionStore(SQLite::Database& database);

  // Looks once into each stretch of the index, the newest first: most forms that are sent again are
  // sent at once. filed_forms.h asks only where there can be one.
  Result<std::optional<RegisteredObjection>> find_by_form(const Sha256& form_digest);
  // The forms of the objections that came after the one with that id; 0: of all.
  void visit_forms(std::int64_t after, const std::function<void(const Sha256&)>& visit);
  // Of the newest objection; 0 when there is none.
  std::int64_t newest_id();
  Result<std::optional<RegisteredObjection>> find_by_number(const ReceiptNumber& number);
  Result<std::vector<RegisteredObjection>> list(const std::optional<NoticeId>& notice);

  std::vector<FiledEvidence> filed_evidence();

  // Whether the file of that name came with an objection.
  bool is_filed(const std::string& file_id);

  // When the newest objection that came online was received.
  std::optional<Instant> newest_online();

  // Gives it the next number of its year. Requires the leaf and the head that it names.
  // `sealed` is its content when the office has a key; then it is not stored as it is.
  RegisteredObjection insert(const NewObjection& objection,
                             const std::optional<SealedContent>& sealed, std::uint64_t leaf_index,
                             std::uint64_t tree_size);

  // Requires an objection of that number. `sealed` is text, opening and files when the objection is
  // sealed; then they are not stored as they are.
  void insert_event(const ReceiptNumber& number, std::size_t ordinal, const ObjectionEvent& event,
                    const std::optional<EventLeaf>& leaf, const std::optional<std::string>& sealed);
  // Texts as they are stored, sealed or not.
  Result<std::vector<StoredEvent>> events(const ReceiptNumber& number);
  std::size_t count_events(const ReceiptNumber& number);
  // The number of the objection for each `joined` event that names the leader.
  std::vector<std::string> joined_to(const ReceiptNumber& leader);
  std::vector<std::string> undecided(const NoticeId& notice, const CandidateId& candidate,
                                     std::size_t most);

  // Inserts the erasure and removes what was written; returns the names of the files that were with
  // it. Requires an objection of that number that is not erased.
  std::vector<std::string> erase(const ReceiptNumber& number, const Erasure& erasure,
                                 std::uint64_t leaf_index);

  std::vector<OfficePublicKey> office_keys();
  std::optional<OfficePublicKey> newest_office_key();
  void insert_office_key(const OfficePublicKey& key, Instant since);

  std::size_t count_objections(const NoticeId& notice);
  void insert_closing(const NoticeId& notice, std::string_view record, Instant at,
                      std::uint64_t leaf_index);
  std::optional<std::string> closing(const NoticeId& notice);
  // Of its `closed` leaf.
  std::optional<std::uint64_t> closing_leaf(const NoticeId& notice);

 private:
  // 0 when no objection has that number.
  std::int64_t id_of(const ReceiptNumber& number);
  std::int64_t next_sequence(int year);
  std::int64_t count_evidence(std::int64_t objection);
  // Of the event with that ordinal, or those that were filed with the objection.
  void insert_sealed(std::int64_t objection, const SealedContent& sealed);
  void insert_sealed_evidence(std::int64_t objection, std::optional<std::uint64_t> event,
                              const std::vector<EvidenceFile>& files);
  // Without those that are sealed.
  std::vector<EvidenceFile> evidence_of(std::int64_t objection, std::optional<std::uint64_t> event);
  void insert_evidence(std::int64_t objection, std::optional<std::uint64_t> event,
                       const std::vector<EvidenceFile>& files);
  Result<RegisteredObjection> read_row(const Query& query);
  Result<std::optional<RegisteredObjection>> read_one(Query& query);
  Result<std::vector<RegisteredObjection>> read_all(Query& query);

  SQLite::Database& database_;
  SQLite::Statement of_form_;
  SQLite::Statement by_id_;
  SQLite::Statement all_forms_;
  SQLite::Statement forms_after_;
  SQLite::Statement by_number_;
  SQLite::Statement all_;
  SQLite::Statement of_notice_;
  SQLite::Statement newest_online_;
  SQLite::Statement last_sequence_;
  SQLite::Statement last_id_;
  SQLite::Statement insert_objection_;
  SQLite::Statement insert_content_;
  SQLite::Statement insert_sealed_;
  SQLite::Statement evidence_count_;
  SQLite::Statement insert_evidence_;
  SQLite::Statement evidence_of_;
  SQLite::Statement filed_evidence_;
  SQLite::Statement filed_file_;
  SQLite::Statement id_of_;
  SQLite::Statement last_event_id_;
  SQLite::Statement insert_event_;
  SQLite::Statement insert_event_text_;
  SQLite::Statement events_of_;
  SQLite::Statement event_count_;
  SQLite::Statement joined_to_;
  SQLite::Statement undecided_;
  SQLite::Statement files_of_;
  SQLite::Statement insert_erasure_;
  SQLite::Statement office_keys_;
  SQLite::Statement newest_office_key_;
  SQLite::Statement office_key_id_;
  SQLite::Statement last_office_key_;
  SQLite::Statement insert_office_key_;
  SQLite::Statement insert_closing_;
  SQLite::Statement count_of_notice_;
  SQLite::Statement closing_of_;
  SQLite::Statement closing_leaf_of_;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_OBJECTION_STORE_H_

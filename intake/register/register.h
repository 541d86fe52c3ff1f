// The register: every objection that was accepted, what the office did about it, and the public log
// that proves both. One SQLite file, append only. The only place with SQL.
//
// Invariants
//   - append() returns a row only when that row, its log leaf and the new signed tree head are on
//     disk together (WAL, synchronous=FULL): a receipt exists only after that (DESIGN idea 3).
//   - Rows of objections, events, leaves and heads are never changed; triggers refuse it. What
//     people wrote is removed by erase() alone, which leaves its trace in the log.
//   - A file that a row refers to is on disk before the row is, and stays (evidence_files.h).
//   - What comes online is stored in the order of time, give or take kClockStepBackMax.
//   - No head of the log leaves the register before the high-water mark has reached it on disk; a
//     register that is behind its mark, because an old backup was restored, is never written to
//     (high_water.h).
//   - Once the office has a key, what people write is stored sealed, and nothing in the folder
//     opens it: neither what was filed nor what either side writes about it later. What belongs to
//     an objection that was filed before stays as that objection is.
//   - The tree is read inside the writing transaction, so the daemon and the desk, two processes,
//     can both append.
//
// Threads: any may call, at the same time. Writing is serialised inside, and append() of several
// callers shares one transaction; reading waits for no writer.
#ifndef INTAKE_REGISTER_REGISTER_H_
#define INTAKE_REGISTER_REGISTER_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"
#include "intake/register/evidence_files.h"
#include "intake/register/objection_event.h"
#include "intake/seal/data_key.h"
#include "intake/seal/form_issuer.h"
#include "intake/seal/key_wrap.h"
#include "intake/seal/office_key.h"

namespace gongshi {

// Who typed in what did not come online, and when; it came in at received_at.
struct Entry {
  std::string by;
  Instant at;

  bool operator==(const Entry&) const = default;
};

// What filing hands over.
struct NewObjection {
  Sha256 form_digest{};    // FormId::digest(): the same one again is the same objection
  Sha256 code_digest{};    // ReceiptCode::digest()
  WrappingKey code_key{};  // ReceiptCode::wrapping_key(); never stored
  NoticeId notice;
  CandidateId candidate;  // empty: the whole notice
  Medium medium = Medium::Online;
  bool named = false;  // a name or a unit stands on it
  Instant received_at;
  std::string record;               // the exact text committed to, as handed to the objector
  Sha256 opening{};                 // of the commitment
  std::optional<Entry> entry = {};  // of an objection that did not come online
  std::vector<EvidenceFile> evidence = {};  // the files that came with it, in their order
};

// What the register holds of an objection that came in when the office had a key.
struct SealedContent {
  std::string content;      // record, opening and files, under the data key
  Sha256 key_commitment{};  // DataKey::commitment()
  std::string for_code;     // the data key: unwrap_key() with the code's key
  std::string for_office;   // the data key: OfficeKey::unwrap() with the key whose half is `office`
  OfficePublicKey office;
};

// That what people wrote is gone, and why.
struct Erasure {
  Instant at;
  std::string basis;  // the id of a rule, an identifier: "retention-expired"
  std::string actor;  // who did it

  bool operator==(const Erasure&) const = default;
};

// A row as it stands in the register.
struct RegisteredObjection {
  std::string number;  // "2017-000001-B": year of receipt, sequence, check character
  // Without record, opening and files as long as it is `sealed`, and for ever once it is `erased`.
  NewObjection filed;
  std::uint64_t leaf_index = 0;
  std::uint64_t tree_size = 0;               // of the first signed head that contains the leaf
  std::optional<SealedContent> sealed = {};  // until unseal()
  std::optional<Erasure> erased = {};
  std::optional<DataKey> key = {};  // after unseal(): events() and append_event() want it
};

// A file that an objection or a step brought, as far as it can be known without a key.
struct FiledEvidence {
  std::string number;     // of the objection
  std::size_t place = 0;  // among its files, from 1
  EvidenceFile file;      // its id alone when it is sealed
  bool is_sealed = false;
};

// A step to be appended to the history of an objection.
struct NewEvent {
  std::string number;           // of the objection
  std::size_t events_seen = 0;  // how long its history is before this step
  ObjectionEvent event;
  std::optional<DataKey> key = {};  // of an objection that is sealed
};

// What somebody has read of an objection before they write elsewhere.
struct SeenObjection {
  std::string number;
  std::size_t events = 0;  // in its history
  std::size_t joined = 0;  // the size of joined_to()
};

// How far behind the newest online objection a new one may be received. Network time steps a clock
// back by less, and requests in flight overtake each other by seconds; a machine that is further
// behind has lost its time, and would let objections in after the window.
inline constexpr std::chrono::seconds kClockStepBackMax{120};

// What `init` fixes for good.
struct RegisterOrigin {
  std::string origin;  // the log's name, "gongshi.example/objections" (C2SP tlog-checkpoint)
};

struct RegisterOptions {
  // How long a write waits for the other process to finish its own, each a few milliseconds.
  std::chrono::milliseconds lock_wait{5000};
  // A register behind its high-water mark is opened all the same, to be read: every write says what
  // open() would have said. For the office, which has to answer what it still has.
  bool read_when_behind = false;
};

// The register in `folder`: register.db, its log key log.key (0600) and log.vkey, log.high-water,
// and the folders of evidence_files.h.
class Register {
 public:
  // Makes the folder (0700), the database and a fresh log key. Conflict when a register or a log
  // key is there already, or a folder that others use; Invalid for an origin that no checkpoint may
  // carry; Unavailable when the disk says no. After an error nothing of it is left.
  static Result<void> create(const std::filesystem::path& folder, const RegisterOrigin& origin);

  // NotFound when there is none (the sentence says how to make one), Corrupt when it is not a
  // register, of another version, or its newest tree head does not fit what is stored; Conflict
  // when the log has signed more than is stored (the sentence says what to do). Unavailable when it
  // cannot be opened for writing or when others may read log.key.
  static Result<Register> open(const std::filesystem::path& folder,
                               const RegisterOptions& options = {});

  Register(Register&&) noexcept;
  Register& operator=(Register&&) noexcept;
  ~Register();

  // Durable when it returns. The same form_digest again returns the first row, unchanged, and
  // writes nothing. Unavailable when the disk is full, read-only or locked, or when an objection
  // that came online was received before kClockStepBackMax of the newest: then nothing is stored.
  Result<RegisteredObjection> append(NewObjection objection);

  // Several in one transaction, with one sync of the disk and one signed head for all: the rows in
  // the order given, or an error and nothing stored.
  Result<std::vector<RegisteredObjection>> append_all(std::span<const NewObjection> objections);

  // The keys of the office, oldest first: the last one seals. None: nothing is sealed.
  Result<std::vector<OfficePublicKey>> office_keys() const;
  // From now on this one seals, in every process. Conflict when it is there already, Corrupt when
  // it is no key.
  Result<void> add_office_key(const OfficePublicKey& key, Instant since);

  // These return what is sealed as it is; unseal() opens it.
  Result<std::optional<RegisteredObjection>> find_by_form(const Sha256& form_digest) const;
  // False for nearly every form that nobody has filed, and for one that another process has filed
  // just now, which append() would find. For who wants to save find_by_form(); asks no disk.
  bool may_be_filed(const Sha256& form_digest) const;
  // As people type it (seal/receipt_number.h); nothing also for text that is no number.
  Result<std::optional<RegisteredObjection>> find_by_number(std::string_view number) const;

  // In the order of filing; of one notice when given.
  Result<std::vector<RegisteredObjection>> list(const std::optional<NoticeId>& notice) const;

  // The row with its content, when it was sealed. Corrupt when `key` is not its data key, or when
  // the record that it opens to is not the one that the log commits to.
  Result<RegisteredObjection> unseal(RegisteredObjection row, const DataKey& key) const;

  // Appends to the history of an objection; Decided also appends a `decided` leaf to the log.
  // NotFound when no objection has that number. Which step may follow which is not this layer's
  // business (desk/ decides); that two deciders cannot both win is: `events_seen` is the number of
  // events the caller has read, and Conflict says that there are more by now, or that the objection
  // was erased. `key` is the data key
  // of an objection that is sealed; Invalid when it is missing or another one's.
  Result<void> append_event(std::string_view number, std::size_t events_seen,
                            const ObjectionEvent& event, const std::optional<DataKey>& key = {});
  // Several steps in one transaction, in the order given: all are stored, or none. Each as
  // append_event() takes it, errors too; of one objection several may follow each other. Conflict
  // also when one of `seen` is not as it was seen any more.
  Result<void> append_events(std::span<const NewEvent> events,
                             std::span<const SeenObjection> seen = {});
  // Who ever joined that objection (ObjectionEvent::leader), in the order of filing: a number for
  // each time. NotFound when no objection has that number.
  Result<std::vector<std::string>> joined_to(std::string_view number) const;
  // The numbers of those about the same candidate of the notice, or about the whole of it, that
  // nobody has decided: the first `most` in the order of filing.
  Result<std::vector<std::string>> undecided(const NoticeId& notice, const CandidateId& candidate,
                                             std::size_t most) const;
  // Of an objection that is sealed the texts and files are empty without its data key. Corrupt when
  // one of them does not open, or is not what the log commits to.
  Result<std::vector<ObjectionEvent>> events(std::string_view number,
                                             const std::optional<DataKey>& key = {}) const;

  // Calls `visit` with every objection and its history, in the order of filing; of one notice when
  // given. Only with what counts and needs no key: no content, no text, no files, sealed or not,
  // whatever else is erased; and digests and keys stay behind. What was read stays in memory: of a
  // hundred thousand the next call reads what is new. The arguments are valid during the call.
  using HistoryVisitor =
      std::function<void(const RegisteredObjection&, std::span<const ObjectionEvent>)>;
  Result<void> visit_histories(const std::optional<NoticeId>& notice,
                               const HistoryVisitor& visit) const;
  // The same with those alone that ever joined another (ObjectionEvent::leader), of all notices:
  // they are known, so where nobody joined it costs nothing.
  Result<void> visit_joined_histories(const HistoryVisitor& visit) const;

  // Removes what was written in and about an objection, for good: record, opening, data key, texts
  // and files are overwritten in the database, its write-ahead log included, and the files
  // unlinked. Row, counts and outcome stay, and an `erased` leaf names the basis; the objector's
  // own copy of the receipt proves what it did before. Requires that the basis satisfies
  // is_identifier(). Called again it changes nothing but finishes what a crash left undone.
  // NotFound when no objection has that number; Unavailable when others read the register all the
  // time: then call it again.
  Result<void> erase(std::string_view number, const Erasure& erasure);

  // The closing of a notice: the record's exact text (closing.toml) and a `closed` leaf that
  // commits to it, once per notice. A second call with the same text changes nothing; with another
  // text it is a Conflict. So is a first call when the notice has other than `objections_counted`
  // objections: then one came in while the record was made, and the record would not be true.
  Result<void> append_closing(const NoticeId& notice, std::size_t objections_counted,
                              std::string_view record_text, Instant at);
  Result<std::optional<std::string>> closing(const NoticeId& notice) const;
  // The c2sp.org/tlog-proof@v1 text of its `closed` leaf, under the head that was signed with it:
  // the same bytes whenever it is asked for. NotFound when the notice is not closed.
  Result<std::string> closing_proof(const NoticeId& notice) const;

  // Makes the ids of our forms. Its key follows from the log's, so that a form which was opened
  // before a restart is known after it.
  const FormIssuer& form_issuer() const;

  // The newest signed head, as it is served at /log/checkpoint. An empty log has one too.
  Result<std::string> checkpoint() const;
  // The key that verifies it, in the C2SP form, as served at /log/key: "name+hash+base64".
  const std::string& verifier_key() const;
  // A file of the public log, as served below /log/tile/ (log/tile.h): the same bytes whenever it
  // is asked for. NotFound when the newest head does not hold it, and for paths of no tile.
  Result<std::string> tile(std::string_view path) const;
  // The c2sp.org/tlog-proof@v1 text of a stored objection, at objection.tree_size: the same bytes
  // whenever it is asked for.
  Result<std::string> proof(const RegisteredObjection& objection) const;
  // The same under the newest head, for who wants to see that the log still holds it.
  Result<std::string> newest_proof(const RegisteredObjection& objection) const;

  // Whether an objection that came online at `now` could be stored: for /healthz. Stores nothing.
  Result<void> probe_write(Instant now) const;

  // Every file that a row refers to, by objection and place.
  Result<std::vector<FiledEvidence>> filed_evidence() const;

  // The files of objections, filed and not yet filed.
  EvidenceFiles& evidence() const;
  // Removes the files that no objection refers to and no form has asked for: for the start of the
  // daemon, and once a day. `now` by the system's clock.
  Result<void> sweep_evidence(std::chrono::system_clock::time_point now) const;

  // How many append() calls wait for their turn to be written.
  std::size_t waiting() const;

 private:
  struct State;
  explicit Register(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_REGISTER_H_

#include "intake/register/register.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include "intake/log/commitment.h"
#include "intake/log/tile.h"
#include "intake/register/content_seal.h"
#include "intake/register/data_folder.h"
#include "intake/register/event_append.h"
#include "intake/register/filed_forms.h"
#include "intake/register/group_commit.h"
#include "intake/register/high_water.h"
#include "intake/register/history_reader.h"
#include "intake/register/new_register.h"
#include "intake/register/recent_leaves.h"
#include "intake/register/schema.h"
#include "intake/register/session.h"
#include "intake/seal/receipt_number.h"

namespace gongshi {
namespace {

constexpr const char* kDatabaseFile = "register.db";

tl::unexpected<Error> not_found(std::string_view number) {
  return failure(ErrorKind::NotFound, fmt::format("没有编号为“{}”的异议", number));
}

}  // namespace

// One session writes, guarded by the mutex; the others read.
struct Register::State {
  const std::filesystem::path file;
  const NoteVerifier verifier;
  const std::string verifier_key;
  const FormIssuer forms;
  std::mutex mutex;
  Session writer;
  Readers readers;
  EvidenceFiles evidence;
  HighWater mark;
  std::mutex marking;           // one caller of a commit raises the mark for all
  std::optional<Error> behind;  // why nothing is written: set by open(), and never again
  RecentLeaves recent;
  FiledForms filed;
  HistoryReader histories;
  GroupCommit commits;

  State(std::filesystem::path path, SQLite::Database connection, const NoteSigner& signer,
        const RegisterOptions& options, EvidenceFiles files, HighWater high_water)
      : file(std::move(path)),
        verifier(signer.verifier()),
        verifier_key(signer.verifier().text()),
        forms(signer.secret_text()),
        writer(std::move(connection), signer),
        readers(file, options.lock_wait, signer),
        evidence(std::move(files)),
        mark(std::move(high_water)),
        commits([this](std::span<const NewObjection> batch) { return store(batch); },
                [this](std::uint64_t leaves) { return mark_leaves(leaves); }) {}

  // Runs `work(session)` on one state of the register, beside any writing.
  template <class Work>
  std::invoke_result_t<Work, Session&> read(Work work) {
    return readers.with([&](Session& session) {
      auto on_session = [&] { return work(session); };
      return session.in_transaction(file, SQLite::TransactionBehavior::DEFERRED, on_session);
    });
  }
  // Runs `work` alone, with the right to write. Stored, durably, if the result is a value, else not
  // at all.
  template <class Work>
  std::invoke_result_t<Work> write(Work work) {
    if (behind) return tl::unexpected(*behind);
    const std::scoped_lock lock(mutex);
    return writer.in_transaction(file, SQLite::TransactionBehavior::IMMEDIATE, work);
  }

  // The newest head, once the mark has reached it: to be called before anything of the log is
  // handed out. Callers of one commit share one sync.
  Result<std::string> marked_checkpoint();
  // The same for what a head of so many leaves holds.
  Result<void> mark_leaves(std::uint64_t leaves);
  // The value, once the mark has reached everything that is stored.
  template <class Value>
  Result<Value> marked(Result<Value> value) {
    if (!value) return value;
    const Result<std::string> head = marked_checkpoint();
    if (!head) return tl::unexpected(head.error());
    return value;
  }
  Result<void> check_mark(const RegisterOptions& options);

  // One transaction for all of them.
  Result<std::vector<RegisteredObjection>> store(std::span<const NewObjection> offered);

  // These run inside write().
  Result<void> check_clock(Instant now);
  Result<void> check_clock(std::span<const NewObjection> offered,
                           std::span<const std::size_t> fresh);
  // What a commit leaves for those who ask next.
  struct Appended {
    std::optional<AppendedLeaves> leaves;
    std::int64_t newest_before = 0;  // the id of an objection
    std::vector<Sha256> forms;       // of the objections behind it
  };
  Result<std::vector<RegisteredObjection>> append(std::span<const NewObjection> offered,
                                                  Appended& appended);
  Result<void> insert(std::span<const NewObjection> offered, std::span<const std::size_t> fresh,
                      std::span<RegisteredObjection> rows, Appended& appended);
  Result<void> append_closing(const NoticeId& notice, std::size_t objections_counted,
                              std::string_view record, Instant at);
  // The names of the files that go with it.
  Result<std::vector<std::string>> erase(const ReceiptNumber& number, const Erasure& erasure);

  // Alone, and outside of any transaction.
  Result<void> overwrite_what_was_removed();
};

Result<std::string> Register::State::marked_checkpoint() {
  Result<std::string> note = read([](Session& session) { return session.log.newest_checkpoint(); });
  if (!note) return note;
  const Result<Checkpoint> head = open_checkpoint(*note, verifier);
  if (!head) return tl::unexpected(head.error());
  const Result<void> raised = behind ? Result<void>() : mark.raise(*head, *note);
  if (!raised) return tl::unexpected(raised.error());
  return note;
}

Result<void> Register::State::mark_leaves(std::uint64_t leaves) {
  if (leaves <= mark.leaves()) return {};
  const std::scoped_lock lock(marking);
  if (leaves <= mark.leaves()) return {};  // somebody did while we waited
  const auto newest = recent.newest();
  if (newest && leaves <= newest->head.leaves) return mark.raise(newest->head, newest->checkpoint);
  return marked_checkpoint().map([](const std::string&) {});
}

// The mark is read before the register: what another process appends meanwhile only adds to it.
Result<void> Register::State::check_mark(const RegisterOptions& options) {
  const Result<Checkpoint> signed_so_far = mark.read();
  if (!signed_so_far) return tl::unexpected(signed_so_far.error());
  Result<void> reached =
      read([&](Session& session) { return session.log.check_begins_with(*signed_so_far); });
  if (reached) return mark_leaves(signed_so_far->leaves + 1);  // a crash between commit and mark
  if (reached.error().kind != ErrorKind::Conflict) return reached;
  reached.error().message = fmt::format("{}: {}", file.string(), reached.error().message);
  if (!options.read_when_behind) return reached;
  behind = reached.error();
  return {};
}

Result<void> Register::State::check_clock(std::span<const NewObjection> offered,
                                          std::span<const std::size_t> fresh) {
  std::optional<Instant> earliest;
  for (const std::size_t i : fresh) {
    const Instant received_at = offered[i].received_at;
    if (offered[i].medium != Medium::Online || (earliest && *earliest <= received_at)) continue;
    earliest = received_at;
  }
  return earliest ? check_clock(*earliest) : Result<void>();
}

Result<void> Register::State::check_clock(Instant now) {
  const std::optional<Instant> newest = writer.objections.newest_online();
  if (!newest || newest->utc - now.utc <= kClockStepBackMax) return {};
  return failure(ErrorKind::Unavailable,
                 fmt::format("the clock says {}, but an objection was received at {}: set the "
                             "clock of this machine; until then nothing is filed",
                             to_text(now), to_text(*newest)));
}

Result<std::vector<RegisteredObjection>> Register::State::store(
    std::span<const NewObjection> offered) {
  Appended appended;
  Result<std::vector<RegisteredObjection>> rows = write([&] { return append(offered, appended); });
  if (!rows || !appended.leaves) return rows;
  recent.add(*std::move(appended.leaves));
  filed.add(appended.newest_before, appended.forms);
  return rows;
}

Result<std::vector<RegisteredObjection>> Register::State::append(
    std::span<const NewObjection> offered, Appended& appended) {
  // The rows in the order offered: those that are there already, and a place for each that is new.
  // The same form twice in one batch is one objection.
  std::vector<RegisteredObjection> rows(offered.size());
  std::map<Sha256, std::size_t> first_places;
  std::vector<std::size_t> fresh;
  appended.newest_before = filed.catch_up(writer.objections);
  for (std::size_t i = 0; i < offered.size(); ++i) {
    if (!first_places.emplace(offered[i].form_digest, i).second) continue;
    Result<std::optional<RegisteredObjection>> found =
        filed.find(writer.objections, offered[i].form_digest);
    if (!found) return tl::unexpected(found.error());
    if (std::optional<RegisteredObjection>& known = *found) {
      rows[i] = *std::move(known);
    } else {
      fresh.push_back(i);
    }
  }
  if (!fresh.empty()) {
    Result<void> inserted = insert(offered, fresh, rows, appended);
    if (!inserted) return tl::unexpected(inserted.error());
  }
  for (std::size_t i = 0; i < offered.size(); ++i) {
    const std::size_t first = first_places.at(offered[i].form_digest);
    if (first != i) rows[i] = rows[first];
  }
  return rows;
}

// Of `offered`, those at the places `fresh`, into `rows` at the same.
Result<void> Register::State::insert(std::span<const NewObjection> offered,
                                     std::span<const std::size_t> fresh,
                                     std::span<RegisteredObjection> rows, Appended& appended) {
  std::vector<Leaf> leaves;
  for (const std::size_t i : fresh) {
    const NewObjection& objection = offered[i];
    appended.forms.push_back(objection.form_digest);
    leaves.emplace_back(FiledLeaf{.date = date_of(objection.received_at),
                                  .commitment = commit(objection.opening, objection.record)});
  }
  if (Result<void> in_time = check_clock(offered, fresh); !in_time) return in_time;
  const auto sealer = ContentSealer::to_newest(writer.objections);
  if (!sealer) return tl::unexpected(sealer.error());
  Result<AppendedLeaves> logged = writer.log.append(leaves);
  if (!logged) return tl::unexpected(logged.error());
  std::uint64_t leaf_index = logged->first_index;
  for (const std::size_t i : fresh) {
    std::optional<SealedContent> sealed;
    if (*sealer) sealed = (*sealer)->seal(offered[i]);
    rows[i] = writer.objections.insert(offered[i], sealed, leaf_index++, logged->head.leaves);
  }
  appended.leaves = *std::move(logged);
  return {};
}

Result<void> Register::State::append_closing(const NoticeId& notice, std::size_t objections_counted,
                                             std::string_view record, Instant at) {
  if (const std::optional<std::string> present = writer.objections.closing(notice)) {
    if (*present == record) return {};
    return failure(ErrorKind::Conflict,
                   fmt::format("公示“{}”已经办结，办结记录不能更改", notice.text()));
  }
  if (writer.objections.count_objections(notice) != objections_counted) {
    return failure(
        ErrorKind::Conflict,
        fmt::format("公示“{}”刚刚又收到异议，没有办结；请重新查看后再办理", notice.text()));
  }
  const Leaf closed = ClosedLeaf{.date = date_of(at), .record_sha256 = sha256(record)};
  const Result<AppendedLeaves> appended = writer.log.append(std::span(&closed, 1));
  if (!appended) return tl::unexpected(appended.error());
  writer.objections.insert_closing(notice, record, at, appended->first_index);
  return {};
}

Result<std::vector<std::string>> Register::State::erase(const ReceiptNumber& number,
                                                        const Erasure& erasure) {
  const Result<RegisteredObjection> row = require_objection(writer, number);
  if (!row) return tl::unexpected(row.error());
  if (row->erased) return std::vector<std::string>();
  const Leaf erased =
      ErasedLeaf{.ref = row->leaf_index, .date = date_of(erasure.at), .basis = erasure.basis};
  const Result<AppendedLeaves> appended = writer.log.append(std::span(&erased, 1));
  if (!appended) return tl::unexpected(appended.error());
  return writer.objections.erase(number, erasure, appended->first_index);
}

// secure_delete writes zeros where rows stood; VACUUM also forgets what moved before, and only a
// truncated write-ahead log holds no older copy of a page.
Result<void> Register::State::overwrite_what_was_removed() {
  const std::scoped_lock lock(mutex);
  return guarded(file, [&]() -> Result<void> {
    writer.database.exec("VACUUM");
    if (writer.database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() == 0) return {};
    return failure(ErrorKind::Unavailable,
                   fmt::format("{} is being read all the time, so its write-ahead log could not be "
                               "emptied: run the same command again",
                               file.string()));
  });
}

namespace {

// Corrupt when log.key is another register's.
Result<void> check_key(SQLite::Database& database, const NoteVerifier& key,
                       const std::filesystem::path& file) {
  if (database.execAndGet("SELECT verifier_key FROM origin").getString() == key.text()) return {};
  return failure(ErrorKind::Corrupt,
                 fmt::format("log.key beside {} is the key of another log: restore both from the "
                             "same backup",
                             file.string()));
}

}  // namespace

Result<void> Register::create(const std::filesystem::path& folder, const RegisterOrigin& origin) {
  return make_register(folder / kDatabaseFile, origin.origin);
}

Result<Register> Register::open(const std::filesystem::path& folder,
                                const RegisterOptions& options) {
  const std::filesystem::path file = folder / kDatabaseFile;
  std::error_code unreadable;
  if (!std::filesystem::exists(file, unreadable)) {
    return failure(ErrorKind::NotFound,
                   fmt::format("there is no register in {}: make one with gongshi-intake init "
                               "--data {} --origin NAME",
                               folder.string(), folder.string()));
  }
  return guarded(file, [&]() -> Result<Register> {
    SQLite::Database database = open_database(file, options.lock_wait);
    if (Result<void> known = check_schema(database, file); !known) {
      return tl::unexpected(known.error());
    }
    use_write_ahead_log(database);
    Result<NoteSigner> signer = read_key_file(folder);
    if (!signer) return tl::unexpected(signer.error());
    if (Result<void> ours = check_key(database, signer->verifier(), file); !ours) {
      return tl::unexpected(ours.error());
    }
    Result<EvidenceFiles> evidence = EvidenceFiles::open(folder);
    if (!evidence) return tl::unexpected(evidence.error());
    Result<HighWater> mark = HighWater::open(folder, signer->verifier());
    if (!mark) return tl::unexpected(mark.error());
    auto state = std::make_unique<State>(file, std::move(database), *signer, options,
                                         *std::move(evidence), *std::move(mark));
    Result<void> whole =
        state->read([](Session& session) { return session.log.check_newest_head(); });
    if (whole) whole = state->check_mark(options);
    if (!whole) return tl::unexpected(whole.error());
    return Register(std::move(state));
  });
}

Register::Register(std::unique_ptr<State> state) : state_(std::move(state)) {}
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;
Register::~Register() = default;

Result<RegisteredObjection> Register::append(NewObjection objection) {
  Result<RegisteredObjection> row = state_->commits.append(std::move(objection));
  if (!row) return row;
  for (const EvidenceFile& file : row->filed.evidence) state_->evidence.mark_filed(file.id);
  return row;
}

Result<std::vector<RegisteredObjection>> Register::append_all(
    std::span<const NewObjection> objections) {
  return state_->marked(state_->store(objections));
}

Result<std::vector<OfficePublicKey>> Register::office_keys() const {
  return state_->read([](Session& session) -> Result<std::vector<OfficePublicKey>> {
    return session.objections.office_keys();
  });
}

Result<void> Register::add_office_key(const OfficePublicKey& key, Instant since) {
  if (const auto usable = OfficeSealer::to(key); !usable) return tl::unexpected(usable.error());
  return state_->write([&]() -> Result<void> {
    const std::vector<OfficePublicKey> known = state_->writer.objections.office_keys();
    if (std::ranges::find(known, key) != known.end()) {
      return failure(ErrorKind::Conflict, fmt::format("登记簿里已经有办公室钥匙 {}", key.id()));
    }
    state_->writer.objections.insert_office_key(key, since);
    return {};
  });
}

Result<RegisteredObjection> Register::unseal(RegisteredObjection row, const DataKey& key) const {
  return state_->read(
      [&](Session& session) { return unseal_content(session, std::move(row), key); });
}

Result<std::optional<RegisteredObjection>> Register::find_by_form(const Sha256& form_digest) const {
  return state_->read([&](Session& session) {
    state_->filed.catch_up(session.objections);
    return state_->filed.find(session.objections, form_digest);
  });
}

bool Register::may_be_filed(const Sha256& form_digest) const {
  return state_->filed.may_hold(form_digest);
}

Result<std::optional<RegisteredObjection>> Register::find_by_number(std::string_view number) const {
  const Result<ReceiptNumber> parsed = ReceiptNumber::parse(number);
  if (!parsed) return std::nullopt;
  return state_->read([&](Session& session) { return session.objections.find_by_number(*parsed); });
}

Result<std::vector<RegisteredObjection>> Register::list(
    const std::optional<NoticeId>& notice) const {
  return state_->read([&](Session& session) { return session.objections.list(notice); });
}

Result<void> Register::append_event(std::string_view number, std::size_t events_seen,
                                    const ObjectionEvent& event,
                                    const std::optional<DataKey>& key) {
  const NewEvent one{
      .number = std::string(number), .events_seen = events_seen, .event = event, .key = key};
  return append_events(std::span(&one, 1));
}

Result<void> Register::append_events(std::span<const NewEvent> events,
                                     std::span<const SeenObjection> seen) {
  Result<void> appended = state_->marked(
      state_->write([&] { return gongshi::append_events(state_->writer, events, seen); }));
  if (!appended) return appended;
  for (const NewEvent& one : events) {
    for (const EvidenceFile& file : one.event.evidence) state_->evidence.mark_filed(file.id);
  }
  return appended;
}

Result<std::vector<std::string>> Register::joined_to(std::string_view number) const {
  const Result<ReceiptNumber> parsed = ReceiptNumber::parse(number);
  if (!parsed) return not_found(number);
  return state_->read([&](Session& session) -> Result<std::vector<std::string>> {
    const auto row = require_objection(session, *parsed);
    if (!row) return tl::unexpected(row.error());
    return session.objections.joined_to(*parsed);
  });
}

Result<std::vector<std::string>> Register::undecided(const NoticeId& notice,
                                                     const CandidateId& candidate,
                                                     std::size_t most) const {
  return state_->read([&](Session& session) -> Result<std::vector<std::string>> {
    return session.objections.undecided(notice, candidate, most);
  });
}

Result<std::vector<ObjectionEvent>> Register::events(std::string_view number,
                                                     const std::optional<DataKey>& key) const {
  const Result<ReceiptNumber> parsed = ReceiptNumber::parse(number);
  if (!parsed) return not_found(number);
  return state_->read([&](Session& session) { return read_events(session, *parsed, key); });
}

Result<void> Register::visit_histories(const std::optional<NoticeId>& notice,
                                       const HistoryVisitor& visit) const {
  return state_->read(
      [&](Session& session) { return state_->histories.read(session.database, notice, visit); });
}

Result<void> Register::visit_joined_histories(const HistoryVisitor& visit) const {
  return state_->read(
      [&](Session& session) { return state_->histories.read_joined(session.database, visit); });
}

Result<void> Register::erase(std::string_view number, const Erasure& erasure) {
  const Result<ReceiptNumber> parsed = ReceiptNumber::parse(number);
  if (!parsed) return not_found(number);
  const auto files = state_->marked(state_->write([&] { return state_->erase(*parsed, erasure); }));
  if (!files) return tl::unexpected(files.error());
  for (const std::string& file : *files) state_->evidence.erase(file);
  return state_->overwrite_what_was_removed();
}

Result<void> Register::append_closing(const NoticeId& notice, std::size_t objections_counted,
                                      std::string_view record_text, Instant at) {
  return state_->marked(state_->write(
      [&] { return state_->append_closing(notice, objections_counted, record_text, at); }));
}

Result<std::optional<std::string>> Register::closing(const NoticeId& notice) const {
  return state_->read([&](Session& session) -> Result<std::optional<std::string>> {
    return session.objections.closing(notice);
  });
}

Result<std::string> Register::closing_proof(const NoticeId& notice) const {
  return state_->marked(state_->read([&](Session& session) -> Result<std::string> {
    const std::optional<std::uint64_t> leaf = session.objections.closing_leaf(notice);
    if (leaf) return session.log.proof(*leaf, *leaf + 1);
    return failure(ErrorKind::NotFound, fmt::format("公示“{}”还没有办结", notice.text()));
  }));
}

Result<std::string> Register::checkpoint() const {
  return state_->marked(
      state_->read([](Session& session) { return session.log.newest_cosigned_checkpoint(); }));
}

const FormIssuer& Register::form_issuer() const { return state_->forms; }

const std::string& Register::verifier_key() const { return state_->verifier_key; }

Result<std::string> Register::tile(std::string_view path) const {
  const std::optional<Tile> tile = parse_tile_path(path);
  if (!tile) return failure(ErrorKind::NotFound, fmt::format("“{}” names no tile of a log", path));
  return state_->marked(state_->read([&](Session& session) { return session.log.tile(*tile); }));
}

Result<std::string> Register::proof(const RegisteredObjection& objection) const {
  if (Result<void> held = state_->mark_leaves(objection.tree_size); !held) {
    return tl::unexpected(held.error());
  }
  if (const auto commit = state_->recent.find(objection.leaf_index, objection.tree_size)) {
    return commit->proof(objection.leaf_index);
  }
  return state_->read([&](Session& session) {
    return session.log.proof(objection.leaf_index, objection.tree_size);
  });
}

Result<std::string> Register::newest_proof(const RegisteredObjection& objection) const {
  return state_->marked(
      state_->read([&](Session& session) { return session.log.proof(objection.leaf_index); }));
}

Result<void> Register::probe_write(Instant now) const {
  // Writes the page with the version again as it is: the same lock, disk and sync as a filing.
  return state_->write([&]() -> Result<void> {
    mark_schema(state_->writer.database);
    return state_->check_clock(now);
  });
}

Result<std::vector<FiledEvidence>> Register::filed_evidence() const {
  return state_->read([](Session& session) -> Result<std::vector<FiledEvidence>> {
    return session.objections.filed_evidence();
  });
}

EvidenceFiles& Register::evidence() const { return state_->evidence; }

Result<void> Register::sweep_evidence(std::chrono::system_clock::time_point now) const {
  return state_->evidence.sweep(now, [&](const std::string& id) {
    return state_->read(
        [&](Session& session) -> Result<bool> { return session.objections.is_filed(id); });
  });
}

std::size_t Register::waiting() const { return state_->commits.waiting(); }

}  // namespace gongshi

#include "intake/register/objection_store.h"

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <utility>

#include "intake/register/database.h"
#include "intake/register/event_row.h"
#include "intake/register/row_digest.h"

namespace gongshi {
namespace {

constexpr std::string_view kSelectObjection =
    "SELECT year, sequence, form_digest, code_digest, notice, candidate, medium, named, "
    "received_at, entered_by, entered_at, objection.leaf_index, tree_size, record, opening, "
    "objection.id, sealed_content.content, key_commitment, for_code, for_office, public_key, "
    "erasure.at, erasure.basis, erasure.actor "
    "FROM objection LEFT JOIN content ON content.objection = objection.id "
    "LEFT JOIN sealed_content ON sealed_content.objection = objection.id "
    "LEFT JOIN office_key ON office_key.id = office_key "
    "LEFT JOIN erasure ON erasure.objection = objection.id";

// The index objection_of_form holds 2^14 neighbours after another (schema.cc).
constexpr int kStretchBits = 14;

std::string of_form() {
  return fmt::format(
      "SELECT id FROM objection INDEXED BY objection_of_form "
      "WHERE id >> {} = ? AND form_digest = ?",
      kStretchBits);
}

std::string select(std::string_view rest) { return fmt::format("{} {}", kSelectObjection, rest); }

int year_of(Instant instant) {
  return static_cast<int>(
      std::chrono::year_month_day(std::chrono::sys_days(date_of(instant).time_since_epoch()))
          .year());
}

std::int64_t seconds(Instant instant) { return instant.utc.time_since_epoch().count(); }

// The row that `query` stands on, in the columns of kSelectObjection, without its files.
Result<RegisteredObjection> read_objection(const Query& query) {
  RegisteredObjection row;
  row.number = to_text(ReceiptNumber{static_cast<int>(query.integer(0)), query.integer(1)});
  row.filed.form_digest = query.hash(2);
  row.filed.code_digest = query.hash(3);

  const Result<NoticeId> notice = NoticeId::parse(query.text(4));
  if (!notice) return unreadable("notice id", row.number);
  row.filed.notice = *notice;
  if (const std::string candidate = query.text(5); !candidate.empty()) {
    const Result<CandidateId> id = CandidateId::parse(candidate);
    if (!id) return unreadable("candidate id", row.number);
    row.filed.candidate = *id;
  }
  const std::optional<Medium> medium = parse_medium(query.text(6));
  if (!medium) return unreadable("medium", row.number);
  row.filed.medium = *medium;

  row.filed.named = query.integer(7) != 0;
  row.filed.received_at = instant_of(query.integer(8));
  if (!query.is_null(9)) {
    row.filed.entry = Entry{.by = query.text(9), .at = instant_of(query.integer(10))};
  }
  row.leaf_index = query.count(11);
  row.tree_size = query.count(12);
  if (!query.is_null(21)) {
    row.erased = Erasure{
        .at = instant_of(query.integer(21)), .basis = query.text(22), .actor = query.text(23)};
    return row;
  }
  if (!query.is_null(16)) {
    row.sealed = SealedContent{.content = query.text(16),
                               .key_commitment = query.hash(17),
                               .for_code = query.text(18),
                               .for_office = query.text(19),
                               .office = {query.hash(20)}};
    return row;
  }
  if (query.is_null(13)) return unreadable("record", row.number);
  row.filed.record = query.text(13);
  row.filed.opening = query.hash(14);
  return row;
}

// Columns: file_id, file_key, name, type, size, sha256.
EvidenceFile read_file(const Query& query) {
  return {.id = query.text(0),
          .key = query.hash(1),
          .name = query.text(2),
          .type = query.text(3),
          .size = query.count(4),
          .sha256 = query.hash(5)};
}

// The number after the one that the statement finds.
std::int64_t after(SQLite::Statement& last) {
  Query query(last);
  return query.step() ? query.integer(0) + 1 : 1;
}

template <class Value>
std::optional<std::string_view> word_of(const std::optional<Value>& value) {
  return value ? std::optional(to_text(*value)) : std::nullopt;
}

// NULL when there is none.
std::optional<std::string_view> text_of(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

// kEventColumns, then text, form_digest, leaf_index. Without its files.
Result<StoredEvent> read_stored_event(const Query& query, const ReceiptNumber& number) {
  StoredEvent stored;
  if (!read_event(query, stored.event)) return unreadable("event", to_text(number));
  stored.event.text = query.text(kAfterEventColumns);
  if (!query.is_null(kAfterEventColumns + 1)) {
    stored.event.form_digest = query.hash(kAfterEventColumns + 1);
  }
  if (!query.is_null(kAfterEventColumns + 2)) {
    stored.leaf_index = query.count(kAfterEventColumns + 2);
  }
  return stored;
}

// Of the rows that are left, by year and sequence.
std::vector<std::string> numbers(Query& query) {
  std::vector<std::string> list;
  while (query.step()) {
    list.push_back(to_text(ReceiptNumber{static_cast<int>(query.integer(0)), query.integer(1)}));
  }
  return list;
}

}  // namespace

ObjectionStore::ObjectionStore(SQLite::Database& database)
    : database_(database),
      of_form_(database, of_form()),
      by_id_(database, select("WHERE objection.id = ?")),
      all_forms_(database, "SELECT form_digest FROM objection INDEXED BY objection_of_form"),
      forms_after_(database, "SELECT form_digest FROM objection WHERE id > ?"),
      by_number_(database, select("WHERE year = ? AND sequence = ?")),
      all_(database, select("ORDER BY objection.id")),
      of_notice_(database, select("WHERE notice = ? ORDER BY objection.id")),
      newest_online_(database,
                     "SELECT received_at FROM objection WHERE medium = 'online' "
                     "ORDER BY id DESC LIMIT 1"),
      last_sequence_(database, "SELECT coalesce(max(sequence), 0) FROM objection WHERE year = ?"),
      last_id_(database, "SELECT coalesce(max(id), 0) FROM objection"),
      insert_objection_(
          database,
          insert_with_digest("objection", {"id", "year", "sequence", "form_digest", "code_digest",
                                           "notice", "candidate", "medium", "named", "received_at",
                                           "entered_by", "entered_at", "leaf_index", "tree_size"})),
      insert_content_(database,
                      "INSERT INTO content (objection, record, opening) "
                      "VALUES (?, ?, ?)"),
      insert_sealed_(
          database, insert_with_digest("sealed_content", {"objection", "content", "key_commitment",
                                                          "for_code", "for_office", "office_key"})),
      evidence_count_(database, "SELECT count(*) FROM evidence WHERE objection = ?"),
      insert_evidence_(
          database, insert_with_digest("evidence", {"objection", "ordinal", "event", "file_id",
                                                    "file_key", "name", "type", "size", "sha256"})),
      evidence_of_(database,
                   "SELECT file_id, file_key, name, type, size, sha256 FROM evidence "
                   "WHERE objection = ? AND event IS ? AND file_key IS NOT NULL "
                   "ORDER BY ordinal"),
      filed_evidence_(database,
                      "SELECT file_id, file_key, name, type, size, sha256, year, sequence, ordinal "
                      "FROM evidence JOIN objection ON objection.id = evidence.objection "
                      "ORDER BY evidence.objection, ordinal"),
      filed_file_(database, "SELECT 1 FROM evidence WHERE file_id = ?"),
      id_of_(database, "SELECT id FROM objection WHERE year = ? AND sequence = ?"),
      last_event_id_(database, "SELECT coalesce(max(id), 0) FROM event"),
      insert_event_(database, insert_with_digest(
                                  "event", {"id", "objection", "ordinal", "kind", "at", "actor",
                                            "second_actor", "outcome", "refusal", "measure", "due",
                                            "leader", "leaf_index", "form_digest"})),
      insert_event_text_(
          database, insert_with_digest("event_text", {"objection", "ordinal", "text", "opening"})),
      events_of_(database, fmt::format("SELECT {}, text, form_digest, leaf_index FROM event "
                                       "LEFT JOIN event_text USING (objection, ordinal) "
                                       "WHERE objection = ? ORDER BY ordinal",
                                       kEventColumns)),
      event_count_(database,
                   "SELECT count(*) FROM event JOIN objection ON objection.id = event.objection "
                   "WHERE year = ? AND sequence = ?"),
      joined_to_(
          database,
          "SELECT year, sequence FROM event JOIN objection ON objection.id = event.objection "
          "WHERE leader = ? AND kind = 'joined' ORDER BY objection, ordinal"),
      undecided_(database,
                 "SELECT year, sequence FROM objection WHERE notice = ? AND candidate = ? "
                 "AND NOT EXISTS (SELECT 1 FROM event WHERE event.objection = objection.id "
                 "AND kind = 'decided') ORDER BY id LIMIT ?"),
      files_of_(database, "SELECT file_id FROM evidence WHERE objection = ?"),
      insert_erasure_(database, insert_with_digest("erasure", {"objection", "at", "basis", "actor",
                                                               "leaf_index"})),
      office_keys_(database, "SELECT public_key FROM office_key ORDER BY id"),
      newest_office_key_(database, "SELECT public_key FROM office_key ORDER BY id DESC LIMIT 1"),
      office_key_id_(database, "SELECT id FROM office_key WHERE public_key = ?"),
      last_office_key_(database, "SELECT coalesce(max(id), 0) FROM office_key"),
      insert_office_key_(database, insert_with_digest("office_key", {"id", "public_key", "since"})),
      insert_closing_(database,
                      insert_with_digest("closing", {"notice", "record", "at", "leaf_index"})),
      count_of_notice_(database, "SELECT count(*) FROM objection WHERE notice = ?"),
      closing_of_(database, "SELECT record FROM closing WHERE notice = ?"),
      closing_leaf_of_(database, "SELECT leaf_index FROM closing WHERE notice = ?") {}

Result<RegisteredObjection> ObjectionStore::read_row(const Query& query) {
  Result<RegisteredObjection> row = read_objection(query);
  if (row) row->filed.evidence = evidence_of(query.integer(15), std::nullopt);
  return row;
}

Result<std::optional<RegisteredObjection>> ObjectionStore::read_one(Query& query) {
  if (!query.step()) return std::nullopt;
  return read_row(query);
}

Result<std::vector<RegisteredObjection>> ObjectionStore::read_all(Query& query) {
  std::vector<RegisteredObjection> rows;
  while (query.step()) {
    Result<RegisteredObjection> row = read_row(query);
    if (!row) return tl::unexpected(row.error());
    rows.push_back(*std::move(row));
  }
  return rows;
}

std::vector<EvidenceFile> ObjectionStore::evidence_of(std::int64_t objection,
                                                      std::optional<std::uint64_t> event) {
  Query query(evidence_of_, objection, event);
  std::vector<EvidenceFile> files;
  while (query.step()) files.push_back(read_file(query));
  return files;
}

void ObjectionStore::insert_evidence(std::int64_t objection, std::optional<std::uint64_t> event,
                                     const std::vector<EvidenceFile>& files) {
  for (const EvidenceFile& file : files) {
    Query(insert_evidence_, objection, count_evidence(objection), event, file.id, file.key,
          file.name, file.type, file.size, file.sha256)
        .run();
  }
}

void ObjectionStore::insert_sealed_evidence(std::int64_t objection,
                                            std::optional<std::uint64_t> event,
                                            const std::vector<EvidenceFile>& files) {
  constexpr std::optional<std::int64_t> kSealed;
  for (const EvidenceFile& file : files) {
    Query(insert_evidence_, objection, count_evidence(objection), event, file.id, kSealed, kSealed,
          kSealed, kSealed, kSealed)
        .run();
  }
}

void ObjectionStore::insert_sealed(std::int64_t objection, const SealedContent& sealed) {
  const auto office = [&] {
    Query query(office_key_id_, sealed.office.bytes);
    return query.step() ? std::optional(query.integer(0)) : std::nullopt;
  }();
  Query(insert_sealed_, objection, Blob(sealed.content), sealed.key_commitment,
        Blob(sealed.for_code), Blob(sealed.for_office), office)
      .run();
}

std::int64_t ObjectionStore::count_evidence(std::int64_t objection) {
  Query query(evidence_count_, objection);
  return query.step() ? query.integer(0) : 0;
}

std::int64_t ObjectionStore::id_of(const ReceiptNumber& number) {
  Query query(id_of_, std::int64_t{number.year}, number.sequence);
  return query.step() ? query.integer(0) : 0;
}

std::vector<FiledEvidence> ObjectionStore::filed_evidence() {
  Query query(filed_evidence_);
  std::vector<FiledEvidence> files;
  while (query.step()) {
    const ReceiptNumber number{.year = static_cast<int>(query.integer(6)),
                               .sequence = query.integer(7)};
    FiledEvidence filed{.number = gongshi::to_text(number),
                        .place = static_cast<std::size_t>(query.count(8)) + 1,
                        .file = {},
                        .is_sealed = query.is_null(1)};
    if (!filed.is_sealed) filed.file = read_file(query);
    filed.file.id = query.text(0);
    files.push_back(std::move(filed));
  }
  return files;
}

bool ObjectionStore::is_filed(const std::string& file_id) {
  Query query(filed_file_, file_id);
  return query.step();
}

void ObjectionStore::visit_forms(std::int64_t after,
                                 const std::function<void(const Sha256&)>& visit) {
  std::optional<Query> forms;
  after == 0 ? forms.emplace(all_forms_) : forms.emplace(forms_after_, after);
  while (forms->step()) visit(forms->hash(0));
}

std::int64_t ObjectionStore::newest_id() { return after(last_id_) - 1; }

Result<std::optional<RegisteredObjection>> ObjectionStore::find_by_form(const Sha256& form_digest) {
  for (std::int64_t stretch = newest_id() >> kStretchBits; stretch >= 0; --stretch) {
    Query of_form(of_form_, stretch, form_digest);
    if (!of_form.step()) continue;
    Query query(by_id_, of_form.integer(0));
    return read_one(query);
  }
  return std::nullopt;
}

Result<std::optional<RegisteredObjection>> ObjectionStore::find_by_number(
    const ReceiptNumber& number) {
  Query query(by_number_, std::int64_t{number.year}, number.sequence);
  return read_one(query);
}

Result<std::vector<RegisteredObjection>> ObjectionStore::list(
    const std::optional<NoticeId>& notice) {
  if (!notice) {
    Query query(all_);
    return read_all(query);
  }
  Query query(of_notice_, notice->text());
  return read_all(query);
}

std::optional<Instant> ObjectionStore::newest_online() {
  Query query(newest_online_);
  if (!query.step()) return std::nullopt;
  return instant_of(query.integer(0));
}

RegisteredObjection ObjectionStore::insert(const NewObjection& objection,
                                           const std::optional<SealedContent>& sealed,
                                           std::uint64_t leaf_index, std::uint64_t tree_size) {
  const int year = year_of(objection.received_at);
  const ReceiptNumber number{.year = year, .sequence = next_sequence(year)};
  const std::int64_t id = after(last_id_);
  std::optional<std::string_view> entered_by;
  std::optional<std::int64_t> entered_at;
  if (objection.entry) {
    entered_by = objection.entry->by;
    entered_at = seconds(objection.entry->at);
  }
  Query(insert_objection_, id, std::int64_t{number.year}, number.sequence, objection.form_digest,
        objection.code_digest, objection.notice.text(), objection.candidate.text(),
        gongshi::to_text(objection.medium), objection.named, seconds(objection.received_at),
        entered_by, entered_at, leaf_index, tree_size)
      .run();
  if (sealed) {
    insert_sealed(id, *sealed);
    insert_sealed_evidence(id, std::nullopt, objection.evidence);
  } else {
    Query(insert_content_, id, Blob(objection.record), objection.opening).run();
    insert_evidence(id, std::nullopt, objection.evidence);
  }
  return RegisteredObjection{.number = to_text(number),
                             .filed = objection,
                             .leaf_index = leaf_index,
                             .tree_size = tree_size};
}

void ObjectionStore::insert_event(const ReceiptNumber& number, std::size_t ordinal,
                                  const ObjectionEvent& event, const std::optional<EventLeaf>& leaf,
                                  const std::optional<std::string>& sealed) {
  std::optional<std::uint64_t> leaf_index;
  std::optional<Sha256> opening;
  if (leaf) {
    leaf_index = leaf->index;
    opening = leaf->opening;
  }
  std::optional<std::string> due;
  if (event.due) due = gongshi::to_text(*event.due);
  const std::int64_t objection = id_of(number);
  Query(insert_event_, after(last_event_id_), objection, std::uint64_t{ordinal},
        gongshi::to_text(event.kind), seconds(event.at), event.actor, text_of(event.second_actor),
        word_of(event.outcome), word_of(event.refusal), word_of(event.measure), due,
        text_of(event.leader), leaf_index, event.form_digest)
      .run();
  if (sealed) opening.reset();
  Query(insert_event_text_, objection, std::uint64_t{ordinal}, Blob(sealed ? *sealed : event.text),
        opening)
      .run();
  if (sealed) {
    insert_sealed_evidence(objection, std::uint64_t{ordinal}, event.evidence);
  } else {
    insert_evidence(objection, std::uint64_t{ordinal}, event.evidence);
  }
}

Result<std::vector<StoredEvent>> ObjectionStore::events(const ReceiptNumber& number) {
  const std::int64_t objection = id_of(number);
  Query query(events_of_, objection);
  std::vector<StoredEvent> events;
  while (query.step()) {
    Result<StoredEvent> stored = read_stored_event(query, number);
    if (!stored) return tl::unexpected(stored.error());
    stored->event.evidence = evidence_of(objection, events.size());
    events.push_back(*std::move(stored));
  }
  return events;
}

std::size_t ObjectionStore::count_events(const ReceiptNumber& number) {
  Query query(event_count_, std::int64_t{number.year}, number.sequence);
  return query.step() ? query.count(0) : 0;
}

std::vector<std::string> ObjectionStore::joined_to(const ReceiptNumber& leader) {
  Query query(joined_to_, gongshi::to_text(leader));
  return numbers(query);
}

std::vector<std::string> ObjectionStore::undecided(const NoticeId& notice,
                                                   const CandidateId& candidate, std::size_t most) {
  Query query(undecided_, notice.text(), candidate.text(), std::uint64_t{most});
  return numbers(query);
}

std::vector<std::string> ObjectionStore::erase(const ReceiptNumber& number, const Erasure& erasure,
                                               std::uint64_t leaf_index) {
  const std::int64_t objection = id_of(number);
  std::vector<std::string> files;
  {
    Query query(files_of_, objection);
    while (query.step()) files.push_back(query.text(0));
  }
  Query(insert_erasure_, objection, seconds(erasure.at), erasure.basis, erasure.actor, leaf_index)
      .run();
  for (const char* table : {"evidence", "event_text", "sealed_content", "content"}) {
    SQLite::Statement remove(database_, fmt::format("DELETE FROM {} WHERE objection = ?", table));
    Query(remove, objection).run();
  }
  return files;
}

std::vector<OfficePublicKey> ObjectionStore::office_keys() {
  Query query(office_keys_);
  std::vector<OfficePublicKey> keys;
  while (query.step()) keys.push_back({query.hash(0)});
  return keys;
}

std::optional<OfficePublicKey> ObjectionStore::newest_office_key() {
  Query query(newest_office_key_);
  if (!query.step()) return std::nullopt;
  return OfficePublicKey{query.hash(0)};
}

void ObjectionStore::insert_office_key(const OfficePublicKey& key, Instant since) {
  Query(insert_office_key_, after(last_office_key_), key.bytes, seconds(since)).run();
}

std::size_t ObjectionStore::count_objections(const NoticeId& notice) {
  Query query(count_of_notice_, notice.text());
  return query.step() ? query.count(0) : 0;
}

void ObjectionStore::insert_closing(const NoticeId& notice, std::string_view record, Instant at,
                                    std::uint64_t leaf_index) {
  Query(insert_closing_, notice.text(), record, seconds(at), leaf_index).run();
}

std::optional<std::string> ObjectionStore::closing(const NoticeId& notice) {
  Query query(closing_of_, notice.text());
  if (!query.step()) return std::nullopt;
  return query.text(0);
}

std::optional<std::uint64_t> ObjectionStore::closing_leaf(const NoticeId& notice) {
  Query query(closing_leaf_of_, notice.text());
  if (!query.step()) return std::nullopt;
  return static_cast<std::uint64_t>(query.integer(0));
}

std::int64_t ObjectionStore::next_sequence(int year) {
  Query query(last_sequence_, std::int64_t{year});
  return query.step() ? query.integer(0) + 1 : 1;
}

}  // namespace gongshi

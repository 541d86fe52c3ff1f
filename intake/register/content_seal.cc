#include "intake/register/content_seal.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

#include "intake/log/commitment.h"
#include "intake/log/leaf.h"
#include "intake/register/sealed_part.h"
#include "intake/seal/key_wrap.h"

namespace gongshi {
namespace {

tl::unexpected<Error> not_as_committed(std::string_view number) {
  return failure(ErrorKind::Corrupt,
                 fmt::format("what the register holds of objection {} is not what the log commits "
                             "to: restore it from a backup",
                             number));
}

// Whether the leaf at `index`, of type Committing, commits to the part.
template <class Committing>
Result<void> check_commitment(Session& session, std::string_view number, std::uint64_t index,
                              const ObjectionPart& part) {
  const Result<Leaf> leaf = session.log.leaf(index);
  if (!leaf) return tl::unexpected(leaf.error());
  const auto* const committing = std::get_if<Committing>(&*leaf);
  const bool holds = committing != nullptr && part.opening &&
                     commit(*part.opening, part.text) == committing->commitment;
  if (!holds) return not_as_committed(number);
  return {};
}

Result<void> unseal_event(Session& session, std::string_view number, std::uint64_t part_number,
                          const DataKey& key, StoredEvent& stored) {
  Result<ObjectionPart> part = open_part(key, part_number, stored.event.text);
  if (!part) return tl::unexpected(part.error());
  if (stored.event.outcome) {
    if (!stored.leaf_index) return not_as_committed(number);
    Result<void> committed =
        check_commitment<DecidedLeaf>(session, number, *stored.leaf_index, *part);
    if (!committed) return committed;
  }
  stored.event.text = std::move(part->text);
  stored.event.evidence = std::move(part->evidence);
  return {};
}

}  // namespace

Result<std::optional<ContentSealer>> ContentSealer::to_newest(ObjectionStore& store) {
  const std::optional<OfficePublicKey> office = store.newest_office_key();
  if (!office) return std::nullopt;
  return OfficeSealer::to(*office).map([&](const OfficeSealer& to_office) {
    return std::optional(ContentSealer(*office, to_office));
  });
}

SealedContent ContentSealer::seal(const NewObjection& objection) const {
  const DataKey key = DataKey::random();
  return {
      .content = seal_part(
          key, 0,
          {.text = objection.record, .opening = objection.opening, .evidence = objection.evidence}),
      .key_commitment = key.commitment(),
      .for_code = wrap_key(objection.code_key, key),
      .for_office = to_office_.wrap(key),
      .office = office_};
}

Result<RegisteredObjection> unseal_content(Session& session, RegisteredObjection row,
                                           const DataKey& key) {
  if (!row.sealed) return row;
  if (!key.fits(row.sealed->key_commitment)) return not_as_committed(row.number);
  Result<ObjectionPart> part = open_part(key, 0, row.sealed->content);
  if (!part) return tl::unexpected(part.error());
  const Result<void> committed =
      check_commitment<FiledLeaf>(session, row.number, row.leaf_index, *part);
  if (!committed) return tl::unexpected(committed.error());
  row.filed.record = std::move(part->text);
  row.filed.opening = *part->opening;
  row.filed.evidence = std::move(part->evidence);
  row.sealed.reset();
  row.key = key;
  return row;
}

Result<std::vector<ObjectionEvent>> read_events(Session& session, const ReceiptNumber& number,
                                                const std::optional<DataKey>& key) {
  const Result<RegisteredObjection> row = require_objection(session, number);
  if (!row) return tl::unexpected(row.error());
  Result<std::vector<StoredEvent>> stored = session.objections.events(number);
  if (!stored) return tl::unexpected(stored.error());
  std::vector<ObjectionEvent> events;
  for (StoredEvent& event : *stored) {
    if (row->sealed && !key) event.event.text.clear();
    if (row->sealed && key) {
      const Result<void> opened =
          unseal_event(session, row->number, events.size() + 1, *key, event);
      if (!opened) return tl::unexpected(opened.error());
    }
    events.push_back(std::move(event.event));
  }
  return events;
}

Result<RegisteredObjection> require_objection(Session& session, const ReceiptNumber& number) {
  Result<std::optional<RegisteredObjection>> row = session.objections.find_by_number(number);
  if (!row) return tl::unexpected(row.error());
  std::optional<RegisteredObjection>& found = *row;
  if (!found) {
    return failure(ErrorKind::NotFound, fmt::format("没有编号为“{}”的异议", to_text(number)));
  }
  return *std::move(found);
}

}  // namespace gongshi

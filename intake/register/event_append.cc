#include "intake/register/event_append.h"

#include <fmt/format.h>

#include <cassert>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/log/commitment.h"
#include "intake/log/leaf.h"
#include "intake/register/content_seal.h"
#include "intake/register/sealed_part.h"
#include "intake/seal/random_bytes.h"
#include "intake/seal/receipt_number.h"

namespace gongshi {
namespace {

Result<ReceiptNumber> number_of(const std::string& text) {
  Result<ReceiptNumber> number = ReceiptNumber::parse(text);
  if (number) return number;
  return failure(ErrorKind::NotFound, fmt::format("没有编号为“{}”的异议", text));
}

tl::unexpected<Error> overtaken(std::string_view number) {
  return failure(ErrorKind::Conflict,
                 fmt::format("异议 {} 已有新的处理记录，请重新查看后再办理", number));
}

Result<void> check_seen(Session& writer, const SeenObjection& seen) {
  const Result<ReceiptNumber> number = number_of(seen.number);
  if (!number) return tl::unexpected(number.error());
  if (auto row = require_objection(writer, *number); !row) return tl::unexpected(row.error());
  const bool is_same = writer.objections.count_events(*number) == seen.events &&
                       writer.objections.joined_to(*number).size() == seen.joined;
  if (!is_same) return overtaken(seen.number);
  return {};
}

// An objection to which a step may be appended, with the right key.
Result<RegisteredObjection> writable(Session& writer, const NewEvent& one) {
  const Result<ReceiptNumber> number = number_of(one.number);
  if (!number) return tl::unexpected(number.error());
  Result<RegisteredObjection> row = require_objection(writer, *number);
  if (!row) return row;
  if (row->erased) {
    return failure(ErrorKind::Conflict,
                   fmt::format("异议 {} 的内容已经删除，不能再登记", row->number));
  }
  if (row->sealed && !(one.key && one.key->fits(row->sealed->key_commitment))) {
    return failure(ErrorKind::Invalid,
                   fmt::format("异议 {} 是加密保存的，没有它的数据密钥不能登记", row->number));
  }
  return row;
}

// The leaves of the steps that have one, each in the place of its step.
struct EventLeaves {
  std::vector<std::optional<EventLeaf>> of_event;
  std::vector<Leaf> leaves;
};

void add_leaf(const RegisteredObjection& row, const ObjectionEvent& event, EventLeaves& all) {
  assert((event.kind == EventKind::Decided) == event.outcome.has_value());
  std::optional<EventLeaf>& leaf = all.of_event.emplace_back();
  if (!event.outcome) return;
  leaf.emplace();
  leaf->index = all.leaves.size();  // until it is known where the first one comes to stand
  fill_random(leaf->opening);
  all.leaves.emplace_back(DecidedLeaf{.ref = row.leaf_index,
                                      .date = date_of(event.at),
                                      .outcome = *event.outcome,
                                      .commitment = commit(leaf->opening, event.text)});
}

Result<void> append_leaves(Session& writer, EventLeaves& all) {
  if (all.leaves.empty()) return {};
  const Result<AppendedLeaves> appended = writer.log.append(all.leaves);
  if (!appended) return tl::unexpected(appended.error());
  for (std::optional<EventLeaf>& leaf : all.of_event) {
    if (leaf) leaf->index += appended->first_index;
  }
  return {};
}

Result<void> insert(Session& writer, const RegisteredObjection& row, const NewEvent& one,
                    const std::optional<EventLeaf>& leaf) {
  const Result<ReceiptNumber> number = number_of(one.number);
  if (!number) return tl::unexpected(number.error());
  if (writer.objections.count_events(*number) != one.events_seen) return overtaken(row.number);
  std::optional<std::string> sealed;
  if (row.sealed) {
    sealed = seal_part(*one.key, one.events_seen + 1,
                       {.text = one.event.text,
                        .opening = leaf ? std::optional(leaf->opening) : std::nullopt,
                        .evidence = one.event.evidence});
  }
  writer.objections.insert_event(*number, one.events_seen, one.event, leaf, sealed);
  return {};
}

}  // namespace

Result<void> append_events(Session& writer, std::span<const NewEvent> events,
                           std::span<const SeenObjection> seen) {
  for (const SeenObjection& one : seen) {
    if (Result<void> same = check_seen(writer, one); !same) return same;
  }
  std::vector<RegisteredObjection> rows;
  EventLeaves leaves;
  for (const NewEvent& one : events) {
    Result<RegisteredObjection> row = writable(writer, one);
    if (!row) return tl::unexpected(row.error());
    add_leaf(*row, one.event, leaves);
    rows.push_back(*std::move(row));
  }
  if (Result<void> appended = append_leaves(writer, leaves); !appended) return appended;
  for (std::size_t i = 0; i < events.size(); ++i) {
    Result<void> inserted = insert(writer, rows[i], events[i], leaves.of_event[i]);
    if (!inserted) return inserted;
  }
  return {};
}

}  // namespace gongshi

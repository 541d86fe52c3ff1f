#include "intake/filing/receipt.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

#include "generator/notice/digest.h"
#include "generator/notice/json_text.h"
#include "intake/filing/receipt_json.h"
#include "intake/filing/unseal.h"

namespace gongshi {

Result<Receipt> make_receipt(const Register& reg, RegisteredObjection stored,
                             const ReceiptCode& code) {
  if (stored.erased) {
    return failure(ErrorKind::NotFound,
                   fmt::format("objection {} was erased, so there is no receipt to give again",
                               stored.number));
  }
  Result<RegisteredObjection> row = unseal(reg, std::move(stored), code);
  if (!row) return tl::unexpected(row.error());
  return reg.proof(*row).map([&](std::string proof) {
    return Receipt{.number = row->number,
                   .code = code.text(),
                   .received_at = row->filed.received_at,
                   .notice = row->filed.notice,
                   .candidate = row->filed.candidate,
                   .record = std::move(row->filed.record),
                   .opening = hex(row->filed.opening),
                   .proof = std::move(proof)};
  });
}

namespace {

using NamedText = std::pair<std::string_view, std::string_view>;

// What a receipt says, in its order; `received_at` as text, for it has to live somewhere.
std::array<NamedText, 8> texts_of(const Receipt& receipt, std::string_view received_at) {
  return {{{"number", receipt.number},
           {"code", receipt.code},
           {"received_at", received_at},
           {"notice", receipt.notice.text()},
           {"candidate", receipt.candidate.text()},
           {"record", receipt.record},
           {"opening", receipt.opening},
           {"proof", receipt.proof}}};
}

}  // namespace

Json describe(const Receipt& receipt) {
  const std::string received_at = to_text(receipt.received_at);
  Json json = Json::object();
  for (const auto& [name, text] : texts_of(receipt, received_at)) json[std::string(name)] = text;
  return json;
}

// describe(), written without making it first: it is most of what a filing answers.
std::string to_json(const Receipt& receipt) {
  const std::string received_at = to_text(receipt.received_at);
  std::string json = "{\"receipt\":";
  json.reserve(2 * (receipt.record.size() + receipt.proof.size()));
  char mark = '{';
  for (const auto& [name, text] : texts_of(receipt, received_at)) {
    json += std::exchange(mark, ',');
    append_json_text(json, name);
    json += ':';
    append_json_text(json, text);
  }
  return json += "}}\n";
}

}  // namespace gongshi

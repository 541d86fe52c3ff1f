// Properties: a proof has one spelling; one that verifies stands under a head that its log signed,
// with its leaf inside. And a bundle of leaves is exactly what its leaves make.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "intake/log/receipt_proof.h"
#include "intake/log/tile.h"
#include "tests/log/worked_example.h"

namespace {

void check_proof(std::string_view text) {
  static const auto key = gongshi::NoteVerifier::parse(gongshi::worked_example::kLogKey).value();
  const auto proof = gongshi::parse_proof(text);
  if (!proof) return;
  if (gongshi::write_proof(*proof) != text) std::abort();
  const auto head = gongshi::verify_proof(*proof, key);
  if (head && (proof->index >= head->leaves || head->origin != key.name())) std::abort();
}

void check_bundle(std::string_view bundle) {
  for (std::uint64_t count = 0; count < 4; ++count) {
    const auto leaves = gongshi::parse_entries(bundle, count);
    if (!leaves) continue;
    std::string again;
    for (const std::string& leaf : *leaves) gongshi::append_entry(again, leaf);
    if (leaves->size() != count || again != bundle) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_proof(bytes);
  check_bundle(bytes);
  return 0;
}

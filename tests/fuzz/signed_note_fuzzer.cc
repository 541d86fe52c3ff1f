// Property: a note that opens holds the one signature line that its key makes for its text. The key
// is the worked example's, so that the corpus can hold notes that open.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "intake/log/signed_note.h"
#include "tests/log/worked_example.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto signer =
      gongshi::NoteSigner::parse(gongshi::worked_example::kLogSecret).value();
  const std::string_view note(reinterpret_cast<const char*>(data), size);
  const auto text = gongshi::open_note(note, signer.verifier());
  if (!text) {
    if (text.error().message.empty()) std::abort();
    return 0;
  }
  if (!note.starts_with(*text)) std::abort();
  if (note.find(signer.signature_line(*text)) == std::string_view::npos) std::abort();
  return 0;
}

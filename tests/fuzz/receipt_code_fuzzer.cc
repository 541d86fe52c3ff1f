// Properties: a code that parses, however it was typed, is the one that its text() spells; what
// does not parse gets a sentence; and neither number nor code takes two readings.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "intake/seal/receipt_code.h"
#include "intake/seal/receipt_number.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  const auto code = gongshi::ReceiptCode::parse(typed);
  if (!code && code.error().message.empty()) std::abort();
  if (code) {
    const auto again = gongshi::ReceiptCode::parse(code->text());
    if (!again || again->text() != code->text() || !again->matches(code->digest())) std::abort();
  }
  const auto number = gongshi::ReceiptNumber::parse(typed);
  if (number) {
    const auto again = gongshi::ReceiptNumber::parse(gongshi::to_text(*number));
    if (!again || gongshi::to_text(*again) != gongshi::to_text(*number)) std::abort();
  }
  return 0;
}

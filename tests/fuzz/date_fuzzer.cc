// Property: a date or an instant has one spelling, and what parses is written back as that.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "generator/notice/civil_time.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto date = gongshi::parse_date(text);
  if (date && gongshi::to_text(*date) != text) std::abort();
  const auto instant = gongshi::parse_instant(text);
  if (instant) {
    const std::string written = gongshi::to_text(*instant);
    const bool in_china = text.ends_with("+08:00");
    if (in_china && written != text) std::abort();
    // A year before 1900 or after 2199 can be reached by the offset alone; it is no date then.
    const auto again = gongshi::parse_instant(written);
    if (again && *again != *instant) std::abort();
  }
  return 0;
}

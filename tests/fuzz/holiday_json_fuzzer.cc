// Property: what the import writes, the reader of calendar files takes without an error.
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

#include "generator/calendar/calendar_set.h"
#include "generator/calendar/holiday_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const gongshi::SourceFile json{.path = "x.json",
                                 .bytes = std::string(reinterpret_cast<const char*>(data), size)};
  gongshi::Diagnostics problems;
  const auto text = gongshi::calendar_year_from_json(json, {}, problems);
  if (text.has_value() == gongshi::has_errors(problems)) std::abort();
  if (!text) return 0;
  const gongshi::SourceFile file{.path = "cn.toml", .bytes = "title = 'x'\n" + *text};
  gongshi::Diagnostics found;
  gongshi::read_calendars(std::span(&file, 1), found);
  if (gongshi::has_errors(found)) std::abort();
  return 0;
}

#include "generator/render/dictionary_order.h"

#include <unicode/ucol.h>
#include <unicode/ustring.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace gongshi {
namespace {

// Opened once and kept: asking it for keys changes nothing in it. Null when there is no data.
const UCollator* dictionary() {
  static const UCollator* const kDictionary = [] {
    UErrorCode status = U_ZERO_ERROR;
    UCollator* opened = ucol_open("zh-u-co-pinyin", &status);
    return U_SUCCESS(status) ? opened : nullptr;
  }();
  return kDictionary;
}

std::vector<UChar> to_utf16(std::string_view text) {
  std::vector<UChar> units(text.size() + 1);  // never more units than bytes
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(units.data(), static_cast<std::int32_t>(units.size()), &length, text.data(),
                       static_cast<std::int32_t>(text.size()), 0xFFFD, nullptr, &status);
  units.resize(static_cast<std::size_t>(length));
  return units;
}

}  // namespace

Result<std::string> dictionary_key(std::string_view text) {
  const UCollator* const order = dictionary();
  if (order == nullptr) {
    return failure(ErrorKind::Unavailable, "ICU 缺少中文排序的数据，请重新安装 libicu72");
  }
  const std::vector<UChar> units = to_utf16(text);
  const auto count = static_cast<std::int32_t>(units.size());
  std::vector<std::uint8_t> key(
      static_cast<std::size_t>(ucol_getSortKey(order, units.data(), count, nullptr, 0)));
  ucol_getSortKey(order, units.data(), count, key.data(), static_cast<std::int32_t>(key.size()));
  std::string bytes(key.begin(), key.end());  // ends with a zero, which no key has inside
  return bytes.append(text);
}

}  // namespace gongshi

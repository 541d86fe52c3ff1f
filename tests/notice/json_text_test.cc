#include "generator/notice/json_text.h"

#include <gtest/gtest.h>

#include <string>

#include "generator/notice/json.h"

namespace gongshi {
namespace {

std::string by_library(std::string_view text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string written(std::string_view text) {
  std::string json = "[";
  append_json_text(json, text);
  return json.substr(1);
}

TEST(JsonTextTest, EveryByteIsWrittenAsTheLibraryWritesIt) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string alone(1, static_cast<char>(byte));
    for (const std::string& text : {alone, "公示" + alone, alone + alone + "\n异议", "a" + alone}) {
      EXPECT_EQ(written(text), by_library(text)) << byte;
    }
  }
}

TEST(JsonTextTest, TextsAreWrittenAsTheLibraryWritesThem) {
  for (const std::string_view text :
       {"", "公示\r\n\t“异议”\"\\/", "𬱖\u2028\u00A0\u007F", "\xF0\x9F", "一\xFF二\xC0\x80"}) {
    EXPECT_EQ(written(text), by_library(text));
  }
}

}  // namespace
}  // namespace gongshi

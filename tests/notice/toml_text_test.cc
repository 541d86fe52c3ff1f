#include "generator/notice/toml_text.h"

#include <gtest/gtest.h>

#include <string>

#include "generator/toml/toml_document.h"

namespace gongshi {
namespace {

// What the reader of our own files makes of `value`.
std::string read_back(const std::string& value) {
  Diagnostics problems;
  auto table = parse_toml("text = " + value + "\n", "t.toml", 0, problems);
  if (!table) return "(not TOML)";
  return table->required_text("text");
}

const std::string kTexts[] = {
    "",
    "关于……的公示",
    "\"引号\"与\\反斜杠",
    "a\tb\nc",
    std::string("\x01\x1F\x7F", 3),
    "两行\n文字\n",
    "'''\n",
    "没有换行结尾\n的两行",
    "\n先是空行\n",
    "C:\\u0041\n",
};

TEST(TomlTextTest, EveryTextIsReadBackAsItWas) {
  for (const std::string& text : kTexts) EXPECT_EQ(read_back(toml_text(text)), text);
}

TEST(TomlTextTest, EveryTextOfSeveralLinesIsReadBackAsItWas) {
  for (const std::string& text : kTexts) EXPECT_EQ(read_back(toml_lines(text)), text);
}

TEST(TomlTextTest, WhatTomlCanShowAsItIsStandsAsItIs) {
  EXPECT_EQ(toml_text("山西省“表彰”"), "\"山西省“表彰”\"");
  EXPECT_EQ(toml_text("一\n二"), "\"一\\n二\"");
  EXPECT_EQ(toml_lines("一\n二\n"), "'''\n一\n二\n'''");
  EXPECT_EQ(toml_lines("一\n二"), "\"一\\n二\"");
}

}  // namespace
}  // namespace gongshi

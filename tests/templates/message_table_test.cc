#include "site-templates/message_table.h"

#include <gmock/gmock.h>

namespace gongshi {
namespace {

struct Filled {
  const char* message;
  const char* text;
};

const Filled kFilled[] = {
    {"", ""},
    {"没有字段", "没有字段"},
    {"{name}，你好，{name}。", "周{count}，你好，周{count}。"},
    {"{name}{count}", "周{count}3"},
    {"{nobody} {} }{", "{nobody} {} }{"},
    {"{name", "{name"},
};

TEST(MessageTableTest, FillsNamesOnce) {
  for (const Filled& filled : kFilled) {
    const auto table = MessageTable::parse("{\"k\": \"" + std::string(filled.message) + "\"}");
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_EQ(table->fill("k", {{"name", "周{count}"}, {"count", "3"}}), filled.text);
  }
}

TEST(MessageTableTest, AnUnknownKeyCannotBeOverlooked) {
  EXPECT_EQ(MessageTable::parse("{}")->fill("no.such", {}), "[no.such]");
}

TEST(MessageTableTest, RefusesWhatIsNotAnObjectOfTexts) {
  for (const char* json : {"", "{", "[]", "\"a\"", R"({"a": 1})", R"({"a": {"b": "c"}})",
                           R"({"a": null})", R"({"a": "b",})"}) {
    const auto table = MessageTable::parse(json);
    ASSERT_FALSE(table) << json;
    EXPECT_EQ(table.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(table.error().message, testing::HasSubstr("messages.json"));
  }
}

}  // namespace
}  // namespace gongshi

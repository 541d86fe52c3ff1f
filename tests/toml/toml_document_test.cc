#include "generator/toml/toml_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gongshi {
namespace {

using testing::HasSubstr;

struct Document {
  Diagnostics problems;
  std::optional<TomlTable> root;
  explicit Document(std::string_view text, int lines_before = 0) {
    root = parse_toml(text, "content/x.toml", lines_before, problems);
  }
  std::string only_problem() const {
    return problems.size() == 1 ? to_text(problems[0]) : std::to_string(problems.size());
  }
};

TEST(TomlDocumentTest, ReadsEachType) {
  Document doc(
      "text = '𬱖'\nnumber = 5\nyes = true\nday = 2017-06-21\n"
      "at = 2017-06-21T09:00:00+08:00\nlist = ['a', 'b']\ndays = [2017-01-22]\n"
      "numbers = [0, 7]\n"
      "[one]\nx = 1\n[[many]]\nx = 2\n[[many]]\nx = 3\n");
  ASSERT_TRUE(doc.root);
  EXPECT_EQ(doc.root->text("text"), "𬱖");
  EXPECT_EQ(doc.root->integer("number"), 5);
  EXPECT_EQ(doc.root->boolean("yes"), true);
  EXPECT_EQ(to_text(*doc.root->date("day")), "2017-06-21");
  EXPECT_EQ(to_text(*doc.root->instant("at")), "2017-06-21T09:00:00+08:00");
  ASSERT_EQ(doc.root->texts("list").size(), 2U);
  EXPECT_EQ(doc.root->texts("list")[1].place.column, 14);
  EXPECT_EQ(to_text(doc.root->dates("days").at(0).value), "2017-01-22");
  EXPECT_EQ(doc.root->integers("numbers").at(1).value, 7);
  EXPECT_EQ(doc.root->table("one")->integer("x"), 1);
  EXPECT_EQ(doc.root->tables("many").at(1).integer("x"), 3);
  doc.root->report_unknown_keys();
  EXPECT_TRUE(doc.problems.empty());
}

TEST(TomlDocumentTest, AbsentIsNothingAndNoProblem) {
  Document doc("");
  EXPECT_FALSE(doc.root->text("a"));
  EXPECT_FALSE(doc.root->table("a"));
  EXPECT_TRUE(doc.root->tables("a").empty());
  EXPECT_TRUE(doc.problems.empty());
}

TEST(TomlDocumentTest, WrongTypesAreReportedAtTheValue) {
  struct Case {
    const char* text;
    void (*ask)(TomlTable&);
  };
  const Case cases[] = {
      {"k = 1", [](TomlTable& t) { t.text("k"); }},
      {"k = '1'", [](TomlTable& t) { t.integer("k"); }},
      {"k = 1", [](TomlTable& t) { t.boolean("k"); }},
      {"k = '2017-06-21'", [](TomlTable& t) { t.date("k"); }},
      {"k = 2017-06-21", [](TomlTable& t) { t.instant("k"); }},
      {"k = 2017-06-21T09:00:00", [](TomlTable& t) { t.instant("k"); }},
      {"k = 1", [](TomlTable& t) { t.table("k"); }},
      {"k = 1", [](TomlTable& t) { t.tables("k"); }},
      {"k = 1", [](TomlTable& t) { t.texts("k"); }},
      {"k = 1", [](TomlTable& t) { t.dates("k"); }},
      {"k = 1", [](TomlTable& t) { t.integers("k"); }},
  };
  for (const Case& c : cases) {
    Document doc(c.text);
    c.ask(*doc.root);
    EXPECT_THAT(doc.only_problem(), HasSubstr("content/x.toml:1:5: error[wrong-type]: “k”"))
        << c.text;
  }
}

TEST(TomlDocumentTest, RequiredTextMayNotBeBlank) {
  Document doc("a = ' \u3000'\n");
  EXPECT_EQ(doc.root->required_text("a"), " \u3000");
  EXPECT_THAT(doc.only_problem(), HasSubstr("x.toml:1:5: error[missing-key]: “a”是空的"));
  doc.problems.clear();
  EXPECT_EQ(doc.root->required_text("b"), "");
  EXPECT_THAT(doc.only_problem(), HasSubstr("error[missing-key]: 缺少“b”"));
}

TEST(TomlDocumentTest, EscapesCannotSpellControlCharacters) {
  Document doc("a = \"x\\u0000\"\nb = [\"x\", \"\\u001B\"]\nc = \"\\t\\n\\u0085\"\n");
  EXPECT_TRUE(doc.root->text("a"));
  EXPECT_EQ(doc.only_problem(),
            "content/x.toml:1:5: error[control-character]: 文字里有控制字符 U+0000，请删去");
  doc.problems.clear();
  doc.root->texts("b");
  EXPECT_THAT(doc.only_problem(), HasSubstr("content/x.toml:2:11: error[control-character]"));
  doc.problems.clear();
  doc.root->text("c");
  EXPECT_TRUE(doc.problems.empty());
}

TEST(TomlDocumentTest, UnknownKeysNameTheNearestKnownOne) {
  Document doc("titel = 'x'\n");
  doc.root->text("title");
  doc.root->report_unknown_keys();
  EXPECT_EQ(doc.only_problem(),
            "content/x.toml:1:1: error[unknown-key]: 不认识“titel”；是不是“title”？");
}

TEST(TomlDocumentTest, SyntaxErrorsKeepTheirPlaceInTheWholeFile) {
  Document doc("a = 1\nb = = 2\n", 1);
  EXPECT_FALSE(doc.root);
  EXPECT_THAT(doc.only_problem(), HasSubstr("content/x.toml:3:"));
  EXPECT_THAT(doc.only_problem(), HasSubstr("error[toml-syntax]"));
  Document invalid("a = '\xFF'");
  EXPECT_FALSE(invalid.root);
}

TEST(TomlDocumentTest, AnErrorAtTheEndStandsAtTheEndOfItsLine) {
  Document doc("step = []\n '", 1);
  EXPECT_FALSE(doc.root);
  EXPECT_THAT(doc.only_problem(), HasSubstr("x.toml:3:3:"));
}

TEST(TomlDocumentTest, ColumnsCountCharactersNotBytes) {
  Document doc("title = '公示', x = 1");
  EXPECT_FALSE(doc.root);
  EXPECT_THAT(doc.only_problem(), HasSubstr("x.toml:1:13"));
}

}  // namespace
}  // namespace gongshi

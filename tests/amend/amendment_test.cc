#include "generator/amend/amendment.h"

#include <gmock/gmock.h>

#include "tests/load/sample_content.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

Instant instant(std::string_view text) { return parse_instant(text).value(); }
const Instant kAt = instant("2017-06-23T10:00:00+08:00");

// The sample's notice with one change, as it is loaded.
struct Sample {
  SourceTree tree = sample_content();
  Content content;

  explicit Sample(const Variation& variation = {kSampleNotice, "title", "title"}) {
    apply(variation, tree);
    Diagnostics problems;
    content = load_content(tree, problems);
  }
  const std::string& text() const { return tree.files.at(kSampleNotice); }
  const Notice& notice() const { return content.notices.front(); }
  Result<AmendedNotice> operator()(const Amendment& amendment) const {
    return amend(text(), notice(), amendment);
  }
};

// The notice as it is loaded once it is amended.
Notice loaded(const AmendedNotice& amended) {
  SourceTree tree = sample_content();
  tree.files[kSampleNotice] = amended.text;
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  EXPECT_TRUE(problems.empty()) << to_text(problems.front());
  return content.notices.front();
}

// Without the lines that are new, every byte is where it was.
void expect_kept(const Sample& sample, const AmendedNotice& amended) {
  std::string text = amended.text;
  const std::string added = "\n" + amended.added;
  const auto at = text.find(added);
  ASSERT_NE(at, std::string::npos) << text;
  EXPECT_EQ(text.erase(at, added.size()), sample.text());
}

TEST(AmendmentTest, AnExtensionIsATableAtTheEnd) {
  const Sample sample;
  const auto amended = sample(Extend{
      .closes = parse_date("2017-06-29").value(), .at = kAt, .reason = "网站“故障” \"C:\\\""});
  ASSERT_TRUE(amended) << amended.error().message;
  EXPECT_EQ(amended->added,
            "[[extension]]\ncloses = 2017-06-29\nat = 2017-06-23T10:00:00+08:00\n"
            "reason = \"网站“故障” \\\"C:\\\\\\\"\"\n");
  expect_kept(sample, *amended);
  const Notice notice = loaded(*amended);
  ASSERT_EQ(notice.extensions.size(), 1U);
  EXPECT_EQ(notice.extensions[0].reason, "网站“故障” \"C:\\\"");
}

TEST(AmendmentTest, ACorrectionNamesWhomAndBringsItsExtension) {
  const Sample sample;
  const auto amended = sample(Correct{.at = kAt,
                                      .kind = CorrectionKind::Substantive,
                                      .what = "更正张𬱖的职务",
                                      .candidates = {CandidateId::parse("zhang-san").value()},
                                      .closes = parse_date("2017-06-29").value()});
  ASSERT_TRUE(amended) << amended.error().message;
  EXPECT_EQ(amended->added,
            "[[correction]]\nat = 2017-06-23T10:00:00+08:00\nwhat = \"更正张𬱖的职务\"\n"
            "kind = \"substantive\"\ncandidates = [\"zhang-san\"]\n\n"
            "[[extension]]\ncloses = 2017-06-29\nat = 2017-06-23T10:00:00+08:00\n"
            "reason = \"更正后重新公示\"\n");
  expect_kept(sample, *amended);
  const Notice notice = loaded(*amended);
  ASSERT_EQ(notice.corrections.size(), 1U);
  EXPECT_EQ(notice.corrections[0].kind, CorrectionKind::Substantive);
  EXPECT_EQ(notice.extensions.size(), 1U);
}

TEST(AmendmentTest, AWithdrawalIsFinal) {
  const Sample sample;
  const auto amended = sample(Withdraw{.at = kAt, .reason = "重新核对名单"});
  ASSERT_TRUE(amended) << amended.error().message;
  expect_kept(sample, *amended);
  EXPECT_EQ(loaded(*amended).withdrawal->reason, "重新核对名单");

  const Sample withdrawn({kSampleNotice, "+++\n现予公示",
                          "[withdrawal]\nat = 2017-06-22T00:00:00+08:00\nreason = \"x\"\n"
                          "+++\n现予公示"});
  const auto again = withdrawn(Withdraw{.at = kAt, .reason = "重新核对名单"});
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(again.error().message, HasSubstr("已于 2017-06-22T00:00:00+08:00 撤回"));
}

TEST(AmendmentTest, ASuspensionChangesOneWordOrAddsOneLine) {
  const Suspend suspend{.at = kAt, .reason = "等待核查"};
  const auto added = Sample()(suspend);
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_THAT(added->text,
              HasSubstr("published_at = 2017-06-21T00:00:00+08:00\n"
                        "# 2017-06-23T10:00:00+08:00 起中止：等待核查\nsuspended = true\nopens"));
  EXPECT_TRUE(loaded(*added).suspended);

  const auto changed =
      Sample({kSampleNotice, "author", "suspended = false  # 没有\nauthor"})(suspend);
  ASSERT_TRUE(changed) << changed.error().message;
  EXPECT_THAT(changed->text, HasSubstr("# 2017-06-23T10:00:00+08:00 起中止：等待核查\n"
                                       "suspended = true  # 没有\nauthor"));

  const auto again = Sample({kSampleNotice, "author", "suspended = true\nauthor"})(suspend);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
}

// Everything that stands in the notices of content/, comments and all.
TEST(AmendmentTest, WhatAClerkWroteStaysByteForByte) {
  Diagnostics problems;
  const SourceTree tree = read_source_tree(source_root() / "content", problems).value();
  const Content content = load_content(tree, problems);
  ASSERT_GE(content.notices.size(), 5U);
  for (const Notice& notice : content.notices) {
    const std::string& text = tree.files.at(notice.place.file.substr(tree.root.size() + 1));
    for (const Amendment& amendment :
         {Amendment(Extend{.closes = parse_date("2030-01-01").value(), .at = kAt, .reason = "甲"}),
          Amendment(Suspend{.at = kAt, .reason = "甲"}),
          Amendment(Withdraw{.at = kAt, .reason = "甲"})}) {
      const auto amended = amend(text, notice, amendment);
      ASSERT_TRUE(amended) << notice.id.text() << ": " << amended.error().message;
      std::string rest = amended->text;
      const auto at = rest.find(amended->added);
      ASSERT_NE(at, std::string::npos);
      rest.erase(at, amended->added.size());
      if (rest.size() > text.size()) rest.erase(at - 1, 1);  // the empty line before a table
      EXPECT_EQ(rest, text) << notice.id.text();
    }
  }
}

TEST(AmendmentTest, WordsThatAreNoLineAreRefused) {
  const Sample sample;
  for (const char* words : {"", " ", "\u3000", "两\n行", "a\tb", "\x1b[31m", "\xff"}) {
    for (const Amendment& amendment : {Amendment(Extend{.closes = {}, .at = kAt, .reason = words}),
                                       Amendment(Correct{.at = kAt, .what = words}),
                                       Amendment(Suspend{.at = kAt, .reason = words}),
                                       Amendment(Withdraw{.at = kAt, .reason = words})}) {
      const auto amended = sample(amendment);
      ASSERT_FALSE(amended) << words;
      EXPECT_EQ(amended.error().kind, ErrorKind::Invalid);
    }
  }
}

}  // namespace
}  // namespace gongshi

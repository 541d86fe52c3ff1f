#include "intake/desk/close_notice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/handling.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

constexpr const char* kFolder = "campaigns/sample-campaign/notices/sample-notice";

// A register and a content folder with the notice in it.
struct Office {
  SampleRegister reg;
  TemporaryFolder content;

  Office() { content.write(fs::path(kFolder) / "notice.md", "+++\n+++\n"); }

  Result<ClosingResult> close(ClosingProposal proposal) {
    return close_notice(*reg, sample_notice(), content.path(), proposal);
  }
  std::string written() const { return content.text_of(fs::path(kFolder) / "closing.toml"); }
  std::optional<std::string> registered() { return (*reg).closing(sample_notice().id).value(); }

  void conclude(const std::string& number) {
    ASSERT_TRUE(decide(*reg, number,
                       {.outcome = Outcome::Unfounded, .reason = "查否。", .by = "甲", .at = {}}));
    ASSERT_TRUE(reply(*reg, number, {.text = "已查。", .by = "甲", .at = {}}));
  }
};

ClosingProposal proposal() {
  return {.dispositions = {}, .handler = "经办甲", .approver = "审批乙", .at = instant(kAtClosing)};
}

TEST(CloseNoticeTest, WhatBlocksIsSaidAndNothingIsWritten) {
  Office office;
  const std::string number = office.reg.file(Signature::Named);
  const Result<ClosingResult> result = office.close(proposal());
  ASSERT_TRUE(result);
  EXPECT_EQ(result->closing, Closing::Blocked);
  EXPECT_THAT(result->blockers, testing::ElementsAre(HasSubstr(number)));
  EXPECT_EQ(office.written(), "");
  EXPECT_EQ(office.registered(), std::nullopt);
}

TEST(CloseNoticeTest, WritesTheSameTextToRegisterAndContent) {
  Office office;
  office.conclude(office.reg.file(Signature::Named));
  const std::string head = (*office.reg).checkpoint().value();
  const Result<ClosingResult> result = office.close(proposal());
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->closing, Closing::Done);
  EXPECT_EQ(result->file, office.content.path() / kFolder / "closing.toml");
  EXPECT_THAT(office.written(), StartsWith("notice = \"sample-notice\"\n"));
  EXPECT_THAT(office.written(), HasSubstr("leaf_indices = [0]\n"));
  EXPECT_THAT(office.written(), HasSubstr("checkpoint = '''\n" + head + "'''\n"))
      << "the head before the closing itself";
  EXPECT_EQ(office.registered(), office.written());
}

TEST(CloseNoticeTest, ClosingAgainChangesNothingWhateverIsProposed) {
  Office office;
  ASSERT_TRUE(office.close(proposal()));
  const std::string before = office.written();
  const std::string head = (*office.reg).checkpoint().value();
  ClosingProposal other = proposal();
  other.handler = other.approver = "某人";
  const Result<ClosingResult> again = office.close(other);
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->closing, Closing::Completed);
  EXPECT_EQ(office.written(), before);
  EXPECT_EQ((*office.reg).checkpoint().value(), head);
}

// The register is written first. A crash before the file leaves what this test makes.
TEST(CloseNoticeTest, ACrashBeforeTheFileIsMendedByClosingAgain) {
  Office office;
  ASSERT_TRUE(
      (*office.reg).append_closing(sample_notice().id, 0, "as registered\n", instant(kAtClosing)));
  const Result<ClosingResult> result = office.close(proposal());
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->closing, Closing::Completed);
  EXPECT_EQ(office.written(), "as registered\n");
}

TEST(CloseNoticeTest, AFileThatDiffersIsNotOverwritten) {
  Office office;
  ASSERT_TRUE(office.close(proposal()));
  office.content.write(fs::path(kFolder) / "closing.toml", "edited by hand");
  const Result<ClosingResult> result = office.close(proposal());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(result.error().message, HasSubstr("closing.toml"));
  EXPECT_EQ(office.written(), "edited by hand");
}

TEST(CloseNoticeTest, AFileThatTheRegisterDoesNotKnowStopsTheClosing) {
  Office office;
  office.content.write(fs::path(kFolder) / "closing.toml", "of another register");
  const Result<ClosingResult> result = office.close(proposal());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::Conflict);
  EXPECT_EQ(office.written(), "of another register");
  EXPECT_EQ(office.registered(), std::nullopt);
}

TEST(CloseNoticeTest, TheWrongContentFolderStopsTheClosingBeforeTheRegister) {
  Office office;
  const TemporaryFolder elsewhere;
  const auto result = close_notice(*office.reg, sample_notice(), elsewhere.path(), proposal());
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().kind, ErrorKind::NotFound);
  EXPECT_THAT(result.error().message, HasSubstr("--content"));
  EXPECT_EQ(office.registered(), std::nullopt);
}

TEST(CloseNoticeTest, ObjectionsToOtherNoticesAreNotItsBusiness) {
  Office office;
  office.reg.file(Signature::Named);
  ManifestNotice other = sample_notice();
  other.id = NoticeId::parse("another-notice").value();
  office.content.write("campaigns/sample-campaign/notices/another-notice/notice.md", "");
  const auto result = close_notice(*office.reg, other, office.content.path(), proposal());
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(result->closing, Closing::Done);
}

}  // namespace
}  // namespace gongshi

#include "intake/filing/attachments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "intake/filing/limits.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Files of one letter are alike when the letter is, whatever their id.
EvidenceFile file(const std::string& content, const std::string& id = {}) {
  return {.id = id.empty() ? "id-" + content : id,
          .key = {},
          .name = content + ".txt",
          .type = "txt",
          .size = 1,
          .sha256 = sha256(content)};
}

SentForm sending(const std::vector<EvidenceFile>& files) {
  SentForm form;
  for (const EvidenceFile& one : files) form.files.push_back({.name = one.name, .stored = one});
  return form;
}

TEST(AttachmentsTest, NewFilesFollowThoseOfEarlierRounds) {
  EXPECT_THAT(attach({}, {}).attached, IsEmpty());
  EXPECT_THAT(attach({file("a")}, {}).attached, ElementsAre(file("a")));
  EXPECT_THAT(attach({file("a")}, sending({file("b"), file("c")})).attached,
              ElementsAre(file("a"), file("b"), file("c")));
}

TEST(AttachmentsTest, WhatIsTakenOutGoes) {
  SentForm form = sending({file("c")});
  form.fields.emplace(field::kRemoveEvidence, "id-a");
  form.fields.emplace(field::kRemoveEvidence, "id-of-nobody");
  form.fields.emplace(field::kRemoveEvidence, "id-c");  // only what was there before
  EXPECT_THAT(attach({file("a"), file("b")}, form).attached, ElementsAre(file("b"), file("c")));
}

TEST(AttachmentsTest, TheSameBytesAreAttachedOnce) {
  const Attachments result =
      attach({file("a")}, sending({file("a", "again"), file("b"), file("b", "twice")}));
  EXPECT_THAT(result.attached, ElementsAre(file("a"), file("b")));
  for (const SentFile& sent : result.sent) EXPECT_TRUE(sent.stored);  // and nobody is scolded
}

TEST(AttachmentsTest, PastTheLimitFilesAreToldSo) {
  const std::vector<EvidenceFile> four = {file("1"), file("2"), file("3"), file("4")};
  const Attachments result = attach(four, sending({file("5"), file("6"), file("1", "again")}));
  EXPECT_EQ(result.attached.size(), kEvidenceCountMax);
  EXPECT_EQ(result.attached.back(), file("5"));
  EXPECT_TRUE(result.sent[0].stored);
  EXPECT_EQ(result.sent[1].stored.error(), EvidenceFault::TooMany);
  EXPECT_TRUE(result.sent[2].stored);
}

TEST(AttachmentsTest, WhatCouldNotBeStoredIsPassedOn) {
  SentForm form;
  form.files.push_back({.name = "空.txt", .stored = tl::unexpected(EvidenceFault::Empty)});
  const Attachments result = attach({}, form);
  EXPECT_THAT(result.attached, IsEmpty());
  EXPECT_EQ(result.sent.front().stored.error(), EvidenceFault::Empty);
}

}  // namespace
}  // namespace gongshi

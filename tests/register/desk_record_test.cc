#include "intake/register/desk_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

NoticeId notice(std::string_view id) { return NoticeId::parse(id).value(); }

class DeskRecordTest : public testing::Test {
 protected:
  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
  DeskRecord record_ = DeskRecord::open(folder_ / "data").value();
};

TEST_F(DeskRecordTest, AccessesComeBackNewestFirstAndInPages) {
  EXPECT_THAT(record_.accesses(0, 10).value(), IsEmpty());
  const Access first{sample_instant(), "经办甲", "2017-000001-7", "opened"};
  const Access second{sample_instant(), "监督丙", "", "logged_in"};
  const Access third{sample_instant(), "监督丙", "2017-000001-7", "opened"};
  for (const Access& access : {first, second, third}) ASSERT_TRUE(record_.append_access(access));
  EXPECT_THAT(record_.accesses(0, 10).value(), ElementsAre(third, second, first));
  EXPECT_THAT(record_.accesses(1, 1).value(), ElementsAre(second));
  EXPECT_THAT(record_.accesses(3, 10).value(), IsEmpty());
}

TEST_F(DeskRecordTest, TellsWhatOnePersonAccessed) {
  const Access first{sample_instant(), "经办甲", "2017-000001-7", "opened"};
  const Access again = first;
  const Access other{sample_instant(), "经办甲", "2017-000002-5", "opened"};
  const Access saved{sample_instant(), "经办甲", "2017-000003-3", "saved"};
  const Access elses{sample_instant(), "监督丙", "2017-000004-1", "opened"};
  for (const Access& access : {first, again, other, saved, elses}) {
    ASSERT_TRUE(record_.append_access(access));
  }
  EXPECT_THAT(record_.numbers_accessed("opened", "经办甲").value(),
              UnorderedElementsAre("2017-000001-7", "2017-000002-5"));
  EXPECT_THAT(record_.numbers_accessed("opened", "监督丙").value(),
              UnorderedElementsAre("2017-000004-1"));
  EXPECT_THAT(record_.numbers_accessed("opened", "经办").value(), IsEmpty());
}

TEST_F(DeskRecordTest, IsThereAfterARestartAndBesideTheRegister) {
  const Access access{sample_instant(), "经办甲", "2017-000001-7", "opened"};
  ASSERT_TRUE(record_.append_access(access));
  ASSERT_TRUE(reg_.append(sample_objection("a")));
  DeskRecord other = DeskRecord::open(folder_ / "data").value();
  EXPECT_THAT(other.accesses(0, 10).value(), ElementsAre(access));
  ASSERT_TRUE(other.append_access(access));
  EXPECT_EQ(record_.accesses(0, 10)->size(), 2U);
  EXPECT_EQ(DeskRecord::open(folder_ / "nowhere").error().kind, ErrorKind::NotFound);
}

TEST_F(DeskRecordTest, TheNewestDraftOfANoticeCounts) {
  EXPECT_EQ(record_.newest_draft(notice("a")).value(), std::nullopt);
  const ClosingDraft first{.notice = notice("a"),
                           .at = sample_instant(),
                           .account = "li",
                           .handler = "经办甲",
                           .dispositions = "person=cancelled"};
  ClosingDraft other = first;
  other.notice = notice("b");
  ClosingDraft taken_back = first;
  taken_back.is_open = false;
  ASSERT_TRUE(record_.append_draft(first));
  ASSERT_TRUE(record_.append_draft(other));
  EXPECT_EQ(record_.newest_draft(notice("a")).value(), first);
  ASSERT_TRUE(record_.append_draft(taken_back));
  EXPECT_EQ(record_.newest_draft(notice("a")).value(), taken_back);
  EXPECT_EQ(record_.newest_draft(notice("b")).value(), other);
}

}  // namespace
}  // namespace gongshi

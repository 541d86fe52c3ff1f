#include "intake/desk/erasure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/case_list.h"
#include "intake/desk/case_sheet.h"
#include "intake/desk/handling.h"
#include "intake/desk/objection_csv.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ErasureTest : public testing::Test {
 protected:
  void close() {
    ASSERT_TRUE((*reg_).append_closing(sample_notice().id, 1, "closed\n", instant(kAtClosing)));
  }
  Erasure erasure(std::string basis = "retention-expired", std::string actor = "经办甲") const {
    return {.at = instant(kAtClosing), .basis = std::move(basis), .actor = std::move(actor)};
  }
  void expect_refused(const std::string& number, const Erasure& how, ErrorKind kind) {
    const auto erased = erase_objection(*reg_, number, how);
    ASSERT_FALSE(erased);
    EXPECT_EQ(erased.error().kind, kind) << erased.error().message;
    EXPECT_FALSE(open_case(*reg_, number_)->objection.erased);
  }

  SampleRegister reg_;
  const std::string number_ = reg_.file(Signature::Anonymous);
};

TEST_F(ErasureTest, OnlyWhatIsClosedIsErased) {
  expect_refused(number_, erasure(), ErrorKind::Conflict);
  close();
  expect_refused(number_, erasure("Not An Id"), ErrorKind::Invalid);
  expect_refused(number_, erasure(""), ErrorKind::Invalid);
  expect_refused(number_, erasure("on-request", " "), ErrorKind::Invalid);
  expect_refused("2017-000099-3", erasure(), ErrorKind::NotFound);
  EXPECT_TRUE(erase_objection(*reg_, number_, erasure()));
  EXPECT_TRUE(erase_objection(*reg_, number_, erasure())) << "once more finishes it";
}

TEST_F(ErasureTest, WhoIsRecusedDoesNotErase) {
  ASSERT_TRUE(recuse(*reg_, number_, {.text = "亲属", .by = "经办乙", .at = instant(kWhileOpen)},
                     "经办甲"));
  close();
  expect_refused(number_, erasure("on-request", "经办 甲"), ErrorKind::Conflict);
  EXPECT_TRUE(erase_objection(*reg_, number_, erasure("on-request", "经办乙")));
}

TEST_F(ErasureTest, TheDeskShowsWhatIsLeft) {
  ASSERT_TRUE(decide(*reg_, number_,
                     {.outcome = Outcome::Unfounded,
                      .reason = "经核查不属实",
                      .by = "经办甲",
                      .at = instant(kWhileOpen)}));
  close();
  ASSERT_TRUE(erase_objection(*reg_, number_, erasure()));
  const CaseFile file = open_case(*reg_, number_, {}).value();
  EXPECT_EQ(file.state(), ObjectionState::Concluded);
  EXPECT_THAT(case_sheet(file).value(),
              AllOf(HasSubstr(number_), HasSubstr("不属实"), HasSubstr("retention-expired"),
                    Not(HasSubstr("经核查")), Not(HasSubstr("所列数据"))));
  EXPECT_THAT(case_table(read_inbox(*reg_, {}, std::nullopt, InboxFilter::All, {}).value()),
              HasSubstr(number_));
  EXPECT_THAT(objection_csv({file}), AllOf(HasSubstr(number_), Not(HasSubstr("经核查"))));
  const auto late =
      reply(*reg_, number_, {.text = "再答复", .by = "经办甲", .at = instant(kAtClosing)});
  EXPECT_FALSE(late);
}

}  // namespace
}  // namespace gongshi

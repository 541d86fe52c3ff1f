#include "intake/desk/case_deadline.h"

#include <gtest/gtest.h>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

// Received on 2017-06-22, a Thursday.
TEST(CaseDeadlineTest, IsItsOwnOrTheFirstOfItsGroup) {
  const Manifest site = sample_manifest_with_terms();
  const OwnTermsOfNotices all(site);
  const auto terms = all.of(sample_notice().id);
  const CaseFile leader = sample_case({.signature = Signature::Named});
  CaseFile earlier = leader;
  earlier.objection.filed.received_at = instant("2017-06-21T10:00:00+08:00");
  CaseFile later = leader;
  later.objection.filed.received_at = instant("2017-06-23T10:00:00+08:00");
  const auto last_day = [&](const std::vector<CaseFile>& members) {
    return to_text(case_deadline(leader, members, terms)->last_day);
  };
  EXPECT_EQ(last_day({}), "2017-06-26");
  EXPECT_EQ(last_day({later}), "2017-06-26");
  EXPECT_EQ(last_day({later, earlier}), "2017-06-23");
  const CaseFile concluded = sample_case({.outcome = Outcome::Unfounded});
  EXPECT_EQ(case_deadline(concluded, {}, terms), std::nullopt);
  EXPECT_EQ(case_deadline(concluded, {earlier, concluded}, terms)->last_day,
            parse_date("2017-06-23").value())
      << "its objector took it back, the others wait";
}

}  // namespace
}  // namespace gongshi

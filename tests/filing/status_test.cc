#include "intake/filing/status.h"

#include <gtest/gtest.h>

#include "intake/filing/file_objection.h"
#include "tests/filing/sample_events.h"
#include "tests/filing/sample_filing.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

const Instant kWhileOpen = at("2017-06-22T09:00:00+08:00");

class StatusTest : public testing::Test {
 protected:
  Receipt file(const FormId& form) {
    return std::get<Receipt>(file_objection(reg_, sample_notice(), form, sample_parsed().objection,
                                            {.received_at = kWhileOpen}));
  }

  std::optional<Status> look_up(std::string_view number, const std::string& code) {
    return look_up_status(reg_, number, ReceiptCode::parse(code).value()).value();
  }

  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
  const Receipt mine_ = file(FormId::random());
  const Receipt other_ = file(FormId::random());
};

TEST_F(StatusTest, NumberAndCodeGiveTheSameReceiptAgain) {
  const auto status = look_up(" " + mine_.number, mine_.code);
  ASSERT_TRUE(status);
  EXPECT_EQ(to_json(status->receipt), to_json(mine_));
  EXPECT_EQ(status->record.objection, sample_parsed().objection);
  EXPECT_TRUE(status->steps.empty());
  EXPECT_FALSE(status->outcome());
}

TEST_F(StatusTest, NeitherAWrongNumberNorAnotherCodeGivesAnything) {
  for (const std::string& number : {std::string(), std::string("2017-999999-X"),
                                    mine_.number.substr(0, 4), other_.number + "0"}) {
    EXPECT_FALSE(look_up(number, mine_.code)) << number;
  }
  EXPECT_FALSE(look_up(mine_.number, other_.code));
  EXPECT_FALSE(look_up(other_.number, mine_.code));
}

TEST_F(StatusTest, TellsWhatTheOfficeDidButNotWho) {
  ASSERT_TRUE(reg_.append_event(mine_.number, 0,
                                {.kind = EventKind::Decided,
                                 .at = at("2017-06-26T10:00:00+08:00"),
                                 .actor = "经办甲",
                                 .outcome = Outcome::Unfounded,
                                 .text = "经核查，与台账一致。"}));
  ASSERT_TRUE(reg_.append_event(mine_.number, 1,
                                {.kind = EventKind::Replied,
                                 .at = at("2017-06-26T11:00:00+08:00"),
                                 .actor = "经办甲",
                                 .outcome = {},
                                 .text = "您反映的问题与事实不符。"}));
  const auto status = look_up(mine_.number, mine_.code);
  ASSERT_EQ(status->steps.size(), 2U);
  EXPECT_EQ(status->outcome(), Outcome::Unfounded);
  EXPECT_EQ(status->steps.back().text, "您反映的问题与事实不符。");
  EXPECT_EQ(to_json(*status).find("经办甲"), std::string::npos);
  EXPECT_TRUE(look_up(other_.number, other_.code)->steps.empty());
}

// Every step is told; who investigates, who has an interest, and what the office writes for itself,
// is not.
TEST_F(StatusTest, NeverTellsWhatTheOfficeWritesForItself) {
  const std::vector<HandlingStep> steps = {HandlingStep::Ask,        HandlingStep::Accept,
                                           HandlingStep::Note,       HandlingStep::Investigate,
                                           HandlingStep::Paraphrase, HandlingStep::Decide,
                                           HandlingStep::Dispose,    HandlingStep::Recuse,
                                           HandlingStep::Readmit,    HandlingStep::Redact};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    ObjectionEvent event = sample_event(steps[i]);
    event.text = "第" + std::to_string(i) + "步";
    ASSERT_TRUE(reg_.append_event(mine_.number, i, event));
  }
  const auto status = look_up(mine_.number, mine_.code);
  ASSERT_EQ(status->steps.size(), 5U);
  EXPECT_EQ(status->events_seen, 10U);
  EXPECT_EQ(status->steps[0].due, sample_event(HandlingStep::Ask).due);
  EXPECT_EQ(status->steps[0].text, "第0步");
  EXPECT_EQ(status->steps[2].kind, EventKind::InvestigationOpened);
  EXPECT_EQ(status->steps[4].measure, Measure::Corrected);
  EXPECT_EQ(status->standing.outcome, Outcome::Upheld);
  const std::string json = to_json(*status);
  for (const char* internal :
       {"noted", "第2步", "第3步", "第4步", "第7步", "第8步", "第9步", "经办甲", "经办乙", "经办丙",
        "recused", "readmitted", "paraphrased", "redacted"}) {
    EXPECT_EQ(json.find(internal), std::string::npos) << internal;
  }
  EXPECT_NE(json.find(R"("kind":"asked","at":"2017-06-26T10:00:00+08:00","outcome":null,)"
                      R"("refusal":null,"measure":null,"due":"2017-06-30","text":"第0步")"),
            std::string::npos)
      << json;
}

}  // namespace
}  // namespace gongshi

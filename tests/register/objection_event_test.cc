#include "intake/register/objection_event.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace gongshi {
namespace {

TEST(ObjectionEventTest, EveryWordReadsBack) {
  for (int i = 0; i <= static_cast<int>(EventKind::Noted); ++i) {
    const auto kind = static_cast<EventKind>(i);
    EXPECT_EQ(parse_event_kind(to_text(kind)), kind);
  }
  for (const RefusalReason reason : all_refusal_reasons()) {
    EXPECT_EQ(parse_refusal_reason(to_text(reason)), reason);
  }
  for (const Measure measure : all_measures()) EXPECT_EQ(parse_measure(to_text(measure)), measure);
  EXPECT_FALSE(parse_event_kind("lost"));
  EXPECT_FALSE(parse_refusal_reason("because"));
  EXPECT_FALSE(parse_measure(""));
}

// DOMAIN 2.3.
TEST(ObjectionEventTest, TheListedReasonsAndMeasuresAreThoseOfPractice) {
  std::set<std::string> words;
  for (const RefusalReason reason : all_refusal_reasons()) words.emplace(chinese(reason));
  EXPECT_EQ(words,
            (std::set<std::string>{"超过公示期", "不属于异议范围", "没有证据，也没有可以核查的线索",
                                   "冒用他人名义", "匿名且内容笼统", "同一事实已有结论"}));
  words.clear();
  for (const Measure measure : all_measures()) words.emplace(chinese(measure));
  EXPECT_EQ(words, (std::set<std::string>{"维持", "更正", "取消资格", "暂缓", "重新公示"}));
}

}  // namespace
}  // namespace gongshi

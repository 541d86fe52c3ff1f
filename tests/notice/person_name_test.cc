#include "generator/notice/person_name.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

struct Row {
  const char* one;
  const char* other;
};

TEST(PersonNameTest, OnePersonHoweverTheNameIsTyped) {
  constexpr Row kRows[] = {
      {"张三", "张三"},
      {"张三", " 张三 "},
      {"张三", "张 三"},
      {"张三", "张\u3000三"},
      {"张三", "张\u00A0三"},
      {"张三", "张\u200B三"},
      {"张三", "\uFEFF张三"},
      {"张三", "张三\t"},
      {"张三2", "张三２"},
      {"Li Si", "ＬＩ　ＳＩ"},
      {"买买提·艾力", "买买提•艾力"},
      {"买买提·艾力", "买买提・艾力"},
      {"买买提·艾力", "买买提艾力"},
      {"经办甲（一处）", "经办甲(一处)"},
      {"山高", "\u2F2D高"},
      {"金某", "\uF90A某"},
      {"é", "e\u0301"},
      {"***", "***"},
  };
  for (const auto& [one, other] : kRows) {
    EXPECT_TRUE(is_same_person(one, other)) << one << " and " << other;
    EXPECT_TRUE(is_same_person(other, one)) << one << " and " << other;
  }
}

TEST(PersonNameTest, TwoPersons) {
  constexpr Row kRows[] = {
      {"张三", "张三丰"}, {"张三", "三张"},     {"张三", "張三"},
      {"张三", ""},       {"经办甲", "经办乙"}, {"张三1", "张三2"},
      {"", " "},          {"***", "---"},       {"张三", "张\xFF三"},
      {"\xFF", "\xFE"},   {"𬱖某", "颋某"},  {"经办甲（一处）", "经办甲（二处）"},
  };
  for (const auto& [one, other] : kRows) {
    EXPECT_FALSE(is_same_person(one, other)) << one << " and " << other;
    EXPECT_FALSE(is_same_person(other, one)) << one << " and " << other;
  }
}

}  // namespace
}  // namespace gongshi

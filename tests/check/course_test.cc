#include "generator/check/course.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/two_levels.h"

namespace gongshi {
namespace {

const CandidateId kZhangSan = *CandidateId::parse("zhang-san");

Content loaded(const SourceTree& tree) {
  Diagnostics problems;
  return load_content(tree, problems);
}

TEST(CourseTest, KnowsWhoWasPublishedInWhichStep) {
  const Content content = loaded(two_levels_done());
  const std::vector<Course> courses = courses_of(content);
  ASSERT_EQ(courses.size(), 1U);
  const Course& course = courses.front();
  const Step& city = course.campaign().steps.at(1);
  ASSERT_EQ(course.notices_of(city).size(), 1U);
  EXPECT_EQ(course.notices_of(city).front()->id.text(), "shiji-2017");
  EXPECT_TRUE(course.notices_of(course.campaign().steps.front()).empty());
  EXPECT_TRUE(course.lists(city, kZhangSan));
  EXPECT_FALSE(course.lists(course.campaign().steps.back(), kZhangSan));
  EXPECT_EQ(course.notices_with(kZhangSan).size(), 2U);
  EXPECT_EQ(course.find(kZhangSan)->name, "张𬱖");
  EXPECT_EQ(course.find(*CandidateId::parse("nobody")), nullptr);
}

TEST(CourseTest, TheStepsBeforeANotice) {
  const Content content = loaded(two_levels_done());
  const Course course = courses_of(content).front();
  const Notice* provincial = content.find(*NoticeId::parse("gongshi-2017"));
  const Notice* city = content.find(*NoticeId::parse("shiji-2017"));
  EXPECT_EQ(course.steps_before(*provincial).size(), 2U);
  EXPECT_EQ(course.steps_before(*city).size(), 1U);
  Notice lost = *city;
  lost.step = StepId();
  EXPECT_TRUE(course.steps_before(lost).empty());
}

TEST(CourseTest, WithdrawnNoticesAreNotInIt) {
  SourceTree tree = two_levels_done();
  tree.files[kCityNotice] =
      city_notice("[withdrawal]\nat = 2017-06-13T00:00:00+08:00\nreason = \"重核\"\n");
  const Content content = loaded(tree);
  const Course course = courses_of(content).front();
  EXPECT_EQ(course.notices().size(), 1U);
  EXPECT_FALSE(course.lists(course.campaign().steps.at(1), kZhangSan));
}

// Which unit skips a step that 省直单位 skip, given the rows of the table of quotas.
TEST(CourseTest, AGroupSkipsWithAllItsUnits) {
  const std::string quota = "[[quota]]\naward = \"geren\"\nrecommended_by = ";
  const std::string others = quota + "\"省直单位\"\nother_units = true\n";
  const std::string named = quota + "\"省直单位\"\nunits = [\"省甲厅\"]\n";
  const std::string city = quota + "\"甲市\"\n";
  struct Case {
    std::string rows;
    std::string unit;
    bool skips;
  };
  const Case cases[] = {
      {"", "省直单位", true},     {"", "省甲厅", false},          {named, "省甲厅", true},
      {named, "省乙厅", false},   {named + city, "甲市", false},  {others, "省甲厅", true},
      {others, "甲市", true},     {others + city, "甲市", false}, {others + city, "省甲厅", true},
      {others + city, "", false},
  };
  for (const Case& c : cases) {
    SourceTree tree = two_levels();
    apply({kSampleCampaign, "[[step]]\nid = \"tuijian\"", c.rows + "[[step]]\nid = \"tuijian\""},
          tree);
    apply({kSampleCampaign, "title = \"市级公示\"\n",
           "title = \"市级公示\"\nskipped_by = [\"省直单位\"]\n"},
          tree);
    tree.files[kSampleCandidates] =
        "id,award,name,unit,recommended_by\nzhang-san,geren,张三,乙局," + c.unit + "\n";
    const Content content = loaded(tree);
    const Course course = courses_of(content).front();
    EXPECT_EQ(course.skips(kZhangSan, course.campaign().steps.at(1)), c.skips)
        << c.rows << " " << c.unit;
  }
}

}  // namespace
}  // namespace gongshi

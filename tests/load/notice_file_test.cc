#include "generator/load/notice_file.h"

#include "tests/load/variation_case.h"

namespace gongshi {
namespace {

Notice load_sample(const std::vector<Variation>& changes = {}) {
  SourceTree tree = sample_content();
  for (const Variation& change : changes) apply(change, tree);
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  EXPECT_EQ(places_and_codes(problems), std::vector<std::string>());
  return content.notices.at(0);
}

TEST(NoticeFileTest, ReadsEveryKey) {
  const Notice notice = load_sample({{kSampleNotice, "[[channel]]",
                                      R"(publisher = "另一个办公室"
working_days = 6
calendar = "cn"
count_from = "next-day"
suspended = true
[withdrawal]
at = 2017-06-23T08:00:00+08:00
reason = "重新核对"
[[correction]]
at = 2017-06-22T10:00:00+08:00
what = "更正职务"
[[extension]]
closes = 2017-06-29
at = 2017-06-26T10:00:00+08:00
reason = "网站故障"
[[channel]]
hours = "9:00—17:00")"}});
  EXPECT_EQ(notice.id.text(), "gongshi-2017");
  EXPECT_EQ(notice.campaign.text(), "pingxuan");
  EXPECT_EQ(notice.title, "关于推荐对象的公示");
  EXPECT_EQ(notice.step.text(), "shengji");
  EXPECT_EQ(notice.publisher, "另一个办公室");
  EXPECT_EQ(to_text(notice.published_at), "2017-06-21T00:00:00+08:00");
  EXPECT_EQ(to_text(notice.opens), "2017-06-21");
  EXPECT_EQ(notice.working_days, 6);
  EXPECT_EQ(to_text(*notice.closes), "2017-06-27");
  EXPECT_EQ(notice.count_from, CountFrom::NextDay);
  ASSERT_EQ(notice.candidates.size(), 2U);
  EXPECT_EQ(notice.candidates[0].text(), "zhang-san");
  ASSERT_EQ(notice.channels.size(), 2U);
  EXPECT_EQ(notice.channels[0].kind, "phone");
  EXPECT_EQ(notice.channels[0].hours, "9:00—17:00");
  EXPECT_EQ(notice.reviews.at(0).by, "李四");
  EXPECT_EQ(notice.corrections.at(0).what, "更正职务");
  EXPECT_EQ(to_text(notice.extensions.at(0).closes), "2017-06-29");
  EXPECT_EQ(notice.withdrawal->reason, "重新核对");
  EXPECT_TRUE(notice.suspended);
  EXPECT_EQ(notice.body, "现予公示。\n");
}

TEST(NoticeFileTest, DefaultsComeFromTheSiteTheCampaignAndThePublication) {
  const Notice notice =
      load_sample({{kSampleNotice, "opens = 2017-06-21\ncloses = 2017-06-27\n", ""},
                   {kSampleNotice, "candidates = [\"zhang-san\", \"yi-ju\"]\n", ""},
                   {kSampleNotice, "2017-06-21T00:00:00+08:00", "2017-06-20T16:00:00Z"}});
  EXPECT_EQ(notice.publisher, "示例办公室");
  EXPECT_EQ(notice.calendar.text(), "cn");
  EXPECT_EQ(to_text(notice.opens), "2017-06-21");
  EXPECT_EQ(notice.closes, std::nullopt);
  EXPECT_EQ(notice.working_days, std::nullopt);
  ASSERT_EQ(notice.candidates.size(), 2U);
  EXPECT_EQ(notice.candidates[0].text(), "yi-ju") << "in the order of candidates.csv";
  EXPECT_EQ(notice.place_of("title").line, 2);
  EXPECT_EQ(notice.place_of("opens"), notice.place) << "absent: the file";
}

TEST(NoticeFileTest, TheStateIsWhatTheOfficeDecided) {
  Notice notice;
  EXPECT_EQ(notice.state(), NoticeState::Published);
  notice.suspended = true;
  EXPECT_EQ(notice.state(), NoticeState::Suspended);
  notice.closing.emplace();
  EXPECT_EQ(notice.state(), NoticeState::Closed);
  notice.withdrawal.emplace();
  EXPECT_EQ(notice.state(), NoticeState::Withdrawn);
}

TEST(NoticeFileTest, EachMistakeIsSaidAtItsPlace) {
  const LoadCase cases[] = {
      {"+++\ntitle", "title", {"1:1 front-matter"}},
      {"title = \"关于推荐对象的公示\"\n", "", {"2:1 missing-key"}},
      {"title = ", "title: ", {"2:6 toml-syntax"}},
      {"titl", "titel", {"2:1 missing-key", "2:1 unknown-key"}},
      {"step = \"shengji\"\n", "", {"2:1 missing-key"}},
      {"\"shengji\"", "\"shenji\"", {"3:8 unknown-reference"}},
      {"\"shengji\"", "\"省级\"", {"3:8 not-an-identifier"}},
      {"published_at = 2017-06-21T00:00:00+08:00\n", "", {"2:1 missing-key"}},
      {"2017-06-21T00:00:00+08:00", "2017-06-21T00:00:00", {"4:16 wrong-type"}},
      {"2017-06-21T00:00:00+08:00", "2017-06-21", {"4:16 wrong-type"}},
      {"2017-06-21T00:00:00+08:00", "\"2017-06-21T00:00:00+08:00\"", {"4:16 wrong-type"}},
      {"2017-06-21T00:00:00+08:00", "0017-06-21T00:00:00+08:00", {"4:16 out-of-range"}},
      {"opens = 2017-06-21", "opens = \"2017-06-21\"", {"5:9 wrong-type"}},
      {"opens = 2017-06-21", "opens = 2217-06-21", {"5:9 out-of-range"}},
      {"opens = 2017-06-21", "working_days = 0", {"5:16 out-of-range"}},
      {"opens = 2017-06-21", "calendar = \"cn-gx\"", {"5:12 unknown-reference"}},
      {"opens = 2017-06-21", "count_from = \"sameday\"", {"5:14 unknown-word"}},
      {"opens = 2017-06-21", "publisher = \" \"", {"5:13 missing-key"}},
      {"opens = 2017-06-21", "publishd_at = 1", {"5:1 unknown-key"}},
      {"opens = 2017-06-21", "suspended = \"yes\"", {"5:13 wrong-type"}},
      {"\"yi-ju\"]", "\"yi-jv\"]", {"7:28 unknown-reference"}},
      {"\"yi-ju\"]", "\"zhang-san\"]", {"7:28 duplicate-id"}},
      {"\"yi-ju\"]", "5]", {"7:28 wrong-type"}},
      {"kind = \"phone\"\n", "", {"9:1 missing-key"}},
      {"\"phone\"", "\"telephone\"", {"10:8 unknown-word"}},
      {"value = \"0000-1234567\"\n", "", {"9:1 missing-key"}},
      {"value = \"0000-1234567\"",
       "number = \"0000-1234567\"",
       {"9:1 missing-key", "11:1 unknown-key"}},
      {"by = \"李四\"\n", "", {"15:1 missing-key"}},
      {"on = 2017-06-20", "on = 2017-06-20T00:00:00", {"17:6 wrong-type"}},
      {"[[review]]", "[[correction]]\nwhat = \"x\"\n[[review]]", {"15:1 missing-key"}},
      {"[[review]]",
       "[[extension]]\ncloses = 2017-06-29\n[[review]]",
       {"15:1 missing-key", "15:1 missing-key"}},
      {"[[review]]", "[withdrawal]\nreason = \"x\"\n[[review]]", {"15:1 missing-key"}},
      {"现予公示", "\x01", {"19:1 control-character"}},
  };
  expect_load_problems(sample_content(), kSampleNotice, cases);
}

TEST(NoticeFileTest, ASuggestionNamesTheNearestWord) {
  SourceTree tree = sample_content();
  apply({kSampleNotice, "\"shengji\"", "\"shenji\""}, tree);
  Diagnostics problems;
  load_content(tree, problems);
  EXPECT_EQ(problems.at(0).message, "没有“shenji”这个评选步骤；是不是“shengji”？");
}

}  // namespace
}  // namespace gongshi

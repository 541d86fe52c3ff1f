#include "generator/load/closing_file.h"

#include "tests/load/variation_case.h"

namespace gongshi {
namespace {

SourceTree closed_sample() {
  SourceTree tree = sample_content();
  tree.files[kSampleClosing] = sample_closing();
  return tree;
}

TEST(ClosingFileTest, ReadsEveryKey) {
  Diagnostics problems;
  const Content content = load_content(closed_sample(), problems);
  EXPECT_EQ(places_and_codes(problems), std::vector<std::string>());
  const Notice& notice = content.notices.at(0);
  EXPECT_EQ(notice.state(), NoticeState::Closed);
  const ClosingRecord& record = notice.closing.value();
  EXPECT_EQ(record.notice, notice.id);
  EXPECT_EQ(to_text(record.opens), "2017-06-21");
  EXPECT_EQ(to_text(record.closes), "2017-06-27");
  EXPECT_EQ(record.working_days, 5);
  EXPECT_EQ(record.calendar.text(), "cn");
  EXPECT_EQ(record.objections, 3);
  EXPECT_EQ(record.named, 2);
  EXPECT_EQ(record.anonymous, 1);
  ASSERT_EQ(record.by_medium.size(), 2U);
  EXPECT_EQ(record.by_medium[0].key, Medium::Phone);
  EXPECT_EQ(record.by_medium[1].number, 2);
  ASSERT_EQ(record.by_outcome.size(), 2U);
  EXPECT_EQ(record.by_outcome[0].key, Outcome::Unfounded);
  EXPECT_EQ(record.by_outcome[1].key, Outcome::Withdrawn);
  ASSERT_EQ(record.results.size(), 2U);
  EXPECT_EQ(record.results[0].candidate.text(), "zhang-san");
  EXPECT_EQ(record.results[1].disposition, Disposition::Deferred);
  EXPECT_EQ(record.leaf_indices, (std::vector<std::uint64_t>{0, 4, 7}));
  EXPECT_EQ(record.page_sha256.size(), 64U);
  EXPECT_EQ(record.checkpoint,
            "demo.example/objections\n8\nw2UkAAAA=\n\n— demo.example/objections 5xqLAAAA=\n");
  EXPECT_EQ(record.handler, "王五");
  EXPECT_EQ(record.approver, "赵六");
  EXPECT_EQ(to_text(record.closed_at), "2017-06-28T09:30:00+08:00");
  EXPECT_EQ(notice.closing_place_of("named").line, 7);
}

TEST(ClosingFileTest, CountsComeInTheOrderOfTheirKinds) {
  SourceTree tree = closed_sample();
  apply({kSampleClosing, "phone = 1\nonline = 2", "online = 2\nphone = 1"}, tree);
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  EXPECT_EQ(content.notices.at(0).closing->by_medium.at(0).key, Medium::Phone);
}

TEST(ClosingFileTest, EachMistakeIsSaidAtItsPlace) {
  const LoadCase cases[] = {
      {"notice = \"gongshi-2017\"\n", "", {"1:1 missing-key"}},
      {"opens = 2017-06-21\n", "", {"1:1 missing-key"}},
      {"opens = 2017-06-21", "opens = \"2017-06-21\"", {"2:9 wrong-type"}},
      {"working_days = 5\n", "", {"1:1 missing-key"}},
      {"working_days = 5", "working_days = 0", {"4:16 out-of-range"}},
      {"objections = 3", "objections = -1", {"6:14 out-of-range"}},
      {"objections = 3\n", "", {"1:1 missing-key"}},
      {"leaf_indices = [0, 4, 7]\n", "", {"1:1 missing-key"}},
      {"[0, 4, 7]", "[0, -4, 7]", {"9:20 out-of-range"}},
      {"[0, 4, 7]", "[0, \"4\", 7]", {"9:20 wrong-type"}},
      {"[0, 4, 7]", "[0, 99999999999999999999]", {"9:40 toml-syntax"}},
      {"page_sha256", "page_sha", {"1:1 missing-key", "10:1 unknown-key"}},
      {"9f86d081", "9F86D081", {"10:15 not-a-digest"}},
      {"9f86d081", "", {"10:15 not-a-digest"}},
      {"handler = \"王五\"", "handler = \"\"", {"11:11 missing-key"}},
      {"closed_at = 2017-06-28T09:30:00+08:00", "closed_at = 2017-06-28", {"13:13 wrong-type"}},
      {"phone = 1", "phone = 0", {"22:9 out-of-range"}},
      {"phone = 1", "fone = 1", {"22:1 unknown-key"}},
      {"withdrawn = 1", "ignored = 1", {"26:1 unknown-key"}},
      {"candidate = \"yi-ju\"", "candidate = \"er-ju\"", {"31:13 unknown-reference"}},
      {"candidate = \"yi-ju\"", "candidate = \"\"", {"31:13 missing-key"}},
      {"\"deferred\"", "\"postponed\"", {"32:15 unknown-word"}},
      {"disposition = \"deferred\"\n", "", {"30:1 missing-key"}},
      {"notice = ", "notice ", {"1:8 toml-syntax"}},
  };
  expect_load_problems(closed_sample(), kSampleClosing, cases);
}

}  // namespace
}  // namespace gongshi

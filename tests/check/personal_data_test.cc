// The numbers here are invented: 13800138000 is the advertising number of the operators, the
// identity numbers are of 1 January 1900, landlines begin with 555.
#include "generator/check/personal_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/check/rules.h"
#include "generator/scan/finding.h"
#include "tests/check/variations.h"
#include "tests/scan/example_table.h"
#include "tests/scan/seed_documents.h"

namespace gongshi {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

constexpr const char* kDraft = "campaigns/pingxuan/draft.txt";  // no page shows it
const std::string kNoticeLine = std::string(kSampleNotice) + ":";

std::vector<std::string> problems_of(const SourceTree& tree) {
  return places_and_codes(load_and_check(tree).problems);
}

// What is found in one file that holds `text` and nothing else.
std::vector<std::string> codes_in(const std::string& text) {
  SourceTree tree = sample_content();
  tree.files[kDraft] = text;
  std::vector<std::string> codes;
  for (const Diagnostic& problem : load_and_check(tree).problems) {
    if (problem.code != "unused-file") codes.push_back(problem.code);
  }
  return codes;
}

TEST(PersonalDataTest, EachRuleHasItsExample) {
  const std::pair<const char*, const char*> cases[] = {
      {"身份证号110101190001010006", "resident-id"},
      {"身份证号110101190001010007", "resident-id-suspect"},
      {"身份证：110101000101001", "old-resident-id"},
      {"编号110101000101001", "old-resident-id-suspect"},
      {"联系电话：13800138000", "mobile-number"},
      {"6222000000000000004", "bank-card"},
      {"卡号10000000000000001", "bank-card-suspect"},
      {"护照号码：E12345678", "travel-document"},
      {"1900年1月1日出生", "birth-date"},
      {"家庭住址：某市某区某路15号2单元301室", "home-address-suspect"},
      {"zhangsan@163.com", "email-address-suspect"},
      {"办公电话 0351-5550100", "landline-suspect"},
      {"姓名,身份证号\n张三,\n", "forbidden-header"},
      {"姓名,手机\n张三,\n", "forbidden-header-suspect"},
  };
  for (const auto& [text, code] : cases) EXPECT_THAT(codes_in(text), ElementsAre(code)) << text;
}

TEST(PersonalDataTest, EveryLeakThatTheScannerKnowsIsReported) {
  for (const ExampleRow& row : read_examples("leaks.txt", 5)) {
    const auto& f = row.fields;
    if (f[2] != "page") continue;
    EXPECT_THAT(codes_in(f[4]), ElementsAre(f[0] + (f[1] == "block" ? "" : "-suspect")))
        << "leaks.txt:" << row.line << ": " << f[4];
  }
}

TEST(PersonalDataTest, EveryFileIsSearchedAsItStands) {
  const std::string folder = "campaigns/pingxuan/";
  const CheckCase cases[] = {
      {{{kSampleSite, "[[footer]]", "# 13800138000\n[[footer]]"}}, {"site.toml:5:3 mobile-number"}},
      {{{kSampleCalendar, "[year", "# 13800138000\n[year"}},
       {"calendars/cn.toml:2:3 mobile-number"}},
      {{{kSampleCampaign, "甲部\"", "甲部 13800138000\""}},
       {folder + "campaign.toml:2:19 mobile-number"}},
      {{{kSampleCriteria, "突出", "突出 13800138000"}}, {folder + "criteria.md:1:6 mobile-number"}},
      {{{folder + "decree.md", "", "决定\r\n𬱖13800138000\r\n"}},
       {folder + "decree.md:2:2 mobile-number"}},
      {{{kSampleCandidates, "unit,post\n", "unit,remarks\n"},
        {kSampleCandidates, "科长", "13800138000"}},
       {folder + "candidates.csv:3:23 mobile-number"}},
      {{{kSampleDeeds, "走村", "13800138000走村"}},
       {folder + "deeds/zhang-san.md:1:1 mobile-number"}},
      {{{kSampleNotice, "现予公示", "现予公示，13800138000"}},
       {kNoticeLine + "19:6 mobile-number"}},
      {{{kSampleNotice, "by = \"李四\"", "by = \"李四\"  # 13800138000"}},
       {kNoticeLine + "16:14 mobile-number"}},
      {{{kSamplePage, "示例", "示例13800138000"}}, {"pages/about.md:3:5 mobile-number"}},
      {{{kDraft, "", "13800138000"}},
       {std::string(kDraft) + ":1:1 unused-file", std::string(kDraft) + ":1:1 mobile-number"}},
      {{{kDraft, "",
         "\xCA\xD6\xBB\xFA\xA3\xBA"
         "13800138000"}},  // GB18030
       {std::string(kDraft) + ":1:1 unused-file", std::string(kDraft) + ":1:4 mobile-number"}},
  };
  expect_problems(sample_content(), cases);
}

TEST(PersonalDataTest, AFileThatIsNoTextIsNotReadAsOne) {
  SourceTree tree = sample_content();
  tree.files[kDraft] = std::string("\0\x01 13800138000", 14);
  EXPECT_THAT(problems_of(tree), ElementsAre(std::string(kDraft) + ":1:1 unused-file"));
}

TEST(PersonalDataTest, EscapesHideNothing) {
  const CheckCase cases[] = {
      {{{kSampleNotice, "现予公示", "[电话](tel:%313800138000)"}},
       {kNoticeLine + "19:10 mobile-number"}},
      {{{kSampleNotice, "现予公示", "&#49;3800138000"}}, {kNoticeLine + "19:1 mobile-number"}},
  };
  expect_problems(sample_content(), cases);
}

TEST(PersonalDataTest, TheContactBlockHasItsOwnRules) {
  const CheckCase cases[] = {
      {{{kSampleNotice, "0000-1234567", "13800138000"}},
       {kNoticeLine + "11:10 mobile-number-suspect"}},
      {{{kSampleNotice, "0000-1234567", "110101190001010006"}},
       {kNoticeLine + "11:10 resident-id"}},
      {{{kSampleNotice, "0000-1234567", "0351-5550100"}}, {}},
      {{{kSampleNotice, "现予公示", "电话 0351-5550100"}}, {kNoticeLine + "19:4 landline-suspect"}},
      // beside the value, and not in it
      {{{kSampleNotice, "value = \"0000", "hours = \"9时\"  # 13800138000\nvalue = \"0000"}},
       {kNoticeLine + "11:17 mobile-number-suspect"}},
      {{{kSampleNotice, "kind = \"phone\"", "kind = \"phone\"  # 13800138000"}},
       {kNoticeLine + "10:19 mobile-number"}},
      {{{kSampleCampaign, "[[award]]",
         "[[contact]]\noffice = \"甲部\"\nphones = "
         "[\n\"0351-5550100\",\n\"13800138000\"]\n[[award]]"}},
       {std::string(kSampleCampaign) + ":10:2 mobile-number-suspect"}},
      {{{kSampleSite, "[[footer]]", "phone = \"0351-5550100\"\n[[footer]]"}}, {}},
  };
  expect_problems(sample_content(), cases);
}

TEST(PersonalDataTest, NamesAreSearchedAndNotRepeated) {
  SourceTree tree = sample_content();
  const std::string folder = "campaigns/pingxuan/张三13800138000";
  tree.files[folder + "/a.txt"] = "x";
  tree.files[folder + "/b.txt"] = "身份证号110101190001010006";
  Diagnostics problems;
  check_personal_data(tree, Content(), problems);
  EXPECT_THAT(places_and_codes(problems),
              testing::IsSupersetOf({std::string("campaigns/pingxuan:1:1 mobile-number"),
                                     std::string("campaigns/pingxuan:1:1 resident-id")}));
  int in_names = 0;
  for (const Diagnostic& problem : problems) {
    EXPECT_THAT(to_text(problem), Not(HasSubstr("13800138000")));
    if (problem.message.starts_with("文件夹名：")) ++in_names;
  }
  EXPECT_EQ(in_names, 1) << "a folder's name is said once";
}

TEST(PersonalDataTest, ANameAtTheTopStandsAtTheContentFolder) {
  SourceTree tree;
  tree.files["13800138000.txt"] = "";
  Diagnostics problems;
  check_personal_data(tree, Content(), problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].place.file, "content");
  EXPECT_EQ(problems[0].message.rfind("文件名：含有手机号码“138****8000”", 0), 0U);
}

TEST(PersonalDataTest, AForbiddenColumnIsOneProblemWhateverStandsBelow) {
  const std::string line = std::string(kSampleCandidates) + ":1:20 forbidden-column";
  for (const char* cell : {"", "************", "不便公开"}) {
    SourceTree tree = sample_content();
    apply({kSampleCandidates, "unit,post\n", "unit,身份证号\n"}, tree);
    apply({kSampleCandidates, "科长", cell}, tree);
    EXPECT_THAT(problems_of(tree), ElementsAre(line));
  }
  SourceTree tree = sample_content();
  apply({kSampleCandidates, "unit,post\n", "unit,身份证号\n"}, tree);
  apply({kSampleCandidates, "科长", "110101190001010006"}, tree);
  EXPECT_THAT(problems_of(tree),
              ElementsAre(line, std::string(kSampleCandidates) + ":3:23 resident-id"));
  EXPECT_EQ(find_rule("forbidden-column")->level, Level::Error) << "as the loader says it";
}

// A list without its header: the first person's cells are read as names of columns.
TEST(PersonalDataTest, NoMessageRepeatsAValue) {
  SourceTree tree = sample_content();
  tree.files[kSampleCandidates] = "张三,13800138000,110101190001010006\n";
  tree.files[kDraft] = "13800138000 110101190001010006 户籍：山西省太原市桃园北路15号2单元301室";
  for (const Diagnostic& problem : load_and_check(tree).problems) {
    for (const char* value : {"13800138000", "110101190001010006", "桃园北路"}) {
      EXPECT_THAT(problem.message, Not(HasSubstr(value)));
    }
  }
}

TEST(PersonalDataTest, WhatStandsInContactBlocksIsKnown) {
  SourceTree tree = sample_content();
  apply({kSampleNotice, "0000-1234567", "13800138000"}, tree);
  apply({kSampleNotice, "现予公示", "13900139000"}, tree);
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  EXPECT_THAT(digests_of_contacts(tree, content), testing::SizeIs(1));
}

// Each of the offices' own documents as a page of the site.
class SeedPagesTest : public SeedDocuments {
 protected:
  // "89 mobile-number": the errors that checking the document as a page finds, by its own lines.
  std::vector<std::string> errors_in(const std::string& seed) const {
    SourceTree tree = sample_content();
    tree.files["pages/seed.md"] = "# 文件\n" + document(seed);
    std::vector<std::string> errors;
    for (const Diagnostic& problem : load_and_check(tree).problems) {
      if (problem.level != Level::Error) continue;
      errors.push_back(std::to_string(problem.place.line - 1) + " " + problem.code);
    }
    return errors;
  }
};

TEST_F(SeedPagesTest, LeaksAreErrorsAndTheRestIsClean) {
  EXPECT_THAT(errors_in("S0"),
              UnorderedElementsAre("89 mobile-number", "91 mobile-number", "728 forbidden-header"));
  EXPECT_THAT(errors_in("S3"), UnorderedElementsAre("107 mobile-number", "159 forbidden-header"));
  for (const char* seed : {"S1", "S2", "S4"}) EXPECT_THAT(errors_in(seed), IsEmpty()) << seed;
}

}  // namespace
}  // namespace gongshi

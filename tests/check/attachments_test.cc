#include "generator/check/attachments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/variations.h"
#include "tests/scan/sample_documents.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string kFolder = "campaigns/pingxuan/notices/gongshi-2017/attachments/";

Diagnostics check(const std::string& name, const std::string& bytes) {
  SourceTree tree = sample_content();
  tree.files[kFolder + name] = bytes;
  return load_and_check(tree).problems;
}

std::vector<std::string> codes(const std::string& name, const std::string& bytes) {
  std::vector<std::string> found = places_and_codes(check(name, bytes));
  for (std::string& line : found) {
    EXPECT_TRUE(line.starts_with(kFolder + name + ":1:1 ")) << line;
    line = line.substr(line.rfind(' ') + 1);
  }
  return found;
}

std::string message(const std::string& name, const std::string& bytes) {
  const Diagnostics problems = check(name, bytes);
  return problems.empty() ? "" : problems.front().message;
}

// Tag 0x8825 leads to the directory of the position; here it is the one that it stands in.
std::string photo_with_position() {
  const std::string exif = sample_exif({{.tag = 0x8825, .type = 4, .bytes = {0, 0, 0, 8}}});
  return sample_jpeg({{'\xE1', std::string("Exif\0\0", 6) + exif}});
}

TEST(AttachmentsCheckTest, HonestFilesPass) {
  EXPECT_THAT(codes("名单.csv", "姓名,单位\n𬱖,乙局\n"), IsEmpty());
  EXPECT_THAT(codes("form.docx", sample_docx("<w:p><w:r><w:t>推荐表</w:t></w:r></w:p>")),
              IsEmpty());
  EXPECT_THAT(codes("notice.pdf", sample_pdf({"Notice"}, "Office")), IsEmpty());
  EXPECT_THAT(codes("archive.zip", sample_zip({{"a.txt", "文"}})), IsEmpty());
  EXPECT_THAT(codes("没有扩展名", "文"), IsEmpty());
}

TEST(AttachmentsCheckTest, WhatNobodyCanReadIsNotPublished) {
  EXPECT_THAT(codes("旧表.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
              ElementsAre("attachment-unreadable"));
  EXPECT_THAT(codes("表.rtf", "{\\rtf1 x}"), testing::Contains("attachment-unreadable"));
  EXPECT_THAT(codes("坏.docx", "PK\x03\x04"), testing::Contains("attachment-unreadable"));
  EXPECT_THAT(message("旧表.doc", "\xD0\xCF\x11\xE0"), HasSubstr("“旧表.doc”"));
  EXPECT_TRUE(has_errors(check("旧表.doc", "\xD0\xCF\x11\xE0")));
}

TEST(AttachmentsCheckTest, PartsThatNobodyCanReadNeedALook) {
  EXPECT_THAT(codes("scan.pdf", sample_pdf({"Cover", ""}, "")), ElementsAre("attachment-unseen"));
  EXPECT_THAT(codes("locked.zip", sample_zip({{"a.txt", "文"}}, "secret")),
              ElementsAre("attachment-unseen"));
  EXPECT_FALSE(has_errors(check("scan.pdf", sample_pdf({"Cover", ""}, ""))));
}

TEST(AttachmentsCheckTest, AnEndingThatDoesNotFitTheBytes) {
  EXPECT_THAT(codes("表.xls", sample_xlsx({{"一", "", ""}}, {})),
              ElementsAre("attachment-type-mismatch"));
  EXPECT_THAT(codes("表.pdf", "姓名"), ElementsAre("attachment-type-mismatch"));
  EXPECT_THAT(message("表.pdf", "姓名"), HasSubstr("“表.pdf”的内容是 .txt 文件"));
}

TEST(AttachmentsCheckTest, APhotographThatTellsWhereItWasTaken) {
  EXPECT_THAT(codes("合影.jpg", photo_with_position()), ElementsAre("photo-location"));
}

TEST(AttachmentsCheckTest, HiddenSheetsAreSearchedAndNamed) {
  const std::string row =
      R"(<row r="7"><c r="B7" t="inlineStr"><is><t>13800138000</t></is></c></row>)";
  const std::string book = sample_xlsx({{"名单", "", ""}, {"Sheet2", "hidden", row}}, {});
  EXPECT_THAT(codes("表.xlsx", book), ElementsAre("mobile-number"));
  EXPECT_THAT(message("表.xlsx", book), HasSubstr("“Sheet2”"));
  EXPECT_THAT(message("表.xlsx", book), HasSubstr("B7：含有手机号码“138****8000”"));
}

TEST(AttachmentsCheckTest, PropertiesLinksAndMembersAreSearched) {
  EXPECT_THAT(codes("a.pdf", sample_pdf({"x"}, "13800138000")), ElementsAre("mobile-number"));
  EXPECT_THAT(codes("a.html", "<!doctype html><a href='tel:%313800138000'>电话</a>"),
              ElementsAre("mobile-number"));
  EXPECT_THAT(codes("a.html", "<!doctype html><!-- &#49;3800138000 -->"),
              ElementsAre("mobile-number"));
  EXPECT_THAT(codes("a.zip", sample_zip({{"13800138000.txt", "x"}})), ElementsAre("mobile-number"));
  EXPECT_THAT(codes("gbk.csv",
                    "\xCA\xD6\xBB\xFA\xA3\xBA"
                    "13800138000"),
              ElementsAre("mobile-number"));
}

TEST(AttachmentsCheckTest, AHeaderOfATableIsEnough) {
  EXPECT_THAT(codes("名单.csv", "姓名,身份证号\n张三,\n"), ElementsAre("forbidden-header"));
}

// The file's name is printed nowhere when it is the leak.
TEST(AttachmentsCheckTest, ANameThatTellsTooMuchIsNotRepeated) {
  for (const std::string& bytes : {std::string("x"), std::string("{\\rtf1"), std::string("%PDF-"),
                                   std::string("电话 13900139000")}) {
    for (const Diagnostic& problem : check("张三13800138000.csv", bytes)) {
      EXPECT_THAT(to_text(problem), Not(HasSubstr("13800138000")));
      EXPECT_THAT(to_text(problem), Not(HasSubstr("13900139000")));
    }
  }
}

}  // namespace
}  // namespace gongshi

// Every test hides invented numbers in a document and asks where they are found.
#include "generator/scan/document_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "generator/scan/scanner.h"
#include "tests/scan/sample_documents.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> found_in(const std::string& name, const std::string& bytes) {
  std::vector<std::string> found;
  const auto document = document_text(name, bytes);
  if (!document) {
    ADD_FAILURE() << document.error().message;
    return found;
  }
  for (const TextPart& part : document->parts) {
    for (const Finding& finding : scan_text(part.text, Zone::Page)) {
      found.push_back(locus_at(part, finding.offset) + ": " + finding.masked);
    }
  }
  return found;
}

std::vector<std::string> remarks_on(const std::string& name, const std::string& bytes) {
  std::vector<std::string> remarks;
  const auto document = document_text(name, bytes);
  if (!document) return {document.error().message};
  for (const Remark& remark : document->remarks) {
    remarks.push_back(remark.locus + ": " + remark.sentence);
  }
  return remarks;
}

TEST(DocumentTextTest, TheNameOfTheFileIsPublicToo) {
  EXPECT_THAT(found_in("张某13800138000.txt", ""), ElementsAre("文件名: 138****8000"));
}

TEST(DocumentTextTest, PlainTextInTheEncodingsOfChina) {
  const std::string gbk = "\xC1\xAA\xCF\xB5\xB5\xE7\xBB\xB0,\xB1\xB8\xD7\xA2\n";  // 联系电话,备注
  EXPECT_THAT(found_in("a.csv", gbk), ElementsAre("全文: “联系电话”"));
  EXPECT_THAT(found_in("a.csv", "\xEF\xBB\xBF联系电话,备注\n"), ElementsAre("全文: “联系电话”"));
  const std::string utf16(
      "\xFF\xFE"
      "1\0"
      "3\0"
      "8\0"
      "0\0"
      "0\0"
      "1\0"
      "3\0"
      "8\0"
      "0\0"
      "0\0"
      "0\0",
      24);
  EXPECT_THAT(found_in("a.txt", utf16), ElementsAre("全文: 138****8000"));
}

TEST(DocumentTextTest, HtmlIsReadAsItReads) {
  EXPECT_THAT(found_in("a.html",
                       "<p>138<b>0013</b>&#56;000</p><!-- 13900139000 -->"
                       "<a href='tel:13700137000'>x</a>"
                       "<table><tr><th>姓名</th><th>身份证号</th></tr></table>"),
              ElementsAre("网页文字: 138****8000", "网页文字: “身份证号”",
                          "网页链接和属性: 137****7000", "网页注释: 139****9000"));
}

TEST(DocumentTextTest, WordDocumentsToTheLastCorner) {
  const std::string body =
      "<w:p><w:r><w:t>138</w:t></w:r><w:r><w:t>00138000</w:t></w:r></w:p>"
      "<w:p><w:del><w:r><w:delText>13900139000</w:delText></w:r></w:del></w:p>"
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc>"
      "<w:tc><w:p><w:r><w:t>身份证号</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  const SampleMembers more = {
      {"word/comments.xml", "<c><comment><p><t>13700137000</t></p></comment></c>"},
      {"word/_rels/document.xml.rels", "<R><r Target='mailto:13600136000@qq.com'/></R>"},
      {"docProps/core.xml", "<p xmlns:dc='dc'><dc:creator>张某13500135000</dc:creator></p>"}};
  EXPECT_THAT(found_in("a.docx", sample_docx(body, more)),
              ElementsAre("正文: 138****8000", "正文: 139****9000", "正文: “身份证号”",
                          "批注: 137****7000", "word/_rels/document.xml.rels: 136****6000",
                          "docProps/core.xml creator: 135****5000"));
}

TEST(DocumentTextTest, ABlankFormIsNoTable) {
  const std::string cell = "<w:tc><w:p/></w:tc>";
  const auto label = [](const std::string& text) {
    return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
  };
  EXPECT_THAT(found_in("a.docx", sample_docx("<w:tbl><w:tr>" + label("籍贯") + cell +
                                             label("户籍地") + cell + "</w:tr></w:tbl>")),
              IsEmpty());
}

TEST(DocumentTextTest, HiddenSheetsCommentsAndForgottenStrings) {
  const std::string visible =
      "<row><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
      "<row><c r='A2' t='s'><v>2</v></c><c r='B2'/></row>";
  const std::string hidden =
      "<row><c r='B7'><v>13800138000</v></c></row>"
      "<row><c r='B8'><v>1.3900139E+10</v></c>"
      "<c r='C8' t='inlineStr'><is><t>13700137000</t></is></c></row>";
  const SampleMembers more = {
      {"xl/comments1.xml",
       "<comments><commentList><comment ref='D4'><text><t>13600136000</t></text></comment>"
       "</commentList></comments>"},
      {"xl/pivotCache/pivotCacheRecords1.xml", "<r><s v='13500135000'/></r>"}};
  const std::string xlsx = sample_xlsx({{"名单", "", visible}, {"Sheet2", "veryHidden", hidden}},
                                       {"姓名", "身份证号", "张某", "13400134000"}, more);
  EXPECT_THAT(found_in("a.xlsx", xlsx),
              ElementsAre("工作表“名单” B1: “身份证号”", "工作表“Sheet2”（隐藏） B7: 138****8000",
                          "工作表“Sheet2”（隐藏） B8: 139****9000",
                          "工作表“Sheet2”（隐藏） C8: 137****7000", "批注 D4: 136****6000",
                          "表中已不显示的文字: 134****4000",
                          "xl/pivotCache/pivotCacheRecords1.xml: 135****5000"));
}

TEST(DocumentTextTest, OfdIsReadLikeTheOthers) {
  const std::string ofd = sample_zip(
      {{"OFD.xml", "<ofd:OFD xmlns:ofd='o'><ofd:Author>13900139000</ofd:Author></ofd:OFD>"},
       {"Doc_0/Pages/Page_0/Content.xml",
        "<Page><TextObject><TextCode>138</TextCode><TextCode>00138000</TextCode></TextObject>"
        "<TextObject><TextCode>5</TextCode></TextObject></Page>"}});
  EXPECT_THAT(found_in("a.ofd", ofd),
              ElementsAre("OFD.xml: 139****9000", "Doc_0/Pages/Page_0/Content.xml: 138****8000"));
}

TEST(DocumentTextTest, ArchivesInArchives) {
  const std::string inner = sample_zip({{"a.docx", sample_docx("<p><t>13800138000</t></p>")}});
  const std::string outer = sample_zip({{"b.zip", inner}, {"13900139000.txt", "x"}});
  EXPECT_THAT(found_in("c.zip", outer),
              ElementsAre("压缩包内“b.zip” 压缩包内“a.docx” 正文: 138****8000",
                          "压缩包内“13900139000.txt” 文件名: 139****9000"));
}

TEST(DocumentTextTest, PdfPagesAndProperties) {
  const std::string pdf = sample_pdf({"first page", "13800138000", ""}, "13900139000");
  EXPECT_THAT(found_in("a.pdf", pdf),
              ElementsAre("第2页: 138****8000", "PDF 属性 Author: 139****9000"));
  EXPECT_THAT(remarks_on("a.pdf", pdf), ElementsAre(HasSubstr("第3页: 这一页没有文字")));
}

TEST(DocumentTextTest, PicturesTellMoreThanTheyShow) {
  const std::string exif =
      std::string("Exif\0\0", 6) + sample_exif({{0x013B, 2, std::string("13800138000\0", 12)},
                                                {0x8825, 4, {'\0', '\0', '\0', '\x08'}}});
  const std::string jpeg = sample_jpeg(
      {{'\xE1', exif},
       {'\xFE', "13900139000"},
       {'\xE1', std::string("http://ns.adobe.com/xap/1.0/\0", 29) + "<x>13700137000</x>"}});
  EXPECT_THAT(found_in("a.jpg", jpeg), ElementsAre("EXIF Artist: 138****8000",
                                                   "JPEG 注释: 139****9000", "XMP: 137****7000"));
  EXPECT_THAT(remarks_on("a.jpg", jpeg), ElementsAre(HasSubstr("GPS")));

  const std::string png = sample_png({{"tEXt", std::string("Author\0", 7) + "13800138000"},
                                      {"iTXt", std::string("XML\0\0\0\0\0", 8) + "13900139000"},
                                      {"zTXt", "Comment"}});
  EXPECT_THAT(found_in("a.png", png),
              ElementsAre("PNG Author: 138****8000", "PNG XML: 139****9000"));
  EXPECT_THAT(remarks_on("a.png", png), ElementsAre(HasSubstr("zTXt")));
}

TEST(DocumentTextTest, PicturesInsideDocuments) {
  const std::string jpeg = sample_jpeg({{'\xFE', "13900139000"}});
  EXPECT_THAT(found_in("a.docx", sample_docx("", {{"word/media/image1.jpeg", jpeg}})),
              ElementsAre("word/media/image1.jpeg JPEG 注释: 139****9000"));
}

TEST(DocumentTextTest, WhatCannotBeReadIsSaidAndNamed) {
  struct Case {
    const char* name;
    std::string bytes;
    const char* way_out;
  };
  const Case cases[] = {{"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "另存为"},
                        {"a.rtf", "{\\rtf1 13800138000}", "另存为"},
                        {"a.rar", std::string("Rar!\x1A\x07\0", 7), "ZIP"},
                        {"a.gif", std::string("GIF89a\1\0", 8), "PNG"},
                        {"a.tif", std::string("MM\0*", 4), "PNG"},
                        {"a.bin", std::string("\0\1\2\3", 4), "改用"},
                        {"a.txt", "\x81", "改用"},
                        {"a.zip", "PK\x03\x04 broken", "重新生成"},
                        {"a.pdf", "%PDF-1.4 broken", "重新生成"}};
  for (const Case& c : cases) {
    const auto document = document_text(c.name, c.bytes);
    ASSERT_FALSE(document) << c.name;
    EXPECT_EQ(document.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(document.error().message, AllOf(HasSubstr(c.name), HasSubstr(c.way_out)));
  }
}

TEST(DocumentTextTest, AMemberThatCannotBeReadIsARemark) {
  EXPECT_THAT(remarks_on("a.zip", sample_zip({{"b.txt", "13800138000"}}, "secret")),
              ElementsAre(HasSubstr("b.txt")));
  EXPECT_THAT(remarks_on("a.zip", sample_zip({{"b.rar", "Rar!\x1A\x07\x01"}})),
              ElementsAre(HasSubstr("RAR")));
  EXPECT_THAT(remarks_on("a.docx", sample_docx("", {{"word/vbaProject.bin", "\xD0\xCF\x11\xE0"}})),
              ElementsAre(HasSubstr("word/vbaProject.bin")));
  for (const char* name : {"word/header1.xml", "docProps/core.xml", "xl/comments1.xml"}) {
    EXPECT_THAT(remarks_on("a.docx", sample_docx("", {{name, "<broken"}})),
                ElementsAre(HasSubstr(name)));
  }
  EXPECT_THAT(remarks_on("a.xlsx", sample_xlsx({{"名单", "", "<broken"}}, {"x"})),
              ElementsAre(HasSubstr("xl/worksheets/sheet1.xml")));
}

TEST(DocumentTextTest, UnfoldsNoMoreThanItsLimits) {
  const std::string bomb = sample_zip({{"a.txt", std::string(1'000'000, 'x')}});
  ASSERT_LT(bomb.size(), 10'000U);
  EXPECT_TRUE(document_text("a.zip", bomb, {.unfolded_bytes = 1'000'000}));
  const auto refused = document_text("a.zip", bomb, {.unfolded_bytes = 999'999});
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("过大"));

  EXPECT_FALSE(document_text("a.zip", sample_zip({{"a", "x"}, {"b", "x"}}), {.members = 1}));
  EXPECT_FALSE(document_text("a.pdf", sample_pdf({"a", "b"}, ""), {.pages = 1}));

  // The limits hold for all nested archives together.
  const std::string twice = sample_zip({{"1.zip", bomb}, {"2.zip", bomb}});
  EXPECT_FALSE(document_text("a.zip", twice, {.unfolded_bytes = 1'500'000}));

  std::string deep = sample_zip({{"x.txt", "13800138000"}});
  for (int i = 0; i < 6; ++i) deep = sample_zip({{"x.zip", deep}});
  EXPECT_THAT(remarks_on("a.zip", deep), Contains(HasSubstr("套得太深")));
}

}  // namespace
}  // namespace gongshi

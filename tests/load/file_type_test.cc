#include "generator/load/file_type.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

// The ends of an archive: what a reader of signatures sees of it.
std::string archive(const std::string& first, const std::string& members) {
  const auto size = static_cast<char>(members.size());
  return "PK\x03\x04" + first + members + "PK\x05\x06" + std::string(8, '\0') +
         std::string({size, 0, 0, 0}) + std::string(6, '\0');
}

TEST(FileTypeTest, BytesDecide) {
  const std::pair<std::string, FileType> cases[] = {
      {"%PDF-1.7\n", FileType::Pdf},
      {"\xEF\xBB\xBF\n%PDF-1.4", FileType::Pdf},
      {"\xFF\xD8\xFF\xE0", FileType::Jpeg},
      {"\x89PNG\r\n\x1A\n", FileType::Png},
      {archive("", "a.txt"), FileType::Zip},
      {archive("", "[Content_Types].xml word/document.xml"), FileType::Document},
      {archive("", "xl/workbook.xml"), FileType::Workbook},
      {archive("", "ppt/presentation.xml"), FileType::Slides},
      {archive("", "OFD.xml"), FileType::Ofd},
      {archive("mimetypeapplication/vnd.oasis.opendocument.text", "mimetype"),
       FileType::OpenDocument},
      {archive("word/document.xml", "inner.docx"), FileType::Zip},  // a document inside an archive
      {"PK\x03\x04 cut off", FileType::Zip},
      {"PK\x05\x06", FileType::Zip},
      {"姓名,单位\n", FileType::Text},
      {"\xD0\xD5\xC3\xFB,\xB5\xA5\xCE\xBB\r\n", FileType::Text},  // GB18030
      {std::string("\xFF\xFE") + std::string("a\0b\0", 4), FileType::Text},
      {"", FileType::Text},
      {"<!DOCTYPE HTML>", FileType::Html},
      {"\n<HTML lang=zh>", FileType::Html},
      {"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", FileType::Text},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileType::Unknown},
      {std::string("\0\1\2", 3), FileType::Unknown},
  };
  for (const auto& [bytes, type] : cases) EXPECT_EQ(file_type_of(bytes), type) << bytes;
}

TEST(FileTypeTest, ANameIsAClaim) {
  struct Case {
    FileType type;
    const char* name;
    bool well;
  };
  const Case cases[] = {
      {FileType::Pdf, "表.pdf", true},          {FileType::Pdf, "表.PDF", true},
      {FileType::Pdf, "表.pdf.docx", false},    {FileType::Pdf, "表.doc", false},
      {FileType::Workbook, "表.xlsx", true},    {FileType::Workbook, "表.xls", false},
      {FileType::Document, "表.doc", false},    {FileType::Zip, "表.docx", false},
      {FileType::Jpeg, "照.jpeg", true},        {FileType::Jpeg, "照.jp", false},
      {FileType::Text, "表.csv", true},         {FileType::Text, "表.pdf", false},
      {FileType::Html, "页.htm", true},         {FileType::Html, "页.txt", false},
      {FileType::OpenDocument, "表.ods", true}, {FileType::Text, "没有扩展名", true},
      {FileType::Unknown, "表.pdf", true},      {FileType::Text, "表.pdf.", false},
  };
  for (const Case& c : cases) EXPECT_EQ(is_called_well(c.type, c.name), c.well) << c.name;
}

TEST(FileTypeTest, EachTypeIsCalledWellByItsOwnEnding) {
  for (const FileType type :
       {FileType::Pdf, FileType::Document, FileType::Workbook, FileType::Slides, FileType::Ofd,
        FileType::OpenDocument, FileType::Zip, FileType::Jpeg, FileType::Png, FileType::Html,
        FileType::Text}) {
    EXPECT_TRUE(is_called_well(type, "x." + std::string(to_text(type)))) << to_text(type);
  }
  EXPECT_EQ(to_text(FileType::Unknown), "");
}

}  // namespace
}  // namespace gongshi

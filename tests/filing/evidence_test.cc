#include "intake/filing/evidence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "generator/notice/utf8.h"
#include "intake/filing/limits.h"
#include "tests/filing/sample_evidence.h"

namespace gongshi {
namespace {

using Judgement = tl::expected<EvidenceType, EvidenceFault>;

Judgement judge(std::string_view bytes, std::size_t step = std::string_view::npos) {
  EvidenceInspector inspector;
  while (!bytes.empty()) {
    const std::string_view front = bytes.substr(0, step);
    inspector.add(front);
    bytes.remove_prefix(front.size());
  }
  return inspector.judge();
}

std::string words(const Judgement& judgement) {
  return std::string(judgement ? to_text(*judgement) : code_of(judgement.error()));
}

std::string film(std::string_view brand) {
  return std::string(
             "\0\0\0\x18"
             "ftyp",
             8)
      .append(brand)
      .append(
          "\0\0\0\0isomiso2\0\0\0\x08"
          "mdat",
          20);
}

std::string utf16(std::u16string_view text, bool low_first) {
  std::string bytes;
  std::u16string units = u"\xFEFF";
  units += text;
  for (const char16_t unit : units) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += low_first ? low : high;
    bytes += low_first ? high : low;
  }
  return bytes;
}

struct Example {
  const char* what;
  std::string bytes;
  const char* words;  // the type, or the fault's code
};

const std::vector<Example>& examples() {
  static const std::string compound = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  static const std::vector<Example> table = {
      {"PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n\0" + std::string(1, '\0') + "%%EOF\n", "pdf"},
      {"PDF after a line end", "\r\n%PDF-1.4\n", "pdf"},
      {"JPEG", std::string("\xFF\xD8\xFF\xE0\0\x10JFIF\0", 11), "jpg"},
      {"PNG", sample_png(), "png"},
      {"WebP", std::string("RIFF\x24\0\0\0WEBPVP8 ", 16), "webp"},
      {"HEIC of a telephone", film("heic"), "heic"},
      {"HEIF", film("mif1"), "heic"},
      {"MP3 with a tag", std::string("ID3\x04\0\0\0\0\0\0", 10), "mp3"},
      {"MP3 from its first frame", std::string("\xFF\xFB\x90\x64\0\0", 6), "mp3"},
      {"M4A", film("M4A "), "m4a"},
      {"MP4", film("isom"), "mp4"},
      {"MP4 of a recorder", film("mp42"), "mp4"},
      {"DOCX", sample_archive({"[Content_Types].xml", "_rels/.rels", "word/document.xml"}), "docx"},
      {"XLSX", sample_archive({"[Content_Types].xml", "xl/workbook.xml"}), "xlsx"},
      {"OFD", sample_archive({"OFD.xml", "Doc_0/Document.xml"}), "ofd"},
      {"text", "某月某日，某处。\r\n\t第二行\n", "txt"},
      {"text in GB18030", "\xC4\xB3\xD4\xC2\xC4\xB3\xC8\xD5", "txt"},
      {"text in UTF-16", utf16(u"某月某日，ab\r\n", true), "txt"},
      {"text in UTF-16, high byte first", utf16(u"某月某日，ab\r\n", false), "txt"},
      {"one character", "x", "txt"},

      {"nothing", "", "empty"},
      {"a program for Windows", std::string("MZ\x90\0\x03\0", 6), "wrong_type"},
      {"a program for Linux",
       std::string("\x7F"
                   "ELF\x02\x01\x01\0",
                   8),
       "wrong_type"},
      {"a program with a PDF inside", std::string("MZ\x90\0\x03\0", 6) + "%PDF-1.7\n",
       "wrong_type"},
      {"a picture with a PDF behind", sample_png() + "%PDF-1.7\n", "png"},
      {"a PDF with an archive behind", "%PDF-1.7\n" + sample_archive({"word/document.xml"}), "pdf"},
      {"GIF", std::string("GIF89a\x01\0\x01\0", 10), "wrong_type"},
      {"TIFF", std::string("II*\0\x08\0\0\0", 8), "wrong_type"},
      {"AVI", std::string("RIFF\x24\0\0\0AVI LIST", 16), "wrong_type"},
      {"AVIF", film("avif"), "wrong_type"},
      {"QuickTime", film("qt  "), "wrong_type"},
      {"a brand that is no brand", film("|M4A"), "wrong_type"},
      {"a film cut off in its first box", film("isom").substr(0, 11), "wrong_type"},
      {"an archive of anything", sample_archive({"a.txt", "b.exe"}), "wrong_type"},
      {"slides", sample_archive({"ppt/presentation.xml"}), "wrong_type"},
      {"a document with macros", sample_archive({"word/document.xml", "word/vbaProject.bin"}),
       "wrong_type"},
      {"Word before 2007", compound + std::string(2000, '\0'), "wrong_type"},
      {"a document under a password",
       compound + std::string(1016, '\0') +
           std::string("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32),
       "protected"},
      {"text with a NUL at its end", std::string(200'000, 'x') + '\0', "wrong_type"},
      {"UTF-16 with a control character", utf16(u"abc\x0001", true), "wrong_type"},
      {"UTF-16 that lacks a byte", utf16(u"abc", true).substr(0, 5), "wrong_type"},
  };
  return table;
}

TEST(EvidenceTest, BytesTellTheTypeHoweverTheyCome) {
  for (const Example& example : examples()) {
    EXPECT_EQ(words(judge(example.bytes)), example.words) << example.what;
    EXPECT_EQ(words(judge(example.bytes, 1)), example.words) << example.what << ", byte by byte";
    EXPECT_EQ(words(judge(example.bytes, 7)), example.words) << example.what << ", by sevens";
  }
}

TEST(EvidenceTest, AnArchiveThatIsCutOffIsDamaged) {
  const std::string whole = sample_archive({"[Content_Types].xml", "word/document.xml"});
  for (std::size_t size = 4; size < whole.size(); ++size) {
    EXPECT_EQ(words(judge(whole.substr(0, size))), "damaged") << size;
  }
}

TEST(EvidenceTest, ALargeDocumentIsToldByBothItsEnds) {
  std::vector<std::string> names = {"OFD.xml"};
  for (int i = 0; i < 3000; ++i) names.push_back("Doc_0/Pages/Page_" + std::to_string(i) + ".xml");
  EXPECT_EQ(words(judge(sample_archive(names))), "ofd");
  std::vector<std::string> last(names.rbegin(), names.rend());
  EXPECT_EQ(words(judge(sample_archive(last))), "ofd");
}

TEST(EvidenceTest, AFileMayBeAsBigAsTheLimit) {
  EXPECT_EQ(words(judge(std::string(kEvidenceBytesMax, 'x'))), "txt");
  EXPECT_EQ(words(judge(std::string(kEvidenceBytesMax + 1, 'x'))), "too_big");
}

TEST(EvidenceTest, EveryTypeHasItsWords) {
  for (const EvidenceType type : kAllEvidenceTypes) {
    EXPECT_EQ(parse_evidence_type(to_text(type)), type);
    EXPECT_NE(media_type(type).find('/'), std::string_view::npos) << to_text(type);
    EXPECT_EQ(evidence_name("证据", type), "证据." + std::string(to_text(type)));
  }
  EXPECT_FALSE(parse_evidence_type(""));
  EXPECT_FALSE(parse_evidence_type("PDF"));
}

TEST(EvidenceTest, NamesAreKeptForPeopleAndNeverArePaths) {
  struct Name {
    const char* sent;
    EvidenceType type;
    const char* kept;
  };
  const Name table[] = {
      {"照片.jpg", EvidenceType::Jpeg, "照片.jpg"},
      {"照片.JPEG", EvidenceType::Jpeg, "照片.JPEG"},
      {"كشف 𬱖.pdf", EvidenceType::Pdf, "كشف 𬱖.pdf"},
      {"a.tar.pdf", EvidenceType::Pdf, "a.tar.pdf"},
      {"照片.exe", EvidenceType::Jpeg, "照片.exe.jpg"},
      {"照片", EvidenceType::Png, "照片.png"},
      {"录音.m4a", EvidenceType::Mp4, "录音.m4a"},
      {"run.bat", EvidenceType::Text, "run.bat.txt"},
      {"../../etc/passwd", EvidenceType::Text, "passwd.txt"},
      {"C:\\照片\\一.jpg", EvidenceType::Jpeg, "一.jpg"},
      {"/", EvidenceType::Pdf, "附件.pdf"},
      {"..", EvidenceType::Pdf, "附件.pdf"},
      {".pdf", EvidenceType::Pdf, "pdf.pdf"},
      {"", EvidenceType::Pdf, "附件.pdf"},
      {"a\nb\x7F\x1B[2J.pdf", EvidenceType::Pdf, "ab[2J.pdf"},
      {"gpj.\u202Etxt.jpg", EvidenceType::Jpeg, "gpj.txt.jpg"},
      {"a:b*?\"<>|.pdf", EvidenceType::Pdf, "ab.pdf"},
      {" a .pdf. ", EvidenceType::Pdf, "a .pdf"},
      {"\xC4\xFA.pdf", EvidenceType::Pdf, "附件.pdf"},  // no UTF-8
  };
  for (const Name& name : table) {
    EXPECT_EQ(evidence_name(name.sent, name.type), name.kept) << name.sent;
  }
}

TEST(EvidenceTest, LongNamesAreCutBetweenCharactersAndKeepTheirEnding) {
  std::string stem;
  for (std::size_t i = 0; i < kEvidenceNameLengthMax; ++i) stem += "𬱖";
  const std::string kept = evidence_name(stem + ".pdf", EvidenceType::Pdf);
  EXPECT_EQ(count_code_points(kept), kEvidenceNameLengthMax);
  EXPECT_TRUE(kept.ends_with("𬱖.pdf"));
  const std::string fitting = stem.substr(0, 4 * (kEvidenceNameLengthMax - 4)) + ".pdf";
  EXPECT_EQ(evidence_name(fitting, EvidenceType::Pdf), fitting);
  EXPECT_EQ(count_code_points(printable_name(stem + ".exe")), kEvidenceNameLengthMax);
  EXPECT_EQ(printable_name("照片\n.exe"), "照片.exe");
}

}  // namespace
}  // namespace gongshi

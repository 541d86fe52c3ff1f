#include "generator/load/attachments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kFolder = "campaigns/pingxuan/notices/gongshi-2017/attachments/";
const std::string kLine = std::string(kSampleNotice) + ":";

SourceTree with_attachments(const std::string& tables) {
  SourceTree tree = sample_content();
  tree.files[kFolder + "名单.csv"] = "姓名\n𬱖\n";
  tree.files[kFolder + "form.pdf"] = "%PDF-1.7";
  apply({kSampleNotice, "[[review]]", tables + "[[review]]"}, tree);
  return tree;
}

std::vector<std::string> problems_of(const SourceTree& tree) {
  Diagnostics problems;
  load_content(tree, problems);
  return places_and_codes(problems);
}

TEST(AttachmentsTest, TitledOnesComeFirstAndTheRestByName) {
  SourceTree tree = with_attachments("[[attachment]]\nfile = \"名单.csv\"\ntitle = \"候选名单\"\n");
  tree.files[kFolder + "a b.txt"] = "";
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  EXPECT_THAT(places_and_codes(problems), IsEmpty());
  const auto& attachments = content.notices.at(0).attachments;
  ASSERT_EQ(attachments.size(), 3U);
  EXPECT_EQ(attachments[0].file, "名单.csv");
  EXPECT_EQ(attachments[0].title, "候选名单");
  EXPECT_EQ(attachments[0].bytes, "姓名\n𬱖\n");
  EXPECT_EQ(attachments[0].type, FileType::Text);
  EXPECT_EQ(attachments[0].place.file, "content/" + kFolder + "名单.csv");
  EXPECT_EQ(attachments[1].file, "a b.txt");
  EXPECT_EQ(attachments[1].title, "a b.txt");
  EXPECT_EQ(attachments[2].type, FileType::Pdf);
}

TEST(AttachmentsTest, ATableIsAboutOneFileThatIsThere) {
  const std::string good = "[[attachment]]\nfile = \"form.pdf\"\ntitle = \"表\"\n";
  EXPECT_THAT(problems_of(with_attachments(good)), IsEmpty());
  EXPECT_THAT(problems_of(with_attachments(good + good)), ElementsAre(kLine + "19:8 duplicate-id"));
  EXPECT_THAT(
      problems_of(with_attachments("[[attachment]]\nfile = \"from.pdf\"\ntitle = \"表\"\n")),
      ElementsAre(kLine + "16:8 unknown-reference"));
  EXPECT_THAT(problems_of(with_attachments("[[attachment]]\nfile = \"form.pdf\"\n")),
              ElementsAre(kLine + "15:1 missing-key"));
  EXPECT_THAT(problems_of(with_attachments("[[attachment]]\ntitle = \"表\"\nname = 1\n")),
              ElementsAre(kLine + "15:1 missing-key", kLine + "17:1 unknown-key"));
  SourceTree none = with_attachments(good);
  none.files.erase(kFolder + "form.pdf");
  none.files.erase(kFolder + "名单.csv");
  EXPECT_THAT(problems_of(none), ElementsAre(kLine + "16:8 unknown-reference"));
}

TEST(AttachmentsTest, AFolderInsideIsNotPublished) {
  SourceTree tree = sample_content();
  tree.files[kFolder + "old/名单.csv"] = "x";
  EXPECT_THAT(problems_of(tree), ElementsAre(kFolder + "old/名单.csv:1:1 unused-file"));
}

TEST(AttachmentsTest, NamesThatEverySystemCanSave) {
  for (const std::string& name :
       {std::string("form.pdf"), std::string("附件1：汇总表（2017）.xlsx"), std::string("a b.txt"),
        std::string("ئۇيغۇر.docx"), std::string("མིང.pdf"), std::string("𬱖〇①.txt"),
        std::string("no ending"), std::string("a.b.c"), std::string("50%.csv"),
        std::string("é\u00A0é.txt"), std::string(kAttachmentNameBytesMax, 'a')}) {
    EXPECT_EQ(wrong_in_attachment_name(name), "") << name;
  }
}

TEST(AttachmentsTest, NamesThatSomeSystemRefuses) {
  for (const std::string& name : {std::string(),
                                  std::string(".htaccess"),
                                  std::string("a."),
                                  std::string(" a.txt"),
                                  std::string("a.txt "),
                                  std::string("a.txt\u3000"),
                                  std::string("a<b.txt"),
                                  std::string("a>b.txt"),
                                  std::string("1:2.txt"),
                                  std::string("\"a\".txt"),
                                  std::string("a|b.txt"),
                                  std::string("a?.txt"),
                                  std::string("*.txt"),
                                  std::string("a\\b.txt"),
                                  std::string("a\nb.txt"),
                                  std::string("a\tb.txt"),
                                  std::string("a\x7F.txt"),
                                  std::string("a\u0085.txt"),
                                  std::string("表\u202Efdp.exe"),
                                  std::string("a\u200B.txt"),
                                  std::string("\uFEFFa.txt"),
                                  std::string("\xFF.txt"),
                                  std::string("\xC0\xAF.txt"),
                                  std::string(kAttachmentNameBytesMax + 1, 'a')}) {
    EXPECT_NE(wrong_in_attachment_name(name), "") << testing::PrintToString(name);
  }
  SourceTree tree = sample_content();
  tree.files[kFolder + "a?.txt"] = "x";
  EXPECT_THAT(problems_of(tree), ElementsAre(kFolder + "a?.txt:1:1 attachment-name"));
}

}  // namespace
}  // namespace gongshi

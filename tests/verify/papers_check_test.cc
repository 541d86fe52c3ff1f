#include "intake/verify/papers_check.h"

#include <gmock/gmock.h>

#include "intake/package/paper_names.h"
#include "intake/package/zip_package.h"
#include "tests/papers/sample_office.h"
#include "tests/verify/sample_public_log.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// One package for all tests: making it opens a register.
class PapersCheckTest : public testing::Test {
 protected:
  static SampleOffice& office() {
    static SampleOffice office;
    return office;
  }
  static const std::string& zip() {
    static const std::string bytes = office().papers().value();
    return bytes;
  }
  static std::string check(const std::string& bytes) {
    const Verdict verdict = check_papers(bytes, office().key(), nullptr);
    return (verdict.holds ? "holds\n" : "") + text_of(verdict);
  }
  // The package with `alter` done to its files and a list of digests that fits them.
  static std::string made_anew(const std::function<void(PaperFiles&)>& alter) {
    PaperFiles files = unpack(zip()).value();
    files.erase(std::string(kHashListName));
    alter(files);
    files.emplace(kHashListName, hash_list(files));
    return pack(files, office().record().closed_at).value();
  }
};

TEST_F(PapersCheckTest, WhatTheDeskWroteHolds) {
  EXPECT_THAT(check(zip()), AllOf(HasSubstr("holds"), HasSubstr("10 个文件都与摘要清单一致"),
                                  HasSubstr("公示原件就是办结记录所指的那一页，连同 1 个附件"),
                                  HasSubstr("的第 4 条登记了这份办结记录（2017-06-29）"),
                                  HasSubstr("收到异议 2 件，各项合计相符"),
                                  HasSubstr("没有取公布的日志"), Not(HasSubstr("没有与日志核对"))));
}

TEST_F(PapersCheckTest, TheWholeLogIsComparedWhenItIsThere) {
  const auto log = ReplayedLog::fetch(
      [](std::string_view path) {
        constexpr std::string_view kTiles = "tile/";
        return path.starts_with(kTiles) ? office().reg().tile(path.substr(kTiles.size()))
                                        : office().reg().checkpoint();
      },
      office().key());
  ASSERT_TRUE(log) << log.error().message;
  const Verdict verdict = check_papers(zip(), office().key(), &*log);
  EXPECT_TRUE(verdict.holds) << text_of(verdict);
  EXPECT_THAT(text_of(verdict), AllOf(HasSubstr("日志里登记了这份记录"), Not(HasSubstr("没有取"))));
}

TEST_F(PapersCheckTest, AnyFlippedByteIsRefused) {
  // Every byte of the frame and of the record, every 97th of the rest: a style sheet is long.
  const std::size_t record = zip().find("notice = \"sample-notice\"");
  ASSERT_NE(record, std::string::npos);
  for (std::size_t at = 0; at < zip().size(); ++at) {
    const bool framed = at < 200 || record < at + 300 || zip().size() < at + 3000;
    if (!framed && at % 97 != 0) continue;
    if (framed && at % 3 != 0) continue;
    std::string altered = zip();
    altered[at] = static_cast<char>(altered[at] ^ 0x20);
    EXPECT_FALSE(check_papers(altered, office().key(), nullptr).holds) << "byte " << at;
  }
}

struct Forgery {
  std::function<void(PaperFiles&)> alter;
  const char* says;
};

// Whoever can write the list of digests anew can forge what the log does not attest, no more.
TEST_F(PapersCheckTest, NoForgeryWithAFittingListHolds) {
  const std::string page = std::string(kOriginalFolder) + kSamplePage;
  const std::string attachment = std::string(kOriginalFolder) + kSampleAttachment;
  const Forgery kForgeries[] = {
      {[&](PaperFiles& files) { files[page] += " "; }, "不是公示期间的那一页"},
      {[&](PaperFiles& files) { files.erase(page); }, "不是公示期间的那一页"},
      {[&](PaperFiles& files) { files[attachment] = "换过"; }, "附件被换过"},
      {[](PaperFiles& files) { files[std::string(kClosingRecordName)] += "# 改过\n"; },
       "登记的不是这份办结记录"},
      {[](PaperFiles& files) { files[std::string(kClosingRecordName)] = "x = 1\n"; },
       "办结记录读不懂"},
      {[](PaperFiles& files) { files[std::string(kClosingCheckpointName)] += "\n"; },
       "不是办结记录里的检查点"},
      {[](PaperFiles& files) { files[std::string(kClosingProofName)] = ""; }, "办结证明的写法不对"},
      {[](PaperFiles& files) {
         std::string& proof = files[std::string(kClosingProofName)];
         proof.replace(proof.find("index 4"), 7, "index 3");
       },
       "办结证明不成立"},
      {[](PaperFiles& files) {
         files[std::string(kClosingProofName)] =
             office().reg().proof(office().reg().list(std::nullopt)->front()).value();
       },
       "登记的不是这份办结记录"},
      {[](PaperFiles& files) { files.erase(std::string(kReportName)); }, "缺少“公示情况报告.html”"},
      {[](PaperFiles& files) { files.erase(std::string(kRegisterTableName)); },
       "缺少“异议登记表.csv”"},
  };
  for (const Forgery& forgery : kForgeries) {
    const std::string said = check(made_anew(forgery.alter));
    EXPECT_THAT(said, AllOf(Not(HasSubstr("holds")), HasSubstr(forgery.says)));
  }
}

TEST_F(PapersCheckTest, AForeignKeyDoesNotHold) {
  const SamplePublicLog other;
  const Verdict verdict = check_papers(zip(), other.key(), nullptr);
  EXPECT_FALSE(verdict.holds);
  EXPECT_THAT(text_of(verdict), HasSubstr("办结证明不成立"));
}

TEST_F(PapersCheckTest, WhatWasPackedAgainIsSaidToBe) {
  const std::string again =
      pack(unpack(zip()).value(), parse_instant("2020-01-01T00:00:00+08:00").value()).value();
  EXPECT_THAT(check(again), AllOf(Not(HasSubstr("holds")), HasSubstr("重新打过包"),
                                  HasSubstr("sha256sum -c SHA256SUMS")));
  EXPECT_THAT(check("not a zip"), HasSubstr("这不是公示文书包"));
  PaperFiles files = unpack(zip()).value();
  files.erase(std::string(kHashListName));
  EXPECT_THAT(check(pack(files, office().record().closed_at).value()),
              HasSubstr("缺少摘要清单“SHA256SUMS”"));
}

}  // namespace
}  // namespace gongshi

// `gongshi-desk papers` as an office types it, `gongshi-verify papers` as anybody does.
#include <gmock/gmock.h>

#include "intake/package/zip_package.h"
#include "tests/papers/sample_office.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;

// The program's words on both streams, and its exit code in the last line.
std::string run(const SampleOffice& office, const std::string& more) {
  return printed_by("cd '" + office.folder().string() + "' && '" GONGSHI_DESK "' papers --data '" +
                    (office.data() / "data").string() + "' --site . " + more +
                    " 2>&1; echo \"exit $?\"");
}

std::string bytes_of(const SampleOffice& office, const std::string& file) {
  return printed_by("cat '" + (office.folder() / file).string() + "'");
}

TEST(PapersProgramTest, WritesThemOnceAndNeverOverAnotherFile) {
  SampleOffice office;
  const std::string said = run(office, "--notice sample-notice --out 文书.zip");
  EXPECT_THAT(said, AllOf(HasSubstr("文书写入 文书.zip"), HasSubstr("gongshi-verify papers"),
                          HasSubstr("exit 0")));
  EXPECT_EQ(bytes_of(office, "文书.zip"), office.papers().value());
  EXPECT_THAT(run(office, "--notice sample-notice --out 文书.zip"), HasSubstr("exit 0"));
  office.write("other.zip", "别的");
  EXPECT_THAT(run(office, "--notice sample-notice --out other.zip"),
              AllOf(HasSubstr("other.zip 已经存在，没有改动它"), HasSubstr("exit 1")));
  EXPECT_EQ(bytes_of(office, "other.zip"), "别的");
}

TEST(PapersProgramTest, SaysWhatIsMissing) {
  SampleOffice office;
  EXPECT_THAT(run(office, "--notice unknown --out p.zip"),
              AllOf(HasSubstr("网站里没有公示“unknown”"), HasSubstr("exit 1")));
  EXPECT_THAT(run(office, "--notice sample-notice"),
              AllOf(HasSubstr("--out"), HasSubstr("exit 2")));
  EXPECT_THAT(run(office, "--notice sample-notice --out nowhere/p.zip"), HasSubstr("exit 1"));
  EXPECT_THAT(run(office, "--help"), AllOf(HasSubstr("不含异议人身份"), HasSubstr("exit 0")));
}

TEST(PapersProgramTest, AreCheckedWithTheKeyAlone) {
  SampleOffice office;
  const std::string zip = office.papers().value();
  office.write("log.vkey", office.reg().verifier_key());
  const auto verify = [&](const std::string& words) {
    return printed_by("cd '" + office.folder().string() + "' && '" GONGSHI_VERIFY "' papers " +
                      words + " 2>&1; echo \"exit $?\"");
  };
  office.write("p.zip", zip);
  EXPECT_THAT(verify("--key log.vkey p.zip"),
              AllOf(HasSubstr("登记了这份办结记录"), HasSubstr("exit 0")));
  office.write("cut.zip", zip.substr(0, zip.size() - 1));
  EXPECT_THAT(verify("--key log.vkey cut.zip"),
              AllOf(HasSubstr("不成立：这不是公示文书包"), HasSubstr("exit 1")));
  office.write("other.vkey",
               "demo.example/objections+0c9d2aac+ATGFWZ6r0AY+m67Qu7NJF2kS+rnwHOvyjdjNTAHxt4dq");
  EXPECT_THAT(verify("--key other.vkey p.zip"),
              AllOf(HasSubstr("办结证明不成立"), HasSubstr("exit 1")));
  EXPECT_THAT(verify("--key log.vkey nowhere.zip"), HasSubstr("exit 2"));
}

}  // namespace
}  // namespace gongshi

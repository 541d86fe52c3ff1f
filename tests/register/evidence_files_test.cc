#include "intake/register/evidence_files.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "intake/register/register.h"
#include "tests/log/flip_bit.h"
#include "tests/register/file_size_limit.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using std::chrono::system_clock;
using testing::HasSubstr;

constexpr std::chrono::hours kOneHour{1};

class EvidenceFilesTest : public testing::Test {
 protected:
  EvidenceFile store(std::string_view plain) {
    EvidenceWriter writer = files_.create().value();
    EXPECT_TRUE(writer.write(plain));
    EXPECT_TRUE(writer.finish());
    return {.id = writer.id(),
            .key = writer.key(),
            .name = "证据.txt",
            .type = "txt",
            .size = plain.size(),
            .sha256 = sha256(plain)};
  }

  std::string read(const EvidenceFile& file) const {
    EvidenceReader reader = files_.read(file).value();
    std::string plain;
    for (std::string piece = reader.read().value(); !piece.empty(); piece = reader.read().value()) {
      plain += piece;
    }
    return plain;
  }

  std::size_t count(const std::string& folder) const {
    const std::filesystem::directory_iterator entries(data_ / folder);
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
  }

  void sweep(system_clock::time_point now, const std::set<std::string>& filed = {}) {
    ASSERT_TRUE(files_.sweep(
        now, [&](const std::string& id) -> Result<bool> { return filed.contains(id); }));
  }

  static unsigned mode(const std::filesystem::path& path) {
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return status.st_mode & 07777U;
  }

  const SampleFolder folder_;
  const std::filesystem::path data_ = folder_.path();
  EvidenceFiles files_ = EvidenceFiles::open(data_).value();
};

TEST_F(EvidenceFilesTest, GivesBackWhatItTook) {
  for (const std::size_t size :
       {std::size_t{1}, kSealedChunkBytes, 3 * kSealedChunkBytes + 7, 20 * kSealedChunkBytes}) {
    std::string plain(size, 'x');
    plain.back() = 'y';
    EXPECT_EQ(read(store(plain)), plain) << size;
  }
}

TEST_F(EvidenceFilesTest, NobodyElseMayLookAndNothingIsPlain) {
  const std::string plain = "某某在某处收受某物，有照片为证。";
  const EvidenceFile file = store(plain);
  EXPECT_EQ(mode(data_ / "evidence"), 0700U);
  EXPECT_EQ(mode(data_ / "drafts"), 0700U);
  EXPECT_EQ(mode(data_ / "evidence" / file.id), 0600U);
  std::ifstream in(data_ / "evidence" / file.id, std::ios::binary);
  const std::string sealed{std::istreambuf_iterator<char>(in), {}};
  EXPECT_GT(sealed.size(), plain.size());
  EXPECT_EQ(sealed.find(plain.substr(0, 9)), std::string::npos);
}

TEST_F(EvidenceFilesTest, AFileThatIsNotFinishedIsTakenBack) {
  {
    EvidenceWriter writer = files_.create().value();
    ASSERT_TRUE(writer.write(std::string(5 * kSealedChunkBytes, 'x')));
    EXPECT_GT(files_.unfiled_bytes(), 0U);
  }
  EXPECT_EQ(count("evidence"), 0U);
  EXPECT_EQ(files_.unfiled_bytes(), 0U);
}

TEST_F(EvidenceFilesTest, AFullDiskLeavesNothingHalfWritten) {
  const EvidenceFile before = store("before");
  const std::uint64_t waiting = files_.unfiled_bytes();
  {
    const FileSizeLimit full(3 * kSealedChunkBytes);
    EvidenceWriter writer = files_.create().value();
    const auto written = writer.write(std::string(10 * kSealedChunkBytes, 'x'));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::Unavailable);
    EXPECT_THAT(written.error().message, HasSubstr(writer.id()));
    EXPECT_EQ(count("evidence"), 1U);  // already now
    EXPECT_FALSE(writer.write("more"));
    EXPECT_FALSE(writer.finish());
    EXPECT_FALSE(files_.write_draft(sha256("form"), std::string(4 * kSealedChunkBytes, 'x')));
  }
  EXPECT_EQ(count("evidence"), 1U);
  EXPECT_EQ(count("drafts"), 0U);
  EXPECT_EQ(files_.unfiled_bytes(), waiting);
  EXPECT_EQ(read(before), "before");
  EXPECT_EQ(read(store("after")), "after");
}

TEST_F(EvidenceFilesTest, AChangedOrMissingFileIsSaidToBe) {
  EvidenceFile file = store(std::string(2 * kSealedChunkBytes, 'x'));
  const auto path = data_ / "evidence" / file.id;
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - kEvidenceDigestBytes - 1);
  EvidenceReader reader = files_.read(file).value();
  EXPECT_TRUE(reader.read());
  const auto refused = reader.read();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Corrupt);
  EXPECT_THAT(refused.error().message, HasSubstr(file.id));
  std::filesystem::remove(path);
  EXPECT_EQ(files_.read(file).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(files_.check_bytes(file.id).error().kind, ErrorKind::NotFound);
}

TEST_F(EvidenceFilesTest, ABitThatTurnedIsFoundWithoutTheKey) {
  const EvidenceFile file = store("有照片为证。");
  const auto path = data_ / "evidence" / file.id;
  std::ifstream in(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(in), {}};
  EXPECT_TRUE(files_.check_bytes(file.id));
  const auto expect_found = [&](const std::string& bytes, std::string_view what) {
    std::ofstream(path, std::ios::binary) << bytes;
    const auto checked = files_.check_bytes(file.id);
    ASSERT_FALSE(checked) << what;
    EXPECT_EQ(checked.error().kind, ErrorKind::Corrupt) << what;
  };
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string bytes = whole;
    flip_bit(bytes, bit);
    expect_found(bytes, fmt::format("bit {}", bit));
  }
  for (std::size_t size = 0; size < whole.size(); ++size) {
    expect_found(whole.substr(0, size), fmt::format("{} bytes", size));
  }
  expect_found(whole + "x", "one more byte");
  // Another file's bytes, which are whole in themselves.
  std::filesystem::copy_file(data_ / "evidence" / store("另一个文件").id, path,
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_FALSE(files_.check_bytes(file.id));
}

TEST_F(EvidenceFilesTest, WhatWaitsTooLongIsSweptAway) {
  const EvidenceFile filed = store("filed");
  const EvidenceFile waiting = store("waiting");
  ASSERT_TRUE(files_.write_draft(sha256("form"), "sealed"));
  const auto now = system_clock::now();
  sweep(now + kUnfiledEvidenceAgeMax - kOneHour, {filed.id});
  EXPECT_EQ(count("evidence"), 2U);
  EXPECT_EQ(count("drafts"), 1U);
  sweep(now + kUnfiledEvidenceAgeMax + kOneHour, {filed.id});
  EXPECT_EQ(read(filed), "filed");
  EXPECT_EQ(files_.read(waiting).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(count("drafts"), 0U);
  EXPECT_EQ(files_.unfiled_bytes(), 0U);
}

TEST_F(EvidenceFilesTest, AFormThatIsSentAgainKeepsItsFilesLonger) {
  const EvidenceFile file = store("file");
  const auto path = data_ / "evidence" / file.id;
  std::filesystem::last_write_time(
      path, std::filesystem::file_time_type::clock::now() - kUnfiledEvidenceAgeMax - kOneHour);
  EXPECT_TRUE(files_.touch(file.id));
  sweep(system_clock::now());
  EXPECT_EQ(read(file), "file");
  EXPECT_FALSE(files_.touch("0123456789abcdef0123456789abcdef"));
  EXPECT_FALSE(files_.touch("../register.db"));
}

TEST_F(EvidenceFilesTest, WhatACrashLeftIsCountedAndSwept) {
  const EvidenceFile file = store("before the crash");
  files_ = EvidenceFiles::open(data_).value();
  EXPECT_EQ(files_.unfiled_bytes(), 0U);
  sweep(system_clock::now());
  EXPECT_EQ(files_.unfiled_bytes(), std::filesystem::file_size(data_ / "evidence" / file.id));
  sweep(system_clock::now() + 2 * kUnfiledEvidenceAgeMax);
  EXPECT_EQ(count("evidence"), 0U);
}

// What waits, as sweep() counts it: files that nobody wrote are as good as those that a crash left.
TEST_F(EvidenceFilesTest, NoMoreFilesWaitThanTheFolderBears) {
  for (std::size_t i = 0; i + 1 < kUnfiledEvidenceCountMax; ++i) {
    std::ofstream(data_ / "evidence" / fmt::format("{:032x}", i)) << 'x';
  }
  sweep(system_clock::now());
  const EvidenceFile last = store("last");
  EvidenceWriter writer = files_.create().value();
  const auto refused = writer.write(std::string(2 * kSealedChunkBytes, 'x'));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Unavailable);
  EXPECT_THAT(refused.error().message, HasSubstr("too many files wait"));
  files_.mark_filed(last.id);
  EXPECT_EQ(read(store("room again")), "room again");
}

TEST_F(EvidenceFilesTest, NoMoreBytesWaitThanTheDiskBears) {
  const auto path = data_ / "evidence" / std::string(32, 'a');
  std::ofstream(path) << 'x';
  std::filesystem::resize_file(path, kUnfiledEvidenceBytesMax - 3 * kSealedChunkBytes);  // a hole
  sweep(system_clock::now());
  const EvidenceFile small = store("small");
  EvidenceWriter writer = files_.create().value();
  EXPECT_FALSE(writer.write(std::string(4 * kSealedChunkBytes, 'x')));
  EXPECT_EQ(read(small), "small");
}

TEST_F(EvidenceFilesTest, NoFileIsTakenFromTheDisksReserve) {
  const std::uint64_t available = std::filesystem::space(data_).available;
  ASSERT_GT(available, kDiskReserveBytes);
  files_ = EvidenceFiles::open(data_, 2 * available).value();
  const auto refused = files_.create();
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("no file is taken until there is room"));
}

TEST_F(EvidenceFilesTest, AFiledFileIsNeverRemoved) {
  const EvidenceFile file = store("file");
  files_.mark_filed(file.id);
  EXPECT_EQ(files_.unfiled_bytes(), 0U);
  files_.remove(file.id);
  EXPECT_EQ(read(file), "file");
}

TEST_F(EvidenceFilesTest, ADraftIsReplacedWholeAndGone) {
  const Sha256 form = sha256("form");
  EXPECT_EQ(files_.read_draft(form).value(), std::nullopt);
  ASSERT_TRUE(files_.write_draft(form, "one"));
  ASSERT_TRUE(files_.write_draft(form, "two"));
  EXPECT_EQ(files_.read_draft(form).value(), "two");
  EXPECT_EQ(count("drafts"), 1U);
  EXPECT_EQ(files_.read_draft(sha256("another")).value(), std::nullopt);
  files_.remove_draft(form);
  files_.remove_draft(form);
  EXPECT_EQ(count("drafts"), 0U);
}

// The row is what keeps a file: without it, the file is what a crash left.
TEST_F(EvidenceFilesTest, TheRegisterKnowsItsFiles) {
  Register reg = sample_register(folder_ / "data");
  EvidenceWriter writer = reg.evidence().create().value();
  ASSERT_TRUE(writer.write("证据"));
  ASSERT_TRUE(writer.finish());
  NewObjection objection = sample_objection("a");
  objection.evidence = {{.id = writer.id(),
                         .key = writer.key(),
                         .name = "证据.txt",
                         .type = "txt",
                         .size = 6,
                         .sha256 = sha256("证据")}};
  const auto row = reg.append(objection).value();
  EvidenceWriter orphan = reg.evidence().create().value();
  ASSERT_TRUE(orphan.write("before the crash"));
  ASSERT_TRUE(orphan.finish());
  reg = Register::open(folder_ / "data").value();
  ASSERT_TRUE(reg.sweep_evidence(system_clock::now() + 2 * kUnfiledEvidenceAgeMax));
  const auto again = reg.find_by_number(row.number).value().value();
  EXPECT_EQ(again.filed.evidence, objection.evidence);
  EXPECT_EQ(reg.list(std::nullopt)->front().filed.evidence, objection.evidence);
  EXPECT_EQ(reg.append(objection)->filed.evidence, objection.evidence);
  EXPECT_EQ(reg.evidence().read(objection.evidence.front())->read().value(), "证据");
  const std::filesystem::directory_iterator left(folder_ / "data/evidence");
  EXPECT_EQ(std::distance(begin(left), end(left)), 1);
}

}  // namespace
}  // namespace gongshi

#include "intake/package/zip_package.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const PaperFiles kFiles = {{"SHA256SUMS", "list\n"},
                           {"公示原件/notices/x/index.html", std::string("<p>\0</p>", 8)},
                           {"异议登记表.xlsx", ""},
                           {"𬱖某.txt", "生僻字"}};

Instant instant(std::string_view text) { return parse_instant(text).value(); }
const Instant kAt = instant("2017-06-29T10:00:01+08:00");

// The program's output, of any other reader than ours.
std::string shell(const std::string& command) {
  std::string out;
  std::FILE* pipe = popen(command.c_str(), "r");
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) out += static_cast<char>(c);
  pclose(pipe);
  return out;
}

class ZipPackageTest : public testing::Test {
 protected:
  ZipPackageTest() {
    std::string pattern = (fs::temp_directory_path() / "gongshi-zip-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~ZipPackageTest() override { fs::remove_all(folder_); }

  std::string write(const std::string& bytes) const {
    std::ofstream(folder_ / "p.zip", std::ios::binary) << bytes;
    return (folder_ / "p.zip").string();
  }
  std::string text_of(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder_;
};

TEST_F(ZipPackageTest, WhatWasPackedComesOut) {
  EXPECT_EQ(unpack(pack(kFiles, kAt).value()).value(), kFiles);
}

TEST_F(ZipPackageTest, TheSameFilesGiveTheSameBytesInAnyTimeZone) {
  const std::string packed = pack(kFiles, kAt).value();
  for (const char* zone : {"UTC", "America/New_York", "Asia/Shanghai"}) {
    setenv("TZ", zone, 1);
    tzset();
    EXPECT_EQ(pack(kFiles, kAt).value(), packed) << zone;
  }
  unsetenv("TZ");
  tzset();
  EXPECT_NE(pack(kFiles, instant("2017-06-29T10:00:02+08:00")).value(), packed);
}

TEST_F(ZipPackageTest, UnzipReadsChineseNamesAndChinasTime) {
  const std::string file = write(pack(kFiles, kAt).value());
  shell("cd '" + folder_.string() + "' && LC_ALL=C.UTF-8 unzip -q " + file);
  for (const auto& [name, bytes] : kFiles) EXPECT_EQ(text_of(name), bytes) << name;
  const std::string listing = shell("LC_ALL=C.UTF-8 zipinfo -T " + file);
  EXPECT_THAT(listing, HasSubstr("-rw-r--r--"));
  EXPECT_THAT(listing, HasSubstr("20170629.100000"));
  EXPECT_THAT(listing, HasSubstr("𬱖某.txt"));
}

// Python reads the flag of UTF-8 and no locale.
TEST_F(ZipPackageTest, PythonReadsChineseNames) {
  const std::string file = write(pack(kFiles, kAt).value());
  const std::string names =
      shell("PYTHONIOENCODING=utf-8 /usr/bin/python3 -c \"import zipfile; z = zipfile.ZipFile('" +
            file + "'); print(z.testzip(), *z.namelist(), sep='|', end='')\"");
  EXPECT_EQ(names,
            "None|SHA256SUMS|公示原件/notices/x/index.html|异议登记表.xlsx|𬱖某.txt");
}

TEST_F(ZipPackageTest, AnInstantOutsideOfWhatAZipCountsIsTheNearest) {
  for (const auto& [at, shown] : {std::pair("1970-01-01T00:00:00+08:00", "19800101.000000"),
                                  {"2108-05-05T05:05:05+08:00", "21071231.000000"}}) {
    const std::string file = write(pack({{"a", "b"}}, instant(at)).value());
    EXPECT_THAT(shell("zipinfo -T " + file), HasSubstr(shown)) << at;
  }
}

TEST_F(ZipPackageTest, WhatOthersPackedIsRefused) {
  std::ofstream(folder_ / "a.txt") << std::string(1000, 'a');
  std::ofstream(folder_ / "b.txt") << "b";
  const std::string in_folder =
      "cd '" + folder_.string() + "' && /usr/bin/python3 -c \"import zipfile\n";
  struct Other {
    const char* python;
    const char* why;
  };
  const Other kOthers[] = {
      {"z = zipfile.ZipFile('p.zip', 'w', zipfile.ZIP_DEFLATED); z.write('a.txt'); z.close()",
       "压缩或加密过"},
      {"z = zipfile.ZipFile('p.zip', 'w'); z.writestr('../a.txt', 'x'); z.close()",
       "不该有的文件名"},
      {"z = zipfile.ZipFile('p.zip', 'w'); z.writestr('a/', ''); z.close()", "不该有的文件名"},
      {"z = zipfile.ZipFile('p.zip', 'w'); z.writestr('/a', ''); z.close()", "不该有的文件名"},
      {"z = zipfile.ZipFile('p.zip', 'w'); z.write('b.txt'); z.write('b.txt'); z.close()", ""},
  };
  for (const Other& other : kOthers) {
    shell(in_folder + other.python + "\" 2>/dev/null");
    const auto files = unpack(text_of("p.zip"));
    ASSERT_FALSE(files) << other.python;
    EXPECT_EQ(files.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(files.error().message, HasSubstr(other.why)) << other.python;
  }
}

TEST_F(ZipPackageTest, NoBytesAreNoPackage) {
  const std::string packed = pack(kFiles, kAt).value();
  for (const std::string& bytes : {std::string(), std::string("PK"), std::string(4096, 'x')}) {
    EXPECT_FALSE(unpack(bytes));
  }
  for (std::size_t size = 0; size < packed.size(); ++size) {
    EXPECT_FALSE(unpack(packed.substr(0, size))) << size;
  }
}

// Either it is refused, or packing what came out gives other bytes.
TEST_F(ZipPackageTest, NoByteIsFree) {
  const std::string packed = pack(kFiles, kAt).value();
  for (std::size_t at = 0; at < packed.size(); ++at) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string altered = packed;
      altered[at] = static_cast<char>(altered[at] ^ flip);
      const auto files = unpack(altered);
      EXPECT_TRUE(!files || pack(*files, kAt).value() != altered) << "byte " << at;
    }
  }
}

}  // namespace
}  // namespace gongshi

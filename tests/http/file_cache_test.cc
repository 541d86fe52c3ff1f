#include "intake/http/file_cache.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "intake/http/compression.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using std::chrono::seconds;

// What is written is remembered at once, unless a test is about that.
constexpr FileCacheLimits kAtOnce{.settled_after = seconds(0)};

class FileCacheTest : public testing::Test {
 protected:
  std::string path(std::string_view name) const { return (folder_ / name).string(); }

  std::string write(std::string_view name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

  // As the generator publishes.
  void replace(std::string_view name, std::string_view bytes) const {
    write("new", bytes);
    std::filesystem::rename(path("new"), path(name));
  }

  SampleFolder folder_;
};

std::string long_text(std::size_t size) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) text += "第" + std::to_string(i % 97) + "名候选人\n";
  text.resize(size);
  return text;
}

TEST_F(FileCacheTest, GivesBytesAndTheirDigest) {
  const FileCache cache(kAtOnce);
  const std::string page = write("page.html", "公示");
  for (int i = 0; i < 2; ++i) {
    const auto found = cache.find(page);
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->is_folder);
    EXPECT_EQ(*found->bytes, "公示");
    EXPECT_EQ(found->size, found->bytes->size());
    EXPECT_EQ(found->digest, sha256("公示"));
  }
  EXPECT_EQ(cache.find(page)->bytes, cache.find(page)->bytes) << "was read again";
  EXPECT_EQ(*cache.find(write("empty.txt", ""))->bytes, "");
}

TEST_F(FileCacheTest, FindsFoldersAndNothingElse) {
  const FileCache cache(kAtOnce);
  EXPECT_TRUE(cache.find(folder_.path().string())->is_folder);
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  std::filesystem::create_symlink(write("page", "x"), path("link"));
  for (const char* name : {"nothing", "pipe", "link", "page/below"}) {
    EXPECT_FALSE(cache.find(path(name))) << name;
  }
  std::filesystem::remove(path("page"));
  EXPECT_FALSE(cache.find(path("page")));
}

TEST_F(FileCacheTest, SeesEveryReplacementAtOnce) {
  const FileCache cache;
  for (int i = 100; i < 400; ++i) {
    const std::string bytes = "state " + std::to_string(i);  // all of one length
    replace("page", bytes);
    const auto found = cache.find(path("page"));
    ASSERT_TRUE(found);
    ASSERT_EQ(*found->bytes, bytes);
    ASSERT_EQ(found->digest, sha256(bytes));
  }
}

TEST_F(FileCacheTest, RemembersAFileOnlyOnceItHasSettled) {
  const FileCache hasty(kAtOnce);
  const FileCache patient({.settled_after = std::chrono::hours(1)});
  const std::string page = write("page", "x");
  EXPECT_GT((hasty.find(page), hasty.bytes_held()), 0U);
  EXPECT_EQ((patient.find(page), patient.bytes_held()), 0U);
  EXPECT_EQ(*patient.find(page)->bytes, "x");
}

TEST_F(FileCacheTest, SeesAnEditInPlaceThatSetsTheOldTime) {
  const FileCache cache(kAtOnce);
  const std::string page = write("page", "before");
  const auto time = std::filesystem::last_write_time(page);
  const FileStamp before = cache.find(page)->stamp;
  while (cache.find(page)->stamp == before) {  // until the clock of the file system has moved
    write("page", "edited");
    std::filesystem::last_write_time(page, time);
  }
  EXPECT_EQ(cache.find(page)->stamp.modified, before.modified);
  EXPECT_EQ(*cache.find(page)->bytes, "edited");
}

TEST_F(FileCacheTest, ReadersGetTheWholeOfOneFile) {
  const FileCache cache;
  const std::string old_page = long_text(200'000);
  const std::string new_page(old_page.rbegin(), old_page.rend());
  replace("page", old_page);
  std::atomic<bool> is_over = false;
  std::jthread publisher([&] {
    for (int i = 0; i < 300; ++i) replace("page", i % 2 == 0 ? new_page : old_page);
    is_over = true;
  });
  for (std::size_t i = 0; !is_over || i < 10; ++i) {
    const auto found = cache.find(path("page"));
    ASSERT_TRUE(found);
    const std::string& whole = found->digest == sha256(old_page) ? old_page : new_page;
    ASSERT_EQ(found->digest, sha256(whole));
    ASSERT_EQ(*found->bytes, whole);
  }
}

TEST_F(FileCacheTest, HoldsNoMoreThanItMay) {
  constexpr std::size_t kMax = 40'000;
  const FileCache cache({.bytes_max = kMax, .settled_after = seconds(0)});
  for (int i = 0; i < 20; ++i) {
    const std::string page = write("page" + std::to_string(i), long_text(10'000));
    ASSERT_EQ(cache.find(page)->size, 10'000U);
    cache.compressed(*cache.find(page), ContentCoding::Gzip);
    EXPECT_LE(cache.bytes_held(), kMax);
    EXPECT_GT(cache.bytes_held(), 10'000U);
  }
  // The last ones are still there, the first is not; both are served.
  const auto last = cache.find(path("page19"));
  EXPECT_EQ(cache.find(path("page19"))->bytes, last->bytes);
  EXPECT_EQ(cache.find(path("page0"))->digest, last->digest);
}

TEST_F(FileCacheTest, AFileThatIsReadStaysLongerThanOneThatIsNot) {
  const FileCache cache({.bytes_max = 40'000, .settled_after = seconds(0)});
  const auto often = cache.find(write("often", long_text(10'000)));
  for (int i = 0; i < 10; ++i) {
    cache.find(write("page" + std::to_string(i), long_text(10'000)));
    ASSERT_EQ(cache.find(path("often"))->bytes, often->bytes) << i;
  }
}

TEST_F(FileCacheTest, ALongFileIsReadForEachAndItsDigestIsKnown) {
  const FileCache cache(kAtOnce);
  const std::string bytes = long_text(kCachedFileBytesMax + 1);
  const std::string page = write("long", bytes);
  cache.find(page);
  EXPECT_LT(cache.bytes_held(), 10'000U);
  const auto known = cache.find(page);
  EXPECT_EQ(known->bytes, nullptr);
  EXPECT_EQ(known->digest, sha256(bytes));
  EXPECT_EQ(*FileCache::read(*known), bytes);
  EXPECT_EQ(cache.compressed(*known, ContentCoding::Gzip), nullptr);
  replace("long", "another");
  EXPECT_EQ(FileCache::read(*known), nullptr);
  EXPECT_EQ(*cache.find(page)->bytes, "another");
}

TEST_F(FileCacheTest, CompressesOnceForEachCoding) {
  const FileCache cache(kAtOnce);
  const std::string page = write("page", long_text(10'000));
  const auto found = cache.find(page);
  for (const ContentCoding coding : {ContentCoding::Gzip, ContentCoding::Brotli}) {
    const SharedBytes packed = cache.compressed(*found, coding);
    ASSERT_NE(packed, nullptr);
    EXPECT_EQ(*packed, compress(*found->bytes, coding));
    EXPECT_EQ(cache.compressed(*cache.find(page), coding), packed) << "was compressed again";
  }
  replace("page", long_text(20'000));
  const auto newer = cache.find(page);
  EXPECT_EQ(cache.compressed(*found, ContentCoding::Gzip), nullptr) << "of a file that is gone";
  EXPECT_EQ(*cache.compressed(*newer, ContentCoding::Gzip),
            compress(*newer->bytes, ContentCoding::Gzip));
}

TEST_F(FileCacheTest, WhatDoesNotGetSmallerIsNotCompressed) {
  const FileCache cache(kAtOnce);
  const auto found = cache.find(write("tiny", "x"));
  EXPECT_EQ(cache.compressed(*found, ContentCoding::Gzip), nullptr);
  const FileCache patient({.settled_after = std::chrono::hours(1)});
  const auto fresh = patient.find(write("fresh", long_text(10'000)));
  EXPECT_EQ(patient.compressed(*fresh, ContentCoding::Gzip), nullptr) << "is not in memory";
}

}  // namespace
}  // namespace gongshi

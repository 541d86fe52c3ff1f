#include "generator/command/last_build.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "generator/command/program.h"
#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* kMorning = "2017-06-22T09:00:00+08:00";
constexpr const char* kHomePage = "public/index.html";

// Builds in this process, whose identity the record then has.
class LastBuildTest : public testing::Test {
 protected:
  LastBuildTest() {
    work_.write(sample_content());
    places_.content = work_.path() / "content";
    places_.out = work_.path() / "public";
  }

  int build(const std::string& as_of = kMorning) const {
    std::vector<std::string> words = {"gongshi", "build",         "--content", places_.content,
                                      "--out",   places_.out,     "--as-of",   as_of,
                                      "--jobs",  std::string("1")};
    if (!places_.templates.empty()) {
      words.insert(words.end(), {"--templates", places_.templates});
    }
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    testing::internal::CaptureStderr();
    testing::internal::CaptureStdout();
    const int code = run_gongshi(static_cast<int>(arguments.size()), arguments.data());
    testing::internal::GetCapturedStdout();
    testing::internal::GetCapturedStderr();
    return code;
  }

  std::optional<BuildRecord> unchanged(const std::string& as_of = kMorning) const {
    BuildPlaces places = places_;
    places.published = places_.out / "publicity.json";
    auto last = last_build(places);
    if (!last || !last->is_unchanged(*parse_instant(as_of))) return std::nullopt;
    return std::move(last->record);
  }

  void put(const std::string& path, std::string_view bytes) const {
    fs::create_directories((work_.path() / path).parent_path());
    std::ofstream(work_.path() / path, std::ios::binary) << bytes;
  }

  std::string read(const std::string& path) const {
    std::ifstream file(work_.path() / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  const WorkFolder work_;
  BuildPlaces places_;
};

TEST_F(LastBuildTest, NothingChanged) {
  EXPECT_FALSE(unchanged()) << "nothing was built yet";
  ASSERT_EQ(build(), 0);
  const auto record = unchanged();
  ASSERT_TRUE(record);
  EXPECT_EQ(record->notices, 1U);
  EXPECT_THAT(record->next_change, HasSubstr("2017-06-23T00:00:00+08:00"));
}

struct Edit {
  const char* name;
  const char* path;
  const char* bytes;  // null: removed
};

const Edit kEdits[] = {
    {"an input changed", "content/pages/about.md", "# 关于\n"},
    {"an input is new", "content/pages/privacy.md", "# 隐私\n"},
    {"an input is gone", "content/pages/about.md", nullptr},
    {"a page changed by hand", "public/archive/index.html", "x"},
    {"a page gone", "public/archive/index.html", nullptr},
    {"the manifest gone", "public/publicity.json", nullptr},
    {"the list gone", "public/.gongshi/files", nullptr},
    {"the record gone", "public/.gongshi/record", nullptr},
    {"the record cut off", "public/.gongshi/record", "gongshi build record 1\n"},
    {"a record of another kind", "public/.gongshi/record", "{}"},
};

TEST_F(LastBuildTest, AnyChangeIsOne) {
  for (const Edit& edit : kEdits) {
    fs::remove_all(places_.content);
    fs::remove_all(places_.out);
    work_.write(sample_content());
    ASSERT_EQ(build(), 0);
    ASSERT_TRUE(unchanged()) << edit.name;
    if (edit.bytes == nullptr) {
      fs::remove(work_.path() / edit.path);
    } else {
      put(edit.path, edit.bytes);
    }
    EXPECT_FALSE(unchanged()) << edit.name;
  }
}

// Of the same length, in the same tick, perhaps: the home page was written last of all.
TEST_F(LastBuildTest, AHandThatIsAsFastAsTheClockIsSeen) {
  for (int i = 0; i < 20; ++i) {
    ASSERT_EQ(build(), 0);
    std::string page = read(kHomePage);
    const std::string whole = page;
    page.back() = ' ';
    put(kHomePage, page);
    EXPECT_FALSE(unchanged());
    ASSERT_EQ(build(), 0);
    EXPECT_EQ(read(kHomePage), whole);
    SourceTree tree = sample_content();
    tree.files[kSamplePage] = "# 第" + std::to_string(i % 10) + "次\n";
    work_.write(tree);
    EXPECT_FALSE(unchanged());
  }
}

TEST_F(LastBuildTest, TheClockIsAskedToo) {
  ASSERT_EQ(build(), 0);
  EXPECT_TRUE(unchanged("2017-06-22T23:59:59+08:00"));
  EXPECT_FALSE(unchanged("2017-06-23T00:00:00+08:00")) << "a day less";
  EXPECT_FALSE(unchanged("2017-06-22T08:59:59+08:00")) << "nobody looked at what was before";
  ASSERT_EQ(build("2017-06-28T00:00:00+08:00"), 0);
  EXPECT_TRUE(unchanged("2030-01-01T00:00:00+08:00")) << "all is over";
}

TEST_F(LastBuildTest, OtherPlacesAreAnotherBuild) {
  ASSERT_EQ(build(), 0);
  fs::copy(places_.content, work_.path() / "copy", fs::copy_options::recursive);
  places_.content = work_.path() / "copy";
  EXPECT_FALSE(unchanged());
}

TEST_F(LastBuildTest, TemplatesAreInputs) {
  places_.templates = work_.path() / "templates";
  fs::copy(source_root() / "site-templates", places_.templates, fs::copy_options::recursive);
  ASSERT_EQ(build(), 0);
  std::ofstream(places_.templates / "layout.mustache", std::ios::app) << " ";
  EXPECT_FALSE(unchanged());
}

// Everything in the folder with its times: what nobody wrote has the old ones.
std::map<std::string, std::string> stamps_below(const fs::path& folder) {
  std::map<std::string, std::string> stamps;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    struct stat status {};
    EXPECT_EQ(lstat(entry.path().c_str(), &status), 0);
    stamps[entry.path()] = std::to_string(status.st_ino) + " " +
                           std::to_string(status.st_ctim.tv_sec) + "." +
                           std::to_string(status.st_ctim.tv_nsec);
  }
  return stamps;
}

// Whether no stamp that the record holds is young any more.
bool all_settled(const BuildRecord& record) {
  const auto is_old = [](const KnownFile& file) { return is_settled(file.stamp, file_time_now()); };
  return std::ranges::all_of(record.content.files, is_old) &&
         std::ranges::all_of(record.site.files, is_old);
}

TEST_F(LastBuildTest, ABuildOfNothingNewWritesNoByte) {
  ASSERT_EQ(build(), 0);
  ASSERT_EQ(build(), 0);  // stamps that were young are taken again
  while (!all_settled(*unchanged())) {
  }
  ASSERT_EQ(build(), 0);
  const auto before = stamps_below(places_.out);
  ASSERT_EQ(build(), 0);
  EXPECT_EQ(stamps_below(places_.out), before);
}

TEST_F(LastBuildTest, NobodyIsBelievedWhileAnotherBuilds) {
  ASSERT_EQ(build(), 0);
  const fs::path sources[] = {places_.content};
  const auto other = SiteFolder::open(places_.out, sources);
  ASSERT_TRUE(other);
  EXPECT_FALSE(unchanged());
  EXPECT_EQ(build(), 1);
}

// Only the build that took it out of the site can say that a notice vanished.
TEST_F(LastBuildTest, WhatIsSaidOnceIsNotRemembered) {
  ASSERT_EQ(build(), 0);
  fs::remove_all(places_.content / "campaigns");
  ASSERT_EQ(build(), 0);
  EXPECT_FALSE(unchanged());
  ASSERT_EQ(build(), 0);
  const auto record = unchanged();
  ASSERT_TRUE(record);
  for (const Diagnostic& warning : record->warnings) EXPECT_NE(warning.code, "notice-vanished");
}

}  // namespace
}  // namespace gongshi

// Whatever happened before, a build ends with the bytes that a build into an empty folder gives.
#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include "generator/command/program.h"
#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

constexpr int kEdits = 200;

// Three campaigns with the same people under other names: enough for each to have neighbours.
SourceTree three_campaigns() {
  SourceTree tree;
  for (const auto& [path, bytes] : sample_content().files) {
    if (!path.starts_with("campaigns/pingxuan/")) {
      tree.files[path] = bytes;
      continue;
    }
    for (const char* number : {"1", "2", "3"}) {
      std::string there = path;
      there.replace(0, 19, std::string("campaigns/c") + number + "/");
      const std::size_t notice = there.find("gongshi-2017");
      if (notice != std::string::npos) there.insert(notice + 12, std::string("-") + number);
      tree.files[there] = bytes;
    }
  }
  return tree;
}

Files files_below(const fs::path& folder) {
  Files files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).generic_string();
    if (!entry.is_regular_file() || path.starts_with(".gongshi/")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files[path] = {std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

class IncrementalBuildTest : public testing::Test {
 protected:
  IncrementalBuildTest() : tree_(three_campaigns()) {
    work_.write(tree_);
    fs::copy(source_root() / "site-templates", work_.path() / "templates",
             fs::copy_options::recursive);
  }

  std::size_t any(std::size_t below) { return chance_() % below; }

  // A path of the content that ends so, at random.
  std::string any_file(std::string_view end) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : tree_.files) {
      if (path.ends_with(end)) paths.push_back(path);
    }
    return paths.empty() ? "" : paths[any(paths.size())];
  }

  void put(const std::string& path, const std::string& bytes) {
    if (path.empty()) return;
    tree_.files[path] = bytes;
    fs::create_directories((work_.path() / "content" / path).parent_path());
    std::ofstream(work_.path() / "content" / path, std::ios::binary) << bytes;
  }

  void remove(const std::string& path) {
    if (path.empty()) return;
    tree_.files.erase(path);
    fs::remove(work_.path() / "content" / path);
  }

  void replace(const std::string& path, std::string_view from, const std::string& to) {
    const auto found = tree_.files.find(path);
    if (found == tree_.files.end()) return;
    std::string bytes = found->second;
    const std::size_t at = bytes.find(from);
    if (at == std::string::npos) return;
    put(path, bytes.replace(at, from.size(), to));
  }

  void append(const std::string& path, const std::string& text) {
    if (!path.empty()) put(path, tree_.files[path] + text);
  }

  std::string number() { return std::to_string(any(90) + 10); }

  void edit();
  void mend();
  void edit_texts(std::size_t which);
  void edit_structure(std::size_t which);
  void touch_output();
  void move_clock();
  int build(const std::string& out);

  const WorkFolder work_;
  SourceTree tree_;
  std::mt19937 chance_{20170621};
  std::string as_of_ = "2017-06-20T09:00:00+08:00";
  bool has_templates_ = false;
  bool is_broken_ = false;
  std::string done_;  // what the last edit was
};

void IncrementalBuildTest::edit_texts(std::size_t which) {
  switch (which) {
    case 0:
      return replace(any_file("/notice.md"), "现予公示", "现予第" + number() + "次公示");
    case 1:
      return put(any_file("/deeds/zhang-san.md"), "走村入户" + number() + "次。\n");
    case 2:
      return put(any_file("/criteria.md"), "事迹突出" + number() + "。\n");
    case 3:
      return replace(any_file("/notice.md"), "title = \"", "title = \"第" + number() + "号");
    case 4:
      return replace(any_file("/candidates.csv"), "科长", "科长" + number());
    case 5:
      return replace(any_file("/candidates.csv"), "乙局", "乙局" + number());
    case 6:
      return replace(any_file("/campaign.toml"), "示例评选", "示例评选" + number());
    case 7:
      return replace("site.toml", "示例公示网", "示例公示网" + number());
    case 8:
      return put("pages/about.md", "# 关于本站" + number() + "\n\n这是示例。\n");
    case 9:
      return replace(any_file("/notice.md"), "0000-1234567", "138001380" + number());
    case 10:
      return replace(any_file("calendars/cn.toml"), "全国", "全国" + number());
    default:
      return append(any_file("/notice.md"), "\n另行说明" + number() + "。\n");
  }
}

void IncrementalBuildTest::edit_structure(std::size_t which) {
  const std::string notice = any_file("/notice.md");
  const std::string folder = notice.substr(0, notice.rfind('/') + 1);
  switch (which) {
    case 0:
      return put(folder + "attachments/表" + number() + ".csv", "姓名\n张三\n");
    case 1:
      return remove(any_file(".csv"));
    case 2:
      return put("pages/" + number() + "p.md", "# 另一页\n\n文字。\n");
    case 3:
      return remove(any_file("p.md"));
    case 4:
      return remove(any_file("/deeds/zhang-san.md"));  // broken, until it is written again
    case 5:
      return put(folder + "../../decree.md", "决定表彰。\n");
    case 6:
      return append("site.toml", "broken = \n");
    case 7:
      return replace("site.toml", "broken = \n", "");
    case 8: {  // a notice moves to another folder
      if (folder.empty()) return;
      const std::string bytes = tree_.files[notice];
      remove(notice);
      return put(folder.substr(0, folder.size() - 1) + number() + "/notice.md", bytes);
    }
    case 9:
      return replace(notice, "[[review]]",
                     "[[correction]]\nat = 2017-06-22T15:00:00+08:00\nwhat = \"更正" + number() +
                         "\"\nkind = \"slip\"\n[[review]]");
    case 10:
      return put(folder + ".notice.md.swp", "");
    default:
      return mend();
  }
}

// What is missing comes back, what is no TOML goes.
void IncrementalBuildTest::mend() {
  replace("site.toml", "broken = \n", "");
  for (const auto& [path, bytes] : three_campaigns().files) {
    if (!tree_.files.contains(path)) put(path, bytes);
  }
}

void IncrementalBuildTest::touch_output() {
  const Files made = files_below(work_.path() / "public");
  if (made.empty()) return;
  auto which = made.begin();
  std::advance(which, static_cast<std::ptrdiff_t>(any(made.size())));
  if (which->first == "publicity.json") return;  // what was published is not to be forgotten
  const fs::path file = work_.path() / "public" / which->first;
  if (any(3) == 0) {
    fs::remove(file);
    return;
  }
  std::string bytes = which->second;
  if (!bytes.empty()) bytes.back() = 'x';
  std::ofstream(file, std::ios::binary) << bytes;
  done_ += " " + which->first;
}

void IncrementalBuildTest::move_clock() {
  const char* times[] = {"2017-06-20T09:00:00+08:00", "2017-06-21T00:00:00+08:00",
                         "2017-06-23T12:00:00+08:00", "2017-06-27T12:00:00+08:00",
                         "2017-07-01T00:00:00+08:00"};
  as_of_ = times[any(std::size(times))];
}

void IncrementalBuildTest::edit() {
  const bool is_long_broken = is_broken_ && any(2) == 0;
  if (is_long_broken) return mend();
  const std::size_t kind = any(10);
  const std::size_t which = any(12);
  done_ = std::to_string(kind) + "/" + std::to_string(which);
  if (kind < 4) return edit_texts(which);
  if (kind < 7) return edit_structure(which);
  if (kind == 7) return touch_output();
  if (kind == 8) return move_clock();
  has_templates_ = any(2) == 0;
  if (which > 8) {
    std::ofstream(work_.path() / "templates/pages/notice.mustache", std::ios::app)
        << "<p>" << number() << "</p>\n";
  }
}

int IncrementalBuildTest::build(const std::string& out) {
  std::vector<std::string> words = {"gongshi",   "build",
                                    "--content", work_.path() / "content",
                                    "--out",     work_.path() / out,
                                    "--as-of",   as_of_,
                                    "--jobs",    "2"};
  if (has_templates_) words.insert(words.end(), {"--templates", work_.path() / "templates"});
  std::vector<const char*> arguments;
  for (const std::string& word : words) arguments.push_back(word.c_str());
  testing::internal::CaptureStderr();
  testing::internal::CaptureStdout();
  const int code = run_gongshi(static_cast<int>(arguments.size()), arguments.data());
  testing::internal::GetCapturedStdout();
  const std::string said = testing::internal::GetCapturedStderr();
  if (code != 0) done_ += "\n" + said;
  return code;
}

TEST_F(IncrementalBuildTest, EndsWithTheBytesOfACleanBuild) {
  ASSERT_EQ(build("public"), 0) << done_;
  int published = 0;
  for (int i = 0; i < kEdits; ++i) {
    edit();
    const Files before = files_below(work_.path() / "public");
    fs::remove_all(work_.path() / "clean");
    const int clean = build("clean");
    const int code = build("public");
    is_broken_ = clean != 0;
    const Files after = files_below(work_.path() / "public");
    if (clean != 0 || code != 0) {
      EXPECT_EQ(clean, code) << i << " " << done_;
      EXPECT_EQ(before == after, true) << i << " " << done_ << ": something was published";
    } else {
      ++published;
      ASSERT_EQ(after == files_below(work_.path() / "clean"), true) << i << " " << done_;
    }
    EXPECT_EQ(build("public"), code) << "once more, after nothing";
    EXPECT_EQ(files_below(work_.path() / "public") == after, true) << i << " " << done_;
  }
  EXPECT_GT(published, kEdits / 4) << "edits that only break things prove little";
}

// The machine stops at any moment: the next build finds what the last one left half done.
TEST_F(IncrementalBuildTest, AfterABuildThatWasKilled) {
  const std::string words = " build --jobs 2 --as-of 2017-06-20T09:00:00+08:00 --out ";
  for (int i = 0; i < 12; ++i) {
    edit_texts(static_cast<std::size_t>(i));
    const std::string after = std::to_string(i * 5 + 20);
    work_.shell("timeout -s KILL 0.0" + after + " '" GONGSHI_PROGRAM "'" + words + "public");
    ASSERT_EQ(work_.shell("rm -rf clean; '" GONGSHI_PROGRAM "'" + words + "clean").exit_code, 0);
    const ProgramRun run = work_.shell("'" GONGSHI_PROGRAM "'" + words + "public");
    ASSERT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(files_below(work_.path() / "public") == files_below(work_.path() / "clean"), true)
        << i;
  }
}

}  // namespace
}  // namespace gongshi

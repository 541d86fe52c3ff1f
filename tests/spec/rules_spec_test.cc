// Executes tests/spec/rules: each rule's good and bad content, read from disk and checked as
// `gongshi check` does. The README there says how to read and add one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/check/rules.h"
#include "generator/command/checked_content.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

// Rules that still have no folder. Write the folder, delete the line; when no line is left, the
// list goes.
const std::set<std::string_view> kWithoutFolder = {};

const fs::path& rules_folder() {
  static const fs::path folder = source_root() / "tests/spec/rules";
  return folder;
}

std::set<std::string, std::less<>> codes_of_folders() {
  std::set<std::string, std::less<>> codes;
  for (const auto& entry : fs::directory_iterator(rules_folder())) {
    if (entry.is_directory()) codes.insert(entry.path().filename().string());
  }
  return codes;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  EXPECT_TRUE(stream) << file << " is not there";
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream stream(file);
  EXPECT_TRUE(stream) << file << " is not there";
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// "site.toml:1:8: error[missing-key]", one per problem, in the order in which they are printed.
// What is in published.json beside the content has been published before.
std::vector<std::string> problems_of(const fs::path& content) {
  const auto checked = read_checked_content(content, content.parent_path() / "published.json");
  if (!checked) return {checked.error().message};
  std::vector<std::string> lines;
  for (const Diagnostic& problem : checked->problems) {
    const std::string text = to_text(problem);
    const std::size_t below = content.string().size() + 1;
    lines.push_back(text.substr(below, text.find("]: ") + 1 - below));
  }
  return lines;
}

std::map<std::string, std::string> files_below(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files[entry.path().lexically_relative(folder).string()] = bytes_of(entry.path());
  }
  return files;
}

// The paths that are in one folder only, or have other bytes in the other.
std::set<std::string> differing_files(const fs::path& left, const fs::path& right) {
  const auto ours = files_below(left);
  const auto theirs = files_below(right);
  std::vector<std::pair<std::string, std::string>> different;
  std::ranges::set_symmetric_difference(ours, theirs, std::back_inserter(different));
  std::set<std::string> paths;
  for (const auto& [path, bytes] : different) paths.insert(path);
  return paths;
}

TEST(RulesSpecTest, TheGoodContentIsClean) {
  for (const std::string& code : codes_of_folders()) {
    EXPECT_THAT(problems_of(rules_folder() / code / "good"), testing::IsEmpty()) << code;
  }
}

TEST(RulesSpecTest, TheBadContentHasTheExpectedProblems) {
  for (const std::string& code : codes_of_folders()) {
    const std::vector<std::string> expected = lines_of(rules_folder() / code / "expected.txt");
    EXPECT_EQ(problems_of(rules_folder() / code / "bad"), expected) << code;
    EXPECT_THAT(expected, testing::Contains(testing::EndsWith("[" + code + "]")));
  }
}

// The difference is the lesson, so there is one.
TEST(RulesSpecTest, GoodAndBadDifferInOneFile) {
  for (const std::string& code : codes_of_folders()) {
    const fs::path folder = rules_folder() / code;
    EXPECT_THAT(differing_files(folder / "good", folder / "bad"), testing::SizeIs(1)) << code;
  }
}

TEST(RulesSpecTest, EachFolderIsOfARule) {
  for (const std::string& code : codes_of_folders()) {
    EXPECT_NE(find_rule(code), nullptr) << code << " is in no row of generator/check/rules.cc";
  }
}

TEST(RulesSpecTest, EachRuleHasAFolder) {
  const auto folders = codes_of_folders();
  for (const Rule& rule : rules()) {
    EXPECT_NE(folders.contains(rule.code), kWithoutFolder.contains(rule.code))
        << rule.code << ": either write tests/spec/rules/" << rule.code
        << ", or it has one: then delete it from kWithoutFolder";
  }
}

}  // namespace
}  // namespace gongshi

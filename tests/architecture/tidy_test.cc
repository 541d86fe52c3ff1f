// House rules that a machine can hold. Each message says what to write instead.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include "tests/architecture/source_files.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

struct BannedWord {
  std::string_view word;
  std::string_view instead;
};

// Spelled in two halves, so that this table does not find itself.
const BannedWord kBanned[] = {
    {"ato"
     "i(",
     "std::from_chars"},
    {"sto"
     "i(",
     "std::from_chars"},
    {"mk"
     "time(",
     "generator/notice/civil_time.h"},
    {"local"
     "time",
     "generator/notice/civil_time.h"},
    {"gm"
     "time",
     "generator/notice/civil_time.h"},
    {"std::re"
     "gex",
     "a hand-written parser with a fuzzer: its stack grows with the input"},
    {"using name"
     "space ",
     "the qualified name, or a using-declaration"},
    {"CMARK_OPT_UN"
     "SAFE",
     "no raw HTML from content, ever"},
    {"set"
     "locale",
     "nothing: output does not depend on a locale"},
    {"std::ra"
     "nd",
     "intake/seal's random bytes"},
    {"TO"
     "DO",
     "an issue, or the work itself"},
    {"FIX"
     "ME",
     "an issue, or the work itself"},
    {"sleep_"
     "for",
     "a clock that is a parameter, or waiting on what you wait for"},
    {"DISABLED"
     "_",
     "a test that runs, or none"},
    {"catch (.."
     ".) {}",
     "a catch that turns the exception into an Error"},
};

constexpr std::size_t kColumnsMax = 100;
constexpr std::size_t kFileLinesMax = 600;

std::size_t columns(const std::string& line) {
  return static_cast<std::size_t>(std::ranges::count_if(
      line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

TEST(TidyTest, BannedWordsNameTheirReplacement) {
  for (const CodeFile& file : code_files()) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for (const auto& [word, instead] : kBanned) {
        EXPECT_EQ(file.lines[i].find(word), std::string::npos)
            << file.path << ":" << i + 1 << ": " << word << " -> " << instead;
      }
    }
  }
}

TEST(TidyTest, LinesAndFilesStayReadable) {
  for (const CodeFile& file : code_files()) {
    EXPECT_LE(file.lines.size(), kFileLinesMax) << file.path << " is more than one concept";
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      EXPECT_LE(columns(file.lines[i]), kColumnsMax) << file.path << ":" << i + 1;
      EXPECT_EQ(file.lines[i].find('\t'), std::string::npos) << file.path << ":" << i + 1;
      EXPECT_FALSE(file.lines[i].ends_with(' ')) << file.path << ":" << i + 1;
    }
  }
}

TEST(TidyTest, GuardsAreNamedAfterThePath) {
  for (const CodeFile& file : code_files()) {
    if (!file.path.ends_with(".h")) continue;
    std::string guard;
    for (const char c : file.path) {
      guard += std::isalnum(static_cast<unsigned char>(c)) != 0
                   ? static_cast<char>(std::toupper(static_cast<unsigned char>(c)))
                   : '_';
    }
    EXPECT_THAT(file.lines, testing::Contains("#ifndef " + guard + "_")) << file.path;
  }
}

// The name of the type that a line of a header defines, "PageData::Member" for one that stands in
// another; empty when it defines none.
std::string defined_type(const std::string& line) {
  for (const std::string_view keyword : {"struct ", "enum class ", "class "}) {
    if (!line.starts_with(keyword) || line.ends_with(';')) continue;
    const std::string rest = line.substr(keyword.size());
    return rest.substr(0, rest.find_first_of(" {"));
  }
  return "";
}

// Two boxes that each define a `Cell` link without a word, and one of them works on the other's
// bytes. What both programs link counts for both.
TEST(TidyTest, OneNameIsOneTypeInAProgram) {
  for (const std::string program : {"generator/", "intake/"}) {
    std::map<std::string, std::string> definitions;
    for (const CodeFile& file : code_files()) {
      const bool is_linked = file.path.starts_with(program) ||
                             file.path.starts_with("generator/notice/") ||
                             file.path.starts_with("site-templates/");
      if (!is_linked || !file.path.ends_with(".h")) continue;
      for (const std::string& line : file.lines) {
        const std::string name = defined_type(line);
        if (name.empty()) continue;
        const auto [found, is_new] = definitions.emplace(name, file.path);
        EXPECT_TRUE(is_new) << name << " is in " << found->second << " and in " << file.path;
      }
    }
    EXPECT_GT(definitions.size(), 50U) << program;
  }
}

TEST(TidyTest, EveryHeaderOpensWithItsContract) {
  for (const CodeFile& file : code_files()) {
    if (!file.path.ends_with(".h")) continue;
    ASSERT_FALSE(file.lines.empty()) << file.path;
    EXPECT_TRUE(file.lines.front().starts_with("// ")) << file.path << ": say what it is first";
  }
}

// A test or source that no list names is proof of nothing.
TEST(TidyTest, EverySourceFileIsBuilt) {
  for (const CodeFile& file : code_files()) {
    if (!file.path.ends_with(".cc")) continue;
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    std::string lists;
    for (std::string folder = file.path; folder.find('/') != std::string::npos;) {
      folder = folder.substr(0, folder.rfind('/'));
      std::ifstream in(source_root() / folder / "CMakeLists.txt");
      lists.append(std::istreambuf_iterator<char>(in), {});
    }
    EXPECT_THAT(lists, testing::HasSubstr(name)) << file.path << " is in no CMakeLists.txt";
  }
}

TEST(TidyTest, NothingOfOneMachineIsCommitted) {
  for (const CodeFile& file : code_files()) {
    for (const std::string& line : file.lines) {
      EXPECT_EQ(line.find("/ro"
                          "ot/"),
                std::string::npos)
          << file.path;
      EXPECT_EQ(line.find("/wo"
                          "rk/"),
                std::string::npos)
          << file.path;
      EXPECT_EQ(line.find("/ho"
                          "me/"),
                std::string::npos)
          << file.path;
    }
  }
}

}  // namespace
}  // namespace gongshi

#include "generator/command/hint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "generator/check/rules.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

// What looks like a code in these folders, and is a word that content may use.
const std::set<std::string> kWordsOfContent = {"at-least", "calendar-day", "next-day", "same-day",
                                               "until-closed"};

bool is_code_character(char c) { return ('a' <= c && c <= 'z') || c == '-'; }

bool looks_like_a_code(const std::string& text) {
  return text.find('-') != std::string::npos && text.front() != '-' && text.back() != '-' &&
         std::ranges::all_of(text, is_code_character);
}

// The text between each pair of quotes on a line; quotes that are written \" would confuse it, and
// make no code.
void take_literals(const std::string& line, std::set<std::string>& codes) {
  for (std::size_t open = line.find('"'); open != std::string::npos;) {
    const std::size_t close = line.find('"', open + 1);
    if (close == std::string::npos) return;
    const std::string text = line.substr(open + 1, close - open - 1);
    if (looks_like_a_code(text)) codes.insert(text);
    open = close;  // a closing quote may open the next pair: "a" "b"
  }
}

std::set<std::string> codes_in(const fs::path& folder) {
  std::set<std::string> codes;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".cc") continue;
    std::ifstream stream(entry.path());
    for (std::string line; std::getline(stream, line);) take_literals(line, codes);
  }
  for (const std::string& word : kWordsOfContent) codes.erase(word);
  return codes;
}

TEST(HintTest, EveryCodeOfReadingHasOne) {
  std::size_t seen = 0;
  for (const char* folder : {"load", "toml", "calendar"}) {
    for (const std::string& code : codes_in(source_root() / "generator" / folder)) {
      EXPECT_FALSE(hint_for(code).empty())
          << folder << " reports “" << code << "”: give it a row in generator/command/hint.cc";
      ++seen;
    }
  }
  EXPECT_GT(seen, 40U) << "the search finds the codes";
}

TEST(HintTest, EveryRuleHasOneWithItsSource) {
  for (const Rule& rule : rules()) {
    EXPECT_THAT(hint_for(rule.code), testing::HasSubstr(std::string(rule.source))) << rule.code;
  }
}

TEST(HintTest, NothingForWhatNobodyReports) {
  for (const char* code : {"", "no-such-code", "Missing-Key"}) EXPECT_EQ(hint_for(code), "");
}

}  // namespace
}  // namespace gongshi

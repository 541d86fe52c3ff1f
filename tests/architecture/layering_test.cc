// The arrows of ARCHITECTURE.md, as a table. The build draws them once more as targets; this test
// also catches header-only code, which a shared include root would let through.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "tests/architecture/source_files.h"

namespace gongshi {
namespace {

using Folders = std::set<std::string>;

// A folder may include itself and these. A new arrow is a reviewed line.
const std::map<std::string, Folders> kMayInclude = {
    {"generator/notice", {}},
    {"generator/toml", {"generator/notice"}},
    {"generator/calendar", {"generator/notice", "generator/toml"}},
    {"generator/load", {"generator/notice", "generator/toml", "generator/scan"}},
    {"generator/markdown", {"generator/notice"}},
    {"generator/scan", {"generator/notice"}},
    {"generator/check",
     {"generator/notice", "generator/toml", "generator/load", "generator/calendar",
      "generator/markdown", "generator/scan"}},
    {"site-templates", {"generator/notice"}},
    {"generator/render",
     {"generator/notice", "generator/load", "generator/markdown", "site-templates"}},
    {"generator/publish", {"generator/notice"}},
    {"generator/preview", {"generator/notice", "site-templates"}},
    {"generator/import", {"generator/notice", "generator/load", "generator/scan"}},
    {"generator/scaffold", {"generator/notice", "generator/load"}},
    {"generator/amend", {"generator/notice", "generator/load"}},
    {"generator/command",
     {"generator/notice", "generator/toml", "generator/calendar", "generator/load",
      "generator/check", "generator/render", "generator/publish", "generator/preview",
      "generator/scan", "generator/import", "generator/scaffold", "generator/amend",
      "site-templates"}},
    {"generator", {"generator/command"}},
    {"intake/seal", {"generator/notice"}},
    {"intake/log", {"generator/notice", "intake/seal"}},
    {"intake/register", {"generator/notice", "intake/seal", "intake/log"}},
    {"intake/filing", {"generator/notice", "intake/seal", "intake/log", "intake/register"}},
    {"intake/http",
     {"generator/notice", "intake/filing", "intake/register", "intake/seal", "site-templates"}},
    // What it keeps back of an objection is found as what must not be published is.
    {"intake/desk",
     {"generator/notice", "generator/scan", "intake/filing", "intake/register", "intake/log",
      "intake/seal"}},
    {"intake/package", {"generator/notice"}},
    {"intake/verify", {"generator/notice", "generator/toml", "intake/log", "intake/package"}},
    {"intake/witness", {"generator/notice", "intake/seal", "intake/log", "intake/register"}},
    {"intake/papers",
     {"generator/notice", "intake/log", "intake/register", "intake/desk", "intake/package",
      "intake/verify", "site-templates"}},
    {"intake/office",
     {"generator/notice", "intake/filing", "intake/register", "intake/desk", "intake/http",
      "intake/papers", "intake/seal", "site-templates"}},
    {"intake/command",
     {"generator/notice", "intake/http", "intake/filing", "intake/register", "intake/desk",
      "intake/office", "intake/seal", "intake/log", "intake/verify", "intake/papers",
      "intake/witness", "site-templates"}},
    {"intake", {"intake/command", "intake/http", "intake/desk"}},
};

// Each third-party header has one door.
const std::map<std::string, Folders> kDoors = {
    {"toml++/", {"generator/toml/toml_document.cc"}},
    // The first serves what is public, the second one's own screen; the others fetch.
    {"httplib.h",
     {"intake/http/", "generator/preview/preview_server.cc", "intake/verify/log_source.cc",
      "intake/witness/witness_client.cc"}},
    {"SQLiteCpp/", {"intake/register/"}},
    {"sqlite3.h", {"intake/register/"}},
    {"sodium.h", {"intake/seal/"}},
    {"libgfshare.h", {"intake/seal/key_shares.cc"}},
    {"liboath/", {"intake/seal/totp.cc"}},
    {"openssl/", {"generator/notice/digest.cc"}},
    {"zlib.h", {"intake/http/compression.cc"}},
    {"brotli/", {"intake/http/compression.cc"}},
    {"cmark.h", {"generator/markdown/"}},
    {"unicode/", {"generator/render/dictionary_order.cc"}},
    {"qrencode.h", {"site-templates/qr_code.cc"}},
    {"kainjow/", {"tests/templates/page_template_test.cc"}},
    {"nlohmann/", {"generator/notice/json.h", "generator/notice/json_forward.h"}},
    // One maps characters, one folds texts, one asks how wide characters are.
    {"utf8proc.h",
     {"generator/scan/normalized_text.cc", "generator/notice/folded_text.cc",
      "generator/command/terminal_text.cc"}},
    {"iconv.h", {"generator/notice/text_encoding.cc"}},
    // One looks into what others made, the other packs and unpacks what is ours.
    {"zip.h", {"generator/scan/zip_members.cc", "intake/package/zip_package.cc"}},
    {"xlsxwriter.h", {"intake/papers/register_workbook.cc"}},
    {"pugixml.hpp", {"generator/scan/xml_walk.cc"}},
    {"poppler-", {"generator/scan/pdf_text.cc"}},
    {"CLI/", {"generator/command/", "intake/command/"}},
    {"spdlog/", {"intake/http/", "intake/command/"}},
};

bool is_ours(const std::string& include) {
  return include.starts_with("generator/") || include.starts_with("intake/") ||
         include.starts_with("site-templates/");
}

std::string box_of(const std::string& path) {
  return path.starts_with("site-templates/") ? "site-templates" : folder_of(path);
}

std::optional<std::string> included(const std::string& line) {
  if (!line.starts_with("#include ") || line.size() < 12) return std::nullopt;
  const auto end = line.find_first_of(">\"", 10);
  return line.substr(10, end == std::string::npos ? end : end - 10);
}

void expect_drawn(const CodeFile& file, const std::string& include) {
  const std::string from = box_of(file.path);
  const std::string to = box_of(include);
  const auto allowed = kMayInclude.find(from);
  ASSERT_NE(allowed, kMayInclude.end()) << from << " is not drawn: add it to kMayInclude";
  EXPECT_TRUE(from == to || allowed->second.contains(to))
      << file.path << " includes " << include << ": no arrow from " << from << " to " << to;
}

void expect_door(const CodeFile& file, const std::string& include) {
  for (const auto& [library, doors] : kDoors) {
    if (!include.starts_with(library)) continue;
    const bool at_door = std::ranges::any_of(
        doors, [&](const std::string& door) { return file.path.starts_with(door); });
    EXPECT_TRUE(at_door) << file.path << " includes " << include << ": only "
                         << testing::PrintToString(doors) << " may";
  }
}

TEST(LayeringTest, OnlyDrawnArrowsExist) {
  for (const CodeFile& file : code_files()) {
    if (file.path.starts_with("tests/")) continue;  // tests may look anywhere
    for (const std::string& line : file.lines) {
      const auto include = included(line);
      if (include && is_ours(*include)) expect_drawn(file, *include);
    }
  }
}

TEST(LayeringTest, EachLibraryHasOneDoor) {
  for (const CodeFile& file : code_files()) {
    if (file.path.starts_with("tests/")) continue;
    for (const std::string& line : file.lines) {
      if (const auto include = included(line)) expect_door(file, *include);
    }
  }
}

// Invariant of generator/notice: no clock, no file, no socket.
TEST(LayeringTest, VocabularyDoesNoInputOrOutput) {
  for (const CodeFile& file : code_files()) {
    if (!file.path.starts_with("generator/notice/")) continue;
    for (const std::string& line : file.lines) {
      const auto include = included(line);
      EXPECT_THAT(include.value_or(""),
                  testing::Not(testing::AnyOf("fstream", "filesystem", "iostream", "cstdio",
                                              "sys/socket.h", "thread", "mutex")))
          << file.path;
      EXPECT_THAT(line, testing::Not(testing::HasSubstr("_clock::now"))) << file.path;
    }
  }
}

TEST(LayeringTest, ArchitectureDrawsEveryFolder) {
  const std::string text = text_of("ARCHITECTURE.md");
  for (const auto& [folder, arrows] : kMayInclude) {
    EXPECT_THAT(text, testing::HasSubstr(folder)) << "ARCHITECTURE.md does not mention it";
  }
}

}  // namespace
}  // namespace gongshi

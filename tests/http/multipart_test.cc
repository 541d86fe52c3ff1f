#include "intake/http/multipart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Part {
  std::string name;
  std::string filename;
  std::string bytes;

  bool operator==(const Part&) const = default;
};

void PrintTo(const Part& part, std::ostream* out) {
  *out << part.name << " | " << part.filename << " | " << part.bytes;
}

// Nothing for a body that is refused or not complete. `piece`: how many bytes come at a time.
std::optional<std::vector<Part>> read(std::string_view body, std::size_t piece = 4096) {
  std::vector<Part> parts;
  MultipartReader reader("b", {.begin_part =
                                   [&](const PartHead& head) {
                                     parts.push_back({head.name, head.filename, ""});
                                     return true;
                                   },
                               .add =
                                   [&](std::string_view bytes) {
                                     parts.back().bytes += bytes;
                                     return true;
                                   }});
  for (; !body.empty(); body.remove_prefix(std::min(piece, body.size()))) {
    if (!reader.push(body.substr(0, piece))) return std::nullopt;
  }
  if (!reader.is_complete()) return std::nullopt;
  return parts;
}

// One part with these header lines.
std::string body_of(std::string_view head) {
  return "--b\r\n" + std::string(head) + "\r\nvalue\r\n--b--\r\n";
}

TEST(MultipartTest, PartsComeOutAsTheyWentInWhateverThePieces) {
  const std::string body =
      "--b\r\nContent-Disposition: form-data; name=\"statement\"\r\n\r\n"
      "一\r\n--\r\n--B\r\n-\r\n\r\n--a二\r\n\r\n"
      "--b\r\ncontent-type: text/plain\r\nCONTENT-DISPOSITION: Form-Data; name=\"evidence\"; "
      "filename=\"甲.txt\"\r\n\r\n\r\n"
      "--b\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n--b\r\n--b--\r\nwhat follows";
  for (std::size_t piece = 1; piece <= body.size(); ++piece) {
    const auto parts = read(body, piece);
    ASSERT_TRUE(parts) << piece;
    EXPECT_THAT(*parts, ElementsAre(Part{"statement", "", "一\r\n--\r\n--B\r\n-\r\n\r\n--a二\r\n"},
                                    Part{"evidence", "甲.txt", ""}, Part{"", "", "--b"}))
        << piece;
  }
}

TEST(MultipartTest, AFormWithoutPartsIsComplete) { EXPECT_THAT(*read("--b--\r\n"), IsEmpty()); }

TEST(MultipartTest, ABodyThatBreaksOffIsNotComplete) {
  const std::string body = body_of("Content-Disposition: form-data; name=\"a\"\r\n");
  for (std::size_t size = 0; size + 2 < body.size(); ++size) {
    EXPECT_FALSE(read(body.substr(0, size))) << size;
  }
}

TEST(MultipartTest, NamesAreReadAsBrowsersAndProgramsWriteThem) {
  const std::pair<std::string_view, Part> cases[] = {
      {"form-data; name=\"a\"", {"a", "", "value"}},
      {"form-data;name=a", {"a", "", "value"}},
      {"form-data;; name=\"a\";", {"a", "", "value"}},
      {"form-data ; NAME = \"a\"", {"", "", ""}},
      {"form-data; filename=\"x; name=y\"; name=\"a\"", {"a", "x; name=y", "value"}},
      {"form-data; name=\"a\"; filename=\"say \\\"yes\\\".txt\"",
       {"a", "say \"yes\".txt", "value"}},
      {"form-data; name=\"a\"; filename=\"say %22yes%22.txt\"",
       {"a", "say %22yes%22.txt", "value"}},
      {"form-data; name=\"a\"; filename=\"C:\\证据\\a.txt\"", {"a", "C:\\证据\\a.txt", "value"}},
      {"form-data; name=\"a\"; filename*=UTF-8''%E7%94%B2", {"a", "", "value"}},
  };
  for (const auto& [disposition, part] : cases) {
    const auto parts = read(body_of("Content-Disposition: " + std::string(disposition) + "\r\n"));
    if (part.bytes.empty()) {
      EXPECT_FALSE(parts) << disposition;
      continue;
    }
    ASSERT_TRUE(parts) << disposition;
    EXPECT_THAT(*parts, ElementsAre(part)) << disposition;
  }
}

TEST(MultipartTest, WhatTwoReadersCouldReadDifferentlyIsRefused) {
  const std::string_view kName = "Content-Disposition: form-data; name=\"a\"\r\n";
  for (const std::string& body : {
           " " + body_of(kName),  // something before the first boundary
           "\r\n" + body_of(kName),
           body_of(""),  // a part without a name
           body_of("Content-Type: text/plain\r\n"),
           body_of("Content-Disposition: form-data\r\n"),
           body_of("Content-Disposition: form-data; filename=\"a\"\r\n"),
           body_of("Content-Disposition: attachment; name=\"a\"\r\n"),
           body_of("Content-Disposition: form-data2; name=\"a\"\r\n"),
           body_of("Content-Disposition: form-data; name=\"a\"; name=\"b\"\r\n"),
           body_of(
               "Content-Disposition: form-data; name=\"a\"; filename=\"b\"; filename=\"c\"\r\n"),
           body_of("Content-Disposition: form-data; name=\"a\r\n"),
           body_of("Content-Disposition: form-data; name=\"a\"x\r\n"),
           body_of("Content-Disposition: form-data; =\"a\"\r\n"),
           body_of(std::string(kName) + std::string(kName)),  // two names
           body_of("Content-Disposition : form-data; name=\"a\"\r\n"),
           body_of("Content-Disposition: form-data;\r\n name=\"a\"\r\n"),  // continued
           body_of("Content-Disposition: form-data; name=\"a\nb\"\r\n"),
           body_of("Content-Disposition: form-data; name=\"a" + std::string(1, '\0') + "\"\r\n"),
           body_of(std::string(kName) + "Content-Transfer-Encoding: base64\r\n"),
           body_of(std::string(kName) + "no header\r\n"),
           "--b \r\n" + std::string(kName) + "\r\nvalue\r\n--b--\r\n",
           "--bb\r\n" + std::string(kName) + "\r\nvalue\r\n--bb--\r\n",
           "--b\r\n" + std::string(kName) + "\r\nvalue\r\n--bc\r\n--b--\r\n",
       }) {
    EXPECT_FALSE(read(body)) << body;
    EXPECT_FALSE(read(body, 1)) << body;
  }
  EXPECT_TRUE(read(body_of(std::string(kName) + "Content-Transfer-Encoding: 8BIT\r\n")));
}

TEST(MultipartTest, TheHeadOfAPartIsBounded) {
  const std::string line = "Content-Disposition: form-data; name=\"\"\r\n";
  const auto named = [&](std::size_t size) {
    std::string longer = line;
    return body_of(longer.insert(longer.find('"') + 1, std::string(size, 'a')));
  };
  EXPECT_TRUE(read(named(kPartHeadBytesMax - line.size())));
  EXPECT_FALSE(read(named(kPartHeadBytesMax)));
  EXPECT_FALSE(read("--b\r\n" + std::string(kPartHeadBytesMax + 1, 'a'), 1));
}

TEST(MultipartTest, TheReceiverStopsIt) {
  const std::string body = body_of("Content-Disposition: form-data; name=\"a\"\r\n");
  const auto push = [&](bool wants_part, bool wants_bytes) {
    return MultipartReader("b", {.begin_part = [&](const PartHead&) { return wants_part; },
                                 .add = [&](std::string_view) { return wants_bytes; }})
        .push(body);
  };
  EXPECT_TRUE(push(true, true));
  EXPECT_FALSE(push(false, true));
  EXPECT_FALSE(push(true, false));
}

TEST(MultipartTest, ABoundaryIsWhatTheStandardAllows) {
  EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=----WebKit7"), "----WebKit7");
  EXPECT_EQ(multipart_boundary("multipart/form-data;charset=utf-8 ;BOUNDARY=\"a b\""), "a b");
  EXPECT_EQ(multipart_boundary("multipart/form-data ; boundary=" + std::string(70, 'x')),
            std::string(70, 'x'));
  for (const std::string& type :
       {std::string("multipart/form-data"), std::string("multipart/form-data; boundary="),
        std::string("multipart/form-data; boundary=\"a"),
        std::string("multipart/form-data; boundary=\"a \""),
        std::string("multipart/form-data; boundary=a; boundary=b"),
        std::string("multipart/form-data; boundary=\"a\\\"b\""),
        std::string("multipart/form-data; boundary=公示"),
        "multipart/form-data; boundary=" + std::string(71, 'x')}) {
    EXPECT_EQ(multipart_boundary(type), std::nullopt) << type;
  }
}

}  // namespace
}  // namespace gongshi

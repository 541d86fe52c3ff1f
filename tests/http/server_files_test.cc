// Files on their way through the real server: in with an objection, sealed, and out again.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

#include "generator/notice/json.h"
#include "intake/http/security_headers.h"
#include "tests/http/sample_server.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Files = std::vector<std::pair<std::string, std::string>>;

httplib::MultipartFormDataItems items_with(const Files& files,
                                           std::string_view field = "evidence") {
  httplib::MultipartFormDataItems items;
  for (const auto& [name, value] : sample_parts()) items.push_back({name, value, "", ""});
  for (const auto& [name, bytes] : files) {
    items.push_back({std::string(field), bytes, name, "application/octet-stream"});
  }
  return items;
}

TEST_F(ServerTest, FilesAreJudgedByTheirBytes) {
  const struct {
    Files files;
    const char* field;
    const char* code;
  } table[] = {{{{"照片.jpg", std::string("MZ\0", 3)}}, "evidence", "wrong_type"},
               {{{"empty.txt", ""}}, "evidence", "empty"},
               {{{"大.txt", std::string(kEvidenceBytesMax + 1, 'x')}}, "evidence", "too_big"},
               {{{"", std::string(1, '\0')}}, "evidence", "wrong_type"},
               {{{"a.exe", std::string("MZ\0", 3)}}, "other", "wrong_type"}};
  for (const auto& [files, field, code] : table) {
    const auto answer =
        client().Post("/objections", {{"Accept", "application/json"}}, items_with(files, field));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 422);
    EXPECT_THAT(answer->body, HasSubstr(fmt::format(R"({{"field":"evidence","code":"{}")", code)));
  }
  EXPECT_EQ(sample_.count_objections(), 0U);
  EXPECT_TRUE(std::filesystem::is_empty(sample_.data() / "evidence"));
  // What a browser sends for a file field that was left empty.
  EXPECT_EQ(client().Post("/objections", items_with({{"", ""}}))->status, 201);
}

std::size_t peak_memory_bytes() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6)) * 1024;
  }
  return 0;
}

// Five files of the largest size, written to the socket a piece at a time: what the process holds
// in memory does not grow with them, and the disk does not tell what is in them.
TEST_F(ServerTest, FilesAreSealedWhileTheyComeIn) {
  constexpr std::string_view kMark = "what nobody else may read\n";
  std::string piece;
  while (piece.size() < 65536) piece += kMark;
  const auto head_of = [](std::size_t i) {
    return fmt::format(
        "--gongshi\r\nContent-Disposition: form-data; name=\"evidence\"; "
        "filename=\"{}.txt\"\r\n\r\n{}",
        i, i);
  };
  std::string fields = multipart(sample_parts());
  fields.resize(fields.rfind("--gongshi--"));
  const std::string end = "--gongshi--\r\n";
  std::size_t length = fields.size() + end.size();
  for (std::size_t i = 0; i < kEvidenceCountMax; ++i) {
    length += head_of(i).size() + kEvidenceBytesMax - 1 + 2;
  }
  const Wire wire(port());
  const std::size_t before = peak_memory_bytes();
  wire.send(
      fmt::format("POST /objections HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n"
                  "Content-Type: multipart/form-data; boundary=gongshi\r\n"
                  "Content-Length: {}\r\n\r\n",
                  length));
  wire.send(fields);
  for (std::size_t i = 0; i < kEvidenceCountMax; ++i) {
    wire.send(head_of(i));
    for (std::size_t left = kEvidenceBytesMax - 1; left > 0;) {
      const std::string_view part = std::string_view(piece).substr(0, left);
      wire.send(part);
      left -= part.size();
    }
    wire.send("\r\n");
  }
  wire.send(end);
  EXPECT_THAT(wire.receive_one(), StartsWith("HTTP/1.1 201"));
  EXPECT_LT(peak_memory_bytes() - before, std::size_t{8} * 1024 * 1024);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(sample_.data())) {
    if (!entry.is_regular_file() || entry.path().filename().string().starts_with("register.db"))
      continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(bytes.find(kMark), std::string::npos) << entry.path();
    files += bytes.size() > kEvidenceBytesMax ? 1 : 0;
  }
  EXPECT_EQ(files, kEvidenceCountMax);
}

TEST_F(ServerTest, AFileGoesOutAsItCameIn) {
  std::string bytes(300'000, 'x');
  bytes.back() = 'y';
  const auto filed = client().Post("/objections", {{"Accept", "application/json"}},
                                   items_with({{"记录.txt", bytes}}));
  ASSERT_TRUE(filed);
  const Json receipt = Json::parse(filed->body)["receipt"];
  const httplib::Params asked = {
      {"number", receipt["number"]}, {"code", receipt["code"]}, {"download", "evidence-1"}};
  const auto file = client().Post("/status", asked);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->status, 200);
  EXPECT_EQ(file->body, bytes);
  EXPECT_EQ(file->get_header_value("Content-Type"), "text/plain");
  EXPECT_EQ(file->get_header_value("X-Content-Type-Options"), "nosniff");
  EXPECT_THAT(file->get_header_value("Content-Disposition"), StartsWith("attachment; "));
  for (const auto& entry : std::filesystem::directory_iterator(sample_.data() / "evidence")) {
    std::filesystem::resize_file(entry.path(), 200'000);
  }
  EXPECT_FALSE(client().Post("/status", asked));  // cut off, and seen to be
}

// As people name their files; httplib must neither decode nor cut them.
TEST_F(ServerTest, NamesOfFilesComeInAsTheyWereSent) {
  const struct {
    const char* sent;
    const char* listed;
  } table[] = {{"完成 50%25.txt", "完成 50%25.txt"},
               {"100%.txt", "100%.txt"},
               {"a+b%20c.txt", "a+b%20c.txt"},
               {"甲=乙.txt", "甲=乙.txt"},
               {"甲；乙，𬱖.txt", "甲；乙，𬱖.txt"},
               {"甲;乙.txt", "甲;乙.txt"},
               {"%2e%2e%2fsecret.txt", "%2e%2e%2fsecret.txt"},
               {"../../secret.txt", "secret.txt"},
               {"C:\\文档\\记录.txt", "记录.txt"}};
  int form = 0;
  for (const auto& [sent, listed] : table) {
    std::string body = multipart(sample_parts(fmt::format("the-names-of-files-{:02}", ++form)));
    body.resize(body.rfind("--gongshi--"));
    body += fmt::format(
        "--gongshi\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"{}\"\r\n"
        "Content-Type: text/plain\r\n\r\nx\r\n--gongshi--\r\n",
        sent);
    const std::string answer = say(post_text("/objections", body, "Accept: application/json\r\n"));
    EXPECT_THAT(answer, HasSubstr(fmt::format(" 1 txt {}\\n", listed))) << sent;
  }
}

TEST_F(ServerTest, ANameWithoutEndIsRefusedAndEndsNothing) {
  const std::string name(std::size_t{512} * 1024, 'a');
  const std::string body = fmt::format(
      "--gongshi\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\nx\r\n--gongshi--\r\n", name);
  EXPECT_THAT(say(post_text("/objections", body)), StartsWith("HTTP/1.1 400"));
  EXPECT_THAT(say(post_text("/objections", multipart(sample_parts()))), StartsWith("HTTP/1.1 201"));
}

// The ordinary case of too much: one file, while the whole still passes.
TEST_F(ServerTest, AFileThatIsTooBigCostsNeitherTheTextNorTheOthers) {
  const auto page = client().Post(
      "/objections",
      items_with({{"小.txt", "记录"}, {"大.txt", std::string(kEvidenceBytesMax + 1, 'x')}}));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->status, 422);
  EXPECT_THAT(page->body,
              AllOf(HasSubstr("“大.txt”超过 10 MB，没有附上"), HasSubstr("去掉“小.txt”"),
                    HasSubstr("请予核查。𬱖</textarea>")));
  const auto receipt = client().Post("/objections", items_with({}));
  EXPECT_EQ(receipt->status, 201);
  EXPECT_THAT(receipt->body, HasSubstr("小.txt（文本，6字节）"));
}

TEST_F(ServerTest, AFileIsAddedAndGoesOutAgain) {
  const auto filed = client().Post("/objections", {{"Accept", "application/json"}}, items_with({}));
  ASSERT_TRUE(filed);
  const Json receipt = Json::parse(filed->body)["receipt"];
  const std::string number = receipt["number"];
  const std::string code = receipt["code"];
  const std::string bytes(300'000, 'x');
  const httplib::MultipartFormDataItems items = {
      {"number", number, "", ""},     {"code", code, "", ""},
      {"step", "supplement", "", ""}, {"form_id", "a-supplement-form-0001", "", ""},
      {"note", "", "", ""},           {"evidence", bytes, "记录.txt", "application/octet-stream"}};
  for (int i = 0; i < 2; ++i) {
    const auto added = client().Post("/status", {{"Accept", "application/json"}}, items);
    ASSERT_TRUE(added);
    EXPECT_EQ(Json::parse(added->body)["status"]["steps"].size(), 1U) << added->body;
  }
  const httplib::Params asked = {{"number", number}, {"code", code}, {"download", "evidence-1"}};
  EXPECT_EQ(client().Post("/status", asked)->body, bytes);
}

TEST_F(ServerTest, AnUploadThatBreaksOffLeavesNothing) {
  const std::string body = multipart(sample_parts());
  {
    const Wire wire(port());
    wire.send(
        fmt::format("POST /objections HTTP/1.1\r\nHost: x\r\n"
                    "Content-Type: multipart/form-data; boundary=gongshi\r\n"
                    "Content-Length: 1000000\r\n\r\n--gongshi\r\nContent-Disposition: "
                    "form-data; name=\"evidence\"; filename=\"a.txt\"\r\n\r\n{}",
                    std::string(200'000, 'x')));
    wire.finish_sending();
    wire.receive_all();
  }
  EXPECT_TRUE(std::filesystem::is_empty(sample_.data() / "evidence"));
}

}  // namespace
}  // namespace gongshi

// What a request leaves behind in the memory of the running program: nothing that anybody wrote,
// and no code. A core dump is that memory.
#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/notice/json.h"
#include "intake/register/register.h"
#include "intake/seal/office_key.h"
#include "tests/daemon/daemon.h"
#include "tests/http/sample_portal.h"
#include "tests/http/wire.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsWiped = false;  // the sanitizers' free() stands there
#else
constexpr bool kIsWiped = true;
#endif

std::string repeat(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return encoded;
}

std::string encoded_post(std::string_view path, const Parts& fields) {
  std::string body;
  for (const auto& [name, value] : fields) {
    body += fmt::format("{}{}={}", body.empty() ? "" : "&", name, percent_encoded(value));
  }
  return fmt::format(
      "POST {} HTTP/1.1\r\nHost: gongshi.example\r\nContent-Type: "
      "application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}",
      path, body.size(), body);
}

constexpr std::string_view kStatement = "某人在某处收受某物之事实。";
constexpr std::string_view kName = "欧阳某某之化名";
constexpr std::string_view kContact = "某市某路某号某室转交";
constexpr std::string_view kFileName = "某次会议记录之影印件";
constexpr std::string_view kFileText = "影印件所载之原文如下：";
constexpr std::string_view kFormId = "a-form-that-nobody-knows-0001";

// What must not be found, by what it is. Long texts repeat it, so that a piece of one is found too.
using Secrets = std::map<std::string, std::string>;

Secrets written_secrets() {
  Secrets secrets{{"statement", std::string(kStatement)}, {"name", std::string(kName)},
                  {"contact", std::string(kContact)},     {"file name", std::string(kFileName)},
                  {"file", std::string(kFileText)},       {"form id", std::string(kFormId)}};
  for (const auto& [what, secret] : Secrets(secrets)) {
    secrets[what + ", encoded"] = percent_encoded(secret);
  }
  return secrets;
}

void add_code(Secrets& secrets, const std::string& code) {
  secrets["code"] = code;
  secrets["code without dashes"] = code;
  std::erase(secrets["code without dashes"], '-');
  secrets["code, encoded"] = percent_encoded(code);
}

Parts form_parts() {
  return {{"form_id", std::string(kFormId)},
          {"notice", std::string(kSampleNotice)},
          {"candidate", ""},
          {"grounds", "facts"},
          {"statement", repeat(kStatement, 100)},
          {"identity", "named"},
          {"name", std::string(kName)},
          {"contact", std::string(kContact)}};
}

std::string with_a_file(const Parts& parts) {
  std::string body = multipart(parts);
  body.resize(body.rfind("--gongshi--"));
  return body + fmt::format(
                    "--gongshi\r\nContent-Disposition: form-data; name=\"evidence\"; "
                    "filename=\"{}.txt\"\r\n\r\n{}\r\n--gongshi--\r\n",
                    kFileName, repeat(kFileText, 5000));
}

class MemoryTest : public testing::Test {
 protected:
  MemoryTest() {
    Register reg = Register::open(sample_.data()).value();
    EXPECT_TRUE(reg.add_office_key(OfficeKey::random().public_key(), sample_instant()));
  }

  std::string answer_to(const std::string& request) const {
    const Wire wire(daemon().port());
    wire.send(request);
    return wire.receive_one();
  }

  // Which of the secrets stand somewhere in what the program may write to, and where.
  std::vector<std::string> found(const Secrets& secrets) const {
    std::vector<std::string> places;
    const int memory = ::open(daemon().proc("mem").c_str(), O_RDONLY | O_CLOEXEC);
    EXPECT_GE(memory, 0);
    std::ifstream maps(daemon().proc("maps"));
    for (std::string line; std::getline(maps, line);) {
      if (line.find(" rw") == std::string::npos) continue;
      const std::string bytes = read_region(memory, line);
      for (const auto& [what, secret] : secrets) {
        if (bytes.find(secret) != std::string::npos) places.push_back(what + " in " + line);
      }
    }
    ::close(memory);
    return places;
  }

  // The same once the program has come to rest, which its answer does not wait for.
  std::vector<std::string> left(const Secrets& secrets) const {
    constexpr int kTries = 50;
    const Wire idle(daemon().port());
    std::vector<std::string> places = found(secrets);
    for (int i = 0; i < kTries && !places.empty(); ++i) {
      idle.is_readable(100);
      places = found(secrets);
    }
    return places;
  }

  const Daemon& daemon() const { return *daemon_; }
  void start() {
    daemon_.emplace(std::vector<std::string>{"--data", sample_.data().string(), "--site",
                                             sample_.site().string(), "--listen", "127.0.0.1:0",
                                             "--clock", std::string(kWhileOpen)});
  }

 private:
  // "begin-end rw-p …": what of it can be read.
  static std::string read_region(int memory, const std::string& line) {
    std::size_t end_of_begin = 0;
    const std::uint64_t begin = std::stoull(line, &end_of_begin, 16);
    const std::uint64_t end = std::stoull(line.substr(end_of_begin + 1), nullptr, 16);
    std::string bytes(end - begin, '\0');
    const ssize_t got = ::pread(memory, bytes.data(), bytes.size(), static_cast<off_t>(begin));
    bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return bytes;
  }

  const SamplePortal sample_;
  std::optional<Daemon> daemon_;
};

TEST_F(MemoryTest, NothingOfARequestIsLeftOnceItIsAnswered) {
  if (!kIsWiped) GTEST_SKIP() << "the sanitizers keep memory for themselves";
  start();
  Secrets secrets = written_secrets();
  EXPECT_THAT(left(secrets), IsEmpty());

  const Wire reader(daemon().port());
  reader.send("GET /assets/site.css?" + std::string(kFormId) + " HTTP/1.1\r\nHost: x\r\nCookie: " +
              repeat(kName, 50) + "\r\nUser-Agent: " + std::string(kContact) + "\r\n\r\n");
  EXPECT_THAT(reader.receive_one(), HasSubstr("body{}"));
  EXPECT_THAT(left(secrets), IsEmpty()) << "after a page was read, its connection open";

  // While it comes in it is there: the search finds what there is.
  const std::string undeclared = post_text("/objections", with_a_file(form_parts()));
  {
    const Wire wire(daemon().port());
    wire.send(undeclared.substr(0, undeclared.size() / 10));
    for (int i = 0; i < 50 && found(secrets).empty(); ++i) wire.is_readable(100);
    EXPECT_THAT(found(secrets), testing::Contains(HasSubstr("statement in ")));
  }
  EXPECT_THAT(left(secrets), IsEmpty()) << "after a connection that broke";

  const Wire kept(daemon().port());
  kept.send(undeclared);
  EXPECT_THAT(kept.receive_one(), StartsWith("HTTP/1.1 422"));
  EXPECT_THAT(left(secrets), IsEmpty()) << "after a form that came back, its connection open";

  Parts parts = form_parts();
  parts.emplace_back("declaration", "on");
  const std::string filed =
      answer_to(post_text("/objections", with_a_file(parts), "Accept: application/json\r\n"));
  ASSERT_THAT(filed, StartsWith("HTTP/1.1 201"));
  const Json receipt = Json::parse(filed.substr(filed.find("\r\n\r\n") + 4))["receipt"];
  add_code(secrets, receipt["code"]);
  EXPECT_THAT(left(secrets), IsEmpty()) << "after filing";
  answer_to(post_text("/objections", with_a_file(parts)));
  EXPECT_THAT(left(secrets), IsEmpty()) << "after the receipt was shown again";

  const Parts looking = {{"number", receipt["number"]}, {"code", receipt["code"]}};
  EXPECT_THAT(answer_to(encoded_post("/status", looking)), HasSubstr(std::string(kStatement)));
  EXPECT_THAT(left(secrets), IsEmpty()) << "after a look at it";
  Parts fetching = looking;
  fetching.emplace_back("download", "evidence-1");
  EXPECT_THAT(answer_to(encoded_post("/status", fetching)), HasSubstr(std::string(kFileText)));
  EXPECT_THAT(left(secrets), IsEmpty()) << "after its file was fetched";
}

}  // namespace
}  // namespace gongshi

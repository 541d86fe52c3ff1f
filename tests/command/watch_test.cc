// The real program, with a browser's requests.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <httplib.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill is POSIX, not C++
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "generator/notice/json.h"
#include "tests/command/program_run.h"
#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kNoticePath = "/notices/gongshi-2017/";

// Runs until the end of the test, which proves that it stops when asked.
class WatchTest : public testing::Test {
 protected:
  void SetUp() override {
    work_.write(sample_content());
    int out[2] = {};
    ASSERT_EQ(pipe(out), 0);
    process_ = fork();
    ASSERT_GE(process_, 0);
    if (process_ == 0) {
      run_program(out[1]);
    }
    close(out[1]);
    std::string address;
    char c = 0;
    while (read(out[0], &c, 1) == 1 && c != '\n') address += c;
    close(out[0]);
    ASSERT_THAT(address, testing::StartsWith("http://127.0.0.1:"));
    host_ = address.substr(7, address.size() - 8);
  }

  ~WatchTest() override {
    if (process_ <= 0) return;
    kill(process_, SIGTERM);
    int status = 0;
    waitpid(process_, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << read_file(".err");
  }

  [[noreturn]] void run_program(int out) const {
    const int err = open((work_.path() / ".err").c_str(), O_CREAT | O_WRONLY, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    fs::current_path(work_.path());
    execl(GONGSHI_PROGRAM, "gongshi", "watch", "--port", "0", nullptr);
    _exit(127);
  }

  std::string read_file(const std::string& path) const {
    std::ifstream file(work_.path() / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  httplib::Client client() const {
    httplib::Client client("http://" + host_);
    client.set_read_timeout(std::chrono::seconds(60));
    return client;
  }

  std::string get(const std::string& path) const {
    const auto answer = client().Get(path.c_str());
    return answer ? answer->body : "";
  }

  // As the script asks: comes back when the version is another.
  Json state_after(const std::string& version) const {
    Json state;
    do {
      state = Json::parse(get("/.watch/state?after=" + version), nullptr, false);
    } while (!state.is_discarded() && state["version"] == version);
    return state;
  }

  // The version once the first build is done, with or without problems.
  std::string first_version() const { return state_after("1")["version"]; }

  void edit(const Variation& variation) const {
    SourceTree tree = sample_content();
    apply(variation, tree);
    std::ofstream(work_.path() / "content" / variation.file, std::ios::binary)
        << tree.files[variation.file];
  }

  const WorkFolder work_;
  pid_t process_ = -1;
  std::string host_;
};

TEST_F(WatchTest, AnEditIsOnThePage) {
  const std::string version = first_version();
  EXPECT_THAT(get(kNoticePath), HasSubstr("现予公示"));
  edit({kSampleNotice, "现予公示", "现再公示"});
  const Json state = state_after(version);
  EXPECT_EQ(state["problems"], "");
  EXPECT_THAT(get(kNoticePath), HasSubstr("现再公示"));
}

TEST_F(WatchTest, TheScriptIsInNoFile) {
  first_version();
  EXPECT_THAT(get(kNoticePath), HasSubstr("/.watch/reload.js"));
  EXPECT_THAT(get("/.watch/reload.js"), HasSubstr("data-version"));
  for (const auto& entry : fs::recursive_directory_iterator(work_.path() / "preview")) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().lexically_relative(work_.path()).generic_string();
    EXPECT_THAT(read_file(path), Not(HasSubstr(".watch"))) << path;
  }
}

TEST_F(WatchTest, AMistakeIsOnThePageAndInTheTerminalUntilItIsMended) {
  const std::string version = first_version();
  edit({kSampleSite, "publisher", "publsher"});
  const Json wrong = state_after(version);
  const std::string problem = "content/site.toml:3:1: error[unknown-key]";
  EXPECT_THAT(wrong["problems"].get<std::string>(), HasSubstr(problem));
  EXPECT_THAT(read_file(".err"), HasSubstr(problem));
  EXPECT_THAT(get(kNoticePath), HasSubstr("现予公示")) << "the page of before";
  edit({kSampleSite, "示例公示网", "示例公示网二"});
  const Json mended = state_after(wrong["version"]);
  EXPECT_EQ(mended["problems"], "");
  EXPECT_THAT(get("/"), HasSubstr("示例公示网二"));
}

TEST_F(WatchTest, NewFoldersAreWatched) {
  std::string version = first_version();
  const fs::path folder = work_.path() / "content/campaigns/pingxuan/notices/gongshi-2018";
  fs::create_directories(folder);
  std::ofstream(folder / "notice.md") << sample_content().files[kSampleNotice];
  version = state_after(version)["version"];
  std::string text = sample_content().files[kSampleNotice];
  text.replace(text.find("现予公示"), 12, "又一次了");
  std::ofstream(folder / "notice.md") << text;
  while (get("/notices/gongshi-2018/").find("又一次了") == std::string::npos) {
    version = state_after(version)["version"];
  }
}

struct Asked {
  const char* path;
  int status;
};

TEST_F(WatchTest, SendsWhatIsPublishedAndNothingElse) {
  first_version();
  const Asked all[] = {
      {"/", 200},
      {"/assets/site.css", 200},
      {"/publicity.json", 200},
      {"/archive", 302},
      {"/gone/", 404},
      {"/.gongshi/record", 404},
      {"/../.err", 404},
      {"/%2e%2e/.err", 404},
      {"/assets/..%2f..%2f.err", 404},
      {"//etc/passwd", 404},
      {"/assets/../index.html", 404},
  };
  for (const auto& [path, status] : all) {
    const auto answer = client().Get(path);
    ASSERT_TRUE(answer) << path;
    EXPECT_EQ(answer->status, status) << path;
    EXPECT_THAT(answer->get_header_value("Content-Security-Policy"),
                HasSubstr("script-src 'self'"));
    EXPECT_EQ(answer->get_header_value("Cache-Control"), "no-store");
  }
  EXPECT_EQ(client().Post("/", "x", "text/plain")->status, 405);
  const auto rebound = client().Get("/", {{"Host", "evil.example"}});
  EXPECT_EQ(rebound->status, 403);
  EXPECT_THAT(rebound->body, Not(HasSubstr("示例")));
}

TEST_F(WatchTest, RefusesWithASentence) {
  const std::string port = host_.substr(host_.rfind(':') + 1);
  const ProgramRun taken = work_.run("watch --out other --port " + port);
  EXPECT_EQ(taken.exit_code, 1);
  EXPECT_THAT(taken.err, HasSubstr("端口 " + port + " 用不了"));
  EXPECT_EQ(work_.run("watch --port 70000").exit_code, 2);
  EXPECT_EQ(work_.run("watch --published gone.json").exit_code, 2);
  EXPECT_EQ(work_.run("watch --content gone --port 0").exit_code, 2);
}

}  // namespace
}  // namespace gongshi

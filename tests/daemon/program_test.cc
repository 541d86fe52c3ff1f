// The program `gongshi-intake` as an operator meets it: words in, exit codes and sentences out; and
// what it promises across its own death.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <filesystem>

#include "generator/notice/json.h"
#include "intake/filing/evidence_upload.h"
#include "intake/filing/file_objection.h"
#include "tests/command/program_run.h"
#include "tests/daemon/daemon.h"
#include "tests/http/sample_portal.h"
#include "tests/http/wire.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ProgramTest : public testing::Test {
 protected:
  std::vector<std::string> serving(std::string_view clock = kWhileOpen) const {
    return {"--data",   sample_.data().string(), "--site",  sample_.site().string(),
            "--listen", "127.0.0.1:0",           "--clock", std::string(clock)};
  }

  ProgramRun serve(const std::string& data, const std::string& site,
                   const std::string& listen = "127.0.0.1:0") const {
    return work_.run("serve --data '" + data + "' --site '" + site + "' --listen " + listen);
  }

  SamplePortal sample_;
  const WorkFolder work_;
};

std::string file(const Daemon& daemon) {
  const SentForm form = sample_form();
  const Parts parts(form.fields.begin(), form.fields.end());
  const Wire wire(daemon.port());
  wire.send(post_text("/objections", multipart(parts),
                      "Accept: application/json\r\nConnection: close\r\n"));
  const std::string answer = wire.receive_all();
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 201"));
  return answer.substr(answer.find("\r\n\r\n") + 4);
}

TEST_F(ProgramTest, AReceiptOutlivesTheProgramThatGaveIt) {
  Daemon first(serving());
  const std::string receipt = file(first);
  EXPECT_EQ(first.end_with(SIGKILL), -SIGKILL);
  Daemon second(serving());
  EXPECT_EQ(file(second), receipt);
  EXPECT_EQ(second.end_with(SIGTERM), 0);
  Daemon late(serving(kAtClosing));
  EXPECT_EQ(file(late), receipt);
  EXPECT_EQ(sample_.count_objections(), 1U);
}

// A file that somebody took away, and one that somebody changed.
TEST_F(ProgramTest, CheckLooksAtEveryFile) {
  std::vector<EvidenceFile> files;
  {
    Register reg = Register::open(sample_.data()).value();
    for (const char* bytes : {"first", "second", "third"}) {
      EvidenceUpload upload(reg.evidence(), "记录.txt");
      upload.add(bytes);
      files.push_back(upload.finish().stored.value());
    }
    const ParsedForm parsed = sample_parsed();
    ASSERT_TRUE(std::holds_alternative<Receipt>(
        file_objection(reg, sample_notice(), parsed.form, parsed.objection,
                       {.received_at = at(kWhileOpen)}, {files[0], files[1]})));
    ASSERT_TRUE(reg.append_event("2017-000001-B", 0,
                                 {.kind = EventKind::Supplemented,
                                  .at = at(kWhileOpen),
                                  .actor = "异议人",
                                  .outcome = {},
                                  .text = "",
                                  .evidence = {files[2]}}));
  }
  const std::string command = "check --data '" + sample_.data().string() + "'";
  const ProgramRun whole = work_.run(command);
  EXPECT_EQ(whole.exit_code, 0) << whole.err;
  EXPECT_THAT(whole.out, HasSubstr("is whole: 1 objections, 3 files"));
  std::filesystem::remove(sample_.data() / "evidence" / files[1].id);
  std::filesystem::resize_file(sample_.data() / "evidence" / files[2].id, 20);
  const ProgramRun broken = work_.run(command);
  EXPECT_EQ(broken.exit_code, 1);
  EXPECT_THAT(broken.err,
              AllOf(Not(HasSubstr("file 1:")), HasSubstr("objection 2017-000001-B, file 2: "),
                    HasSubstr("is missing"), HasSubstr("objection 2017-000001-B, file 3: "),
                    HasSubstr("changed or cut off"), Not(HasSubstr("记录.txt"))));
}

// What a crash left between the file and the row goes when the program starts.
TEST_F(ProgramTest, SweepsAtItsStart) {
  const auto folder = sample_.data() / "evidence";
  const auto old = folder / std::string(32, 'a');
  const auto fresh = folder / std::string(32, 'b');
  std::filesystem::create_directory(folder);
  sample_.write(old, "sealed");
  sample_.write(fresh, "sealed");
  std::filesystem::last_write_time(
      old, std::filesystem::file_time_type::clock::now() - 2 * kUnfiledEvidenceAgeMax);
  EXPECT_EQ(Daemon(serving()).end_with(SIGTERM), 0);
  EXPECT_FALSE(std::filesystem::exists(old));
  EXPECT_TRUE(std::filesystem::exists(fresh));
}

TEST_F(ProgramTest, StopsWhenAskedTo) {
  EXPECT_EQ(Daemon(serving()).end_with(SIGTERM), 0);
  EXPECT_EQ(Daemon(serving()).end_with(SIGINT), 0);
}

TEST_F(ProgramTest, WhatKeepsItFromServingIsOneSentence) {
  const std::string data = sample_.data().string();
  const std::string site = sample_.site().string();
  const ProgramRun no_register = serve("nowhere", site);
  EXPECT_EQ(no_register.exit_code, 1);
  EXPECT_THAT(no_register.err, AllOf(StartsWith("gongshi-intake: "), HasSubstr("nowhere"),
                                     HasSubstr("gongshi-intake init")));
  const ProgramRun no_site = serve(data, "empty");
  EXPECT_EQ(no_site.exit_code, 1);
  EXPECT_THAT(no_site.err, HasSubstr("empty/publicity.json cannot be read: publish the site"));
  const Daemon other(serving());
  const ProgramRun no_port = serve(data, site, "127.0.0.1:" + std::to_string(other.port()));
  EXPECT_EQ(no_port.exit_code, 1);
  EXPECT_THAT(no_port.err, HasSubstr("already in use; stop the program that listens there"));
  for (const ProgramRun& run : {no_register, no_site, no_port}) {
    EXPECT_EQ(run.err.find('\n'), run.err.size() - 1) << run.err;
    EXPECT_EQ(run.out, "");
  }
}

TEST_F(ProgramTest, WrongWordsAreUsage) {
  for (const char* words :
       {"", "dance", "serve", "init --data d", "serve --data d --site s --listen 8080",
        "serve --data d --site s --listen 127.0.0.1:0 --clock yesterday",
        "serve --data d --site s --listen 127.0.0.1:0 --admin 9100",
        "serve --data d --site s --listen 127.0.0.1:0 --log-format xml",
        "serve --data d --site s --listen 127.0.0.1:0 --clock 2017-06-22T09:00:00"}) {
    const ProgramRun run = work_.run(words);
    EXPECT_EQ(run.exit_code, 2) << words;
    EXPECT_THAT(run.err, StartsWith("gongshi-intake: ")) << words;
  }
  EXPECT_EQ(work_.run("--help").exit_code, 0);
  EXPECT_EQ(work_.run("--version").exit_code, 0);
}

// The drill of every operator: backup, more filings, restore, start.
TEST_F(ProgramTest, DoesNotStartFromABackupThatLacksWhatItSigned) {
  const std::string data = "--data '" + sample_.data().string() + "'";
  {
    Daemon daemon(serving());
    file(daemon);
    const ProgramRun backup = work_.run("backup " + data + " --to copy");  // while it serves
    EXPECT_EQ(backup.exit_code, 0) << backup.err;
    EXPECT_THAT(backup.out, HasSubstr("log.key is not in it"));
    SentForm second = sample_form_with("form_id", "another-form-of-this-test");
    const Wire wire(daemon.port());
    wire.send(post_text("/objections", multipart({second.fields.begin(), second.fields.end()}),
                        "Accept: application/json\r\nConnection: close\r\n"));
    EXPECT_THAT(wire.receive_all(), StartsWith("HTTP/1.1 201"));
  }
  EXPECT_EQ(work_.run("restore " + data + " --from copy").exit_code, 1);  // nothing was lost yet
  for (const char* name : {"register.db", "register.db-wal", "register.db-shm"}) {
    std::filesystem::remove(sample_.data() / name);
  }
  const ProgramRun restored = work_.run("restore " + data + " --from copy");
  EXPECT_EQ(restored.exit_code, 1);
  const ProgramRun started = serve(sample_.data().string(), sample_.site().string());
  EXPECT_EQ(started.exit_code, 1);
  for (const ProgramRun& run : {restored, started}) {
    EXPECT_THAT(run.err, AllOf(HasSubstr("holds 1 leaves and its log has signed 2"),
                               HasSubstr("gongshi-intake init --data NEW")));
  }
}

TEST_F(ProgramTest, InitMakesOneRegisterAndCheckFindsItWhole) {
  const ProgramRun init = work_.run("init --data d --origin demo.example/objections");
  EXPECT_EQ(init.exit_code, 0) << init.err;
  EXPECT_THAT(init.out, HasSubstr("demo.example/objections+"));
  const ProgramRun check = work_.run("check --data d");
  EXPECT_EQ(check.exit_code, 0) << check.err;
  EXPECT_THAT(check.out, HasSubstr("register in d is whole: 0 objections, 0 files"));
  EXPECT_EQ(work_.run("init --data d --origin demo.example/objections").exit_code, 1);
  EXPECT_EQ(work_.run("init --data e --origin 'two words'").exit_code, 1);
  EXPECT_EQ(work_.run("check --data nowhere").exit_code, 1);
}

}  // namespace
}  // namespace gongshi

// The program `gongshi-verify` as a citizen types it, against the real daemon's answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "generator/notice/json.h"
#include "intake/desk/closing_toml.h"
#include "intake/log/cosignature.h"
#include "intake/log/receipt_proof.h"
#include "tests/command/program_run.h"
#include "tests/http/sample_server.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// A daemon that took an objection, and a folder with what the objector took home.
class VerifyProgramTest : public testing::Test {
 protected:
  VerifyProgramTest() {
    write("log.vkey", portal_->answer(get("/log/key")).body);
    const Json receipt = file("first-objection-of-all");
    write("r.tlog-proof", receipt["proof"]);
    write("record.txt", receipt["record"]);
    write("opening.txt", receipt["opening"].get<std::string>() + "\n");
  }

  Json file(const std::string& form_id) {
    const Answer answer =
        portal_->answer(as_program(post("/objections", sample_form_with("form_id", form_id))));
    EXPECT_EQ(answer.status, 201) << answer.body;
    return Json::parse(answer.body)["receipt"];
  }
  void write(const char* name, const std::string& bytes) const {
    std::ofstream(work_.path() / name, std::ios::binary) << bytes;
  }
  std::string from() const {
    return " --from http://127.0.0.1:" + std::to_string(server_.port()) + "/log";
  }
  ProgramRun run(const std::string& words) const { return work_.run(words); }

  SamplePortal sample_;
  std::shared_ptr<Portal> portal_ = sample_.open();
  const RunningServer server_{portal_};
  const WorkFolder work_;
};

TEST_F(VerifyProgramTest, AReceiptHoldsWithoutAnyServer) {
  const ProgramRun alone = run("receipt --key log.vkey r.tlog-proof");
  EXPECT_EQ(alone.exit_code, 0) << alone.err;
  EXPECT_THAT(alone.out, AllOf(StartsWith("成立：日志 demo.example/objections 的第 0 条"),
                               HasSubstr("没有核对异议记录")));
  const ProgramRun whole =
      run("receipt --key log.vkey r.tlog-proof --record record.txt --opening opening.txt");
  EXPECT_EQ(whole.exit_code, 0) << whole.err;
  EXPECT_THAT(whole.out, HasSubstr("成立：异议记录与日志里登记的承诺一致"));
}

TEST_F(VerifyProgramTest, AnAlteredReceiptDoesNotHold) {
  write("altered.txt", "another record");
  const ProgramRun run_altered =
      run("receipt --key log.vkey r.tlog-proof --record altered.txt --opening opening.txt");
  EXPECT_EQ(run_altered.exit_code, 1);
  EXPECT_THAT(run_altered.out, HasSubstr("不成立：异议记录或开启值与日志里登记的承诺不一致"));
  EXPECT_EQ(run("receipt --key log.vkey record.txt").exit_code, 1);
}

TEST_F(VerifyProgramTest, FollowsTheLogFromOneLookToTheNext) {
  const std::string words = "log --key log.vkey --state seen" + from();
  const ProgramRun first = run(words);
  EXPECT_EQ(first.exit_code, 0) << first.err << first.out;
  EXPECT_THAT(first.out, HasSubstr("共 1 条"));
  file("second-objection-of-all");
  const ProgramRun second = run(words + " --days 3660");
  EXPECT_EQ(second.exit_code, 0) << second.err << second.out;
  EXPECT_THAT(second.out, HasSubstr("上次见到的 1 条原样还在，之后增加了 1 条"));

  const ProgramRun late = run(words + " --days 30 --as-of 2017-08-01");
  EXPECT_EQ(late.exit_code, 1);
  EXPECT_THAT(late.out, HasSubstr("有 2 件异议收到超过 30 天仍无结论"));
}

// Another register under the same name and key: what a restored backup would be.
TEST_F(VerifyProgramTest, FindsALogThatLostSomething) {
  file("second-objection-of-all");
  ASSERT_EQ(run("log --key log.vkey --state seen" + from()).exit_code, 0);
  const std::string seen = work_.shell("cat seen").out;
  // One leaf, as the first proof's head signed it, served from a folder.
  std::filesystem::create_directories(work_.path() / "old/tile/0/000.p");
  std::filesystem::create_directories(work_.path() / "old/tile/entries/000.p");
  const std::string proof = work_.shell("cat r.tlog-proof").out;
  write("old/checkpoint", proof.substr(proof.find("\n\n") + 2));
  for (const char* tile : {"0/000.p/1", "entries/000.p/1"}) {
    std::ofstream(work_.path() / "old/tile" / tile, std::ios::binary)
        << portal_->answer(get(std::string("/log/tile/") + tile)).body;
  }
  const ProgramRun rolled_back = run("log --key log.vkey --state seen --from old");
  EXPECT_EQ(rolled_back.exit_code, 1) << rolled_back.err;
  EXPECT_THAT(rolled_back.out, HasSubstr("日志变短了：上次见到 2 条，现在只有 1 条"));
  EXPECT_EQ(work_.shell("cat seen").out, seen) << "the evidence is gone";
}

TEST_F(VerifyProgramTest, AClosingRecordIsComparedWithReceiptAndLog) {
  auto reg = Register::open(sample_.data()).value();
  const auto row = reg.list(std::nullopt)->front();
  ASSERT_TRUE(reg.append_event(row.number, 0,
                               {.kind = EventKind::Decided,
                                .at = row.filed.received_at,
                                .actor = "经办甲",
                                .outcome = Outcome::Unfounded,
                                .text = "不属实"}));
  ClosingRecord record;
  record.notice = row.filed.notice;
  record.opens = record.closes = parse_date("2017-06-27").value();
  record.working_days = 1;
  record.calendar = CalendarId::parse("cn").value();
  record.objections = record.named = 1;
  record.by_medium = {{Medium::Online, 1}};
  record.by_outcome = {{Outcome::Unfounded, 1}};
  record.leaf_indices = {row.leaf_index};
  record.page_sha256 = std::string(64, 'a');
  record.checkpoint = reg.checkpoint().value();
  record.handler = "经办甲";
  record.approver = "审批乙";
  const std::string toml = write_closing_toml(record);
  ASSERT_TRUE(reg.append_closing(record.notice, 1, toml, row.filed.received_at));
  write("closing.toml", toml);
  const std::string words = "closing --key log.vkey --receipt r.tlog-proof" + from();
  const ProgramRun holds = run(words + " closing.toml");
  EXPECT_EQ(holds.exit_code, 0) << holds.err << holds.out;
  EXPECT_THAT(holds.out, AllOf(HasSubstr("第 0 条，记录里列有"), HasSubstr("日志里登记了这份记录"),
                               Not(HasSubstr("不成立"))));
  write("closing.toml", toml + "# 改过\n");
  EXPECT_EQ(run(words + " closing.toml").exit_code, 1);
  EXPECT_EQ(run("closing --key log.vkey --receipt record.txt closing.toml").exit_code, 1);
}

// Nothing was checked: neither true nor false.
TEST_F(VerifyProgramTest, WhatCouldNotBeCheckedIsSaidInOneSentence) {
  for (const char* words :
       {"receipt --key nowhere r.tlog-proof",
        "receipt --key record.txt r.tlog-proof",
        "receipt --key log.vkey nowhere",
        "receipt --key log.vkey r.tlog-proof --record record.txt --opening record.txt",
        "receipt --key log.vkey r.tlog-proof --record nowhere --opening opening.txt",
        "log --key log.vkey --from nowhere",
        "log --key log.vkey --from http://127.0.0.1:1/log",
        "log --key log.vkey --from ftp://x",
        "log --key log.vkey --from . --state record.txt",
        "closing --key log.vkey nowhere",
        "papers --key log.vkey nowhere",
        "papers p.zip",
        "",
        "dance",
        "receipt",
        "receipt --key log.vkey",
        "receipt --key log.vkey r.tlog-proof --record record.txt",
        "receipt --key log.vkey r.tlog-proof --opening opening.txt",
        "log --key log.vkey",
        "log --key log.vkey --from . --days -1",
        "log --key log.vkey --from . --as-of yesterday"}) {
    const ProgramRun ran = run(words);
    EXPECT_EQ(ran.exit_code, 2) << words;
    EXPECT_THAT(ran.err, StartsWith("gongshi-verify：")) << words;
    EXPECT_EQ(ran.err.find('\n'), ran.err.size() - 1) << ran.err;
    EXPECT_EQ(ran.out, "") << words;
  }
}

TEST_F(VerifyProgramTest, ExplainsItselfInChinese) {
  const ProgramRun help = run("--help");
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_THAT(help.out, AllOf(HasSubstr("用法"), HasSubstr("receipt"), HasSubstr("closing"),
                              HasSubstr("退出码：0 全部成立"), Not(HasSubstr("Options"))));
  for (const char* command : {"receipt", "log", "closing", "papers"}) {
    const ProgramRun said = run(std::string(command) + " --help");
    EXPECT_EQ(said.exit_code, 0);
    EXPECT_THAT(said.out, AllOf(HasSubstr("--key"), HasSubstr("带 * 的必须写")));
  }
  EXPECT_THAT(run("--version").out, StartsWith("gongshi-verify "));
}

// No database in it: what it says cannot come from one.
TEST_F(VerifyProgramTest, LinksNoDatabase) {
  const ProgramRun libraries = work_.shell("ldd '" GONGSHI_PROGRAM "'");
  EXPECT_EQ(libraries.exit_code, 0);
  EXPECT_THAT(libraries.out, Not(HasSubstr("sqlite")));
}

// A witness's line below the log's, as the daemon adds it to newer proofs.
TEST_F(VerifyProgramTest, APolicyAsksForWitnesses) {
  const Ed25519Key secret = Ed25519Key::random();
  const WitnessKey witness("witness.example/w", secret.public_key());
  const std::string proof =
      portal_
          ->answer(as_program(
              post("/objections", sample_form_with("form_id", "first-objection-of-all"))))
          .body;
  const std::string receipt = Json::parse(proof)["receipt"]["proof"];
  const std::string head = parse_proof(receipt)->checkpoint;
  const std::string text = head.substr(0, head.find("\n\n") + 1);
  write("policy.txt", "witness w " + witness.text() + "\nquorum w\n");
  write("cosigned.tlog-proof",
        receipt + cosignature_line(witness.name(), secret, text, sample_instant()));
  const ProgramRun cosigned = run("receipt --key log.vkey --policy policy.txt cosigned.tlog-proof");
  EXPECT_EQ(cosigned.exit_code, 0) << cosigned.err;
  EXPECT_THAT(cosigned.out,
              HasSubstr("成立：见证人 w（witness.example/w）2017-06-22T09:00:00+08:00 见过"));
  EXPECT_EQ(run("receipt --key log.vkey cosigned.tlog-proof").exit_code, 0);
  const ProgramRun alone = run("receipt --key log.vkey --policy policy.txt r.tlog-proof");
  EXPECT_EQ(alone.exit_code, 1);
  EXPECT_THAT(alone.out, HasSubstr("不成立：规则里的 1 个见证人有 0 个签了名"));
  const ProgramRun log = run("log --key log.vkey --policy policy.txt" + from());
  EXPECT_EQ(log.exit_code, 1);
  EXPECT_THAT(log.out, HasSubstr("没有达到见证规则的要求"));
  write("policy.txt", "witness w\n");
  const ProgramRun unread = run("receipt --key log.vkey --policy policy.txt r.tlog-proof");
  EXPECT_EQ(unread.exit_code, 2);
  EXPECT_THAT(unread.err, HasSubstr("policy.txt 不是见证规则：line 1"));
}

}  // namespace
}  // namespace gongshi

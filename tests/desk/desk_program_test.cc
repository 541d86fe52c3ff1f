// The real program, as a handler types it: from the inbox to the closing record.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

#include <string>
#include <vector>

#include "generator/notice/json.h"
#include "intake/desk/case_file.h"
#include "tests/desk/sample_register.h"

extern char** environ;

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

struct Ran {
  int code = -1;
  std::string out;
  std::string err;
};

// Runs the program with its streams in files, so that neither can block the other.
Ran run(const TemporaryFolder& desk, std::vector<std::string> words, std::string_view input = "") {
  desk.write("in", input);
  const std::string in = desk.path() / "in";
  const std::string out = desk.path() / "out";
  const std::string err = desk.path() / "err";
  posix_spawn_file_actions_t streams;
  posix_spawn_file_actions_init(&streams);
  posix_spawn_file_actions_addopen(&streams, 0, in.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&streams, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_addopen(&streams, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  words.insert(words.begin(), GONGSHI_DESK);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int failed =
      posix_spawn(&child, GONGSHI_DESK, &streams, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&streams);
  EXPECT_EQ(failed, 0);
  int status = 0;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
          .out = desk.text_of("out"),
          .err = desk.text_of("err")};
}

// A register, a built site and a content folder, and the program at work on them.
struct Office {
  TemporaryFolder desk;
  SampleRegister reg;

  Office() {
    desk.write("public/publicity.json", write_manifest(sample_manifest()));
    desk.write("content/campaigns/sample-campaign/notices/sample-notice/notice.md", "");
  }

  Ran operator()(std::vector<std::string> words, std::string_view input = "") {
    words.insert(words.end(), {"--data", reg.folder() / "data"});
    return run(desk, std::move(words), input);
  }

  Ran register_letter(const std::vector<std::string>& more, std::string_view input = "") {
    std::vector<std::string> words = {"register",  "--site",        desk.path() / "public",
                                      "--notice",  "sample-notice", "--medium",
                                      "letter",    "--received-at", "2017-06-23T10:00:00+08:00",
                                      "--grounds", "procedure",     "--by",
                                      "登记员"};
    words.insert(words.end(), more.begin(), more.end());
    return (*this)(words, input);
  }

  Ran close(const std::vector<std::string>& more) {
    std::vector<std::string> words = {"close",
                                      "--site",
                                      desk.path() / "public",
                                      "--content",
                                      desk.path() / "content",
                                      "--notice",
                                      "sample-notice",
                                      "--by",
                                      "经办甲"};
    words.insert(words.end(), more.begin(), more.end());
    return (*this)(words);
  }

  std::string closing() const {
    return desk.text_of("content/campaigns/sample-campaign/notices/sample-notice/closing.toml");
  }
};

TEST(DeskProgramTest, ALetterBringsItsFiles) {
  Office office;
  office.desk.write("来信 一.txt", "扫描件的文字");
  office.desk.write("来信 二.txt", "第二页");
  const std::vector<std::string> letter = {"--identity", "anonymous", "--statement", "见附件"};
  const auto with = [&](const std::vector<std::string>& names) {
    std::vector<std::string> words = letter;
    for (const std::string& name : names) {
      words.insert(words.end(), {"--evidence", office.desk.path() / name});
    }
    return office.register_letter(words);
  };
  const Ran slip = with({"来信 一.txt", "来信 二.txt"});
  ASSERT_EQ(slip.code, 0) << slip.err;
  EXPECT_THAT(office({"show", "2017-000001-B"}).out,
              AllOf(HasSubstr("  来信 一.txt  18 字节"), HasSubstr("  来信 二.txt  9 字节")));
  const auto out = office.desk.path() / "证据";
  EXPECT_EQ(office({"evidence", "2017-000001-B", "--out", out}).code, 0);
  EXPECT_EQ(office.desk.text_of(out / "2017-000001-B-2-来信 二.txt"), "第二页");

  office.desk.write("空.txt", "");
  const Ran empty = with({"来信 一.txt", "空.txt"});
  EXPECT_EQ(empty.code, 1);
  EXPECT_THAT(empty.err, HasSubstr("异议没有登记：“空.txt”是空文件"));
  const Ran gone = with({"来信 一.txt", "没有.pdf"});
  EXPECT_EQ(gone.code, 1);
  EXPECT_THAT(gone.err, AllOf(HasSubstr("没有.pdf"), HasSubstr("请核对 --evidence")));
  const std::filesystem::directory_iterator files(office.reg.folder() / "data/evidence");
  EXPECT_EQ(std::distance(begin(files), end(files)), 2) << "of what is not registered";
}

TEST(DeskProgramTest, WithItsKeyTheOfficeWorksOnWhatIsSealed) {
  Office office;
  const std::string before = office.reg.file(Signature::Named);
  const std::string key = office.desk.path() / "office.key";
  const std::string passphrase = office.desk.write("passphrase", "山高水长 月明风清 四季平安\r\n");
  const std::vector<std::string> with_key = {"--key", key, "--passphrase-file", passphrase};
  const auto keyed = [&](std::vector<std::string> words) {
    words.insert(words.begin() + 1, with_key.begin(), with_key.end());
    return office(words);
  };
  const Ran made = keyed({"keygen", "--split", "2/3"});
  ASSERT_EQ(made.code, 0) << made.err;
  EXPECT_THAT(made.out, AllOf(HasSubstr("缺一不可"), HasSubstr("已经生效"), HasSubstr(".share-3"),
                              HasSubstr("仍是明文")));
  EXPECT_LT(made.out.find("缺一不可"), made.out.find("已经生效")) << "loss comes first";
  const Ran again = keyed({"keygen"});
  EXPECT_EQ(again.code, 1);
  EXPECT_THAT(again.err, HasSubstr("--rotate"));

  const std::string number = office.reg.file(Signature::Named);
  EXPECT_EQ(office({"show", before}).code, 0) << "what came in before";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"show", number},
        {"evidence", number, "--out", office.desk.path() / "out"},
        {"decide", number, "--outcome", "unfounded", "--reason", "不属实", "--by", "经办甲"},
        {"export", "--notice", "sample-notice", "--format", "csv"}}) {
    const Ran without = office(words);
    EXPECT_EQ(without.code, 1) << words.front();
    EXPECT_THAT(without.err, AllOf(HasSubstr(number), HasSubstr("--key"))) << words.front();
    EXPECT_EQ(keyed(words).code, 0) << words.front();
  }
  EXPECT_EQ(keyed({"reply", number, "--text", "已核查。", "--by", "经办甲"}).code, 0);
  EXPECT_THAT(keyed({"show", number}).out, AllOf(HasSubstr("李·𬱖"), HasSubstr("已核查。")));
  const Ran listed = office({"list"});
  EXPECT_EQ(listed.code, 0) << "states need no key";
  EXPECT_THAT(listed.out, HasSubstr("已办结"));

  const std::string back = office.desk.path() / "back.key";
  const Ran restored = run(office.desk, {"restore-key", key + ".share-1", key + ".share-3", "--key",
                                         back, "--passphrase-file", passphrase});
  EXPECT_EQ(restored.code, 0) << restored.err;
  EXPECT_EQ(office({"show", number, "--key", back, "--passphrase-file", passphrase}).code, 0);
  const Ran other = office({"show", number, "--key", key, "--passphrase-file", key});
  EXPECT_EQ(other.code, 1);
  EXPECT_THAT(other.err, HasSubstr("口令不对"));
}

TEST(DeskProgramTest, FromTheInboxToTheClosingRecord) {
  Office office;
  const std::string number = office.reg.file(Signature::Named, "person");

  const Ran slip = office.register_letter({"--identity", "anonymous", "--statement-file", "-"},
                                          "\xEF\xBB\xBF来信反映\r\n𬱖某的材料。\r\n");
  ASSERT_EQ(slip.code, 0) << slip.err;
  EXPECT_THAT(slip.out, AllOf(HasSubstr("登记号"), HasSubstr("查询码")));

  EXPECT_THAT(office({"list", "--at", "2017-07-08T09:00:00+08:00", "--only", "overdue"}).out,
              AllOf(HasSubstr("告知 2017-07-07（已超法定期限）"),
                    HasSubstr("新收2件，将到期1件，已逾期1件（其中已超法定期限1件），未办结2件"
                              "（办结后才能办结公示）")));
  const Json listed =
      Json::parse(office({"list", "--notice", "sample-notice", "--format", "json"}).out);
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0]["number"], number);
  EXPECT_EQ(listed[1]["medium"], "letter");
  const std::string letter = listed[1]["number"];
  EXPECT_THAT(office({"show", letter}).out, HasSubstr("\n  来信反映\n  𬱖某的材料。\n"));

  const Ran early = office.close({"--approved-by", "经办甲", "--at", std::string(kWhileOpen)});
  EXPECT_EQ(early.code, 1);
  EXPECT_EQ(early.out, "");
  EXPECT_THAT(early.err, AllOf(HasSubstr("2017年6月27日24时"), HasSubstr(number), HasSubstr(letter),
                               HasSubstr("另一人")));
  EXPECT_EQ(office.closing(), "");

  EXPECT_EQ(
      office({"decide", number, "--outcome", "upheld", "--reason", "属实。", "--by", "经办甲"})
          .code,
      0);
  std::vector<std::string> refusal = {"decide",   letter,         "--outcome", "not_accepted",
                                      "--reason", "无具体事实。", "--by",      "经办甲"};
  const Ran unlisted = office(refusal);
  EXPECT_EQ(unlisted.code, 1);
  EXPECT_THAT(unlisted.err, AllOf(HasSubstr("gongshi-desk refuse"), HasSubstr("--listed-reason")));
  refusal.insert(refusal.end(), {"--listed-reason", "no_clue"});
  EXPECT_EQ(office(refusal).code, 0);
  const Ran replied = office({"reply", number, "--file", "-", "--by", "经办甲"}, "已核查。\n");
  ASSERT_EQ(replied.code, 0) << replied.err;
  EXPECT_THAT(office({"list"}).out,
              HasSubstr("sample-notice：共2件，新收0件，将到期0件，已逾期0件，未办结0件\n"));

  const std::vector<std::string> in_time = {"--approved-by", "审批乙", "--at",
                                            std::string(kAtClosing)};
  const Ran unsaid = office.close(in_time);
  EXPECT_EQ(unsaid.code, 1);
  EXPECT_THAT(unsaid.err, HasSubstr("请写明𬱖某（person）怎样处理"));

  std::vector<std::string> said = in_time;
  said.insert(said.end(), {"--disposition", "person=cancelled"});
  const Ran closed = office.close(said);
  ASSERT_EQ(closed.code, 0) << closed.err;
  const std::string record = office.closing();
  EXPECT_THAT(record, AllOf(HasSubstr("objections = 2\nnamed = 1\nanonymous = 1\n"),
                            HasSubstr("[by_medium]\nletter = 1\nonline = 1\n"),
                            HasSubstr("candidate = \"person\"\ndisposition = \"cancelled\"")));

  EXPECT_EQ(office.close(in_time).code, 0) << "again";
  EXPECT_EQ(office.closing(), record);
  const Ran after = office.register_letter({"--identity", "anonymous", "--statement", "迟到"});
  EXPECT_EQ(after.code, 1);
  EXPECT_THAT(after.err, HasSubstr("已经办结"));
}

TEST(DeskProgramTest, ExportsATableThatASpreadsheetOpens) {
  Office office;
  const std::string number = office.reg.file(Signature::Named);
  const Ran table = office({"export", "--notice", "sample-notice", "--format", "csv"});
  EXPECT_EQ(table.code, 0) << table.err;
  EXPECT_THAT(table.out, AllOf(StartsWith("\xEF\xBB\xBF"), HasSubstr("\"" + number + "\"")));
}

// DOMAIN 2.3 from end to end, as it is typed.
TEST(DeskProgramTest, AnObjectionGoesTheLongWay) {
  Office office;
  const std::string number = office.reg.file(Signature::Named);
  const auto step = [&](std::vector<std::string> words) {
    words.insert(words.begin() + 1, number);
    words.insert(words.end(), {"--by", "经办甲", "--at", "2017-06-26T10:00:00+08:00"});
    const Ran done = office(words);
    EXPECT_EQ(done.code, 0) << words[0] << ": " << done.err;
    return done.out;
  };
  EXPECT_EQ(step({"ask", "--text", "请写明时间和地点", "--due", "2017-06-30"}),
            "异议 " + number + " 已登记：要求补正。状态：待补正\n");
  EXPECT_THAT(step({"accept"}), HasSubstr("状态：已受理"));
  EXPECT_THAT(step({"note", "--text", "已电话联系"}), HasSubstr("状态：已受理"));
  EXPECT_THAT(step({"transfer", "--to", "某省监察机关"}), HasSubstr("状态：已转办待回函"));
  EXPECT_THAT(step({"accept"}), HasSubstr("状态：已受理"));
  EXPECT_THAT(step({"investigate", "--with", "经办乙"}), HasSubstr("状态：核查中"));
  EXPECT_THAT(step({"extend", "--approved-by", "审批丙", "--reason", "涉及外省"}),
              HasSubstr("状态：核查中"));
  EXPECT_THAT(step({"decide", "--outcome", "partly_upheld", "--reason", "年份写错。"}),
              HasSubstr("状态：已作结论待答复"));
  EXPECT_THAT(step({"dispose", "--measure", "corrected"}), HasSubstr("状态：已作结论待答复"));
  EXPECT_THAT(step({"reply", "--text", "已更正。"}), HasSubstr("状态：已办结"));
  EXPECT_THAT(step({"review", "--reason", "异议人来信申请"}), HasSubstr("状态：复核中"));
  EXPECT_THAT(step({"decide", "--outcome", "partly_upheld", "--reason", "维持。"}),
              HasSubstr("状态：已作结论待答复"));
  step({"reply", "--text", "维持原结论。"});
  const Ran again = office({"review", number, "--reason", "x", "--by", "经办甲"});
  EXPECT_EQ(again.code, 1);
  EXPECT_THAT(again.err, AllOf(HasSubstr(number), HasSubstr("复核只有一次")));
}

TEST(DeskProgramTest, WhoIsRecusedIsRefusedByEveryCommandThatTakesAName) {
  Office office;
  const std::string number = office.reg.file(Signature::Named, "person");
  const Ran recused =
      office({"recuse", number, "--person", "经办乙", "--reason", "亲属", "--by", "审批丙"});
  ASSERT_EQ(recused.code, 0) << recused.err;
  EXPECT_THAT(recused.out, HasSubstr("已登记：回避"));
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"ask", number, "--text", "缺", "--due", "2099-01-01"},
           {"accept", number},
           {"refuse", number, "--listed-reason", "no_clue", "--reason", "无"},
           {"transfer", number, "--to", "某机关"},
           {"investigate", number, "--with", "经办甲"},
           {"extend", number, "--approved-by", "审批丙", "--reason", "无"},
           {"note", number, "--text", "无"},
           {"decide", number, "--outcome", "unfounded", "--reason", "无"},
           {"dispose", number, "--measure", "maintained"},
           {"review", number, "--reason", "无"},
           {"withdraw", number, "--reason", "无"},
           {"continue", number, "--reason", "无"},
           {"reply", number, "--text", "无"},
           {"recuse", number, "--person", "经办甲", "--reason", "无"},
           {"readmit", number, "--person", "经办乙", "--reason", "无"},
           {"erase", number, "--basis", "on-request"}}) {
    std::vector<std::string> theirs = words;
    theirs.insert(theirs.end(), {"--by", "经 办乙"});
    const Ran ran = office(theirs);
    EXPECT_EQ(ran.code, 1) << words.front();
    // Who objected online withdraws online, whoever registers it.
    const char* const why = words.front() == "withdraw" ? "由异议人" : "已回避";
    EXPECT_THAT(ran.err, HasSubstr(why)) << words.front();
  }
  EXPECT_EQ(open_case(*office.reg, number)->history.size(), 1U);
  EXPECT_EQ(
      office({"decide", number, "--outcome", "unfounded", "--reason", "一致", "--by", "经办甲"})
          .code,
      0);
  EXPECT_EQ(office({"reply", number, "--text", "一致", "--by", "经办甲"}).code, 0);
  const Ran closed = office.close({"--approved-by", "经办乙", "--at", std::string(kAtClosing)});
  EXPECT_EQ(closed.code, 1);
  EXPECT_THAT(closed.err, HasSubstr("审批人经办乙已回避异议 " + number));
  EXPECT_EQ(office({"readmit", number, "--person", "经办乙", "--reason", "查明不是亲属", "--by",
                    "审批丙"})
                .code,
            0);
  EXPECT_THAT(office({"show", number}).out,
              AllOf(HasSubstr("回避：经办乙（审批丙）"), HasSubstr("解除回避：经办乙")));
  EXPECT_EQ(office.close({"--approved-by", "经办乙", "--at", std::string(kAtClosing)}).code, 0);
}

TEST(DeskProgramTest, TheOtherSideGetsAParaphraseOnPaper) {
  Office office;
  const std::string number = office.reg.file(Signature::Named, "person");
  const std::string site = office.desk.path() / "public";
  const std::string out = office.desk.path() / "通知.html";
  const auto paraphrase = [&](const char* text) {
    return office({"paraphrase", number, "--text", text, "--due", "2099-06-30", "--site", site,
                   "--by", "经办甲"});
  };
  const std::vector<std::string> print = {
      "statement-request", number, "--site", site, "--out", out};
  EXPECT_THAT(office(print).err, HasSubstr("没有转述"));
  const Ran copied = paraphrase("李·𬱖说公示材料所列数据与实际不符");
  EXPECT_EQ(copied.code, 1);
  EXPECT_THAT(copied.err, AllOf(HasSubstr("与原文连续相同13个字"), HasSubstr("姓名")));
  const Ran taken = paraphrase("请说明统计口径。");
  ASSERT_EQ(taken.code, 0) << taken.err;
  EXPECT_THAT(office({"show", number}).out,
              AllOf(HasSubstr("转述，请对方在2099年6月30日24时（含当日）前说明（经办甲）"),
                    HasSubstr("  请说明统计口径。\n")));
  const Ran printed = office(print);
  ASSERT_EQ(printed.code, 0) << printed.err;
  const std::string paper = office.desk.text_of("通知.html");
  EXPECT_THAT(paper, AllOf(HasSubstr("请说明统计口径。"), HasSubstr("2099年6月30日前")));
  EXPECT_EQ(paper.find(number), std::string::npos);
}

TEST(DeskProgramTest, ARedactedCopyStandsBesideTheOriginal) {
  Office office;
  const std::string number = office.reg.file(Signature::Named, "person");
  const std::string site = office.desk.path() / "public";
  const auto path = [&](const char* name) { return (office.desk.path() / name).string(); };
  const auto redact = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words = {"redact", number, "--site", site, "--by", "经办甲"};
    words.insert(words.end(), more.begin(), more.end());
    return office(words);
  };
  const auto take_out = [&](const char* name, const char* format) {
    return office(
        {"redacted-copy", number, "--site", site, "--out", path(name), "--format", format});
  };
  EXPECT_THAT(take_out("副本.html", "page").err, HasSubstr("没有遮盖副本"));
  const Ran drafted = redact({"--draft", path("草稿.txt")});
  ASSERT_EQ(drafted.code, 0) << drafted.err;
  EXPECT_EQ(office.desk.text_of("草稿.txt"), "公示材料所列数据与实际不符。\n");
  EXPECT_EQ(std::filesystem::status(path("草稿.txt")).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  EXPECT_EQ(redact({"--draft", path("草稿.txt")}).code, 1) << "nothing is overwritten";
  EXPECT_EQ(redact({"--draft", path("甲.txt"), "--text", "■■"}).code, 2);
  EXPECT_EQ(redact({}).code, 1);
  const Ran rewritten = redact({"--text", "公示材料数据属实，李·𬱖"});
  EXPECT_EQ(rewritten.code, 1);
  EXPECT_THAT(rewritten.err, AllOf(HasSubstr("有异议人的姓名"), HasSubstr("与原文不符")));
  office.desk.write("副本.txt", "公示材料■■■■■与实际不符。\r\n");
  const Ran kept = redact({"--file", path("副本.txt")});
  ASSERT_EQ(kept.code, 0) << kept.err;
  EXPECT_THAT(office({"show", number}).out,
              AllOf(HasSubstr("  公示材料所列数据与实际不符。\n"), HasSubstr("遮盖副本（经办甲）"),
                    HasSubstr("  公示材料■■与实际不符。\n")));
  ASSERT_EQ(take_out("副本.html", "page").code, 0);
  EXPECT_THAT(office.desk.text_of("副本.html"),
              AllOf(HasSubstr("公示材料■■与实际不符。"), HasSubstr("内部使用")));
  ASSERT_EQ(take_out("取出.txt", "text").code, 0);
  EXPECT_EQ(office.desk.text_of("取出.txt"), "公示材料■■与实际不符。\n");
  EXPECT_EQ(take_out("取出.txt", "text").code, 1) << "nothing is overwritten";
}

TEST(DeskProgramTest, DuplicatesAreJoinedAndAnsweredOnce) {
  Office office;
  const std::string leader = office.reg.file(Signature::Named, "person");
  const std::string joined = office.reg.file(Signature::Named, "person");
  const std::string alone = office.reg.file(Signature::Named, "person");
  for (const std::string& number : {joined, alone}) {
    const Ran made =
        office({"join", number, "--to", leader, "--reason", "同一事实", "--by", "经办甲"});
    ASSERT_EQ(made.code, 0) << made.err;
    EXPECT_EQ(made.out, "异议 " + number + " 已登记：并案。状态：待处理\n");
  }
  EXPECT_THAT(office({"separate", alone, "--reason", "另一件事", "--by", "经办甲"}).out,
              HasSubstr("已登记：分案"));
  const auto decide = [&](const std::string& number) {
    return office(
        {"decide", number, "--outcome", "unfounded", "--reason", "不属实。", "--by", "经办甲"});
  };
  const Ran elsewhere = decide(joined);
  EXPECT_EQ(elsewhere.code, 1);
  EXPECT_THAT(elsewhere.err, HasSubstr("已并入异议 " + leader));
  EXPECT_THAT(decide(leader).out, HasSubstr("并案的1件一并登记：" + joined + "\n"));
  EXPECT_THAT(office({"reply", leader, "--text", "已核查。", "--by", "经办甲"}).out,
              HasSubstr("并案的1件一并登记：" + joined + "\n"));
  EXPECT_THAT(office({"show", joined}).out,
              AllOf(HasSubstr("并案，并入 " + leader), HasSubstr("状态"), HasSubstr("已办结")));
  EXPECT_THAT(office({"show", leader}).out, HasSubstr(joined));
  EXPECT_THAT(office({"list"}).out,
              AllOf(HasSubstr("共3件，新收0件"), HasSubstr("已办结（并入 " + leader + "）")));
}

// DOMAIN R20: with the site, the office's own days; without, the law's alone.
TEST(DeskProgramTest, TheSiteHasTheOfficesOwnDeadlines) {
  Office office;
  office.desk.write("public/publicity.json", write_manifest(sample_manifest_with_terms()));
  const std::string site = office.desk.path() / "public";
  const std::string number = office.reg.file(Signature::Named);
  const std::string tuesday = "2017-06-27T09:00:00+08:00";
  const auto listed = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"list", "--at", tuesday});
    return office(std::move(more)).out;
  };
  EXPECT_THAT(listed({"--site", site, "--only", "overdue"}),
              HasSubstr("告知 2017-06-26（已逾期）"));
  EXPECT_THAT(listed({"--site", site, "--only", "alarm"}), Not(HasSubstr(number)));
  EXPECT_THAT(listed({}), HasSubstr("告知 2017-07-07\n"));
  EXPECT_THAT(office({"show", number, "--site", site, "--at", tuesday}).out,
              HasSubstr("期限      告知 2017年6月26日24时（含当日），本单位期限，已逾期\n"
                        "法定期限  告知 2017年7月7日24时（含当日）\n"));
  EXPECT_THAT(office({"show", number, "--at", tuesday}).out,
              HasSubstr("期限      告知 2017年7月7日24时（含当日），法定期限\n"));
  const Ran nowhere = office({"list", "--site", office.desk.path() / "nowhere"});
  EXPECT_EQ(nowhere.code, 1);
  EXPECT_THAT(nowhere.err, HasSubstr("请核对 --site"));
}

TEST(DeskProgramTest, ARefusalNamesOneOfTheListedReasons) {
  Office office;
  const std::string number = office.reg.file(Signature::Named);
  const Ran unlisted =
      office({"refuse", number, "--listed-reason", "boring", "--reason", "x", "--by", "甲"});
  EXPECT_EQ(unlisted.code, 2);
  EXPECT_THAT(unlisted.err, AllOf(HasSubstr("boring"), HasSubstr("window_over|out_of_scope")));
  const Ran unsaid = office({"refuse", number, "--reason", "x", "--by", "甲"});
  EXPECT_EQ(unsaid.code, 2);
  EXPECT_THAT(unsaid.err, HasSubstr("请写上 --listed-reason"));
  const Ran refused = office({"refuse", number, "--listed-reason", "out_of_scope", "--reason",
                              "对等次有意见，不属于异议。", "--by", "甲"});
  EXPECT_EQ(refused.code, 0) << refused.err;
  EXPECT_THAT(refused.out, HasSubstr("状态：已作结论待答复"));
  EXPECT_THAT(office({"show", number}).out, HasSubstr("结论：不予受理，不属于异议范围"));
}

TEST(DeskProgramTest, AStepThatMayNotFollowIsRefusedWithTheWayOut) {
  Office office;
  const std::string number = office.reg.file(Signature::Named);
  const Ran early = office({"reply", number, "--text", "x", "--by", "甲"});
  EXPECT_EQ(early.code, 1);
  EXPECT_THAT(early.err, AllOf(HasSubstr(number), HasSubstr("待处理"), HasSubstr("作出结论")));
  const Ran unknown = office({"show", "2017-999999-0"});
  EXPECT_EQ(unknown.code, 1);
  EXPECT_THAT(unknown.err, HasSubstr("2017-999999-0"));
  const Ran wordless = office({"reply", number, "--by", "甲"});
  EXPECT_EQ(wordless.code, 1);
  EXPECT_THAT(wordless.err, HasSubstr("答复不能是空白"));
}

TEST(DeskProgramTest, WhatIsNotThereIsNamed) {
  Office office;
  const std::string nowhere = office.desk.path() / "nowhere";
  struct Row {
    std::vector<std::string> words;
    const char* named;
  };
  const Row rows[] = {
      {{"list", "--data", nowhere}, "nowhere 里没有登记簿"},
      {{"close", "--data", nowhere, "--content", nowhere, "--site", nowhere, "--notice", "x",
        "--by", "甲", "--approved-by", "乙"},
       "publicity.json"},
      {{"close", "--data", nowhere, "--content", nowhere, "--site", office.desk.path() / "public",
        "--notice", "unknown", "--by", "甲", "--approved-by", "乙"},
       "没有公示“unknown”"},
  };
  for (const Row& row : rows) {
    const Ran result = run(office.desk, row.words);
    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.err, AllOf(StartsWith("gongshi-desk："), HasSubstr(row.named)));
  }
}

TEST(DeskProgramTest, AWrongCommandLineSaysWhatIsWrongInChinese) {
  const TemporaryFolder desk;
  struct Row {
    std::vector<std::string> words;
    const char* said;
  };
  const Row rows[] = {
      {{}, "请写明要做什么；用法见 gongshi-desk --help"},
      {{"unseal"}, "没有“unseal”这个命令；用法见 gongshi-desk --help"},
      {{"list"}, "请写上 --data；用法见 gongshi-desk list --help"},
      {{"show", "--data", "d"}, "请写上 NUMBER"},
      {{"list", "--data"}, "--data 后面要写内容"},
      {{"list", "--data", "d", "--data", "e"}, "--data 只能写一次"},
      {{"list", "--data", "d", "more"}, "“more”是多余的"},
      {{"list", "--data", "d", "--color"}, "“--color”是多余的"},
      {{"list", "--data", "d", "--format", "xml"}, "--format: “xml”不对，应为 text|json"},
      {{"list", "--data", "d", "--notice", "Not An Id"}, "--notice: "},
      {{"decide", "n", "--data", "d", "--outcome", "withdrawn", "--reason", "x", "--by", "甲"},
       "--outcome: “withdrawn”不对"},
      {{"decide", "n", "--data", "d", "--outcome", "upheld", "--by", "甲"}, "请写上 --reason"},
      {{"reply", "n", "--data", "d", "--text", "x", "--file", "f", "--by", "甲"}, "只能写一个"},
      {{"reply", "n", "--data", "d", "--text", "x", "--by", "甲", "--at", "昨天"},
       "“昨天”不是带时区的时刻"},
      {{"register", "--data", "d", "--site", "s", "--notice", "x", "--medium", "online"},
       "“online”不对"},
      {{"close", "--data", "d", "--disposition", "person"}, "“person”不对，应为"},
      {{"keygen", "--data", "d", "--split", "1/3"}, "“1/3”不对，应为 K/N"},
      {{"close", "--data", "d", "--disposition", "person=gone"}, "“person=gone”不对"},
      {{"close", "--data", "d", "--disposition", "a=confirmed", "--disposition", "a=cancelled"},
       "“a”写了两种处理结果"},
  };
  for (const Row& row : rows) {
    const Ran result = run(desk, row.words);
    EXPECT_EQ(result.code, 2) << row.said;
    EXPECT_EQ(result.out, "");
    EXPECT_THAT(result.err, AllOf(StartsWith("gongshi-desk："), HasSubstr(row.said)));
  }
}

TEST(DeskProgramTest, EveryCommandExplainsItself) {
  const TemporaryFolder desk;
  const Ran all = run(desk, {"--help"});
  EXPECT_EQ(all.code, 0);
  for (const char* command :
       {"list", "show", "register", "decide", "reply", "close", "export", "keygen"}) {
    EXPECT_THAT(all.out, HasSubstr(command));
    const Ran help = run(desk, {command, "--help"});
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_THAT(help.out, AllOf(HasSubstr("用法"), HasSubstr("--data"))) << command;
  }
}

}  // namespace
}  // namespace gongshi

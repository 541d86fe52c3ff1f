#include "intake/http/status_routes.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <iterator>
#include <utility>
#include <vector>

#include "generator/notice/json.h"
#include "generator/notice/utf8.h"
#include "intake/filing/evidence_upload.h"
#include "intake/filing/limits.h"
#include "intake/filing/supplement.h"
#include "intake/http/status_page.h"
#include "intake/log/note_key.h"
#include "intake/log/receipt_proof.h"
#include "tests/filing/sample_evidence.h"
#include "tests/http/sample_portal.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::StartsWith;

SentForm lookup(std::string number, std::string code) {
  return {.fields = {{"number", std::move(number)}, {"code", std::move(code)}}};
}

SentForm with(SentForm form, std::string field, std::string value) {
  form.fields.emplace(std::move(field), std::move(value));
  return form;
}

class StatusRoutesTest : public testing::Test {
 protected:
  Json file(std::string form_id) {
    const SentForm form = sample_form_with("form_id", std::move(form_id));
    return Json::parse(portal_->answer(as_program(post("/objections", form))).body)["receipt"];
  }

  SentForm right() const { return lookup(receipt_["number"], receipt_["code"]); }
  Answer look_up(const SentForm& form) { return portal_->answer(post("/status", form)); }
  Answer look_up_as_program(const SentForm& form) {
    return portal_->answer(as_program(post("/status", form)));
  }

  SamplePortal sample_;
  std::shared_ptr<Portal> portal_ = sample_.open();
  const Json receipt_ = file("one-form-of-two-0001");
  const Json other_ = file("one-form-of-two-0002");
};

TEST_F(StatusRoutesTest, TheFormTakesTheNumberFromTheLinkButNeverACode) {
  Request request = get("/status", "number", "2017-000001-B");
  request.query.emplace("code", "0YWC-C17A");
  const Answer page = portal_->answer(request);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("value=\"2017-000001-B\""), Not(HasSubstr("0YWC"))));
}

TEST_F(StatusRoutesTest, NumberAndCodeOpenTheStatusHoweverTheyAreTyped) {
  const Answer page = look_up(right());
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("已登记，办理中"), HasSubstr("事迹不实"), HasSubstr("张𬱖三"),
                    HasSubstr("2017年6月22日 09:00"), Not(HasSubstr("[status."))));
  std::string code = receipt_["code"];
  for (char& c : code) c = c == '-' ? ' ' : static_cast<char>(std::tolower(c));
  EXPECT_EQ(look_up(lookup(" 2017-000001-b ", code)).status, 200);
}

TEST_F(StatusRoutesTest, GuessingIsSlowedAndShutsNobodyOut) {
  const Rate two{.at_once = 2, .each = std::chrono::seconds(61)};
  portal_ = sample_.open(kWhileOpen, {.wrong_codes_of_network = two, .wrong_codes_on_number = two});
  const SentForm wrong = lookup(receipt_["number"], other_["code"]);
  const auto ask = [&](NetworkToken network, const SentForm& form) {
    return portal_->answer(from_network(network, post("/status", form)));
  };
  EXPECT_EQ(ask(1, wrong).status, 404);
  EXPECT_EQ(ask(1, wrong).status, 404);
  const Answer slowed = ask(1, right());
  EXPECT_EQ(slowed.status, 429) << "nothing is looked up for a network over its bar";
  EXPECT_THAT(slowed.headers, Contains(Pair("Retry-After", "61")));
  EXPECT_THAT(slowed.body, HasSubstr("请核对，2 分钟后再查"));
  EXPECT_EQ(ask(2, wrong).status, 429) << "the number's bar";
  EXPECT_EQ(ask(2, right()).status, 200) << "its owner";
  const Answer json = portal_->answer(from_network(1, as_program(post("/status", wrong))));
  EXPECT_EQ(Json::parse(json.body)["error"]["code"], "rate_limited");
}

TEST_F(StatusRoutesTest, WrongNumberWrongCodeAndNonsenseAnswerAlike) {
  const Answer wrong_code = look_up_as_program(lookup(receipt_["number"], other_["code"]));
  EXPECT_EQ(wrong_code.status, 404);
  EXPECT_EQ(Json::parse(wrong_code.body)["error"]["code"], "not_found");
  for (const SentForm& form : {lookup("2017-000999-X", receipt_["code"]),
                               lookup("x", receipt_["code"]), lookup("\xFF", receipt_["code"])}) {
    const Answer answer = look_up_as_program(form);
    EXPECT_EQ(answer.status, 404);
    EXPECT_EQ(answer.body, wrong_code.body);
  }
  EXPECT_THAT(
      look_up(lookup("x", receipt_["code"])).body,
      AllOf(HasSubstr("<title>错误："), HasSubstr("href=\"#number\""), HasSubstr("value=\"x\"")));
}

// The check character tells without the register, so it says nothing of who has objected.
TEST_F(StatusRoutesTest, AMistypedCodeIsNamedWhateverTheNumber) {
  std::string swapped = receipt_["code"];
  std::swap(swapped[1], swapped[2]);
  for (const std::string& number : {receipt_["number"].get<std::string>(), std::string("x")}) {
    const auto message_for = [&](const std::string& code) {
      const Answer answer = look_up_as_program(lookup(number, code));
      EXPECT_EQ(answer.status, 422) << code;
      const Json error = Json::parse(answer.body)["errors"][0];
      EXPECT_EQ(error["field"], "code");
      EXPECT_EQ(error["code"], "mistyped");
      return error["message"].get<std::string>();
    };
    EXPECT_THAT(message_for(swapped), HasSubstr("颠倒了两个字符"));
    EXPECT_THAT(message_for("AAAA-AAAA"), HasSubstr("现在只有 8 个"));
    EXPECT_THAT(message_for("JK9N-<b>"), HasSubstr("<"));
    message_for("\xFF");
  }
  const Answer page = look_up(lookup(receipt_["number"], swapped));
  EXPECT_THAT(page.body, AllOf(HasSubstr("href=\"#code\""), HasSubstr("颠倒了两个字符")));
}

TEST_F(StatusRoutesTest, WhatWasErasedIsSaidToItsOwnerAlone) {
  Register desk = *Register::open(sample_.data());
  ASSERT_TRUE(desk.erase(receipt_["number"].get<std::string>(),
                         {.at = parse_instant("2027-07-01T09:00:00+08:00").value(),
                          .basis = "retention-expired",
                          .actor = "经办甲"}));
  const Answer page = look_up(right());
  EXPECT_EQ(page.status, 410);
  EXPECT_THAT(page.body, AllOf(HasSubstr("已于2027年7月1日依规定删除"), HasSubstr("仍然有效")));
  const Answer json = look_up_as_program(right());
  EXPECT_EQ(json.status, 410);
  EXPECT_EQ(Json::parse(json.body)["error"]["code"], "erased");
  EXPECT_EQ(look_up(lookup(receipt_["number"], other_["code"])).status, 404);
  EXPECT_EQ(look_up(lookup(other_["number"], other_["code"])).status, 200);
  // The form that it was filed with is no way back to it.
  const Answer again = portal_->answer(
      post("/objections", sample_form_with("form_id", "one-form-of-two-0001"), kAtClosing));
  EXPECT_EQ(again.status, 409);
}

TEST_F(StatusRoutesTest, WhatIsMissingIsNamed) {
  const Answer page = look_up(lookup("", " "));
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("填写收件编号"), HasSubstr("填写查询码")));
  const Answer json = look_up_as_program(lookup("1", ""));
  EXPECT_EQ(Json::parse(json.body)["errors"][0]["field"], "code");
}

TEST_F(StatusRoutesTest, TheOperatorSeesHowManyWentAstray) {
  look_up(lookup("", "x"));
  look_up(lookup(receipt_["number"], other_["code"]));
  look_up(with(right(), "step", "withdraw"));
  look_up(with(right(), "step", "supplement"));
  const std::string metrics = portal_->show_metrics().body;
  for (const char* labels : {"form=\"lookup\",field=\"number\",code=\"missing\"",
                             "form=\"lookup\",field=\"number\",code=\"not_found\"",
                             "form=\"withdrawal\",field=\"confirm\",code=\"missing\"",
                             "form=\"supplement\",field=\"form_id\",code=\"missing\"",
                             "form=\"supplement\",field=\"note\",code=\"missing\""}) {
    EXPECT_THAT(metrics, HasSubstr(std::string("gongshi_form_errors_total{") + labels + "} 1\n"));
  }
}

TEST_F(StatusRoutesTest, DecisionAndReplyAreShown) {
  Register reg = Register::open(sample_.data()).value();  // the desk is another process
  const std::string number = receipt_["number"];
  ASSERT_TRUE(reg.append_event(number, 0,
                               {.kind = EventKind::Decided,
                                .at = at("2017-06-26T10:00:00+08:00"),
                                .actor = "经办甲",
                                .outcome = Outcome::Unfounded,
                                .text = "经核查，<与台账>一致。"}));
  ASSERT_TRUE(reg.append_event(number, 1,
                               {.kind = EventKind::Replied,
                                .at = at("2017-06-26T11:00:00+08:00"),
                                .actor = "经办甲",
                                .outcome = {},
                                .text = "您反映的问题与事实不符。"}));
  EXPECT_THAT(look_up(right()).body,
              AllOf(HasSubstr("不属实"), HasSubstr("经核查，&lt;与台账&gt;一致。"),
                    HasSubstr("您反映的问题与事实不符。"), Not(HasSubstr("经办甲"))));
  const Json json = Json::parse(look_up_as_program(right()).body)["status"];
  EXPECT_EQ(json["outcome"], "unfounded");
  EXPECT_EQ(json["steps"][1]["kind"], "replied");
  EXPECT_EQ(json["receipt"], receipt_);
}

TEST_F(StatusRoutesTest, EveryStepIsToldInPlainWords) {
  Register reg = Register::open(sample_.data()).value();
  std::size_t seen = 0;
  const auto event = [&](EventKind kind, std::string text) {
    return ObjectionEvent{.kind = kind,
                          .at = at("2017-06-26T10:00:00+08:00"),
                          .actor = "经办甲",
                          .outcome = std::nullopt,
                          .text = std::move(text)};
  };
  const auto add = [&](const ObjectionEvent& added) {
    ASSERT_TRUE(reg.append_event(receipt_["number"].get<std::string>(), seen++, added));
  };
  ObjectionEvent asked = event(EventKind::Asked, "请写明<时间>");
  asked.due = parse_date("2017-06-30").value();
  add(asked);
  EXPECT_THAT(look_up(right()).body,
              AllOf(HasSubstr("<strong>请您补充情况</strong>"), HasSubstr("请写明&lt;时间&gt;"),
                    HasSubstr("请于2017年6月30日24时（含当日）前在下面补充")));
  add(event(EventKind::Accepted, ""));
  EXPECT_THAT(look_up(right()).body, HasSubstr("<strong>已受理，办理中</strong>"));
  add(event(EventKind::Noted, "只给办公室看"));
  ObjectionEvent opened = event(EventKind::InvestigationOpened, "调阅台账");
  opened.second_actor = "经办乙";
  add(opened);
  EXPECT_THAT(
      look_up(right()).body,
      AllOf(HasSubstr("<strong>已受理，正在核查</strong>"), HasSubstr("开始核查"),
            Not(HasSubstr("调阅台账")), Not(HasSubstr("经办乙")), Not(HasSubstr("只给办公室看"))));
  ObjectionEvent extended = event(EventKind::Extended, "涉及外省");
  extended.second_actor = "审批丙";
  add(extended);
  add(event(EventKind::Transferred, "某省监察机关"));
  EXPECT_THAT(look_up(right()).body,
              AllOf(HasSubstr("<strong>已转有关机关办理，等待回函</strong>"),
                    HasSubstr("某省监察机关"), HasSubstr("涉及外省"), Not(HasSubstr("审批丙"))));
  ObjectionEvent decided = event(EventKind::Decided, "属实。");
  decided.outcome = Outcome::Upheld;
  add(decided);
  ObjectionEvent disposed = event(EventKind::Disposed, "");
  disposed.measure = Measure::Corrected;
  add(disposed);
  EXPECT_THAT(look_up(right()).body,
              AllOf(HasSubstr("<strong>属实</strong>"), HasSubstr("处置：更正")));
  add(event(EventKind::Replied, "答复"));
  add(event(EventKind::ReviewOpened, "来信申请"));
  EXPECT_THAT(look_up(right()).body, HasSubstr("<strong>正在复核</strong>"));
}

SentForm with_note(SentForm form, std::string note,
                   std::string form_id = "a-supplement-form-0001") {
  return with(with(with(std::move(form), "step", "supplement"), "form_id", std::move(form_id)),
              "note", std::move(note));
}

TEST_F(StatusRoutesTest, ANoteIsAddedAndShown) {
  const SentForm form = with_note(right(), "补充：<第二处>\r\n见附页");
  const Answer page = look_up(form);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("补充的内容已登记"), HasSubstr("您的补充"),
                               HasSubstr("补充：&lt;第二处&gt;\n见附页")));
  const Json steps = Json::parse(look_up_as_program(form).body)["status"]["steps"];
  ASSERT_EQ(steps.size(), 1U);  // the same form again is the same note
  EXPECT_EQ(steps[0]["kind"], "supplemented");
}

TEST_F(StatusRoutesTest, ANoteThatIsWrongIsNotLost) {
  const SentForm blank = with_note(right(), " \n");
  EXPECT_EQ(look_up(blank).status, 422);
  EXPECT_THAT(look_up(blank).body,
              AllOf(HasSubstr("<title>错误："), HasSubstr("href=\"#note\""),
                    HasSubstr("填写要补充的情况"), Not(HasSubstr("补充的内容已登记"))));
  const std::string text(3 * kStatementLengthMax + 3, 'x');
  const SentForm overlong = with_note(right(), text);
  EXPECT_THAT(look_up(overlong).body, AllOf(HasSubstr(text), HasSubstr("最多 5000 字")));
  const Json errors = Json::parse(look_up_as_program(overlong).body)["errors"];
  EXPECT_EQ(errors[0]["field"], "note");
  EXPECT_EQ(errors[0]["code"], "too_long");
}

TEST_F(StatusRoutesTest, WithdrawingIsAskedForTwiceAndLeavesATrace) {
  const SentForm unsure = with(right(), "step", "withdraw");
  EXPECT_EQ(look_up(unsure).status, 422);
  EXPECT_THAT(look_up(unsure).body, HasSubstr("勾选“确认撤回”"));
  EXPECT_EQ(Json::parse(look_up_as_program(right()).body)["status"]["outcome"], Json());

  const Answer page = look_up(with(unsure, "confirm", "on"));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("异议已撤回"), HasSubstr("撤回"),
                               Not(HasSubstr("name=\"step\"")), HasSubstr("2017-000001-B")));
  EXPECT_EQ(Json::parse(look_up_as_program(right()).body)["status"]["outcome"], "withdrawn");
}

TEST_F(StatusRoutesTest, AStepThatComesTooLateKeepsItsText) {
  Register reg = Register::open(sample_.data()).value();
  ASSERT_TRUE(reg.append_event(receipt_["number"].get<std::string>(), 0,
                               {.kind = EventKind::Decided,
                                .at = at("2017-06-26T10:00:00+08:00"),
                                .actor = "经办甲",
                                .outcome = Outcome::Unfounded,
                                .text = "理由"}));
  const Answer page = look_up(with(with(right(), "step", "withdraw"), "confirm", "on"));
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("已经作出结论，不能再撤回"), HasSubstr("href=\"#steps\"")));
  ASSERT_TRUE(reg.append_event(receipt_["number"].get<std::string>(), 1,
                               {.kind = EventKind::Replied,
                                .at = at("2017-06-26T11:00:00+08:00"),
                                .actor = "经办甲",
                                .outcome = {},
                                .text = "答复"}));
  const Answer late = look_up(with_note(right(), "写了很久"));
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, AllOf(HasSubstr("写了很久"), HasSubstr("您写的内容"),
                               HasSubstr("这一次没有登记任何内容")));
}

TEST_F(StatusRoutesTest, AReviewIsAskedForWithAReasonAndOnce) {
  const SentForm reasonless = with(right(), "step", "review");
  const auto with_reason = [&](std::string reason) {
    return with(reasonless, "reason", std::move(reason));
  };
  EXPECT_THAT(look_up(right()).body, Not(HasSubstr("value=\"review\"")));
  const Answer early = look_up(with_reason("写了很久<的理由>"));
  EXPECT_EQ(early.status, 409);
  EXPECT_THAT(early.body, AllOf(HasSubstr("现在不能申请复核"), HasSubstr("您写的内容"),
                                HasSubstr("写了很久&lt;的理由&gt;")));

  Register reg = Register::open(sample_.data()).value();
  const std::string number = receipt_["number"];
  ObjectionEvent event{.kind = EventKind::Decided,
                       .at = at("2017-06-26T10:00:00+08:00"),
                       .actor = "经办甲",
                       .outcome = Outcome::Unfounded,
                       .text = "理由"};
  ASSERT_TRUE(reg.append_event(number, 0, event));
  event.kind = EventKind::Replied;
  event.outcome.reset();
  ASSERT_TRUE(reg.append_event(number, 1, event));
  EXPECT_THAT(look_up(right()).body, HasSubstr("value=\"review\""));
  EXPECT_EQ(look_up(reasonless).status, 422);
  EXPECT_THAT(look_up(reasonless).body,
              AllOf(HasSubstr("填写申请复核的理由"), HasSubstr("href=\"#reason\"")));
  const std::string text(3 * kStatementLengthMax + 3, 'x');
  EXPECT_THAT(look_up(with_reason(text)).body,
              AllOf(HasSubstr("申请复核的理由最多 5000 字"), HasSubstr(text)));
  const Answer page = look_up(with_reason("第二行的年份没有核对"));
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("复核申请已登记"), HasSubstr("<strong>正在复核</strong>"),
                    HasSubstr("第二行的年份没有核对"), Not(HasSubstr("value=\"review\""))));
  EXPECT_THAT(portal_->show_metrics().body,
              HasSubstr("gongshi_form_errors_total{form=\"review\",field=\"reason\","
                        "code=\"missing\"} 2\n"));
}

TEST_F(StatusRoutesTest, ANoteWhoseObjectionIsNotFoundIsNotLost) {
  const SentForm wrong = with_note(lookup(receipt_["number"], other_["code"]), "写了很久");
  const Answer page = look_up(wrong);
  EXPECT_EQ(page.status, 404);
  EXPECT_THAT(page.body, AllOf(HasSubstr("您要补充的内容"), HasSubstr("写了很久</pre>")));
  EXPECT_THAT(look_up(lookup("x", "y")).body, Not(HasSubstr("您要补充的内容")));
}

TEST_F(StatusRoutesTest, ARegisterThatCannotBeReadLosesNothingEither) {
  const auto folder = sample_.data();
  for (const char* file : {"register.db", "register.db-wal"}) {
    std::filesystem::resize_file(folder / file, 0);
  }
  const Answer page = look_up(with_note(right(), "写了很久"));
  EXPECT_EQ(page.status, 503);
  EXPECT_THAT(page.body, AllOf(HasSubstr("系统暂时查不了，请过几分钟再查"),
                               HasSubstr("写了很久</pre>"), HasSubstr("value=\"2017-000001-B\"")));
  EXPECT_THAT(page.headers, Contains(Pair("Retry-After", "60")));
  EXPECT_EQ(Json::parse(look_up_as_program(right()).body)["error"]["code"], "unavailable");
}

TEST_F(StatusRoutesTest, AFormThatWasUsedIsNotUsedUpSilently) {
  EXPECT_EQ(look_up(with_note(right(), "第一次")).status, 200);
  const Answer page = look_up(with_note(right(), "改过了"));
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("这一次写的不同，还没有登记"), HasSubstr("改过了</textarea>"),
                    Not(HasSubstr("value=\"a-supplement-form-0001\""))));
  const Answer unnumbered = look_up(with_note(right(), "没有编号", ""));
  EXPECT_EQ(unnumbered.status, 422);
  EXPECT_THAT(unnumbered.body,
              AllOf(HasSubstr("href=\"#note\">这张表缺少编号"), HasSubstr("没有编号</textarea>")));
  EXPECT_EQ(Json::parse(look_up_as_program(right()).body)["status"]["steps"].size(), 1U);
}

TEST_F(StatusRoutesTest, NobodyTakesAStepWithoutTheCode) {
  SentForm form = lookup(receipt_["number"], other_["code"]);
  form = with(with(form, "step", "withdraw"), "confirm", "on");
  EXPECT_EQ(look_up(form).status, 404);
  EXPECT_EQ(Json::parse(look_up_as_program(right()).body)["status"]["outcome"], Json());
}

TEST_F(StatusRoutesTest, TheProofCanBeFetchedAgain) {
  for (const char* what : {"record", "opening", "proof"}) {
    SentForm form = right();
    form.fields.emplace("download", what);
    const Answer file = look_up(form);
    EXPECT_EQ(file.body, receipt_[what].get<std::string>());
    EXPECT_EQ(file.content_type, kPlainText);
    EXPECT_THAT(file.headers, Contains(Pair("Content-Disposition",
                                            StartsWith("attachment; filename=\"2017-000001-B."))));
  }
}

TEST_F(StatusRoutesTest, TheLogStillHoldsItUnderItsNewestHead) {
  const Answer file = look_up(with(right(), "download", "newest-proof"));
  EXPECT_THAT(file.headers,
              Contains(Pair("Content-Disposition",
                            "attachment; filename=\"2017-000001-B.newest.tlog-proof\"")));
  const std::string key = portal_->answer(get("/log/key")).body;
  const NoteVerifier log = NoteVerifier::parse(trim_blanks(key)).value();
  const auto first = verify_proof(parse_proof(receipt_["proof"].get<std::string>()).value(), log);
  const auto newest = verify_proof(parse_proof(file.body).value(), log);
  ASSERT_TRUE(first && newest);
  EXPECT_EQ(first->leaves, 1U);
  EXPECT_EQ(newest->leaves, 2U);
}

class StatusEvidenceTest : public StatusRoutesTest {
 protected:
  SentFile sent(const std::string& name, std::string_view bytes) {
    EvidenceUpload upload(*portal_->evidence(), name);
    upload.add(bytes);
    return upload.finish();
  }

  // Number and code of an objection with these files.
  SentForm file_with(const std::vector<std::pair<std::string, std::string>>& files) {
    SentForm form = sample_form_with("form_id", "a-form-with-its-files-0001");
    for (const auto& [name, bytes] : files) form.files.push_back(sent(name, bytes));
    const Answer answer = portal_->answer(as_program(post("/objections", form)));
    const Json receipt = Json::parse(answer.body)["receipt"];
    return lookup(receipt["number"], receipt["code"]);
  }

  Answer download(SentForm form, std::string what) {
    form.fields.emplace("download", std::move(what));
    return look_up(form);
  }

  std::size_t files_on_disk() const {
    const std::filesystem::directory_iterator files(sample_.data() / "evidence");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
  }

  static std::string read(const Answer& answer) {
    std::string bytes;
    while (bytes.size() < answer.stream->size) {
      const auto piece = answer.stream->next();
      if (!piece) return "broken off";
      bytes += *piece;
    }
    return bytes;
  }
};

TEST_F(StatusEvidenceTest, TheObjectorSeesAndFetchesTheFiles) {
  std::string large(300'000, 'x');
  const SentForm form = file_with({{"照片 一.png", sample_png()}, {"记录.txt", large}});
  EXPECT_THAT(look_up(form).body,
              AllOf(HasSubstr("照片 一.png（PNG 图片，67字节）"), HasSubstr("value=\"evidence-2\""),
                    HasSubstr(hex(sha256(large)))));
  EXPECT_THAT(look_up(right()).body, Not(HasSubstr("SHA-256")));
  const Answer png = download(form, "evidence-1");
  EXPECT_EQ(png.content_type, "image/png");
  EXPECT_THAT(png.headers,
              Contains(Pair("Content-Disposition",
                            "attachment; filename*=UTF-8''%E7%85%A7%E7%89%87%20%E4%B8%80.png")));
  EXPECT_EQ(read(png), sample_png());
  EXPECT_EQ(read(download(form, "evidence-2")), large);
  const Json json = Json::parse(look_up_as_program(form).body)["status"];
  EXPECT_EQ(json["evidence"][1]["size"], large.size());
}

TEST_F(StatusEvidenceTest, FilesAreAddedAndFetchedLikeThoseThatWereFiled) {
  const SentForm filed = file_with({{"照片 一.png", sample_png()}});
  SentForm form = with_note(filed, "");
  form.files = {sent("记录.txt", "第二天的记录")};
  const Answer page = look_up(form);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("补充的内容已登记"), HasSubstr("附：记录.txt（文本，18字节）"),
                    HasSubstr("value=\"evidence-2\""), HasSubstr(hex(sha256("第二天的记录")))));
  EXPECT_EQ(read(download(filed, "evidence-1")), sample_png());
  EXPECT_EQ(read(download(filed, "evidence-2")), "第二天的记录");
  form.files = {
      sent("记录.txt", "第二天的记录")};  // the line broke, and the browser sends it again
  EXPECT_EQ(look_up(form).status, 200);
  const Json status = Json::parse(look_up_as_program(filed).body)["status"];
  ASSERT_EQ(status["steps"].size(), 1U);
  EXPECT_EQ(status["steps"][0]["evidence"][0]["name"], "记录.txt");
  EXPECT_EQ(status["evidence"].size(), 1U);
  EXPECT_EQ(files_on_disk(), 2U);
  EXPECT_EQ(portal_->evidence()->unfiled_bytes(), 0U);
}

TEST_F(StatusEvidenceTest, AFileThatFailsCostsNeitherTheNoteNorTheOthers) {
  SentForm form = with_note(right(), "见附件");
  form.files = {sent("记录.txt", "记录"), sent("坏.jpg", std::string("MZ\0", 3))};
  const Answer page = look_up(form);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("href=\"#evidence\">“坏.jpg”的内容不是可以附的类型"),
                    HasSubstr("去掉“记录.txt”（文本，6字节）"), HasSubstr("见附件</textarea>"),
                    HasSubstr("value=\"a-supplement-form-0001\""), Not(HasSubstr("[status."))));
  form.files = {sent("坏.jpg", std::string("MZ\0", 3))};
  const Json errors = Json::parse(look_up_as_program(form).body)["errors"];
  EXPECT_EQ(errors[0]["field"], "evidence");
  EXPECT_EQ(errors[0]["code"], "wrong_type");
  portal_ = sample_.open();  // a restart in between
  EXPECT_EQ(look_up(with_note(right(), "见附件")).status, 200);
  const Json steps = Json::parse(look_up_as_program(right()).body)["status"]["steps"];
  ASSERT_EQ(steps.size(), 1U);
  EXPECT_EQ(steps[0]["evidence"].size(), 1U);
  EXPECT_TRUE(std::filesystem::is_empty(sample_.data() / "drafts"));
}

TEST_F(StatusEvidenceTest, ABusyRegisterKeepsTheNoteAndTheFiles) {
  SQLite::Database other(sample_.data() / "register.db", SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  SentForm form = with_note(right(), "见附件");
  form.files = {sent("记录.txt", "记录")};
  const Answer page = look_up(form);
  EXPECT_EQ(page.status, 503);
  EXPECT_THAT(page.body, AllOf(HasSubstr("还没有登记；内容都在"), HasSubstr("见附件</textarea>"),
                               HasSubstr("去掉“记录.txt”")));
  other.exec("ROLLBACK");
  EXPECT_THAT(look_up(with_note(right(), "见附件")).body, HasSubstr("附：记录.txt（文本，6字节）"));
}

TEST_F(StatusEvidenceTest, WhatAddsNothingLeavesNoFile) {
  SentForm form = with_note(lookup(receipt_["number"], other_["code"]), "见附件");
  form.files = {sent("记录.txt", "记录")};
  EXPECT_EQ(look_up(form).status, 404);
  EXPECT_EQ(files_on_disk(), 0U);
  form = right();
  form.files = {sent("记录.txt", "记录")};
  EXPECT_EQ(look_up(form).status, 200);
  EXPECT_EQ(files_on_disk(), 0U);
  EXPECT_EQ(look_up(with(with(right(), "step", "withdraw"), "confirm", "on")).status, 200);
  form = with_note(right(), "见附件");
  form.files = {sent("记录.txt", "记录")};
  EXPECT_EQ(look_up(form).status, 409);
  EXPECT_EQ(files_on_disk(), 0U);
}

// Every error that the two forms and their route can make has its own words.
TEST(StatusPageTest, EveryErrorHasItsWords) {
  const std::pair<std::string_view, std::vector<std::string_view>> table[] = {
      {field::kFormId, {"missing", "malformed", "repeated"}},
      {field::kNote, {"missing", "too_long", "not_text"}},
      {field::kEvidence,
       {"empty", "too_big", "wrong_type", "too_many", "protected", "damaged", "not_stored"}},
      {status_field::kConfirm, {"missing"}},
      {status_field::kStep,
       {"concluded", "decided", "too_many", "changed", "form_used", "not_stored"}}};
  for (const auto& [name, codes] : table) {
    for (const auto code : codes) {
      const std::string words = message_for_status(
          TemplateSet::embedded(), {.field = name, .code = code, .limit = 100, .name = "照片.jpg"});
      EXPECT_THAT(words, AllOf(Not(HasSubstr("[")), Not(HasSubstr("{")))) << name << code;
    }
  }
}

TEST_F(StatusEvidenceTest, OnlyFilesThatAreThereCanBeFetched) {
  const SentForm form = file_with({{"记录.txt", "记录"}});
  for (const char* what : {"evidence-0", "evidence-2", "evidence-01", "evidence-", "evidence-1 "}) {
    const Answer page = download(form, what);
    EXPECT_FALSE(page.stream) << what;
    EXPECT_THAT(page.body, HasSubstr("已登记，办理中"));
  }
  EXPECT_FALSE(
      download(lookup(form.fields.find("number")->second, other_["code"]), "evidence-1").stream);
}

TEST_F(StatusEvidenceTest, AFileThatIsNotWhatWasStoredIsNotServedAsIfItWere) {
  const SentForm form = file_with({{"记录.txt", std::string(300'000, 'x')}});
  for (const auto& entry : std::filesystem::directory_iterator(sample_.data() / "evidence")) {
    std::filesystem::resize_file(entry.path(), 200'000);
  }
  EXPECT_EQ(read(download(form, "evidence-1")), "broken off");
  EXPECT_THAT(sample_.log.text(), HasSubstr("was changed or cut off"));
  for (const auto& entry : std::filesystem::directory_iterator(sample_.data() / "evidence")) {
    std::filesystem::remove(entry.path());
  }
  EXPECT_EQ(download(form, "evidence-1").status, 503);
}

}  // namespace
}  // namespace gongshi

#include "intake/http/objection_routes.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <vector>

#include "generator/notice/json.h"
#include "intake/filing/evidence_upload.h"
#include "intake/filing/limits.h"
#include "intake/http/objection_form_page.h"
#include "tests/filing/sample_evidence.h"
#include "tests/http/sample_portal.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;

class ObjectionRoutesTest : public testing::Test {
 protected:
  Answer show(std::string_view notice = kSampleNotice, std::string_view when = kWhileOpen) {
    Request request = get("/objections/new", "notice", notice);
    request.received_at = at(when);
    return portal_->answer(request);
  }

  Answer file(const SentForm& form, std::string_view when = kWhileOpen) {
    return portal_->answer(post("/objections", form, when));
  }

  Json file_as_program(const SentForm& form, int status, std::string_view when = kWhileOpen) {
    const Answer answer = portal_->answer(as_program(post("/objections", form, when)));
    EXPECT_EQ(answer.status, status) << answer.body;
    EXPECT_EQ(answer.content_type, kJson);
    return Json::parse(answer.body);
  }

  SamplePortal sample_;
  std::shared_ptr<Portal> portal_ = sample_.open();
};

TEST_F(ObjectionRoutesTest, TheFormShowsWhatAnObjectorMustKnow) {
  const Answer page = show();
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(
      page.body,
      AllOf(HasSubstr(sample_notice().title), HasSubstr("2017年6月27日24时（含当日）"),
            HasSubstr(sample_notice().publisher), HasSubstr("张𬱖三（某市信访局）"),
            HasSubstr("某县接待大厅（先进集体）"), HasSubstr("0351-0000000"),
            HasSubstr("太原市某路1号"), Not(HasSubstr("[objection."))));
}

TEST_F(ObjectionRoutesTest, TheTopOfTheFormSaysWhatItIsForAndTheFormAsksForNoNumberOfAPerson) {
  const std::string page = show().body;
  const std::string top = page.substr(0, page.find("<form id=\"objection-form\""));
  for (const char* word : {"用途", "截止", "提交以后", "保密", "其他方式", "href=\"#channels\""}) {
    EXPECT_THAT(top, HasSubstr(word));
  }
  EXPECT_THAT(page, AllOf(HasSubstr("id=\"channels\""), HasSubstr("不要填写身份证号")));
  for (const char* field : {"id_number", "id_card", "identity_number", "身份证号码"}) {
    EXPECT_THAT(page, Not(HasSubstr(field)));
  }
}

// Received on 22 June: the law's fifteen and sixty days end on 7 July and 21 August.
TEST_F(ObjectionRoutesTest, TheReceiptSaysWhatToKeepAndWhatHappensByWhen) {
  const Json receipt = file_as_program(sample_form(), 201)["receipt"];
  const std::string page = file(sample_form()).body;
  EXPECT_THAT(page, AllOf(HasSubstr("离开前请记下或打印收件编号和查询码"),
                          HasSubstr("2017年6月22日 09:00</time>（北京时间）"),
                          HasSubstr("2017年7月7日"), HasSubstr("2017年8月21日"),
                          HasSubstr("<svg class=\"qr\""), HasSubstr("class=\"no-print\""),
                          HasSubstr("https://gongshi.example/status?number=2017-000001-B")));
  EXPECT_THAT(page, Not(HasSubstr("code=" + receipt["code"].get<std::string>())));
}

TEST_F(ObjectionRoutesTest, EachFormHasAFreshNumber) {
  const auto form_id = [](const std::string& page) {
    const std::string before = "name=\"form_id\" value=\"";
    const auto begin = page.find(before) + before.size();
    return page.substr(begin, page.find('"', begin) - begin);
  };
  const std::string first = form_id(show().body);
  EXPECT_TRUE(FormId::parse(first)) << first;
  EXPECT_NE(first, form_id(show().body));
}

TEST_F(ObjectionRoutesTest, AFormOpenedInTheWindowIsKeptAndMarkedWhereTheCampaignKeepsIt) {
  Manifest manifest = sample_manifest();
  manifest.notices.front().late_policy = LatePolicy::MarkLate;
  sample_.write(manifest);
  const std::string page = show(kSampleNotice, "2017-06-27T23:50:00+08:00").body;
  const std::string before = "name=\"form_id\" value=\"";
  const auto begin = page.find(before) + before.size();
  const std::string form_id = page.substr(begin, page.find('"', begin) - begin);

  const Answer receipt = file(sample_form_with("form_id", form_id), kAtClosing);
  EXPECT_EQ(receipt.status, 201);
  EXPECT_THAT(receipt.body, AllOf(HasSubstr("逾期收到"), HasSubstr("late: yes")));
  portal_ = sample_.open(kAtClosing);  // known after a restart, too
  EXPECT_EQ(file(sample_form_with("form_id", form_id), kAtClosing).body, receipt.body);
  EXPECT_EQ(file_as_program(sample_form(), 409, kAtClosing)["error"]["code"], "window_closed");
}

TEST_F(ObjectionRoutesTest, TheLinkPresetsTheCandidate) {
  Request request = get("/objections/new", "notice", kSampleNotice);
  request.query.emplace("candidate", kSampleCandidate);
  EXPECT_THAT(portal_->answer(request).body, HasSubstr("value=\"zhang-san\" selected"));
  EXPECT_THAT(show().body, HasSubstr("value=\"\" selected"));
}

TEST_F(ObjectionRoutesTest, AnUnknownNoticeIsToldSo) {
  for (const char* notice : {"", "no-such-notice", "<script>"}) {
    const Answer page = show(notice);
    EXPECT_EQ(page.status, 404) << notice;
    EXPECT_THAT(page.body, AllOf(HasSubstr("没有找到这个公示"), Not(HasSubstr("<form"))));
  }
}

TEST_F(ObjectionRoutesTest, OutsideTheWindowThePageSaysWhenAndWhereElse) {
  EXPECT_THAT(show(kSampleNotice, kBeforeOpening).body,
              AllOf(HasSubstr("自 2017年6月21日 09:00 起"), HasSubstr("0351-0000000"),
                    Not(HasSubstr("<form"))));
  EXPECT_THAT(show(kSampleNotice, kAtClosing).body,
              AllOf(HasSubstr("2017年6月27日24时（含当日）"), HasSubstr("0351-0000000"),
                    Not(HasSubstr("<form"))));
}

TEST_F(ObjectionRoutesTest, AReceiptIsAPageOrJson) {
  const Answer page = file(sample_form());
  EXPECT_EQ(page.status, 201);
  EXPECT_THAT(page.body, AllOf(HasSubstr("2017-000001-B"), HasSubstr("gongshi/objection/v1"),
                               HasSubstr("c2sp.org/tlog-proof@v1"), HasSubstr("张𬱖三")));
  const Json receipt = file_as_program(sample_form(), 201)["receipt"];
  EXPECT_EQ(receipt["number"], "2017-000001-B");
  EXPECT_THAT(page.body, HasSubstr(receipt["code"].get<std::string>()));
  EXPECT_EQ(sample_.count_objections(), 1U);
}

TEST_F(ObjectionRoutesTest, TheSameFormIsTheSameAnswerWhateverHappenedSince) {
  const Json first = file_as_program(sample_form(), 201);
  EXPECT_EQ(file_as_program(sample_form(), 201, kAtClosing), first);
  // A changed text, a notice that is gone: the form is what counts.
  EXPECT_EQ(file_as_program(sample_form_with("statement", ""), 201), first);
  EXPECT_EQ(file_as_program(sample_form_with("notice", "gone"), 201), first);
  Manifest empty = sample_manifest();
  empty.notices.clear();
  sample_.write(empty);
  EXPECT_EQ(file_as_program(sample_form(), 201), first);
  EXPECT_EQ(file(sample_form()).status, 201);
  portal_ = sample_.open(kAtClosing);
  EXPECT_EQ(file_as_program(sample_form(), 201, kAtClosing), first);
}

// As when a new daemon has started and the old one still finishes what it has begun.
TEST_F(ObjectionRoutesTest, WhatAnotherProcessFiledIsKnownBeforeAnybodyIsTurnedAway) {
  const auto other = sample_.open(kWhileOpen, {.filings_of_network = {.at_once = 1}});
  const auto file_there = [&](const SentForm& form, std::string_view when) {
    const Request request = from_network(7, as_program(post("/objections", form, when)));
    return other->answer(request).body;
  };
  const SentForm first = sample_form_with("form_id", "the-first-form-of-all-01");
  EXPECT_THAT(file_there(first, kWhileOpen), HasSubstr("\"receipt\""));  // has read what is filed
  const std::string receipt = file_as_program(sample_form(), 201).dump();
  const SentForm wrong = sample_form_with("statement", "");
  for (const auto& [form, when] :
       {std::pair(sample_form(), kAtClosing), std::pair(wrong, kWhileOpen),
        std::pair(sample_form(), kWhileOpen)}) {
    EXPECT_EQ(Json::parse(file_there(form, when)).dump(), receipt) << when;
  }
  EXPECT_EQ(sample_.count_objections(), 2U);
}

TEST_F(ObjectionRoutesTest, ErrorsKeepEveryValue) {
  SentForm form = sample_form_with("contact", "");
  form.fields.erase("declaration");
  form.fields.find("name")->second = "\"><script>";
  const Answer page = file(form);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(
      page.body,
      AllOf(
          HasSubstr("<title>错误："), HasSubstr("<a href=\"#contact\">填写联系方式</a>"),
          HasSubstr("<a href=\"#declaration\">确认所反映的情况属实</a>"),
          HasSubstr("公示材料所列数据与实际不符。\r\n请予核查。𬱖</textarea>"),
          HasSubstr("value=\"&quot;&gt;&lt;script&gt;\""),
          HasSubstr("value=\"zhang-san\" selected"), HasSubstr("value=\"facts\" checked"),
          HasSubstr("value=\"named\" checked"),
          HasSubstr("value=\"" + std::string(kSampleFormId) + "\"")));
  EXPECT_EQ(sample_.count_objections(), 0U);
}

TEST_F(ObjectionRoutesTest, AFormWithoutAUsableNumberGetsAFreshOne) {
  EXPECT_THAT(
      file(sample_form_with("form_id", "x\"")).body,
      AllOf(HasSubstr("<a href=\"#objection-form\">"), Not(HasSubstr("value=\"x&quot;\""))));
}

TEST_F(ObjectionRoutesTest, AnOversizedStatementIsShownAgainWhole) {
  std::string statement;
  for (std::size_t i = 0; i <= kStatementLengthMax; ++i) statement += "字";
  const Answer page = file(sample_form_with("statement", statement));
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("最多 5000 字"));
  EXPECT_NE(page.body.find(statement), std::string::npos);
}

TEST_F(ObjectionRoutesTest, AProgramGetsEveryErrorWithFieldCodeAndMessage) {
  SentForm form = sample_form_with("grounds", "taste");
  form.files = {{.name = "空.txt", .stored = tl::unexpected(EvidenceFault::Empty)}};
  const Json answer = file_as_program(form, 422);
  ASSERT_EQ(answer["errors"].size(), 2U);
  EXPECT_EQ(answer["errors"][0]["field"], "grounds");
  EXPECT_EQ(answer["errors"][0]["code"], "unknown");
  EXPECT_EQ(answer["errors"][0]["message"], "选择反映哪方面的问题");
  EXPECT_EQ(answer["errors"][1]["field"], "evidence");
  EXPECT_EQ(answer["errors"][1]["code"], "empty");
  EXPECT_THAT(answer["errors"][1]["message"].get<std::string>(), HasSubstr("“空.txt”是空文件"));
  EXPECT_EQ(answer.size(), 1U);
}

TEST_F(ObjectionRoutesTest, AnUnknownNoticeLosesNothingThatWasTyped) {
  const Answer page = file(sample_form_with("notice", "gone"));
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("请予核查。𬱖"));
  const Json json = file_as_program(sample_form_with("notice", "gone"), 422);
  EXPECT_EQ(json["errors"][0]["field"], "notice");
}

TEST_F(ObjectionRoutesTest, ARefusalIsAPageThatKeepsTheTextOrJsonThatSaysWhen) {
  const Answer page = file(sample_form(), kAtClosing);
  EXPECT_EQ(page.status, 409);
  EXPECT_THAT(page.body, AllOf(HasSubstr("公示期已满"), HasSubstr("请予核查。𬱖")));
  const Json late = file_as_program(sample_form(), 409, kAtClosing)["error"];
  EXPECT_EQ(late["code"], "window_closed");
  EXPECT_EQ(late["closes_at"], kAtClosing);
  const Json early = file_as_program(sample_form(), 409, kBeforeOpening)["error"];
  EXPECT_EQ(early["code"], "not_yet_open");
  EXPECT_EQ(early["opens_at"], "2017-06-21T09:00:00+08:00");
  EXPECT_EQ(sample_.count_objections(), 0U);
}

TEST_F(ObjectionRoutesTest, ABusyRegisterKeepsTheTextAndTheSameFormSucceedsLater) {
  SQLite::Database other(sample_.data() / "register.db", SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  const Answer page = file(sample_form());
  EXPECT_EQ(page.status, 503);
  EXPECT_THAT(page.headers, Contains(Pair("Retry-After", "60")));
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("您的异议还没有登记"), HasSubstr("请予核查。𬱖</textarea>"),
                    HasSubstr("value=\"" + std::string(kSampleFormId) + "\"")));
  EXPECT_EQ(file_as_program(sample_form(), 503)["error"]["code"], "unavailable");
  EXPECT_EQ(portal_->answer(get("/healthz")).status, 503);
  EXPECT_THAT(sample_.log.text(), HasSubstr("the register failed request=0123456789ab reason="));
  other.exec("ROLLBACK");
  EXPECT_EQ(file(sample_form()).status, 201);
}

TEST_F(ObjectionRoutesTest, AClosedWindowGoesBeforeWrongFields) {
  EXPECT_EQ(file(sample_form_with("statement", ""), kAtClosing).status, 409);
}

TEST_F(ObjectionRoutesTest, WhatTheOfficeStoppedIsNotTaken) {
  for (const auto state : {NoticeState::Suspended, NoticeState::Withdrawn, NoticeState::Closed}) {
    Manifest manifest = sample_manifest();
    manifest.notices.front().state = state;
    sample_.write(manifest);
    EXPECT_EQ(file_as_program(sample_form(), 409)["error"]["code"], to_text(state));
    EXPECT_THAT(show().body, AllOf(Not(HasSubstr("<form")), Not(HasSubstr("[refusal."))));
  }
}

TEST_F(ObjectionRoutesTest, NamesOnlyWhereTheCampaignSaysSo) {
  EXPECT_THAT(show().body, HasSubstr("value=\"anonymous\""));
  Manifest manifest = sample_manifest();
  manifest.notices.front().identity_policy = IdentityPolicy::RequireRealName;
  sample_.write(manifest);
  EXPECT_THAT(show().body, Not(HasSubstr("value=\"anonymous\"")));
  EXPECT_THAT(file(sample_form_with("identity", "anonymous")).body,
              HasSubstr("<a href=\"#identity-named\">本次公示要求实名"));
}

TEST_F(ObjectionRoutesTest, TooManyFromOneNetworkAreAskedToComeBack) {
  portal_ = sample_.open(kWhileOpen,
                         {.filings_of_network = {.at_once = 1, .each = std::chrono::seconds(90)}});
  const auto file = [&](std::string_view id) {
    return from_network(7, post("/objections", sample_form_with("form_id", std::string(id))));
  };
  // Neither what comes back for correction nor what was filed before counts.
  EXPECT_EQ(portal_->answer(from_network(7, post("/objections", sample_form_with("statement", ""))))
                .status,
            422);
  EXPECT_EQ(portal_->answer(file("network-seven-0001")).status, 201);
  EXPECT_EQ(portal_->answer(file("network-seven-0001")).status, 201);
  const Answer page = portal_->answer(file("network-seven-0002"));
  EXPECT_EQ(page.status, 429);
  EXPECT_THAT(page.headers, Contains(Pair("Retry-After", "90")));
  EXPECT_THAT(page.body, AllOf(HasSubstr("还没有登记；内容都在，请 2 分钟后再提交一次"),
                               HasSubstr("network-seven-0002"), HasSubstr("0351-0000000")));
  const Answer json = portal_->answer(as_program(file("network-seven-0002")));
  EXPECT_EQ(json.status, 429);
  EXPECT_EQ(Json::parse(json.body)["error"]["code"], "rate_limited");
  EXPECT_THAT(json.headers, Contains(Pair("Retry-After", "90")));
  EXPECT_EQ(sample_.count_objections(), 1U);
}

// Files as the door hands them over: stored, or not.
class EvidenceRoutesTest : public ObjectionRoutesTest {
 protected:
  SentFile sent(const std::string& name, std::string_view bytes) {
    EvidenceUpload upload(*portal_->evidence(), name);
    upload.add(bytes);
    return upload.finish();
  }

  std::size_t files_on_disk() const {
    const std::filesystem::directory_iterator files(sample_.data() / "evidence");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
  }
  std::size_t drafts_on_disk() const {
    const std::filesystem::directory_iterator drafts(sample_.data() / "drafts");
    return static_cast<std::size_t>(std::distance(begin(drafts), end(drafts)));
  }
};

TEST_F(EvidenceRoutesTest, TheReceiptListsTheFiles) {
  SentForm form = sample_form();
  form.files = {sent("照片.png", sample_png()), sent("会议 记录.txt", "记录")};
  const Answer page = file(form);
  EXPECT_EQ(page.status, 201);
  EXPECT_THAT(
      page.body,
      AllOf(HasSubstr("照片.png（PNG 图片，67字节）"), HasSubstr("会议 记录.txt（文本，6字节）"),
            HasSubstr("\nevidence: " + hex(sha256(sample_png())) + " 67 png 照片.png\n")));
  EXPECT_EQ(files_on_disk(), 2U);
  EXPECT_EQ(portal_->evidence()->unfiled_bytes(), 0U);
}

TEST_F(EvidenceRoutesTest, FilesThatWereFineStayAttachedThroughACorrectionRound) {
  SentForm form = sample_form_with("contact", "");
  form.files = {sent("照片.png", sample_png()), sent("坏.jpg", std::string("MZ\0", 3)),
                sent("记录.txt", "记录")};
  const Answer page = file(form);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("<a href=\"#evidence\">“坏.jpg”的内容不是可以附的类型"),
                               HasSubstr("<a href=\"#contact\">"),
                               HasSubstr("去掉“照片.png”（PNG 图片，67字节）"),
                               HasSubstr("去掉“记录.txt”（文本，6字节）"),
                               Not(HasSubstr("去掉“坏.jpg”")), Not(HasSubstr("[file."))));
  EXPECT_EQ(files_on_disk(), 2U);
  EXPECT_EQ(drafts_on_disk(), 1U);

  portal_ = sample_.open();  // a restart in between
  SentForm corrected = sample_form();
  corrected.fields.emplace("evidence_remove", form.files[2].stored->id);
  const Json receipt = file_as_program(corrected, 201)["receipt"];
  EXPECT_THAT(receipt["record"].get<std::string>(),
              AllOf(HasSubstr(" png 照片.png\n"), Not(HasSubstr("记录.txt"))));
  EXPECT_EQ(drafts_on_disk(), 0U);
}

TEST_F(EvidenceRoutesTest, AFileAloneThatFailsIsACorrectionRoundToo) {
  SentForm form = sample_form();
  form.files = {sent("空.txt", "")};
  const Answer page = file(form);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("请予核查。𬱖</textarea>"));
  EXPECT_EQ(sample_.count_objections(), 0U);
  EXPECT_EQ(file(sample_form()).status, 201);  // without it
}

TEST_F(EvidenceRoutesTest, ProgramsMaySendTheirFilesAgain) {
  SentForm form = sample_form_with("grounds", "taste");
  form.files = {sent("记录.txt", "记录")};
  file_as_program(form, 422);
  form = sample_form();
  form.files = {sent("记录.txt", "记录")};
  const std::string record = file_as_program(form, 201)["receipt"]["record"];
  EXPECT_EQ(record.find("evidence: "), record.rfind("evidence: "));
  EXPECT_EQ(files_on_disk(), 1U);
}

TEST_F(EvidenceRoutesTest, NoMoreThanFiveAltogether) {
  SentForm form = sample_form_with("contact", "");
  for (const char* content : {"1", "2", "3", "4"}) {
    form.files.push_back(sent(std::string(content) + ".txt", content));
  }
  file(form);
  form = sample_form();
  form.files = {sent("5.txt", "5"), sent("6.txt", "6")};
  const Answer page = file(form);
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("“6.txt”没有附上：最多附 5 个文件"), HasSubstr("去掉“5.txt”")));
  EXPECT_EQ(files_on_disk(), 5U);
}

TEST_F(EvidenceRoutesTest, WhatFilesNothingLeavesNoFile) {
  SentForm form = sample_form();
  form.files = {sent("记录.txt", "记录")};
  EXPECT_EQ(file(form, kAtClosing).status, 409);
  EXPECT_EQ(files_on_disk(), 0U);
  form = sample_form_with("notice", "gone");
  form.files = {sent("记录.txt", "记录")};
  EXPECT_EQ(file(form).status, 422);
  EXPECT_EQ(files_on_disk(), 0U);
  EXPECT_EQ(drafts_on_disk(), 0U);
  const Json first = file_as_program(sample_form(), 201);
  form = sample_form();
  form.files = {sent("记录.txt", "记录")};
  EXPECT_EQ(file_as_program(form, 201), first);
  EXPECT_EQ(files_on_disk(), 0U);
}

TEST_F(EvidenceRoutesTest, ABusyRegisterKeepsTheFiles) {
  SQLite::Database other(sample_.data() / "register.db", SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  SentForm form = sample_form();
  form.files = {sent("记录.txt", "记录")};
  const Answer page = file(form);
  EXPECT_EQ(page.status, 503);
  EXPECT_THAT(page.body, HasSubstr("去掉“记录.txt”"));
  other.exec("ROLLBACK");
  EXPECT_THAT(file(sample_form()).body, HasSubstr("记录.txt（文本，6字节）"));
}

TEST_F(EvidenceRoutesTest, ADiskThatTakesNoFileStillTakesTheText) {
  SentForm form = sample_form();
  form.files = {{.name = "记录.txt",
                 .stored = tl::unexpected(EvidenceFault::NotStored),
                 .reason = "no room"}};
  EXPECT_THAT(file(form).body, HasSubstr("“记录.txt”没有存上"));
  EXPECT_THAT(sample_.log.text(),
              AllOf(HasSubstr("request=0123456789ab a file was not stored: no room"),
                    Not(HasSubstr("记录.txt"))));
  EXPECT_EQ(file(sample_form()).status, 201);
}

TEST_F(EvidenceRoutesTest, TheFormSaysWhatMayBeAttached) {
  EXPECT_THAT(show().body,
              AllOf(HasSubstr("最多 5 个文件，每个不超过 10 MB"), HasSubstr("盖公章的书面材料"),
                    HasSubstr("accept=\".pdf,.jpg,"), Not(HasSubstr("已经附上"))));
}

// Every error that the form and its route can make has its own words.
TEST(ObjectionFormPageTest, EveryFieldErrorHasItsWords) {
  const std::pair<std::string_view, std::vector<std::string_view>> table[] = {
      {field::kFormId, {"missing", "malformed", "repeated", "not_stored", "rate_limited"}},
      {field::kNotice, {"missing", "unknown", "repeated"}},
      {field::kCandidate, {"unknown", "repeated"}},
      {field::kGrounds, {"missing", "unknown", "repeated"}},
      {field::kStatement, {"missing", "too_long", "not_text", "repeated"}},
      {field::kEvidence,
       {"empty", "too_big", "wrong_type", "too_many", "protected", "damaged", "not_stored"}},
      {field::kIdentity, {"missing", "unknown", "not_allowed", "repeated"}},
      {field::kName, {"missing", "too_long", "not_text", "not_one_line", "repeated"}},
      {field::kContact, {"missing", "too_long", "not_text", "not_one_line", "repeated"}},
      {field::kDeclaration, {"missing"}},
  };
  for (const auto& [name, codes] : table) {
    for (const auto code : codes) {
      const std::string words = message_for(
          TemplateSet::embedded(), {.field = name, .code = code, .limit = 100, .name = "照片.jpg"});
      EXPECT_THAT(words, AllOf(Not(HasSubstr("[")), Not(HasSubstr("{")))) << name << code;
    }
  }
}

}  // namespace
}  // namespace gongshi

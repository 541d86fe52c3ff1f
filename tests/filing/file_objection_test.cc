#include "intake/filing/file_objection.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include "intake/filing/evidence_upload.h"
#include "intake/filing/record.h"
#include "intake/filing/status.h"
#include "intake/seal/receipt_code.h"
#include "tests/filing/sample_filing.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

const Instant kWhileOpen = at("2017-06-22T09:00:00+08:00");
const Instant kAtClosing = at("2017-06-28T00:00:00+08:00");

class FileObjectionTest : public testing::Test {
 protected:
  FilingOutcome file(const FormId& form, Instant when) {
    return file_objection(reg_, sample_notice(), form, sample_parsed().objection,
                          {.received_at = when});
  }

  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
  const FormId form_ = sample_parsed().form;
};

TEST_F(FileObjectionTest, TheReceiptSaysWhatTheRegisterHolds) {
  const FilingOutcome outcome = file(form_, kWhileOpen);
  const auto& receipt = std::get<Receipt>(outcome);
  const auto stored = reg_.find_by_number(receipt.number).value();
  ASSERT_TRUE(stored);
  EXPECT_EQ(receipt.record, stored->filed.record);
  EXPECT_EQ(receipt.opening, hex(form_.opening()));
  EXPECT_EQ(receipt.code, ReceiptCode::derive(form_).text());
  EXPECT_EQ(receipt.proof, reg_.proof(*stored).value());
  EXPECT_EQ(receipt.received_at, kWhileOpen);
  EXPECT_TRUE(stored->filed.named);
  EXPECT_EQ(stored->filed.medium, Medium::Online);
}

TEST_F(FileObjectionTest, FilesAreCommittedToAndTheFirstOnesCount) {
  const auto store = [&](std::string_view bytes) {
    EvidenceUpload upload(reg_.evidence(), "会议记录.txt");
    upload.add(bytes);
    return upload.finish().stored.value();
  };
  const auto file_with = [&](const EvidenceFile& evidence) {
    return std::get<Receipt>(file_objection(reg_, sample_notice(), form_, sample_parsed().objection,
                                            {.received_at = kWhileOpen}, {evidence}));
  };
  const EvidenceFile first = store("first");
  const Receipt receipt = file_with(first);
  EXPECT_NE(receipt.record.find("\nevidence: " + hex(sha256("first")) + " 5 txt 会议记录.txt\n"),
            std::string::npos);
  const Receipt again = file_with(store("second"));
  EXPECT_EQ(again.record, receipt.record);
  EXPECT_EQ(again.proof, receipt.proof);
  const auto status = look_up_status(reg_, receipt.number, ReceiptCode::derive(form_)).value();
  ASSERT_TRUE(status);
  EXPECT_EQ(status->evidence, std::vector{first});
  EXPECT_EQ(status->record.evidence, describe_evidence({first}));
  EXPECT_NE(to_json(*status).find(R"("evidence":[{"name":"会议记录.txt")"), std::string::npos);
}

TEST_F(FileObjectionTest, TheWindowIsHalfOpen) {
  const struct {
    const char* when;
    bool taken;
  } table[] = {{"2017-06-21T08:59:59+08:00", false},
               {"2017-06-21T09:00:00+08:00", true},
               {"2017-06-27T23:59:59+08:00", true},
               {"2017-06-28T00:00:00+08:00", false}};
  for (const auto& [when, taken] : table) {
    EXPECT_EQ(std::holds_alternative<Receipt>(file(FormId::random(), at(when))), taken) << when;
  }
  EXPECT_EQ(reg_.list({})->size(), 2U);
}

TEST_F(FileObjectionTest, ARefusalSaysWhen) {
  const FilingOutcome early = file(form_, at("2017-06-01T00:00:00+08:00"));
  EXPECT_EQ(std::get<NotYetOpen>(std::get<Refusal>(early)).opens_at, sample_notice().published_at);
  const FilingOutcome late = file(form_, kAtClosing);
  EXPECT_EQ(std::get<WindowClosed>(std::get<Refusal>(late)).closed_at, kAtClosing);
}

TEST_F(FileObjectionTest, WhatTheOfficeDecidedGoesBeforeTheClock) {
  for (const auto state : {NoticeState::Suspended, NoticeState::Withdrawn, NoticeState::Closed}) {
    ManifestNotice notice = sample_notice();
    notice.state = state;
    const auto refused = refusal(notice, {.received_at = kAtClosing});
    ASSERT_TRUE(refused);
    EXPECT_EQ(std::get<NotTaking>(*refused).state, state);
  }
}

TEST_F(FileObjectionTest, AFormOpenedInTheWindowMayComeLateWhereTheCampaignKeepsIt) {
  const struct {
    LatePolicy policy;
    const char* opened;  // "": nobody knows
    const char* received;
    bool taken;
    bool late;
  } table[] = {
      {LatePolicy::MarkLate, "2017-06-27T23:59:59+08:00", "2017-06-27T23:59:59+08:00", true, false},
      {LatePolicy::MarkLate, "2017-06-27T23:59:59+08:00", "2017-06-28T00:00:00+08:00", true, true},
      {LatePolicy::MarkLate, "2017-06-21T09:00:00+08:00", "2017-06-28T19:59:59+08:00", true, true},
      {LatePolicy::MarkLate, "2017-06-21T09:00:00+08:00", "2017-06-28T20:00:00+08:00", false, {}},
      {LatePolicy::MarkLate, "2017-06-28T00:00:00+08:00", "2017-06-28T00:00:01+08:00", false, {}},
      {LatePolicy::MarkLate, "2017-06-21T08:59:59+08:00", "2017-06-28T00:00:00+08:00", false, {}},
      {LatePolicy::MarkLate, "", "2017-06-28T00:00:00+08:00", false, {}},
      {LatePolicy::Refuse, "2017-06-27T23:59:59+08:00", "2017-06-28T00:00:00+08:00", false, {}},
      {LatePolicy::Refuse, "2017-06-27T23:59:59+08:00", "2017-06-27T23:59:59+08:00", true, false},
  };
  for (const auto& row : table) {
    ManifestNotice notice = sample_notice();
    notice.late_policy = row.policy;
    Arrival arrival{.received_at = at(row.received)};
    if (*row.opened != 0) arrival.opened_at = at(row.opened);
    const SampleFolder folder;
    Register reg = sample_register(folder / "data");
    const FilingOutcome outcome =
        file_objection(reg, notice, form_, sample_parsed().objection, arrival);
    const auto* receipt = std::get_if<Receipt>(&outcome);
    ASSERT_EQ(receipt != nullptr, row.taken) << row.opened << " " << row.received;
    if (receipt == nullptr) continue;
    EXPECT_EQ(read_record(receipt->record)->late, row.late) << row.received;
  }
}

TEST_F(FileObjectionTest, TheSameFormGivesTheSameReceiptEvenAfterTheWindow) {
  const std::string first = to_json(std::get<Receipt>(file(form_, kWhileOpen)));
  file(FormId::random(), kWhileOpen);  // the log has grown since
  EXPECT_EQ(to_json(std::get<Receipt>(file(form_, at("2017-06-23T09:00:00+08:00")))), first);
  EXPECT_EQ(to_json(std::get<Receipt>(file(form_, kAtClosing))), first);
  EXPECT_EQ(to_json(find_receipt(reg_, form_).value().value()), first);
  EXPECT_EQ(reg_.list({})->size(), 2U);
}

TEST_F(FileObjectionTest, TheSameFormGivesTheSameReceiptAfterARestart) {
  const std::string first = to_json(std::get<Receipt>(file(form_, kWhileOpen)));
  reg_ = Register::open(folder_ / "data").value();
  EXPECT_EQ(to_json(std::get<Receipt>(file(form_, kAtClosing))), first);
}

TEST_F(FileObjectionTest, TheSameFormInParallelIsOneRow) {
  constexpr int kThreads = 8;
  std::vector<std::string> receipts(kThreads);
  {
    std::vector<std::jthread> threads;
    for (std::string& receipt : receipts) {
      threads.emplace_back([&] { receipt = to_json(std::get<Receipt>(file(form_, kWhileOpen))); });
    }
  }
  EXPECT_EQ(std::set(receipts.begin(), receipts.end()).size(), 1U);
  EXPECT_EQ(reg_.list({})->size(), 1U);
}

TEST_F(FileObjectionTest, ADifferentTextOnAUsedFormChangesNothing) {
  const std::string first = to_json(std::get<Receipt>(file(form_, kWhileOpen)));
  Objection other = sample_parsed().objection;
  other.statement = "改了主意。";
  const auto again =
      file_objection(reg_, sample_notice(), form_, other, {.received_at = kWhileOpen});
  EXPECT_EQ(to_json(std::get<Receipt>(again)), first);
}

TEST_F(FileObjectionTest, ALetterIsRegisteredAtTheTimeItCameWhateverTheWindow) {
  const Instant before_opening = at("2017-06-01T10:00:00+08:00");
  Objection letter = sample_parsed().objection;
  letter.identity = Identity::Anonymous;
  const auto receipt = register_offline(reg_, FormId::random(), letter, Medium::Letter,
                                        before_opening, {.by = "登记员", .at = kWhileOpen});
  ASSERT_TRUE(receipt) << receipt.error().message;
  const auto stored = reg_.find_by_number(receipt->number).value();
  EXPECT_EQ(stored->filed.medium, Medium::Letter);
  EXPECT_EQ(stored->filed.received_at, before_opening);
  EXPECT_FALSE(stored->filed.named);
  EXPECT_EQ(stored->filed.entry, (Entry{.by = "登记员", .at = kWhileOpen}));
}

TEST_F(FileObjectionTest, NoFormNoReceipt) {
  EXPECT_FALSE(find_receipt(reg_, FormId::random()).value().has_value());
}

}  // namespace
}  // namespace gongshi

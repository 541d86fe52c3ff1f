#include "tests/desk/sample_desk.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <system_error>

namespace gongshi {
namespace {

Date date(std::string_view text) { return parse_date(text).value(); }

ManifestCandidate candidate(std::string_view id, std::string name, std::string award,
                            std::string unit) {
  return {.id = CandidateId::parse(id).value(),
          .name = std::move(name),
          .award = std::move(award),
          .unit = std::move(unit)};
}

}  // namespace

Instant instant(std::string_view text) { return parse_instant(text).value(); }

ManifestNotice sample_notice() {
  ManifestNotice notice;
  notice.id = NoticeId::parse("sample-notice").value();
  notice.title = "示例评选推荐对象公示";
  notice.campaign = CampaignId::parse("sample-campaign").value();
  notice.step = "省级公示";
  notice.publisher = "示例办公室";
  notice.url = "/notices/sample-notice/";
  notice.published_at = instant("2017-06-21T09:00:00+08:00");
  notice.opens = date("2017-06-21");
  notice.closes = date("2017-06-27");
  notice.closes_at = instant(kAtClosing);
  for (const auto* day : {"2017-06-21", "2017-06-22", "2017-06-23", "2017-06-26", "2017-06-27"}) {
    notice.working_days.push_back(date(day));
  }
  notice.calendar = CalendarId::parse("cn").value();
  notice.page_sha256 = std::string(64, 'a');
  notice.candidates = {candidate("reception", "示例接待科", "先进集体", ""),
                       candidate("person", "𬱖某", "先进个人", "示例单位")};
  return notice;
}

Manifest sample_manifest() {
  Manifest manifest;
  manifest.site = {
      .name = "示例公示网", .base_url = "https://gongshi.example", .publisher = "示例办公室"};
  manifest.content_sha256 = std::string(64, 'b');
  manifest.notices = {sample_notice()};
  return manifest;
}

Manifest sample_manifest_with_terms() {
  Manifest manifest = sample_manifest();
  manifest.site.handling = HandlingPeriods();
  CalendarDays days{.id = manifest.notices.front().calendar,
                    .from = date("2017-06-19"),
                    .through = date("2017-07-31"),
                    .working_days = {}};
  for (Date day = days.from; day <= days.through; day += std::chrono::days(1)) {
    if (std::chrono::weekday(day).iso_encoding() < 6) days.working_days.push_back(day);
  }
  manifest.calendars = {days};
  return manifest;
}

CaseFile sample_case(const SampleCase& sample) {
  CaseFile file;
  file.objection.number = sample.number;
  file.objection.leaf_index = sample.leaf_index;
  NewObjection& filed = file.objection.filed;
  filed.notice = sample_notice().id;
  if (!sample.candidate.empty()) filed.candidate = CandidateId::parse(sample.candidate).value();
  filed.medium = sample.medium;
  filed.named = sample.signature == Signature::Named;
  filed.received_at = instant(kWhileOpen);
  if (sample.outcome) {
    file.history.push_back({.kind = EventKind::Decided,
                            .at = instant("2017-06-26T10:00:00+08:00"),
                            .actor = "经办甲",
                            .outcome = sample.outcome,
                            .text = "经核查，见台账。"});
  }
  if (sample.replied) {
    file.history.push_back({.kind = EventKind::Replied,
                            .at = instant("2017-06-26T11:00:00+08:00"),
                            .actor = "经办甲",
                            .outcome = std::nullopt,
                            .text = "已核查，答复如上。"});
  }
  file.standing = standing_of(sample.signature, file.history).value();
  return file;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "gongshi-desk-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), pattern);
  }
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // what a test left read-only stays for the system to clear
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::write(const std::filesystem::path& name,
                                             std::string_view bytes) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

std::string TemporaryFolder::text_of(const std::filesystem::path& name) const {
  std::ifstream in(path_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace gongshi

#include "tests/filing/sample_filing.h"

namespace gongshi {

Instant at(std::string_view instant) { return parse_instant(instant).value(); }

ManifestNotice sample_notice() {
  ManifestNotice notice;
  notice.id = NoticeId::parse(kSampleNotice).value();
  notice.title = "关于山西省拟推荐对象的公示";
  notice.campaign = CampaignId::parse("shanxi-2017").value();
  notice.step = "省级公示";
  notice.publisher = "山西省评选表彰工作领导小组办公室";
  notice.url = "/notices/shanxi-2017/";
  notice.published_at = at("2017-06-21T09:00:00+08:00");
  notice.opens = parse_date("2017-06-21").value();
  notice.closes = parse_date("2017-06-27").value();
  notice.closes_at = at("2017-06-28T00:00:00+08:00");
  notice.calendar = CalendarId::parse("cn").value();
  notice.candidates = {{.id = CandidateId::parse(kSampleCandidate).value(),
                        .name = "张𬱖三",
                        .award = "先进工作者",
                        .unit = "某市信访局"},
                       {.id = CandidateId::parse("reception-hall").value(),
                        .name = "某县接待大厅",
                        .award = "先进集体",
                        .unit = ""}};
  notice.channels = {{.kind = "phone", .value = "0351-0000000", .hours = "工作日 8:00–18:00"},
                     {.kind = "letter", .value = "太原市某路1号", .hours = ""}};
  return notice;
}

Manifest sample_manifest() {
  Manifest manifest;
  manifest.site = {
      .name = "某省评选表彰公示", .base_url = "https://gongshi.example", .publisher = "某办公室"};
  manifest.content_sha256 = std::string(64, '0');
  manifest.notices = {sample_notice()};
  manifest.notices.front().page_sha256 = std::string(64, '0');
  return manifest;
}

SentForm sample_form() {
  return {
      .fields = {{"form_id", std::string(kSampleFormId)},
                 {"notice", std::string(kSampleNotice)},
                 {"candidate", std::string(kSampleCandidate)},
                 {"grounds", "facts"},
                 {"statement", "公示材料所列数据与实际不符。\r\n请予核查。𬱖"},
                 {"identity", "named"},
                 {"name", "李·示例"},
                 {"contact", "0351-0000000"},
                 {"declaration", "on"}}};
}

SentForm sample_form_with(std::string_view field, std::string value) {
  SentForm form = sample_form();
  form.fields.erase(std::string(field));
  form.fields.emplace(field, std::move(value));
  return form;
}

ParsedForm sample_parsed() {
  return parse_objection(sample_manifest(), sample_form(), FormWay::Online).value();
}

}  // namespace gongshi

#include "tests/render/sample_site.h"

#include <mutex>
#include <stdexcept>
#include <utility>

namespace gongshi {
namespace {

template <class Id>
Id id(std::string_view text) {
  return Id::parse(text).value();
}

Date date(std::string_view text) { return parse_date(text).value(); }

Candidate candidate(const char* name_id, const char* award, const char* name, const char* unit,
                    const char* post) {
  Candidate made;
  made.id = id<CandidateId>(name_id);
  made.award = id<AwardId>(award);
  made.name = name;
  made.unit = unit;
  made.post = post;
  made.deeds = std::string("事迹：") + name + "。\n\n## 小节\n\n解决了一批*积案*。\n";
  return made;
}

Campaign sample_campaign() {
  Campaign campaign;
  campaign.id = id<CampaignId>("xinfang-2017");
  campaign.title = "全国信访系统先进集体和先进工作者评选";
  campaign.basis = {{.title = "关于评选的通知", .number = "人社部函〔2017〕57号"},
                    {.title = "关于推荐的通知", .number = ""}};
  Award collectives;
  collectives.id = id<AwardId>("collectives");
  collectives.title = "全国信访系统先进集体";
  collectives.kind = AwardKind::Collective;
  Award people;
  people.id = id<AwardId>("people");
  people.title = "全国信访系统先进工作者";
  campaign.awards = {collectives, people};
  Step step;
  step.id = id<StepId>("province");
  step.title = "省级公示";
  step.kind = StepKind::Publicity;
  step.working_days = 5;
  campaign.steps = {step};
  campaign.criteria = "# 先进集体\n\n1. 班子坚强有力。\n2. 成效显著。\n";
  campaign.candidates = {
      candidate("yangquan", "collectives", "阳泉市信访局", "", ""),
      candidate("yuci", "collectives", "晋中市榆次区信访局", "", ""),
      candidate("datong", "collectives", "大同市信访局接待科", "", ""),
      candidate("zhou", "people", "周方志", "省信访局督查处", "处长"),
      candidate("zhang", "people", "张格平", "长治市沁县信访局", "局长"),
      candidate("wang", "people", "王连成", "太原市信访局处突处", "处长"),
  };
  return campaign;
}

std::vector<CandidateId> ids(std::initializer_list<const char*> names) {
  std::vector<CandidateId> made;
  for (const char* name : names) made.push_back(id<CandidateId>(name));
  return made;
}

Notice sample_notice() {
  Notice notice;
  notice.id = id<NoticeId>("shanxi-2017");
  notice.campaign = id<CampaignId>("xinfang-2017");
  notice.title = "关于全国信访系统先进集体和先进工作者正式推荐对象的公示";
  notice.step = id<StepId>("province");
  notice.publisher = "山西省推荐评选领导小组办公室";
  notice.published_at = parse_instant("2017-06-21T09:00:00+08:00").value();
  notice.opens = date("2017-06-21");
  notice.calendar = id<CalendarId>("cn");
  notice.candidates = ids({"yangquan", "yuci", "datong", "zhou", "zhang", "wang"});
  notice.channels = {
      {.kind = "phone", .value = "0351—4019050", .hours = ""},
      {.kind = "email", .value = "office@example.cn", .hours = ""},
      {.kind = "letter", .value = "太原市桃园北路15号", .hours = "以到达日邮戳为准"},
  };
  notice.body = "经全省范围逐级推荐评选，确定我省的正式推荐对象。\n";
  return notice;
}

CountedWindow sample_window() {
  CountedWindow window;
  window.opens = date("2017-06-21");
  window.closes = date("2017-06-27");
  window.closes_at = start_of_day(date("2017-06-28"));
  window.calendar = id<CalendarId>("cn");
  window.counted = {{.date = date("2017-06-21"), .reason = "星期三"},
                    {.date = date("2017-06-22"), .reason = "星期四"},
                    {.date = date("2017-06-23"), .reason = "星期五"},
                    {.date = date("2017-06-26"), .reason = "星期一"},
                    {.date = date("2017-06-27"), .reason = "星期二"}};
  window.skipped = {{.date = date("2017-06-24"), .reason = "星期六"},
                    {.date = date("2017-06-25"), .reason = "星期日"}};
  return window;
}

}  // namespace

SampleSite::SampleSite() {
  content.site.name = "示例公示网";
  content.site.base_url = "https://gongshi.example";
  content.site.publisher = "某省人力资源和社会保障厅";
  content.site.calendar = id<CalendarId>("cn");
  content.site.footer = {{.label = "网站标识码", .value = "1400000000"}};
  content.campaigns = {sample_campaign()};
  content.notices = {sample_notice()};
  content.pages = {{.id = "about", .title = "关于本站", .body = "本站公布名单。\n", .place = {}}};
  content.sha256 = std::string(64, 'c');
  windows.emplace(notice().id, sample_window());
  calendars = {{.id = content.site.calendar,
                .from = sample_window().opens,
                .through = parse_date("2017-12-31").value(),
                .working_days = {sample_window().opens}}};
}

Notice& SampleSite::add_notice(const std::string& notice_id,
                               std::initializer_list<const char*> candidates) {
  Notice added = sample_notice();
  added.id = id<NoticeId>(notice_id);
  added.title = "公示" + notice_id;
  added.candidates = ids(candidates);
  windows.emplace(added.id, sample_window());
  content.notices.push_back(std::move(added));
  return content.notices.back();
}

SiteModel SampleSite::model() const {
  return {.content = content,
          .windows = windows,
          .calendars = calendars,
          .templates = TemplateSet::embedded()};
}

std::map<std::string, std::string> SampleSite::files(std::string_view as_of, int jobs) const {
  std::map<std::string, std::string> files;
  std::mutex mutex;
  const SiteModel site = model();
  const auto plan = plan_site(site, parse_instant(as_of).value());
  const auto sink = [&](const std::string& path, std::string_view bytes) -> Result<void> {
    const std::scoped_lock lock(mutex);
    if (!files.emplace(path, bytes).second) return failure(ErrorKind::Conflict, path);
    return {};
  };
  const auto manifest = render_site(site, plan, jobs, sink);
  if (!manifest) throw std::runtime_error(manifest.error().message);
  files.emplace(kManifestFileName, write_manifest(*manifest));
  return files;
}

Manifest SampleSite::manifest() const {
  return read_manifest(files().at(std::string(kManifestFileName))).value();
}

ClosingRecord sample_closing() {
  ClosingRecord record;
  record.notice = id<NoticeId>("shanxi-2017");
  record.opens = date("2017-06-21");
  record.closes = date("2017-06-27");
  record.working_days = 5;
  record.calendar = id<CalendarId>("cn");
  record.objections = 2;
  record.by_medium = {{.key = Medium::Phone, .number = 1}, {.key = Medium::Online, .number = 1}};
  record.by_outcome = {{.key = Outcome::Unfounded, .number = 2}};
  record.named = 1;
  record.anonymous = 1;
  for (const char* name : {"yangquan", "yuci", "datong", "zhou", "zhang", "wang"}) {
    record.results.push_back(
        {.candidate = id<CandidateId>(name), .disposition = Disposition::Confirmed});
  }
  record.leaf_indices = {0, 1};
  record.page_sha256 = std::string(64, 'd');
  record.checkpoint = "demo.example/objections\n2\nAAAA=\n\n— demo.example/objections AAAA\n";
  record.handler = "李经办";
  record.approver = "赵审批";
  record.closed_at = parse_instant("2017-07-03T10:00:00+08:00").value();
  return record;
}

}  // namespace gongshi

// campaigns/<campaign>/: the rules in campaign.toml, the conditions in criteria.md, and the
// candidates (candidates_file.h).
//
//   title = "全国信访系统先进集体和先进工作者评选"
//   organisers = ["人力资源社会保障部", "国家信访局"]
//   region = "山西省"                        # for which place; may be absent: 全国
//   identity_policy = "encourage_real_name"  # open | encourage_real_name | require_real_name
//   late_policy = "refuse"                   # refuse | mark_late
//   indexing = "until-closed"                # until-closed | always: how long pages with names
//                                            # may be found by search engines
//   issued = 2017-05-15                      # when the campaign was announced; may be absent
//   substitutes = false                      # true: a removed candidate may be replaced
//   sever = false                            # true: others go on while one is contested
//   public_fields = ["gender", "nature"]     # columns of candidates.csv that pages show
//   quota_exemptions = ["最美信访干部"]      # why a candidate may use none of the quota
//   [[basis]]
//   title = "关于评选……的通知"
//   number = "人社部函〔2017〕57号"          # may be absent
//   [[award]]
//   id = "jiti"
//   title = "全国信访系统先进集体"
//   kind = "collective"                      # collective | individual
//   total = 33                               # 表彰名额; may be absent
//   deeds_max_chars = 1500                   # may be absent: no limit; and so
//   deeds_about_chars, brief_max_chars, performance_max_chars
//   [[step]]                                 # in the order in which they happen
//   id = "shengji-gongshi"
//   title = "省级公示"
//   kind = "publicity"                       # review | publicity | decision
//   working_days = 5                         # publicity steps only, and they must have it
//   unit = "workday"                         # workday | calendar-day
//   length = "at-least"                      # at-least | exact: whether a notice may run longer
//   roll_forward = false                     # calendar days: an end on a day off moves on
//   list_limit = "recommends"                # recommends | awards | none: which quota bounds it
//   held_elsewhere = false                   # true: another office runs it, no notice stands here
//   skipped_by = ["省直有关单位"]            # recommending units that go on without it
//   organ = "省评选表彰工作领导小组"         # who holds it; may be absent
//   scope = "全省范围"                       # where it is published; may be absent
//   completed = 2017-06-01                   # for steps that have no closing record here
//
// conditions_tables.h and disclosure_tables.h have the other tables. decree.md, the decision, may
// be absent.
#ifndef GENERATOR_LOAD_CAMPAIGN_FILE_H_
#define GENERATOR_LOAD_CAMPAIGN_FILE_H_

#include "generator/load/campaign.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// As much of the campaign's folder as can be read. Its id is always set. A step's working_days is 0
// when it has none or a wrong one, and the problem says so.
Campaign load_campaign(const SourceTree& tree, const CampaignId& id, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CAMPAIGN_FILE_H_

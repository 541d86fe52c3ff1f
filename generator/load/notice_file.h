// campaigns/<campaign>/notices/<notice>/notice.md: TOML between two lines of "+++", then Markdown.
//
//   +++
//   title = "关于……正式推荐对象的公示"
//   step = "shengji-gongshi"                     # a [[step]] of the campaign
//   publisher = "……领导小组办公室"               # default: the site's
//   published_at = 2017-06-21T00:00:00+08:00
//   opens = 2017-06-21                           # default: the date of published_at
//   working_days = 5                             # default: the step's
//   closes = 2017-06-27                          # may be absent; an error if not the computed date
//   calendar = "cn"                              # default: the site's
//   count_from = "same-day"                      # same-day | next-day
//   candidates = ["yangquan", "zhou-fangzhi"]    # in the order shown; default: all
//   suspended = false
//   example = false                              # true: fictitious, and the page says so
//   author = "王五"                              # who wrote it; the reviewer is somebody else
//   [[channel]]
//   kind = "phone"                               # phone | letter | email | visit | fax | online
//   value = "0351-4019050"
//   hours = "工作日 9:00—17:00"                  # may be absent
//   [[review]]                                   # secrecy and privacy review before publication
//   by = "张三"
//   on = 2017-06-20
//   [[correction]]
//   at = 2017-06-22T10:00:00+08:00
//   what = "更正第三项的职务"
//   kind = "slip"                                # slip | substantive | addition | removal
//   candidates = ["yangquan"]                    # whom it is about; default: the whole notice
//   [[attachment]]                               # a title for a file of attachments/
//   file = "form.pdf"
//   title = "推荐审批表"
//   [[extension]]
//   closes = 2017-06-29                          # later than before
//   at = 2017-06-26T10:00:00+08:00
//   reason = "网站故障"
//   [withdrawal]
//   at = 2017-06-23T08:00:00+08:00
//   reason = "重新核对名单"
//   +++
//   正文
#ifndef GENERATOR_LOAD_NOTICE_FILE_H_
#define GENERATOR_LOAD_NOTICE_FILE_H_

#include <optional>

#include "generator/load/campaign.h"
#include "generator/load/notice.h"
#include "generator/load/site.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// The notice with its closing record, and with the defaults of its site and campaign filled in.
// Nothing, and the problem, when there is no notice.md or its front matter does not parse.
std::optional<Notice> load_notice(const SourceTree& tree, const Site& site,
                                  const Campaign& campaign, const NoticeId& id,
                                  Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_NOTICE_FILE_H_

// A small site in memory: the campaign of 2017 with its provincial notice, three collectives and
// three people, as the loader would give it. Tests change what they are about and render again.
#ifndef TESTS_RENDER_SAMPLE_SITE_H_
#define TESTS_RENDER_SAMPLE_SITE_H_

#include <map>
#include <string>
#include <vector>

#include "generator/render/render_site.h"

namespace gongshi {

struct SampleSite {
  Content content;
  Windows windows;
  std::vector<CalendarDays> calendars;

  SampleSite();

  Campaign& campaign() { return content.campaigns.front(); }
  Notice& notice() { return content.notices.front(); }

  // A second notice of the same campaign, which shows `candidates`.
  Notice& add_notice(const std::string& id, std::initializer_list<const char*> candidates);

  SiteModel model() const;

  // Path -> bytes of the whole site; throws what render_site() could not do.
  std::map<std::string, std::string> files(std::string_view as_of = "2017-06-22T09:00:00+08:00",
                                           int jobs = 1) const;
  Manifest manifest() const;
};

ClosingRecord sample_closing();

inline constexpr const char* kNoticePage = "notices/shanxi-2017/index.html";
inline constexpr const char* kPaperPage = "notices/shanxi-2017/print/index.html";
inline constexpr const char* kResultPage = "notices/shanxi-2017/result/index.html";
inline constexpr const char* kPersonPage = "campaigns/xinfang-2017/candidates/zhou/index.html";

}  // namespace gongshi

#endif  // TESTS_RENDER_SAMPLE_SITE_H_

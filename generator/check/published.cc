#include "generator/check/published.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "generator/check/rules.h"

namespace gongshi {
namespace {

class PublishedChecker {
 public:
  PublishedChecker(const Notice& notice, const ManifestNotice& before, Diagnostics& problems)
      : notice_(notice), before_(before), problems_(problems) {}

  void check(const Windows& windows) {
    if (notice_.published_at != Instant() && notice_.published_at != before_.published_at) {
      report("published_at", "publication-time-changed",
             fmt::format("这份公示已于 {} 发布，不能改成 {}；请改回原来的时间",
                         to_text(before_.published_at), to_text(notice_.published_at)));
    }
    const auto window = windows.find(notice_.id);
    if (notice_.withdrawal || window == windows.end()) return;
    check_window(window->second);
  }

 private:
  void check_window(const CountedWindow& window) {
    if (window.opens != before_.opens) {
      report("opens", "opens-changed",
             fmt::format("已经公布的公示期从 {} 开始，不能改成 {}；请改回，或撤回后另发一份",
                         to_text(before_.opens), to_text(window.opens)));
    }
    if (window.closes_at < before_.closes_at) {
      report("closes", "published-end-moved-earlier",
             fmt::format("已经公布的截止日是 {}，现在变成了 {}；截止日只能往后移，请改回",
                         to_text(before_.closes), to_text(window.closes)));
    }
  }

  void report(const char* key, std::string_view code, std::string message) {
    report_rule(problems_, notice_.place_of(key), code, std::move(message));
  }

  const Notice& notice_;
  const ManifestNotice& before_;
  Diagnostics& problems_;
};

// Where a notice that is gone would be missed first.
Place place_of_vanished(const Content& content, const ManifestNotice& notice) {
  const Campaign* campaign = content.find(notice.campaign);
  return campaign != nullptr ? campaign->place : content.site.place;
}

}  // namespace

void check_published(const Content& content, const Windows& windows, const Manifest& before,
                     Diagnostics& problems) {
  for (const ManifestNotice& published : before.notices) {
    if (const Notice* notice = content.find(published.id)) {
      PublishedChecker(*notice, published, problems).check(windows);
      continue;
    }
    report_rule(problems, place_of_vanished(content, published), "notice-vanished",
                fmt::format("已经发布的公示“{}”（{}）不见了；请放回来，写 [withdrawal] 说明撤回",
                            published.id.text(), published.title));
  }
}

}  // namespace gongshi

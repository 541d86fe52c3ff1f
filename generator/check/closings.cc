#include "generator/check/closings.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "generator/check/rules.h"
#include "generator/notice/person_name.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

template <class Key>
int sum(const std::vector<Count<Key>>& counts) {
  int total = 0;
  for (const Count<Key>& count : counts) total += count.number;
  return total;
}

class ClosingChecker {
 public:
  ClosingChecker(const Notice& notice, const ClosingRecord& record, Diagnostics& problems)
      : notice_(notice), record_(record), problems_(problems) {}

  void check(const Windows& windows) {
    check_notice();
    const auto window = windows.find(notice_.id);
    if (window != windows.end()) check_window(window->second);
    check_counts();
    check_results();
    check_signers();
  }

 private:
  void check_notice() {
    if (record_.notice.empty() || record_.notice == notice_.id) return;
    report("notice", "closing-wrong-notice",
           fmt::format("这份办结记录写的是“{}”，却放在“{}”的文件夹里；请放回原处",
                       record_.notice.text(), notice_.id.text()));
  }

  void check_window(const CountedWindow& window) {
    expect_date("opens", record_.opens, window.opens);
    expect_date("closes", record_.closes, window.closes);
    const auto length = static_cast<int>(window.counted.size());
    if (record_.working_days != length) {
      report("working_days", "closing-window-mismatch",
             fmt::format("办结记录写了 {} 天，公示期是 {} 天；请重新办结", record_.working_days,
                         length));
    }
    if (record_.calendar != window.calendar && !record_.calendar.empty()) {
      report("calendar", "closing-window-mismatch",
             fmt::format("办结记录用的是日历“{}”，公示期按“{}”计算；请重新办结",
                         record_.calendar.text(), window.calendar.text()));
    }
    if (record_.closed_at != Instant() && record_.closed_at < window.closes_at) {
      report("closed_at", "closing-too-early",
             fmt::format("{} 公示期还没有结束；最早可在 {} 办结", to_text(record_.closed_at),
                         to_text(window.closes_at)));
    }
  }

  void expect_date(const char* key, Date recorded, Date computed) {
    if (recorded == Date() || recorded == computed) return;
    report(key, "closing-window-mismatch",
           fmt::format("办结记录写的是 {}，公示期计算的是 {}；请重新办结", to_text(recorded),
                       to_text(computed)));
  }

  void check_counts() {
    expect_sum("by_medium", "各渠道的件数", sum(record_.by_medium));
    expect_sum("by_outcome", "各处理结果的件数", sum(record_.by_outcome));
    expect_sum("named", "实名与匿名的件数", record_.named + record_.anonymous);
    expect_sum("leaf_indices", "公开日志里的件数", static_cast<int>(record_.leaf_indices.size()));
    if (std::ranges::adjacent_find(record_.leaf_indices, std::ranges::greater_equal{}) !=
        record_.leaf_indices.end()) {
      report("leaf_indices", "closing-counts", "日志的叶序号要从小到大、不重复");
    }
  }

  void expect_sum(const char* key, const char* what, int total) {
    if (total == record_.objections) return;
    const char* shown_at = notice_.closing_places.contains(key) ? key : "objections";
    report(shown_at, "closing-counts",
           fmt::format("{}合计 {} 件，登记的异议是 {} 件；请重新办结", what, total,
                       record_.objections));
  }

  void check_results() {
    for (const CandidateId& candidate : notice_.candidates) {
      const auto results =
          std::ranges::count(record_.results, candidate, &CandidateResult::candidate);
      if (results == 1) continue;
      report("result", "closing-results",
             fmt::format("“{}”有 {} 个结果；每名候选对象都要有一个 [[result]]", candidate.text(),
                         results));
    }
  }

  void check_signers() {
    const auto handler = trim_blanks(record_.handler);
    if (handler.empty() || !is_same_person(handler, record_.approver)) return;
    report("approver", "closing-same-person",
           fmt::format("经办和审批都是“{}”；请由另一人审批后重新办结", handler));
  }

  void report(const char* key, std::string_view code, std::string message) {
    report_rule(problems_, notice_.closing_place_of(key), code, std::move(message));
  }

  const Notice& notice_;
  const ClosingRecord& record_;
  Diagnostics& problems_;
};

}  // namespace

void check_closings(const Content& content, const Windows& windows, Diagnostics& problems) {
  for (const Notice& notice : content.notices) {
    if (notice.closing) ClosingChecker(notice, *notice.closing, problems).check(windows);
  }
}

}  // namespace gongshi

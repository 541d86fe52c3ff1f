#include "generator/check/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/check/rules.h"

namespace gongshi {
namespace {

// How far the notices of a step are.
struct Progress {
  const Notice* open = nullptr;    // the first that is not closed
  const Notice* closed = nullptr;  // the last that was

  void add(const Notice& notice) {
    if (!notice.closing) {
      if (open == nullptr) open = &notice;
    } else if (closed == nullptr || closed->closing->closed_at < notice.closing->closed_at) {
      closed = &notice;
    }
  }
};

using ProgressOfSteps = std::map<StepId, Progress>;

ProgressOfSteps progress_of(std::span<const Notice* const> notices) {
  ProgressOfSteps progress;
  for (const Notice* notice : notices) progress[notice->step].add(*notice);
  return progress;
}

// Only the notices that list one of this notice's candidates: where a campaign severs, the others
// are nothing to wait for.
ProgressOfSteps progress_of_shared(const Course& course, const Notice& notice) {
  ProgressOfSteps progress;
  for (const CandidateId& candidate : notice.candidates) {
    for (const Notice* other : course.notices_with(candidate)) progress[other->step].add(*other);
  }
  return progress;
}

class EarlierSteps {
 public:
  EarlierSteps(const Course& course, const Notice& notice, Diagnostics& problems)
      : course_(course), notice_(notice), problems_(problems) {}

  void check(const ProgressOfSteps& progress) {
    for (const Step& step : course_.steps_before(notice_)) {
      if (course_.skips(notice_, step)) continue;
      const auto found = progress.find(step.id);
      const Progress of_step = found == progress.end() ? Progress() : found->second;
      if (!step.held_elsewhere) check_over(step, of_step);
      check_over_in_time(step, of_step);
    }
  }

 private:
  void check_over(const Step& step, const Progress& progress) {
    const std::string missing = what_is_missing(step, progress);
    if (missing.empty()) return;
    report("step", "step-not-closed",
           fmt::format("前面的“{}”没有结束：{}；请先办结再发布", step.title, missing));
  }

  static std::string what_is_missing(const Step& step, const Progress& progress) {
    if (progress.open != nullptr) {
      return fmt::format("公示“{}”还没有办结记录 closing.toml", progress.open->id.text());
    }
    if (step.completed || progress.closed != nullptr) return "";
    if (step.kind == StepKind::Publicity) {
      return "本站没有它的公示，也没有写 completed 或 held_elsewhere";
    }
    return "没有写完成的日期 completed，也没有写 held_elsewhere";
  }

  void check_over_in_time(const Step& step, const Progress& progress) {
    if (notice_.published_at == Instant()) return;  // loading said so
    if (step.completed && date_of(notice_.published_at) < *step.completed) {
      report(
          "published_at", "step-completed-later",
          fmt::format("前面的“{}”到 {} 才完成，晚于本公示的发布日期 {}；请核对两个日期", step.title,
                      to_text(*step.completed), to_text(date_of(notice_.published_at))));
    }
    if (progress.closed == nullptr) return;
    const Instant closed_at = progress.closed->closing->closed_at;
    if (closed_at <= notice_.published_at) return;
    report("published_at", "step-completed-later",
           fmt::format("前面的“{}”到 {} 才办结（公示“{}”），晚于本公示的发布时间 {}；请核对",
                       step.title, to_text(closed_at), progress.closed->id.text(),
                       to_text(notice_.published_at)));
  }

  void report(const char* key, std::string_view code, std::string message) {
    report_rule(problems_, notice_.place_of(key), code, std::move(message));
  }

  const Course& course_;
  const Notice& notice_;
  Diagnostics& problems_;
};

// The first day after the notices of a step have run; nothing when it has none here.
std::optional<Date> first_day_after(const Course& course, const Step& step,
                                    const Windows& windows) {
  std::vector<Date> days;
  for (const Notice* notice : course.notices_of(step)) {
    const auto window = windows.find(notice->id);
    if (window != windows.end()) days.push_back(date_of(window->second.closes_at));
  }
  if (days.empty()) return std::nullopt;
  const auto [first, last] = std::ranges::minmax_element(days);
  return course.campaign().sever ? *first : *last;
}

// The latest day that a step so far has reached.
class Latest {
 public:
  explicit Latest(Diagnostics& problems) : problems_(problems) {}

  void check(const Step& step) {
    if (!step.completed || *step.completed >= day_) return;
    report_rule(problems_, step.place, "step-order",
                fmt::format("“{}”写的完成日期 {} 太早：前面的“{}”{}；请核对", step.title,
                            to_text(*step.completed), title_, why_));
  }

  void add(const Step& step, Date day, std::string why) {
    if (day <= day_) return;
    day_ = day;
    title_ = step.title;
    why_ = std::move(why);
  }

 private:
  Diagnostics& problems_;
  Date day_ = Date::min();
  std::string title_;
  std::string why_;
};

void check_order(const Course& course, const Windows& windows, Diagnostics& problems) {
  Latest latest(problems);
  for (const Step& step : course.campaign().steps) {
    latest.check(step);
    if (step.completed) {
      latest.add(step, *step.completed, "到 " + to_text(*step.completed) + " 才完成");
    }
    if (const auto day = first_day_after(course, step, windows)) {
      latest.add(step, *day, "到 " + to_text(*day - std::chrono::days{1}) + " 的24时才期满");
    }
  }
}

void check_kind(const Notice& notice, const Step& step, Diagnostics& problems) {
  if (step.kind != StepKind::Publicity) {
    report_rule(problems, notice.place_of("step"), "step-not-publicity",
                fmt::format("“{}”不是公示步骤；请写 kind = \"publicity\" 的步骤", step.title));
  } else if (step.held_elsewhere) {
    report_rule(problems, notice.place_of("step"), "step-held-elsewhere",
                fmt::format("“{}”由别处举行（held_elsewhere），本站不发布它的公示", step.title));
  }
}

}  // namespace

void check_steps(const Content& content, std::span<const Course> courses, const Windows& windows,
                 Diagnostics& problems) {
  for (const Notice& notice : content.notices) {
    const Campaign* campaign = content.find(notice.campaign);
    const Step* step = campaign == nullptr ? nullptr : campaign->find(notice.step);
    if (step != nullptr) check_kind(notice, *step, problems);  // else loading has said so
  }
  for (const Course& course : courses) {
    const ProgressOfSteps progress = progress_of(course.notices());
    for (const Notice* notice : course.notices()) {
      const bool severs = course.campaign().sever;
      EarlierSteps(course, *notice, problems)
          .check(severs ? progress_of_shared(course, *notice) : progress);
    }
    check_order(course, windows, problems);
  }
}

}  // namespace gongshi

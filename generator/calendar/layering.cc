#include "generator/calendar/layering.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

namespace gongshi {
namespace {

// What has been ordered about a day so far, and by whom.
struct Standing {
  DayKind kind = DayKind::Weekday;
  std::size_t layer = 0;
  Place place;
};

class Layering {
 public:
  Layering(const Calendar::Layers& layers, Diagnostics& problems)
      : layers_(layers), problems_(problems) {}

  void check() {
    for (layer_ = 0; layer_ < layers_.size(); ++layer_) {
      for (const auto& [of_year, arrangements] : layers_[layer_]->years) {
        for (const Arrangement& arrangement : arrangements)
          check(arrangement, &arrangement == &arrangements.front());
      }
    }
  }

 private:
  void check(const Arrangement& arrangement, bool first_of_its_year) {
    const bool last_layer = layer_ + 1 == layers_.size();
    if (last_layer && layer_ == 0 && !arrangement.issued) {
      problems_.push_back(
          {.place = arrangement.place,
           .level = Level::Warning,
           .code = "calendar-issued",
           .message = fmt::format("{}年的安排没有写印发日期 issued，无法判断公示发布时"
                                  "是否已知：请补上",
                                  arrangement.year)});
    }
    for (const Ruling& ruling : arrangement.rulings) {
      if (last_layer) check(ruling, first_of_its_year);
      standing_[ruling.date] = {
          .kind = kind_by_ruling(ruling), .layer = layer_, .place = ruling.place};
    }
  }

  void check(const Ruling& ruling, bool first_of_its_year) {
    const auto found = standing_.find(ruling.date);
    const Standing* before = found == standing_.end() ? nullptr : &found->second;
    const bool own = before != nullptr && before->layer == layer_;
    if (own && first_of_its_year) {
      report(ruling, "calendar-day-twice", "已由另一年的安排规定（第{}行）：请删去一处",
             before->place.line);
    } else if (before != nullptr && !own && 0 < before->layer && contradicts(ruling, *before)) {
      report(ruling, "calendar-regions-disagree", "与所扩展的日历“{}”（{}）相反：请核对两地的通知",
             layers_[before->layer]->title, layers_[before->layer]->id.text());
    } else {
      check(ruling, before, before != nullptr && !own);
    }
  }

  static bool contradicts(const Ruling& ruling, const Standing& before) {
    const bool explicitly =
        ruling.kind == RulingKind::MakeUpOff || ruling.kind == RulingKind::Unknown;
    return !explicitly && is_workday(kind_by_ruling(ruling)) != is_workday(before.kind);
  }

  // `below`: it was the calendar below that ordered what stands.
  void check(const Ruling& ruling, const Standing* before, bool below) {
    const DayKind now = before == nullptr ? kind_by_week(ruling.date) : before->kind;
    switch (ruling.kind) {
      case RulingKind::Off:
        if (below && now == DayKind::MakeUp) {
          report(ruling, "calendar-covers-make-up",
                 "是“{}”的调休上班日：本地当天放假的，请写进 make_up_off",
                 layers_[before->layer]->title);
        }
        return;
      case RulingKind::MakeUp:
        if (now == DayKind::Weekday) {
          report(ruling, "calendar-make-up-on-workday",
                 "是{}，本来就上班，不能再作调休上班日：请核对日期", chinese_weekday(ruling.date));
        } else if (below && now == DayKind::Holiday) {
          report(ruling, "calendar-make-up-on-holiday",
                 "在“{}”是假日，地方不能改为上班：请核对日期", layers_[before->layer]->title);
        }
        return;
      case RulingKind::MakeUpOff:
        if (now != DayKind::MakeUp) {
          report(ruling, "calendar-make-up-off",
                 "不是调休上班日，不必写进 make_up_off：请核对日期");
        }
        return;
      case RulingKind::Withdrawn:
        if (below) {
          report(ruling, "calendar-withdrawn", "是“{}”规定的，本地不能取消：请核对日期",
                 layers_[before->layer]->title);
        } else if (before == nullptr && layer_ == 0) {
          report(ruling, "calendar-withdrawn", "此前没有安排，没有可取消的：请核对日期");
        }
        return;
      case RulingKind::Unknown:
        return;
    }
  }

  template <class... Args>
  void report(const Ruling& ruling, const char* code, fmt::format_string<Args...> sentence,
              Args&&... args) {
    problems_.push_back({.place = ruling.place,
                         .level = Level::Error,
                         .code = code,
                         .message = chinese_date(ruling.date) +
                                    fmt::format(sentence, std::forward<Args>(args)...)});
  }

  const Calendar::Layers& layers_;
  Diagnostics& problems_;
  std::size_t layer_ = 0;
  std::map<Date, Standing> standing_;
};

}  // namespace

void check_layering(const Calendar::Layers& layers, Diagnostics& problems) {
  Layering(layers, problems).check();
}

}  // namespace gongshi

#include "generator/check/reviews.h"

#include "generator/check/rules.h"

namespace gongshi {

void check_reviews(const Content& content, Diagnostics& problems) {
  for (const Notice& notice : content.notices) {
    if (!notice.reviews.empty()) continue;
    report_rule(problems, notice.place, "review-missing",
                "没有保密和隐私审查的记录；请加一节 [[review]]，写上审查人和日期");
  }
}

}  // namespace gongshi

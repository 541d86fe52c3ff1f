#include "generator/check/reviews.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/check/rules.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

void check_author(const Notice& notice, Diagnostics& problems) {
  const auto author = trim_blanks(notice.author);
  if (author.empty()) {
    report_rule(problems, notice.place_of("author"), "author-missing",
                "没有写起草人，看不出审查人是不是另一个人；请写 author");
    return;
  }
  const bool reviewed_himself = std::ranges::any_of(
      notice.reviews, [&](const Review& review) { return trim_blanks(review.by) == author; });
  if (!reviewed_himself) return;
  report_rule(problems, notice.place_of("review"), "review-by-author",
              fmt::format("起草和审查都是“{}”；请由另一人审查后改正 [[review]]", author));
}

void check_days(const Notice& notice, Diagnostics& problems) {
  if (notice.published_at == Instant()) return;  // loading said so
  const Date published = date_of(notice.published_at);
  const auto first = std::ranges::min_element(notice.reviews, {}, &Review::on);
  if (first->on <= published) return;
  report_rule(problems, notice.place_of("review"), "review-after-publication",
              fmt::format("最早的审查在 {}，晚于发布日期 {}；请先审查、后发布，并核对日期",
                          to_text(first->on), to_text(published)));
}

}  // namespace

void check_reviews(const Content& content, Diagnostics& problems) {
  for (const Notice& notice : content.notices) {
    if (notice.reviews.empty()) {
      report_rule(problems, notice.place, "review-missing",
                  "没有保密和隐私审查的记录；请加一节 [[review]]，写上审查人和日期");
      continue;
    }
    check_author(notice, problems);
    check_days(notice, problems);
  }
}

}  // namespace gongshi

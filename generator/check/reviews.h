// R14: somebody other than the author has read the notice for secrets and for personal data before
// it was published.
//
//   review-missing            a notice records no review
//   review-by-author          a reviewer is the notice's author
//   review-after-publication  every review is later than the day of publication
//   author-missing            a reviewed notice does not say who wrote it
#ifndef GENERATOR_CHECK_REVIEWS_H_
#define GENERATOR_CHECK_REVIEWS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_reviews(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_REVIEWS_H_

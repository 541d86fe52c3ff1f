// R5: what readers have been told stays true. The manifest that was published before is held
// against the content that is about to replace it.
//
//   publication-time-changed     published_at of a notice is not the published one
//   opens-changed                its window opens on another day
//   published-end-moved-earlier  its window closes earlier
//   notice-vanished              a published notice is gone without a withdrawal
#ifndef GENERATOR_CHECK_PUBLISHED_H_
#define GENERATOR_CHECK_PUBLISHED_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/manifest.h"
#include "generator/notice/window.h"

namespace gongshi {

// A notice that is withdrawn now owes readers no window; its time of publication stays. A notice
// without a window is left out: counting has said why.
void check_published(const Content& content, const Windows& windows, const Manifest& before,
                     Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_PUBLISHED_H_

// R22: a closing record agrees with its notice, with the window and with itself.
//
//   closing-wrong-notice      it names another notice
//   closing-window-mismatch   its dates, length or calendar are not those of the window
//   closing-too-early         it was signed before the window was over
//   closing-counts            by medium, by outcome, or named and anonymous do not add up; or the
//                             public log has another number of objections
//   closing-results           a candidate has no result, or two
//   closing-same-person       one person proposed and approved it
#ifndef GENERATOR_CHECK_CLOSINGS_H_
#define GENERATOR_CHECK_CLOSINGS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/window.h"

namespace gongshi {

void check_closings(const Content& content, const Windows& windows, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_CLOSINGS_H_

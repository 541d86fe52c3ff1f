// When the office last said something new about a notice.
#ifndef GENERATOR_RENDER_LAST_CHANGE_H_
#define GENERATOR_RENDER_LAST_CHANGE_H_

#include "generator/load/notice.h"

namespace gongshi {

// The latest of publication, corrections, extensions and closing; of a withdrawn notice the
// withdrawal, whatever came after. No clock and no file date: only what the content says.
Instant last_change(const Notice& notice);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_LAST_CHANGE_H_

// R17: whoever objects has a choice of ways, and need not have the internet.
//
//   channels-too-few   a notice offers fewer than two kinds of channels, or only online ones
#ifndef GENERATOR_CHECK_CHANNELS_H_
#define GENERATOR_CHECK_CHANNELS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_channels(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_CHANNELS_H_

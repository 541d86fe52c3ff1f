// A warning goes silent when somebody answers for it in writing: [[waiver]]. Errors never do.
//
//   waiver-unknown-code  there is no such code
//   waiver-of-error      what it names is an error
//   waiver-unused        there was no such warning for it to silence
#ifndef GENERATOR_CHECK_WAIVERS_H_
#define GENERATOR_CHECK_WAIVERS_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// Drops the warnings that are waived. Comes last: what loading, the calendars and the rules say can
// be waived alike.
//
// A waiver reaches the files of the folder that it stands in: campaign.toml those of its campaign,
// with all its notices; notice.md those of its notice; site.toml all that is outside of campaigns/.
// One that names a candidate reaches only the candidate's row of candidates.csv and deeds.
void apply_waivers(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_WAIVERS_H_

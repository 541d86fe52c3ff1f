// The record of a leak (R24): what was public that must not be, what was taken down, and what is
// left to do, as a list that people tick off. It stays in the office and is no content.
#ifndef GENERATOR_AMEND_LEAK_RECORD_H_
#define GENERATOR_AMEND_LEAK_RECORD_H_

#include <string>
#include <vector>

#include "generator/load/campaign.h"
#include "generator/load/notice.h"
#include "generator/notice/civil_time.h"

namespace gongshi {

struct Leak {
  Instant at;        // when it was taken down
  std::string what;  // what kind of data, never the data
  std::string by;    // who handled it
  // Addresses, in full. Both empty: they could not be told, and everything has to be purged.
  std::vector<std::string> gone = {};
  std::vector<std::string> changed = {};
};

// Markdown, in Chinese. `step` is the one that the notice belongs to: a new notice runs for its
// whole length.
std::string leak_record(const Notice& notice, const Step& step, const Leak& leak);

}  // namespace gongshi

#endif  // GENERATOR_AMEND_LEAK_RECORD_H_

// Who stands on the lists: what the rules about numbers and opinions count.
#ifndef GENERATOR_CHECK_ENTRIES_H_
#define GENERATOR_CHECK_ENTRIES_H_

#include <vector>

#include "generator/check/course.h"

namespace gongshi {

// A candidate on the list of a notice. Views into the content, never null.
struct Entry {
  const Notice* notice;
  const Candidate* candidate;
};

// Of the notices in the order in which they were published, as each lists them. Withdrawn notices
// have none, nor have candidates whom a correction removed from the notice. A candidate on two
// lists has two entries.
std::vector<Entry> entries_of(const Course& course);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_ENTRIES_H_

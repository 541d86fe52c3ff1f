// The closing record as closing.toml, the file that the generator reads back. Its format is written
// down at the top of generator/load/closing_file.h; this is the other side of it, and
// tests/contract/closing_toml_test.cc holds the two together.
//
// Invariant: the same record gives the same bytes, because the public log commits to them.
#ifndef INTAKE_DESK_CLOSING_TOML_H_
#define INTAKE_DESK_CLOSING_TOML_H_

#include <string>

#include "generator/notice/closing_record.h"

namespace gongshi {

// Requires valid UTF-8 in every text. Any text is written: what TOML does not take as it stands is
// escaped. (The reader refuses control characters; closing.h lets none get here.)
std::string write_closing_toml(const ClosingRecord& record);

}  // namespace gongshi

#endif  // INTAKE_DESK_CLOSING_TOML_H_

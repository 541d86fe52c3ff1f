// The whole of a closing record as anyone may read it, for papers that are made from it and for
// those that check them.
#ifndef INTAKE_VERIFY_CLOSING_RECORD_FILE_H_
#define INTAKE_VERIFY_CLOSING_RECORD_FILE_H_

#include <string_view>

#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"

namespace gongshi {

// Invalid, with a Chinese sentence that names key and line, when something that ClosingRecord holds
// is missing or of the wrong kind. Whether its numbers add up is check_closing()'s to say, whether
// it fits the notice the generator's.
Result<ClosingRecord> read_closing_record(std::string_view toml);

}  // namespace gongshi

#endif  // INTAKE_VERIFY_CLOSING_RECORD_FILE_H_

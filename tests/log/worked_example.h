// A small log that another implementation made (with Go's note format and its own tree), and two
// receipts of it: what ours must read and write to the byte.
#ifndef TESTS_LOG_WORKED_EXAMPLE_H_
#define TESTS_LOG_WORKED_EXAMPLE_H_

#include <string_view>

namespace gongshi::worked_example {

// A secret that is no secret: for tests only.
inline constexpr std::string_view kLogSecret =
    "PRIVATE+KEY+einwand.example.org/log1+f2ff79bd+AZIwtdSOmW1t2MfmID+S6Q9OwPYPzCSYfm"
    "0g8gGmBcMv";

inline constexpr std::string_view kLogKey =
    "einwand.example.org/log1+f2ff79bd+ASYCl4OQByLAvJVkSahl0QlL18wSlUdNUsKKd4NgObRW";

// The witness that signed both heads, and the policy that asks for it.
inline constexpr std::string_view kWitnessKey =
    "witness.example.net/w1+b042841c+BLpGSefmZLu24WIomnBTzMB1WJB6QWX9nELdVXATzq3O";

// In hexadecimal; no secret either.
inline constexpr std::string_view kWitnessSeed =
    "56c855aac39e99c846c4458e9d3a03f6ecdc2b407ad341e3202f05826f2c5b76";

inline constexpr std::string_view kPolicy =
    "log einwand.example.org/log1+f2ff79bd+ASYCl4OQByLAvJVkSahl0QlL18wSlUdNUsKKd4NgObRW\n"
    "witness w1 "
    "witness.example.net/w1+b042841c+BLpGSefmZLu24WIomnBTzMB1WJB6QWX9nELdVXATzq3O\n"
    "quorum w1\n";

inline constexpr std::string_view kRecord =
    "objection-record/v1\n"
    "procedure 2026-017\n"
    "received 2026-11-22T10:02:00Z\n"
    "from Test Person 2, 1 Example St\n"
    "\n"
    "The noise survey omits the school.\n";

// In hexadecimal.
inline constexpr std::string_view kOpening =
    "c718a6f053f43a9462d797678362699733302ab82aab23f785edd17adc292c72";

// The same leaf under two heads, each also signed by a witness.
inline constexpr std::string_view kReceiptAtFive =
    "c2sp.org/tlog-proof@v1\n"
    "extra ZWlud2FuZC5leGFtcGxlLm9yZy9sZWFmL3YxCnJlY2VpdmVkCnByb2NlZHVyZSAyMDI2LTAxNw"
    "pkYXRlIDIwMjYtMTEtMjIKY29tbWl0bWVudCBIMFFPaTdJLzZxRisvMkxsSmJvMjZLVkRpajRIYytIMH"
    "pBRnQxNHZWb21VPQo=\n"
    "index 2\n"
    "1NBVd7ZEUMSOxLSRqgdNnD24asZV8FZiVzJxUbOG46M=\n"
    "U8BkGWvQ3GNZstovPkrMcl9XZ9pDgR4O3I8yuwfcSYg=\n"
    "uZIav85yYSJL162ZTzLPQKEk/3bQjG0YdJ2XiyhIBi8=\n"
    "\n"
    "einwand.example.org/log1\n"
    "5\n"
    "9U+GdyT5VbG9T56wkbOffmz/QCJsjil0DoncjMzAO+I=\n"
    "\n"
    "— einwand.example.org/log1 8v95va7QuPkNj/FBB6bMMrYJe7rhqa4ml9YgLhUSPftUyuzdkNxxa"
    "bydIwZ0/TpJquTe0nrekdD0pm9uTDOJBwSDOQI=\n"
    "— witness.example.net/w1 sEKEHAAAAABq/YbA70fBqrQ4gtLu2pKWo4IoM2/SbQGul7ZUi5pOv/r"
    "EDf9jWBOFbJ5YJRXH1mUK/K6m3r89nJDeg0DRTLvbFqZ1BQ==\n";

inline constexpr std::string_view kReceiptAtEight =
    "c2sp.org/tlog-proof@v1\n"
    "extra ZWlud2FuZC5leGFtcGxlLm9yZy9sZWFmL3YxCnJlY2VpdmVkCnByb2NlZHVyZSAyMDI2LTAxNw"
    "pkYXRlIDIwMjYtMTEtMjIKY29tbWl0bWVudCBIMFFPaTdJLzZxRisvMkxsSmJvMjZLVkRpajRIYytIMH"
    "pBRnQxNHZWb21VPQo=\n"
    "index 2\n"
    "1NBVd7ZEUMSOxLSRqgdNnD24asZV8FZiVzJxUbOG46M=\n"
    "U8BkGWvQ3GNZstovPkrMcl9XZ9pDgR4O3I8yuwfcSYg=\n"
    "HJdNzw4q1QWHCys/EusWyZ7PI42Dw4lw8FSNb8jWq1Y=\n"
    "\n"
    "einwand.example.org/log1\n"
    "8\n"
    "pUPbxbTOH6AfTc4e/er6aENF5E0c6HEptGuI1zTJvn4=\n"
    "\n"
    "— einwand.example.org/log1 8v95vfs41oo1UqkGVjBjG+FVMnj41rJGGoUaxOLzHQtMc4qWYAfsq"
    "fLG9V9r5jk9OeGh5CSLP10z0DxXM2DCoO+qigU=\n"
    "— witness.example.net/w1 sEKEHAAAAABq/thAcwx1M6+5dTBhYl8LEcyXIJyLr0YtxIuD1pZ2TJn"
    "2sfhyGXBRQPsOJr0x38Q5COKEfN0AFPQDuA1mted1deEzCw==\n";

inline constexpr std::string_view kCheckpointOfEight =
    "einwand.example.org/log1\n"
    "8\n"
    "pUPbxbTOH6AfTc4e/er6aENF5E0c6HEptGuI1zTJvn4=\n"
    "\n"
    "— einwand.example.org/log1 8v95vfs41oo1UqkGVjBjG+FVMnj41rJGGoUaxOLzHQtMc4qWYAfsq"
    "fLG9V9r5jk9OeGh5CSLP10z0DxXM2DCoO+qigU=\n"
    "— witness.example.net/w1 sEKEHAAAAABq/thAcwx1M6+5dTBhYl8LEcyXIJyLr0YtxIuD1pZ2TJn"
    "2sfhyGXBRQPsOJr0x38Q5COKEfN0AFPQDuA1mted1deEzCw==\n";

// That the eight leaves begin with the five: one hash in base 64 on each line.
inline constexpr std::string_view kConsistencyFromFive =
    "uZIav85yYSJL162ZTzLPQKEk/3bQjG0YdJ2XiyhIBi8=\n"
    "PRFCjQqMY6UseHR2uW5fwHGf73u2M/XuR383jCKhZBQ=\n"
    "7/453qhnKbxX/zswNQIOyMty0HyBUfat+IQDRU5lUBk=\n"
    "uTAIMJW/GXJgl6d3AnkpyDq9Ky3zFbze9WZaVaCTGew=\n";

// A second head of eight leaves, rightly signed: the log lied to somebody.
inline constexpr std::string_view kForkedCheckpointOfEight =
    "einwand.example.org/log1\n"
    "8\n"
    "9rxTPW2NV6ujO/fVtN4sTwotUeSoggU8SsTdqfjN52g=\n"
    "\n"
    "— einwand.example.org/log1 8v95vfMKlhXXZbJvYaQx0Dntrogsv8XZEVK/rFj+md+vypoyULr9/"
    "KVIDaUINGKg0ubrm+w8l4huB1s+9bf1QEXWMQ4=\n";

inline constexpr std::string_view kForkedConsistency =
    "uZIav85yYSJL162ZTzLPQKEk/3bQjG0YdJ2XiyhIBi8=\n"
    "PRFCjQqMY6UseHR2uW5fwHGf73u2M/XuR383jCKhZBQ=\n"
    "7/453qhnKbxX/zswNQIOyMty0HyBUfat+IQDRU5lUBk=\n"
    "4Rt3RNgoxDJzc+q/0OAcigAOES8my8UJ4NJIBegwNz0=\n";

}  // namespace gongshi::worked_example

#endif  // TESTS_LOG_WORKED_EXAMPLE_H_

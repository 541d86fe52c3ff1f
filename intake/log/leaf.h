// The leaves of the public log, as texts. They name no notice and no person; what they say of a
// record they say through a commitment.
//
//   <origin>/leaf/v1        <origin>/leaf/v1        <origin>/leaf/v1        <origin>/leaf/v1
//   filed                   decided                 closed                  erased
//   date 2017-06-22         ref 3                   date 2017-06-30         ref 3
//   commitment <base 64>    date 2017-06-26         record-sha256 <base 64> date 2027-07-01
//                           outcome upheld                                  basis retention-expired
//                           commitment <base 64>
//
// Dates are China's. `ref` is the index of the `filed` leaf that the later one is about. A closing
// record is public, so its leaf carries the plain digest: whoever reads the record finds it here.
#ifndef INTAKE_LOG_LEAF_H_
#define INTAKE_LOG_LEAF_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/digest.h"
#include "generator/notice/error.h"

namespace gongshi {

struct FiledLeaf {
  Date date;
  Sha256 commitment{};  // to the record handed to the objector
  bool operator==(const FiledLeaf&) const = default;
};

struct DecidedLeaf {
  std::uint64_t ref = 0;
  Date date;
  Outcome outcome = Outcome::Unfounded;
  Sha256 commitment{};  // to the reason
  bool operator==(const DecidedLeaf&) const = default;
};

struct ClosedLeaf {
  Date date;
  Sha256 record_sha256{};  // of closing.toml
  bool operator==(const ClosedLeaf&) const = default;
};

struct ErasedLeaf {
  std::uint64_t ref = 0;
  Date date;
  std::string basis;  // the id of the rule, an identifier: "retention-expired"
  bool operator==(const ErasedLeaf&) const = default;
};

using Leaf = std::variant<FiledLeaf, DecidedLeaf, ClosedLeaf, ErasedLeaf>;

// Requires that the basis of an erased leaf satisfies is_identifier().
std::string write_leaf(std::string_view origin, const Leaf& leaf);

// Invalid for anything that write_leaf() does not give for that origin.
Result<Leaf> parse_leaf(std::string_view origin, std::string_view text);

}  // namespace gongshi

#endif  // INTAKE_LOG_LEAF_H_

// A byte that says how long the pieces are, and a multipart body with the boundary "b". Properties:
// whatever the pieces, the same parts with the same bytes come out, or the same is refused; every
// part has a name; no part holds the boundary; nothing comes after the last one.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "intake/http/multipart.h"

namespace gongshi {
namespace {

constexpr std::string_view kDelimiter = "\r\n--b";

void expect(bool holds) {
  if (!holds) std::abort();
}

struct FuzzedPart {
  std::string name;
  std::string filename;
  std::string bytes;

  bool operator==(const FuzzedPart&) const = default;
};

struct FuzzedBody {
  std::vector<FuzzedPart> parts;
  bool is_well_formed = true;
  bool is_complete = false;
};

FuzzedBody read_in_pieces(std::string_view body, std::size_t piece) {
  FuzzedBody read;
  MultipartReader reader("b", {.begin_part =
                                   [&](const PartHead& head) {
                                     read.parts.push_back({head.name, head.filename, ""});
                                     return true;
                                   },
                               .add =
                                   [&](std::string_view bytes) {
                                     read.parts.back().bytes += bytes;
                                     return true;
                                   }});
  for (std::size_t at = 0; at < body.size() && read.is_well_formed; at += piece) {
    const std::size_t parts = read.parts.size();
    const bool was_complete = reader.is_complete();
    read.is_well_formed = reader.push(body.substr(at, piece));
    expect(!was_complete || (read.is_well_formed && read.parts.size() == parts));
  }
  read.is_complete = reader.is_complete();
  return read;
}

void try_body(std::string_view body, std::size_t piece) {
  const FuzzedBody whole = read_in_pieces(body, std::max<std::size_t>(body.size(), 1));
  const FuzzedBody pieces = read_in_pieces(body, piece);
  expect(whole.is_well_formed == pieces.is_well_formed);
  for (const FuzzedPart& part : whole.parts) {
    expect(part.bytes.find(kDelimiter) == std::string::npos);
  }
  // Where it is refused, more of the last part may have been handed on in pieces.
  if (!whole.is_well_formed) return;
  expect(whole.is_complete == pieces.is_complete);
  if (whole.is_complete) expect(whole.parts == pieces.parts);
}

}  // namespace
}  // namespace gongshi

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  gongshi::try_body(body, std::size_t{1} + data[0]);
  return 0;
}

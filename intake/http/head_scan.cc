#include "intake/http/head_scan.h"

#include <algorithm>
#include <array>

#include "intake/http/header_text.h"

namespace gongshi {
namespace {

constexpr std::array<std::string_view, 7> kDeciding = {
    "content-encoding", "content-length", "content-type",     "host",
    "origin",           "sec-fetch-site", "transfer-encoding"};
constexpr std::size_t kNameLengthMax = std::string_view("transfer-encoding").size();

}  // namespace

void HeadScan::add(std::string_view bytes) {
  size_ += bytes.size();
  for (const char c : bytes) {
    if (last_ == '\r' && c != '\n') in_lines_ = false;
    last_ = c;
    if (c == '\n') {
      name_.clear();
      in_name_ = true;
      decides_ = false;
    } else if (in_name_ && c == ':') {
      in_name_ = false;
      decides_ = std::ranges::find(kDeciding, name_) != kDeciding.end();
    } else if (in_name_ && name_.size() <= kNameLengthMax) {
      name_ += ascii_lower(c);
    } else if (decides_ && c == '%') {
      literal_ = false;
    }
  }
}

}  // namespace gongshi

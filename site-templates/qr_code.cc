#include "site-templates/qr_code.h"

#include <fmt/compile.h>
#include <fmt/format.h>
#include <qrencode.h>

#include <cstddef>
#include <iterator>
#include <memory>
#include <span>
#include <vector>

namespace gongshi {
namespace {

constexpr std::size_t kQuietZone = 4;  // ISO/IEC 18004
constexpr unsigned char kDark = 1;     // the lowest bit of libqrencode's squares

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

// "M4 5h7v1h-7z": from (4, 5) seven squares to the right.
void append_run(std::size_t x, std::size_t y, std::size_t length, std::string& path) {
  fmt::format_to(std::back_inserter(path), FMT_COMPILE("M{} {}h{}v1h-{}z"), x + kQuietZone,
                 y + kQuietZone, length, length);
}

void append_runs(std::span<const unsigned char> row, std::size_t y, std::string& path) {
  std::size_t begin = 0;
  for (std::size_t x = 0; x <= row.size(); ++x) {
    const bool dark = x < row.size() && (row[x] & kDark) != 0;
    if (dark) continue;
    if (begin < x) append_run(begin, y, x - begin, path);
    begin = x + 1;
  }
}

// Its rows of squares, from the top. Invalid as the header says.
Result<std::vector<std::vector<unsigned char>>> squares_of(const std::string& text) {
  // With its length: an address is bytes, and zero is only a byte.
  const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeData(
      static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()),
      /*version=*/0, QR_ECLEVEL_M));
  if (code == nullptr) {
    return failure(
        ErrorKind::Invalid,
        fmt::format(
            "网址有{}字节，二维码放不下（最多2331字节）：请缩短 site.toml 的 base_url 或公示编号。",
            text.size()));
  }
  const auto width = static_cast<std::size_t>(code->width);
  std::vector<std::vector<unsigned char>> rows;
  for (std::size_t y = 0; y < width; ++y) {
    const unsigned char* const row = code->data + y * width;
    rows.emplace_back(row, row + width);
  }
  return rows;
}

}  // namespace

Result<QrCode> qr_code(const std::string& text) {
  const auto rows = squares_of(text);
  if (!rows) return tl::unexpected<Error>(rows.error());
  QrCode drawn{.size = static_cast<int>(rows->size() + 2 * kQuietZone), .path = ""};
  for (std::size_t y = 0; y < rows->size(); ++y) append_runs((*rows)[y], y, drawn.path);
  return drawn;
}

Result<std::string> qr_text(const std::string& text) {
  const auto rows = squares_of(text);
  if (!rows) return tl::unexpected<Error>(rows.error());
  const std::size_t size = rows->size() + 2 * kQuietZone;
  const auto light = [&](std::size_t x, std::size_t y) {
    const std::size_t column = x - kQuietZone;  // far out of range in the quiet zone
    const std::size_t row = y - kQuietZone;
    const bool inside = column < rows->size() && row < rows->size();
    return !inside || ((*rows)[row][column] & kDark) == 0;
  };
  std::string lines;
  for (std::size_t y = 0; y < size; y += 2) {
    for (std::size_t x = 0; x < size; ++x) {
      const bool upper = light(x, y);
      const bool lower = y + 1 < size && light(x, y + 1);
      lines += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
    }
    lines += '\n';
  }
  return lines;
}

}  // namespace gongshi
